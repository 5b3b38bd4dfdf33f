// What the engine needs of a store to know who may ask. Only a hash of each key is kept, never the key.
import type { Scope } from '../model/scopes.ts';

export interface StoredKey {
  /** Public part of the key, by which it is found. */
  readonly id: string;
  /** What a person calls it; the record names it as who asked. */
  readonly name: string;
  /** argon2id over the secret part, in its own text form with salt and costs. */
  readonly hash: string;
  readonly scopes: readonly Scope[];
  /** @default the server's own limit */
  readonly requestsPerMinute?: number;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly expiresAt?: string;
  readonly revokedAt?: string;
}

export interface ApiKeyStore {
  add(key: StoredKey): Promise<void>;
  get(id: string): Promise<StoredKey | undefined>;
  /** All keys, revoked ones among them, oldest first. */
  list(): Promise<StoredKey[]>;
  /** @returns false if there is no such key, or it was revoked before */
  revoke(id: string, at: string): Promise<boolean>;
}
