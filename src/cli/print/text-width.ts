// How many columns of a terminal a text takes: names come in Chinese, Korean and Arabic script, with accents that
// are characters of their own, and what a list holds is not to be trusted with a terminal's control sequences.

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Blocks of wide and full-width characters, first and last (Unicode 16, EastAsianWidth.txt, W and F). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1aff0, 0x1b2ff],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];

/** Columns that a text takes on a terminal. */
export function textWidth(text: string): number {
  if (/^[\x20-\x7e]*$/u.test(text)) return text.length;
  let width = 0;
  for (const { segment } of SEGMENTER.segment(text)) width += clusterWidth(segment);
  return width;
}

function clusterWidth(cluster: string): number {
  if (/^[\p{M}\p{Cf}\p{Cc}]+$/u.test(cluster)) return 0;
  if (/\p{Emoji_Presentation}|\uFE0F/u.test(cluster)) return 2;
  const code = cluster.codePointAt(0) ?? 0;
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

/**
 * A text of unknown origin made safe for a terminal: control characters, which could move the cursor or hide what
 * follows, and overrides of the writing direction become blanks or nothing.
 */
export function printable(text: string): string {
  return text.replace(/[\t\r\n]+/gu, ' ').replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, '');
}

/** Text is never squeezed into fewer columns than this, even where that means to go over the edge. */
const NARROWEST = 16;

/**
 * Breaks a text into lines of at most `width` columns, at blanks where it has any.
 * @param firstWidth of the first line. @default width
 */
export function wrapText(text: string, width: number, firstWidth: number = width): string[] {
  const lines: string[] = [];
  const room = (): number => (lines.length === 0 ? firstWidth : width);
  let line: string | undefined;
  for (const word of text.split(' ').flatMap((word) => pieces(word, width))) {
    const longer = line === undefined ? word : `${line} ${word}`;
    const isTooLong = textWidth(longer) > room();
    // Only a first line can be too narrow for a word that fits a line; it stays empty then.
    if (isTooLong && (line !== undefined || textWidth(word) <= width)) {
      lines.push(line ?? '');
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line ?? ''];
}

/** A word that is wider than a line, cut; text without blanks (Chinese, a path, a hash) has long words. */
function pieces(word: string, width: number): string[] {
  if (textWidth(word) <= width) return [word];
  const cut: string[] = [''];
  for (const { segment } of SEGMENTER.segment(word)) {
    const last = cut.at(-1) ?? '';
    if (last !== '' && textWidth(last + segment) > width) cut.push(segment);
    else cut[cut.length - 1] = last + segment;
  }
  return cut;
}

/**
 * A text wrapped to `width` columns, its first line behind `first` and the others behind `rest`.
 * @param rest @default blanks as wide as `first`
 * @param paintFirst colours `first`
 */
export function hang(
  text: string,
  width: number,
  first: string,
  rest: string = ' '.repeat(textWidth(first)),
  paintFirst: (text: string) => string = (text) => text,
): string {
  const room = (indent: string): number => Math.max(NARROWEST, width - textWidth(indent));
  const [line = '', ...more] = wrapText(text, room(rest), room(first));
  return [(paintFirst(first) + line).trimEnd(), ...more.map((other) => rest + other)].join('\n');
}
