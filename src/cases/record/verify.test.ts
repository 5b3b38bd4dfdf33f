import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftOf } from '../../../test/fixtures/record-drafts.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../ports.ts';
import { canonicalJson } from './canonical-json.ts';
import { type RecordHead, sha256 } from './entry.ts';
import { verifyRecord } from './verify.ts';

const IDS = ['ape', 'bear', 'civet', 'dormouse', 'elk'];

let home: string;
let store: Store;
/** The same database, for what only a vandal does. */
let vandal: Database.Database;
let head: RecordHead;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'interdict-verify-'));
  store = await openStore(home);
  vandal = new Database(join(home, 'interdict.db'));
  await store.record.append(IDS.map((id) => draftOf(id)));
  head = await store.record.head();
});
afterEach(async () => {
  vandal.close();
  await store.close();
  await rm(home, { recursive: true, force: true });
});

async function problems(anchor?: RecordHead): Promise<string[]> {
  const verification = await verifyRecord(store.record, anchor ? { anchor } : {});
  expect(verification.ok).toBe(verification.problems.length === 0);
  return verification.problems.map(({ seq, problem }) => `${seq}: ${problem}`);
}

const forget = (first: number, last: number) =>
  store.record.forget(first, last, (forgets) => ({
    facts: { ...draftOf('tombstone').facts, kind: 'forgetting', forgets },
  }));

describe('a record that was left alone', () => {
  it('is whole, and says what it looked at', async () => {
    expect(await verifyRecord(store.record, { anchor: head })).toEqual({
      ok: true,
      entries: 5,
      forgotten: 0,
      head,
      problems: [],
      problemCount: 0,
    });
  });

  it('is whole when it is empty, and when it goes on behind the anchor', async () => {
    await store.record.append([draftOf('f')]);
    expect(await problems(head)).toEqual([]);
    vandal.exec('delete from record_entry; delete from record_payload; update record_head set seq = 0');
    vandal.prepare('update record_head set hash = ?').run('0'.repeat(64));
    expect(await problems()).toEqual([]);
  });

  it('is whole after contents were deleted by policy, and counts them', async () => {
    await forget(1, 3);
    expect(await verifyRecord(store.record, { anchor: head })).toMatchObject({
      ok: true,
      entries: 6,
      forgotten: 3,
    });
  });

  it('is whole while others append to it', async () => {
    const appending = Array.from({ length: 30 }, (_, index) => store.record.append([draftOf(`x${index}`)]));
    expect(await problems()).toEqual([]);
    await Promise.all(appending);
    expect(await problems()).toEqual([]);
  });

  it('is gone through page by page', async () => {
    await store.record.append(Array.from({ length: 1200 }, (_, index) => draftOf(`x${index}`)));
    const seen: number[] = [];
    const { ok, entries } = await verifyRecord(store.record, { onProgress: (done) => seen.push(done) });
    expect({ ok, entries }).toEqual({ ok: true, entries: 1205 });
    expect(seen.length).toBeGreaterThan(3);
  });
});

describe('a record in which something was changed', () => {
  const COLUMNS = [
    ...['id', 'at', 'kind', 'body', 'hash'].map((column) => ['record_entry', column] as const),
    ...['salt', 'summary', 'content'].map((column) => ['record_payload', column] as const),
  ];

  it('is known by any one character of any column', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...COLUMNS),
        fc.integer({ min: 1, max: IDS.length }),
        fc.nat(),
        fc.integer({ min: 1, max: 127 }),
        async ([table, column], seq, place, flip) => {
          const row = vandal.prepare(`select ${column} as text from ${table} where seq = ?`).get(seq) as {
            text: string;
          };
          const bytes = Buffer.from(row.text);
          bytes[place % bytes.length]! ^= flip;
          const write = vandal.prepare(`update ${table} set ${column} = ? where seq = ?`);
          write.run(bytes.toString('latin1'), seq);
          const found = await problems();
          write.run(row.text, seq);
          expect(found.length).toBeGreaterThan(0);
          expect(found.some((problem) => problem.startsWith(`${seq}:`))).toBe(true);
        },
      ),
    );
    expect(await problems()).toEqual([]);
  });

  it.each([1, 3, 5])('is known by entry %i that is gone', async (seq) => {
    vandal.exec(`delete from record_entry where seq = ${seq}; delete from record_payload where seq = ${seq}`);
    const found = await problems();
    expect(found[0]).toMatch(
      seq === 5 ? /^5: The record ends with entry 4, but it had reached 5/u : /is missing/u,
    );
  });

  it('is known by several entries that are gone', async () => {
    vandal.exec(
      'delete from record_entry where seq in (2, 3); delete from record_payload where seq in (2, 3)',
    );
    expect(await problems()).toEqual(['2: Entries 2 to 3 are missing.']);
  });

  it('is known by two entries that changed places', async () => {
    for (const table of ['record_entry', 'record_payload'])
      vandal.exec(`update ${table} set seq = -2 where seq = 2; update ${table} set seq = 2 where seq = 4;
        update ${table} set seq = 4 where seq = -2`);
    expect((await problems()).map((problem) => problem.slice(0, 2))).toEqual(
      expect.arrayContaining(['2:', '4:']),
    );
  });

  it('is known by two contents that changed places', async () => {
    vandal.exec(`update record_payload set seq = -2 where seq = 2; update record_payload set seq = 2 where seq = 4;
      update record_payload set seq = 4 where seq = -2`);
    expect(await problems()).toEqual([
      expect.stringMatching(/^2: What was asked and answered does not agree/u),
      expect.stringMatching(/^4: What was asked and answered does not agree/u),
    ]);
  });

  it('is known by an entry whose hash was made anew with it', async () => {
    rewrite(2);
    expect(await problems()).toEqual([expect.stringMatching(/^3: The entry does not follow/u)]);
    rewrite(5);
    expect(await problems()).toContainEqual(
      expect.stringMatching(/^5: The head of the record is not its last entry/u),
    );
  });

  it('is known by an anchor alone when everything was made anew with it', async () => {
    rewrite(5);
    const { hash } = vandal.prepare('select hash from record_entry where seq = 5').get() as { hash: string };
    vandal.prepare('update record_head set hash = ?').run(hash);
    expect(await problems()).toEqual([]);
    expect(await problems(head)).toEqual([
      expect.stringMatching(/^5: The entry is not the one that was noted/u),
    ]);
  });

  it('is known by an anchor alone when its end was cut off and the head set back', async () => {
    vandal.exec('delete from record_entry where seq > 3; delete from record_payload where seq > 3');
    const { hash } = vandal.prepare('select hash from record_entry where seq = 3').get() as { hash: string };
    vandal.prepare('update record_head set seq = 3, hash = ?').run(hash);
    expect(await problems()).toEqual([]);
    expect(await problems(head)).toEqual([expect.stringMatching(/^5: The record ends before entry 5/u)]);
  });

  it('is known by a content that is gone without an entry that says so', async () => {
    vandal.exec('delete from record_payload where seq = 2');
    expect(await problems()).toEqual([expect.stringMatching(/^2: What was asked and answered is gone/u)]);
  });

  it('is known by a content that is there although it was deleted by policy', async () => {
    const payload = vandal.prepare('select * from record_payload where seq = 2').get();
    await forget(2, 2);
    vandal.prepare('insert into record_payload values (@seq, @salt, @summary, @content)').run(payload);
    expect(await problems()).toEqual([expect.stringMatching(/^2: The content was deleted by policy/u)]);
  });

  it('is known by a content that belongs to no entry', async () => {
    vandal.exec("insert into record_payload values (77, '00', '\"\"', '{}')");
    expect(await problems()).toEqual(['77: There is content that belongs to no entry.']);
  });

  it('is told in the first thousand problems, and all are counted', async () => {
    await store.record.append(Array.from({ length: 1500 }, (_, index) => draftOf(`x${index}`)));
    vandal.exec("update record_payload set salt = 'ff'");
    const { problems: told, problemCount } = await verifyRecord(store.record);
    expect([told.length, problemCount]).toEqual([1000, 1505]);
  });

  it('is known by a body that is no JSON', async () => {
    vandal.exec("update record_entry set body = 'gone' where seq = 3");
    expect(await problems()).toContainEqual('3: The entry cannot be read.');
  });
});

/** Changes who is named in an entry, and makes its hash fit. */
function rewrite(seq: number): void {
  const row = vandal.prepare('select body from record_entry where seq = ?').get(seq) as { body: string };
  const body = canonicalJson({ ...JSON.parse(row.body), who: 'somebody else' });
  vandal.prepare('update record_entry set body = ?, hash = ? where seq = ?').run(body, sha256(body), seq);
}
