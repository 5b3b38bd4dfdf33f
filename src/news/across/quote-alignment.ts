// Lays two quotations side by side and says how they differ: nothing, words cut from an end, words changed in between.
// A name written out for its acronym, as editors do in brackets, is no change of meaning and is told apart.
import { stemOf, type Word } from './words.ts';

export interface QuoteAlignment {
  /** Words that both have in the same order. */
  readonly shared: number;
  /** The part of each that the other has too, as numbers of words `[start, end)`. */
  readonly left: WordRange;
  readonly right: WordRange;
  /** Words that only one side has before and after the shared part. */
  readonly cut: 'none' | 'left' | 'right' | 'both';
  /** `abbreviated`: an acronym stands for its name; `altered`: other words. */
  readonly wording: 'identical' | 'abbreviated' | 'altered';
}

interface WordRange {
  readonly start: number;
  readonly end: number;
}

/** Share of the shorter one's words that must stand in the other for the two to be one quotation. */
const SAME_FROM = 0.8;
/** Words at an end that may be missing without a word about it: a conjunction, a connecting "that". */
const FEW = 2;
/** Words at most that are compared; longer quotations are compared by their beginning. */
const MOST_WORDS = 400;

/** How two quotations align; undefined if they are not the same words. */
export function alignQuotes(left: readonly Word[], right: readonly Word[]): QuoteAlignment | undefined {
  const [one, other] = [left.slice(0, MOST_WORDS), right.slice(0, MOST_WORDS)];
  const pairs = commonWords(one, other);
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (!first || !last || pairs.length < SAME_FROM * Math.min(one.length, other.length)) return undefined;
  const before = gapAt(one.slice(0, first[0]), other.slice(0, first[1]));
  const after = gapAt(one.slice(last[0] + 1), other.slice(last[1] + 1));
  let wording: QuoteAlignment['wording'] = 'identical';
  for (const gap of [before, after, ...innerGaps(pairs, one, other)]) wording = worse(wording, gap.wording);
  const isCutLeft = before.cut === 'left' || after.cut === 'left';
  const isCutRight = before.cut === 'right' || after.cut === 'right';
  return {
    shared: pairs.length,
    left: extent(first[0], last[0] + 1, one.length, before, after),
    right: extent(first[1], last[1] + 1, other.length, before, after),
    cut: isCutLeft && isCutRight ? 'both' : isCutLeft ? 'left' : isCutRight ? 'right' : 'none',
    wording,
  };
}

interface Gap {
  /** The side that lacks words; `none` if what stands on the two sides answers to one another. */
  readonly cut: 'none' | 'left' | 'right';
  readonly wording: QuoteAlignment['wording'];
}

/** What stands at an end of the shared part: words of one side only are a cut, words of both are other wording. */
function gapAt(left: readonly Word[], right: readonly Word[]): Gap {
  if (left.length === 0 && right.length > FEW) return { cut: 'left', wording: 'identical' };
  if (right.length === 0 && left.length > FEW) return { cut: 'right', wording: 'identical' };
  return { cut: 'none', wording: wordingOf(left, right) };
}

function innerGaps(pairs: readonly Pair[], left: readonly Word[], right: readonly Word[]): Gap[] {
  const gaps: Gap[] = [];
  for (let at = 1; at < pairs.length; at += 1) {
    const [before, here] = [pairs[at - 1] as Pair, pairs[at] as Pair];
    const wording = wordingOf(left.slice(before[0] + 1, here[0]), right.slice(before[1] + 1, here[1]));
    gaps.push({ cut: 'none', wording });
  }
  return gaps;
}

function wordingOf(left: readonly Word[], right: readonly Word[]): QuoteAlignment['wording'] {
  if (spokenForm(left) === spokenForm(right)) return 'identical';
  if (isAcronym(left, right) || isAcronym(right, left)) return 'abbreviated';
  return 'altered';
}

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/n't\b/gu, ' not'],
  [/'ve\b/gu, ' have'],
  [/'re\b/gu, ' are'],
  [/'ll\b/gu, ' will'],
  [/'m\b/gu, ' am'],
];

/** Words as they are heard: two who write down one speech differ in "we've" and "we have", in a plural and an ending. */
function spokenForm(words: readonly Word[]): string {
  let text = words.map((word) => word.key).join(' ');
  for (const [pattern, full] of CONTRACTIONS) text = text.replace(pattern, full);
  return text.split(' ').filter(Boolean).map(stemOf).join(' ');
}

const SMALL_WORDS = new Set(['of', 'the', 'and', 'for', 'in', 'on']);

/** True if the one word is made of the first letters of the others. */
function isAcronym(short: readonly Word[], long: readonly Word[]): boolean {
  const [acronym] = short;
  if (short.length !== 1 || !acronym || long.length < 2) return false;
  const initials = (words: readonly Word[]): string => words.map((word) => word.key.slice(0, 1)).join('');
  const telling = long.filter((word) => !SMALL_WORDS.has(word.key));
  return acronym.key === initials(telling) || acronym.key === initials(long);
}

const ORDER = ['identical', 'abbreviated', 'altered'] as const;

function worse(one: QuoteAlignment['wording'], other: QuoteAlignment['wording']): QuoteAlignment['wording'] {
  return ORDER.indexOf(one) >= ORDER.indexOf(other) ? one : other;
}

/** The shared part with what answers to one another at its ends, but without what was cut. */
function extent(start: number, end: number, length: number, before: Gap, after: Gap): WordRange {
  return { start: before.cut === 'none' ? 0 : start, end: after.cut === 'none' ? length : end };
}

type Pair = readonly [left: number, right: number];

/** A longest common subsequence of the words, as pairs of their numbers. */
function commonWords(left: readonly Word[], right: readonly Word[]): Pair[] {
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        left[row]?.key === right[column]?.key
          ? (lengths[(row + 1) * width + column + 1] ?? 0) + 1
          : Math.max(lengths[(row + 1) * width + column] ?? 0, lengths[row * width + column + 1] ?? 0);
    }
  }
  const pairs: Pair[] = [];
  for (let row = 0, column = 0; row < left.length && column < right.length; ) {
    if (left[row]?.key === right[column]?.key) pairs.push([row++, column++]);
    else if ((lengths[(row + 1) * width + column] ?? 0) >= (lengths[row * width + column + 1] ?? 0)) row += 1;
    else column += 1;
  }
  return pairs;
}
