import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ApiKeyStore, StoredKey } from '../../cases/key-ports.ts';
import { KeyService } from './key-service.ts';

/** A store in memory that counts how often it is asked. */
class Keys implements ApiKeyStore {
  readonly kept = new Map<string, StoredKey>();
  asked = 0;

  async add(key: StoredKey): Promise<void> {
    this.kept.set(key.id, key);
  }

  async get(id: string): Promise<StoredKey | undefined> {
    this.asked += 1;
    return this.kept.get(id);
  }

  async list(): Promise<StoredKey[]> {
    return [...this.kept.values()];
  }

  async revoke(id: string, at: string): Promise<boolean> {
    const key = this.kept.get(id);
    if (!key || key.revokedAt) return false;
    this.kept.set(id, { ...key, revokedAt: at });
    return true;
  }
}

/** The secret of a key: its last 43 characters, which may hold underscores themselves. */
function secretOf(key: string): string {
  return key.slice(-43);
}

let store: Keys;
let now: Date;
let service: KeyService;
beforeEach(() => {
  store = new Keys();
  now = new Date('2025-01-01T00:00:00Z');
  service = new KeyService({ store, clock: () => now, random: randomBytes });
});

describe('a key', () => {
  it('is shown once and kept as a hash only', async () => {
    const { key, known } = await service.create({ name: 'desk', scopes: ['screen', 'read'] });
    expect(key).toMatch(/^interdict_[0-9a-f]{16}_[\w-]{43}$/u);
    expect(known).toEqual({
      id: known.id,
      name: 'desk',
      scopes: ['screen', 'read'],
      createdAt: '2025-01-01T00:00:00.000Z',
    });
    const [stored] = store.kept.values();
    expect(stored?.hash).toMatch(/^\$argon2id\$/u);
    expect(JSON.stringify([stored, await service.list()])).not.toContain(secretOf(key));
  });

  it('is known by what is shown, and by nothing else', async () => {
    const { key, known } = await service.create({ name: 'desk', scopes: ['screen'] });
    const other = await service.create({ name: 'other', scopes: ['screen'] });
    expect(await service.check(key)).toEqual(known);
    const [prefix, id] = key.split('_');
    const secret = secretOf(key);
    for (const wrong of [
      '',
      'x',
      `${prefix}_${id}_${'A'.repeat(43)}`,
      `${prefix}_${other.known.id}_${secret}`,
      `${prefix}_${'0'.repeat(16)}_${secret}`,
      key.slice(0, -1),
      `${key}A`,
    ])
      expect(await service.check(wrong), wrong).toBeUndefined();
  });

  it('that was checked is known again without the store, for a moment', async () => {
    const { key } = await service.create({ name: 'desk', scopes: ['screen'] });
    expect(await service.recall(key), 'nothing is recalled that was not checked').toBeUndefined();
    await service.check(key);
    const asked = store.asked;
    for (let at = 0; at < 100; at++) expect(await service.check(key)).toBeDefined();
    expect(store.asked).toBe(asked);
  });

  it('that another process revoked is refused within seconds', async () => {
    const { key, known } = await service.create({ name: 'desk', scopes: ['screen'] });
    await service.check(key);
    await store.revoke(known.id, now.toISOString());
    now = new Date(now.getTime() + 2_001);
    expect(await service.check(key)).toBeUndefined();
    expect(await service.recall(key)).toBeUndefined();
  });

  it('ends on its day', async () => {
    const { key } = await service.create({
      name: 'desk',
      scopes: ['screen'],
      expiresAt: '2025-06-01T00:00:00.000Z',
    });
    now = new Date('2025-05-31T23:59:59Z');
    expect(await service.check(key)).toBeDefined();
    expect(await service.hasUsable()).toBe(true);
    now = new Date('2025-06-01T00:00:01Z');
    expect(await service.check(key)).toBeUndefined();
    expect(await service.hasUsable()).toBe(false);
  });

  it('can be revoked once', async () => {
    const { key, known } = await service.create({ name: 'desk', scopes: ['screen'] });
    await service.check(key);
    await service.revoke(known.id);
    expect(await service.check(key)).toBeUndefined();
    await expect(service.revoke(known.id)).rejects.toMatchObject({ code: 'KEY_UNKNOWN' });
    await expect(service.revoke('nobody')).rejects.toMatchObject({ code: 'KEY_UNKNOWN' });
  });
});

describe('many wrong keys at once', () => {
  it('are turned away rather than taking all memory and all cores', async () => {
    const { key } = await service.create({ name: 'desk', scopes: ['screen'] });
    const wrong = Array.from({ length: 60 }, (_, at) => `${key.slice(0, -2)}${String(at).padStart(2, '0')}`);
    const outcomes = await Promise.allSettled(wrong.map((one) => service.check(one)));
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(10);
    for (const one of refused)
      expect((one as PromiseRejectedResult).reason).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect(await service.check(key), 'the right one is taken when they are done').toBeDefined();
  });
});
