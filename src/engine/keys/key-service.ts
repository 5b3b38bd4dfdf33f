// Keys for those who ask the server: made, listed, revoked, checked. A key is shown once, when it is made; what is kept
// is an argon2id hash. A key that was checked is known again by the SHA-256 of what was shown, in memory only, so that
// the slow hash is paid once; whether it was revoked is asked of the store again every few seconds.
import { createHash } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { ApiKeyStore, StoredKey } from '../../cases/key-ports.ts';
import { InterdictError } from '../../model/errors.ts';
import type { Scope } from '../../model/scopes.ts';

/** A key as anyone may see it. */
export type KnownKey = Omit<StoredKey, 'hash'>;

export interface NewKey {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly requestsPerMinute?: number | undefined;
  /** ISO 8601. @default never */
  readonly expiresAt?: string | undefined;
}

export interface KeyServiceParts {
  readonly store: ApiKeyStore;
  readonly clock: () => Date;
  /** Random bytes. */
  readonly random: (bytes: number) => Uint8Array;
}

/** `interdict_` makes a key known where it should not stand; the id finds it, the secret proves it. */
const KEY = /^interdict_(?<id>[0-9a-f]{16})_(?<secret>[\w-]{43})$/u;
const ID_BYTES = 8;
const SECRET_BYTES = 32;

/** Milliseconds for which the store is not asked again about a key; a revocation takes effect within them. */
const TRUST = 2_000;
/** Keys that are remembered at most. */
const MAX_REMEMBERED = 10_000;
/** Slow hashes at the same time: each takes 19 MB and some 20 ms of a core. */
const MAX_CHECKS = 2;
/** Checks that may wait; whoever comes after them is turned away at once. */
const MAX_WAITING = 32;

interface Remembered {
  readonly id: string;
  checkedAt: number;
  key: KnownKey;
}

export class KeyService {
  readonly #parts: KeyServiceParts;
  readonly #remembered = new Map<string, Remembered>();
  #checks = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(parts: KeyServiceParts) {
    this.#parts = parts;
  }

  /**
   * Makes a key.
   * @returns the key itself, which cannot be shown again, and what is known of it
   */
  async create({
    name,
    scopes,
    requestsPerMinute,
    expiresAt,
  }: NewKey): Promise<{ readonly key: string; readonly known: KnownKey }> {
    const { store, clock, random } = this.#parts;
    const id = Buffer.from(random(ID_BYTES)).toString('hex');
    const secret = Buffer.from(random(SECRET_BYTES)).toString('base64url');
    const stored: StoredKey = {
      id,
      name,
      hash: await hash(secret),
      scopes,
      createdAt: clock().toISOString(),
      ...(requestsPerMinute === undefined ? {} : { requestsPerMinute }),
      ...(expiresAt === undefined ? {} : { expiresAt }),
    };
    await store.add(stored);
    return { key: `interdict_${id}_${secret}`, known: withoutHash(stored) };
  }

  /** All keys, revoked ones among them. */
  async list(): Promise<KnownKey[]> {
    return (await this.#parts.store.list()).map(withoutHash);
  }

  /** True if somebody could show a key that would be taken. */
  async hasUsable(): Promise<boolean> {
    return (await this.#parts.store.list()).some((key) => this.#isUsable(key));
  }

  /**
   * Takes a key out of use for good.
   * @throws InterdictError KEY_UNKNOWN
   */
  async revoke(id: string): Promise<void> {
    if (await this.#parts.store.revoke(id, this.#parts.clock().toISOString())) {
      this.#remembered.clear();
      return;
    }
    throw new InterdictError('KEY_UNKNOWN', `There is no key "${id}" in use.`, { field: 'id' });
  }

  /** The key that was shown, if it was checked before and is still good: without the slow hash. */
  async recall(shown: string): Promise<KnownKey | undefined> {
    const mark = markOf(shown);
    const known = this.#remembered.get(mark);
    if (!known) return undefined;
    const now = this.#parts.clock().getTime();
    if (Math.abs(now - known.checkedAt) > TRUST) {
      const stored = await this.#parts.store.get(known.id);
      if (!stored || !this.#isUsable(stored)) {
        this.#remembered.delete(mark);
        return undefined;
      }
      known.key = withoutHash(stored);
      known.checkedAt = now;
    }
    return this.#isUsable(known.key) ? known.key : undefined;
  }

  /**
   * Checks a key that was shown.
   * @returns undefined if it is malformed, unknown, wrong, revoked or expired; none of these is told apart
   * @throws InterdictError TOO_MANY_REQUESTS if too many checks are waiting
   */
  async check(shown: string): Promise<KnownKey | undefined> {
    const recalled = await this.recall(shown);
    if (recalled) return recalled;
    const { id, secret } = KEY.exec(shown)?.groups ?? {};
    if (!id || !secret) return undefined;
    const stored = await this.#parts.store.get(id);
    // Ids are no secret, so that an unknown one is answered sooner gives nothing away.
    if (!stored || !this.#isUsable(stored)) return undefined;
    if (!(await this.#inTurn(() => verify(stored.hash, secret)))) return undefined;
    if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.clear();
    const key = withoutHash(stored);
    this.#remembered.set(markOf(shown), { id, key, checkedAt: this.#parts.clock().getTime() });
    return key;
  }

  #isUsable({ revokedAt, expiresAt }: KnownKey): boolean {
    return (
      revokedAt === undefined &&
      (expiresAt === undefined || Date.parse(expiresAt) > this.#parts.clock().getTime())
    );
  }

  async #inTurn(work: () => Promise<boolean>): Promise<boolean> {
    if (this.#checks >= MAX_CHECKS) {
      if (this.#waiting.length >= MAX_WAITING)
        throw new InterdictError('TOO_MANY_REQUESTS', 'Too many keys are being checked at the moment.');
      await new Promise<void>((resolve) => void this.#waiting.push(resolve));
    }
    this.#checks += 1;
    try {
      return await work();
    } finally {
      this.#checks -= 1;
      this.#waiting.shift()?.();
    }
  }
}

function markOf(shown: string): string {
  return createHash('sha256').update(shown).digest('base64url');
}

function withoutHash({ hash: _, ...known }: StoredKey): KnownKey {
  return known;
}
