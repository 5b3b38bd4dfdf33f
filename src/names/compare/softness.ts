// How alike two parts are that contradict one another: what is forgiven of the contradiction. Not part of any bound, so
// it may look at more than the relations of tokens do.
import type { NameToken } from '../form/token.ts';
import { FAR, likenessOfDistance, soundDistance } from '../sound/sound-distance.ts';

const NO_SOFTNESS = 0;

/** What is forgiven of a contradiction of Roman numerals one stroke apart (XII, XIII), which a slip may be. */
const ONE_STROKE = 0.6;

/** How alike two contradicted tokens sound, beyond all tolerance: 0 to 1. Numerals: how easily one is the other's slip. */
export function softnessOf(one: NameToken, other: NameToken): number {
  if (one.value !== undefined && other.value !== undefined)
    return isOneStrokeApart(one.text, other.text) ? ONE_STROKE : NO_SOFTNESS;
  if (one.key.length === 0 || other.key.length === 0) return NO_SOFTNESS;
  // Ahmed is no slip for Mohamed.
  if (one.role === 'known' && other.role === 'known') return NO_SOFTNESS;
  const distance = soundDistance(one.key, other.key);
  return distance === FAR ? NO_SOFTNESS : likenessOfDistance(distance, one.key.length, other.key.length);
}

/** True for Roman numerals of which one has a letter more at its start or end. */
function isOneStrokeApart(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const isRoman = /^[ivx]+$/u.test(long) && /^[ivx]+$/u.test(short);
  return isRoman && long.length === short.length + 1 && (long.startsWith(short) || long.endsWith(short));
}
