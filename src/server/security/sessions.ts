// Sign-ins of browsers: a random name in a cookie for a key that was shown once. They live in memory, so a restart
// signs everybody out, and end with their key.
import { createHash } from 'node:crypto';

/** Milliseconds that a sign-in lasts. */
export const SESSION_TIME = 12 * 3_600_000;
const MAX_SESSIONS = 10_000;
const NAME_BYTES = 32;

interface Session {
  /** The key that was shown; checked again with every request. */
  readonly key: string;
  readonly endsAt: number;
}

export class Sessions {
  readonly #random: (bytes: number) => Uint8Array;
  readonly #now: () => number;
  /** By the SHA-256 of the name, so that finding one takes the same time whatever was shown. */
  readonly #sessions = new Map<string, Session>();

  constructor(random: (bytes: number) => Uint8Array, now: () => number) {
    this.#random = random;
    this.#now = now;
  }

  /** @returns the name for the cookie */
  open(key: string): string {
    const name = Buffer.from(this.#random(NAME_BYTES)).toString('base64url');
    this.#forgetEnded();
    this.#sessions.set(markOf(name), { key, endsAt: this.#now() + SESSION_TIME });
    return name;
  }

  /** The key of a session that has not ended. */
  keyOf(name: string): string | undefined {
    const session = this.#sessions.get(markOf(name));
    return session && session.endsAt > this.#now() ? session.key : undefined;
  }

  close(name: string): void {
    this.#sessions.delete(markOf(name));
  }

  #forgetEnded(): void {
    for (const [mark, { endsAt }] of this.#sessions)
      if (endsAt <= this.#now() || this.#sessions.size >= MAX_SESSIONS) this.#sessions.delete(mark);
  }
}

function markOf(name: string): string {
  return createHash('sha256').update(name).digest('base64url');
}
