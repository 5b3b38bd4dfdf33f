// The indexes that one thread has open.
import { decodeIndex } from '../../screen/index/index-file.ts';
import { Screener } from '../../screen/screener.ts';
import type { SharedIndex } from './screening-pool.ts';

/** Indexes kept open: the one in use, and the one before while its last questions are answered. */
const MAX_OPEN = 2;

const open = new Map<string, Screener>();

/** The screener of an index, opened when it is asked for first. */
export function screenerOf({ name, placed }: SharedIndex): Screener {
  let screener = open.get(name);
  if (!screener) {
    screener = new Screener(decodeIndex(placed));
    open.set(name, screener);
    const [oldest] = open.keys();
    if (open.size > MAX_OPEN && oldest !== undefined) open.delete(oldest);
  }
  return screener;
}
