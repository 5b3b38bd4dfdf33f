// Cuts a name into words: those of a rendering, and those of the original that they may stand for.
import { isAscii, isPlain } from '../script/index.ts';

const LETTER_OR_FIGURE = /[\p{L}\p{N}]/u;
/** The blanks of ASCII are those of `\s`. */
const BETWEEN_SOURCES = /[\s,;-]+/u;
const BLANK = 0x20;
const [TAB, RETURN] = [0x09, 0x0d] as const;
const [COMMA, HYPHEN, SEMICOLON] = [0x2c, 0x2d, 0x3b] as const;
const [CAPITAL_A, CAPITAL_Z] = [0x41, 0x5a] as const;

/** The words of a rendering, which is of a-z, 0-9, blanks, hyphens and apostrophes; the last are closed up. */
export function wordsOf(rendering: string): string[] {
  const text = rendering.includes("'") ? rendering.replaceAll("'", '') : rendering;
  const words: string[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && isPlain(text.charCodeAt(at))) continue;
    if (at > start) words.push(text.slice(start, at));
    start = at + 1;
  }
  return words;
}

/** The words of a name as it was given, apart at blanks, commas, semicolons and hyphens; none of punctuation alone. */
export function sourceWords(name: string): string[] {
  if (!isAscii(name)) {
    const words = name.normalize('NFC').split(BETWEEN_SOURCES);
    return words.filter((word) => LETTER_OR_FIGURE.test(word));
  }
  const words: string[] = [];
  let start = 0;
  let hasLetter = false;
  for (let at = 0; at <= name.length; at += 1) {
    const code = at < name.length ? name.charCodeAt(at) : BLANK;
    if (isPlain(code) || (code >= CAPITAL_A && code <= CAPITAL_Z)) hasLetter = true;
    else if (partsSources(code)) {
      if (hasLetter) words.push(name.slice(start, at));
      start = at + 1;
      hasLetter = false;
    }
  }
  return words;
}

function partsSources(code: number): boolean {
  return (
    code === BLANK ||
    (code >= TAB && code <= RETURN) ||
    code === COMMA ||
    code === HYPHEN ||
    code === SEMICOLON
  );
}
