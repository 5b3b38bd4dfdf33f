import { readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainList, plainText } from '../../test/fixtures/plain-list.ts';
import { inShort, ListHome } from '../../test/support/list-home.ts';
import type { ListReader } from '../lists/reader.ts';

let home: ListHome;
beforeEach(async () => {
  home = await ListHome.open();
});
afterEach(async () => {
  await home.close();
});

describe('adding a list', () => {
  it('keeps what is known of it', async () => {
    const path = await home.write({
      'a.txt': plainText('xx_a', '2024-01-01', ['Ann|Anna', '!row', '#row', 'Bob']),
    });
    const [outcome] = await home.lists.add([path]);
    expect(outcome).toMatchObject({ kind: 'added', notes: [], day: { source: 'file' } });
    expect(await home.lists.history('xx_a')).toEqual([
      {
        dataset: 'xx_a',
        version: expect.stringMatching(/^sha256:[0-9a-f]{64}$/u),
        published: '2024-01-01',
        retrievedAt: '2024-06-15T12:00:00.000Z',
        source: path,
        format: 'plain',
        readerVersion: 1,
        files: [{ part: 'main', name: 'a.txt', sha256: expect.any(String), bytes: 45 }],
        rows: { main: 4 },
        entities: 2,
        aliases: 1,
        addresses: 0,
        identifications: 0,
        listings: 0,
        rowsSetAside: 2,
        rowsLost: 1,
        valuesSetAside: 0,
        status: 'in-use',
        isStarter: false,
      },
    ]);
    expect(await home.namesOf('xx_a')).toEqual(['Ann', 'Anna', 'Bob']);
    const setAside = [];
    for await (const item of home.lists.setAsideOf(await home.lists.version('xx_a'))) setAside.push(item);
    expect(setAside).toMatchObject([
      { line: 3, text: '!row' },
      { line: 4, isHarmless: true },
    ]);
  });

  it('knows it again by its content, however it is packed or called', async () => {
    const text = plainText('xx_a', '2024-01-01', 3);
    await home.lists.add([await home.write({ 'a.txt': text })]);
    expect(inShort(await home.lists.add([await home.write({ 'b.txt.gz': gzipSync(text) })]))).toEqual([
      'already-stored xx_a 2024-01-01 3',
    ]);
    expect(await home.lists.history('xx_a')).toHaveLength(1);
  });

  it('puts the files of one folder together, and each folder by itself', async () => {
    await home.write({
      'lists/2024-01-01/main.txt': plainText('xx_a', '-', ['Ann']),
      'lists/2024-01-01/also.txt': 'ALSO -\nAnn|Anna\n',
      'lists/2024-02-02/main.txt': plainText('xx_a', '-', ['Ann', 'Bob']),
      'lists/notes.md': 'nothing of interest',
      'lists/.hidden/main.txt': plainText('xx_a', '2024-03-03', 1),
    });
    const outcomes = await home.lists.add([join(home.folder, 'lists')]);
    expect(inShort(outcomes)).toEqual([
      'added xx_a 2024-01-01 1',
      'added xx_a 2024-02-02 2',
      'not-a-list LIST_FORMAT_UNKNOWN',
    ]);
    expect(outcomes[0]).toMatchObject({
      day: { source: 'name', name: '2024-01-01' },
      version: { aliases: 1 },
    });
    expect((await home.lists.history('xx_a'))[0]?.source).toBe(join(home.folder, 'lists', '2024-01-01'));
  });

  it('puts files together that are named together', async () => {
    const main = await home.write({ 'one/main.txt': plainText('xx_a', '-', ['Ann']) });
    const also = await home.write({ 'two/also.txt': 'ALSO -\nAnn|Anna\n' });
    expect(inShort(await home.lists.add([main, also], { published: '2024-01-01' }))).toEqual([
      'added xx_a 2024-01-01 1',
    ]);
    expect(await home.namesOf('xx_a')).toEqual(['Ann', 'Anna']);
  });

  it('knows a part by what its publisher calls it where two lists lie in one folder', async () => {
    await home.write({
      'ofac/sdn.csv': plainText('us_ofac_sdn', '2024-01-01', ['Ann']),
      'ofac/ALT.CSV': 'ALSO -\nAnn|Anna\n',
      'ofac/cons_prim.csv': plainText('us_ofac_cons', '2024-01-01', ['Bob']),
      'ofac/cons_alt.csv': 'ALSO us_ofac_cons\nBob|Robert\n',
    });
    expect(inShort(await home.lists.add([join(home.folder, 'ofac')]))).toEqual([
      'added us_ofac_sdn 2024-01-01 1',
      'added us_ofac_cons 2024-01-01 1',
    ]);
    expect(await home.namesOf('us_ofac_sdn')).toEqual(['Ann', 'Anna']);
    expect(await home.namesOf('us_ofac_cons')).toEqual(['Bob', 'Robert']);
    await home.write({ 'ofac/other.csv': 'ALSO -\n' });
    expect(inShort(await home.lists.add([join(home.folder, 'ofac')]))).toEqual([
      'refused LIST_DATASET_UNKNOWN',
    ]);
  });

  it('takes a file once that is named and lies in a folder that is named', async () => {
    const path = await home.write({ 'lists/main.txt': plainText('xx_a', '2024-01-01', 1) });
    expect(inShort(await home.lists.add([dirname(path), path, path]))).toEqual(['added xx_a 2024-01-01 1']);
  });

  it('does not take the day from the folder of a file that is named itself', async () => {
    const path = await home.write({ 'backup-2024-05-05/main.txt': plainText('xx_a', '-', 1) });
    expect(inShort(await home.lists.add([path]))).toEqual(['refused LIST_DATE_MISSING']);
  });

  it('takes the list from the user where the file does not say it', async () => {
    const path = await home.write({ 'main.txt': plainText('-', '2024-01-01', 1) });
    expect(inShort(await home.lists.add([path]))).toEqual(['refused LIST_DATASET_UNKNOWN']);
    expect(inShort(await home.lists.add([path], { dataset: 'Our Own' }))).toEqual([
      'refused LIST_DATASET_UNKNOWN',
    ]);
    expect(inShort(await home.lists.add([path], { dataset: 'our_own' }))).toEqual([
      'added our_own 2024-01-01 1',
    ]);
  });

  it('does not believe that one official list is another', async () => {
    const path = await home.write({ 'main.txt': plainText('us_ofac_cons', '2024-01-01', 1) });
    const [outcome] = await home.lists.add([path], { dataset: 'us_ofac_sdn' });
    expect(outcome).toMatchObject({
      kind: 'refused',
      error: { message: 'main.txt is us_ofac_cons (Plain list), not us_ofac_sdn.' },
    });
  });

  it('says what it did not do with a day that was not needed, and keeps the day of a version', async () => {
    const path = await home.write({ 'main.txt': plainText('xx_a', '2024-01-01', 1) });
    const notes = async () =>
      (await home.lists.add([path], { published: '2024-02-02' })).flatMap((it) =>
        'notes' in it ? it.notes : [],
      );
    expect(await notes()).toEqual([
      'It says itself that it was published on 2024-01-01; 2024-02-02 was not used.',
    ]);
    expect(await notes()).toEqual([
      'It stays published on 2024-01-01; to give it another day, remove it and add it again.',
    ]);
  });

  it('does not give one day to two versions', async () => {
    await home.write({
      'lists/a/main.txt': plainText('xx_a', '-', 1),
      'lists/b/main.txt': plainText('xx_a', '-', 2),
    });
    expect(inShort(await home.lists.add([join(home.folder, 'lists')], { published: '2024-01-01' }))).toEqual([
      'added xx_a 2024-01-01 1',
      'refused LIST_DATE_INVALID',
    ]);
  });

  it('tells how far it is, in bytes of the whole list', async () => {
    const path = await home.write({ 'main.txt': plainText('xx_a', '2024-01-01', 9) });
    const seen: { done: number; total: number }[] = [];
    await home.lists.add([path], { onProgress: ({ done, total }) => seen.push({ done, total }) });
    expect(seen.at(-1)).toEqual({ done: 94, total: 94 });
  });

  it('reads again what was kept when it was damaged', async () => {
    const path = await home.write({ 'main.txt': plainText('xx_a', '2024-01-01', 2) });
    await home.lists.add([path]);
    const kept = join(home.folder, 'home', 'lists', 'xx_a');
    const [version = ''] = await readdir(kept);
    for (const name of await readdir(join(kept, version)))
      await writeFile(join(kept, version, name), 'damage');
    await expect(home.namesOf('xx_a')).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
    expect(inShort(await home.lists.add([path]))).toEqual(['repaired xx_a 2024-01-01 2']);
    expect(await home.namesOf('xx_a')).toEqual(['Party 0', 'Party 1']);
  });
});

describe('a file that is refused', () => {
  beforeEach(async () => {
    await home.lists.add([await home.write({ 'good.txt': plainText('xx_a', '2024-01-01', 2) })]);
  });

  it.each([
    ['is empty', '', 'LIST_EMPTY'],
    ['holds no party', plainText('xx_a', '2024-02-02', []), 'LIST_EMPTY'],
    ['is a web page', '<!DOCTYPE html><html><body>moved</body></html>', 'LIST_WRONG_FORMAT'],
    ['is of no known format', 'something else', 'LIST_FORMAT_UNKNOWN'],
    ['breaks in the middle', plainText('xx_a', '2024-02-02', ['Ann', 'STOP']), 'LIST_MALFORMED'],
    ['has a party twice', plainText('xx_a', '2024-02-02', ['Ann', 'Ann']), 'LIST_MALFORMED'],
    [
      'is cut in its packing',
      gzipSync(plainText('xx_a', '2024-02-02', 3)).subarray(0, -12),
      'LIST_TRUNCATED',
    ],
    ['lies in the future', plainText('xx_a', '2024-07-02', 3), 'LIST_DATE_INVALID'],
  ])('leaves the version in use and nothing behind when it %s', async (_, content, code) => {
    const before = await readdir(join(home.folder, 'home', 'lists', 'xx_a'), { recursive: true });
    expect(inShort(await home.lists.add([await home.write({ 'bad.txt': content })]))).toEqual([
      `refused ${code}`,
    ]);
    expect(await home.inUse()).toEqual(['xx_a 2024-01-01']);
    expect(await home.lists.history('xx_a')).toHaveLength(1);
    expect(await readdir(join(home.folder, 'home', 'lists', 'xx_a'), { recursive: true })).toEqual(before);
    expect(await readdir(join(home.folder, 'home', 'lists', '.incoming'))).toEqual([]);
  });

  it('does not keep the others out, even if its reader breaks down', async () => {
    const broken: ListReader = {
      ...plainList,
      format: 'broken',
      recognise: ({ text }) => (text.startsWith('BROKEN') ? { part: 'main', dataset: 'xx_x' } : undefined),
      read(): never {
        throw new TypeError('x is not a function');
      },
    };
    await home.write({ 'lists/a.txt': 'BROKEN', 'lists/b.txt': plainText('xx_b', '2024-02-02', 3) });
    const outcomes = await home.service([broken, plainList]).add([join(home.folder, 'lists')]);
    expect(inShort(outcomes)).toEqual(['refused INTERNAL', 'added xx_b 2024-02-02 3']);
  });

  it('does not keep the others out', async () => {
    await home.write({
      'lists/a.txt': plainText('xx_b', '2024-02-02', 3),
      'lists/deep/b.txt': plainText('xx_c', '2024-02-02', ['STOP']),
    });
    expect(inShort(await home.lists.add([join(home.folder, 'lists')]))).toEqual([
      'added xx_b 2024-02-02 3',
      'refused LIST_MALFORMED',
    ]);
  });

  it('takes a list with it whose part it may be', async () => {
    await home.write({ 'lists/main.txt': plainText('xx_b', '2024-02-02', 3), 'lists/also.txt': '' });
    expect(inShort(await home.lists.add([join(home.folder, 'lists')]))).toEqual([
      'refused LIST_EMPTY',
      'refused LIST_PART_MISSING',
    ]);
    await home.write({
      'ofac/main.txt': plainText('us_ofac_sdn', '2024-02-02', 3),
      'ofac/ALT.CSV': 'garbled',
    });
    await home.write({ 'ofac/main.csv': plainText('us_ofac_sdn', '2024-02-02', 4) });
    await rm(join(home.folder, 'ofac/main.txt'));
    expect(inShort(await home.lists.add([join(home.folder, 'ofac')]))).toEqual([
      'refused LIST_PART_MISSING',
      'not-a-list LIST_FORMAT_UNKNOWN',
    ]);
  });

  it('is told when a part is there twice or the main one is not', async () => {
    await home.write({
      'two/a.txt': plainText('xx_b', '2024-02-02', 3),
      'two/b.txt': plainText('xx_b', '2024-02-02', 4),
      'two/c.txt': 'ALSO xx_b\n',
      'none/c.txt': 'ALSO xx_b\n',
    });
    expect(inShort(await home.lists.add([join(home.folder, 'two')]))).toEqual(['refused LIST_PART_DOUBLED']);
    expect(inShort(await home.lists.add([join(home.folder, 'none')]))).toEqual(['refused LIST_PART_MISSING']);
  });

  it('is told when there is nothing at a path, or the day is none', async () => {
    await expect(home.lists.add([join(home.folder, 'nothing')])).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
    });
    const add = home.lists.add([join(home.folder, 'good.txt')], { published: '2024-13-01' });
    await expect(add).rejects.toMatchObject({ code: 'LIST_DATE_INVALID' });
  });

  it('is told when a folder holds no list at all', async () => {
    await home.write({ 'empty/notes.md': 'nothing' });
    expect(inShort(await home.lists.add([join(home.folder, 'empty')]))).toEqual([
      'refused LIST_FORMAT_UNKNOWN',
      'not-a-list LIST_FORMAT_UNKNOWN',
    ]);
  });
});

describe('a version that shrank by more than a tenth', () => {
  let small: string;
  beforeEach(async () => {
    await home.lists.add([await home.write({ 'big.txt': plainText('xx_a', '2024-01-01', 100) })]);
    small = await home.write({ 'small.txt': plainText('xx_a', '2024-02-02', 89) });
  });

  it('is held, and the version in use stays in use until it is confirmed', async () => {
    const [outcome] = await home.lists.add([small]);
    expect(outcome).toMatchObject({
      kind: 'held',
      error: {
        code: 'LIST_SHRUNK',
        message: 'xx_a of 2024-02-02 has only 89 parties after 100 on 2024-01-01; it is held back.',
      },
    });
    expect(await home.inUse()).toEqual(['xx_a 2024-01-01']);
    expect(inShort(await home.lists.add([small]))).toEqual(['held xx_a 2024-02-02 89']);
    expect((await home.lists.status()).find((list) => list.dataset === 'xx_a')?.held).toHaveLength(1);
    expect((await home.lists.diff('xx_a')).diff.removed).toHaveLength(11);
    expect(await home.lists.confirm('xx_a')).toMatchObject({ published: '2024-02-02', status: 'in-use' });
    expect(await home.inUse()).toEqual(['xx_a 2024-02-02']);
    await expect(home.lists.confirm('xx_a')).rejects.toMatchObject({ code: 'LIST_VERSION_UNKNOWN' });
  });

  it('is taken at once if that is what was asked, also when it is held already', async () => {
    expect(inShort(await home.lists.add([small], { acceptShrink: true }))).toEqual([
      'added xx_a 2024-02-02 89',
    ]);
    await home.lists.remove('xx_a', '2024-02-02');
    await home.lists.add([small]);
    expect(inShort(await home.lists.add([small], { acceptShrink: true }))).toEqual([
      'already-stored xx_a 2024-02-02 89',
    ]);
    expect(await home.inUse()).toEqual(['xx_a 2024-02-02']);
  });

  it('is not held for being smaller than one that came later, or than starter data', async () => {
    const older = await home.write({ 'older.txt': plainText('xx_a', '2023-01-01', 10) });
    expect(inShort(await home.lists.add([older]))).toEqual(['added xx_a 2023-01-01 10']);
    const starters = home.service([{ ...plainList, format: 'starter', isStarter: true }]);
    await starters.add([await home.write({ 's.txt': plainText('xx_s', '2024-01-01', 100) })]);
    expect(
      inShort(await home.lists.add([await home.write({ 'o.txt': plainText('xx_s', '2024-01-01', 10) })])),
    ).toEqual(['added xx_s 2024-01-01 10']);
  });
});

describe('versions that are stored', () => {
  beforeEach(async () => {
    for (const [day, parties] of [
      ['2024-01-01', ['Ann', 'Bob']],
      ['2024-02-02', ['Ann', 'Cid']],
      ['2024-03-03', ['Ann', 'Cid', 'Dan']],
    ] as const)
      await home.lists.add([await home.write({ 'a.txt': plainText('xx_a', day, parties) })]);
  });

  it('are told apart: the last two, or those that are named', async () => {
    const names = async (from?: string, to?: string) => {
      const { diff } = await home.lists.diff('xx_a', from, to);
      return [...diff.added.map((it) => `+${it.caption}`), ...diff.removed.map((it) => `-${it.caption}`)];
    };
    expect(await names()).toEqual(['+Dan']);
    expect(await names(undefined, '2024-02-02')).toEqual(['+Cid', '-Bob']);
    expect(await names('2024-01-15')).toEqual(['+Cid', '+Dan', '-Bob']);
    expect(await names('2024-03-03', '2024-01-01')).toEqual(['+Bob', '-Cid', '-Dan']);
    await expect(names(undefined, '2024-01-01')).rejects.toMatchObject({ code: 'LIST_VERSION_UNKNOWN' });
    await expect(home.lists.diff('xx_none')).rejects.toMatchObject({ code: 'LIST_NOT_STORED' });
  });

  it('answer for the days on which they were in force', async () => {
    const on = async (day: string) => (await home.lists.inForce(day)).map((version) => version.published);
    expect(await on('2023-12-31')).toEqual([]);
    expect(await on('2024-02-01')).toEqual(['2024-01-01']);
    expect(await on('2024-02-02')).toEqual(['2024-02-02']);
    expect((await home.lists.listUse('default', '2024-02-01')).at(-1)).toMatchObject({
      dataset: 'xx_a',
      age_days: 0,
    });
    await expect(home.lists.listUse('none')).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });

  it('can be removed, with everything that was kept of them', async () => {
    const { version } = await home.lists.remove('xx_a', '2024-03-03');
    expect(await home.inUse()).toEqual(['xx_a 2024-02-02']);
    expect(await readdir(join(home.folder, 'home', 'lists', 'xx_a'))).not.toContain(version.slice(7, 23));
  });

  it('are read again from the kept bytes when the reader has learnt something', async () => {
    const read = plainList.read;
    const better: ListReader = {
      ...plainList,
      version: 2,
      async *read(input) {
        for await (const event of read(input)) {
          if (event.kind !== 'record') yield event;
          else {
            const [party, ...others] = event.record.entities;
            const alias = [{ value: 'learnt' }];
            const entities = [{ ...party, properties: { ...party.properties, alias } }, ...others] as const;
            yield { ...event, record: { ...event.record, entities } };
          }
        }
      },
    };
    await rm(join(home.folder, 'a.txt'));
    home.lists = home.service([better]);
    expect(await home.namesOf('xx_a')).toEqual(['Ann', 'learnt', 'Cid', 'learnt', 'Dan', 'learnt']);
    expect(await home.lists.version('xx_a')).toMatchObject({
      readerVersion: 2,
      aliases: 3,
      status: 'in-use',
    });
    home.lists = home.service([]);
    expect(await home.namesOf('xx_a')).toHaveLength(6);
  });
});
