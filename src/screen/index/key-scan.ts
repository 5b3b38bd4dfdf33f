// Finds all sound keys within the tolerance of one. Keys stand in order of their potential, a number whose difference
// no distance falls below, so that only a stretch of them is looked at.
// A 32-bit mask of the sounds that occur in a key gives two lower bounds of the distance: what it costs at least to
// bring about the key's sounds from the query's, and the query's from the key's. Of some 20,000 keys only a few
// hundred reach the exact distance. No bound exceeds the distance; name-searcher.test.ts holds the search to the scan.
import {
  distanceBetween,
  distanceOfLikeness,
  FAR,
  INSERTION,
  keyPotential,
  pairTolerance,
  SUBSTITUTION,
} from '../../names/sound/sound-distance.ts';
import { MAX_KEY_LENGTH, SOUND, SOUND_CODES } from '../../names/sound/sound-key.ts';

/** Keys of a vocabulary, in order of potential, as the scan wants them. */
export interface KeyTable {
  readonly keys: Uint8Array;
  readonly keyAt: Uint32Array;
  readonly order: Uint32Array;
  readonly potential: Uint16Array;
  /** Masks of the keys, in the order of `order`; signed, because engines keep those as small integers. */
  readonly masks: Int32Array;
}

/** Sounds that share a bit of the mask with another, because they are rare; all digits share one too. */
const SHARED_BITS: Readonly<Record<number, number>> = {
  [SOUND.dh]: SOUND.th,
  [SOUND.gh]: SOUND.g,
  [SOUND.stop]: SOUND.glide,
};

/** Code -> bit, 0 to 31. */
const BIT_OF_CODE = new Uint8Array(SOUND_CODES);
/** Bit -> the codes that it stands for. */
const CODES_OF_BIT: number[][] = [];
for (let code = 1; code < SOUND_CODES; code++) {
  const owner = code >= SOUND.digit0 ? SOUND.digit0 : (SHARED_BITS[code] ?? code);
  if (owner === code) CODES_OF_BIT.push([]);
}
{
  let bit = 0;
  for (let code = 1; code < SOUND_CODES; code++) {
    const isOwner = code >= SOUND.digit0 ? code === SOUND.digit0 : SHARED_BITS[code] === undefined;
    if (isOwner) BIT_OF_CODE[code] = bit++;
  }
  for (let code = 1; code < SOUND_CODES; code++) {
    const owner = code >= SOUND.digit0 ? SOUND.digit0 : (SHARED_BITS[code] ?? code);
    BIT_OF_CODE[code] = BIT_OF_CODE[owner]!;
    CODES_OF_BIT[BIT_OF_CODE[owner]!]!.push(code);
  }
}

/** The mask of the sounds in a stretch of keys. */
export function keyMask(keys: Uint8Array, from: number, to: number): number {
  let mask = 0;
  for (let at = from; at < to; at++) mask |= 1 << BIT_OF_CODE[keys[at]!]!;
  return mask;
}

/** The masks of a vocabulary in that order. */
export function keyMasks(keys: Uint8Array, keyAt: Uint32Array, order: Uint32Array): Int32Array {
  return Int32Array.from(order, (id) => keyMask(keys, keyAt[id]!, keyAt[id + 1]!));
}

/** The bound that each byte of a mask contributes. Four arrays, so that the inner loop adds no offsets. */
const BOUND_OF_BYTE = [
  new Uint8Array(256),
  new Uint8Array(256),
  new Uint8Array(256),
  new Uint8Array(256),
] as const;
const [bound0, bound1, bound2, bound3] = BOUND_OF_BYTE;
const bitCost = new Uint8Array(32);

/** For each sound that a key may hold: the least that it costs to bring it about from the query's sounds. */
function prepareBound(query: Uint8Array): void {
  for (let bit = 0; bit < 32; bit++) {
    let cheapest = FAR;
    for (const code of CODES_OF_BIT[bit] ?? []) {
      cheapest = Math.min(cheapest, INSERTION[code]!);
      for (const own of query) cheapest = Math.min(cheapest, SUBSTITUTION[own * SOUND_CODES + code]!);
    }
    bitCost[bit] = cheapest;
  }
  BOUND_OF_BYTE.forEach((table, byte) => {
    for (let value = 1; value < 256; value++) {
      const lowest = 31 - Math.clz32(value & -value);
      table[value] = Math.min(63, table[value & (value - 1)]! + bitCost[byte * 8 + lowest]!);
    }
  });
}

/** Lower ends of the groups in which costs of the way back are counted; the last group is "no sound near". */
const GROUPS = [0, 1, 5, 9] as const;

/** For each distinct sound of the query: the sounds within each group of cost, as masks, and the cost if none is. */
const nearMasks = new Int32Array(GROUPS.length * MAX_KEY_LENGTH);
const noneCost = new Uint8Array(MAX_KEY_LENGTH);
let distinctSounds = 0;

/** Prepares the way back: what each sound of the query costs at least against the sounds of a key. */
function prepareWayBack(query: Uint8Array): void {
  distinctSounds = 0;
  const seen = new Set<number>();
  for (const own of query) {
    if (seen.has(own)) continue;
    seen.add(own);
    const base = distinctSounds * GROUPS.length;
    nearMasks.fill(0, base, base + GROUPS.length);
    for (let code = 1; code < SOUND_CODES; code++) {
      const cost = SUBSTITUTION[own * SOUND_CODES + code]!;
      const group = GROUPS.findLastIndex((from) => cost >= from);
      // Beyond the last group's cheapest, leaving the sound out is no dearer than most exchanges.
      if (cost < INSERTION[own]!) nearMasks[base + group]! |= 1 << BIT_OF_CODE[code]!;
    }
    noneCost[distinctSounds++] = INSERTION[own]!;
  }
}

/** True if the query's sounds cannot all be had from those of the mask within the tolerance. */
function isTooFarBack(mask: number, tolerance: number): boolean {
  let cost = 0;
  for (let sound = 0; sound < distinctSounds; sound++) {
    const base = sound * GROUPS.length;
    if ((mask & nearMasks[base]!) !== 0) continue;
    const none = noneCost[sound]!;
    const least =
      (mask & nearMasks[base + 1]!) !== 0
        ? 1
        : (mask & nearMasks[base + 2]!) !== 0
          ? 5
          : (mask & nearMasks[base + 3]!) !== 0
            ? 9
            : none;
    cost += Math.min(least, none);
    if (cost > tolerance) return true;
  }
  return false;
}

const limits = new Uint8Array(MAX_KEY_LENGTH + 1);

/**
 * Calls `take` for every key within the tolerance of the query's key, in the order of the table.
 * @param likeness keys less alike than this are passed over, which makes the scan the faster. @default 0
 */
export function scanKeys(
  table: KeyTable,
  query: Uint8Array,
  take: (id: number, distance: number, length: number) => void,
  likeness = 0,
): void {
  const { keys, keyAt, order, potential, masks } = table;
  let widest = 0;
  for (let length = 0; length <= MAX_KEY_LENGTH; length++) {
    // One unit is added, so that rounding never cuts off what is exactly that alike.
    const alike = distanceOfLikeness(likeness, query.length, length) + 1;
    limits[length] = Math.min(pairTolerance(query.length, length), alike);
    widest = Math.max(widest, limits[length]!);
  }
  const own = keyPotential(query, 0, query.length);
  prepareBound(query);
  prepareWayBack(query);
  const end = firstAbove(potential, own + widest);
  for (let at = firstAbove(potential, own - widest - 1); at < end; at++) {
    const mask = masks[at]!;
    if (
      bound0[mask & 255]! + bound1[(mask >> 8) & 255]! + bound2[(mask >> 16) & 255]! + bound3[mask >>> 24]! >
      widest
    )
      continue;
    if (isTooFarBack(mask, widest)) continue;
    const id = order[at]!;
    const length = keyAt[id + 1]! - keyAt[id]!;
    const tolerance = limits[length]!;
    if (Math.abs(potential[at]! - own) > tolerance) continue;
    const distance = distanceBetween(query, 0, query.length, keys, keyAt[id]!, length, tolerance);
    if (distance !== FAR && length > 0) take(id, distance, length);
  }
}

/** The first place of a sorted array that holds more than a value. */
function firstAbove(sorted: Uint16Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
