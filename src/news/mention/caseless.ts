// Listed names in scripts without capitals (Arabic, Hebrew, Han, Hangul …), where nothing but the list tells a name from
// other words: rows of words, or of characters where words have no blanks between them, are asked for one by one.
import type { Candidate, ListedType } from './candidate.ts';
import { textOf, type Word } from './words.ts';

/** Words of the longest row that is asked for. */
const MOST_WORDS = 5;
const CASELESS = /^[\p{Lo}\p{M}]/u;
const BETWEEN = /^[ \u00a0]?$/u;

/** The listed names among words without case; of names that overlap the longer, then the first. */
export function caselessCandidates(words: readonly Word[], listedType: ListedType): Candidate[] {
  const found: Candidate[] = [];
  for (let from = 0; from < words.length; ) {
    const candidate = CASELESS.test(words[from]!.text) ? longestListed(words, from, listedType) : undefined;
    if (candidate) found.push(candidate);
    from = candidate?.to ?? from + 1;
  }
  return found;
}

function longestListed(words: readonly Word[], from: number, listedType: ListedType): Candidate | undefined {
  let most = from + 1;
  while (most - from < MOST_WORDS && goesOn(words, most)) most += 1;
  for (let to = most; to > from; to -= 1) {
    const text = textOf(words, from, to);
    // One character names too many.
    const type = [...text].length > 1 ? listedType(text) : undefined;
    if (type) return { from, to, type, kind: 'name', roles: [], countries: [], isSure: true };
  }
  return undefined;
}

function goesOn(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word?.sentence === words[at - 1]!.sentence && CASELESS.test(word.text) && BETWEEN.test(word.before);
}
