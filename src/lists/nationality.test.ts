import { describe, expect, it } from 'vitest';
import { countryName } from '../model/country.ts';
import demonyms from './generated/demonyms.json' with { type: 'json' };
import { parseNationality } from './nationality.ts';

describe('a nationality', () => {
  it.each([
    ['Syrian', ['sy']],
    ['Türkiyish', ['tr']],
    ['SAUDI ARABIAN', ['sa']],
    ['Slovakia', ['sk']],
    ['ru', ['ru']],
    ['Russian citizen', ['ru']],
    ['North Korean', ['kp']],
    // Of two Congos, and of Dominica and the Dominican Republic, either may be meant.
    ['Congolese', ['cd', 'cg']],
    ['Dominican', ['do', 'dm']],
    ['Martian', []],
    ['', []],
  ])('%j is of %j', (text, codes) => {
    expect(parseNationality(text)).toEqual(codes);
  });

  it('is always of a country that has a name', () => {
    const codes = Object.values(demonyms).flat();
    expect(codes.filter((code) => countryName(code) === code)).toEqual([]);
    expect(codes.length).toBeGreaterThan(200);
  });
});
