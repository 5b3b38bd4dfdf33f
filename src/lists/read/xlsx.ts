// The rows of one sheet of an Excel workbook (.xlsx), streamed. A cell comes as the text that its owner sees, with
// its kind: Excel stores dates as numbers, and only the cell's format says that 18798 is 19 June 1951.
// Formulas are not run: the result that Excel saved stands. The older binary .xls is not read.
// exceljs was measured first: its streaming reader refuses the UK workbook ("invalid signature": a zip with data
// descriptors) and waits for ever on a workbook that was cut.
import { dayOfExcelSerial } from '../../model/dates.ts';
import type { InterdictError } from '../../model/errors.ts';
import { type ListFile, textOf } from '../list-file.ts';
import { malformedWorkbook, PartParser, readPart } from './xlsx-part.ts';
import {
  type NumberFormat,
  openWorkbook,
  unescapeText,
  type Workbook,
  type WorkbookOptions,
} from './xlsx-workbook.ts';
import { openZip } from './zip.ts';

/** Excel's own limit; a cell further right means a damaged or hostile file. */
const MAX_COLUMNS = 16_384;

/** Serials of the 1904 system (old Excel for Mac) begin this many days later. */
const DAYS_TO_1904 = 1462;

export interface XlsxCell {
  /**
   * What the cell shows. Dates are ISO prefixes as exact as the cell's format (`1951-06-19`, `1951-06`, `1951`), with
   * ` 13:45:00` after them if a time is shown; whole numbers are written out; yes and no are `TRUE` and `FALSE`.
   */
  readonly text: string;
  readonly kind: 'blank' | 'text' | 'number' | 'date' | 'boolean' | 'error';
  /** The number that is stored, for numbers and dates. */
  readonly serial?: number;
}

export interface XlsxRow {
  /** The row's number in the sheet, from 1. */
  readonly line: number;
  /** From column A on, up to the last one with text; a row without any text has none. */
  readonly cells: readonly XlsxCell[];
}

const BLANK: XlsxCell = { text: '', kind: 'blank' };

/**
 * Streams the rows that a sheet holds, those without text among them.
 * @throws InterdictError LIST_WRONG_FORMAT if the file is no .xlsx, LIST_TRUNCATED if it was cut, LIST_MALFORMED
 *         with the row if it is damaged or unpacks to more than the limit
 */
export async function* xlsxRows(file: ListFile, options: WorkbookOptions = {}): AsyncGenerator<XlsxRow> {
  const workbook = await openWorkbook(file, options);
  const rows = new SheetParser(file.name, workbook);
  for await (const text of textOf(workbook.archive.file(workbook.sheet))) yield* rows.write(text);
  yield* rows.close();
}

/**
 * When the workbook was last saved, by its own statement.
 * @returns an ISO moment such as `2024-11-11T01:01:21Z`; undefined if it does not say
 */
export async function xlsxSavedAt(file: ListFile): Promise<string | undefined> {
  const archive = await openZip(file);
  const part = 'docProps/core.xml';
  if (!archive.has(part)) return undefined;
  let savedAt = '';
  await readPart(archive, part, {
    text: (text, path) => {
      if (path.at(-1) === 'modified') savedAt += text;
    },
  });
  return savedAt.trim() || undefined;
}

/** Turns the XML of a sheet into rows. */
class SheetParser {
  readonly #workbook: Workbook;
  readonly #file: string;
  readonly #xml: PartParser;
  #ready: XlsxRow[] = [];
  #line = 0;
  #cells: XlsxCell[] = [];
  #column = -1;
  #type = '';
  #format: NumberFormat | undefined;
  #stored = '';

  constructor(file: string, workbook: Workbook) {
    this.#file = file;
    this.#workbook = workbook;
    this.#xml = new PartParser(
      file,
      {
        open: (name, attributes) => {
          if (name === 'row') this.#openRow(attributes);
          else if (name === 'c') this.#openCell(attributes);
        },
        text: (text, path) => {
          const name = path.at(-1);
          if (name === 'v' || (name === 't' && !path.includes('rPh'))) this.#stored += text;
        },
        close: (name) => {
          if (name === 'c') this.#closeCell();
          else if (name === 'row') this.#closeRow();
        },
      },
      () => this.#line,
    );
  }

  *write(text: string): Generator<XlsxRow> {
    this.#xml.write(text);
    yield* this.#ready;
    this.#ready = [];
  }

  *close(): Generator<XlsxRow> {
    this.#xml.close();
    yield* this.#ready;
  }

  #openRow(attributes: Readonly<Record<string, string>>): void {
    this.#line = Number(attributes['r']) || this.#line + 1;
    this.#cells = [];
    this.#column = -1;
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    const letters = /^[A-Z]+/u.exec(attributes['r'] ?? '')?.[0];
    this.#column = letters ? columnIndex(letters) : this.#column + 1;
    if (this.#column >= MAX_COLUMNS) throw this.#fault(`a cell outside the sheet (${attributes['r']})`);
    this.#type = attributes['t'] ?? 'n';
    this.#format = this.#workbook.formats[Number(attributes['s'] ?? 0)];
    this.#stored = '';
  }

  #closeCell(): void {
    const cell = this.#makeCell();
    if (cell.kind === 'blank') return;
    while (this.#cells.length < this.#column) this.#cells.push(BLANK);
    this.#cells[this.#column] = cell;
  }

  #closeRow(): void {
    this.#ready.push({ line: this.#line, cells: this.#cells });
  }

  #makeCell(): XlsxCell {
    const stored = this.#stored;
    switch (this.#type) {
      case 's': {
        if (!stored) return BLANK;
        const text = this.#workbook.strings[Number(stored)];
        if (text === undefined) throw this.#fault(`a cell points to text ${stored}, which does not exist`);
        return textCell(text);
      }
      case 'str':
      case 'inlineStr':
        return textCell(unescapeText(stored));
      case 'b':
        return stored ? { text: stored === '0' ? 'FALSE' : 'TRUE', kind: 'boolean' } : BLANK;
      case 'e':
        return stored ? { text: stored, kind: 'error' } : BLANK;
      case 'd':
        return stored ? { text: stored.replace(/T00:00:00(?:\.0+)?Z?$/u, ''), kind: 'date' } : BLANK;
      default:
        return this.#numberCell(stored.trim());
    }
  }

  #numberCell(stored: string): XlsxCell {
    if (!stored) return BLANK;
    const serial = Number(stored);
    if (Number.isNaN(serial)) throw this.#fault(`a number is written "${stored.slice(0, 40)}"`);
    const format = this.#format;
    // Days before 1900 cannot be shown by Excel either: it fills such a cell with ####.
    if (format?.kind === 'date' && serial >= 0) {
      return {
        text: dateText(serial + (this.#workbook.is1904 ? DAYS_TO_1904 : 0), format),
        kind: 'date',
        serial,
      };
    }
    const plain = String(serial);
    const text =
      format?.kind === 'padded' && /^\d+$/u.test(plain) ? plain.padStart(format.width, '0') : plain;
    return { text, kind: 'number', serial };
  }

  #fault(fault: string): InterdictError {
    return malformedWorkbook(this.#file, `row ${this.#line}: ${fault}`, undefined, this.#line);
  }
}

function textCell(text: string): XlsxCell {
  return text.trim() ? { text, kind: 'text' } : BLANK;
}

function dateText(serial: number, format: NumberFormat & { readonly kind: 'date' }): string {
  const seconds = Math.round((serial % 1) * 86_400);
  const day = dayOfExcelSerial(Math.floor(serial) + (seconds === 86_400 ? 1 : 0));
  if (format.exactTo === 'year') return day.slice(0, 4);
  if (format.exactTo === 'month') return day.slice(0, 7);
  if (!format.hasTime || seconds % 86_400 === 0) return day;
  const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');
  return `${day} ${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** `A` is 0, `AA` is 26. */
function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
