// Several values in one cell, numbered by the publisher: "(1) Mullah (2) Haji", "a) Minister b) Envoy". Only text
// whose marks run on from the first is split, so that a bracketed number within a value stays where it is.

/** One value of a numbered text. `number` is 1 for text that is not numbered. */
export interface NumberedItem {
  readonly number: number;
  readonly text: string;
}

/** "(3)", "(1) to (6)", "(1-3)". */
const NUMBER_MARK = /\((\d{1,3})\)(?:\s*to\s*\((\d{1,3})\))?|\((\d{1,3})-(\d{1,3})\)/gu;
/** "a)" or "(a)" after a blank or at the beginning. */
const LETTER_MARK = /(?<=^|\s)\(?([a-z])\)\s*/gu;

/**
 * The items of a text numbered in brackets; one item with number 1 if it is not numbered. A dash stands for "none"
 * and gives no item; "(1) to (6) Algeria" gives six.
 */
export function splitNumbered(text: string): NumberedItem[] {
  const marks: {
    readonly from: number;
    readonly to: number;
    readonly start: number;
    readonly end: number;
  }[] = [];
  for (const match of text.matchAll(NUMBER_MARK)) {
    const from = Number(match[1] ?? match[3]);
    const to = Number(match[2] ?? match[4] ?? from);
    const expected = (marks.at(-1)?.to ?? 0) + 1;
    if (marks.length === 0 && text.slice(0, match.index).trim()) break;
    if (from !== expected || to < from) continue;
    marks.push({ from, to, start: match.index, end: match.index + match[0].length });
  }
  if (marks.length === 0) return itemOf(1, text);
  return marks.flatMap((mark, index) => {
    const piece = text.slice(mark.end, marks[index + 1]?.start ?? text.length);
    const numbers = Array.from({ length: mark.to - mark.from + 1 }, (_, step) => mark.from + step);
    return numbers.flatMap((number) => itemOf(number, piece));
  });
}

function itemOf(number: number, piece: string): NumberedItem[] {
  const text = piece.replace(/\s+/gu, ' ').trim();
  return /^[-–—. ]*$/u.test(text) ? [] : [{ number, text }];
}

/** The texts of a numbered text, without a full stop or comma left over at the end of each. */
export function numberedTexts(text: string): string[] {
  const items = splitNumbered(text);
  return items.length === 1
    ? items.map((item) => item.text)
    : items.map((item) => item.text.replace(/[\s.,;]+$/u, ''));
}

/** The texts of a text lettered "a) … b) …" from its beginning; the text itself if it is not lettered. */
export function letteredTexts(text: string): string[] {
  const marks: RegExpExecArray[] = [];
  for (const match of text.matchAll(LETTER_MARK)) {
    if (marks.length === 0 && text.slice(0, match.index).trim()) break;
    if (match[1] === String.fromCharCode(97 + marks.length)) marks.push(match);
  }
  const pieces =
    marks.length < 2
      ? [text.replace(/^\s*\(?a\)\s*/u, '')]
      : marks.map((mark, index) =>
          text.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? text.length),
        );
  return pieces.map((piece) => piece.trim().replace(/[\s,;]+$/u, '')).filter(Boolean);
}
