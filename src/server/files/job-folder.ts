// A file job on the disk: a folder in the home with the file as it came, its results, and `job.json`, which says
// everything else. job.json is replaced in one step whenever the job changes, so that after a crash a job is as it was
// said last; a folder without one holds nothing that anybody was promised.
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FilePreview } from '../../engine/batch/preview.ts';
import { type RunPaths, runPaths } from '../../engine/batch/run-files.ts';
import { releaseLock, takeLock } from '../../engine/batch/run-lock.ts';
import { pathExists } from '../../engine/path-exists.ts';
import { syncFolder } from '../../engine/sync-folder.ts';
import type { DateOrder } from '../../model/dates.ts';
import { InterdictError } from '../../model/errors.ts';
import type { JobStatus } from '../../model/file-job.ts';
import type { ColumnChoice } from './column-choice.ts';

/** The file lies in a folder of its own, where no name that it has can be that of a result. */
const INPUT_FOLDER = 'input';
const JOB_FILE = 'job.json';
/** Held by the server that the job belongs to, as long as that runs. */
const LOCK_FILE = 'server.lock';
const FORM = 1;

/** Who sent a file: as the record names them, undefined for the one user of the machine. */
export type Who = string | undefined;

export interface StartOptions {
  /** All columns that are used; the others are not. @default as guessed */
  readonly columns?: ColumnChoice | undefined;
  readonly dateOrder?: DateOrder | undefined;
  /** Lists of this day, `YYYY-MM-DD`. @default today */
  readonly asOf?: string | undefined;
  readonly profile?: string | undefined;
  readonly limit?: number | undefined;
  readonly cutoff?: number | undefined;
}

/** A file as it comes in; cut off if it is larger than the server takes. */
export type Upload = Readable & { readonly truncated?: boolean };

/** What is kept of a job. */
export interface KeptJob {
  /** ISO 8601, UTC. */
  readonly takenAt: string;
  readonly who?: Who;
  readonly preview: FilePreview;
  /** As it was last said; what a run has done since stands in its journal. */
  readonly status: JobStatus;
  /** How it was started; the day of the lists among it. */
  readonly start?: StartOptions;
  /** All rows are done and in the record: only the results may still have to be put in place. */
  readonly isRecorded?: boolean;
}

export class JobFolder {
  readonly path: string;
  /** What is kept changes one step after the other, in the order in which it was asked for. */
  #kept: Promise<void> = Promise.resolve();
  #isForgotten = false;

  private constructor(path: string) {
    this.path = path;
  }

  /** A new folder, which belongs to this server. */
  static async create(parent: string, id: string): Promise<JobFolder> {
    const folder = new JobFolder(join(parent, id));
    await mkdir(join(folder.path, INPUT_FOLDER), { recursive: true, mode: 0o700 });
    await takeLock(join(folder.path, LOCK_FILE));
    return folder;
  }

  /**
   * The folders that belong to no living server; from now on they belong to this one.
   * @param onFailure told of folders that cannot be had
   */
  static async takeOver(parent: string, onFailure: (error: unknown) => void): Promise<JobFolder[]> {
    const names = await readdir(parent).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    const taken: JobFolder[] = [];
    for (const name of names) {
      const folder = new JobFolder(join(parent, name));
      try {
        await takeLock(join(folder.path, LOCK_FILE));
        taken.push(folder);
      } catch (error) {
        // Another server has it, or it is none.
        const { code = '' } = error as { code?: string };
        if (!['BATCH_BUSY', 'ENOTDIR', 'ENOENT'].includes(code)) onFailure(error);
      }
    }
    return taken;
  }

  /** The path for the file, under the name that its owner gave it as far as that can be a file here. */
  inputPath(name: string): string {
    const plain = name
      .normalize('NFC')
      .replace(/[^\p{L}\p{N} ._-]+/gu, '_')
      .replace(/^[. ]+/u, '');
    return join(this.path, INPUT_FOLDER, plain.slice(-80) || 'file');
  }

  /**
   * Takes the file in as it comes.
   * @param what the sender knows it as, for the message
   * @returns its path
   * @throws InterdictError REQUEST_TOO_LARGE; whatever the stream throws
   */
  async receive(stream: Upload, name: string, what: 'file' | 'list'): Promise<string> {
    const path = this.inputPath(name);
    await pipeline(stream, createWriteStream(path, { mode: 0o600 }));
    if (!stream.truncated) return path;
    throw new InterdictError('REQUEST_TOO_LARGE', `The ${what} is larger than the server takes.`, {
      field: 'file',
    });
  }

  get results(): RunPaths {
    return runPaths(join(this.path, 'results.jsonl'));
  }

  /** True if the results have got their name. */
  async isInPlace(): Promise<boolean> {
    return (await pathExists(this.results.output)) && !(await pathExists(this.results.journal));
  }

  /** When it resolves, this is on the disk; unless the job was forgotten meanwhile. */
  async keep(job: KeptJob): Promise<void> {
    await this.#inTurn(() => this.#write(job));
  }

  async #write(job: KeptJob): Promise<void> {
    if (this.#isForgotten) return;
    const unfinished = join(this.path, `${JOB_FILE}.${randomUUID()}`);
    const file = await open(unfinished, 'w', 0o600);
    try {
      await file.writeFile(JSON.stringify({ form: FORM, ...job }));
      await file.sync();
    } finally {
      await file.close();
    }
    const kept = join(this.path, JOB_FILE);
    await rename(unfinished, kept);
    await syncFolder(kept);
  }

  /**
   * What is kept here; undefined if there is nothing.
   * @throws InterdictError STORE_NEWER if a newer Interdict wrote it
   */
  async read(): Promise<KeptJob | undefined> {
    const text = await readFile(join(this.path, JOB_FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (text === undefined) return undefined;
    const { form, ...job } = JSON.parse(text) as KeptJob & { form: number };
    if (form === FORM) return job;
    throw new InterdictError('STORE_NEWER', `${this.path} was written by a newer Interdict.`);
  }

  /** The next run begins anew, whatever lies there. */
  async discardRun(): Promise<void> {
    await rm(this.results.journal, { force: true });
  }

  /** Makes that the job is gone, though not yet its files. */
  async forget(): Promise<void> {
    await this.#inTurn(async () => {
      this.#isForgotten = true;
      await rm(join(this.path, JOB_FILE), { force: true });
    });
  }

  #inTurn(step: () => Promise<void>): Promise<void> {
    const done = this.#kept.then(step);
    // Whoever asked for it is told; the next one has its turn all the same.
    this.#kept = done.catch(() => {});
    return done;
  }

  /** Removes everything; the job first, so that nothing is left of it if this is cut off. */
  async remove(): Promise<void> {
    await this.forget();
    await rm(this.path, { recursive: true, force: true });
    await this.release();
  }

  /** Lets another server have it. */
  async release(): Promise<void> {
    await releaseLock(join(this.path, LOCK_FILE));
  }
}
