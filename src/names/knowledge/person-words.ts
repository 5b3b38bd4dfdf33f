// Titles, suffixes and particles of person names.
import person from './generated/person.json' with { type: 'json' };

export type PersonWordKind = 'title' | 'suffix' | 'article' | 'filiation' | 'kunya' | 'nobiliary';

export interface PersonWord {
  readonly kind: PersonWordKind;
  /** Identity that the word carries beside a name, 0 to 1. */
  readonly weight: number;
}

const words = new Map<string, PersonWord>(
  (person.words as [PersonWordKind, number, string[]][]).flatMap(([kind, weight, tokens]) =>
    tokens.map((token) => [token, { kind, weight }] as const),
  ),
);

/** What a folded token is, if it is one of these words; undefined for a name. */
export function personWord(token: string): PersonWord | undefined {
  return words.get(token);
}
