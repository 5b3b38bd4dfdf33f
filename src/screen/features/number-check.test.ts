import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNumberRight } from './number-check.ts';

describe('numbers with a rule', () => {
  it.each([
    // Published examples: the IMO's, GLEIF's own, Apple's share, Sberbank's.
    ['imoNumber', '9074729'],
    ['imoNumber', '9319466'],
    ['mmsi', '273356130'],
    ['callSign', 'UBVN7'],
    ['callSign', '3FZT6'],
    ['icaoCode', '4B1A2F'],
    ['leiCode', '506700GE1G29325QX363'],
    ['isinCode', 'US0378331005'],
    ['innCode', '7707083893'],
    ['innCode', '500100732259'],
    ['ogrnCode', '1027700132195'],
    ['ogrnCode', '304500116000157'],
  ])('hold for the %s %s', (property, number) => {
    expect(isNumberRight(property, number)).toBe(true);
  });

  it.each([
    ['imoNumber', '9074728'],
    ['imoNumber', '0000000'],
    ['imoNumber', '907472'],
    ['mmsi', '973356130'],
    ['mmsi', '27335613'],
    ['callSign', '12345'],
    ['icaoCode', 'XYZ123'],
    ['leiCode', '506700GE1G29325QX364'],
    ['isinCode', 'US0378331006'],
    ['innCode', '7707083892'],
    ['innCode', '500100732258'],
    ['ogrnCode', '1027700132196'],
    ['ogrnCode', 'none'],
  ])('fail for the %s %s', (property, number) => {
    expect(isNumberRight(property, number)).toBe(false);
  });

  it('are not claimed for numbers that have none', () => {
    expect(isNumberRight('passportNumber', 'BD3843329')).toBeUndefined();
    expect(isNumberRight('constructor', '1')).toBeUndefined();
  });

  it('tell every change of one digit in an IMO number', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.integer({ min: 1, max: 9 }), (place, step) => {
        const digits = [...'9074729'];
        digits[place] = String((Number(digits[place]) + step) % 10);
        // The weights 7 to 2 do not tell a change whose weighted sum ends in 0, as of 5 in an even place.
        const isTold = ((7 - place) * (Number(digits[place]) - Number('9074729'[place]))) % 10 !== 0;
        expect(isNumberRight('imoNumber', digits.join(''))).toBe(!isTold && digits[0] !== '0');
      }),
    );
  });

  it('take any text', () => {
    const properties = [
      'imoNumber',
      'mmsi',
      'callSign',
      'icaoCode',
      'leiCode',
      'isinCode',
      'innCode',
      'ogrnCode',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...properties), fc.string(), (property, number) => {
        expect(typeof isNumberRight(property, number)).toBe('boolean');
      }),
    );
  });
});
