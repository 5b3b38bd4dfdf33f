// Customer files on the server: taken in, looked at, screened one after the other in the background. They live in a
// folder for files that nobody wants after a day and end with the server; what was decided stays in the record.
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import type { BatchScreener } from '../../engine/batch/batch-screener.ts';
import { type BatchJob, prepareBatch } from '../../engine/batch/prepare-batch.ts';
import { type FilePreview, previewFile } from '../../engine/batch/preview.ts';
import { runBatch } from '../../engine/batch/run-batch.ts';
import { runPaths } from '../../engine/batch/run-files.ts';
import type { DateOrder } from '../../model/dates.ts';
import type { Decision } from '../../model/decision.ts';
import { InterdictError } from '../../model/errors.ts';
import type { JobStatus } from '../../model/file-job.ts';
import { ResultRows } from './result-rows.ts';

/** Jobs that are kept; the oldest that is not running goes first. */
const MAX_JOBS = 20;
/** Queries that are screened before other requests get their turn. */
const QUERIES_AT_ONCE = 8;

/** The file lies in a folder of its own, where no name that it has can be that of a result. */
const INPUT_FOLDER = 'input';

/** Who sent a file: as the record names them, undefined for the one user of the machine. */
type Who = string | undefined;

/** Property (or `id`, `schema`) -> column, or columns. */
export type ColumnChoice = Readonly<Record<string, string | readonly string[]>>;

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
type Upload = Readable & { readonly truncated?: boolean };

interface Job {
  readonly id: string;
  readonly who: Who;
  readonly folder: string;
  readonly name: string;
  readonly preview: FilePreview;
  readonly results: ResultRows;
  readonly stop: AbortController;
  status: JobStatus;
}

export interface FileJobsParts {
  /** Folder for what nobody wants after a day. */
  readonly folder: string;
  readonly newId: () => string;
  readonly screener: (
    options: Pick<StartOptions, 'asOf' | 'profile' | 'limit' | 'cutoff'> & { readonly who: Who },
  ) => Promise<BatchScreener>;
  /** Told of failures that nobody foresaw. */
  readonly onFailure: (error: unknown) => void;
}

export class FileJobs {
  readonly #parts: FileJobsParts;
  readonly #jobs = new Map<string, Job>();
  /** The end of the queue: jobs run one after the other, so that a file never keeps the pages waiting twice. */
  #queue: Promise<void> = Promise.resolve();

  constructor(parts: FileJobsParts) {
    this.#parts = parts;
  }

  /**
   * Takes in a file and looks at it.
   * @throws InterdictError REQUEST_TOO_LARGE, BATCH_INPUT if it is no table; whatever the stream throws
   */
  async take(
    stream: Upload,
    name: string,
    who: Who,
  ): Promise<{ readonly job: string; readonly preview: FilePreview }> {
    const id = this.#parts.newId();
    const folder = join(this.#parts.folder, `upload-${id}`);
    await mkdir(join(folder, INPUT_FOLDER), { recursive: true, mode: 0o700 });
    try {
      const input = inputPath(folder, name);
      await pipeline(stream, createWriteStream(input, { mode: 0o600 }));
      if (stream.truncated)
        throw new InterdictError('REQUEST_TOO_LARGE', 'The file is larger than the server takes.', {
          field: 'file',
        });
      const preview = await previewFile(input, name);
      const paths = runPaths(outputPath(folder));
      const results = new ResultRows(paths.output, paths.part);
      const status: JobStatus = {
        job: id,
        name,
        state: 'ready',
        done: 0,
        decisions: results.counts,
        problems: { notScreened: 0, valuesLeftOut: 0 },
        notes: [],
      };
      this.#jobs.set(id, { id, who, folder, name, preview, results, stop: new AbortController(), status });
      await this.#forgetOldest();
      return { job: id, preview };
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /**
   * Puts a file that was taken in at the end of the queue.
   * @throws InterdictError NOT_FOUND, BATCH_BUSY if it was started before
   */
  start(id: string, who: Who, options: StartOptions): JobStatus {
    const job = this.#find(id, who);
    if (job.status.state !== 'ready' && job.status.state !== 'failed')
      throw new InterdictError('BATCH_BUSY', `The file was started before; it is ${job.status.state}.`);
    const { error: _, ...status } = job.status;
    job.status = { ...status, state: 'waiting' };
    this.#queue = this.#queue.then(() => this.#run(job, options)).catch(this.#parts.onFailure);
    return job.status;
  }

  /** What was seen of a file when it was taken in. @throws InterdictError NOT_FOUND */
  preview(id: string, who: Who): FilePreview {
    return this.#find(id, who).preview;
  }

  /** @throws InterdictError NOT_FOUND */
  async status(id: string, who: Who): Promise<JobStatus> {
    const job = this.#find(id, who);
    await job.results.refresh();
    return { ...job.status, decisions: { ...job.results.counts } };
  }

  /** All jobs of one sender, newest first. */
  list(who: Who): JobStatus[] {
    return [...this.#jobs.values()]
      .filter((job) => job.who === who)
      .map(({ status, results }) => ({ ...status, decisions: { ...results.counts } }))
      .reverse();
  }

  /** A page of the rows that are done. @throws InterdictError NOT_FOUND */
  async rows(
    id: string,
    who: Who,
    offset: number,
    limit: number,
    decision?: Decision,
  ): Promise<{ readonly total: number; readonly rows: readonly unknown[] }> {
    return await this.#find(id, who).results.page(offset, limit, decision);
  }

  /**
   * The finished results as JSON lines, and the problems file where there is one.
   * @throws InterdictError NOT_FOUND if there is no such job or it is not finished
   */
  files(
    id: string,
    who: Who,
  ): {
    readonly name: string;
    readonly results: string;
    readonly problems: string | undefined;
  } {
    const { folder, name, status } = this.#find(id, who);
    if (status.state !== 'finished')
      throw new InterdictError('NOT_FOUND', `The results are not finished; the file is ${status.state}.`);
    const paths = runPaths(outputPath(folder));
    const { notScreened, valuesLeftOut } = status.problems;
    return {
      name,
      results: paths.output,
      problems: notScreened + valuesLeftOut > 0 ? paths.problems : undefined,
    };
  }

  /** Stops a job if it runs, and forgets it with its files. @throws InterdictError NOT_FOUND */
  async remove(id: string, who: Who): Promise<void> {
    await this.#remove(this.#find(id, who));
  }

  async #remove(job: Job): Promise<void> {
    this.#jobs.delete(job.id);
    job.stop.abort();
    if (job.status.state !== 'running') await rm(job.folder, { recursive: true, force: true });
  }

  /** Stops everything and removes all files. */
  async close(): Promise<void> {
    for (const job of this.#jobs.values()) job.stop.abort();
    await this.#queue;
    for (const { folder } of this.#jobs.values()) await rm(folder, { recursive: true, force: true });
    this.#jobs.clear();
  }

  async #run(job: Job, options: StartOptions): Promise<void> {
    const { signal } = job.stop;
    if (signal.aborted) return;
    job.status = { ...job.status, state: 'running' };
    let batch: BatchJob | undefined;
    try {
      batch = await prepareBatch(
        {
          input: inputPath(job.folder, job.name),
          output: outputPath(job.folder),
          format: 'jsonl',
          force: true,
          restart: true,
          map: assignmentsOf(job.preview, options.columns),
          ...(options.dateOrder ? { dateOrder: options.dateOrder } : {}),
        },
        { signal },
      );
      job.status = { ...job.status, rows: batch.survey.rows, notes: batch.notes };
      const { asOf, profile, limit, cutoff } = options;
      const screener = await this.#parts.screener({ asOf, profile, limit, cutoff, who: job.who });
      const outcome = await runBatch(batch, givingWay(screener, signal), {
        signal,
        // One thread stays free for the pages.
        chunksInFlight: Math.max(1, (screener.parallel ?? 0) - 2),
        newId: this.#parts.newId,
        onProgress: ({ phase, done }) => {
          if (phase === 'screening') job.status = { ...job.status, done };
        },
      });
      const { notScreened, valuesLeftOut, rows } = outcome.counts;
      const isFinished = outcome.state === 'finished';
      job.status = {
        ...job.status,
        state: isFinished ? 'finished' : 'cancelled',
        done: rows,
        problems: { notScreened, valuesLeftOut },
        ...(isFinished ? { decision: outcome.decision, recordId: outcome.id } : {}),
      };
    } catch (error) {
      if (signal.aborted) job.status = { ...job.status, state: 'cancelled' };
      else job.status = { ...job.status, state: 'failed', error: this.#told(error) };
    } finally {
      await batch?.close();
      // It was removed while it ran: nobody can ask for it any more.
      if (!this.#jobs.has(job.id)) await rm(job.folder, { recursive: true, force: true });
    }
  }

  #told(error: unknown): NonNullable<JobStatus['error']> {
    if (!(error instanceof InterdictError)) this.#parts.onFailure(error);
    const known =
      error instanceof InterdictError
        ? error
        : new InterdictError('INTERNAL', 'The file could not be screened.');
    return { code: known.code, message: known.message, remedy: known.remedy };
  }

  /** Whoever did not send a file is told that there is none. */
  #find(id: string, who: Who): Job {
    const job = this.#jobs.get(id);
    if (job && job.who === who) return job;
    throw new InterdictError('NOT_FOUND', 'There is no such file, or it was removed.', { field: 'job' });
  }

  async #forgetOldest(): Promise<void> {
    const idle = [...this.#jobs.values()].filter(
      ({ status }) => status.state !== 'running' && status.state !== 'waiting',
    );
    for (const job of idle.slice(0, Math.max(0, this.#jobs.size - MAX_JOBS))) await this.#remove(job);
  }
}

/** The record and the notes call the file by the name that its owner gave it, as far as that can be a file here. */
function inputPath(folder: string, name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._-]+/gu, '_')
    .replace(/^[. ]+/u, '');
  return join(folder, INPUT_FOLDER, plain.slice(-80) || 'file');
}

function outputPath(folder: string): string {
  return join(folder, 'results.jsonl');
}

/** What the command line would be told with --map: each chosen column, and that the other known ones are not used. */
function assignmentsOf({ headings, targets, isEntities }: FilePreview, columns?: ColumnChoice): string[] {
  if (!columns || isEntities) return [];
  const chosen = Object.entries(columns).flatMap(([target, given]) =>
    [given].flat().map((heading) => ({ target, heading })),
  );
  const used = new Set(chosen.map(({ heading }) => heading));
  const unused = headings.filter((heading, at) => targets[at] !== undefined && !used.has(heading));
  return [
    ...chosen.map(({ target, heading }) => `${target}=${heading}`),
    ...unused.map((heading) => `unused=${heading}`),
  ];
}

/**
 * The same screener, asked for a few parties at a time, so that pages are answered in between. One that has threads of
 * its own does not hold them up.
 */
function givingWay(screener: BatchScreener, signal: AbortSignal): BatchScreener {
  if (screener.parallel !== undefined) return screener;
  const { record } = screener;
  return {
    fingerprint: screener.fingerprint,
    screen: async (queries) => {
      const answers = [];
      for (let at = 0; at < queries.length; at += QUERIES_AT_ONCE) {
        signal.throwIfAborted();
        answers.push(...(await screener.screen(queries.slice(at, at + QUERIES_AT_ONCE))));
        await setImmediate();
      }
      return answers;
    },
    ...(record ? { record: (batch) => record.call(screener, batch) } : {}),
  };
}
