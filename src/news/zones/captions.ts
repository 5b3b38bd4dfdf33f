// Captions of pictures: what is printed twice side by side (the picture's alternative text, then its caption), and
// what ends with the credit of a picture.
import type { Block } from './blocks.ts';
import { isCredit } from './phrases.ts';

/**
 * Words that two lines share, of all their words, from which they say the same. The study proposes .9; a pair that
 * differs by one article and one preposition in sixteen words has .83.
 */
const SAME_SHARE = 0.75;
/** Shorter lines (headings) are the same only if they are equal. */
const LEAST_WORDS = 6;
/** Longer paragraphs that are alike are paragraphs. */
const MOST_CAPTION = 250;
const MOST_CREDIT = 80;

/** True if two lines, by their keys, say the same but for a word or two and are short enough for captions. */
export function saysTheSame(left: string, right: string): boolean {
  if (left === '' || left.length > MOST_CAPTION || right.length > MOST_CAPTION) return false;
  if (left === right) return true;
  const [one, other] = [new Set(left.split(' ')), new Set(right.split(' '))];
  if (one.size < LEAST_WORDS || other.size < LEAST_WORDS) return false;
  const shared = one.intersection(other).size;
  return shared / (one.size + other.size - shared) >= SAME_SHARE;
}

/** Where the credit of a picture begins in the block: after a stop, a bar or a bracket, or at its beginning; -1 without one. */
export function creditStart({ text, key }: Block): number {
  if (key === '') return -1;
  if (text.length <= MOST_CREDIT && isCredit(text)) return 0;
  const from = Math.max(0, text.length - MOST_CREDIT);
  for (const { index } of text.slice(from).matchAll(/(?<=[.!?]["”]?\s+|\|\s*)\S|\(/gu)) {
    if (isCredit(text.slice(from + index))) return from + index;
  }
  return -1;
}
