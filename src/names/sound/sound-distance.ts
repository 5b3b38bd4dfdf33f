// The weighted edit distance between two sound keys, in whole units (UNIT is one plain edit), and what follows from
// it: whether two keys are near enough to be spellings of one name, and how alike they are.
// Costs are whole numbers on purpose: sums of fractions differ in their last bit, and pairs at the boundary would
// be found by one way of searching and lost by another.
import { isVowelCode, MAX_KEY_LENGTH, SOUND, SOUND_CODES } from './sound-key.ts';

/** One plain edit: a consonant changed, added or left out. */
export const UNIT = 20;

/** Cost of swapping two neighbours, the commonest slip of typing after the single letter. */
const SWAP = 14;

const VOWEL_FOR_CONSONANT = 24;
const DIGIT_EDIT = 2 * UNIT;

const INDEL: Readonly<Partial<Record<keyof typeof SOUND, number>>> = {
  a: 9,
  e: 9,
  i: 9,
  o: 9,
  u: 9,
  glide: 4,
  w: 9,
  h: 6,
  stop: 3,
};

/** Sounds that spellings of one name exchange, with the cost of the exchange. All others cost UNIT. */
const NEAR: readonly (readonly [keyof typeof SOUND, keyof typeof SOUND, number])[] = [
  ['a', 'e', 5],
  ['a', 'o', 6],
  ['a', 'i', 9],
  ['a', 'u', 8],
  ['e', 'i', 4],
  ['e', 'o', 8],
  ['e', 'u', 9],
  ['i', 'o', 9],
  ['i', 'u', 8],
  ['o', 'u', 3],
  ['i', 'glide', 2],
  ['e', 'glide', 7],
  ['u', 'w', 3],
  ['o', 'w', 6],
  ['v', 'w', 1],
  ['u', 'v', 9],
  ['v', 'f', 6],
  ['w', 'f', 8],
  ['v', 'b', 8],
  ['w', 'b', 10],
  ['b', 'p', 9],
  ['p', 'f', 9],
  ['d', 't', 9],
  ['d', 'dh', 2],
  ['t', 'th', 2],
  ['dh', 'z', 5],
  ['dh', 'th', 5],
  ['th', 's', 7],
  ['d', 'z', 10],
  ['t', 'stop', 4],
  ['d', 'stop', 6],
  ['k', 'q', 1],
  ['q', 'g', 6],
  ['q', 'gh', 6],
  ['k', 'g', 10],
  ['k', 'kh', 7],
  ['k', 'c', 6],
  ['k', 'ch', 12],
  ['q', 'kh', 8],
  ['g', 'gh', 3],
  ['g', 'h', 9],
  ['g', 'j', 10],
  ['gh', 'kh', 8],
  ['gh', 'h', 8],
  ['kh', 'h', 3],
  ['kh', 'ch', 7],
  ['kh', 'j', 9],
  ['h', 'j', 9],
  ['s', 'z', 6],
  ['s', 'sh', 7],
  ['s', 'c', 6],
  ['s', 'ch', 12],
  ['z', 'zh', 6],
  ['z', 'c', 8],
  ['z', 'j', 8],
  ['sh', 'ch', 6],
  ['sh', 'zh', 7],
  ['sh', 'c', 12],
  ['zh', 'j', 4],
  ['zh', 'ch', 12],
  ['j', 'ch', 9],
  ['j', 'glide', 6],
  ['j', 'i', 9],
  ['j', 'dh', 12],
  ['ch', 'c', 5],
  ['m', 'n', 10],
  ['l', 'r', 13],
];

/** Cost of taking one code for another, SOUND_CODES to a row. */
export const SUBSTITUTION: Uint8Array = buildSubstitution();

/** Cost of leaving a code out, or of putting it in. */
export const INSERTION: Uint8Array = buildInsertion();

function buildInsertion(): Uint8Array {
  const table = new Uint8Array(SOUND_CODES).fill(UNIT);
  for (const [name, cost] of Object.entries(INDEL)) table[SOUND[name as keyof typeof SOUND]] = cost;
  table.fill(DIGIT_EDIT, SOUND.digit0);
  return table;
}

function buildSubstitution(): Uint8Array {
  const table = new Uint8Array(SOUND_CODES * SOUND_CODES);
  for (let one = 0; one < SOUND_CODES; one++) {
    for (let other = 0; other < SOUND_CODES; other++) {
      const isDigit = one >= SOUND.digit0 || other >= SOUND.digit0;
      const isMixed = isVowelCode(one) !== isVowelCode(other);
      table[one * SOUND_CODES + other] =
        one === other ? 0 : isDigit ? DIGIT_EDIT : isMixed ? VOWEL_FOR_CONSONANT : UNIT;
    }
  }
  for (const [one, other, cost] of NEAR) {
    table[SOUND[one] * SOUND_CODES + SOUND[other]] = cost;
    table[SOUND[other] * SOUND_CODES + SOUND[one]] = cost;
  }
  return table;
}

/**
 * The largest distance at which two keys are still taken for spellings of one name, by the length of the shorter
 * key. Wide for three and four letters, which is where the greatest loss of recall is otherwise.
 */
const TOLERANCE: readonly number[] = [0, 6, 10, 20, 21, 25, 29, 35, 40, 42, 44, 48];

/** The tolerance for a key of that length, in units of the distance. */
export function toleranceOf(length: number): number {
  return TOLERANCE[Math.min(length, TOLERANCE.length - 1)]!;
}

/** More than any distance that is asked for. */
export const FAR = 255;

const WIDTH = MAX_KEY_LENGTH + 1;
let previous = new Int32Array(WIDTH);
let current = new Int32Array(WIDTH);
let beforePrevious = new Int32Array(WIDTH);

/**
 * The distance between two sound keys: the cheapest series of changes, additions, omissions and swaps of
 * neighbours that turns the one into the other. Symmetric.
 *
 * @param limit give up above this; the answer is then FAR. @default no limit
 */
export function soundDistance(one: Uint8Array, other: Uint8Array, limit = FAR - 1): number {
  return distanceBetween(one, 0, one.length, other, 0, other.length, limit);
}

/** The same over stretches of two arrays, as the index keeps its keys. */
export function distanceBetween(
  one: Uint8Array,
  oneFrom: number,
  oneLength: number,
  other: Uint8Array,
  otherFrom: number,
  otherLength: number,
  limit: number,
): number {
  previous[0] = 0;
  for (let at = 1; at <= otherLength; at++) previous[at] = previous[at - 1]! + INSERTION[other[otherFrom + at - 1]!]!;
  for (let row = 1; row <= oneLength; row++) {
    const code = one[oneFrom + row - 1]!;
    const codeRow = code * SOUND_CODES;
    const deletion = INSERTION[code]!;
    let left = previous[0]! + deletion;
    let smallest = left;
    current[0] = left;
    for (let column = 1; column <= otherLength; column++) {
      const otherCode = other[otherFrom + column - 1]!;
      let cost = previous[column - 1]! + SUBSTITUTION[codeRow + otherCode]!;
      const omitted = previous[column]! + deletion;
      if (omitted < cost) cost = omitted;
      const added = left + INSERTION[otherCode]!;
      if (added < cost) cost = added;
      if (row > 1 && column > 1 && code === other[otherFrom + column - 2] && otherCode === one[oneFrom + row - 2]) {
        const swapped = beforePrevious[column - 2]! + SWAP;
        if (swapped < cost) cost = swapped;
      }
      current[column] = cost;
      left = cost;
      if (cost < smallest) smallest = cost;
    }
    // A swap reaches back over one row. From a cell that a swap starts at, that row is at most one omission away, so
    // only a row above the limit by more than that omission less the swap rules out every way through.
    if (smallest > limit + DIGIT_EDIT - SWAP) return FAR;
    const oldest = beforePrevious;
    beforePrevious = previous;
    previous = current;
    current = oldest;
  }
  const distance = previous[otherLength]!;
  return distance > limit ? FAR : distance;
}

/** The tolerance of a pair of keys: that of the shorter one. */
export function pairTolerance(oneLength: number, otherLength: number): number {
  return toleranceOf(Math.min(oneLength, otherLength));
}

/**
 * How alike two keys are, from their distance: 1 for equal sounds, falling with the distance the faster the shorter
 * the keys are. One changed consonant leaves about .35 of three letters and .8 of eight.
 */
export function likenessOfDistance(distance: number, oneLength: number, otherLength: number): number {
  const length = (oneLength + otherLength) / 2;
  return Math.max(0, 1 - distance / UNIT / Math.max(0.6 * length - 0.3, 0.6));
}
