// The bytes of list versions on the file system, under `<home>/lists/<dataset>/<first 16 digits of the hash>/`:
// the publisher's files and the records read from them, all gzipped, so that any tool opens them. A file is there in
// full or not at all, and its hash is checked each time it is read to its end. Nothing here says which versions count:
// that is the database's to know, and a folder without a row is left over from a process that was killed.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptSetAside, ListArchive, RecordWriter, VersionFile } from '../cases/ports.ts';
import { InterdictError } from '../model/errors.ts';
import type { ListRecord } from '../model/record.ts';
import { sweepAbandoned, writeDurably } from './durable-file.ts';
import { readJsonLines, writeJsonLines } from './json-lines.ts';
import { pack, unpack } from './packing.ts';

export class FileListArchive implements ListArchive {
  readonly cacheFolder: string;
  readonly temporaryFolder: string;
  readonly #folder: string;

  private constructor(home: string) {
    this.cacheFolder = join(home, 'cache');
    this.#folder = join(home, 'lists');
    this.temporaryFolder = join(this.#folder, '.incoming');
  }

  /** @param now when it is opened; decides which unfinished files are abandoned */
  static async open(home: string, now: Date): Promise<FileListArchive> {
    const archive = new FileListArchive(home);
    await mkdir(archive.cacheFolder, { recursive: true });
    await sweepAbandoned(archive.temporaryFolder, now);
    return archive;
  }

  /** @throws InterdictError FILE_UNREADABLE if the bytes are not those that `file` says */
  async keepFile(
    dataset: string,
    version: string,
    file: VersionFile,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<void> {
    if (await this.#isKept(dataset, version, file)) return;
    const path = this.#pathOf(dataset, version, file);
    await writeDurably(path, this.temporaryFolder, pack(checked(bytes, file, changedWhileRead)));
  }

  async *openFile(dataset: string, version: string, file: VersionFile): AsyncGenerator<Uint8Array> {
    const path = this.#pathOf(dataset, version, file);
    try {
      yield* checked(unpack(path), file, () => damaged(path, 'its bytes are not those that were kept'));
    } catch (error) {
      throw error instanceof InterdictError ? error : damaged(path, (error as Error).message, error);
    }
  }

  async writeRecords(dataset: string, version: string, readerVersion: number): Promise<RecordWriter> {
    const write = (kind: RowKind) =>
      writeJsonLines(this.#rowsPath(dataset, version, readerVersion, kind), this.temporaryFolder);
    const records = write('records');
    const setAside = write('set-aside');
    return {
      write: (record) => records.write(record),
      setAside: (item) => setAside.write(item),
      // The records come last: they are what shows that a version was read.
      commit: async () => {
        await setAside.commit();
        await records.commit();
      },
      abandon: async () => {
        await Promise.all([records.abandon(), setAside.abandon()]);
      },
    };
  }

  readRecords(
    dataset: string,
    version: string,
    readerVersion: number,
  ): AsyncIterable<ListRecord> | undefined {
    return this.#readRows<ListRecord>(dataset, version, readerVersion, 'records');
  }

  readSetAside(
    dataset: string,
    version: string,
    readerVersion: number,
  ): AsyncIterable<KeptSetAside> | undefined {
    return this.#readRows<KeptSetAside>(dataset, version, readerVersion, 'set-aside');
  }

  async remove(dataset: string, version: string): Promise<void> {
    const folder = this.#versionFolder(dataset, version);
    if (!existsSync(folder)) return;
    // Renamed first, so that nobody meets a folder that is half removed.
    await mkdir(this.temporaryFolder, { recursive: true });
    const aside = join(this.temporaryFolder, randomUUID());
    await rename(folder, aside);
    await rm(aside, { recursive: true, force: true });
  }

  async #isKept(dataset: string, version: string, file: VersionFile): Promise<boolean> {
    if (!existsSync(this.#pathOf(dataset, version, file))) return false;
    try {
      for await (const _ of this.openFile(dataset, version, file));
      return true;
    } catch (error) {
      // A damaged copy is replaced by the good bytes that are at hand now.
      if (error instanceof InterdictError && error.code === 'STORE_DAMAGED') return false;
      throw error;
    }
  }

  #readRows<Row>(
    dataset: string,
    version: string,
    readerVersion: number,
    kind: RowKind,
  ): AsyncIterable<Row> | undefined {
    const path = this.#rowsPath(dataset, version, readerVersion, kind);
    return existsSync(path) ? readJsonLines<Row>(path) : undefined;
  }

  #versionFolder(dataset: string, version: string): string {
    const hash = /^sha256:([0-9a-f]{16})[0-9a-f]{48}$/u.exec(version)?.[1];
    if (hash === undefined || !/^[a-z0-9_]+$/u.test(dataset)) {
      throw new InterdictError(
        'INTERNAL',
        `There can be no folder for "${dataset}" in version "${version}".`,
      );
    }
    return join(this.#folder, dataset, hash);
  }

  #pathOf(dataset: string, version: string, file: VersionFile): string {
    const part = file.part.replace(/[^a-z0-9]+/giu, '-');
    return join(this.#versionFolder(dataset, version), `${part}-${file.sha256.slice(0, 16)}.gz`);
  }

  #rowsPath(dataset: string, version: string, readerVersion: number, kind: RowKind): string {
    return join(this.#versionFolder(dataset, version), `${kind}-v${readerVersion}.jsonl.gz`);
  }
}

type RowKind = 'records' | 'set-aside';

/** Passes the bytes on, and ends with an error if they are not those that `file` says. */
async function* checked(
  bytes: AsyncIterable<Uint8Array>,
  file: VersionFile,
  failure: (file: VersionFile) => InterdictError,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== file.sha256) throw failure(file);
}

function changedWhileRead({ name }: VersionFile): InterdictError {
  return new InterdictError('FILE_UNREADABLE', `${name} changed while it was being read.`, { file: name });
}

function damaged(path: string, reason: string, cause?: unknown): InterdictError {
  return new InterdictError('STORE_DAMAGED', `${path} cannot be used: ${reason}.`, { file: path }, { cause });
}
