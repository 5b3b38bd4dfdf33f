// One thread of the pool: searches for parties in the index that all threads share.
import { toThreadError } from '../../model/thread-error.ts';
import { findResults } from '../../screen/screen-party.ts';
import { screenerOf } from './open-screeners.ts';
import type { PoolAnswer, PoolJob } from './screening-pool.ts';

/** Called by the pool, by name. */
export function screenJob({ index, queries, options }: PoolJob): PoolAnswer {
  try {
    const screener = screenerOf(index);
    return { results: queries.map((query) => findResults(screener, query, options)) };
  } catch (error) {
    return { error: toThreadError(error) };
  }
}
