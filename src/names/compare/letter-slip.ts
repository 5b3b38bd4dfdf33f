// A slip of the hand: one letter changed, added, left out, or swapped with its neighbour. What it does to the sound
// depends on the letter (an h more makes another sound of sh, gh or ph, an x is two sounds), so it is judged by letters,
// beside the distance of sounds.
import type { NameToken } from '../form/token.ts';

/** Letters that both tokens must have: of two letters, one is half the name. */
export const FEWEST_LETTERS = 3;

/** What a token must tell, so that it can be asked for a slip. */
export type SlippingToken = Pick<NameToken, 'text' | 'role'>;

const NO_SLIP = 0;
const LAST_DIGIT = 0x39;

/** True for texts that differ by one letter. Digits do not slip: T-72 is no T-73 misspelt. */
export function isOneLetterApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const [few, many] = [short.length, long.length];
  if (many - few > 1 || one === other) return false;
  let start = 0;
  while (start < few && short.charCodeAt(start) === long.charCodeAt(start)) start++;
  let end = 0;
  const most = few - start;
  while (end < most && short.charCodeAt(few - 1 - end) === long.charCodeAt(many - 1 - end)) end++;
  const differing = many - start - end;
  if (differing > 2 || isDigit(long, start) || (few === many && isDigit(short, start))) return false;
  if (differing <= 1) return true;
  const isSwapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  return few === many && isSwapped && !isDigit(long, start + 1);
}

function isDigit(text: string, at: number): boolean {
  return text.charCodeAt(at) <= LAST_DIGIT;
}

/**
 * How alike two tokens are that differ by one letter: the share of letters that stay, so 1 of 3 letters leaves .67 and
 * 1 of 8 leaves .88. 0 where it is no slip: two well-known names are two names, and of abbreviations each is another.
 */
export function slipLikeness(one: SlippingToken, other: SlippingToken): number {
  if (Math.min(one.text.length, other.text.length) < FEWEST_LETTERS) return NO_SLIP;
  if (one.role === 'known' && other.role === 'known') return NO_SLIP;
  if (!isOneLetterApart(one.text, other.text)) return NO_SLIP;
  if (!isSpoken(one.text) || !isSpoken(other.text)) return NO_SLIP;
  return 1 - 2 / (one.text.length + other.text.length);
}

/** Words without a vowel are abbreviations: KTTS. */
function isSpoken(text: string): boolean {
  return /[aeiouy]/u.test(text);
}
