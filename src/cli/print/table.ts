// A table for a terminal: columns as wide as they need to be; if that is too wide, the flexible ones wrap. Nothing is
// ever cut off.
import { textWidth, wrapText } from './text-width.ts';

export interface Column {
  readonly heading: string;
  /** @default 'left' */
  readonly align?: 'left' | 'right';
  /** May be narrowed by wrapping its cells. @default false */
  readonly isFlexible?: boolean;
}

/** A cell, or a cell with the colour that its padded text gets. */
export type Cell = string | { readonly text: string; readonly paint: (text: string) => string };

const GAP = '  ';
/** Columns below which a flexible column is not narrowed. */
const NARROWEST = 10;

/**
 * A table as text, one line end after each line.
 * @param rows cells in the order of the columns; absent ones are blank
 * @param paintHeading colours the line of headings
 */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly (Cell | undefined)[])[],
  width: number,
  paintHeading: (text: string) => string = (text) => text,
): string {
  const texts = rows.map((row) => columns.map((_, index) => textOf(row[index])));
  const widths = columnWidths(columns, texts, width);
  const headings = columns.map((column) => ({ text: column.heading, paint: paintHeading }));
  return [headings, ...rows].map((row) => renderRow(columns, row, widths)).join('');
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'object' ? cell.text : (cell ?? '');
}

/** Widths of the columns; what is too much is taken from the widest flexible column, again and again. */
function columnWidths(columns: readonly Column[], texts: readonly string[][], width: number): number[] {
  const widths = columns.map((column, index) =>
    Math.max(textWidth(column.heading), ...texts.map((row) => textWidth(row[index] ?? ''))),
  );
  let excess = GAP.length * columns.length + widths.reduce((sum, one) => sum + one, 0) - width;
  while (excess > 0) {
    const widest = columns
      .map((column, index) => (column.isFlexible ? index : -1))
      .filter((index) => index >= 0 && (widths[index] ?? 0) > NARROWEST)
      .sort((one, other) => (widths[other] ?? 0) - (widths[one] ?? 0))[0];
    if (widest === undefined) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
  return widths;
}

function renderRow(
  columns: readonly Column[],
  row: readonly (Cell | undefined)[],
  widths: readonly number[],
): string {
  const cells = columns.map((column, index) => {
    const cell = row[index];
    const paint = typeof cell === 'object' ? cell.paint : (text: string) => text;
    const width = widths[index] ?? 0;
    const lines = column.isFlexible ? wrapText(textOf(cell), width) : [textOf(cell)];
    return { lines: lines.map((line) => pad(line, width, column.align)), width, paint };
  });
  const height = Math.max(...cells.map(({ lines }) => lines.length));
  let rendered = '';
  for (let line = 0; line < height; line += 1) {
    const parts = cells.map(({ lines, width, paint }) => {
      const text = lines[line];
      return text === undefined || text.trim() === '' ? ' '.repeat(width) : paint(text);
    });
    rendered += `${(GAP + parts.join(GAP)).replace(/ +$/u, '')}\n`;
  }
  return rendered;
}

function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, width - textWidth(text)));
  return align === 'right' ? blanks + text : text + blanks;
}
