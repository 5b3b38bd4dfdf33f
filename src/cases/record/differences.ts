// Where two JSON values differ, as paths with the value on either side. Pure.

export interface Difference {
  /** `results[0].score` */
  readonly path: string;
  /** JSON; absent where that side has nothing. */
  readonly recorded?: string;
  readonly now?: string;
}

/** Differences told at most; who has more needs the whole answers. */
const MOST_DIFFERENCES = 100;
/** Characters of a value that are shown. */
const LONGEST_VALUE = 300;

/**
 * The differences of two values that JSON can hold and whose texts differ, in the order of the recorded one; a hundred
 * at most. If only members have changed places, that is the one difference.
 */
export function differencesBetween(recorded: unknown, now: unknown): Difference[] {
  const found: Difference[] = [];
  collect('', recorded, now, found);
  return found.length > 0 ? found.slice(0, MOST_DIFFERENCES) : [{ path: '(order of members)' }];
}

function collect(path: string, recorded: unknown, now: unknown, found: Difference[]): void {
  if (isObject(recorded) && isObject(now) && Array.isArray(recorded) === Array.isArray(now)) {
    const keys = new Set([...Object.keys(recorded), ...Object.keys(now)]);
    for (const key of keys) collect(step(path, key, recorded), recorded[key], now[key], found);
    return;
  }
  const [left, right] = [JSON.stringify(recorded), JSON.stringify(now)] as (string | undefined)[];
  if (left === right) return;
  found.push({
    path,
    ...(left === undefined ? {} : { recorded: shortened(left) }),
    ...(right === undefined ? {} : { now: shortened(right) }),
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function step(path: string, key: string, parent: object): string {
  if (Array.isArray(parent)) return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}

function shortened(text: string): string {
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE)}…`;
}
