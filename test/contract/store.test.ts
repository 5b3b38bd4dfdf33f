// What every store must do, on each database that may be one. PostgreSQL is started from the binaries of this machine;
// where there are none, its half of the suite says that it is left out.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Kysely } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/cases/ports.ts';
import { chain, GENESIS, type RecordDraft } from '../../src/cases/record/entry.ts';
import { verifyRecord } from '../../src/cases/record/verify.ts';
import { openStore } from '../../src/store/open-store.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { draftOf } from '../fixtures/record-drafts.ts';
import { fileOf, versionOfText } from '../fixtures/stored-versions.ts';
import { postgresFolder, TestPostgres } from '../support/postgres.ts';

const NOW = new Date('2024-06-15T12:00:00Z');
const binaries = postgresFolder();
let postgres: TestPostgres | undefined;

/** Each database: how to come by an empty one; its address, or undefined for the file in the home. */
const DATABASES: readonly (readonly [
  name: string,
  isHere: boolean,
  empty: () => Promise<string | undefined>,
])[] = [
  ['SQLite', true, async () => undefined],
  [
    binaries ? 'PostgreSQL' : 'PostgreSQL (left out: it is not installed)',
    binaries !== undefined,
    async () => postgres?.database(),
  ],
];

beforeAll(async () => {
  if (binaries) postgres = await TestPostgres.start(binaries);
});
afterAll(async () => {
  await postgres?.stop();
});

for (const [name, isHere, empty] of DATABASES)
  describe.skipIf(!isHere)(`a store on ${name}`, () => {
    let home: string;
    let url: string | undefined;
    let store: Store;

    beforeEach(async () => {
      home = await mkdtemp(join(tmpdir(), 'interdict-store-'));
      url = await empty();
      store = await openStore(home, NOW, url);
    });
    afterEach(async () => {
      await store.close();
      await rm(home, { recursive: true, force: true });
    });

    describe('list versions', () => {
      it('come back as they were put', async () => {
        const full = versionOfText('full', {
          files: [fileOf('a', 'sdn'), fileOf('b', 'alt'), { ...fileOf('c', 'add'), bytes: 5_000_000_000 }],
          rows: { sdn: 3, alt: 4, add: 5 },
          status: 'held',
          isStarter: true,
          confirmedAt: '2024-02-01T10:00:00.000Z',
          columns: { name: ['First', 'Last'], birthDate: 'Born' },
        });
        await store.versions.put(full);
        expect(await store.versions.versions('xx_test')).toEqual([full]);
      });

      it('come oldest publication first, of all lists or of one', async () => {
        await store.versions.put(versionOfText('b', { published: '2024-03-01' }));
        await store.versions.put(versionOfText('a', { published: '2023-03-01' }));
        await store.versions.put(versionOfText('c', { dataset: 'yy_test', published: '2023-06-01' }));
        const days = async (dataset?: string) =>
          (await store.versions.versions(dataset)).map((version) => version.published);
        expect(await days()).toEqual(['2023-03-01', '2023-06-01', '2024-03-01']);
        expect(await days('xx_test')).toEqual(['2023-03-01', '2024-03-01']);
        expect(await days('zz_test')).toEqual([]);
      });

      it('stay one row when put again, with the newer facts', async () => {
        await store.versions.put(
          versionOfText('a', { entities: 2, files: [fileOf('a'), fileOf('b', 'alt')] }),
        );
        const newer = versionOfText('a', { entities: 3, readerVersion: 2 });
        await store.versions.put(newer);
        expect(await store.versions.versions()).toEqual([newer]);
      });

      it('are confirmed up to the latest moment, and never back', async () => {
        const version = versionOfText('a');
        await store.versions.put(version);
        for (const at of [
          '2024-02-02T00:00:00.000Z',
          '2024-02-03T00:00:00.000Z',
          '2024-02-01T00:00:00.000Z',
        ]) {
          await store.versions.confirm(version.dataset, version.version, at);
        }
        expect((await store.versions.versions())[0]?.confirmedAt).toBe('2024-02-03T00:00:00.000Z');
      });

      it('that another store of the same home changed are seen at once', async () => {
        const other = await openStore(home, NOW, url);
        const version = versionOfText('a');
        expect(await store.versions.versions()).toEqual([]);
        await other.versions.put(version);
        expect(await store.versions.versions()).toEqual([version]);
        await other.versions.setStatus(version.dataset, version.version, 'held');
        expect(await store.versions.versions()).toEqual([{ ...version, status: 'held' }]);
        await other.versions.confirm(version.dataset, version.version, '2024-02-02T00:00:00.000Z');
        expect((await store.versions.versions())[0]?.confirmedAt).toBe('2024-02-02T00:00:00.000Z');
        await other.versions.remove(version.dataset, version.version);
        expect(await store.versions.versions()).toEqual([]);
        await other.close();
      });

      it('change status and go, each by itself', async () => {
        const [one, other] = [versionOfText('a'), versionOfText('b')];
        await store.versions.put(one);
        await store.versions.put(other);
        await store.versions.setStatus(one.dataset, one.version, 'held');
        await store.versions.remove(other.dataset, other.version);
        expect(await store.versions.versions()).toEqual([{ ...one, status: 'held' }]);
      });
    });

    describe('cut links', () => {
      const cut = { left: 'b', right: 'a', reason: 'other man', by: 'me', at: '2024-01-01T00:00:00.000Z' };

      it('have no direction', async () => {
        await store.linkCuts.cut(cut);
        await store.linkCuts.cut({ ...cut, left: 'a', right: 'b', reason: 'born elsewhere' });
        expect(await store.linkCuts.cuts()).toEqual([
          { ...cut, left: 'a', right: 'b', reason: 'born elsewhere' },
        ]);
      });

      it('can be restored once', async () => {
        await store.linkCuts.cut(cut);
        expect(await store.linkCuts.restore('a', 'b')).toBe(true);
        expect(await store.linkCuts.restore('a', 'b')).toBe(false);
        expect(await store.linkCuts.cuts()).toEqual([]);
      });
    });

    describe('what publishers said', () => {
      it('is kept by address, the latest word only', async () => {
        const address = 'https://example.org/list.xml';
        const list = { address, dataset: 'xx_test', version: 'sha256:1', part: 'main' };
        const first = { ...list, etag: '"1"', sha256: 'a', checkedAt: '2024-01-01T00:00:00.000Z' };
        const second = { ...list, lastModified: 'Mon', sha256: 'b', checkedAt: '2024-01-02T00:00:00.000Z' };
        await store.fetchStates.put(first);
        expect(await store.fetchStates.get(address)).toEqual(first);
        await store.fetchStates.put(second);
        expect(await store.fetchStates.get(address)).toEqual(second);
        expect(await store.fetchStates.get('https://example.org/other.xml')).toBeUndefined();
      });
    });

    describe('the record', () => {
      const drafts = (...ids: string[]): RecordDraft[] => ids.map((id) => draftOf(id));
      const ids = async (): Promise<string[]> =>
        (await store.record.from(1, 100)).map(({ entry }) => entry.id);

      it('is empty at first', async () => {
        expect(await store.record.head()).toEqual(GENESIS);
        expect(await store.record.from(1, 10)).toEqual([]);
        expect(await store.record.get('a')).toBeUndefined();
      });

      it('gives back what was appended, in order, with its payloads, whatever they hold', async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }),
            async (texts) => {
              const before = await store.record.head();
              const some = texts.map((text, index) => draftOf(`${before.seq}-${index}`, { text }));
              await store.record.append(some);
              const stored = await store.record.from(before.seq + 1, 100);
              expect(stored).toEqual(chain(before, some));
              expect(await store.record.head()).toMatchObject({ seq: before.seq + texts.length });
            },
          ),
          { numRuns: 30 },
        );
        expect(await verifyRecord(store.record)).toMatchObject({ ok: true, problems: [] });
      });

      it('takes all entries of a group or none', async () => {
        await store.record.append(drafts('a'));
        await expect(store.record.append(drafts('b', 'a'))).rejects.toThrow();
        expect(await ids()).toEqual(['a']);
        await store.record.append(drafts('b'));
        expect(await verifyRecord(store.record)).toMatchObject({ ok: true, entries: 2 });
      });

      it('keeps one chain when many write at once', async () => {
        const others = await Promise.all(Array.from({ length: 3 }, () => openStore(home, NOW, url)));
        const writers = [store, ...others].flatMap((one, writer) =>
          Array.from({ length: 20 }, (_, index) =>
            one.record.append(drafts(`${writer}-${index}`, `${writer}-${index}b`)),
          ),
        );
        await Promise.all(writers);
        await Promise.all(others.map((other) => other.close()));
        expect(await verifyRecord(store.record)).toMatchObject({ ok: true, entries: 160 });
      });

      it('is read page by page, from either end', async () => {
        await store.record.append(drafts('a', 'b', 'c', 'd'));
        expect((await store.record.from(2, 2)).map(({ entry }) => entry.id)).toEqual(['b', 'c']);
        expect((await store.record.latest(2)).map(({ entry }) => entry.id)).toEqual(['d', 'c']);
        expect((await store.record.latest(5, 3)).map(({ entry }) => entry.id)).toEqual(['b', 'a']);
        expect((await store.record.get('c'))?.entry.seq).toBe(3);
      });

      it('knows what was written before a moment', async () => {
        await store.record.append([
          draftOf('a', { at: '2024-01-01T10:00:00.000Z' }),
          draftOf('b', { at: '2024-01-02T10:00:00.000Z' }),
        ]);
        expect(await store.record.lastBefore('2024-01-01T00:00:00.000Z')).toBe(0);
        expect(await store.record.lastBefore('2024-01-02T00:00:00.000Z')).toBe(1);
        expect(await store.record.lastBefore('2025-01-01T00:00:00.000Z')).toBe(2);
      });

      it('deletes payloads and says so in the chain', async () => {
        await store.record.append(drafts('a', 'b', 'c', 'd', 'e'));
        const tombstone = (id: string) => (forgets: readonly (readonly [number, number])[]) => ({
          facts: { ...draftOf(id).facts, kind: 'forgetting' as const, forgets },
        });
        expect(await store.record.forget(2, 2, tombstone('f'))).toBe(1);
        expect(await store.record.forget(1, 4, tombstone('g'))).toBe(3);
        expect(await store.record.forget(1, 4, tombstone('h'))).toBe(0);
        const tombstones = await store.record.ofKind('forgetting');
        expect(tombstones.map(({ body }) => JSON.parse(body).forgets)).toEqual([
          [[2, 2]],
          [
            [1, 1],
            [3, 4],
          ],
        ]);
        const left = (await store.record.from(1, 10))
          .filter(({ payload }) => payload)
          .map(({ entry }) => entry.id);
        expect(left).toEqual(['e']);
        expect(await verifyRecord(store.record)).toMatchObject({ ok: true, entries: 7, forgotten: 4 });
      });
    });

    describe('opening', () => {
      it('brings an empty database up to date from many sides at once', async () => {
        const place = await empty();
        const other = join(home, 'other');
        const stores = await Promise.all(Array.from({ length: 6 }, () => openStore(other, NOW, place)));
        await Promise.all(stores.map((one, index) => one.versions.put(versionOfText(`content ${index}`))));
        expect(await stores[0]?.versions.versions()).toHaveLength(6);
        await Promise.all(stores.map((one) => one.close()));
      });

      it('finds again what was there', async () => {
        await store.versions.put(versionOfText('a'));
        await store.record.append([draftOf('a')]);
        const again = await openStore(home, NOW, url);
        expect(await again.versions.versions()).toEqual([versionOfText('a')]);
        expect(await again.record.head()).toEqual(await store.record.head());
        await again.close();
      });

      it('refuses a schema that a newer Interdict has changed', async () => {
        const db = url === undefined ? await openSqlite(join(home, 'interdict.db')) : await openPostgres(url);
        const migrations = db as unknown as Kysely<{ kyselyMigration: { name: string; timestamp: string } }>;
        const future = { name: '9999-from-the-future', timestamp: '2030-01-01T00:00:00Z' };
        await migrations.insertInto('kyselyMigration').values(future).execute();
        await db.destroy();
        await expect(openStore(home, NOW, url)).rejects.toMatchObject({ code: 'STORE_NEWER' });
      });
    });
  });
