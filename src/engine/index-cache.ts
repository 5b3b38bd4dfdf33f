// Indexes of sets of list versions, on disk. An index is a pure function of the versions, the cuts and this code, so
// it is kept under a name made from these and can be thrown away at any time. Files are written beside their place
// and moved there whole: a reader sees the old one or the new one, never half of one.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { LinkCut, ListVersion } from '../cases/ports.ts';
import { InterdictError } from '../model/errors.ts';
import type { ListRecord } from '../model/record.ts';
import { encodeIndex, INDEX_FORMAT, type PlacedIndex } from '../screen/index/index-file.ts';
import { searchableMemory } from '../screen/index/key-search.ts';
import { indexParties } from '../screen/index/screen-index.ts';
import { groupRecords } from '../screen/link/group-records.ts';
import { linkKey, linkRecords } from '../screen/link/link-records.ts';
import { makeListedParty } from '../screen/listed-party.ts';
import { codeHash } from './code-hash.ts';
import { pathExists } from './path-exists.ts';

/** A version of a list as an index names it. */
export interface IndexedVersion {
  readonly dataset: string;
  readonly version: string;
  readonly readerVersion: number;
}

/** Index files kept at most; the one used longest ago goes first. */
const MAX_FILES = 8;

/** The name of the index of a set of versions: changes with anything that changes what is in it. */
export function indexName(versions: readonly IndexedVersion[], cuts: readonly LinkCut[]): string {
  const lines = [
    `format ${INDEX_FORMAT} code ${codeHash()}`,
    ...versions
      .map(({ dataset, version, readerVersion }) => `list ${dataset} ${version} ${readerVersion}`)
      .sort(),
    ...cuts.map(({ left, right }) => `cut ${linkKey(left, right)}`).sort(),
  ];
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

/** An index as it is asked for: of which versions, under which cuts, and where their records are read. */
export interface WantedIndex {
  /** As indexName gives it. */
  readonly name: string;
  readonly versions: readonly ListVersion[];
  readonly cuts: readonly LinkCut[];
  recordsOf(version: ListVersion): AsyncIterable<ListRecord>;
}

/**
 * The index of a set of versions, built first if it is not kept yet.
 * @param folder     where index files are kept
 * @param onBuilding told when it has to be built
 */
export async function loadIndex(
  folder: string,
  { name, versions, cuts, recordsOf }: WantedIndex,
  onBuilding?: () => void,
): Promise<PlacedIndex> {
  return await loadIndexBytes(folder, name, async () => {
    onBuilding?.();
    const records: ListRecord[] = [];
    for (const version of versions) for await (const record of recordsOf(version)) records.push(record);
    return buildIndexBytes(records, cuts);
  });
}

/** Builds the bytes of an index from the records of its lists. */
function buildIndexBytes(records: readonly ListRecord[], cuts: readonly LinkCut[]): Uint8Array[] {
  const links = linkRecords(records, new Set(cuts.map(({ left, right }) => linkKey(left, right))));
  const parties = groupRecords(records, links).map((group) => makeListedParty(group.records, group.links));
  return encodeIndex(indexParties(parties), parties);
}

/**
 * The index of a set of versions as its bytes, in a memory that threads can share; built first if it is not there yet.
 * @param folder where index files are kept
 * @param name   as indexName gives it
 * @param build  makes the bytes
 */
async function loadIndexBytes(
  folder: string,
  name: string,
  build: () => Promise<Uint8Array[]>,
): Promise<PlacedIndex> {
  const path = join(folder, `${name}.index`);
  const kept = await readShared(path);
  if (kept) return kept;
  const pieces = await build();
  await mkdir(folder, { recursive: true });
  const beside = `${path}.${randomUUID()}.tmp`;
  const handle = await open(beside, 'wx');
  try {
    for (const piece of pieces) await handle.appendFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, path);
  await forgetOldest(folder, path);
  const bytes = await readShared(path);
  if (!bytes)
    throw new InterdictError('STORE_DAMAGED', `The index file ${path} vanished while it was written.`, {
      file: path,
    });
  return bytes;
}

/** True if the index of that name is there and need not be built. */
export async function isIndexKept(folder: string, name: string): Promise<boolean> {
  return await pathExists(join(folder, `${name}.index`));
}

async function readShared(path: string): Promise<PlacedIndex | undefined> {
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!handle) return undefined;
  try {
    const { size } = await handle.stat();
    const memory = searchableMemory(size);
    const bytes = new Uint8Array(memory.buffer, 0, size);
    for (let at = 0; at < size; ) {
      const { bytesRead } = await handle.read(bytes, at, Math.min(size - at, 1 << 28), at);
      if (bytesRead === 0)
        throw new InterdictError('STORE_DAMAGED', `The index file ${path} was cut.`, { file: path });
      at += bytesRead;
    }
    return { memory, size };
  } finally {
    await handle.close();
  }
}

async function forgetOldest(folder: string, keep: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.index'));
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      // Another process may have removed it in between; then there is nothing left to forget.
      const found = await stat(path).catch(() => undefined);
      return { path, usedAt: found?.mtimeMs ?? 0 };
    }),
  );
  const old = files.sort((left, right) => right.usedAt - left.usedAt).slice(MAX_FILES);
  for (const { path } of old) if (path !== keep) await unlink(path).catch(() => undefined);
}
