import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileOf, versionOfText } from '../../test/fixtures/stored-versions.ts';
import type { Store } from '../cases/ports.ts';
import { openStore } from './open-store.ts';

let home: string;
let store: Store;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'interdict-store-'));
  store = await openStore(home);
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
    await store.versions.put(versionOfText('a', { entities: 2, files: [fileOf('a'), fileOf('b', 'alt')] }));
    const newer = versionOfText('a', { entities: 3, readerVersion: 2 });
    await store.versions.put(newer);
    expect(await store.versions.versions()).toEqual([newer]);
  });

  it('are confirmed up to the latest moment, and never back', async () => {
    const version = versionOfText('a');
    await store.versions.put(version);
    for (const at of ['2024-02-02T00:00:00.000Z', '2024-02-03T00:00:00.000Z', '2024-02-01T00:00:00.000Z']) {
      await store.versions.confirm(version.dataset, version.version, at);
    }
    expect((await store.versions.versions())[0]?.confirmedAt).toBe('2024-02-03T00:00:00.000Z');
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
