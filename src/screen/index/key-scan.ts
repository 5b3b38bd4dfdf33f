// Finds all sound keys within the tolerance of one, by looking at every key of fitting length.
// A 32-bit mask of the sounds that occur in a key gives a lower bound of the distance with four table look-ups, so
// that of some 40,000 keys only a few hundred reach the exact distance. The bound never exceeds the distance; the
// test compares the scan with the plain distance on real vocabularies.
import { distanceBetween, FAR, INSERTION, pairTolerance, SUBSTITUTION, toleranceOf } from '../../names/sound/sound-distance.ts';
import { MAX_KEY_LENGTH, SOUND, SOUND_CODES } from '../../names/sound/sound-key.ts';

/** Keys of a vocabulary, in order of length, as the scan wants them. */
export interface KeyTable {
  readonly keys: Uint8Array;
  readonly keyAt: Uint32Array;
  readonly byLength: Uint32Array;
  readonly byLengthAt: Uint32Array;
  /** Masks of the keys, in the order of `byLength`. */
  readonly masks: Uint32Array;
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
  return mask >>> 0;
}

/** The masks of a vocabulary in the order of `byLength`. */
export function keyMasks(keys: Uint8Array, keyAt: Uint32Array, byLength: Uint32Array): Uint32Array {
  return Uint32Array.from(byLength, (id) => keyMask(keys, keyAt[id]!, keyAt[id + 1]!));
}

const boundTable = new Uint8Array(4 * 256);
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
  for (let byte = 0; byte < 4; byte++) {
    const base = byte * 256;
    boundTable[base] = 0;
    for (let value = 1; value < 256; value++) {
      const lowest = 31 - Math.clz32(value & -value);
      boundTable[base + value] = Math.min(254, boundTable[base + (value & (value - 1))]! + bitCost[byte * 8 + lowest]!);
    }
  }
}

/**
 * Calls `take` for every key within the tolerance of the query's key.
 * @param minLength keys shorter than this are passed over. @default 1
 */
export function scanKeys(
  table: KeyTable,
  query: Uint8Array,
  take: (id: number, distance: number, length: number) => void,
  minLength = 1,
): void {
  const { keys, keyAt, byLength, byLengthAt, masks } = table;
  const ownTolerance = toleranceOf(query.length);
  prepareBound(query);
  // The cheapest sound that can be added or left out costs 3 units, and two of them never stand side by side; with
  // the next cheapest (4) that bounds how far lengths can differ within the tolerance.
  const slack = Math.ceil(ownTolerance / 3);
  const longest = Math.min(MAX_KEY_LENGTH, query.length + slack);
  for (let length = Math.max(minLength, query.length - slack, 1); length <= longest; length++) {
    const tolerance = pairTolerance(query.length, length);
    if (Math.abs(query.length - length) * 3 > tolerance) continue;
    const to = byLengthAt[length + 1]!;
    for (let at = byLengthAt[length]!; at < to; at++) {
      const mask = masks[at]!;
      const bound =
        boundTable[mask & 255]! +
        boundTable[256 + ((mask >>> 8) & 255)]! +
        boundTable[512 + ((mask >>> 16) & 255)]! +
        boundTable[768 + (mask >>> 24)]!;
      if (bound > tolerance) continue;
      const id = byLength[at]!;
      const distance = distanceBetween(query, 0, query.length, keys, keyAt[id]!, length, tolerance);
      if (distance !== FAR) take(id, distance, length);
    }
  }
}
