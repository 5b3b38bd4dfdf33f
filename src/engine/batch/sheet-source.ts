// A sheet of an XLSX workbook as a source of rows. The first row with text is the header. Cells come as the text
// that their owner sees, dates as ISO; the reader of the lists' workbooks does that.
import { fileFromDisk } from '../../lists/list-file.ts';
import { type XlsxRow, xlsxRows } from '../../lists/read/xlsx.ts';
import { InterdictError } from '../../model/errors.ts';
import type { InputFile } from './input-file.ts';
import { MAX_ROW_CHARACTERS, type RowSource, type SourceRow } from './source-row.ts';

/**
 * Opens a sheet.
 * @param sheet its name. @default the first sheet
 * @throws InterdictError BATCH_INPUT if the workbook is damaged, has no such sheet, or the sheet has no header
 */
export async function openSheet(file: InputFile, sheet?: string): Promise<RowSource> {
  for await (const row of sheetRows(file, sheet)) {
    if (isBlank(row)) continue;
    const headings = row.cells.map((cell) => cell.text.replace(/\s+/gu, ' ').trim());
    return {
      headings,
      description: sheet === undefined ? 'XLSX, first sheet' : `XLSX, sheet "${sheet}"`,
      rows: () => rowsBelow(row.line, file, sheet, headings.length),
    };
  }
  throw new InterdictError('BATCH_INPUT', `${file.name} has no header line: the sheet holds no text.`, {
    file: file.name,
  });
}

function isBlank(row: XlsxRow): boolean {
  return row.cells.every((cell) => cell.text.trim() === '');
}

async function* rowsBelow(
  header: number,
  file: InputFile,
  sheet: string | undefined,
  columns: number,
): AsyncGenerator<SourceRow> {
  for await (const row of sheetRows(file, sheet)) {
    if (row.line > header) yield toSourceRow(row, columns);
  }
}

function toSourceRow(row: XlsxRow, columns: number): SourceRow {
  const texts = row.cells.map((cell) => cell.text);
  const base = { line: row.line, text: texts.join('\t') };
  if (base.text.length > MAX_ROW_CHARACTERS) {
    const reason = `it is too long (${base.text.length.toLocaleString('en')} characters)`;
    return { ...base, content: { kind: 'fault', reason } };
  }
  // Every cell knows its column, so that a row cannot have shifted: cells without a heading are a column that is
  // not used, and empty cells at the end, which a sheet does not store, are empty.
  const cells = Array.from({ length: columns }, (_, index) => texts[index] ?? '');
  if (cells.every((cell) => cell.trim() === '')) return { ...base, content: { kind: 'blank' } };
  return { ...base, content: { kind: 'cells', cells } };
}

/** The reader speaks of lists in its errors; here they are about the customer's file. */
async function* sheetRows(file: InputFile, sheet: string | undefined): AsyncGenerator<XlsxRow> {
  try {
    yield* xlsxRows(fileFromDisk(file.path), sheet === undefined ? {} : { sheet });
  } catch (cause) {
    if (!(cause instanceof InterdictError) || !cause.code.startsWith('LIST_')) throw cause;
    throw new InterdictError('BATCH_INPUT', cause.message, { ...cause.place, file: file.name }, { cause });
  }
}
