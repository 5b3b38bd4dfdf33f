// How two tokens relate: the likeness that the score uses, and the reason in words that the explanation shows.
// This is the plain statement of the rules. The index finds the same relations by other ways; a test holds it to this.

import type { NameToken } from '../form/token.ts';
import { relateGivenNames } from '../knowledge/index.ts';
import {
  distanceBetween,
  FAR,
  likenessOfDistance,
  pairTolerance,
  SUBSTITUTION,
  soundDistance,
  UNIT,
} from '../sound/sound-distance.ts';
import { isVowelCode, SOUND, SOUND_CODES } from '../sound/sound-key.ts';
import { slipLikeness } from './letter-slip.ts';

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
  slip: 13,
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
  [HOW.gendered]: 'the same name with another ending',
  [HOW.joined]: 'written as one word or as two',
  [HOW.acronym]: 'initial letters of the name',
  [HOW.consonants]: 'same consonants',
  [HOW.slip]: 'differs by one letter',
};

/** Likeness of relations that do not depend on the distance of sounds. */
export const LIKENESS = {
  same: 1,
  sameSound: 0.97,
  spelling: 0.94,
  translation: 0.86,
  nickname: 0.82,
  /** More than leaving the initial out would give, so that who has such a name comes before who has none. */
  initial: 0.72,
  initialBySound: 0.66,
  meaning: 0.96,
  gendered: 0.95,
  acronym: 0.85,
  /** Consonants tell less than the whole word does. */
  consonantFactor: 0.9,
} as const;

/** Cost of exchanging two sounds up to which one initial can stand for the other's name. */
const INITIAL_TOLERANCE = 4;

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
  if (distance !== 0) {
    const likeness = slipLikeness(one, other);
    if (likeness > best.likeness) best = { likeness, how: HOW.slip };
  }
  if (best.likeness < LIKENESS.gendered && (one.stem ?? one.text) === (other.stem ?? other.text)) {
    best = { likeness: LIKENESS.gendered, how: HOW.gendered };
  }
  if (best.how !== HOW.sameSound && one.families.some((family) => other.families.includes(family))) {
    const relation = relateGivenNames(one.text, other.text)?.relation;
    // The family is named as the reason also where the sounds are nearer still: what is only near in sound counts less.
    if (relation) best = { likeness: Math.max(LIKENESS[relation], best.likeness), how: HOW[relation] };
  }
  return best;
}

/** An initial stands for any name that begins with its letter or sound. */
function relateInitial(one: NameToken, other: NameToken): Relation {
  if (one.role === other.role) {
    const isAlike = soundsAlike(one.key[0]!, other.key[0]!);
    return isAlike ? { likeness: LIKENESS.initialBySound, how: HOW.initial } : UNRELATED;
  }
  const [initial, name] = one.role === 'initial' ? [one, other] : [other, one];
  if (name.text.startsWith(initial.text)) return { likeness: LIKENESS.initial, how: HOW.initial };
  return soundsAlike(name.key[0]!, initial.key[0]!)
    ? { likeness: LIKENESS.initialBySound, how: HOW.initial }
    : UNRELATED;
}

/** Letters that romanisations exchange at the head of a name: Y and E in Yevgeny, Kh and H, Zh and J. */
function soundsAlike(one: number, other: number): boolean {
  return SUBSTITUTION[one * SOUND_CODES + other]! <= INITIAL_TOLERANCE;
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

/** The consonants of a key, as names written without their vowels are compared by. */
export function consonantKey(key: Uint8Array): Uint8Array {
  return consonantsOne.slice(0, consonantsOf(key, consonantsOne));
}

/** Consonants that a key must have, so that they tell anything. */
export const LEAST_CONSONANTS = 2;

/** The largest distance at which consonants still agree, by their number on the side that has fewer. */
export function consonantTolerance(length: number): number {
  return length >= 4 ? UNIT : UNIT / 2;
}

/** The likeness of two tokens from the distance of their consonants. */
export function consonantLikeness(distance: number, oneLength: number, otherLength: number): number {
  return likenessOfDistance(distance, oneLength * 1.6, otherLength * 1.6) * LIKENESS.consonantFactor;
}

function relateConsonants(one: NameToken, other: NameToken): Relation {
  const oneLength = consonantsOf(one.key, consonantsOne);
  const otherLength = consonantsOf(other.key, consonantsOther);
  if (oneLength < LEAST_CONSONANTS || otherLength < LEAST_CONSONANTS) return UNRELATED;
  const limit = consonantTolerance(Math.min(oneLength, otherLength));
  const distance = distanceBetween(consonantsOne, 0, oneLength, consonantsOther, 0, otherLength, limit);
  if (distance === FAR) return UNRELATED;
  return { likeness: consonantLikeness(distance, oneLength, otherLength), how: HOW.consonants };
}
