// An article's text as blocks: what stands on one line, or on several where the text was wrapped at a fixed width.
// A block holds no white space at its ends; every other character of the text is in exactly one block.
import type { Range } from '../document.ts';
import { lineKey } from './line-key.ts';

/** Longer blocks are prose: they are never compared with others. */
export const MOST_COMPARED = 400;

export interface Block extends Range {
  readonly text: string;
  /** Words in lower case; empty for blocks longer than `MOST_COMPARED`. */
  readonly key: string;
  /** An empty line, or the beginning of the text, stands before it. */
  readonly isApart: boolean;
  readonly isBulleted: boolean;
}

/** The block's text without the mark that makes it a point of a list. */
export function withoutBullet({ text, isBulleted }: Block): string {
  return isBulleted ? text.replace(BULLET, '').trimStart() : text;
}

interface Line extends Range {
  readonly isApart: boolean;
}

const BULLET = /^(?:[•‣▪●◦·*–-]|\d{1,2}[.)])\s/u;

export function blocksOf(text: string): Block[] {
  const lines = linesOf(text);
  const width = wrapWidth(text, lines);
  const blocks: Block[] = [];
  let first: Line | undefined;
  let last: Line | undefined;
  for (const line of lines) {
    if (first && last && !goesOn(text, last, line, width)) {
      blocks.push(blockOf(text, first, last));
      first = line;
    }
    first ??= line;
    last = line;
  }
  if (first && last) blocks.push(blockOf(text, first, last));
  return blocks;
}

/** All lines that hold something, without the white space at their ends. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let isApart = true;
  for (let from = 0; from <= text.length; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    const line = text.slice(from, to);
    const bare = line.trim();
    if (bare) {
      const start = from + (line.length - line.trimStart().length);
      lines.push({ start, end: start + bare.length, isApart });
    }
    isApart = !bare;
    from = to + 1;
  }
  return lines;
}

/** Lengths between which lines of wrapped text lie. */
const NARROW = 45;
const WIDE = 100;
/** Share of adjoining lines of which the lower begins in lower case, from which text counts as wrapped. */
const WRAPPED_SHARE = 0.35;

/** The width at which the text was wrapped; 0 if its lines are paragraphs. */
function wrapWidth(text: string, lines: readonly Line[]): number {
  let pairs = 0;
  let wrapped = 0;
  let width = 0;
  for (let index = 1; index < lines.length; index += 1) {
    const [upper, lower] = [lines[index - 1] as Line, lines[index] as Line];
    const length = upper.end - upper.start;
    width = Math.max(width, length);
    if (lower.isApart) continue;
    pairs += 1;
    if (length >= NARROW && /^\p{Ll}/u.test(text.slice(lower.start, lower.start + 2))) wrapped += 1;
  }
  return pairs >= 3 && width <= WIDE && wrapped / pairs >= WRAPPED_SHARE ? width : 0;
}

/** True if the lower line goes on with the paragraph of the upper one. */
function goesOn(text: string, upper: Line, lower: Line, width: number): boolean {
  if (width === 0 || lower.isApart) return false;
  if (BULLET.test(text.slice(lower.start, lower.start + 4))) return false;
  // A line that ends well before the edge was the last of its paragraph.
  return upper.end - upper.start >= width * 0.7;
}

function blockOf(text: string, first: Line, last: Line): Block {
  const [start, end] = [first.start, last.end];
  const surface = text.slice(start, end);
  return {
    start,
    end,
    text: surface,
    key: surface.length <= MOST_COMPARED ? lineKey(surface) : '',
    isApart: first.isApart,
    isBulleted: BULLET.test(surface),
  };
}
