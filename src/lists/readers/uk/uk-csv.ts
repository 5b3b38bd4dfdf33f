// The frame of both UK lists in CSV: one line that says when the list was made, the header, the rows. Columns are
// found by their headings, so that one may be added, left out or moved; those that say whom a row is about may not.
import { InterdictError } from '../../../model/errors.ts';
import type { ListFile } from '../../list-file.ts';
import { csvRows } from '../../read/csv.ts';
import type { ReadEvent } from '../../reader.ts';

export interface UkRow {
  readonly line: number;
  readonly at: string;
  /** The text of a column that the layout knows, trimmed; blank if the file does not have it. */
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
  /** All headings that the reader knows, the required ones among them. */
  readonly known: readonly string[];
}

interface Header {
  readonly width: number;
  /** Where the known headings that the file has stand, from 0. */
  readonly places: ReadonlyMap<string, number>;
  readonly unknown: readonly (readonly [heading: string, place: number])[];
}

function readHeader(cells: readonly string[], known: readonly string[]): Header {
  const knownByKey = new Map(known.map((heading) => [headingKey(heading), heading]));
  const places = new Map<string, number>();
  const unknown: (readonly [string, number])[] = [];
  for (const [place, heading] of cells.entries()) {
    const name = knownByKey.get(headingKey(heading));
    if (name === undefined || places.has(name)) unknown.push([heading, place]);
    else places.set(name, place);
  }
  return { width: cells.length, places, unknown };
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
  let header: Header | undefined;
  let misfit: { line: number; cells: readonly string[] } | undefined;
  for await (const { line, cells } of csvRows(file)) {
    if (misfit) yield setAside(file, misfit, header?.width ?? 0);
    misfit = undefined;
    if (!header) {
      const date = layout.dateLine.exec(cells.join(',').trim())?.[1];
      if (date) {
        yield { kind: 'dated', text: date };
        continue;
      }
      header = readHeader(cells, layout.known);
      const { places } = header;
      const missing = layout.required.filter((heading) => !places.has(heading));
      if (missing.length > 0) throw noColumns(file, line, missing);
      continue;
    }
    if (cells.length !== header.width) {
      misfit = { line, cells };
      continue;
    }
    const { places, unknown } = header;
    const row: UkRow = {
      line,
      at: `${file.name}:${line}`,
      cell: (heading) => cells[places.get(heading) ?? -1]?.trim() ?? '',
      unknownCells: () =>
        unknown.flatMap(([heading, place]) => {
          const text = cells[place]?.trim();
          return text ? [[heading, text] as const] : [];
        }),
    };
    yield { kind: 'row', row };
  }
  if (!header) {
    const message = `${file.name} ends before its header row, which should follow the line with the date.`;
    throw new InterdictError('LIST_TRUNCATED', message, { file: file.name });
  }
  if (misfit && misfit.cells.length < header.width) {
    const found = `the last row has ${misfit.cells.length} of ${header.width} columns`;
    const message = `${file.name}, line ${misfit.line}: ${found}; the file was cut.`;
    throw new InterdictError('LIST_TRUNCATED', message, { file: file.name, line: misfit.line });
  }
  if (misfit) yield setAside(file, misfit, header.width);
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
