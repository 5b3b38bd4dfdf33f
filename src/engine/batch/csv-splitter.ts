// Delimited text (RFC 4180, and what spreadsheets make of it) cut into records, in pieces of any size, with recovery:
// a record that breaks the rules costs its first line only, and reading goes on at the next line, so that one stray
// quote cannot swallow the customers below it. A quote inside an unquoted cell is a plain character, as in Excel.
import { beginningOf, endOfLine, MAX_ROW_CHARACTERS, type SourceRow } from './source-row.ts';

/** A record, or why there is none; undefined where the rest of it has not come yet. */
type Reading =
  | { readonly cells: string[]; readonly end: number }
  | { readonly reason: string; readonly at: number }
  | undefined;

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Cuts text into records. Feed it with `push`, and at last call `end`. */
export class CsvSplitter {
  readonly #delimiter: string | undefined;
  readonly #columns: number | undefined;
  readonly #maxCharacters: number;
  #rest = '';
  #line = 1;
  /** A line that is too long, while the rest of it is passed over. */
  #overlong: { readonly beginning: string; length: number } | undefined;

  /**
   * @param delimiter absent if the file has one column and no delimiter: then each line is one cell
   * @param columns cells that each record must have. @default any number
   */
  constructor(delimiter: string | undefined, columns?: number, maxCharacters = MAX_ROW_CHARACTERS) {
    this.#delimiter = delimiter;
    this.#columns = columns;
    this.#maxCharacters = maxCharacters;
  }

  push(text: string): SourceRow[] {
    return this.#split(this.#rest + text, false);
  }

  end(): SourceRow[] {
    return this.#split(this.#rest, true);
  }

  #split(buffer: string, isEnd: boolean): SourceRow[] {
    const rows: SourceRow[] = [];
    let start = this.#overlong ? this.#passOver(buffer, 0, isEnd, rows) : 0;
    while (start < buffer.length && !this.#overlong) {
      const reading = this.#read(buffer, start, isEnd);
      if (!reading) break;
      if ('cells' in reading) {
        const text = buffer.slice(start, reading.end);
        rows.push(this.#row(text, reading.cells));
        this.#line += countLines(text);
        start = reading.end;
        continue;
      }
      const end = endOfLine(buffer, start, isEnd);
      if (end === undefined) {
        if (buffer.length - start <= this.#maxCharacters) break;
        const beginning = beginningOf(buffer.slice(start), this.#maxCharacters);
        this.#overlong = { beginning, length: 0 };
        start = this.#passOver(buffer, start, isEnd, rows);
        continue;
      }
      const text = buffer.slice(start, end);
      if (text.length <= this.#maxCharacters) rows.push(this.#fault(text, reading.reason));
      else rows.push(this.#fault(beginningOf(text, this.#maxCharacters), tooLong(text.length)));
      start = end;
    }
    this.#rest = isEnd ? '' : buffer.slice(start);
    return rows;
  }

  /** Passes over the rest of a line that is too long; gives where it went on to. */
  #passOver(buffer: string, start: number, isEnd: boolean, rows: SourceRow[]): number {
    const overlong = this.#overlong as { readonly beginning: string; length: number };
    const end = endOfLine(buffer, start, isEnd);
    // A carriage return at the very end stays: it may be the first half of a line end.
    const reached = end ?? (buffer.endsWith('\r') ? buffer.length - 1 : buffer.length);
    overlong.length += reached - start;
    if (end === undefined) return reached;
    rows.push(this.#fault(overlong.beginning, tooLong(overlong.length)));
    this.#overlong = undefined;
    return end;
  }

  #read(buffer: string, start: number, isEnd: boolean): Reading {
    const reading = readRecord(buffer, start, this.#delimiter, isEnd);
    const reached = !reading ? buffer.length : 'cells' in reading ? reading.end : reading.at;
    if (reached - start > this.#maxCharacters) {
      const limit = this.#maxCharacters.toLocaleString('en');
      return { reason: `a quoted cell runs on over more than ${limit} characters`, at: reached };
    }
    if (!reading || !('cells' in reading) || this.#columns === undefined) return reading;
    return checkColumns(reading, this.#columns);
  }

  #row(text: string, cells: readonly string[]): SourceRow {
    const isBlank = cells.every((cell) => cell.trim() === '');
    const content = isBlank ? ({ kind: 'blank' } as const) : ({ kind: 'cells', cells } as const);
    return { line: this.#line, text: text.replace(/[\r\n]+$/u, ''), content };
  }

  #fault(text: string, reason: string): SourceRow {
    const row = {
      line: this.#line,
      text: text.replace(/[\r\n]+$/u, ''),
      content: { kind: 'fault', reason },
    } as const;
    this.#line += 1;
    return row;
  }
}

/** Cells beyond the last column may stand there as long as they are empty: spreadsheets write such delimiters. */
function checkColumns(reading: { readonly cells: string[]; readonly end: number }, columns: number): Reading {
  const { cells } = reading;
  while (cells.length > columns && cells.at(-1)?.trim() === '') cells.pop();
  if (cells.length === columns || cells.every((cell) => cell.trim() === '')) return reading;
  const found = `${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}`;
  return { reason: `it has ${found} where the header has ${columns}`, at: reading.end };
}

function tooLong(length: number): string {
  return `it is too long (${length.toLocaleString('en')} characters)`;
}

/** Lines that the text of a record takes; a record at the very end may lack its line end. */
function countLines(text: string): number {
  const ends = text.match(/\r\n|\r|\n/gu)?.length ?? 0;
  return /[\r\n]$/u.test(text) ? ends : ends + 1;
}

/** One record from `start` on. */
function readRecord(text: string, start: number, delimiter: string | undefined, isEnd: boolean): Reading {
  const separator = delimiter?.charCodeAt(0);
  const cells: string[] = [];
  let position = start;
  for (;;) {
    let end: number;
    if (text.charCodeAt(position) === QUOTE) {
      const quoted = readQuoted(text, position, isEnd);
      if (!quoted || 'reason' in quoted) return quoted;
      cells.push(quoted.cell);
      end = quoted.end;
    } else {
      end = position;
      while (end < text.length) {
        const code = text.charCodeAt(end);
        if (code === separator || code === LINE_FEED || code === CARRIAGE_RETURN) break;
        end += 1;
      }
      cells.push(text.slice(position, end));
    }
    if (end === text.length) return isEnd ? { cells, end } : undefined;
    const code = text.charCodeAt(end);
    if (code === separator) {
      position = end + 1;
      if (position === text.length && !isEnd) return undefined;
      continue;
    }
    if (code === LINE_FEED) return { cells, end: end + 1 };
    if (code !== CARRIAGE_RETURN) return { reason: 'text follows a closing quote', at: end };
    if (end + 1 === text.length && !isEnd) return undefined;
    return { cells, end: text.charCodeAt(end + 1) === LINE_FEED ? end + 2 : end + 1 };
  }
}

type Quoted =
  | { readonly cell: string; readonly end: number }
  | { readonly reason: string; readonly at: number }
  | undefined;

/** A quoted cell; `start` is its opening quote. `end` is behind its closing quote. */
function readQuoted(text: string, start: number, isEnd: boolean): Quoted {
  let cell = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0 || (quote + 1 === text.length && !isEnd)) {
      return isEnd ? { reason: 'a quote is opened and never closed', at: text.length } : undefined;
    }
    cell += text.slice(from, quote);
    if (text.charCodeAt(quote + 1) !== QUOTE) return { cell, end: quote + 1 };
    cell += '"';
    from = quote + 2;
  }
}
