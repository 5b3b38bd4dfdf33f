// Runs a reader over the files of a list: recognises the format, counts what comes out, and proves that every row
// is accounted for. This is the only way in which records leave the readers.
import { InterdictError } from '../model/errors.ts';
import type { ListRecord } from '../model/record.ts';
import { partyOf } from '../model/record.ts';
import { type FileHead, type ListFile, readHead } from './list-file.ts';
import { isZip } from './read/zip.ts';
import type {
  ColumnMap,
  ListReader,
  PartFile,
  ReadInput,
  RecogniseHints,
  Recognition,
  SetAside,
} from './reader.ts';

/** The outcome of reading a list. */
export interface ReadReport {
  readonly format: string;
  readonly dataset: string;
  /** Day of publication where the files say it. */
  readonly published?: string;
  /** Records (rows, elements) in the files, by part of the list. */
  readonly rows: Readonly<Record<string, number>>;
  /** Parties that came out. */
  readonly entities: number;
  /** Names besides the first: aliases, weak aliases, former names. */
  readonly aliases: number;
  readonly addresses: number;
  readonly identifications: number;
  readonly listings: number;
  /** Rows that are no party, each with its reason. */
  readonly rowsSetAside: readonly SetAside[];
  /** Of these, those behind which a listed party may be hidden. */
  readonly rowsLost: number;
  /** Values that could not be read as what they should be; their text is kept in the party's notes. */
  readonly valuesSetAside: readonly SetAside[];
}

/** A file with the reader that knows it. */
export interface RecognisedFile extends Recognition {
  readonly file: ListFile;
  readonly reader: ListReader;
}

const ALIAS_PROPERTIES = ['alias', 'weakAlias', 'previousName', 'abbreviation'] as const;

/**
 * Tells the format of a file from its content.
 * @param hints what the caller says of the file, for a list of the user's own
 * @throws InterdictError LIST_EMPTY, LIST_WRONG_FORMAT or LIST_FORMAT_UNKNOWN
 */
export async function recogniseFile(
  file: ListFile,
  readers: readonly ListReader[],
  hints: RecogniseHints = {},
): Promise<RecognisedFile> {
  const head = await readHead(file);
  for (const reader of readers) {
    const recognition = reader.recognise(head, hints);
    if (!recognition || (await reader.confirm?.(file)) === false) continue;
    return { ...recognition, file, reader };
  }
  throw unknownFormat(head);
}

function unknownFormat(head: FileHead): InterdictError {
  const place = { file: head.name };
  if (/^\s*<(?:!doctype\s+html|html)\b/iu.test(head.text)) {
    return new InterdictError('LIST_WRONG_FORMAT', `${head.name} is a web page, not a list.`, place);
  }
  if (!/[^\s\p{Cc}\uFEFF]/u.test(head.text)) {
    return new InterdictError('LIST_EMPTY', `${head.name} holds nothing but blanks.`, place);
  }
  if (isZip(head.bytes)) {
    const message = `${head.name} is a spreadsheet or a zip archive, and no list that is known is laid out like it.`;
    return new InterdictError('LIST_FORMAT_UNKNOWN', message, place);
  }
  const beginning = JSON.stringify(head.text.slice(0, 60).replace(/\s+/gu, ' '));
  const message = `${head.name} is of no list format that is known; it begins with ${beginning}.`;
  return new InterdictError('LIST_FORMAT_UNKNOWN', message, place);
}

/** A list to be read: one reader, one dataset, all its files. */
export interface ListToRead {
  readonly reader: ListReader;
  readonly dataset: string;
  readonly files: readonly PartFile[];
  readonly columns?: ColumnMap;
}

/**
 * Reads a list and hands each record to `take`, in file order. When this throws, nothing that was taken counts.
 *
 * @param list  the files with their reader
 * @param take  is awaited, so that a slow taker slows the reading
 * @returns counts, publication day and everything that was set aside
 * @throws InterdictError LIST_* if the list is refused; INTERNAL if a row is unaccounted for
 */
export async function readList(
  list: ListToRead,
  take: (record: ListRecord) => void | Promise<void>,
): Promise<ReadReport> {
  const missing = (list.reader.required ?? ['main']).filter(
    (part) => !list.files.some((file) => file.part === part),
  );
  if (missing.length > 0) {
    const names = list.files.map((file) => file.file.name).join(', ');
    const message = `${list.reader.title}: of the files of the list, ${missing.join(', ')} is missing (given: ${names}).`;
    throw new InterdictError('LIST_PART_MISSING', message);
  }
  const input: ReadInput = {
    dataset: list.dataset,
    files: list.files,
    ...(list.columns ? { columns: list.columns } : {}),
  };
  const accounted = new Map<string, number>();
  const totals = new Map<string, number>();
  const seen = new Map<string, string | undefined>();
  const rowsSetAside: SetAside[] = [];
  const valuesSetAside: SetAside[] = [];
  const counts = { entities: 0, aliases: 0, addresses: 0, identifications: 0, listings: 0 };
  let published: string | undefined;

  for await (const event of list.reader.read(input)) {
    switch (event.kind) {
      case 'record': {
        for (const [part, rows] of Object.entries(event.rows))
          accounted.set(part, (accounted.get(part) ?? 0) + rows);
        refuseDoubled(event.record, list, seen);
        countRecord(event.record, counts);
        await take(event.record);
        break;
      }
      case 'set-aside': {
        const { kind: _kind, part, ...setAside } = event;
        if (part !== undefined) accounted.set(part, (accounted.get(part) ?? 0) + 1);
        (setAside.scope === 'row' ? rowsSetAside : valuesSetAside).push(setAside);
        break;
      }
      case 'published':
        published = event.day;
        break;
      case 'total':
        totals.set(event.part, event.rows);
        break;
    }
  }
  refuseUnaccounted(list, totals, accounted);
  if (counts.entities === 0) {
    const file = list.files[0]?.file.name ?? list.dataset;
    const aside = rowsSetAside[0] ? ` The first row was set aside: ${rowsSetAside[0].reason}.` : '';
    throw new InterdictError('LIST_EMPTY', `${file} holds no listed party.${aside}`, { file });
  }
  return {
    format: list.reader.format,
    dataset: list.dataset,
    ...(published ? { published } : {}),
    rows: Object.fromEntries(totals),
    ...counts,
    rowsSetAside,
    rowsLost: rowsSetAside.filter((row) => row.isHarmless !== true).length,
    valuesSetAside,
  };
}

function refuseDoubled(record: ListRecord, list: ListToRead, seen: Map<string, string | undefined>): void {
  if (seen.has(record.recordId)) {
    const at = Object.values(partyOf(record).properties)[0]?.[0]?.at ?? '';
    const message = `${list.reader.title}: the record ${record.recordId} occurs twice (${seen.get(record.recordId) ?? ''}; ${at}).`;
    throw new InterdictError('LIST_MALFORMED', message, { file: list.files[0]?.file.name ?? list.dataset });
  }
  seen.set(record.recordId, Object.values(partyOf(record).properties)[0]?.[0]?.at);
}

type Counts = {
  entities: number;
  aliases: number;
  addresses: number;
  identifications: number;
  listings: number;
};

function countRecord(record: ListRecord, counts: Counts): void {
  counts.entities += 1;
  const party = partyOf(record);
  for (const property of ALIAS_PROPERTIES) counts.aliases += party.properties[property]?.length ?? 0;
  for (const { schema } of record.entities) {
    if (schema === 'Address') counts.addresses += 1;
    else if (schema === 'Passport' || schema === 'Identification') counts.identifications += 1;
    else if (schema === 'Sanction') counts.listings += 1;
  }
}

/** Nothing may be dropped in silence: rows met must equal rows in records plus rows set aside, part by part. */
function refuseUnaccounted(
  list: ListToRead,
  totals: Map<string, number>,
  accounted: Map<string, number>,
): void {
  for (const part of new Set([...totals.keys(), ...accounted.keys()])) {
    const [met, known] = [totals.get(part) ?? 0, accounted.get(part) ?? 0];
    if (met === known) continue;
    const message = `The reader ${list.reader.format} met ${met} rows in "${part}" but accounts for ${known}.`;
    throw new InterdictError('INTERNAL', message, { file: list.files[0]?.file.name ?? list.dataset });
  }
}
