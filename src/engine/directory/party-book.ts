// The records of the lists in use, one by one and by id, as a file beside the index: the index knows what can be
// compared, the book knows everything that was listed and where each value stands in its source. A pure function of
// the list versions, so it can be thrown away at any time. Written beside its place and moved there whole.
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entity } from '../../model/entity.ts';
import { textsOf } from '../../model/entity.ts';
import { InterdictError } from '../../model/errors.ts';
import { type ListRecord, partyOf } from '../../model/record.ts';
import { edgeOf } from '../../model/schema/schema.ts';

/** Raised when the layout of the files changes. */
const BOOK_FORMAT = 1;
/** Books kept at most; the one opened longest ago goes first. */
const MAX_BOOKS = 2;
/** Bytes that are gathered before they are written. */
const WRITE_BYTES = 1 << 20;

interface Contents {
  readonly format: number;
  /** Id of the listed party of a record -> where its line begins, and how long it is, in bytes. */
  readonly places: Readonly<Record<string, readonly [at: number, length: number]>>;
  /** Id of a party -> ids of the parties whose records hold a relation to it. */
  readonly linkedFrom: Readonly<Record<string, readonly string[]>>;
}

export class PartyBook {
  readonly #path: string;
  readonly #contents: Contents;

  private constructor(path: string, contents: Contents) {
    this.#path = path;
    this.#contents = contents;
  }

  /**
   * Opens the book of a set of list versions, writing it first if it is not there.
   * @param folder  where books are kept
   * @param name    changes with anything that changes what is in the book
   * @param records the records of those versions
   */
  static async open(
    folder: string,
    name: string,
    records: () => AsyncIterable<ListRecord>,
  ): Promise<PartyBook> {
    const path = join(folder, `${name}.book`);
    const kept = await readContents(path);
    if (kept) return new PartyBook(path, kept);
    await mkdir(folder, { recursive: true });
    const contents = await write(path, records());
    await forgetOldest(folder, path);
    return new PartyBook(path, contents);
  }

  /** The records whose listed parties have these ids, in that order; ids without a record are passed over. */
  async recordsOf(ids: readonly string[]): Promise<ListRecord[]> {
    const places = ids.flatMap((id) => {
      const place = Object.hasOwn(this.#contents.places, id) ? this.#contents.places[id] : undefined;
      return place ? [place] : [];
    });
    if (places.length === 0) return [];
    const file = await open(this.#path);
    try {
      const records: ListRecord[] = [];
      for (const [at, length] of places) {
        const bytes = Buffer.alloc(length);
        const { bytesRead } = await file.read(bytes, 0, length, at);
        if (bytesRead !== length) {
          throw new InterdictError('STORE_DAMAGED', `The file ${this.#path} was cut.`, { file: this.#path });
        }
        records.push(JSON.parse(bytes.toString('utf8')) as ListRecord);
      }
      return records;
    } finally {
      await file.close();
    }
  }

  /** Ids of the parties whose records say that they are related to this one. */
  linkedFrom(id: string): readonly string[] {
    return Object.hasOwn(this.#contents.linkedFrom, id) ? (this.#contents.linkedFrom[id] ?? []) : [];
  }
}

/** The two ends of a relation, as ids; undefined if the entity is none. */
export function endsOf(entity: Entity): { readonly from: string; readonly to: string } | undefined {
  const edge = edgeOf(entity.schema);
  const [from] = edge ? textsOf(entity, edge.source) : [];
  const [to] = edge ? textsOf(entity, edge.target) : [];
  return from && to ? { from, to } : undefined;
}

async function readContents(path: string): Promise<Contents | undefined> {
  const text = await readFile(`${path}.json`, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    const contents = JSON.parse(text) as Contents;
    return contents.format === BOOK_FORMAT ? contents : undefined;
  } catch {
    // A damaged file is as good as none: the book is written anew.
    return undefined;
  }
}

/** The contents are moved into place last: where they are, the book is whole. */
async function write(path: string, records: AsyncIterable<ListRecord>): Promise<Contents> {
  const places: Record<string, readonly [number, number]> = {};
  const linked = new Map<string, Set<string>>();
  const beside = `${path}.${randomUUID()}.tmp`;
  const file = await open(beside, 'wx');
  try {
    let at = 0;
    let waiting: Buffer[] = [];
    let waitingBytes = 0;
    for await (const record of records) {
      const line = Buffer.from(`${JSON.stringify(record)}\n`);
      const { id } = partyOf(record);
      places[id] = [at, line.length - 1];
      for (const other of mentionedIn(record)) linked.set(other, (linked.get(other) ?? new Set()).add(id));
      at += line.length;
      waiting.push(line);
      waitingBytes += line.length;
      if (waitingBytes < WRITE_BYTES) continue;
      await file.appendFile(Buffer.concat(waiting));
      waiting = [];
      waitingBytes = 0;
    }
    await file.appendFile(Buffer.concat(waiting));
    await file.sync();
  } finally {
    await file.close();
  }
  const linkedFrom = Object.fromEntries([...linked].map(([id, from]) => [id, [...from]]));
  const contents: Contents = { format: BOOK_FORMAT, places, linkedFrom };
  const contentsBeside = `${beside}.json`;
  await writeFile(contentsBeside, JSON.stringify(contents));
  await rename(beside, path);
  await rename(contentsBeside, `${path}.json`);
  return contents;
}

/** Ids of parties outside the record that one of its relations leads to. */
function mentionedIn(record: ListRecord): string[] {
  const own = new Set(record.entities.map(({ id }) => id));
  return record.entities
    .flatMap((entity) => {
      const ends = endsOf(entity);
      return ends ? [ends.from, ends.to] : [];
    })
    .filter((id) => !own.has(id));
}

async function forgetOldest(folder: string, keep: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.book'));
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      // Another process may have removed it in between; then there is nothing left to forget.
      const found = await stat(path).catch(() => undefined);
      return { path, writtenAt: found?.mtimeMs ?? 0 };
    }),
  );
  const old = files.sort((left, right) => right.writtenAt - left.writtenAt).slice(MAX_BOOKS);
  for (const { path } of old) {
    if (path === keep) continue;
    await unlink(`${path}.json`).catch(() => undefined);
    await unlink(path).catch(() => undefined);
  }
}
