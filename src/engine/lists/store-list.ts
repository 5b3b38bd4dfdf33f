// Puts one list into the store: hashes it, reads it, keeps the publisher's bytes and the records, and only then
// makes it visible. If anything fails on the way nothing is visible, and what was in use stays in use.
import type { KeptSetAside, ListVersion, Store, VersionFile } from '../../cases/ports.ts';
import { digestOf, type ListFile, versionOf } from '../../lists/list-file.ts';
import { type ReadReport, readList } from '../../lists/read-list.ts';
import type { ColumnMap, ListReader, PartFile } from '../../lists/reader.ts';
import { InterdictError } from '../../model/errors.ts';
import type { FoundList } from './group-files.ts';

/** A list with the digests of its files, before it is read. */
export interface HashedList extends FoundList {
  readonly version: string;
  readonly digests: readonly VersionFile[];
}

/** How far the reading of a list is, in unpacked bytes of all its files. */
export interface ReadingProgress {
  readonly dataset: string;
  readonly done: number;
  readonly total: number;
}

/** The version of a list, from the hashes of its files. */
export async function hashList(list: FoundList): Promise<HashedList> {
  const digests: VersionFile[] = [];
  for (const { part, file } of list.files) digests.push({ part, ...(await digestOf(file)) });
  return { ...list, digests, version: versionOf(digests) };
}

/** What a reading gives a version: everything that would be other if another reader read the same bytes. */
export type ReadFacts = Pick<
  ListVersion,
  | 'readerVersion'
  | 'rows'
  | 'entities'
  | 'aliases'
  | 'addresses'
  | 'identifications'
  | 'listings'
  | 'rowsSetAside'
  | 'rowsLost'
  | 'valuesSetAside'
>;

/** The facts of a version that its reading tells. */
export function factsOf(report: ReadReport, reader: ListReader): ReadFacts {
  const { rows, entities, aliases, addresses, identifications, listings, rowsLost } = report;
  return {
    readerVersion: reader.version,
    ...{ rows, entities, aliases, addresses, identifications, listings, rowsLost },
    rowsSetAside: report.rowsSetAside.length,
    valuesSetAside: report.valuesSetAside.length,
  };
}

/**
 * Reads a list into the archive, invisible until the row of its version is put into the store.
 * @param check is asked before anything becomes permanent; what it throws refuses the list
 * @throws InterdictError LIST_* if the list is refused, FILE_UNREADABLE if a file changes meanwhile
 */
export async function archiveList(
  store: Store,
  list: HashedList,
  columns: ColumnMap | undefined,
  check: (report: ReadReport) => void,
  onProgress: (progress: ReadingProgress) => void = () => {},
): Promise<ReadReport> {
  const report = await writeRecords(store, list, list.files, columns, onProgress, async (read) => {
    check(read);
    // The bytes come before the records: records say that a version was read, so its bytes must be there.
    for (const [index, file] of list.digests.entries()) {
      const source = list.files[index]?.file;
      if (source) await store.archive.keepFile(list.dataset, list.version, file, source.open());
    }
  });
  return report;
}

/**
 * Reads a stored version again from its kept bytes, for a reader that has changed since.
 * @throws InterdictError STORE_DAMAGED if the bytes are gone or altered
 */
export async function rereadVersion(
  store: Store,
  version: ListVersion,
  reader: ListReader,
): Promise<ReadReport> {
  const files = version.files.map((kept) => ({
    part: kept.part,
    file: { name: kept.name, open: () => store.archive.openFile(version.dataset, version.version, kept) },
  }));
  const list = { dataset: version.dataset, version: version.version, reader, digests: version.files };
  return await writeRecords(store, list, files, version.columns);
}

async function writeRecords(
  store: Store,
  list: Pick<HashedList, 'dataset' | 'version' | 'reader' | 'digests'>,
  files: readonly PartFile[],
  columns: ColumnMap | undefined,
  onProgress: (progress: ReadingProgress) => void = () => {},
  beforeCommit: (report: ReadReport) => Promise<void> = async () => {},
): Promise<ReadReport> {
  const { dataset, version, reader, digests } = list;
  const writer = await store.archive.writeRecords(dataset, version, reader.version);
  try {
    const watched = watchFiles(files, dataset, digests, onProgress);
    const toRead = { reader, dataset, files: watched, ...(columns ? { columns } : {}) };
    const report = await readList(toRead, (record) => writer.write(record));
    for (const item of [...report.rowsSetAside, ...report.valuesSetAside])
      await writer.setAside(item satisfies KeptSetAside);
    await beforeCommit(report);
    await writer.commit();
    return report;
  } catch (error) {
    await writer.abandon();
    throw asRefusal(error, files);
  }
}

/** The same files, telling how far they are read. A reader may open a file twice; the farther position counts. */
function watchFiles(
  files: readonly PartFile[],
  dataset: string,
  digests: readonly VersionFile[],
  onProgress: (progress: ReadingProgress) => void,
): PartFile[] {
  const total = digests.reduce((sum, file) => sum + file.bytes, 0);
  const reached = files.map(() => 0);
  return files.map(({ part, file }, index) => ({
    part,
    file: {
      name: file.name,
      async *open() {
        let position = 0;
        for await (const chunk of file.open()) {
          position += chunk.length;
          reached[index] = Math.max(reached[index] ?? 0, position);
          onProgress({ dataset, done: reached.reduce((sum, bytes) => sum + bytes, 0), total });
          yield chunk;
        }
      },
    } satisfies ListFile,
  }));
}

/** Errors of the disk become errors of the file; whatever else is not ours is passed on as it is. */
function asRefusal(error: unknown, files: readonly PartFile[]): unknown {
  if (error instanceof InterdictError || !(error instanceof Error) || !('syscall' in error)) return error;
  const name = files[0]?.file.name ?? '';
  return new InterdictError(
    'FILE_UNREADABLE',
    `${name} cannot be read: ${error.message}.`,
    { file: name },
    { cause: error },
  );
}
