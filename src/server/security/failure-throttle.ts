// Against guessing: who shows wrong keys again and again has to wait, each time twice as long. Counted by address;
// a network of IPv6 counts as one, since whoever has one address of it has them all.

/** Wrong keys that cost nothing: a person who mistypes. */
const FREE_FAILURES = 10;
/** Milliseconds after which an address without further failures is forgotten. */
const MEMORY = 15 * 60_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 15 * 60_000;
/** Addresses that are remembered at most. */
const MAX_ADDRESSES = 50_000;

interface Failures {
  count: number;
  lastAt: number;
}

export class FailureThrottle {
  readonly #now: () => number;
  readonly #failures = new Map<string, Failures>();

  /** @param now milliseconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Milliseconds that the address has to wait before another key of it is looked at; 0 if none. */
  waitOf(address: string): number {
    const known = this.#failures.get(networkOf(address));
    if (!known || known.count < FREE_FAILURES) return 0;
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(30, known.count - FREE_FAILURES));
    return Math.max(0, known.lastAt + wait - this.#now());
  }

  failed(address: string): void {
    const network = networkOf(address);
    const now = this.#now();
    const known = this.#failures.get(network);
    const isOld = !known || now - known.lastAt > MEMORY;
    // Taken out and put in again, the map stays in the order of the last failure.
    this.#failures.delete(network);
    this.#failures.set(network, { count: isOld ? 1 : known.count + 1, lastAt: now });
    const [oldest] = this.#failures.keys();
    if (this.#failures.size > MAX_ADDRESSES && oldest !== undefined) this.#failures.delete(oldest);
  }

  succeeded(address: string): void {
    this.#failures.delete(networkOf(address));
  }
}

/** The first four groups of an IPv6 address; any other address as it is. */
export function networkOf(address: string): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address) ?? [];
  if (mapped) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const behind = tail?.split(':').filter(Boolean) ?? [];
  const missing = tail === undefined ? 0 : 8 - groups.length - behind.length;
  return [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...behind].slice(0, 4).join(':');
}
