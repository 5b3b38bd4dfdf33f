// The US Consolidated Screening List as CSV: a header, then one row an entry; cells with several values join them by
// "; ", and addresses and documents stand as one text each. Columns may come in any order, and those that are not
// known go to the notes. The JSON of the same list says more (parts of addresses, which date is which).
import { parse } from 'csv-parse/sync';
import { InterdictError } from '../../model/errors.ts';
import { type ListFile, readHead } from '../list-file.ts';
import { csvRows } from '../read/csv.ts';
import type { ListReader, ReadEvent, ReadInput } from '../reader.ts';
import { CSL_TEXTS, type CslEvent, type CslRow } from './csl/csl-row.ts';
import { readCsl } from './csl/read-csl.ts';
import type { OfacAddress, OfacFact } from './ofac/entry.ts';
import { meaningOf } from './ofac/facts.ts';

const REQUIRED = ['source', 'name'] as const;

/** Columns with a place of their own besides CSL_TEXTS; `id` is today's name of `_id`. */
const COLUMNS = new Set<string>([
  ...REQUIRED,
  ...CSL_TEXTS,
  ...'_id id entity_number type programs title addresses alt_names citizenships dates_of_birth nationalities places_of_birth ids'.split(
    ' ',
  ),
]);

export const usCslCsv: ListReader = {
  format: 'us-csl-csv',
  title: 'US Consolidated Screening List (CSV)',
  version: 1,
  dataset: 'us_trade_csl',
  recognise(head) {
    const header = head.text.split('\n', 1)[0]?.replaceAll('"', '') ?? '';
    const columns = header
      .replace(/^\uFEFF/u, '')
      .split(',')
      .map((column) => column.trim());
    const isIt = ['source', 'entity_number', 'federal_register_notice', 'alt_names'].every((column) =>
      columns.includes(column),
    );
    return isIt ? { part: 'main' } : undefined;
  },
  async *read(input: ReadInput): AsyncGenerator<ReadEvent> {
    for (const { file } of input.files) yield* readCsl(input.dataset, file, () => rowsOf(file));
  },
};

async function* rowsOf(file: ListFile): AsyncGenerator<CslEvent> {
  const header = (await readHead(file)).text.split('\n', 1)[0] ?? '';
  const [headings = []] = parse(header, { bom: true, trim: true }) as string[][];
  const missing = [...REQUIRED, headings.includes('_id') ? '_id' : 'id'].find(
    (one) => !headings.includes(one),
  );
  if (missing) {
    const message = `${file.name}, line 1: the column "${missing}" is missing; found ${headings.join(', ')}.`;
    throw new InterdictError('LIST_MALFORMED', message, { file: file.name, line: 1, field: missing });
  }
  let isHeader = true;
  for await (const { line, cells } of csvRows(file, { columns: headings.length })) {
    if (isHeader) {
      isHeader = false;
      continue;
    }
    const at = `${file.name}:${line}`;
    const row = rowOf(new Map(headings.map((heading, index) => [heading, cells[index] ?? ''])), at, line);
    const reason =
      cells.length !== headings.length
        ? `${cells.length} cells in place of ${headings.length}`
        : row.name === ''
          ? 'no name'
          : row.source === ''
            ? 'no source'
            : undefined;
    if (reason) yield { kind: 'fault', at, line, reason, text: cells.join(' | ').slice(0, 200) };
    else yield { kind: 'row', row };
  }
}

function rowOf(cells: ReadonlyMap<string, string>, at: string, line: number): CslRow {
  const text = (column: string): string | undefined => cells.get(column)?.trim() || undefined;
  const all = (column: string): string[] =>
    (text(column) ?? '')
      .split(/;\s+/u)
      .map((part) => part.trim())
      .filter(Boolean);
  return {
    id: text('_id') ?? text('id') ?? '',
    source: text('source') ?? '',
    entityNumber: text('entity_number'),
    type: text('type'),
    name: text('name') ?? '',
    altNames: all('alt_names'),
    programs: all('programs'),
    titles: all('title'),
    addresses: all('addresses').map((address) => addressOf(address, at)),
    citizenships: all('citizenships'),
    nationalities: all('nationalities'),
    birthDates: all('dates_of_birth'),
    birthPlaces: all('places_of_birth'),
    ids: all('ids').map((id) => factOf(id, at)),
    texts: Object.fromEntries(CSL_TEXTS.flatMap((column) => (text(column) ? [[column, text(column)]] : []))),
    others: [...cells.keys()].flatMap((column) => {
      const said = COLUMNS.has(column) ? undefined : text(column);
      return said ? [[column, said] as const] : [];
    }),
    at,
    line,
  };
}

/** "Hana Melichkova Street 3448/37, Bratislava, 84105, SK": only the country can be told from the rest. */
function addressOf(text: string, at: string): OfacAddress {
  const [, street, country] = /^(?:(.*),\s*)?([A-Z]{2})$/su.exec(text) ?? [];
  // Two letters without a place before them are a country; behind one they may be a state of the US.
  return country === undefined ? { street: text, at } : { street, country, at };
}

/**
 * "SK, 2024-11-22, P0961840, Passport", "Male, Gender": the label last, before it the number or text, before that,
 * for documents, dates and the country. Of two dates the first is that of expiry; of one it cannot be told which.
 */
function factOf(text: string, at: string): OfacFact {
  const parts = text.split(', ');
  const label = parts.at(-1) ?? '';
  const known = meaningOf(label);
  if (parts.length < 2) return { label: '', value: text, at };
  if (known !== undefined && known.kind !== 'document')
    return { label, value: parts.slice(0, -1).join(', '), at };
  const rest = parts.slice(0, -1);
  const country = rest.length > 1 && /^[A-Z]{2}$/u.test(rest[0] ?? '') ? rest.shift() : undefined;
  const dates: string[] = [];
  while (rest.length > 1 && /^\d{4}-\d\d-\d\d$/u.test(rest[0] ?? '')) dates.push(rest.shift() ?? '');
  const [first, second] = dates;
  const said =
    second === undefined ? { remarks: first && `dated ${first}` } : { expires: first, issued: second };
  return { label, value: rest.join(', '), isDocument: /\d/u.test(rest.join('')), country, ...said, at };
}
