// OpenSanctions' `targets.simple.csv`: one row a listed party, with a header; cells that hold several values are rows
// of CSV themselves, with ";" between the values. The format says little: identifiers have no type, listings are one
// line of text, and datasets stand by title, so that the caller must name the dataset.
// Columns may come in any order and be more than are known; what is not known goes to the notes.
import { parse } from 'csv-parse/sync';
import { InterdictError } from '../../model/errors.ts';
import { isMatchable, isSchemaName, propertiesOf, type SchemaName } from '../../model/schema/schema.ts';
import { type ListFile, readHead } from '../list-file.ts';
import { csvRows } from '../read/csv.ts';
import type { ListReader, ReadEvent, ReadInput } from '../reader.ts';
import { RecordBuilder } from '../record-builder.ts';
import { valueIssueEvents } from '../value-issues.ts';

const REQUIRED = ['id', 'schema', 'name'];
const HEADER = /^\uFEFF?"?id"?,"?schema"?,"?name"?,"?aliases"?,/u;
const IMO = /^(?:IMO)?\s*(\d{7})$/iu;

/** Columns that have a place of their own; all others go to the notes. */
const KNOWN = new Set([
  ...REQUIRED,
  ...'aliases birth_date countries addresses identifiers sanctions phones emails program_ids dataset'.split(
    ' ',
  ),
]);

export const openSanctionsSimpleCsv: ListReader = {
  format: 'opensanctions-simple-csv',
  title: 'OpenSanctions targets (simple CSV)',
  version: 1,
  recognise(head) {
    return HEADER.test(head.text) ? { part: 'main' } : undefined;
  },
  async *read(input: ReadInput): AsyncGenerator<ReadEvent> {
    for (const { file } of input.files) yield* readFile(input.dataset, file);
  },
};

async function* readFile(dataset: string, file: ListFile): AsyncGenerator<ReadEvent> {
  const header = (await readHead(file)).text.split('\n', 1)[0] ?? '';
  const [headings = []] = parse(header, { bom: true, trim: true }) as string[][];
  const missing = REQUIRED.find((column) => !headings.includes(column));
  if (missing) {
    const message = `${file.name}, line 1: the column "${missing}" is missing; found ${headings.join(', ')}.`;
    throw new InterdictError('LIST_MALFORMED', message, { file: file.name, line: 1, field: missing });
  }
  let isHeader = true;
  let rows = 0;
  for await (const { line, cells } of csvRows(file, { columns: headings.length })) {
    if (isHeader) {
      isHeader = false;
      continue;
    }
    rows += 1;
    const at = `${file.name}:${line}`;
    const row = new Map(headings.map((heading, index) => [heading, cells[index]?.trim() ?? '']));
    const fault = faultOf(row, cells.length, headings.length);
    if (fault) {
      const text = cells.join(' | ').slice(0, 200);
      yield { kind: 'set-aside', part: 'main', scope: 'row', file: file.name, line, at, reason: fault, text };
      continue;
    }
    const builder = buildRecord(dataset, row, at);
    yield* valueIssueEvents(builder, file.name, line);
    yield { kind: 'record', record: builder.build(), rows: { main: 1 } };
  }
  yield { kind: 'total', part: 'main', rows };
}

function faultOf(row: ReadonlyMap<string, string>, cells: number, columns: number): string | undefined {
  const schema = row.get('schema') ?? '';
  if (cells !== columns) return `${cells} cells in place of ${columns}`;
  if (!row.get('id')) return 'no id';
  if (!row.get('name') && !row.get('aliases')) return 'no name';
  if (!isSchemaName(schema) || !isMatchable(schema) || schema === 'Address')
    return `"${schema}" is no schema of a party`;
  return undefined;
}

function buildRecord(dataset: string, row: ReadonlyMap<string, string>, at: string): RecordBuilder {
  const builder = new RecordBuilder(dataset, row.get('id') ?? '', row.get('schema') as SchemaName);
  const known = propertiesOf(builder.party.schema);
  const all = (column: string): string[] => valuesIn(row.get(column) ?? '');
  const [first = '', ...aliases] = [row.get('name') ?? '', ...all('aliases')].filter(Boolean);
  builder.add('name', first, at);
  for (const alias of aliases) builder.add('alias', alias, at);
  for (const date of all('birth_date')) {
    if (known.has('birthDate')) builder.addDate('birthDate', date, at);
    else builder.add('notes', `birth_date: ${date}`, at);
  }
  for (const country of all('countries')) builder.addCountry('country', country, at);
  for (const address of all('addresses')) builder.addAddress({ street: address }, at);
  for (const identifier of all('identifiers')) addIdentifier(builder, identifier, at);
  for (const phone of all('phones')) addIfKnown(builder, 'phone', phone, at);
  for (const email of all('emails')) addIfKnown(builder, 'email', email, at);
  addListings(builder, all('sanctions'), all('program_ids'), all('dataset'), at);
  for (const [column, text] of row)
    if (text && !KNOWN.has(column)) builder.add('notes', `${column}: ${text}`, at);
  return builder;
}

/** The values of a cell: a row of CSV with ";", in which a value that holds ";" is quoted. */
function valuesIn(cell: string): string[] {
  if (!/[;"]/u.test(cell)) return cell ? [cell] : [];
  const [values = []] = parse(cell, {
    delimiter: ';',
    relax_quotes: true,
    relax_column_count: true,
  }) as string[][];
  return values.map((value) => value.trim()).filter(Boolean);
}

/** The file does not say what a number is: only a ship's is told by its form. */
function addIdentifier(builder: RecordBuilder, identifier: string, at: string): void {
  const known = propertiesOf(builder.party.schema);
  const imo = known.has('mmsi') ? IMO.exec(identifier)?.[1] : undefined;
  if (imo) builder.add('imoNumber', imo, at);
  else if (known.has('idNumber')) builder.add('idNumber', identifier, at);
  else addIfKnown(builder, 'registrationNumber', identifier, at);
}

function addIfKnown(builder: RecordBuilder, property: string, text: string, at: string): void {
  if (propertiesOf(builder.party.schema).has(property)) builder.add(property, text, at);
  else builder.add('notes', `${property}: ${text}`, at);
}

/**
 * One listing for each text of `sanctions`, which runs programme, reason, status and days together and cannot be
 * taken apart again. A row without any is on its list for another reason (a politician, say) and gets no topic.
 */
function addListings(
  builder: RecordBuilder,
  sanctions: readonly string[],
  programIds: readonly string[],
  datasets: readonly string[],
  at: string,
): void {
  const authority = datasets.join('; ') || builder.dataset;
  for (const program of sanctions) builder.addListing({ authority, program }, at);
  if (sanctions.length > 0) builder.add('topics', 'sanction', at);
  else for (const title of datasets) builder.add('notes', `Dataset: ${title}`, at);
  for (const id of programIds) builder.add('programId', id, at);
}
