// The text of a search box taken apart: words (all must be there), "phrases", prefix*, -without, and OR between two.
// Part of the syntax that yente hands to its search engine; what is not understood is taken as words.
import { type Term, type TextQuery, wordsOf } from '../../engine/directory/text-index.ts';

/**
 * A sign, a field, and a phrase or a word. A field before the words ("name:Putin") narrows nothing here: the words may
 * stand anywhere.
 */
const WORD = /([-!+]?)(?:[a-z]\w*(?:\.\w+)?:(?=\S))?(?:"([^"]*)"?|(\S+))/giu;

export function parseSearch(text: string): TextQuery {
  const must: Term[][] = [];
  const not: Term[] = [];
  let isAlternative = false;
  for (const match of text.matchAll(WORD)) {
    const [, sign, phrase, word = ''] = match;
    if (phrase === undefined && /^(?:AND|&&)$/u.test(word)) continue;
    if (phrase === undefined && /^(?:OR|\|\|)$/u.test(word)) {
      isAlternative = must.length > 0;
      continue;
    }
    const plain = phrase ?? word;
    const words = wordsOf(plain);
    if (words.length === 0) continue;
    const isPrefix = phrase === undefined && plain.endsWith('*');
    if (sign === '-' || sign === '!') not.push({ words, isPrefix });
    else if (isAlternative) must.at(-1)?.push({ words, isPrefix });
    else must.push([{ words, isPrefix }]);
    isAlternative = false;
  }
  return { must, not };
}
