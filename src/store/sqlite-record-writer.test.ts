import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftOf } from '../../test/fixtures/record-drafts.ts';
import type { Store } from '../cases/ports.ts';
import { verifyRecord } from '../cases/record/verify.ts';
import type { RecordStore } from '../cases/record-ports.ts';
import { openStore } from './open-store.ts';
import { SqliteRecordWriter } from './sqlite-record-writer.ts';

let folder: string;
let store: Store;
let writer: SqliteRecordWriter;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interdict-record-writer-'));
  store = await openStore(join(folder, 'home'));
  path = join(folder, 'home', 'interdict.db');
  writer = await SqliteRecordWriter.open(path);
});
afterEach(async () => {
  writer.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const TABLES = ['record_entry', 'record_payload', 'record_head'];

function rowsOf(database: string): unknown[] {
  const opened = new Database(database, { readonly: true });
  const rows = TABLES.map((table) => opened.prepare(`select * from ${table} order by 1`).all());
  opened.close();
  return rows;
}

async function whole(): Promise<{ entries: number; problems: readonly unknown[] }> {
  const { entries, problems } = await verifyRecord(store.record);
  return { entries, problems };
}

describe('what only appends to the record', () => {
  it('writes what the store writes, byte for byte', async () => {
    const groups = [
      [draftOf('a'), draftOf('b', { text: 'naïve "quoted" \u0000 😀' })],
      [{ facts: { ...draftOf('c').facts, kind: 'forgetting' as const } }],
      [draftOf('d', { decision: 'stop', who: 'Жан' })],
    ];
    const other = await openStore(join(folder, 'other'));
    for (const drafts of groups) {
      await writer.append(drafts);
      await other.record.append(drafts);
    }
    await other.close();
    expect(rowsOf(path)).toEqual(rowsOf(join(folder, 'other', 'interdict.db')));
    expect(await whole()).toEqual({ entries: 4, problems: [] });
  });

  it('keeps one chain with others who append at the same time', async () => {
    const second = await SqliteRecordWriter.open(path);
    const work = async (who: Pick<RecordStore, 'append'>, name: string): Promise<void> => {
      for (let at = 0; at < 40; at += 1) await who.append([draftOf(`${name} ${at}`)]);
    };
    await Promise.all([work(writer, 'one'), work(second, 'two'), work(store.record, 'three')]);
    second.close();
    expect(await whole()).toEqual({ entries: 120, problems: [] });
  });

  it('writes all of a group or nothing, and goes on', async () => {
    await writer.append([draftOf('a')]);
    await expect(writer.append([draftOf('b'), draftOf('a')])).rejects.toThrow(/unique/iu);
    await writer.append([draftOf('c')]);
    expect(await whole()).toEqual({ entries: 2, problems: [] });
    expect(await store.record.get('b')).toBeUndefined();
  });

  it('waits for another one who is writing', async () => {
    const other = new Database(path);
    other.exec('begin immediate');
    let isWritten = false;
    const written = writer.append([draftOf('a')]).then(() => {
      isWritten = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(isWritten).toBe(false);
    other.exec('commit');
    other.close();
    await written;
    expect(await whole()).toEqual({ entries: 1, problems: [] });
  });

  it('refuses a record without its head', async () => {
    const vandal = new Database(path);
    vandal.exec('delete from record_head');
    vandal.close();
    await expect(writer.append([draftOf('a')])).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
  });

  it('does not keep what is deleted from leaving the log', async () => {
    await writer.append([draftOf('a', { text: 'a name that is to be gone' })]);
    const reader = new Database(path);
    reader.exec('begin');
    reader.prepare('select count(*) from record_entry').get();
    setTimeout(() => {
      reader.exec('commit');
      reader.close();
    }, 60);
    await store.record.forget(1, 1, (forgets) => ({
      facts: { ...draftOf('f').facts, kind: 'forgetting', forgets },
    }));
    expect((await stat(`${path}-wal`)).size).toBe(0);
  });
});
