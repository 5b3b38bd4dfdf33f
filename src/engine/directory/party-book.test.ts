import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { starterRecords } from '../../../test/support/listed-parties.ts';
import { type ListRecord, partyOf } from '../../model/record.ts';
import { PartyBook } from './party-book.ts';

let folder: string;
let records: ListRecord[];
let read = 0;

async function* source(): AsyncGenerator<ListRecord> {
  read += 1;
  yield* records;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interdict-book-'));
  records = await starterRecords();
  read = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the book of records', () => {
  it('gives back every record as it was, also when it is opened again', async () => {
    for (let opening = 0; opening < 2; opening++) {
      const book = await PartyBook.open(folder, 'a', source);
      for (const record of records) expect(await book.recordsOf([partyOf(record).id])).toEqual([record]);
    }
    expect(read, 'written once').toBe(1);
  });

  it('passes over ids that it does not have, whatever they are', async () => {
    const book = await PartyBook.open(folder, 'a', source);
    expect(await book.recordsOf(['nobody', 'constructor', '__proto__'])).toEqual([]);
    expect(book.linkedFrom('constructor')).toEqual([]);
    const [one, other] = records.map((record) => partyOf(record).id);
    expect((await book.recordsOf([other!, 'nobody', one!])).map((record) => partyOf(record).id)).toEqual([
      other,
      one,
    ]);
  });

  it('knows who holds a relation to a party', async () => {
    const book = await PartyBook.open(folder, 'a', source);
    expect([...book.linkedFrom('us_ofac_sdn-41736')].sort()).toEqual([
      'us_ofac_sdn-44544',
      'us_ofac_sdn-44578',
      'us_ofac_sdn-44579',
    ]);
  });

  it('is written anew where only a part of it is there', async () => {
    await writeFile(join(folder, 'a.book'), 'half of it');
    await writeFile(join(folder, 'a.book.json'), '{"format":1,"pl');
    const book = await PartyBook.open(folder, 'a', source);
    expect(await book.recordsOf([partyOf(records[0]!).id])).toEqual([records[0]]);
  });

  it('that was cut is told as damaged', async () => {
    const book = await PartyBook.open(folder, 'a', source);
    await truncate(join(folder, 'a.book'), 10);
    await expect(book.recordsOf([partyOf(records.at(-1)!).id])).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
    });
  });

  it('keeps the last two only', async () => {
    for (const name of ['a', 'b', 'c']) await PartyBook.open(folder, name, source);
    const kept = (await readdir(folder)).filter((name) => name.endsWith('.book'));
    expect(kept).toHaveLength(2);
    expect(kept).toContain('c.book');
  });
});
