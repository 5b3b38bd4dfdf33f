// Names that are known beforehand: countries and their peoples, cities, seats of power, bodies that act, outlets.
// The longest name that begins at a word wins. Knows nothing of the words around. Knowledge: data/news/.

import { slipsBetween } from '../edit-distance.ts';
import data from './generated/gazetteer.json' with { type: 'json' };
import { isCapitalsOnly, phraseKey } from './phrase-key.ts';
import type { Word } from './words.ts';

export type EntrySort =
  | 'body'
  | 'outlet'
  | 'country'
  | 'capital'
  | 'seat'
  | 'city'
  | 'region'
  | 'demonym'
  | 'adjective';

export interface GazetteerEntry {
  /** `<sort>:<key>`, stable. */
  readonly id: string;
  readonly sort: EntrySort;
  readonly caption: string;
  /** Codes; several for a people's name that serves several countries. */
  readonly countries?: readonly string[];
  /** Id of the larger body. */
  readonly parent?: string;
  /** What a body's acts are: sanctions, justice, police … */
  readonly act?: readonly string[];
}

export interface GazetteerMatch {
  readonly entry: GazetteerEntry;
  /** Words covered, 1 or more. */
  readonly length: number;
}

const entries = data.entries as readonly GazetteerEntry[];
const phrases = new Map(Object.entries(data.phrases as Readonly<Record<string, number>>));
const byId = new Map(entries.map((entry) => [entry.id, entry]));

/** How many words the longest name has that begins with a word. */
const reach = new Map<string, number>();
for (const phrase of phrases.keys()) {
  const parts = phrase.split(' ');
  // Words stand without the ending of their possessive ("Lloyd's List").
  const first = parts[0]!.toLowerCase().replace(/'s?$/u, '');
  reach.set(first, Math.max(reach.get(first) ?? 0, parts.length));
}

/** Names of countries are long enough to be told misspelt from here. */
const LEAST_FOR_MISSPELLING = 10;
const longCountries = new Map<string, { readonly key: string; readonly entry: GazetteerEntry }[]>();
for (const [key, at] of phrases) {
  if (entries[at]!.sort !== 'country' || key.length < LEAST_FOR_MISSPELLING) continue;
  const place = `${key[0]}${key.length}`;
  longCountries.set(place, [...(longCountries.get(place) ?? []), { key, entry: entries[at]! }]);
}

/** The country whose long name a key may be with a few slips: equal first letter, at most `slips` letters longer or shorter. */
export function misspeltCountry(key: string, slips: number): GazetteerEntry | undefined {
  for (let length = key.length - slips; length <= key.length + slips; length += 1) {
    const near = longCountries
      .get(`${key[0]}${length}`)
      ?.find((one) => slipsBetween(one.key, key, slips) <= slips);
    if (near) return near.entry;
  }
  return undefined;
}

export function gazetteerEntry(id: string): GazetteerEntry | undefined {
  return byId.get(id);
}

/** The entry of a whole name, for what is no running text: "Associated Press". Undefined if it is none. */
export function entryOfName(name: string): GazetteerEntry | undefined {
  const at = isCapitalsOnly(name) ? phrases.get(name.replaceAll('.', '')) : phrases.get(phraseKey(name));
  return at === undefined ? undefined : entries[at];
}

/**
 * The longest known name that begins at `words[at]` and ends before `end`.
 * Its first and last words must have capitals, and nothing but blanks and commas stands between its words.
 * @param isAnyCase in a headline of capitals only, abbreviations are found by their letters alone
 */
export function gazetteerAt(
  words: readonly Word[],
  at: number,
  end: number,
  isAnyCase = false,
): GazetteerMatch | undefined {
  const first = words[at];
  if (!first || (!first.isCapital && first.key !== 'the')) return undefined;
  const most = Math.min(reach.get(first.key) ?? 0, end - at);
  if (most === 0) return undefined;
  let found: GazetteerMatch | undefined;
  let phrase = '';
  for (let length = 1; length <= most; length += 1) {
    const word = words[at + length - 1]!;
    if (length > 1) {
      // "Foreign, Commonwealth and Development Office"
      if (!/^,?[ \u00a0]{1,2}$/u.test(word.before)) break;
      phrase += ' ';
    }
    phrase += word.key;
    if (word.isCapital) {
      const number = length === 1 ? numberOfWord(word, isAnyCase) : phrases.get(phrase);
      if (number !== undefined) found = { entry: entries[number]!, length };
    }
    if (word.isPossessive) phrase += word.key.endsWith('s') ? "'" : "'s";
  }
  return found;
}

function numberOfWord(word: Word, isAnyCase: boolean): number | undefined {
  const plain = word.text.replaceAll('.', '');
  return (
    phrases.get(plain) ?? phrases.get(word.key) ?? (isAnyCase ? phrases.get(plain.toUpperCase()) : undefined)
  );
}
