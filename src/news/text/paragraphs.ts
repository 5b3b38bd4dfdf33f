// Cuts an article's text into paragraphs: its lines, without the white space around them. Lines that were broken at
// a fixed width (press releases, mail) are put together again. A paragraph never runs over the border of a zone.
import type { Zone } from '../../model/reading.ts';
import type { Range } from '../document.ts';

/** Wider lines are not broken by hand or by a mail program. */
const WIDEST_WRAP = 110;

/** The paragraphs of a text, in order. `zones` may leave gaps. */
export function paragraphsOf(text: string, zones: readonly Zone[]): readonly Range[] {
  const borders = [...new Set(zones.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const paragraphs: Range[] = [];
  let border = 0;
  for (const paragraph of blocksOf(text).flatMap((block) =>
    isWrapped(text, block) ? [span(block)] : block,
  )) {
    let start = paragraph.start;
    while (border < borders.length && borders[border]! <= start) border += 1;
    for (; border < borders.length && borders[border]! < paragraph.end; border += 1) {
      addTrimmed(text, start, borders[border]!, paragraphs);
      start = borders[border]!;
    }
    addTrimmed(text, start, paragraph.end, paragraphs);
  }
  return paragraphs;
}

/** Lines that hold something, in groups that stand between empty lines. */
function blocksOf(text: string): Range[][] {
  const blocks: Range[][] = [];
  let isOpen = false;
  for (const { 0: line, index } of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    const before = blocks.at(-1)?.at(-1);
    const breaks = before ? text.slice(before.end, index) : '';
    isOpen = isOpen && (breaks === '\n' || breaks === '\r\n');
    if (!line.trim()) {
      isOpen = false;
      continue;
    }
    const range = { start: index, end: index + line.length };
    if (isOpen) blocks.at(-1)?.push(range);
    else blocks.push([range]);
    isOpen = true;
  }
  return blocks;
}

/** True if each line is as full as the widest allows, and most go on in the middle of a sentence. */
function isWrapped(text: string, lines: readonly Range[]): boolean {
  if (lines.length < 2) return false;
  const width = lines.reduce((widest, line) => Math.max(widest, line.end - line.start), 0);
  if (width > WIDEST_WRAP) return false;
  const rest = lines.slice(1);
  const isFull = rest.every((line, at) => {
    const firstWord = text.slice(line.start, line.end).search(/\s|$/);
    return lines[at]!.end - lines[at]!.start + 1 + firstWord > width;
  });
  const goOn = rest.filter((line) => /^\p{Ll}/u.test(text.slice(line.start, line.start + 2))).length;
  return isFull && goOn * 2 >= rest.length;
}

function span(lines: readonly Range[]): Range {
  return { start: lines[0]!.start, end: lines.at(-1)!.end };
}

function addTrimmed(text: string, from: number, to: number, paragraphs: Range[]): void {
  const line = text.slice(from, to);
  const start = from + (line.length - line.trimStart().length);
  const end = to - (line.length - line.trimEnd().length);
  if (end > start) paragraphs.push({ start, end });
}
