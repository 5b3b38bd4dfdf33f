// Titles, suffixes and particles of person names. Words that are names of many people in any place (Amir, Sultan) are
// not among them; words that are names in one place only (Ben Smith, Ahmed ben Ali) are told apart by the place.
import person from './generated/person.json' with { type: 'json' };

export type PersonWordKind =
  | 'title'
  | 'suffix'
  | 'generation'
  | 'article'
  | 'filiation'
  | 'kunya'
  | 'nobiliary';

/** Where a word stands in a name of several words. */
export type PlaceInName = 'first' | 'middle' | 'last';

export interface PersonWord {
  readonly kind: PersonWordKind;
  /** Identity that the word carries beside a name, 0 to 1. */
  readonly weight: number;
  /** Of a `generation`: the first of the name, the second. */
  readonly value?: number;
}

interface PlacedWord extends PersonWord {
  readonly nameAt: readonly string[];
}

const words = new Map<string, PlacedWord>();
for (const { kind, weight, nameAt, value, words: texts } of person.words) {
  const word = { kind: kind as PersonWordKind, weight, nameAt, ...(value > 0 ? { value } : {}) };
  for (const text of texts.split(' ')) words.set(text, word);
}

/**
 * What a folded token is, if it is one of these words; undefined for a name.
 * @param place where it stands in the name; in the first or last place some of these words are names. @default 'middle'
 */
export function personWord(token: string, place: PlaceInName = 'middle'): PersonWord | undefined {
  const word = words.get(token);
  return word && !word.nameAt.includes(place) ? word : undefined;
}
