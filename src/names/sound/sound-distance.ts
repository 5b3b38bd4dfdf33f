// The weighted edit distance between two sound keys, in whole units (UNIT is one plain edit), and what follows from
// it: whether two keys are near enough to be spellings of one name, and how alike they are.
// Costs are whole numbers on purpose: sums of fractions differ in their last bit, and pairs at the boundary would
// be found by one way of searching and lost by another.
import { MAX_KEY_LENGTH, SOUND, SOUND_CODES } from './sound-key.ts';

/** One plain edit: a consonant changed, added or left out. */
export const UNIT = 20;

/** Cost of swapping two neighbours, the commonest slip of typing after the single letter. */
export const SWAP = 14;

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
      table[one * SOUND_CODES + other] = one === other ? 0 : isDigit ? DIGIT_EDIT : UNIT;
    }
  }
  for (const [one, other, cost] of NEAR) {
    table[SOUND[one] * SOUND_CODES + SOUND[other]] = cost;
    table[SOUND[other] * SOUND_CODES + SOUND[one]] = cost;
  }
  return table;
}

/**
 * What a code is worth to reach from nothing: the cheapest way to put it in, be it through a sound that is cheaper to
 * put in. By the triangle inequality the sums of two keys differ by no more than their distance.
 */
export const POTENTIAL: Uint8Array = buildPotential();

function buildPotential(): Uint8Array {
  const table = INSERTION.slice();
  // Relaxed until nothing gets cheaper, as in Bellman and Ford's shortest paths; there are at most SOUND_CODES steps.
  for (let step = 0; step < SOUND_CODES; step++) {
    for (let code = 1; code < SOUND_CODES; code++) {
      for (let other = 1; other < SOUND_CODES; other++) {
        table[code] = Math.min(table[code]!, table[other]! + SUBSTITUTION[other * SOUND_CODES + code]!);
      }
    }
  }
  return table;
}

/**
 * The largest distance at which two keys are still taken for spellings of one name, by the length of the shorter
 * key. What romanisations exchange is within it; a slip of the hand in a short key often is not, and is known by its
 * letters (names/compare/letter-slip.ts).
 */
const TOLERANCE: readonly number[] = [0, 6, 10, 16, 20, 25, 29, 35, 40, 42, 44, 48];

/** The tolerance for a key of that length, in units of the distance. */
export function toleranceOf(length: number): number {
  return TOLERANCE[Math.min(length, TOLERANCE.length - 1)]!;
}

/** More than any distance that is asked for. */
export const FAR = 255;

const WIDTH = MAX_KEY_LENGTH + 1;
/** Cost of a cell that lies on no way within the limit. */
const DEAD = 10_000;
/** Three rows of the table, used in turn: a swap of neighbours reaches back over one. */
const rows = [new Int32Array(WIDTH), new Int32Array(WIDTH), new Int32Array(WIDTH)] as const;
/** Potential of what is left of the other key behind each place. */
const restOfOther = new Int32Array(WIDTH);

/**
 * The distance between two sound keys: the cheapest series of changes, additions, omissions and swaps of
 * neighbours that turns the one into the other. Symmetric.
 *
 * @param limit give up above this; the answer is then FAR. @default no limit
 */
export function soundDistance(one: Uint8Array, other: Uint8Array, limit = FAR - 1): number {
  return distanceBetween(one, 0, one.length, other, 0, other.length, limit);
}

/**
 * The same over stretches of two arrays, as the index keeps its keys.
 * A cell of the table dies when its cost and the difference of the potentials of what is left exceed the limit, so
 * that most pairs are given up within a few rows.
 */
export function distanceBetween(
  one: Uint8Array,
  oneFrom: number,
  oneLength: number,
  other: Uint8Array,
  otherFrom: number,
  otherLength: number,
  limit: number,
): number {
  const rest = restOfOther;
  rest[otherLength] = 0;
  for (let at = otherLength - 1; at >= 0; at--) rest[at] = rest[at + 1]! + POTENTIAL[other[otherFrom + at]!]!;
  let restOfOne = 0;
  for (let at = 0; at < oneLength; at++) restOfOne += POTENTIAL[one[oneFrom + at]!]!;
  if (Math.abs(restOfOne - rest[0]!) > limit) return FAR;

  let [beforePrevious, previous, current] = rows;
  let cost = 0;
  for (let at = 0; at <= otherLength; at++) {
    if (at > 0) cost += INSERTION[other[otherFrom + at - 1]!]!;
    previous[at] = cost + Math.abs(restOfOne - rest[at]!) > limit ? DEAD : cost;
  }
  let isPreviousAlive = true;
  for (let row = 1; row <= oneLength; row++) {
    const code = one[oneFrom + row - 1]!;
    const codeRow = code * SOUND_CODES;
    const deletion = INSERTION[code]!;
    const codeBefore = row > 1 ? one[oneFrom + row - 2]! : -1;
    restOfOne -= POTENTIAL[code]!;
    let isAlive = false;
    let left = DEAD;
    for (let column = 0; column <= otherLength; column++) {
      let best = previous[column]! + deletion;
      if (column > 0) {
        const otherCode = other[otherFrom + column - 1]!;
        const changed = previous[column - 1]! + SUBSTITUTION[codeRow + otherCode]!;
        if (changed < best) best = changed;
        const added = left + INSERTION[otherCode]!;
        if (added < best) best = added;
        if (column > 1 && codeBefore === otherCode && code === other[otherFrom + column - 2]) {
          const swapped = beforePrevious[column - 2]! + SWAP;
          if (swapped < best) best = swapped;
        }
      }
      const ahead = restOfOne - rest[column]!;
      if (best + (ahead < 0 ? -ahead : ahead) > limit) best = DEAD;
      else isAlive = true;
      current[column] = best;
      left = best;
    }
    if (!isAlive && !isPreviousAlive) return FAR;
    isPreviousAlive = isAlive;
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

/** The largest distance at which two keys of these lengths are at least that alike; see likenessOfDistance. */
export function distanceOfLikeness(likeness: number, oneLength: number, otherLength: number): number {
  const length = (oneLength + otherLength) / 2;
  return Math.floor((1 - likeness) * UNIT * Math.max(0.6 * length - 0.3, 0.6));
}
