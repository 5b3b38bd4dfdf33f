import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { versionOfText } from '../../test/fixtures/stored-versions.ts';
import { openStore } from './open-store.ts';
import { openSqlite } from './sqlite.ts';

let home: string;
beforeEach(async () => {
  home = join(await mkdtemp(join(tmpdir(), 'interdict-store-')), 'home');
});
afterEach(async () => {
  await rm(home, { recursive: true, force: true });
});

describe('opening a store', () => {
  it('makes a home that only its owner may enter', async () => {
    await (await openStore(home)).close();
    expect((await stat(home)).mode & 0o777).toBe(0o700);
  });

  it('writes through to the disk on every open, not only on the first', async () => {
    await (await openStore(home)).close();
    const db = await openSqlite(join(home, 'interdict.db'));
    const { sql } = await import('kysely');
    const setting = async (name: string) =>
      Object.values((await sql`${sql.raw(`pragma ${name}`)}`.execute(db)).rows[0] as object)[0];
    expect(await setting('journal_mode')).toBe('wal');
    expect(await setting('synchronous')).toBe(2);
    expect(await setting('foreign_keys')).toBe(1);
    expect(await setting('busy_timeout')).toBe(10);
    await db.destroy();
  });

  it('opens from many sides at once on a home that is not there yet', async () => {
    const stores = await Promise.all(Array.from({ length: 8 }, () => openStore(home)));
    await Promise.all(stores.map((store, index) => store.versions.put(versionOfText(`content ${index}`))));
    expect(await stores[0]?.versions.versions()).toHaveLength(8);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('refuses a store that a newer Interdict has changed', async () => {
    await (await openStore(home)).close();
    const database = new Database(join(home, 'interdict.db'));
    database.exec("insert into kysely_migration values ('9999-from-the-future', '2030-01-01T00:00:00Z')");
    database.close();
    await expect(openStore(home)).rejects.toMatchObject({ code: 'STORE_NEWER' });
  });

  it('refuses a file that is no database', async () => {
    await (await openStore(home)).close();
    await rm(join(home, 'interdict.db-wal'), { force: true });
    await writeFile(join(home, 'interdict.db'), 'this is a text, and not a short one either\n'.repeat(200));
    await expect(openStore(home)).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
  });

  it('says so when the home cannot be made', async () => {
    await writeFile(home, 'a file where the folder should be');
    await expect(openStore(join(home, 'inside'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });
});
