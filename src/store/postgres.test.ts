// Opening PostgreSQL where it cannot be opened. What it does when it can is in test/contract/store.test.ts.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postgresFolder, TestPostgres } from '../../test/support/postgres.ts';
import { openStore } from './open-store.ts';
import { openPostgres, placeOf } from './postgres.ts';

const NOW = new Date('2024-06-15T12:00:00Z');
const binaries = postgresFolder();

describe('an address of a database', () => {
  it.each([
    ['postgres://ann:secret@db.example:5433/interdict', 'postgres://db.example:5433/interdict'],
    ['postgresql://db.example/interdict?sslmode=require', 'postgres://db.example/interdict'],
  ])('is called without its password', (url, place) => {
    expect(placeOf(url)).toBe(place);
  });

  it.each(['mysql://ann:secret@db.example/interdict', 'interdict.db', 'ann:secret@db'])(
    'is refused if it is %s',
    (url) => {
      expect(() => placeOf(url)).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
      expect(() => placeOf(url)).toThrow(
        expect.not.objectContaining({ message: expect.stringContaining('secret') }),
      );
    },
  );

  it('at which nobody answers is told, without the password', async () => {
    const home = await mkdtemp(join(tmpdir(), 'interdict-postgres-'));
    // Port 1 is reserved and nobody listens there.
    const opened = openStore(home, NOW, 'postgres://ann:secret@127.0.0.1:1/interdict');
    await expect(opened).rejects.toMatchObject({
      code: 'STORE_UNREACHABLE',
      message: expect.stringMatching(
        /^postgres:\/\/127\.0\.0\.1:1\/interdict cannot be reached: (?!.*secret)/u,
      ),
    });
    await rm(home, { recursive: true });
  });
});

const name = binaries ? 'PostgreSQL' : 'PostgreSQL (left out: it is not installed)';
describe.skipIf(!binaries)(`a connection to ${name}`, () => {
  let postgres: TestPostgres;
  beforeEach(async () => {
    postgres = await TestPostgres.start(binaries!);
  });
  afterEach(async () => {
    await postgres.stop();
  });

  it('is refused in words if there is no such database', async () => {
    const url = (await postgres.database()).replace(/test_\w+/u, 'nothing');
    await expect(openPostgres(url)).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
  });

  it('that is gone while it is open is told as such', async () => {
    const other = await TestPostgres.start(binaries!);
    const home = await mkdtemp(join(tmpdir(), 'interdict-postgres-'));
    const store = await openStore(home, NOW, await other.database());
    await other.stop();
    await expect(store.record.head()).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
    await store.close();
    await rm(home, { recursive: true });
  });

  it('writes through to the disk, whatever the server is set to', async () => {
    const db = await openPostgres(await postgres.database());
    const { sql } = await import('kysely');
    await sql`alter system set synchronous_commit = off`.execute(db);
    await sql`select pg_reload_conf()`.execute(db);
    const { rows } = await sql<{ synchronousCommit: string }>`show synchronous_commit`.execute(db);
    expect(rows[0]?.synchronousCommit).toBe('on');
    await db.destroy();
  });
});
