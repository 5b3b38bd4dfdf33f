// How two tokens relate: the likeness that the score uses, and the reason in words that the explanation shows.
// This is the plain statement of the rules. The index finds the same relations by other ways; a test holds it to this.

import type { NameToken } from '../form/token.ts';
import { relateGivenNames } from '../knowledge/index.ts';
import {
  distanceBetween,
  FAR,
  likenessOfDistance,
  pairTolerance,
  soundDistance,
  UNIT,
} from '../sound/sound-distance.ts';
import { isVowelCode, SOUND } from '../sound/sound-key.ts';

/** The kinds of relation. Stored as numbers in the hot loop; the words for them are in HOW_WORDS. */
export const HOW = {
  none: 0,
  same: 1,
  sameSound: 2,
  nearSound: 3,
  spelling: 4,
  translation: 5,
  nickname: 6,
  initial: 7,
  meaning: 8,
  gendered: 9,
  joined: 10,
  acronym: 11,
  consonants: 12,
} as const;

export const HOW_WORDS: Readonly<Record<number, string>> = {
  [HOW.same]: 'same',
  [HOW.sameSound]: 'same sound',
  [HOW.nearSound]: 'nearly the same sound',
  [HOW.spelling]: 'spelling of the same name',
  [HOW.translation]: 'the same name in another language',
  [HOW.nickname]: 'short or pet form of the same name',
  [HOW.initial]: 'initial',
  [HOW.meaning]: 'same meaning',
  [HOW.gendered]: 'masculine and feminine form of one surname',
  [HOW.joined]: 'written as one word or as two',
  [HOW.acronym]: 'initial letters of the name',
  [HOW.consonants]: 'same consonants',
};

/** Likeness of relations that do not depend on the distance of sounds. */
export const LIKENESS = {
  same: 1,
  sameSound: 0.97,
  spelling: 0.94,
  translation: 0.86,
  nickname: 0.82,
  initial: 0.6,
  meaning: 0.96,
  gendered: 0.95,
  acronym: 0.85,
  /** Consonants tell less than the whole word does. */
  consonantFactor: 0.9,
} as const;

export interface Relation {
  readonly likeness: number;
  readonly how: number;
}

export const UNRELATED: Relation = { likeness: 0, how: HOW.none };

/**
 * How two tokens relate. Symmetric.
 * @param isSkeleton true if one of the two forms lacks its short vowels, so that only consonants are compared
 */
export function relateTokens(one: NameToken, other: NameToken, isSkeleton: boolean): Relation {
  if (one.text === other.text) return { likeness: LIKENESS.same, how: HOW.same };
  if (one.concept !== undefined && one.concept === other.concept)
    return { likeness: LIKENESS.meaning, how: HOW.meaning };
  // Numerals agree or they do not: No. 5 is not No. 7, and is not "No. V." misspelt.
  if (one.value !== undefined || other.value !== undefined) {
    return one.value === other.value ? { likeness: LIKENESS.same, how: HOW.same } : UNRELATED;
  }
  if (one.role === 'legal' || other.role === 'legal') return UNRELATED;
  if (one.key.length === 0 || other.key.length === 0) return UNRELATED;
  if (one.role === 'initial' || other.role === 'initial') return relateInitial(one, other);
  if (isSkeleton) return relateConsonants(one, other);

  let best: Relation = UNRELATED;
  const distance = soundDistance(one.key, other.key, pairTolerance(one.key.length, other.key.length));
  if (distance === 0) best = { likeness: LIKENESS.sameSound, how: HOW.sameSound };
  else if (distance !== FAR) {
    const likeness = likenessOfDistance(distance, one.key.length, other.key.length) * LIKENESS.sameSound;
    best = { likeness, how: HOW.nearSound };
  }
  if (best.likeness < LIKENESS.gendered && (one.stem ?? one.text) === (other.stem ?? other.text)) {
    best = { likeness: LIKENESS.gendered, how: HOW.gendered };
  }
  if (best.likeness < LIKENESS.spelling && one.families.some((family) => other.families.includes(family))) {
    const relation = relateGivenNames(one.text, other.text)?.relation;
    if (relation && LIKENESS[relation] > best.likeness)
      best = { likeness: LIKENESS[relation], how: HOW[relation] };
  }
  return best;
}

/** An initial stands for any name that begins with its letter or sound. Two initials are the same or nothing. */
function relateInitial(one: NameToken, other: NameToken): Relation {
  if (one.role === other.role) return UNRELATED;
  const [initial, name] = one.role === 'initial' ? [one, other] : [other, one];
  if (name.role === 'minor') return UNRELATED;
  const begins = name.text.startsWith(initial.text) || name.key[0] === initial.key[0];
  return begins ? { likeness: LIKENESS.initial, how: HOW.initial } : UNRELATED;
}

const consonantsOne = new Uint8Array(64);
const consonantsOther = new Uint8Array(64);

/** The consonants of a key, written into `into`; returns how many. Glides count as vowels here. */
function consonantsOf(key: Uint8Array, into: Uint8Array): number {
  let length = 0;
  for (const code of key) {
    if (isVowelCode(code) || code === SOUND.glide || code === SOUND.w) continue;
    if (length > 0 && into[length - 1] === code) continue;
    into[length++] = code;
  }
  return length;
}

function relateConsonants(one: NameToken, other: NameToken): Relation {
  const oneLength = consonantsOf(one.key, consonantsOne);
  const otherLength = consonantsOf(other.key, consonantsOther);
  if (oneLength < 2 || otherLength < 2) return UNRELATED;
  const limit = Math.min(oneLength, otherLength) >= 4 ? UNIT : UNIT / 2;
  const distance = distanceBetween(consonantsOne, 0, oneLength, consonantsOther, 0, otherLength, limit);
  if (distance === FAR) return UNRELATED;
  const likeness =
    likenessOfDistance(distance, oneLength * 1.6, otherLength * 1.6) * LIKENESS.consonantFactor;
  return { likeness, how: HOW.consonants };
}
