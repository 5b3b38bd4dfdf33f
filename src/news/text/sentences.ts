// Mends the sentence borders of one paragraph where the model splits too often: behind "(incl.", between a
// quotation that ends in a mark of its own and "he asked", and before marks that close.
import type { TaggedText, TaggedWord } from './tagger.ts';

const CLOSING = /^["'”’»›)\]}.,;:!?…]+$/;
/** Small letter first, but no name in small letters ("eBay", "iPhone"). */
const GOES_ON = /^[\p{Ll}](?!\p{Lu})/u;
const MORE_TO_COME = /^(?:incl|e\.g|i\.e|vs|cf|etc|approx|est|ca|no|nos|vol|pp?|para|art|sec)$/i;

/** Numbers of the words with which the sentences of a paragraph begin. */
export function sentenceStartsOf(text: string, { words, sentenceStarts }: TaggedText): readonly number[] {
  const last = words.findLastIndex((word) => !CLOSING.test(word.text));
  return sentenceStarts.filter(
    (at) => at === 0 || (at < words.length && at <= last && !joins(text, words, at)),
  );
}

/** True if the word at `at`, which is not the first, does not begin a sentence after all. */
function joins(text: string, words: readonly TaggedWord[], at: number): boolean {
  const word = words[at]!;
  const before = words[at - 1]!;
  const isApart = before.end < word.start;
  if (GOES_ON.test(word.text)) return true;
  if (!isApart && CLOSING.test(word.text)) return true;
  if (!isApart && !/["'“‘«([]/.test(text[word.start]!) && /[\p{L}\p{N}]/u.test(word.text))
    return before.text !== '…';
  return before.text === '.' && MORE_TO_COME.test(words[at - 2]?.text ?? '');
}
