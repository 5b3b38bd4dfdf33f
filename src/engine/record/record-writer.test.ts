import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftOf } from '../../../test/fixtures/record-drafts.ts';
import { verifyRecord } from '../../cases/record/verify.ts';
import { openStore } from '../../store/open-store.ts';
import { GroupWriter } from './group-writer.ts';
import { RecordWriter } from './record-writer.ts';

let folder: string;
let home: string;
let writer: RecordWriter;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interdict-record-thread-'));
  home = join(folder, 'home');
  writer = new RecordWriter(home);
});
afterEach(async () => {
  await writer.close();
  await rm(folder, { recursive: true, force: true });
});

describe('writing to the record in a thread', () => {
  it('has written when it says so, beside a store that writes as well', async () => {
    const store = await openStore(home);
    const group = new GroupWriter((drafts) => writer.append(drafts));
    for (let round = 0; round < 5; round += 1) {
      const ids = Array.from({ length: 20 }, (_, at) => `${round} ${at}`);
      await Promise.all([
        ...ids.map((id) => group.write(draftOf(id))),
        store.record.append([draftOf(`${round}`)]),
      ]);
      for (const id of ids) expect(await store.record.get(id)).toBeDefined();
    }
    expect(await verifyRecord(store.record)).toMatchObject({ ok: true, entries: 105 });
    await store.close();
  });

  it('leaves a database that is closed and whole in its one file', async () => {
    const store = await openStore(home);
    await writer.append([draftOf('a')]);
    await writer.close();
    await store.close();
    expect((await readdir(home)).filter((name) => name.startsWith('interdict.db'))).toEqual(['interdict.db']);
  });

  it('says what cannot be written, and why, and writes the next', async () => {
    await mkdir(home);
    await writeFile(join(home, 'interdict.db'), 'this is a text, and not a short one either\n'.repeat(200));
    await expect(writer.append([draftOf('a')])).rejects.toMatchObject({
      name: 'InterdictError',
      code: 'STORE_DAMAGED',
    });
    await rm(join(home, 'interdict.db'));
    const store = await openStore(home);
    await writer.append([draftOf('a')]);
    await expect(writer.append([draftOf('a')])).rejects.toThrow(/unique/iu);
    await writer.append([draftOf('b')]);
    expect(await store.record.head()).toMatchObject({ seq: 2 });
    await store.close();
  });
});
