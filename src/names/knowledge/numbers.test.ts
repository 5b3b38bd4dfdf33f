import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchNumeral, numeralValue } from './numbers.ts';

describe('numerals in a row of words', () => {
  it.each([
    ['forty four', { value: 44, certain: true, length: 2 }],
    ['twenty first', { value: 21, certain: true, length: 2 }],
    ['forty', { value: 40, certain: true, length: 1 }],
    ['four forty', { value: 4, certain: true, length: 1 }],
    ['forty fourteen', { value: 40, certain: true, length: 1 }],
    ['44 four', { value: 44, certain: true, length: 1 }],
    ['xii fund', { value: 12, certain: true, length: 1 }],
  ])('reads %s', (text, numeral) => {
    expect(matchNumeral(text.split(' '), 0)).toEqual(numeral);
  });

  it('says nothing of words and of places outside the name', () => {
    expect(matchNumeral(['brigade'], 0)).toBeUndefined();
    expect(matchNumeral(['forty'], 1)).toBeUndefined();
  });
});

describe('numerals', () => {
  it.each([
    ['13', 13],
    ['007', 7],
    ['0', 0],
    ['13th', 13],
    ['1st', 1],
    ['2ya', 2],
    ['5go', 5],
    ['ii', 2],
    ['iv', 4],
    ['vii', 7],
    ['ix', 9],
    ['xiv', 14],
    ['xxi', 21],
    ['seventh', 7],
    ['second', 2],
    ['twelve', 12],
    ['pervyy', 1],
    ['pervyi', 1],
    ['vtoroy', 2],
    ['tretye', 3],
    ['primero', 1],
    ['segundo', 2],
    ['cinco', 5],
    ['deuxieme', 2],
    ['zweite', 2],
    ['fuenf', 5],
    ['ucuncu', 3],
  ])('reads %s as %i', (token, value) => {
    expect(numeralValue(token)).toEqual({ value, certain: true });
  });

  it.each([
    ['i', 1],
    ['v', 5],
    ['x', 10],
    ['l', 50],
    ['c', 100],
    ['d', 500],
    ['m', 1000],
    ['xi', 11],
    ['vi', 6],
    ['odin', 1],
  ])('is not certain of %s', (token, value) => {
    expect(numeralValue(token)).toEqual({ value, certain: false });
  });

  it.each([
    '',
    'li',
    'mi',
    'di',
    'dc',
    'mix',
    'iiii',
    'vx',
    'bank',
    'once',
    'dos',
    'premier',
    'prime',
    '5a',
    '5e',
    'b',
    'constructor',
    'une',
  ])('takes "%s" for no numeral', (token) => {
    expect(numeralValue(token)).toBeUndefined();
  });

  it('refuses numbers too long to be told apart', () => {
    expect(numeralValue('9007199254740993')).toBeUndefined();
    expect(numeralValue('0009007199254740')).toEqual({ value: 9007199254740, certain: true });
  });

  it('gives a whole number that is not negative, or nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9ivxlcdm]{0,20}$/)), (token) => {
        const found = numeralValue(token);
        if (found) expect(Number.isSafeInteger(found.value) && found.value >= 0).toBe(true);
      }),
    );
  });

  it('reads the digits of any number of up to 15 digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (value) => {
        expect(numeralValue(String(value))?.value).toBe(value);
      }),
    );
  });
});
