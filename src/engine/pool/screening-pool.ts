// Screens on all cores: hands parties to worker threads that share one index. At most a few jobs wait for each
// thread; whoever asks for more waits until there is room, so that a fast reader does not fill the memory.
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { PartyQuery, ScreeningResult } from '../../model/screening.ts';
import { fromThreadError, type ThreadError } from '../../model/thread-error.ts';
import { THREAD_FLAGS, workerModule } from '../../model/worker-module.ts';
import type { PlacedIndex } from '../../screen/index/index-file.ts';
import type { SearchOptions } from '../../screen/screener.ts';

/** An index that is open, and what names it. */
export interface SharedIndex {
  readonly name: string;
  readonly placed: PlacedIndex;
}

/** What one thread is asked to do. */
export interface PoolJob {
  readonly index: SharedIndex;
  readonly queries: readonly PartyQuery[];
  readonly options: SearchOptions;
}

export type PoolAnswer = { readonly results: readonly ScreeningResult[][] } | { readonly error: ThreadError };

export interface PoolOptions {
  /** @default one for each core */
  readonly threads?: number;
}

/** Jobs that wait for each thread at most. */
const WAITING_PER_THREAD = 4;
/** A thread that had nothing to do for so long, in milliseconds, ends; one starts again within half a second. */
const IDLE_TIMEOUT = 60_000;

export class ScreeningPool {
  readonly threads: number;
  readonly #piscina: Piscina;
  readonly #room: (() => void)[] = [];
  #underway = 0;

  constructor({ threads = availableParallelism() }: PoolOptions = {}) {
    this.threads = Math.max(1, threads);
    this.#piscina = new Piscina({
      filename: workerModule(import.meta.url, 'screening-worker').href,
      minThreads: 0,
      maxThreads: this.threads,
      idleTimeout: IDLE_TIMEOUT,
      // Threads take one job at a time: each is busy as long as it computes.
      concurrentTasksPerWorker: 1,
      ...THREAD_FLAGS,
      // Parties come and go by the thousand: room for them, so that they are gone before anything is tidied up.
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    });
  }

  /**
   * Searches for parties, in the order of the queries.
   * @param signal when it is aborted, jobs that wait are dropped and one that runs is stopped with its thread
   * @throws InterdictError QUERY_INVALID or SCHEMA_UNKNOWN, of the first query that cannot be screened
   * @throws Error named AbortError if the signal was aborted
   */
  async find(job: PoolJob, signal?: AbortSignal): Promise<readonly ScreeningResult[][]> {
    while (this.#underway >= this.threads * (1 + WAITING_PER_THREAD)) {
      await new Promise<void>((resolve) => this.#room.push(resolve));
      signal?.throwIfAborted();
    }
    this.#underway += 1;
    try {
      const answer = (await this.#piscina.run(job, {
        name: 'screenJob',
        signal: signal ?? null,
      })) as PoolAnswer;
      if ('results' in answer) return answer.results;
      throw fromThreadError(answer.error);
    } finally {
      this.#underway -= 1;
      this.#room.shift()?.();
    }
  }

  /** Ends all threads; what they were doing is dropped. */
  async close(): Promise<void> {
    await this.#piscina.destroy();
  }
}
