import { describe, expect, it } from 'vitest';
import { isWorthRetrying, retryAfterMs, waitBefore } from './fetch-retry.ts';

const rules = { retries: 9, firstWaitMs: 1000, longestWaitMs: 10_000 };

describe('asking again', () => {
  it('is worth it after errors of the server and requests to wait, not after errors of ours', () => {
    expect([408, 425, 429, 500, 502, 503, 504].every(isWorthRetrying)).toBe(true);
    expect([400, 401, 403, 404, 410, 451].some(isWorthRetrying)).toBe(false);
  });

  it('waits twice as long each time up to the longest, half of it by chance', () => {
    expect([1, 2, 3, 4, 5, 60].map((attempt) => waitBefore(attempt, rules, 0))).toEqual([
      500, 1000, 2000, 4000, 5000, 5000,
    ]);
    expect(waitBefore(1, rules, 0.5)).toBe(750);
    expect(waitBefore(1, rules, 0.5, 3000)).toBe(3000);
  });

  it('reads what the publisher asks for, in seconds or as a moment', () => {
    const now = Date.parse('2026-11-22T10:00:00Z');
    expect(retryAfterMs('120', now)).toBe(120_000);
    expect(retryAfterMs('Sun, 22 Nov 2026 10:01:00 GMT', now)).toBe(60_000);
    expect(retryAfterMs('Sun, 22 Nov 2026 09:00:00 GMT', now)).toBe(0);
    expect([retryAfterMs(null, now), retryAfterMs('soon', now)]).toEqual([undefined, undefined]);
  });
});
