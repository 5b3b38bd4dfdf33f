import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registrationNumbers } from './registration-text.ts';

describe('registration numbers in free text', () => {
  it.each([
    ['OGRN: 1027807560186 INN: 7814027653', ['OGRN 1027807560186', 'INN 7814027653']],
    ['OGRN 1027700132195 KPP 770401001', ['OGRN 1027700132195', 'KPP 770401001']],
    ['9709056472 - Russia INN', ['INN 9709056472 (Russia)']],
    ['Russia TIN - 8602060185', ['Tax Identification Number 8602060185 (Russia)']],
    ['(УНН/ИНН): 190950894 (Belarus)', ['Tax Identification Number 190950894 (Belarus)']],
    ['Tax ID Number/INN: 7710137066', ['Tax Identification Number 7710137066']],
    ['7710137066OGRN 1027700132195', ['Registration Number 7710137066', 'OGRN 1027700132195']],
    ['7704734000/770301001 (Russia)', ['KPP 770301001', 'INN 7704734000 (Russia)']],
    ['SWIFT/BIC SABRRUMM', ['SWIFT/BIC SABRRUMM']],
    ['Registered 01/02/2003, number 12345', ['number 12345']],
    ['1 149 102 007 933', ['Registration Number 1 149 102 007 933']],
    ['Ma.Bko.2013.M.1610', ['Registration Number Ma.Bko.2013.M.1610']],
    ['none', []],
    ['', []],
  ])('reads %j', (text, numbers) => {
    const shown = registrationNumbers(text).map(
      ({ type, number, country }) => `${type} ${number}${country ? ` (${country})` : ''}`,
    );
    expect(shown).toEqual(numbers);
  });

  it('reads any text without a failure and gives a type and a number that are not blank', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { type, number } of registrationNumbers(text)) {
          expect(type.trim()).not.toBe('');
          expect(number).toMatch(/\d|^[A-Z]{8}/u);
        }
      }),
    );
  });
});
