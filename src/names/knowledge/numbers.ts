// Numerals in names: digits, Roman numerals, ordinals and number words. "Factory No. 7", "VII" and "seventh" have one
// value, and two different values are a contradiction. Number words: data/names/numerals.yml. Fractions, amounts and
// hundreds in words are not read.
import data from './generated/numerals.json' with { type: 'json' };

export interface Numeral {
  readonly value: number;
  /** False where the token is as likely no numeral: a single letter, a word that means something else elsewhere. */
  readonly certain: boolean;
}

const words: ReadonlyMap<string, number> = new Map(Object.entries(data.certain));
const doubtful: ReadonlyMap<string, number> = new Map(Object.entries(data.doubtful));

/** Above this a number is no longer exact, and two different ones could seem equal. */
const MOST_DIGITS = 15;

const DIGITS = /^\d+$/u;
/** English and Russian endings; single letters are left out, for "5a" is a part of an address or a model. */
const ORDINAL = /^(\d{1,4})(?:st|nd|rd|th|ya|yy|oy|iy|ye|oye|aya|go|ogo|mu|om)$/u;
/** 1 to 39. Higher ones are not seen in names, and their letters spell words and surnames (Li, Mi, Di, DC). */
const ROMAN = /^x{0,3}(?:ix|iv|v?i{0,3})$/u;
const ROMAN_LETTERS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
/** Roman numerals of two letters that are also names: Xi, Vi. */
const ROMAN_OR_NAME: ReadonlySet<string> = new Set(['xi', 'vi']);

/**
 * The value of a numeral.
 * @param token folded Latin letters and digits
 * @returns undefined if the token is no numeral
 */
export function numeralValue(token: string): Numeral | undefined {
  if (DIGITS.test(token)) {
    const digits = token.replace(/^0+(?=\d)/u, '');
    return digits.length <= MOST_DIGITS ? { value: Number(digits), certain: true } : undefined;
  }
  const ordinal = ORDINAL.exec(token);
  if (ordinal) return { value: Number(ordinal[1]), certain: true };
  const known = words.get(token);
  if (known !== undefined) return { value: known, certain: true };
  const perhaps = doubtful.get(token);
  if (perhaps !== undefined) return { value: perhaps, certain: false };
  return romanValue(token);
}

/**
 * The numeral that begins at `tokens[at]`; tens and ones in words are one numeral (forty four).
 * @returns undefined if none does, also for `at` outside the name; `length` is the number of tokens covered
 */
export function matchNumeral(
  tokens: readonly string[],
  at: number,
): (Numeral & { readonly length: number }) | undefined {
  const token = tokens[at];
  const first = token === undefined ? undefined : numeralValue(token);
  if (!first) return undefined;
  const tens = words.get(token!);
  const ones = words.get(tokens[at + 1] ?? '');
  const isPair = tens !== undefined && tens >= 20 && ones !== undefined && ones < 10;
  return isPair ? { value: tens + ones, certain: true, length: 2 } : { ...first, length: 1 };
}

function romanValue(token: string): Numeral | undefined {
  if (token.length === 1) {
    const value = Object.hasOwn(ROMAN_LETTERS, token) ? ROMAN_LETTERS[token] : undefined;
    return value === undefined ? undefined : { value, certain: false };
  }
  if (token === '' || !ROMAN.test(token)) return undefined;
  let value = 0;
  for (let at = 0; at < token.length; at += 1) {
    const letter = ROMAN_LETTERS[token[at]!]!;
    value += letter < (ROMAN_LETTERS[token[at + 1] ?? ''] ?? 0) ? -letter : letter;
  }
  return { value, certain: !ROMAN_OR_NAME.has(token) };
}
