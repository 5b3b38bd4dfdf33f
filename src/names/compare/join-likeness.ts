// Two neighbours of a name written as one word, and how alike that is to one word of another name: Van der Bilt,
// Vanderbilt.
import type { NameToken } from '../form/token.ts';
import {
  distanceOfLikeness,
  FAR,
  likenessOfDistance,
  pairTolerance,
  soundDistance,
} from '../sound/sound-distance.ts';
import { soundKey } from '../sound/sound-key.ts';
import { JOIN_FLOOR } from './align-score.ts';
import { LIKENESS } from './relate-tokens.ts';

/** Two neighbours as one word. */
export interface JoinedWord {
  readonly text: string;
  readonly key: Uint8Array;
}

/** Two neighbours as one word; undefined if they cannot stand together. */
export function joinWords(first: NameToken, second: NameToken): JoinedWord | undefined {
  if (!canJoin(first) || !canJoinAfter(second)) return undefined;
  const text = first.text + second.text;
  return { text, key: soundKey(text) };
}

/** The likeness of a token to two neighbours written as one word; 0 if the join is not near enough. */
export function joinLikeness({ text, key }: JoinedWord, single: NameToken): number {
  if (single.role === 'initial' || single.value !== undefined) return 0;
  if (text === single.text) return LIKENESS.same;
  const [own, other] = [key.length, single.key.length];
  // One unit is added, so that rounding never cuts off what is exactly that alike.
  const alike = distanceOfLikeness(JOIN_FLOOR / LIKENESS.sameSound, own, other) + 1;
  const distance = soundDistance(key, single.key, Math.min(pairTolerance(own, other), alike));
  if (distance === FAR) return 0;
  const likeness = likenessOfDistance(distance, own, other) * LIKENESS.sameSound;
  return likeness >= JOIN_FLOOR ? likeness : 0;
}

/** Initials, numerals and legal forms do not begin a word written together. */
export function canJoin(token: NameToken): boolean {
  return canJoinAfter(token) && token.role !== 'legal';
}

/** A legal form may end one: SiemensAG. */
export function canJoinAfter(token: NameToken): boolean {
  return token.role !== 'initial' && token.value === undefined && token.key.length > 0;
}
