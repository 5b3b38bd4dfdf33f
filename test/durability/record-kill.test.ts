// Processes that write to the record are killed a hundred times, two at a time on one home. Afterwards every entry that
// was acknowledged is there, and the chain verifies. Then one flipped byte, one deleted row and two swapped rows are
// each found by the command that a user runs.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyRecord } from '../../src/cases/record/verify.ts';
import { openStore } from '../../src/store/open-store.ts';
import { postgresFolder, TestPostgres } from '../support/postgres.ts';
import { interdict } from '../support/run-cli.ts';

const CHILDREN = 2;
const script = fileURLToPath(new URL('./record-child.ts', import.meta.url));
const binaries = postgresFolder();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interdict-record-kill-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

/** Runs a child until it is killed; gives the ids that it said were written. */
async function writeUntilKilled(home: string, database: string, afterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [script, home, database], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  let timer: NodeJS.Timeout | undefined;
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    // From its first word on it is in the midst of its work, so every kill falls into it.
    timer ??= setTimeout(() => child.kill('SIGKILL'), afterMs);
  });
  const signal = await new Promise((resolve) => child.on('close', (_, by) => resolve(by)));
  clearTimeout(timer);
  expect(signal).toBe('SIGKILL');
  // What stands behind the last line end may be cut off.
  return said.split('\n').slice(0, -1);
}

/** Kills children again and again; gives all ids that were acknowledged. */
async function killAgainAndAgain(home: string, database: string, kills: number): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let kill = 0; kill < kills; kill += CHILDREN) {
    const lives = Array.from({ length: CHILDREN }, () =>
      writeUntilKilled(home, database, Math.random() * 60),
    );
    acknowledged.push(...(await Promise.all(lives)).flat());
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(kills);
  expect(new Set(acknowledged).size).toBe(acknowledged.length);
  return acknowledged;
}

/** What the store has of the ids that were acknowledged, and whether the record is whole. */
async function look(home: string, database: string, acknowledged: readonly string[]): Promise<unknown> {
  const store = await openStore(home, new Date(), database || undefined);
  const { ok, entries, problems } = await verifyRecord(store.record);
  const there = new Set<string>();
  for (let page = await store.record.from(1, 5000); page.length > 0; ) {
    for (const { entry } of page) there.add(entry.id);
    page = await store.record.from(page.at(-1)!.entry.seq + 1, 5000);
  }
  await store.close();
  expect(entries).toBe(there.size);
  return { ok, problems, lost: acknowledged.filter((id) => !there.has(id)) };
}

const WHOLE = { ok: true, problems: [], lost: [] };

describe('a record whose writers are killed a hundred times', () => {
  let home: string;
  let acknowledged: string[];
  beforeAll(async () => {
    home = join(folder, 'home');
    acknowledged = await killAgainAndAgain(home, '', 100);
  }, 600_000);

  it('has every entry that was acknowledged, and is whole', async () => {
    expect(await look(home, '', acknowledged)).toEqual(WHOLE);
  });

  it('shows one flipped byte, one deleted row, and two swapped rows', async () => {
    const vandal = new Database(join(home, 'interdict.db'));
    const damage = async (statements: string): Promise<number | null> => {
      vandal.exec('create table kept_entry as select * from record_entry');
      vandal.exec('create table kept_payload as select * from record_payload');
      vandal.exec(statements);
      const { code } = await interdict(home, 'record', 'verify');
      vandal.exec('delete from record_entry; insert into record_entry select * from kept_entry');
      vandal.exec('delete from record_payload; insert into record_payload select * from kept_payload');
      vandal.exec('drop table kept_entry; drop table kept_payload');
      return code;
    };
    const flip = "update record_entry set body = replace(body, 'child', 'chile') where seq = 7";
    // The writers delete some contents, as a policy would: the first from the ninth on that is there.
    const flipInContent = `update record_payload set content = replace(content, 'clear', 'cleas')
      where seq = (select min(seq) from record_payload where seq >= 9)`;
    const remove = 'delete from record_entry where seq = 8; delete from record_payload where seq = 8';
    const swap = ['record_entry', 'record_payload']
      .map(
        (table) => `update ${table} set seq = -3 where seq = 3; update ${table} set seq = 3 where seq = 12;
        update ${table} set seq = 12 where seq = -3`,
      )
      .join(';');
    expect(await damage('select 1')).toBe(0);
    expect(await damage(flip)).toBe(1);
    expect(await damage(flipInContent)).toBe(1);
    expect(await damage(remove)).toBe(1);
    expect(await damage(swap)).toBe(1);
    expect(await damage('delete from record_entry where seq = (select max(seq) from record_entry)')).toBe(1);
    expect(await damage('select 1')).toBe(0);
    vandal.close();
  });
});

const postgresName = binaries ? 'on PostgreSQL' : 'on PostgreSQL (left out: it is not installed)';
describe.skipIf(!binaries)(`a record ${postgresName} whose writers are killed`, () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await TestPostgres.start(binaries!);
  });
  afterAll(async () => {
    await postgres.stop();
  });

  it('has every entry that was acknowledged, and is whole', { timeout: 600_000 }, async () => {
    const home = join(folder, 'home-with-postgres');
    const database = await postgres.database();
    const acknowledged = await killAgainAndAgain(home, database, 20);
    expect(await look(home, database, acknowledged)).toEqual(WHOLE);
  });
});
