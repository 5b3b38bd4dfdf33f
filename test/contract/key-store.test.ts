// What every store of keys must do, on each database that may be one. Without PostgreSQL on the machine its half is
// left out, and says so.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StoredKey } from '../../src/cases/key-ports.ts';
import type { Store } from '../../src/cases/ports.ts';
import { openStore } from '../../src/store/open-store.ts';
import { postgresFolder, TestPostgres } from '../support/postgres.ts';

const binaries = postgresFolder();
let postgres: TestPostgres | undefined;
beforeAll(async () => {
  if (binaries) postgres = await TestPostgres.start(binaries);
});
afterAll(async () => {
  await postgres?.stop();
});

const FIRST: StoredKey = {
  id: '0123456789abcdef',
  name: 'Onboarding “A”; drop table api_key',
  hash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA',
  scopes: ['screen', 'record'],
  createdAt: '2025-01-01T00:00:00.000Z',
};
const SECOND: StoredKey = {
  ...FIRST,
  id: 'fedcba9876543210',
  createdAt: '2025-02-01T00:00:00.000Z',
  requestsPerMinute: 60,
  expiresAt: '2026-01-01T00:00:00.000Z',
};

for (const [name, isHere] of [
  ['SQLite', true],
  [binaries ? 'PostgreSQL' : 'PostgreSQL (left out: it is not installed)', binaries !== undefined],
] as const)
  describe.skipIf(!isHere)(`keys on ${name}`, () => {
    let home: string;
    let store: Store;
    beforeEach(async () => {
      home = await mkdtemp(join(tmpdir(), 'interdict-keys-'));
      const url = name === 'PostgreSQL' ? await postgres?.database() : undefined;
      store = await openStore(home, new Date('2025-06-01T00:00:00Z'), url);
    });
    afterEach(async () => {
      await store.close();
      await rm(home, { recursive: true, force: true });
    });

    it('come back as they were kept, oldest first', async () => {
      await store.apiKeys.add(SECOND);
      await store.apiKeys.add(FIRST);
      expect(await store.apiKeys.get(FIRST.id)).toEqual(FIRST);
      expect(await store.apiKeys.get(SECOND.id)).toEqual(SECOND);
      expect(await store.apiKeys.list()).toEqual([FIRST, SECOND]);
      expect(await store.apiKeys.get("' or 1=1 --")).toBeUndefined();
    });

    it('are not made twice under one id', async () => {
      await store.apiKeys.add(FIRST);
      await expect(store.apiKeys.add({ ...FIRST, name: 'other' })).rejects.toThrow();
      expect(await store.apiKeys.get(FIRST.id)).toEqual(FIRST);
    });

    it('stay when they are revoked, with the moment of it, once', async () => {
      await store.apiKeys.add(FIRST);
      expect(await store.apiKeys.revoke(FIRST.id, '2025-03-01T00:00:00.000Z')).toBe(true);
      expect(await store.apiKeys.revoke(FIRST.id, '2025-04-01T00:00:00.000Z')).toBe(false);
      expect(await store.apiKeys.revoke('nobody', '2025-04-01T00:00:00.000Z')).toBe(false);
      expect(await store.apiKeys.get(FIRST.id)).toEqual({ ...FIRST, revokedAt: '2025-03-01T00:00:00.000Z' });
    });
  });
