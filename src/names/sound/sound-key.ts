// The sound key of a name token: a short string of sound codes in which the English, French, German, Slavic,
// Turkic and scholarly spellings of one name come close (tsch, tch, ch; sh, sch, sz; kh, x, h; ou, oo, u).
// The key decides nothing by itself: it is the alphabet of the weighted distance in sound-distance.ts. Where a
// spelling is ambiguous the key keeps a code of its own, and the distance says how near it is to the others.
// Input is a folded token (a-z, 0-9); anything else is passed over.

/** Sound codes. 0 is not used, so that it can pad. */
export const SOUND = {
  a: 1,
  e: 2,
  i: 3,
  o: 4,
  u: 5,
  /** The glide of "yes". */
  glide: 6,
  w: 7,
  v: 8,
  b: 9,
  p: 10,
  f: 11,
  d: 12,
  t: 13,
  dh: 14,
  th: 15,
  /** A t (or d) that only opens an affricate: t-ch, t-s, d-z. Nearly free to leave out. */
  stop: 16,
  k: 17,
  q: 18,
  g: 19,
  gh: 20,
  kh: 21,
  h: 22,
  s: 23,
  z: 24,
  sh: 25,
  zh: 26,
  /** The letter j, and dj, dzh. */
  j: 27,
  ch: 28,
  /** ts, tz, and the letter c where it is not plainly a k. */
  c: 29,
  m: 30,
  n: 31,
  l: 32,
  r: 33,
  /** Digits 0 to 9 are 34 to 43. */
  digit0: 34,
} as const;

/** How many codes there are, 0 included. */
export const SOUND_CODES = 44;

/** Longest key kept; the longest token of the official lists gives 31 codes. Longer ones are cut. */
export const MAX_KEY_LENGTH = 32;

/** Spellings of several letters, longest first for each first letter; the codes that they stand for. */
const CLUSTERS: Readonly<Record<string, readonly (readonly [string, readonly number[]])[]>> = {
  c: [
    ['ck', [SOUND.k]],
    ['ch', [SOUND.ch]],
    ['cz', [SOUND.ch]],
  ],
  d: [
    ['dzh', [SOUND.j]],
    ['dj', [SOUND.j]],
    ['dh', [SOUND.dh]],
    ['dz', [SOUND.stop, SOUND.z]],
  ],
  e: [['ee', [SOUND.i]]],
  g: [['gh', [SOUND.gh]]],
  k: [['kh', [SOUND.kh]]],
  o: [
    ['oo', [SOUND.u]],
    ['ou', [SOUND.u]],
  ],
  p: [['ph', [SOUND.f]]],
  q: [
    ['que', [SOUND.k, SOUND.e]],
    ['qui', [SOUND.k, SOUND.i]],
  ],
  s: [
    ['schtsch', [SOUND.sh, SOUND.ch]],
    ['shtch', [SOUND.sh, SOUND.ch]],
    ['szcz', [SOUND.sh, SOUND.ch]],
    ['shch', [SOUND.sh, SOUND.ch]],
    ['sch', [SOUND.sh]],
    ['sh', [SOUND.sh]],
    ['sz', [SOUND.sh]],
  ],
  t: [
    ['tsch', [SOUND.stop, SOUND.ch]],
    ['tch', [SOUND.stop, SOUND.ch]],
    ['tsh', [SOUND.stop, SOUND.ch]],
    ['tz', [SOUND.c]],
    ['ts', [SOUND.c]],
    ['th', [SOUND.th]],
  ],
  z: [['zh', [SOUND.zh]]],
};

const LETTERS: Readonly<Record<string, number>> = {
  a: SOUND.a,
  b: SOUND.b,
  d: SOUND.d,
  e: SOUND.e,
  f: SOUND.f,
  g: SOUND.g,
  h: SOUND.h,
  i: SOUND.i,
  j: SOUND.j,
  k: SOUND.k,
  l: SOUND.l,
  m: SOUND.m,
  n: SOUND.n,
  o: SOUND.o,
  p: SOUND.p,
  q: SOUND.q,
  r: SOUND.r,
  s: SOUND.s,
  t: SOUND.t,
  u: SOUND.u,
  v: SOUND.v,
  w: SOUND.w,
  z: SOUND.z,
};

export function isVowelCode(code: number): boolean {
  return code >= SOUND.a && code <= SOUND.u;
}

interface Cluster {
  readonly spelling: string;
  /** The second letter, which decides against most clusters. */
  readonly second: number;
  readonly sounds: readonly number[];
}

const ASCII = 0x80;
const [C, E, H, I, O, U, X, Y] = [0x63, 0x65, 0x68, 0x69, 0x6f, 0x75, 0x78, 0x79] as const;
const [A, ZERO, NINE] = [0x61, 0x30, 0x39] as const;

/** By the code of the first letter. */
const clustersAt: readonly (readonly Cluster[])[] = byLetter((letter) =>
  (CLUSTERS[letter] ?? []).map(([spelling, sounds]) => ({
    spelling,
    second: spelling.charCodeAt(1),
    sounds,
  })),
);
/** The sound of a letter alone by its code; 0 if it has none. */
const soundAt = Uint8Array.from(byLetter((letter) => LETTERS[letter] ?? 0));

function byLetter<Value>(find: (letter: string) => Value): Value[] {
  return Array.from({ length: ASCII }, (_, code) => find(String.fromCharCode(code)));
}

/** True for the codes of a, e, i, o, u; false for NaN, which stands beyond either end of a token. */
function isVowelLetter(letter: number): boolean {
  return letter === A || letter === E || letter === I || letter === O || letter === U;
}

const scratch = new Uint8Array(MAX_KEY_LENGTH);

/** Puts a sound behind those found so far; returns how many there are then. */
function put(length: number, sound: number): number {
  // Doubled letters and doubled sounds are one: Muhammad and Mohamad, Hussein and Husein.
  const isDouble = length > 0 && scratch[length - 1] === sound && sound < SOUND.digit0;
  if (length === MAX_KEY_LENGTH || isDouble) return length;
  scratch[length] = sound;
  return length + 1;
}

function clusterAt(token: string, at: number, letter: number, next: number): Cluster | undefined {
  for (const cluster of clustersAt[letter]!) {
    if (cluster.second === next && token.startsWith(cluster.spelling, at)) return cluster;
  }
  return undefined;
}

/**
 * The sound key of a folded token.
 * @param token a-z and 0-9; other characters have no sound
 * @returns codes of SOUND, at most MAX_KEY_LENGTH; empty if the token has no letter or digit
 */
export function soundKey(token: string): Uint8Array {
  let length = 0;
  let at = 0;
  if (token.startsWith('hs')) {
    // Wade-Giles: Hsi is Xi. Elsewhere h and s are two sounds (Mahsud).
    length = put(length, SOUND.sh);
    at = 2;
  }
  for (; at < token.length && length < MAX_KEY_LENGTH; at += 1) {
    const letter = token.charCodeAt(at);
    if (letter >= ASCII) continue;
    const before = token.charCodeAt(at - 1);
    const next = token.charCodeAt(at + 1);
    const cluster = clusterAt(token, at, letter, next);
    if (cluster) {
      for (const sound of cluster.sounds) length = put(length, sound);
      at += cluster.spelling.length - 1;
    } else if (letter >= ZERO && letter <= NINE) {
      length = put(length, SOUND.digit0 + letter - ZERO);
    } else if (letter === C) {
      const isSoft = next === E || next === I || next === Y || Number.isNaN(next);
      length = put(length, isSoft ? SOUND.c : SOUND.k);
    } else if (letter === X) {
      // At the start it is a hiss (Xi, Xenia); elsewhere k and s (Alexander).
      length = at > 0 ? put(put(length, SOUND.k), SOUND.s) : put(length, SOUND.sh);
    } else if (letter === Y) {
      length = put(length, isVowelLetter(next) || isVowelLetter(before) ? SOUND.glide : SOUND.i);
    } else if (letter === H && Number.isNaN(next) && isVowelLetter(before)) {
      // A final h after a vowel is not heard: Abdullah, Sarah.
    } else if (soundAt[letter]! > 0) {
      length = put(length, soundAt[letter]!);
    }
  }
  return scratch.slice(0, length);
}
