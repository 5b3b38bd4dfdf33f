// Nationalities as lists and customers write them: the country's name, or what its people are called. A word that
// serves two countries gives both. A text that is not known gives no answer; the caller keeps it.

import { parseCountry } from '../model/country.ts';
import { countryNameKey } from '../model/country-name-key.ts';
import demonyms from './generated/demonyms.json' with { type: 'json' };

const codesOfWord = new Map(Object.entries(demonyms as Readonly<Record<string, readonly string[]>>));

/**
 * The countries that a nationality names: "Syrian" and "Syria" give `sy`, "Congolese" gives `cd` and `cg`.
 * @returns FollowTheMoney's codes; empty if the text is not known
 */
export function parseNationality(text: string): readonly string[] {
  const code = parseCountry(text);
  if (code) return [code];
  return codesOfWord.get(countryNameKey(text.replace(/\s+(?:citizen|national|nationality)$/iu, ''))) ?? [];
}
