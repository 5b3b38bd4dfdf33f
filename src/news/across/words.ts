// Words of a text as they are compared: without case, accents, possessive and inflection. The stem is a rough one, good
// for asking whether two texts speak of the same things, and never shown to anybody.
import type { Range } from '../document.ts';

export interface Word extends Range {
  /** The word in lower case, without accents, dots of abbreviations and possessive. */
  readonly key: string;
}

const WORD =
  /\p{L}(?:\.\p{L})+\.?|\p{N}[\p{N}.,]*\p{N}|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’\-‐‑][\p{L}\p{N}\p{M}]+)*/gu;

/** The words of a text; offsets count from `base`. */
export function wordsOf(text: string, base = 0): Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    start: base + match.index,
    end: base + match.index + match[0].length,
    key: wordKey(match[0]),
  }));
}

/** One word as it is compared. */
export function wordKey(word: string): string {
  if (/^[A-Za-z]+$/u.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s$/u, '')
    .replace(/^(?:\p{L}\.)+\p{L}?$/u, (letters) => letters.replaceAll('.', ''))
    .replace(/(?<=\d),(?=\d{3})/gu, '')
    .replaceAll('’', "'");
}

/** A word without its English inflection, roughly: `offers`, `offered` and `offering` come out alike. */
export function stemOf(key: string): string {
  let stem = key;
  if (stem.length > 4 && stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`;
  else if (stem.length > 3 && /[^sui]s$/u.test(stem)) stem = stem.slice(0, -1);
  if (stem.length > 5 && stem.endsWith('ing')) stem = undoubled(stem.slice(0, -3));
  else if (stem.length > 4 && stem.endsWith('ed')) stem = undoubled(stem.slice(0, -2));
  return stem.length > 3 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}

function undoubled(stem: string): string {
  return /([bdgmnprt])\1$/u.test(stem) ? stem.slice(0, -1) : stem;
}
