import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stemOf, wordsOf } from './words.ts';

describe('words', () => {
  it.each([
    ['Mkrtychev’s arrest', ['mkrtychev', 'arrest']],
    ['the U.S. Treasury', ['the', 'us', 'treasury']],
    ['over 9,000 pieces', ['over', '9000', 'pieces']],
    ['a food-for-arms deal', ['a', 'food-for-arms', 'deal']],
    ['Müller and O’Neil', ['muller', 'and', "o'neil"]],
    ['', []],
  ])('of "%s" are compared without case, accents and possessive', (text, keys) => {
    expect(wordsOf(text).map((word) => word.key)).toEqual(keys);
  });

  it('stand where they say, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(1000), (text, base) => {
        for (const { start, end } of wordsOf(text, base))
          expect(text.slice(start - base, end - base)).toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });

  it.each([
    ['offers', 'offered'],
    ['offers', 'offering'],
    ['exchange', 'exchanging'],
    ['sanctions', 'sanctioned'],
    ['supplies', 'supply'],
    ['shipping', 'ship'],
  ])('"%s" and "%s" have one stem', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other));
  });

  it.each([
    ['arms', 'army'],
    ['glass', 'glas'],
    ['iris', 'iri'],
  ])('"%s" and "%s" have two', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });
});
