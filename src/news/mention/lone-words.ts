// Lone words with a capital that nothing explains: names of bodies and people, or only words with a capital
// ("Excellence", "Beltway"). How the text uses them decides.
import { adjoins, isSameSentence, type Word } from './words.ts';

/** Endings of qualities, peoples and beliefs. */
const ABSTRACT =
  /(?:ism|ists?|ians?|ness|ants?|ancy|ency|ance|ence|ity|hood|ship|tion|ment|ocracy|ese|ers)$/u;
const BEFORE_NAMES = /^(?:by|against|with|at|from|called|named|and|via|through|to|for)$/u;

/** True if a word is used as a name is: it does something, has something, is done by or to, or comes again. */
export function actsLikeName(
  words: readonly Word[],
  at: number,
  named: ReadonlyMap<string, number>,
): boolean {
  const word = words[at]!;
  if (/\p{Ll}\p{Lu}/u.test(word.text)) return true;
  if (ABSTRACT.test(word.key)) return false;
  if (word.isPossessive || (adjoins(words, at + 1) && /^(?:VERB|AUX)$/u.test(words[at + 1]!.pos)))
    return true;
  if (adjoins(words, at) && BEFORE_NAMES.test(words[at - 1]!.key)) return true;
  if (isSameSentence(words, at, at + 1)) {
    const next = words[at + 1]!;
    if (next.key === 'and' || next.before.startsWith(', ')) return true;
  }
  const times = (named.get(word.key) ?? 0) - (word.isInitial ? 0 : 1);
  return times > 0;
}
