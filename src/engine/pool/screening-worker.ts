// One thread of the pool: opens the shared index once and searches for parties in it.
import { InterdictError } from '../../model/errors.ts';
import { decodeIndex } from '../../screen/index/index-file.ts';
import { findResults } from '../../screen/screen-party.ts';
import { Screener } from '../../screen/screener.ts';
import type { PoolAnswer, PoolJob, SharedIndex } from './screening-pool.ts';

/** Indexes kept open: the one in use, and the one before while its last jobs end. */
const MAX_OPEN = 2;

const open = new Map<string, Screener>();

function screenerOf({ name, placed }: SharedIndex): Screener {
  let screener = open.get(name);
  if (!screener) {
    screener = new Screener(decodeIndex(placed));
    open.set(name, screener);
    const [oldest] = open.keys();
    if (open.size > MAX_OPEN && oldest !== undefined) open.delete(oldest);
  }
  return screener;
}

/** Called by the pool, by name. */
export function screenJob({ index, queries, options }: PoolJob): PoolAnswer {
  try {
    const screener = screenerOf(index);
    return { results: queries.map((query) => findResults(screener, query, options)) };
  } catch (error) {
    if (!(error instanceof InterdictError)) throw error;
    const { code, message, place } = error;
    return { error: { code, message, place } };
  }
}
