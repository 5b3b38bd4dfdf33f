// The one place where characters of an article are changed: line ends become `\n`, NULs become spaces, halves of
// surrogate pairs become U+FFFD. After it a text is immutable, and every offset counts on it.

export interface CleanText {
  readonly text: string;
  readonly notes: readonly string[];
}

/** Line ends of all systems and of Unicode (UAX 14, BK, CR, LF, NL). */
const LINE_END = /\r\n?|[\u2028\u2029\v\f\u0085]/gu;

export function cleanText(raw: string): CleanText {
  const notes: string[] = [];
  let text = (raw.startsWith('\uFEFF') ? raw.slice(1) : raw).replace(LINE_END, '\n');
  if (text.includes('\0')) {
    const count = text.split('\0').length - 1;
    text = text.replaceAll('\0', ' ');
    notes.push(`${count} NUL character(s) were replaced by spaces.`);
  }
  if (!text.isWellFormed()) {
    text = text.toWellFormed();
    notes.push('Halves of characters (unpaired surrogates) were replaced by U+FFFD.');
  }
  return { text, notes };
}
