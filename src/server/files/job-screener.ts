// A screener as a file job needs it: it leaves the server time for its pages, and says when a file is in the record.
import { setImmediate } from 'node:timers/promises';
import type { BatchScreener, FinishedBatch } from '../../engine/batch/batch-screener.ts';

/** Queries that are screened before other requests get their turn. */
const QUERIES_AT_ONCE = 8;

/**
 * The same screener, asked for a few parties at a time, so that pages are answered in between. One that has threads of
 * its own does not hold them up.
 */
export function givingWay(screener: BatchScreener, signal: AbortSignal): BatchScreener {
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

/** The same screener, which says when a finished file is in the record; one that was stopped does not get there. */
export function noting(
  screener: BatchScreener,
  signal: AbortSignal,
  onRecorded: (batch: FinishedBatch) => Promise<void>,
): BatchScreener {
  return {
    ...screener,
    record: async (batch) => {
      signal.throwIfAborted();
      await screener.record?.(batch);
      await onRecorded(batch);
    },
  };
}
