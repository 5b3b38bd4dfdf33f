// The Denied Persons List of the US Bureau of Industry and Security: tab-separated, quoted, one header row, one row
// an order. The list gives no id, so the record id is made from name, order date and citation: it stays the same
// from one version to the next unless one of these changes. It does not say whether a row is a person or a firm.
import { createHash } from 'node:crypto';
import type { ListFile } from '../list-file.ts';
import { csvRows } from '../read/csv.ts';
import type { ListReader, ReadEvent, ReadInput } from '../reader.ts';
import { RecordBuilder } from '../record-builder.ts';
import { valueIssueEvents } from '../value-issues.ts';

const HEADER = [
  'Name',
  'Street_Address',
  'City',
  'State',
  'Country',
  'Postal_Code',
  'Effective_Date',
  'Expiration_Date',
  'Standard_Order',
  'Last_Update',
  'Action',
  'FR_Citation',
] as const;
type Column = (typeof HEADER)[number];

const AUTHORITY = 'US Department of Commerce, Bureau of Industry and Security';
const HEADER_PATTERN = /^\uFEFF?"?Name"?\t"?Street_Address"?\t/u;

export const bisDeniedPersons: ListReader = {
  format: 'bis-denied-persons',
  title: 'BIS Denied Persons List',
  version: 1,
  dataset: 'us_bis_denied',
  recognise(head) {
    return HEADER_PATTERN.test(head.text) ? { part: 'main' } : undefined;
  },
  async *read(input: ReadInput): AsyncGenerator<ReadEvent> {
    for (const { file } of input.files) yield* readFile(input.dataset, file);
  },
};

async function* readFile(dataset: string, file: ListFile): AsyncGenerator<ReadEvent> {
  const known = new Map<string, number>();
  let rows = 0;
  for await (const { line, cells } of csvRows(file, { delimiter: '\t', columns: HEADER.length })) {
    if (rows === 0 && cells[0] === 'Name') continue;
    rows += 1;
    const at = `${file.name}:${line}`;
    const cell = (column: Column): string => cells[HEADER.indexOf(column)]?.trim() ?? '';
    const fault =
      cells.length !== HEADER.length
        ? `${cells.length} cells in place of ${HEADER.length}`
        : cell('Name')
          ? ''
          : 'no name';
    if (fault) {
      yield {
        kind: 'set-aside',
        part: 'main',
        scope: 'row',
        file: file.name,
        line,
        at,
        reason: fault,
        text: cells.join(' | ').slice(0, 200),
      };
      continue;
    }
    const builder = buildRecord(dataset, cell, at, known);
    yield* valueIssueEvents(builder, file.name, line);
    yield { kind: 'record', record: builder.build(), rows: { main: 1 } };
  }
  yield { kind: 'total', part: 'main', rows };
}

function buildRecord(
  dataset: string,
  cell: (column: Column) => string,
  at: string,
  known: Map<string, number>,
): RecordBuilder {
  const builder = new RecordBuilder(dataset, recordIdOf(cell, known), 'LegalEntity');
  builder.add('name', cell('Name'), at).add('topics', 'export.control', at);
  builder.addAddress(
    {
      street: cell('Street_Address'),
      city: cell('City'),
      region: cell('State'),
      postalCode: cell('Postal_Code'),
      country: cell('Country'),
    },
    at,
  );
  return builder.addListing(
    {
      authority: AUTHORITY,
      country: 'us',
      program: cell('Standard_Order') === 'Y' ? 'Denied Persons List, standard order' : 'Denied Persons List',
      listedOn: cell('Effective_Date'),
      endsOn: cell('Expiration_Date'),
      dateOrder: 'month-first',
      legalBasis: cell('FR_Citation'),
      status: cell('Action'),
    },
    at,
  );
}

/** One person may be named by several orders on one day; those get a running number at the end. */
function recordIdOf(cell: (column: Column) => string, known: Map<string, number>): string {
  const identity = [cell('Name'), cell('Effective_Date'), cell('FR_Citation')].join('\n');
  const id = createHash('sha256').update(identity).digest('hex').slice(0, 16);
  const count = (known.get(id) ?? 0) + 1;
  known.set(id, count);
  return count === 1 ? id : `${id}-${count}`;
}
