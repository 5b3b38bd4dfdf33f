import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPatronymic, patronymicStem } from './patronymics.ts';

describe('East Slavic patronymics', () => {
  it.each([
    'ivanovich',
    'ivanovna',
    'vladimirovich',
    'volodymyrovych',
    'mykolayovych',
    'mykolaivna',
    'nikolaevich',
    'nikolayevna',
    'sergeevich',
    'dmitrievich',
    'yurievna',
    'ilyich',
    'illich',
    'ilyinichna',
    'kuzmich',
    'lvovich',
    'magomedovich',
    'maratovich',
    'aliaksandravich',
    'uladzimiravich',
    'mikalaeuna',
    'wiktorowytsch',
    'mikhaylovich',
  ])('knows %s', (token) => {
    expect(isPatronymic(token)).toBe(true);
  });

  it.each([
    'petrovic',
    'milosevic',
    'abramowicz',
    'lukashevich',
    'yanukovych',
    'stankevich',
    'ivanov',
    'ivan',
    'shauna',
    'darwich',
    'ovich',
    'novna',
    'marich',
  ])('does not take %s for one', (token) => {
    expect(isPatronymic(token)).toBe(false);
    expect(patronymicStem(token)).toBeUndefined();
  });

  it.each([
    ['ivanovich', 'ivanovna'],
    ['nikolayevich', 'nikolaevna'],
    ['sergeevich', 'sergeyevna'],
    ['mykolayovych', 'mykolaivna'],
    ['pavlovich', 'pavlovna'],
    ['ilyich', 'ilyinichna'],
    ['yakovlevich', 'yakovlevna'],
  ])('gives %s and %s one stem', (son, daughter) => {
    expect(patronymicStem(son)).toBe(patronymicStem(daughter));
  });

  it('has a stem exactly for patronymics', () => {
    fc.assert(
      fc.property(fc.tuple(fc.string(), fc.constantFrom('ovich', 'evna', 'ych', '')), ([start, end]) => {
        expect(patronymicStem(start + end) !== undefined).toBe(isPatronymic(start + end));
      }),
    );
    expect(isPatronymic('constructor')).toBe(false);
  });
});
