// Searches for single parties beside the thread that takes the requests: a search costs half a millisecond, a rare one
// twenty, and whoever waits for something else must not wait for that. Threads of their own, because those of the pool
// are busy for up to a second at a time while a file is screened.
import { availableParallelism } from 'node:os';
import type { ScreeningResult } from '../../model/screening.ts';
import { workerModule } from '../../model/worker-module.ts';
import { AskedThread } from './asked-thread.ts';
import type { PoolJob } from './screening-pool.ts';

/** More would have nothing to do: one thread that takes requests asks no faster than a few answer. */
const MOST_THREADS = 4;

/** A thread, and the name of the index that it has open. */
interface Searcher {
  readonly thread: AskedThread<PoolJob, readonly ScreeningResult[][]>;
  isOpening: boolean;
  open?: string;
}

export class SearchThreads {
  readonly #searchers: readonly Searcher[];
  readonly #onTrouble: (error: unknown) => void;

  /**
   * @param onTrouble told when a thread could not open an index, for which nobody waits
   * @param threads   @default one for each core but one, at least one and at most four
   */
  constructor(
    onTrouble: (error: unknown) => void,
    threads: number = Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1)),
  ) {
    this.#onTrouble = onTrouble;
    const module = workerModule(import.meta.url, 'search-worker');
    this.#searchers = Array.from({ length: threads }, () => ({
      thread: new AskedThread(module),
      isOpening: false,
    }));
  }

  /**
   * Searches for parties, in the order of the queries, in the thread that has the least to do.
   * @returns undefined if no thread has the index open yet; they open it now, and whoever asks has to search himself
   * @throws InterdictError as findResults
   */
  find(job: PoolJob): Promise<readonly ScreeningResult[][]> | undefined {
    let freest: Searcher | undefined;
    for (const searcher of this.#searchers) {
      if (searcher.open !== job.index.name) void this.#open(searcher, job);
      else if (!freest || searcher.thread.waiting < freest.thread.waiting) freest = searcher;
    }
    return freest?.thread.ask(job);
  }

  /** Ends the threads; what they were doing is dropped. */
  async close(): Promise<void> {
    await Promise.all(this.#searchers.map(({ thread }) => thread.close()));
  }

  async #open(searcher: Searcher, { index }: PoolJob): Promise<void> {
    if (searcher.isOpening) return;
    searcher.isOpening = true;
    try {
      await searcher.thread.ask({ index, queries: [], options: {} });
      searcher.open = index.name;
    } catch (error) {
      this.#onTrouble(error);
    } finally {
      searcher.isOpening = false;
    }
  }
}
