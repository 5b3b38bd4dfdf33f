// Customer files on the server: taken in, looked at, screened one after the other in the background. Each lies in a
// folder of the home and outlives the server: what was waiting or under way when that ended, however it ended, goes on
// at its next start. Files and results are kept for a day; what was decided stays in the record.
import type { BatchScreener, FinishedBatch } from '../../engine/batch/batch-screener.ts';
import { prepareBatch } from '../../engine/batch/prepare-batch.ts';
import { type FilePreview, previewFile } from '../../engine/batch/preview.ts';
import { type BatchOutcome, runBatch } from '../../engine/batch/run-batch.ts';
import type { Decision } from '../../model/decision.ts';
import { InterdictError } from '../../model/errors.ts';
import type { JobStatus } from '../../model/file-job.ts';
import { assignmentsOf } from './column-choice.ts';
import { JobFolder, type KeptJob, type StartOptions, type Upload, type Who } from './job-folder.ts';
import { givingWay, noting } from './job-screener.ts';
import { isGoing, notBegun } from './job-status.ts';
import { ResultRows } from './result-rows.ts';

/** Jobs that are kept; the oldest that is not running goes first. */
const MAX_JOBS = 20;
/** Milliseconds for which a job is kept that neither waits nor runs. */
const KEPT = 24 * 3_600_000;
const BETWEEN_SWEEPS = 3_600_000;

const BEGUN_ANEW =
  'The lists or Interdict itself changed while the server was stopped, so every row was screened anew.';

interface Job extends Omit<KeptJob, 'status'> {
  readonly id: string;
  readonly folder: JobFolder;
  status: JobStatus;
  start?: StartOptions;
  isRecorded?: boolean;
  results: ResultRows;
  /** Ends the run that waits or is under way; each run has its own. */
  stop: AbortController;
  isRunning: boolean;
}

export interface FileJobsParts {
  /** Folder for the jobs. */
  readonly folder: string;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly screener: (
    options: Pick<StartOptions, 'asOf' | 'profile' | 'limit' | 'cutoff'> & { readonly who: Who },
  ) => Promise<BatchScreener>;
  /** Told of failures that nobody foresaw. */
  readonly onFailure: (error: unknown) => void;
}

export class FileJobs {
  readonly #parts: FileJobsParts;
  /** In the order in which they came. */
  readonly #jobs = new Map<string, Job>();
  readonly #sweeper: NodeJS.Timeout;
  /** The end of the queue: jobs run one after the other, so that a file never keeps the pages waiting twice. */
  #queue: Promise<void> = Promise.resolve();

  private constructor(parts: FileJobsParts) {
    this.#parts = parts;
    this.#sweeper = setInterval(() => void this.#sweep().catch(parts.onFailure), BETWEEN_SWEEPS).unref();
  }

  /** Opens the jobs of a folder; those that were waiting or under way go on. */
  static async open(parts: FileJobsParts): Promise<FileJobs> {
    const jobs = new FileJobs(parts);
    await jobs.#takeOver();
    return jobs;
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
    const folder = await JobFolder.create(this.#parts.folder, id);
    try {
      const input = await folder.receive(stream, name, 'file');
      const preview = await previewFile(input, name);
      const status = notBegun(id, name, 'ready');
      const takenAt = this.#parts.now().toISOString();
      await this.#say(this.#add(folder, { takenAt, who, preview, status }), status);
      await this.#sweep();
      return { job: id, preview };
    } catch (error) {
      this.#jobs.delete(id);
      await folder.remove();
      throw error;
    }
  }

  /**
   * Puts a file that was taken in at the end of the queue.
   * @throws InterdictError NOT_FOUND, BATCH_BUSY if it was started before
   */
  async start(id: string, who: Who, options: StartOptions): Promise<JobStatus> {
    const job = this.#find(id, who);
    const { name, state } = job.status;
    if (isGoing(job.status) || state === 'finished')
      throw new InterdictError('BATCH_BUSY', `The file was started before; it is ${state}.`);
    job.status = notBegun(id, name, 'waiting');
    // The day is part of the job: what goes on tomorrow must not mix two states of the lists.
    job.start = { ...options, asOf: options.asOf ?? this.#parts.now().toISOString().slice(0, 10) };
    job.isRecorded = false;
    job.stop = new AbortController();
    job.results = new ResultRows();
    await job.folder.discardRun();
    await this.#say(job, job.status);
    this.#enqueue(job, false);
    return this.#statusOf(job);
  }

  /** Stops a file that waits or is being screened; any other stays as it is. @throws InterdictError NOT_FOUND */
  async stop(id: string, who: Who): Promise<JobStatus> {
    const job = this.#find(id, who);
    if (isGoing(job.status)) {
      job.stop.abort();
      await this.#say(job, { ...job.status, state: 'cancelled' });
    }
    return this.#statusOf(job);
  }

  /** What was seen of a file when it was taken in. @throws InterdictError NOT_FOUND */
  preview(id: string, who: Who): FilePreview {
    return this.#find(id, who).preview;
  }

  /** @throws InterdictError NOT_FOUND */
  async status(id: string, who: Who): Promise<JobStatus> {
    const job = this.#find(id, who);
    if (job.status.state !== 'finished') await job.results.refresh();
    return this.#statusOf(job);
  }

  /** All jobs of one sender, newest first. */
  list(who: Who): JobStatus[] {
    const own = [...this.#jobs.values()].filter((job) => job.who === who);
    return own.map((job) => this.#statusOf(job)).reverse();
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
    const { folder, status } = this.#find(id, who);
    const { name, state, problems } = status;
    if (state !== 'finished')
      throw new InterdictError('NOT_FOUND', `The results are not finished; the file is ${state}.`);
    const hasProblems = problems.notScreened + problems.valuesLeftOut > 0;
    const paths = folder.results;
    return { name, results: paths.output, problems: hasProblems ? paths.problems : undefined };
  }

  /** Stops a job if it runs, and forgets it with its files. @throws InterdictError NOT_FOUND */
  async remove(id: string, who: Who): Promise<void> {
    await this.#remove(this.#find(id, who));
  }

  /** Stops what is under way; at the next start it goes on. */
  async close(): Promise<void> {
    clearInterval(this.#sweeper);
    for (const job of this.#jobs.values()) job.stop.abort();
    await this.#queue;
    for (const { folder } of this.#jobs.values()) await folder.release();
    this.#jobs.clear();
  }

  async #takeOver(): Promise<void> {
    const found: { readonly folder: JobFolder; readonly kept: KeptJob }[] = [];
    const { folder: parent, onFailure } = this.#parts;
    for (const folder of await JobFolder.takeOver(parent, onFailure)) {
      try {
        const kept = await folder.read();
        if (kept) found.push({ folder, kept });
        else await folder.remove();
      } catch (error) {
        // One job that cannot be read must not keep the server from starting; it stays where it is.
        onFailure(error);
        await folder.release();
      }
    }
    found.sort((one, other) => (one.kept.takenAt < other.kept.takenAt ? -1 : 1));
    for (const { folder, kept } of found) await this.#pickUp(this.#add(folder, kept));
    await this.#sweep();
  }

  /** Goes on with a job where an earlier server left it. */
  async #pickUp(job: Job): Promise<void> {
    const { folder, status } = job;
    const { output, part } = folder.results;
    if (job.isRecorded && (await folder.isInPlace())) {
      if (status.state !== 'finished') await this.#say(job, { ...status, state: 'finished' });
    } else if (isGoing(status)) return this.#enqueue(job, true);
    if (status.state !== 'ready') job.results = new ResultRows(output, part);
  }

  #add(folder: JobFolder, kept: KeptJob): Job {
    const id = kept.status.job;
    const job = {
      ...kept,
      id,
      folder,
      results: new ResultRows(),
      stop: new AbortController(),
      isRunning: false,
    };
    this.#jobs.set(id, job);
    return job;
  }

  #enqueue(job: Job, isResumed: boolean): void {
    const { signal } = job.stop;
    this.#queue = this.#queue.then(() => this.#run(job, signal, isResumed)).catch(this.#parts.onFailure);
  }

  async #run(job: Job, signal: AbortSignal, isResumed: boolean): Promise<void> {
    if (signal.aborted) return;
    job.isRunning = true;
    job.status = { ...job.status, state: 'running' };
    try {
      const { state } = await this.#screen(job, signal, isResumed);
      if (state === 'finished') await this.#say(job, { ...job.status, state });
    } catch (error) {
      // Whoever stopped it has said so; and what the end of the server stopped is to go on.
      if (!signal.aborted) await this.#say(job, { ...job.status, state: 'failed', error: this.#told(error) });
    } finally {
      job.isRunning = false;
      // It was removed while it ran: nobody can ask for it any more.
      if (!this.#jobs.has(job.id)) await job.folder.remove();
    }
  }

  /** Screens a file; one that is gone on with and that cannot be is begun anew. */
  async #screen(job: Job, signal: AbortSignal, isResumed: boolean): Promise<BatchOutcome> {
    if (!isResumed) return await this.#screenRows(job, signal, { restart: true, notes: [] });
    try {
      return await this.#screenRows(job, signal, { restart: false, notes: [] });
    } catch (error) {
      if (!(error instanceof InterdictError) || error.code !== 'BATCH_RESUME_MISMATCH') throw error;
      return await this.#screenRows(job, signal, { restart: true, notes: [BEGUN_ANEW] });
    }
  }

  async #screenRows(
    job: Job,
    signal: AbortSignal,
    { restart, notes }: { readonly restart: boolean; readonly notes: readonly string[] },
  ): Promise<BatchOutcome> {
    const { folder, preview, start = {}, who } = job;
    const { columns, dateOrder, asOf, profile, limit, cutoff } = start;
    const { output, part } = folder.results;
    const batch = await prepareBatch(
      {
        input: folder.inputPath(job.status.name),
        output,
        format: 'jsonl',
        force: true,
        restart,
        map: assignmentsOf(preview, columns),
        ...(dateOrder ? { dateOrder } : {}),
      },
      { signal },
    );
    try {
      job.status = { ...job.status, rows: batch.survey.rows, notes: [...batch.notes, ...notes] };
      const screener = await this.#parts.screener({ asOf, profile, limit, cutoff, who });
      const recorded = (finished: FinishedBatch): Promise<void> => this.#noteRecorded(job, finished);
      let hasRows = false;
      const outcome = await runBatch(batch, noting(givingWay(screener, signal), signal, recorded), {
        signal,
        // One thread stays free for the pages.
        chunksInFlight: Math.max(1, (screener.parallel ?? 0) - 2),
        newId: this.#parts.newId,
        now: this.#parts.now,
        onProgress: (progress) => {
          if (progress.phase !== 'screening') return;
          // Only now has the run cut off what stood behind its journal.
          if (!hasRows) job.results = new ResultRows(output, part);
          hasRows = true;
          const { done, resumed = 0 } = progress;
          job.status = { ...job.status, done, ...(resumed > 0 ? { resumed } : {}) };
        },
      });
      // A run that only had to be put in place has screened nothing.
      if (!hasRows) job.results = new ResultRows(output);
      return outcome;
    } finally {
      await batch.close();
    }
  }

  /** From here on a crash loses nothing but the names of the results, which the next start gives them. */
  async #noteRecorded(job: Job, { id, counts, decision }: FinishedBatch): Promise<void> {
    const { rows, notScreened, valuesLeftOut, decisions } = counts;
    job.isRecorded = true;
    await this.#say(job, {
      ...job.status,
      done: rows,
      decisions,
      problems: { notScreened, valuesLeftOut },
      decision,
      recordId: id,
    });
  }

  /** Sets how a job stands, and keeps it. */
  async #say(job: Job, { keptUntil: _, ...status }: JobStatus): Promise<void> {
    const until = new Date(this.#parts.now().getTime() + KEPT).toISOString();
    job.status = isGoing(status) ? status : { ...status, keptUntil: until };
    if (!this.#jobs.has(job.id)) return;
    const { takenAt, who, preview, start, isRecorded = false } = job;
    await job.folder.keep({
      takenAt,
      ...(who === undefined ? {} : { who }),
      preview,
      ...(start ? { start } : {}),
      isRecorded,
      status: job.status,
    });
  }

  #statusOf({ status, results }: Job): JobStatus {
    return status.state === 'finished' ? status : { ...status, decisions: { ...results.counts } };
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

  async #remove(job: Job): Promise<void> {
    this.#jobs.delete(job.id);
    job.stop.abort();
    // One that runs still writes; its folder goes when it has ended.
    if (job.isRunning) await job.folder.forget();
    else await job.folder.remove();
  }

  /** Removes what nobody wants any more: after a day, and the oldest where there are many. */
  async #sweep(): Promise<void> {
    const now = this.#parts.now().toISOString();
    const idle = [...this.#jobs.values()].filter(({ status }) => !isGoing(status));
    const old = idle.filter(({ status }) => status.keptUntil !== undefined && status.keptUntil < now);
    const surplus = idle.slice(0, Math.max(0, this.#jobs.size - MAX_JOBS));
    for (const job of new Set([...old, ...surplus])) await this.#remove(job);
  }
}
