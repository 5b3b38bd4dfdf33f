// When to ask a publisher again, and after how long. Pure: time and chance are passed in.

export interface RetryRules {
  /** Attempts after the first. */
  readonly retries: number;
  /** Milliseconds before the second attempt; each further one waits twice as long. */
  readonly firstWaitMs: number;
  /** Milliseconds to wait at most, also where the publisher asks for more. */
  readonly longestWaitMs: number;
}

/** Statuses by which a server says that it may answer later (RFC 9110, RFC 8470, RFC 6585); all of 5xx besides. */
const LATER: ReadonlySet<number> = new Set([408, 425, 429]);

/** True for an answer that may be another one later. */
export function isWorthRetrying(status: number): boolean {
  return LATER.has(status) || status >= 500;
}

/**
 * Milliseconds to wait before the next attempt: twice as long each time, of which a random half, so that many
 * installations do not come back together; and no less than the publisher asks for.
 *
 * @param attempt    how many attempts have failed, from 1
 * @param random     a number from 0 up to 1
 * @param retryAfter milliseconds that the publisher asks for
 */
export function waitBefore(attempt: number, rules: RetryRules, random: number, retryAfter = 0): number {
  const longest = Math.min(rules.firstWaitMs * 2 ** (attempt - 1), rules.longestWaitMs);
  return Math.max(longest / 2 + (longest / 2) * random, retryAfter);
}

/**
 * Milliseconds that a Retry-After header asks for: seconds or a moment (RFC 9110, 10.2.3).
 * @param now milliseconds since 1970
 * @returns undefined without a header, or if it cannot be read
 */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  if (/^\d+$/u.test(text)) return Number(text) * 1000;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - now);
}
