// Appends to the record in the embedded database, and does nothing else: for a thread that has this one task, hundreds
// of times a second. It keeps its statements and goes around the query builder, which halves the processor time of an
// entry. What it writes is what KyselyRecordStore writes, byte for byte; its test compares the two.
import type Database from 'better-sqlite3';
import { chain, type RecordDraft, type RecordHead } from '../cases/record/entry.ts';
import type { RecordStore } from '../cases/record-ports.ts';
import { InterdictError } from '../model/errors.ts';
import { openFile, withPatience } from './sqlite.ts';

/**
 * Pages of the log (4 kB each) at which a commit also moves them into the database file, and everybody waits for it. A
 * quarter of what SQLite does of itself: 2 to 8 ms, more often, in place of 15 and more.
 */
const LOG_PAGES = 250;

export class SqliteRecordWriter implements Pick<RecordStore, 'append'> {
  readonly #database: Database.Database;
  readonly #begin: Database.Statement;
  readonly #head: Database.Statement<[], RecordHead>;
  readonly #insertEntry: Database.Statement;
  readonly #insertPayload: Database.Statement;
  readonly #setHead: Database.Statement;
  readonly #commit: Database.Statement;
  readonly #rollback: Database.Statement;

  private constructor(database: Database.Database) {
    this.#database = database;
    database.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
    this.#begin = database.prepare('begin immediate');
    this.#head = database.prepare('select seq, hash from record_head');
    this.#insertEntry = database.prepare(
      'insert into record_entry (seq, id, at, kind, body, hash) values (@seq, @id, @at, @kind, @body, @hash)',
    );
    this.#insertPayload = database.prepare(
      'insert into record_payload (seq, salt, summary, content) values (@seq, @salt, @summary, @content)',
    );
    this.#setHead = database.prepare('update record_head set seq = @seq, hash = @hash');
    this.#commit = database.prepare('commit');
    this.#rollback = database.prepare('rollback');
  }

  /**
   * @param path of a database that a store has opened
   * @throws InterdictError as openSqlite
   */
  static async open(path: string): Promise<SqliteRecordWriter> {
    return new SqliteRecordWriter(await openFile(path));
  }

  /** As RecordStore, but one group at a time: the next one when this is told. */
  async append(drafts: readonly RecordDraft[]): Promise<void> {
    await withPatience(async () => this.#begin.run());
    try {
      this.#appendIn(drafts);
      await withPatience(async () => this.#commit.run());
    } catch (error) {
      // Some failures, such as a full disk, have ended the transaction already.
      if (this.#database.inTransaction) this.#rollback.run();
      throw error;
    }
  }

  close(): void {
    this.#database.close();
  }

  #appendIn(drafts: readonly RecordDraft[]): void {
    const head = this.#head.get();
    if (!head) throw new InterdictError('STORE_DAMAGED', 'The head of the record is gone.');
    const chained = chain(head, drafts);
    for (const { entry, payload } of chained) {
      this.#insertEntry.run(entry);
      if (payload) this.#insertPayload.run({ ...payload, seq: entry.seq });
    }
    const last = chained.at(-1);
    if (last) this.#setHead.run(last.entry);
  }
}
