// The frame of both UK lists in CSV: one line that says when the list was made, the header, the rows. Columns are
// found by their headings, so that one may be added, left out or moved; those that say whom a row is about may not.
import { InterdictError } from '../../../model/errors.ts';
import type { ListFile } from '../../list-file.ts';
import { csvRows } from '../../read/csv.ts';
import type { ReadEvent } from '../../reader.ts';

export interface UkRow {
  readonly line: number;
  readonly at: string;
  /** The text of a column, trimmed; blank if the file does not have it. */
  cell(heading: string): string;
  /** The cells of columns that are not among the known headings and hold text, as [heading, text]. */
  unknownCells(): readonly (readonly [string, string])[];
}

export type UkCsvEvent =
  | { readonly kind: 'dated'; readonly text: string }
  | { readonly kind: 'row'; readonly row: UkRow }
  /** A row whose cells do not fit the header. */
  | { readonly kind: 'misfit'; readonly event: ReadEvent };

export interface UkCsvLayout {
  /** Tells the first line and takes the date out of it. */
  readonly dateLine: RegExp;
  /** Headings without which a row does not say whom it is about. */
  readonly required: readonly string[];
  /** All headings that the reader knows. */
  readonly known: readonly string[];
}

/** Headings are compared without case and blanks. */
function headingKey(heading: string): string {
  return heading.toLowerCase().replace(/\s+/gu, '');
}

/**
 * Streams the rows of a UK list.
 * @throws InterdictError LIST_MALFORMED if there is no header or a required column is missing; LIST_TRUNCATED if the
 *   last row has fewer cells than the header; and what reading CSV throws
 */
export async function* ukCsv(file: ListFile, layout: UkCsvLayout): AsyncGenerator<UkCsvEvent> {
  const known = new Set(layout.known.map(headingKey));
  let header: readonly string[] | undefined;
  let columns = new Map<string, number>();
  let misfit: { line: number; cells: readonly string[] } | undefined;
  for await (const { line, cells } of csvRows(file)) {
    if (misfit) yield setAside(file, misfit, header?.length ?? 0);
    misfit = undefined;
    if (!header) {
      const date = layout.dateLine.exec(cells.join(',').trim())?.[1];
      if (date) {
        yield { kind: 'dated', text: date };
        continue;
      }
      header = cells;
      columns = new Map(cells.map((heading, index) => [headingKey(heading), index]));
      const missing = layout.required.filter((heading) => !columns.has(headingKey(heading)));
      if (missing.length > 0) throw noColumns(file, line, missing);
      continue;
    }
    if (cells.length !== header.length) {
      misfit = { line, cells };
      continue;
    }
    const headings = header;
    const row: UkRow = {
      line,
      at: `${file.name}:${line}`,
      cell: (heading) => cells[columns.get(headingKey(heading)) ?? -1]?.trim() ?? '',
      unknownCells: () =>
        headings.flatMap((heading, index) => {
          const text = cells[index]?.trim();
          return text && !known.has(headingKey(heading)) ? [[heading, text] as const] : [];
        }),
    };
    yield { kind: 'row', row };
  }
  if (!header) {
    const message = `${file.name} ends before its header row, which should follow the line with the date.`;
    throw new InterdictError('LIST_TRUNCATED', message, { file: file.name });
  }
  if (misfit && misfit.cells.length < header.length) {
    const found = `the last row has ${misfit.cells.length} of ${header.length} columns`;
    const message = `${file.name}, line ${misfit.line}: ${found}; the file was cut.`;
    throw new InterdictError('LIST_TRUNCATED', message, { file: file.name, line: misfit.line });
  }
  if (misfit) yield setAside(file, misfit, header.length);
}

function noColumns(file: ListFile, line: number, missing: readonly string[]): InterdictError {
  const names = missing.map((heading) => `"${heading}"`).join(', ');
  const message = `${file.name}, line ${line}: the header has no column ${names}.`;
  return new InterdictError('LIST_MALFORMED', message, { file: file.name, line });
}

function setAside(
  file: ListFile,
  row: { readonly line: number; readonly cells: readonly string[] },
  columns: number,
): UkCsvEvent {
  return {
    kind: 'misfit',
    event: {
      kind: 'set-aside',
      part: 'main',
      scope: 'row',
      file: file.name,
      line: row.line,
      at: `${file.name}:${row.line}`,
      reason: `${row.cells.length} cells in place of ${columns}`,
      text: row.cells.join(' | ').slice(0, 200),
    },
  };
}
