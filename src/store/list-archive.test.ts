import { appendFile, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  bytesOf,
  collect,
  fileOf,
  recordOf,
  storeVersion,
  textOfFile,
  versionOfText,
} from '../../test/fixtures/stored-versions.ts';
import type { Store } from '../cases/ports.ts';
import { openStore } from './open-store.ts';

const TEXT = 'one row\nanother row\n'.repeat(500);
const version = versionOfText(TEXT);
const records = Array.from({ length: 3000 }, (_, index) => recordOf(String(index), `Ён ${index} 名`));

let home: string;
let store: Store;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'interdict-archive-'));
  store = await openStore(home);
});
afterEach(async () => {
  await store.close();
  await rm(home, { recursive: true, force: true });
});

async function keptPath(beginning: string): Promise<string> {
  const folder = join(home, 'lists', version.dataset, version.version.slice(7, 23));
  const name = (await readdir(folder)).find((name) => name.startsWith(beginning));
  if (!name) throw new Error(`nothing in ${folder} begins with ${beginning}`);
  return join(folder, name);
}

describe("the publisher's bytes", () => {
  it('come back as they were, packed on the disk so that any tool opens them', async () => {
    await storeVersion(store, version, TEXT, records);
    expect(await textOfFile(store, version)).toBe(TEXT);
    expect(gunzipSync(await readFile(await keptPath('main'))).toString()).toBe(TEXT);
  });

  it('are refused, leaving nothing, when they are not those that were announced', async () => {
    const announced = { ...fileOf('something else') };
    const keeping = store.archive.keepFile(version.dataset, version.version, announced, bytesOf(TEXT));
    await expect(keeping).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    expect(await readdir(join(home, 'lists'))).toEqual(['.incoming']);
    expect(await readdir(join(home, 'lists', '.incoming'))).toEqual([]);
  });

  it.each([
    ['are cut', async (path: string) => writeFile(path, (await readFile(path)).subarray(0, -20))],
    ['are altered', async (path: string) => writeFile(path, gzipSync(TEXT.replace('one', 'One')))],
    ['are no gzip', async (path: string) => writeFile(path, 'text')],
    ['are gone', async (path: string) => rm(path)],
  ])('are known as damaged when they %s, and are good again when kept again', async (_, damage) => {
    await storeVersion(store, version, TEXT, records);
    await damage(await keptPath('main'));
    await expect(textOfFile(store, version)).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
    await storeVersion(store, version, TEXT, records);
    expect(await textOfFile(store, version)).toBe(TEXT);
  });

  it('cannot be written outside the home', async () => {
    const keeping = store.archive.keepFile('../../elsewhere', version.version, fileOf(TEXT), bytesOf(TEXT));
    await expect(keeping).rejects.toMatchObject({ code: 'INTERNAL' });
  });
});

describe('the records of a version', () => {
  const read = () => store.archive.readRecords(version.dataset, version.version, version.readerVersion);

  it('come back in order', async () => {
    await storeVersion(store, version, TEXT, records);
    expect(await collect(read())).toEqual(records);
  });

  it('survive whatever a list may hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 50 }), async (names) => {
        const some = names.map((name, index) => recordOf(String(index), name));
        const writer = await store.archive.writeRecords(version.dataset, version.version, 1);
        for (const record of some) await writer.write(record);
        await writer.commit();
        expect(await collect(read())).toEqual(some);
      }),
      { numRuns: 30 },
    );
  });

  it('are not there before they are committed, nor after they are abandoned', async () => {
    const writer = await store.archive.writeRecords(version.dataset, version.version, 1);
    for (const record of records) await writer.write(record);
    expect(read()).toBeUndefined();
    await writer.abandon();
    expect(read()).toBeUndefined();
    expect(await readdir(join(home, 'lists', '.incoming'))).toEqual([]);
  });

  it('belong to one version of the reader', async () => {
    await storeVersion(store, version, TEXT, records);
    expect(store.archive.readRecords(version.dataset, version.version, 2)).toBeUndefined();
  });

  it('are kept with what was set aside', async () => {
    const item = { scope: 'row', file: 'main.txt', line: 7, reason: 'no name', text: 'x' } as const;
    const writer = await store.archive.writeRecords(version.dataset, version.version, 1);
    await writer.setAside(item);
    await writer.commit();
    expect(await collect(store.archive.readSetAside(version.dataset, version.version, 1))).toEqual([item]);
  });

  it.each([
    ['a row is missing', (lines: string[]) => lines.toSpliced(5, 1)],
    ['a row is altered', (lines: string[]) => lines.with(5, lines[5]?.replace('Ён', 'Ен') ?? '')],
    ['the end is missing', (lines: string[]) => lines.slice(0, -2)],
    ['something follows', (lines: string[]) => [...lines, '{}']],
  ])('are known as damaged when %s', async (_, damage) => {
    await storeVersion(store, version, TEXT, records);
    const path = await keptPath('records');
    const lines = gunzipSync(await readFile(path))
      .toString()
      .trimEnd()
      .split('\n');
    await writeFile(path, gzipSync(`${damage(lines).join('\n')}\n`));
    await expect(collect(read())).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
  });

  it('stop the writer when the disk refuses', async () => {
    await writeFile(join(home, 'lists', version.dataset), 'a file where the folder should be').catch(
      async () => {
        await (await import('node:fs/promises')).mkdir(join(home, 'lists'));
        await writeFile(join(home, 'lists', version.dataset), 'a file where the folder should be');
      },
    );
    const writer = await store.archive.writeRecords(version.dataset, version.version, 1);
    for (const record of records) await writer.write(record);
    await expect(writer.commit()).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });
});

describe('what is left over', () => {
  it('goes when a version is removed', async () => {
    await storeVersion(store, version, TEXT, records);
    await store.archive.remove(version.dataset, version.version);
    expect(await readdir(join(home, 'lists', version.dataset))).toEqual([]);
    expect(await readdir(join(home, 'lists', '.incoming'))).toEqual([]);
    await store.archive.remove(version.dataset, version.version);
  });

  it('from a killed process is swept after a day, not before', async () => {
    await storeVersion(store, version, TEXT, records);
    const [old, young] = [join(home, 'lists', '.incoming', 'old'), join(home, 'lists', '.incoming', 'young')];
    for (const path of [old, young]) await appendFile(path, 'half');
    await utimes(old, new Date('2020-01-01'), new Date('2020-01-01'));
    await (await openStore(home)).close();
    expect(await readdir(join(home, 'lists', '.incoming'))).toEqual(['young']);
  });
});
