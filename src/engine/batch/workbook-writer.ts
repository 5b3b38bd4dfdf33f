// Writes an XLSX workbook of plain tables, streamed: text as text cells (nothing is ever a formula), numbers as
// numbers, a bold header that stays in view, and filters. exceljs was measured first: its streaming writer keeps
// what the disk has not taken (304 MB for 100,000 rows) and types texts as results of formulas.
import type { Cell } from './csv-cell.ts';
import { ZipWriter } from './zip-writer.ts';

export interface SheetColumn {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
}

/** Excel's own limits. */
const MAX_SHEET_ROWS = 1_048_576;
const MAX_CELL_CHARACTERS = 32_767;
/** A sheet's XML that is larger goes on in another sheet, so that no entry comes near 4 GiB. */
const MAX_SHEET_CHARACTERS = 1 << 30;
/** XML is handed on in pieces of this size. */
const PIECE_CHARACTERS = 1 << 16;

const HEADER_STYLE = 1;
const TEXT_STYLE = 2;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Style 1 is bold; style 2 is Excel's text format (number format 49, "@"), so that editing keeps a text a text. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`;

export class WorkbookWriter {
  readonly #zip: ZipWriter;
  readonly #maxSheetRows: number;
  readonly #sheets: string[] = [];

  private constructor(zip: ZipWriter, maxSheetRows: number) {
    this.#zip = zip;
    this.#maxSheetRows = maxSheetRows;
  }

  /** @param maxSheetRows rows of one sheet, the header among them. @default Excel's limit */
  static async create(path: string, maxSheetRows = MAX_SHEET_ROWS): Promise<WorkbookWriter> {
    return new WorkbookWriter(await ZipWriter.create(path), maxSheetRows);
  }

  /** Adds a table; one that is too long for a sheet goes on in "name 2", "name 3" … */
  async addTable(
    name: string,
    columns: readonly SheetColumn[],
    rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
  ): Promise<void> {
    const all = iterate(rows);
    let next = await all.next();
    let part = 1;
    const maxRows = this.#maxSheetRows;
    do {
      const sheet = async function* (): AsyncGenerator<string> {
        let xml = sheetBeginning(columns);
        let length = 0;
        let line = 1;
        for (; !next.done && line < maxRows && length < MAX_SHEET_CHARACTERS; next = await all.next()) {
          line += 1;
          xml += rowXml(line, next.value, TEXT_STYLE);
          if (xml.length < PIECE_CHARACTERS) continue;
          length += xml.length;
          yield xml;
          xml = '';
        }
        yield `${xml}${sheetEnd(columns.length, line)}`;
      };
      this.#sheets.push(part === 1 ? name : `${name} ${part}`);
      await this.#zip.add(`xl/worksheets/sheet${this.#sheets.length}.xml`, sheet());
      part += 1;
    } while (!next.done);
  }

  /** Writes what binds the sheets together; when it resolves, the workbook is on the disk. */
  async close(): Promise<void> {
    const numbered = this.#sheets.map((name, index) => ({ name, number: index + 1 }));
    const override = (part: string, type: string): string =>
      `<Override PartName="/xl/${part}" ContentType="${TYPE}.${type}+xml"/>`;
    await this.#zip.add('[Content_Types].xml', [
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
      override('workbook.xml', 'sheet.main'),
      override('styles.xml', 'styles'),
      ...numbered.map(({ number }) => override(`worksheets/sheet${number}.xml`, 'worksheet')),
      '</Types>',
    ]);
    await this.#zip.add('_rels/.rels', [relationships([['rId1', 'officeDocument', 'xl/workbook.xml']])]);
    await this.#zip.add('xl/workbook.xml', [
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>`,
      ...numbered.map(
        ({ name, number }) => `<sheet name="${escaped(name)}" sheetId="${number}" r:id="rId${number}"/>`,
      ),
      '</sheets></workbook>',
    ]);
    await this.#zip.add('xl/_rels/workbook.xml.rels', [
      relationships([
        ...numbered.map(
          ({ number }) => [`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`] as const,
        ),
        [`rId${numbered.length + 1}`, 'styles', 'styles.xml'],
      ]),
    ]);
    await this.#zip.add('xl/styles.xml', [STYLES]);
    await this.#zip.close();
  }

  /** Gives the file up, as it is. */
  async abandon(): Promise<void> {
    await this.#zip.abandon();
  }
}

async function* iterate<T>(all: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T, undefined> {
  yield* all;
  return undefined;
}

function relationships(all: readonly (readonly [id: string, type: string, target: string])[]): string {
  const inner = all.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${inner.join('')}</Relationships>`;
}

function sheetBeginning(columns: readonly SheetColumn[]): string {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const headings = columns.map(({ heading }) => heading);
  return (
    `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData>${rowXml(1, headings, HEADER_STYLE)}`
  );
}

function sheetEnd(columns: number, lines: number): string {
  return `</sheetData><autoFilter ref="A1:${columnLetters(columns - 1)}${lines}"/></worksheet>`;
}

function rowXml(line: number, cells: readonly Cell[], textStyle: number): string {
  const inner = cells.map((cell, index) => {
    if (cell === undefined || cell === '') return '';
    const place = `${columnLetters(index)}${line}`;
    if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
    const text = escaped(fitting(cell));
    return `<c r="${place}" s="${textStyle}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  });
  return `<row r="${line}">${inner.join('')}</row>`;
}

/** A longer text would make Excel "repair" the file; the cut is marked, and JSON lines have the whole. */
function fitting(text: string): string {
  return text.length <= MAX_CELL_CHARACTERS ? text : `${text.slice(0, MAX_CELL_CHARACTERS - 1)}…`;
}

/** 0 is `A`, 26 is `AA`. */
function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 does not allow them in any form.
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;

/** Text as XML. Excel reads `_x0041_` as "A", so an underscore that begins such a thing is itself written so. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(NOT_IN_XML, '')
    .replace(/_(?=x[\dA-Fa-f]{4}_)/gu, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '_x000D_');
}
