// Names in plain ASCII, by far the most on every list: tidied in one walk, without cutting them into stretches of one
// script. The result is that of the long way in romanise.ts; romanise.test.ts holds the two together.

export const APOSTROPHE = 0x27;
export const HYPHEN = 0x2d;
const LAST_ASCII = 0x7f;

/** What is tidy already. */
export const TIDY = /^[a-z0-9]+(?:[ -][a-z0-9]+)*$/u;

export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > LAST_ASCII) return false;
  return true;
}

/** True for a-z and 0-9. */
export function isPlain(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

/**
 * The words of an ASCII text that is clean (clean.ts), parted by a hyphen where nothing but hyphens parts them, else by
 * one space. Apostrophes stay inside words, and before a hyphen.
 */
export function tidyAscii(text: string): string {
  if (TIDY.test(text)) return text;
  const words: string[] = [];
  for (let at = 0; ; ) {
    let isHyphen = words.length > 0;
    for (; at < text.length && !isPlain(text.charCodeAt(at)); at += 1) {
      if (text.charCodeAt(at) !== HYPHEN) isHyphen = false;
    }
    const start = at;
    while (at < text.length && (isPlain(text.charCodeAt(at)) || text.charCodeAt(at) === APOSTROPHE)) at += 1;
    if (start === at) return words.map(withoutApostrophes).join(' ');
    const word = text.slice(start, at);
    if (isHyphen) words[words.length - 1] += `-${word}`;
    else words.push(word);
  }
}

/** Without the apostrophes at its end. */
function withoutApostrophes(word: string): string {
  let end = word.length;
  while (end > 0 && word.charCodeAt(end - 1) === APOSTROPHE) end -= 1;
  return end === word.length ? word : word.slice(0, end);
}
