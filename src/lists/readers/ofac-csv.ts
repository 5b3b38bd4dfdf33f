// OFAC's legacy CSV: the main file, and beside it aliases, addresses and the rest of remarks over 1,000 characters,
// joined by the entry's number. No header rows; null is `-0- `; the last byte of each file is 0x1A. The main file
// can be read alone; it then has the names and all that the remarks say, and says which remarks are cut.
// It carries no date. Layout: OFAC's data specification (dat_spec.txt), and the files themselves.
import type { FileHead, ListFile } from '../list-file.ts';
import { type CsvRow, csvRows } from '../read/csv.ts';
import type { ListReader, PartFile, ReadEvent, ReadInput, Recognition } from '../reader.ts';
import { valueIssueEvents } from '../value-issues.ts';
import type { NameKind, OfacAddress, OfacEntry, OfacFact, OfacName } from './ofac/entry.ts';
import { datasetOfProgrammes, programmesIn } from './ofac/listings.ts';
import { NameIndex } from './ofac/name-index.ts';
import { splitCity } from './ofac/places.ts';
import { recordOf } from './ofac/record.ts';
import { parseRemark, titlesIn } from './ofac/remarks.ts';
import { Waiting } from './ofac/waiting.ts';

type Part = 'primary' | 'alias' | 'address' | 'comments';

/** Columns of each file; no two files have the same number. */
const COLUMNS: Readonly<Record<Part, number>> = { primary: 12, alias: 5, address: 6, comments: 2 };
const BESIDE = ['alias', 'address', 'comments'] as const;
const PARTS: readonly Part[] = ['primary', ...BESIDE];
const END_MARK = '\u001A';
const NULL = '-0-';
/** Remarks in the main file end here; what follows is in the comments file. */
const MAX_REMARK = 1000;
/** Rows of a file's beginning that are looked at to tell what it is. */
const SAMPLE_ROWS = 200;

const KINDS: Readonly<Record<string, NameKind>> = { aka: 'aka', fka: 'fka', nka: 'nka' };

/** Columns of the main file that state a fact, with OFAC's label of it in the other formats. */
const VESSEL_COLUMNS = [
  [5, 'Vessel Call Sign'],
  [6, 'Vessel Type'],
  [7, 'Vessel Tonnage'],
  [8, 'Vessel Gross Registered Tonnage'],
  [9, 'Vessel Flag'],
  [10, 'Vessel Owner'],
] as const;

export const ofacCsv: ListReader = {
  format: 'ofac-csv',
  title: 'OFAC legacy CSV (SDN or consolidated non-SDN)',
  version: 1,
  required: ['primary'],
  recognise,
  read,
};

function recognise(head: FileHead): Recognition | undefined {
  const rows = sampleRows(head.text);
  const parts = rows.map(partOf);
  // A broken row is for the reading to set aside, so the greater part decides.
  const part = PARTS.find((one) => parts.filter((other) => other === one).length * 2 > rows.length);
  if (!part) return undefined;
  if (part === 'primary') {
    const programmes = rows.map((cells) =>
      programmesIn(cells[3]?.replaceAll('"', ''), '').map(({ text }) => text),
    );
    return { part, dataset: datasetOfProgrammes(programmes) };
  }
  // The other files hold numbers and names only; all that can tell the list is what the publisher calls them.
  if (/^cons_/iu.test(head.name)) return { part, dataset: 'us_ofac_cons' };
  return /^sdn_/iu.test(head.name) ? { part, dataset: 'us_ofac_sdn' } : { part };
}

/** The first rows as cells, still quoted; a last row that may be cut is left out unless it is the only one. */
function sampleRows(text: string): string[][] {
  const lines = text.split(/\r?\n/u);
  const last = lines.pop() ?? '';
  const whole = lines.length > 0 ? lines : [last];
  return whole
    .filter(Boolean)
    .slice(0, SAMPLE_ROWS)
    .map((line) => line.match(/"(?:[^"]|"")*"|[^",]+/gu) ?? []);
}

/** What a row is, by the number and the look of its cells: numbers bare, text quoted, null as it is. */
function partOf(cells: readonly string[]): Part | undefined {
  const isNumber = (cell: string | undefined): boolean => /^\d+$/u.test(cell ?? '');
  const areText = (from: number): boolean =>
    cells.slice(from).every((cell) => cell.startsWith('"') || cell.trim() === NULL);
  if (!isNumber(cells[0])) return undefined;
  if (cells.length === COLUMNS.primary) return areText(1) ? 'primary' : undefined;
  if (cells.length === COLUMNS.comments) return /^".*\."$/u.test(cells[1] ?? '') ? 'comments' : undefined;
  if (!isNumber(cells[1]) || !areText(2)) return undefined;
  if (cells.length === COLUMNS.alias) return /^"[a-z]ka"$/u.test(cells[2] ?? '') ? 'alias' : undefined;
  return cells.length === COLUMNS.address ? 'address' : undefined;
}

/** A row of one of the files beside the main one, waiting for its entry. */
interface Beside {
  readonly cells: readonly string[];
  readonly at: string;
  readonly file: string;
  readonly line: number;
}

type BesideRows = Waiting<Beside>;

async function* read({ dataset, files }: ReadInput): AsyncGenerator<ReadEvent> {
  const beside = {
    alias: new Waiting<Beside>(),
    address: new Waiting<Beside>(),
    comments: new Waiting<Beside>(),
  };
  for (const part of BESIDE) yield* gather(part, filesOf(files, part), beside[part]);

  const main = filesOf(files, 'primary');
  const { resolve } = await indexNames(main, beside.alias);
  const hasComments = filesOf(files, 'comments').length > 0;
  let rows = 0;
  for (const file of main) {
    for await (const row of csvRows(file, { columns: COLUMNS.primary, endMark: END_MARK })) {
      rows += 1;
      const at = `${file.name}:${row.line}`;
      const fault = faultOf(row, 'primary');
      if (fault) {
        yield rowSetAside('primary', file.name, row, fault);
        continue;
      }
      const uid = value(row.cells[0]) ?? '';
      const aliases = beside.alias.take(uid);
      const addresses = beside.address.take(uid);
      const comments = beside.comments.take(uid);
      const { entry, cut } = entryOf(row.cells, at, { aliases, addresses, comments }, hasComments);
      if (cut !== undefined) {
        const reason = 'Remarks: cut at 1,000 characters, and the comments file that goes on is not given';
        yield { kind: 'set-aside', scope: 'value', file: file.name, line: row.line, at, reason, text: cut };
      }
      const record = recordOf(dataset, entry, resolve);
      yield* valueIssueEvents(record, file.name, row.line);
      const counts = { alias: aliases.length, address: addresses.length, comments: comments.length };
      const met = Object.entries(counts).filter(([, count]) => count > 0);
      yield { kind: 'record', record: record.build(), rows: { primary: 1, ...Object.fromEntries(met) } };
    }
  }
  yield { kind: 'total', part: 'primary', rows };
  // An alias of no entry may be of one that the main file lacks; an address or a remark names nobody.
  for (const [part, left] of Object.entries(beside))
    for (const [, row] of left.rest())
      yield rowSetAside(
        part,
        row.file,
        row,
        `no entry ${value(row.cells[0])} in the main file`,
        part !== 'alias',
      );
}

function filesOf(files: readonly PartFile[], part: Part): ListFile[] {
  return files.filter((file) => file.part === part).map(({ file }) => file);
}

/** Reads the files beside the main one; their rows wait for their entry. */
async function* gather(part: Part, files: readonly ListFile[], into: BesideRows): AsyncGenerator<ReadEvent> {
  let rows = 0;
  for (const file of files) {
    for await (const row of csvRows(file, { columns: COLUMNS[part], endMark: END_MARK })) {
      rows += 1;
      const fault = faultOf(row, part);
      if (fault) {
        yield rowSetAside(part, file.name, row, fault);
        continue;
      }
      into.add(value(row.cells[0]) ?? '', { ...row, at: `${file.name}:${row.line}`, file: file.name });
    }
  }
  if (files.length > 0) yield { kind: 'total', part, rows };
}

function faultOf({ cells }: CsvRow, part: Part): string | undefined {
  if (cells.length !== COLUMNS[part]) return `${cells.length} cells in place of ${COLUMNS[part]}`;
  if (!/^\d+$/u.test(cells[0] ?? '')) return 'no entry number in the first cell';
  const name = part === 'primary' ? cells[1] : cells[3];
  return (part === 'primary' || part === 'alias') && !value(name) ? 'no name' : undefined;
}

function rowSetAside(
  part: string,
  file: string,
  { line, cells }: Pick<CsvRow, 'line' | 'cells'>,
  reason: string,
  isHarmless = false,
): ReadEvent {
  const text = cells.join(' | ').slice(0, 200);
  return {
    kind: 'set-aside',
    part,
    scope: 'row',
    file,
    line,
    at: `${file}:${line}`,
    reason,
    text,
    isHarmless,
  };
}

function value(cell: string | undefined): string | undefined {
  const text = cell?.trim();
  return text === NULL ? undefined : text || undefined;
}

/** The names of all entries, for the ties that remarks state by name. */
async function indexNames(main: readonly ListFile[], aliases: BesideRows): Promise<NameIndex> {
  const index = new NameIndex();
  for (const file of main) {
    for await (const { cells } of csvRows(file, { columns: COLUMNS.primary, endMark: END_MARK })) {
      const [uid, name] = [value(cells[0]), value(cells[1])];
      if (uid && name) index.add(uid, name, true);
    }
  }
  for (const [uid, { cells }] of aliases.rest()) index.add(uid, value(cells[3]) ?? '', false);
  return index;
}

interface RowsBeside {
  readonly aliases: readonly Beside[];
  readonly addresses: readonly Beside[];
  readonly comments: readonly Beside[];
}

/** The entry, and the clause at which its remark is cut, if it is. */
function entryOf(
  cells: readonly string[],
  at: string,
  beside: RowsBeside,
  hasComments: boolean,
): { readonly entry: OfacEntry; readonly cut?: string } {
  const titles = titlesIn(value(cells[4]), at);
  const { text: remarks, cut } = remarksOf(cells, beside.comments, hasComments);
  const remark = parseRemark(remarks, at, titles);
  const vessel: OfacFact[] = VESSEL_COLUMNS.flatMap(([column, label]) => {
    const text = value(cells[column]);
    return text === undefined ? [] : [{ label, value: text, at }];
  });
  const aliases = beside.aliases.map(aliasOf);
  const entry: OfacEntry = {
    uid: value(cells[0]) ?? '',
    at,
    type: value(cells[2]),
    names: [{ kind: 'primary', listForm: value(cells[1]) ?? '', at }, ...aliases, ...remark.names],
    programmes: programmesIn(value(cells[3]), at),
    titles,
    facts: [...vessel, ...remark.facts],
    addresses: beside.addresses.map(addressOf),
    relations: remark.relations,
    notes: [...remark.notes, ...beside.aliases.flatMap(aliasNotes), ...(cut ? [{ text: cut, at }] : [])],
  };
  return cut === undefined ? { entry } : { entry, cut };
}

/** The whole remark without its closing full stop; of a cut one, the whole clauses and the rest apart. */
function remarksOf(
  cells: readonly string[],
  comments: readonly Beside[],
  hasComments: boolean,
): { readonly text: string; readonly cut?: string } {
  const own = cells[11] ?? '';
  if (value(own) === undefined) return { text: '' };
  if (own.length < MAX_REMARK || comments.length > 0 || hasComments) {
    const whole = own + comments.map((row) => row.cells[1] ?? '').join('');
    return { text: whole.trim().replace(/\.$/u, '') };
  }
  const end = own.lastIndexOf(';') + 1;
  return { text: own.slice(0, end), cut: own.slice(end).trim() };
}

function aliasOf({ cells, at }: Beside): OfacName {
  return { kind: KINDS[value(cells[2]) ?? ''] ?? 'aka', listForm: value(cells[3]) ?? '', at };
}

/** What an alias row says besides a name of a known kind. */
function aliasNotes({ cells, at }: Beside): { text: string; at: string }[] {
  const [kind, name, remarks] = [value(cells[2]) ?? '', value(cells[3]), value(cells[4])];
  const said = [KINDS[kind] === undefined ? kind : undefined, remarks].filter(Boolean);
  return said.map((text) => ({ text: `${name}: ${text}`, at }));
}

function addressOf({ cells, at }: Beside): OfacAddress {
  const city = value(cells[3]);
  return {
    id: value(cells[1]),
    street: value(cells[2]),
    ...(city === undefined ? {} : splitCity(city)),
    country: value(cells[4]),
    remarks: value(cells[5]),
    at,
  };
}
