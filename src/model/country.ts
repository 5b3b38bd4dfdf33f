// Countries by any of their names, into FollowTheMoney's codes (ISO 3166-1 alpha-2 in lower case, and a few more).
// A name that is not known gives no answer: the caller keeps the text and says so.
import { countryNameKey } from './country-name-key.ts';
import countries from './generated/countries.json' with { type: 'json' };

const codes = new Map(Object.entries(countries.codes as Record<string, string>));
const names = countries.names as Readonly<Record<string, string>>;

const related = new Map<string, Set<string>>();
for (const [code, others] of Object.entries(countries.related as Record<string, readonly string[]>)) {
  for (const [one, other] of others.flatMap((other) => [[code, other] as const, [other, code] as const])) {
    related.set(one, (related.get(one) ?? new Set()).add(other));
  }
}

/** The code of a country from a name in any of some forty languages, a code, or an alias; undefined if unknown. */
export function parseCountry(text: string): string | undefined {
  return codes.get(countryNameKey(text)) ?? codes.get(text.trim().toLowerCase());
}

/** The English name of a code; the code itself if it is not known. */
export function countryName(code: string): string {
  return names[code] ?? code;
}

/** True if naming the one does not contradict the other: equal, or a part, a forerunner or a successor. */
export function areCountriesCompatible(one: string, other: string): boolean {
  return one === other || related.get(one)?.has(other) === true;
}
