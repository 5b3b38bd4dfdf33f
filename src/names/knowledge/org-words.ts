// Words of the trade in organisation names: what they mean, free of language, and how much of a name's identity
// they carry. "Zavod", "plant" and "usine" are one concept. Knowledge: data/names/org-words.yml. A word that is not
// known here is taken for a proper name by the caller.
import data from './generated/org-words.json' with { type: 'json' };
import { type PhraseOpening, PhraseTable } from './phrase-table.ts';

export interface OrgWord {
  /** Tokens covered, 1 or more. */
  readonly length: number;
  /** Language-free id, such as `research-institute` or `place-ru`. */
  readonly concept: string;
  /** Share of a name's identity that the word carries, above 0, at most 1. */
  readonly weight: number;
}

const table = new PhraseTable(data.phrases, data.slavic, data.proper);
const stopwords: ReadonlySet<string> = new Set(data.stopwords);
const openers: ReadonlySet<string> = new Set(data.openers);

/** What known phrases begin with the token, for matchOrgWord; undefined if none does. */
export function orgWordOpening(token: string): PhraseOpening | undefined {
  return table.openingOf(token);
}

/**
 * The longest known phrase that begins at `tokens[at]`.
 * @param tokens folded Latin
 * @returns undefined if none does, also for `at` outside the name
 * @param opening that of `tokens[at]`, for callers that have it
 */
export function matchOrgWord(
  tokens: readonly string[],
  at: number,
  opening?: PhraseOpening,
): OrgWord | undefined {
  const found = table.longest(tokens, at, undefined, opening);
  if (!found) return undefined;
  return { length: found.length, concept: data.concepts[found.value]!, weight: data.weights[found.value]! };
}

/** True for articles, conjunctions and prepositions, which names gain and lose freely. */
export function orgStopword(token: string): boolean {
  return stopwords.has(token);
}

/** True for those of them that open names (The, El, Al). Any other one in the first place is a name: Con Traffic. */
export function opensName(stopword: string): boolean {
  return openers.has(stopword);
}
