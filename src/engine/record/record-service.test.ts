// The record through the engine, on the starter lists: what is asked is written, shown, repeated and deleted.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScreeningContent } from '../../cases/record/content.ts';
import { sha256 } from '../../cases/record/entry.ts';
import { Engine } from '../../engine.ts';
import type { PartyQuery } from '../../model/screening.ts';
import { prepareBatch } from '../batch/prepare-batch.ts';
import { runBatch } from '../batch/run-batch.ts';

const STARTER = fileURLToPath(new URL('../../../data/starter/', import.meta.url));
const BROKER: PartyQuery = {
  schema: 'Person',
  properties: { name: ['Ashot Mkrtchyev'], nationality: ['sk'] },
};

let home: string;
let engine: Engine;
let now: Date;

const open = (): Promise<Engine> => Engine.open({ home, clock: () => now, who: 'Ann' });

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'interdict-record-'));
  now = new Date('2026-11-22T10:00:00.500Z');
  engine = await open();
  await engine.lists.add([STARTER]);
});
afterEach(async () => {
  await engine.close();
  await rm(home, { recursive: true, force: true });
});

/** Runs statements behind the back of the engine. */
function vandalise(statements: string): void {
  const database = new Database(join(home, 'interdict.db'));
  database.exec(statements);
  database.close();
}

describe('what is recorded', () => {
  it('is each screening, whole, with who asked, when, and the lists by hash', async () => {
    const answer = await engine.screening.screen(BROKER, { limit: 3, who: 'Bob' });
    const entry = await engine.record.get(answer.id);
    expect(entry).toMatchObject({ seq: 1, kind: 'screening', at: '2026-11-22T10:00:00.500Z', who: 'Bob' });
    expect(entry.decision).toBe(answer.decision);
    expect(entry.content).toEqual({ input: { profile: 'default', limit: 3, cuts: [] }, answer });
    const inForce = await engine.lists.inForce();
    expect(entry.lists).toEqual(
      inForce.map(({ dataset, version, readerVersion }) => ({ dataset, version, readerVersion })),
    );
    expect(entry.engine).toMatchObject({ policy: 'v1', policyHash: answer.engine.policyHash });
    expect(await engine.record.list()).toEqual([
      expect.objectContaining({ id: answer.id, summary: 'Ashot Mkrtchyev', who: 'Bob', isForgotten: false }),
    ]);
  });

  it('names no party outside of what can be deleted', async () => {
    await engine.screening.screen(BROKER);
    const database = new Database(join(home, 'interdict.db'));
    const { body } = database.prepare('select body from record_entry').get() as { body: string };
    database.close();
    expect(body).not.toMatch(/mkrt/iu);
  });

  it('is listed latest first, page by page, and found by number', async () => {
    for (const name of ['One Person', 'Two Person', 'Three Person'])
      await engine.screening.screen({ schema: 'Person', properties: { name: [name] } });
    expect((await engine.record.list()).map(({ summary }) => summary)).toEqual([
      'Three Person',
      'Two Person',
      'One Person',
    ]);
    expect((await engine.record.list(3, 1)).map(({ seq }) => seq)).toEqual([2]);
    expect((await engine.record.get('2')).summary).toBe('Two Person');
    await expect(engine.record.get('4')).rejects.toMatchObject({ code: 'RECORD_UNKNOWN' });
    await expect(engine.record.get('nobody')).rejects.toMatchObject({ code: 'RECORD_UNKNOWN' });
  });

  it('is not a query that cannot be screened', async () => {
    await expect(engine.screening.screen({ schema: 'Person', properties: {} })).rejects.toThrow();
    expect(await engine.record.list()).toEqual([]);
  });

  it('is one chain over many at once', async () => {
    await Promise.all(Array.from({ length: 40 }, () => engine.screening.screen(BROKER)));
    expect(await engine.record.verify()).toMatchObject({ ok: true, entries: 40 });
    expect((await engine.record.head()).seq).toBe(40);
  });

  it('is there before the answer: where it cannot be written, there is no answer', async () => {
    vandalise('drop table record_payload');
    await expect(engine.screening.screen(BROKER)).rejects.toThrow();
  });
});

describe('a file of parties', () => {
  const runFile = async (output: string, signal?: AbortSignal) => {
    const input = join(home, 'parties.csv');
    await writeFile(input, 'name\nAshot Mkrtychev\nJohn Example\n');
    const job = await prepareBatch({ input, output: join(home, output), format: 'csv' });
    try {
      return await runBatch(job, await engine.screening.batchScreener(), {
        ...(signal ? { signal } : {}),
        chunkRows: 1,
      });
    } finally {
      await job.close();
    }
  };

  it('is one entry, with the hash of its results', async () => {
    const outcome = await runFile('results.csv');
    const entry = await engine.record.get(outcome.id);
    const results = await readFile(join(home, 'results.csv'), 'utf8');
    expect(entry).toMatchObject({ kind: 'batch', rows: { count: 2, hash: `sha256:${sha256(results)}` } });
    expect(entry.summary).toBe('parties.csv: 2 rows');
    expect(entry.content).toMatchObject({
      options: { profile: 'default', asOf: '2026-11-22' },
      counts: { rows: 2 },
    });
    expect(await engine.record.list()).toHaveLength(1);
  });

  it('is not recorded before it is done, and once if it was cut off', async () => {
    const aborted = await runFile('results.csv', AbortSignal.abort());
    expect(aborted.state).toBe('interrupted');
    expect(await engine.record.list()).toEqual([]);
    const outcome = await runFile('results.csv');
    expect(outcome.id).toBe(aborted.id);
    expect((await engine.record.list()).map(({ id }) => id)).toEqual([outcome.id]);
  });

  it('does not get its results where it cannot be recorded', async () => {
    const screener = await engine.screening.batchScreener();
    const input = join(home, 'parties.csv');
    await writeFile(input, 'name\nAshot Mkrtychev\n');
    const job = await prepareBatch({ input, output: join(home, 'results.csv'), format: 'csv' });
    vandalise('drop table record_payload');
    await expect(runBatch(job, screener)).rejects.toThrow();
    await job.close();
    await expect(readFile(join(home, 'results.csv'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('cannot be repeated', async () => {
    const { id } = await runFile('results.csv');
    await expect(engine.record.rerun(id)).rejects.toMatchObject({ code: 'RECORD_NOT_REPEATABLE' });
  });
});

describe('a screening that is repeated', () => {
  it('has the same answer, byte for byte, after the day, the cuts and the lists have changed', async () => {
    const first = await engine.screening.screen(BROKER, { limit: 2, cutoff: 0.01 });
    const party = await engine.screening.party(first.results[0]!.id);
    for (const { left, right } of party.links) await engine.screening.cutLink(left, right, 'test', 'tester');
    now = new Date('2026-12-24T18:00:00Z');
    const again = await engine.screening.screen(BROKER);
    expect([first.results[0]?.referents.length, again.results[0]?.referents.length]).toEqual([2, 0]);
    expect(await engine.record.rerun(first.id)).toEqual({
      id: first.id,
      same: true,
      changed: [],
      differences: [],
    });
    expect(await engine.record.rerun(again.id)).toMatchObject({ same: true });
  });

  it('says where the answer differs, and that something else answers now', async () => {
    const { id } = await engine.screening.screen(BROKER);
    await engine.close();
    // An older Interdict, whose score was another one: what it wrote is whole, but it is not what is answered now.
    await rewriteAnswer(id);
    engine = await open();
    const rerun = await engine.record.rerun(id);
    expect(rerun.same).toBe(false);
    expect(rerun.changed).toEqual([expect.stringMatching(/^code and tables: 0123 then, [0-9a-f]{16} now$/u)]);
    expect(rerun.differences).toEqual([
      { path: 'results[0].score', recorded: '0.5', now: expect.stringMatching(/^0\.9/u) },
    ]);
  });

  it('says that a list is read by another reader now', async () => {
    const { id } = await engine.screening.screen(BROKER);
    vandalise(`update list_version set reader_version = 77 where dataset = 'us_ofac_sdn';
      update list_revision set revision = revision + 1`);
    const { changed } = await engine.record.rerun(id);
    expect(changed).toEqual([expect.stringMatching(/^reader of us_ofac_sdn: version \d+ then, 77 now$/u)]);
  });

  it('cannot be, once a list version is gone, and says which', async () => {
    const { id } = await engine.screening.screen(BROKER);
    const [version] = await engine.lists.inForce();
    await engine.lists.remove(version!.dataset, version!.version);
    await expect(engine.record.rerun(id)).rejects.toMatchObject({
      code: 'RECORD_NOT_REPEATABLE',
      message: expect.stringContaining(version!.dataset),
    });
  });

  it('is refused if what was written was changed', async () => {
    const { id } = await engine.screening.screen(BROKER);
    vandalise("update record_payload set content = replace(content, 'stop', 'clear')");
    await expect(engine.record.rerun(id)).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
    await expect(engine.record.report(id, 'html')).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
  });
});

/** Writes the record anew with another score and another code, as if it had been so. */
async function rewriteAnswer(id: string): Promise<void> {
  const { openStore } = await import('../../store/open-store.ts');
  const store = await openStore(home);
  const { entry, payload } = (await store.record.get(id))!;
  const content = JSON.parse(payload!.content) as { answer: ScreeningContent['answer'] };
  const [result, ...others] = content.answer.results;
  const answer = { ...content.answer, results: [{ ...result, score: 0.5 }, ...others] };
  const { form: _form, seq: _seq, previous: _previous, payload: _payload, ...facts } = JSON.parse(entry.body);
  vandalise(`delete from record_entry; delete from record_payload;
    update record_head set seq = 0, hash = '${'0'.repeat(64)}'`);
  const draft = {
    facts: { ...facts, engine: { ...facts.engine, code: '0123' } },
    payload: { ...payload!, content: JSON.stringify({ ...content, answer }) },
  };
  await store.record.append([draft]);
  await store.close();
}

describe('a copy of the database that is made while it is in use', () => {
  it('is whole up to where it was made', async () => {
    await engine.screening.screen(BROKER);
    const copy = join(home, 'copy');
    await mkdir(copy);
    const asking = Promise.all(Array.from({ length: 20 }, () => engine.screening.screen(BROKER)));
    vandalise(`vacuum into '${join(copy, 'interdict.db')}'`);
    await asking;
    const other = await Engine.open({ home: copy });
    expect(await other.record.verify()).toMatchObject({ ok: true });
    const { seq, hash } = await other.record.head();
    expect((await engine.record.get(String(seq))).hash).toBe(hash);
    await other.close();
  });
});

describe('a reading that is repeated', () => {
  const REPORT = new URL('../../../examples/reports/2023-03-31-quayside-courier.txt', import.meta.url);

  it('has the same answer, byte for byte, days later', async () => {
    const bytes = await readFile(REPORT);
    const { reading } = await engine.reading.readBytes(bytes, {
      name: 'courier.txt',
      publisher: 'Quayside Courier',
    });
    const [entry] = await engine.record.list();
    expect(entry).toMatchObject({ kind: 'reading', who: 'Ann' });
    const { content, lists } = await engine.record.get(entry!.id);
    expect(content).toMatchObject({ answer: { articles: reading.articles } });
    expect(lists).toHaveLength(4);
    now = new Date('2026-12-24T18:00:00Z');
    expect(await engine.record.rerun(entry!.id)).toMatchObject({ same: true, changed: [], differences: [] });
  });

  it('is of the bytes of then: a later reading with other hints changes nothing', async () => {
    const bytes = await readFile(REPORT);
    await engine.reading.readBytes(bytes, { name: 'courier.txt' });
    const [entry] = await engine.record.list();
    await engine.reading.readBytes(bytes, { name: 'again.txt', title: 'Another title' }, { again: true });
    expect(await engine.record.list()).toHaveLength(2);
    expect(await engine.record.rerun(entry!.id)).toMatchObject({ same: true });
  });
});

describe('content that is deleted by policy', () => {
  const screenAt = async (moment: string): Promise<string> => {
    now = new Date(moment);
    return (await engine.screening.screen(BROKER)).id;
  };

  it('is gone before a day, and the entries say what they still can', async () => {
    const old = await screenAt('2026-11-20T23:59:59.999Z');
    const young = await screenAt('2026-11-21T00:00:00.000Z');
    expect(await engine.record.forget({ before: '2026-11-21' }, { reason: 'one day is enough' })).toBe(1);
    const entry = await engine.record.get(old);
    expect(entry).toMatchObject({ isForgotten: true, summary: '', decision: 'stop', who: 'Ann' });
    expect(entry.content).toBeUndefined();
    expect((await engine.record.get(young)).isForgotten).toBe(false);
    expect((await engine.record.list())[0]).toMatchObject({
      kind: 'forgetting',
      summary: 'one day is enough',
    });
    expect(await engine.record.verify()).toMatchObject({ ok: true, entries: 3, forgotten: 1 });
    await expect(engine.record.rerun(old)).rejects.toMatchObject({ code: 'RECORD_FORGOTTEN' });
    await expect(engine.record.report(old, 'html')).rejects.toMatchObject({ code: 'RECORD_FORGOTTEN' });
  });

  it('is gone before an entry, or of one entry alone', async () => {
    const ids = [await screenAt('2026-11-20T10:00:00Z'), await screenAt('2026-11-20T10:00:00Z')];
    const last = await screenAt('2026-11-20T10:00:00Z');
    expect(await engine.record.forget({ only: ids[1]! }, { reason: 'request', who: 'Bob' })).toBe(1);
    expect(await engine.record.forget({ before: last }, { reason: 'policy' })).toBe(1);
    expect(await engine.record.forget({ before: last }, { reason: 'policy' })).toBe(0);
    const entries = await engine.record.list();
    expect(entries.map(({ kind, who, isForgotten }) => [kind, who, isForgotten])).toEqual([
      ['forgetting', 'Ann', false],
      ['forgetting', 'Bob', false],
      ['screening', 'Ann', false],
      ['screening', 'Ann', true],
      ['screening', 'Ann', true],
    ]);
    await expect(engine.record.forget({ before: 'nobody' }, { reason: '' })).rejects.toMatchObject({
      code: 'RECORD_UNKNOWN',
    });
  });

  it('leaves the files of the database as well', async () => {
    const { id } = await engine.screening.screen({
      schema: 'Person',
      properties: { name: ['Quillon Zephyrbottom'] },
    });
    const bytes = async () =>
      Buffer.concat(
        await Promise.all(
          ['interdict.db', 'interdict.db-wal'].map((name) =>
            readFile(join(home, name)).catch(() => Buffer.alloc(0)),
          ),
        ),
      );
    expect((await bytes()).includes('Zephyrbottom')).toBe(true);
    await engine.record.forget({ only: id }, { reason: 'request' });
    expect((await bytes()).includes('Zephyrbottom')).toBe(false);
  });
});
