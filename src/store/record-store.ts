// The record in the database. Whoever appends first takes the row of the head, and with it everybody else's turn: so
// entries of several processes never fork the chain. (SQLite takes its write lock at the beginning of a transaction
// anyway; PostgreSQL holds the row until the transaction ends, and gives the next one the row as it is then.)
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import {
  chain,
  type Payload,
  type RecordDraft,
  type RecordHead,
  type SealedEntry,
  type SequenceRange,
} from '../cases/record/entry.ts';
import type { RecordStore, StoredEntry, StoredLine } from '../cases/record-ports.ts';
import { InterdictError } from '../model/errors.ts';
import type { RecordEntryRow, RecordPayloadRow, Tables } from './tables.ts';

/** Rows of one statement; SQLite takes 32,766 values at most, PostgreSQL 65,535. */
const ROWS_AT_ONCE = 1000;

/** An entry, and the columns of its payload, which are null if there is none. */
type JoinedRow = Selectable<RecordEntryRow> & {
  readonly [Column in 'salt' | 'summary' | 'content']: string | null;
};

export class KyselyRecordStore implements RecordStore {
  readonly #db: Kysely<Tables>;
  readonly #afterErasing: () => Promise<void>;

  /** @param afterErasing makes deleted bytes leave the files of the database as far as it can */
  constructor(db: Kysely<Tables>, afterErasing: () => Promise<void>) {
    this.#db = db;
    this.#afterErasing = afterErasing;
  }

  async head(): Promise<RecordHead> {
    const row = await this.#db.selectFrom('recordHead').select(['seq', 'hash']).executeTakeFirst();
    return present(row);
  }

  async append(drafts: readonly RecordDraft[]): Promise<void> {
    await this.#db.transaction().execute((transaction) => appendIn(transaction, drafts));
  }

  async forget(
    first: number,
    last: number,
    draft: (forgotten: readonly SequenceRange[]) => RecordDraft,
  ): Promise<number> {
    const count = await this.#db.transaction().execute(async (transaction) => {
      await takeTurn(transaction);
      const rows = await transaction
        .deleteFrom('recordPayload')
        .where('seq', '>=', first)
        .where('seq', '<=', last)
        .returning('seq')
        .execute();
      if (rows.length > 0) await appendIn(transaction, [draft(rangesOf(rows.map((row) => row.seq)))]);
      return rows.length;
    });
    if (count > 0) await this.#afterErasing();
    return count;
  }

  async from(seq: number, limit: number): Promise<StoredEntry[]> {
    const rows = await this.#joined()
      .where('recordEntry.seq', '>=', seq)
      .orderBy('recordEntry.seq')
      .limit(limit)
      .execute();
    return rows.map(toStored);
  }

  async latest(limit: number, before?: number): Promise<StoredLine[]> {
    let query = this.#db
      .selectFrom('recordEntry')
      .leftJoin('recordPayload', 'recordPayload.seq', 'recordEntry.seq')
      .selectAll('recordEntry')
      .select('recordPayload.summary');
    if (before !== undefined) query = query.where('recordEntry.seq', '<', before);
    const rows = await query.orderBy('recordEntry.seq', 'desc').limit(limit).execute();
    return rows.map(({ summary, ...entry }) => (summary === null ? { entry } : { entry, summary }));
  }

  async get(id: string): Promise<StoredEntry | undefined> {
    const row = await this.#joined().where('recordEntry.id', '=', id).executeTakeFirst();
    return row && toStored(row);
  }

  async lastBefore(at: string): Promise<number> {
    const row = await this.#db
      .selectFrom('recordEntry')
      .select('seq')
      .where('at', '<', at)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.seq ?? 0;
  }

  async ofKind(kind: string): Promise<SealedEntry[]> {
    return await this.#db
      .selectFrom('recordEntry')
      .selectAll()
      .where('kind', '=', kind)
      .orderBy('seq')
      .execute();
  }

  async strayPayloads(): Promise<number[]> {
    const rows = await this.#db
      .selectFrom('recordPayload')
      .leftJoin('recordEntry', 'recordEntry.seq', 'recordPayload.seq')
      .select('recordPayload.seq')
      .where('recordEntry.seq', 'is', null)
      .orderBy('recordPayload.seq')
      .execute();
    return rows.map((row) => row.seq);
  }

  #joined() {
    return this.#db
      .selectFrom('recordEntry')
      .leftJoin('recordPayload', 'recordPayload.seq', 'recordEntry.seq')
      .selectAll('recordEntry')
      .select(['recordPayload.salt', 'recordPayload.summary', 'recordPayload.content']);
  }
}

/** The head, held against all other writers until the transaction ends. */
async function takeTurn(transaction: Transaction<Tables>): Promise<RecordHead> {
  const row = await transaction
    .updateTable('recordHead')
    .set({ id: sql.ref('id') })
    .returning(['seq', 'hash'])
    .executeTakeFirst();
  return present(row);
}

function present(head: RecordHead | undefined): RecordHead {
  if (head) return head;
  throw new InterdictError('STORE_DAMAGED', 'The head of the record is gone.');
}

async function appendIn(transaction: Transaction<Tables>, drafts: readonly RecordDraft[]): Promise<void> {
  const head = await takeTurn(transaction);
  const chained = chain(head, drafts);
  const last = chained.at(-1);
  if (!last) return;
  for (let at = 0; at < chained.length; at += ROWS_AT_ONCE) {
    const some = chained.slice(at, at + ROWS_AT_ONCE);
    await transaction
      .insertInto('recordEntry')
      .values(some.map(({ entry }) => entry))
      .execute();
    const payloads = some.flatMap(({ entry, payload }) => (payload ? [payloadRow(entry, payload)] : []));
    if (payloads.length > 0) await transaction.insertInto('recordPayload').values(payloads).execute();
  }
  const { seq, hash } = last.entry;
  await transaction.updateTable('recordHead').set({ seq, hash }).execute();
}

function payloadRow({ seq }: SealedEntry, { salt, summary, content }: Payload): RecordPayloadRow {
  return { seq, salt, summary, content };
}

/** Numbers as ranges: 1, 2, 3, 7 is 1 to 3 and 7 to 7. */
function rangesOf(numbers: readonly number[]): SequenceRange[] {
  const ranges: [number, number][] = [];
  for (const seq of numbers.toSorted((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last && last[1] === seq - 1) last[1] = seq;
    else ranges.push([seq, seq]);
  }
  return ranges;
}

function toStored({ salt, summary, content, ...entry }: JoinedRow): StoredEntry {
  const isThere = salt !== null && summary !== null && content !== null;
  return isThere ? { entry, payload: { salt, summary, content } } : { entry };
}
