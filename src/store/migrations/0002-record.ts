// The record: chained entries, the payloads that may be deleted, and the head, which is kept apart from the entries.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('record_entry')
    .addColumn('seq', 'integer', (column) => column.notNull().primaryKey())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('record_entry_by_moment').on('record_entry').column('at').execute();
  await db.schema.createIndex('record_entry_by_kind').on('record_entry').columns(['kind', 'seq']).execute();

  // No foreign key: a payload goes without its entry, and an entry that vanished is to be noticed, not repaired.
  await db.schema
    .createTable('record_payload')
    .addColumn('seq', 'integer', (column) => column.notNull().primaryKey())
    .addColumn('salt', 'text', (column) => column.notNull())
    .addColumn('summary', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('record_head')
    .addColumn('id', 'integer', (column) => column.notNull().primaryKey())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  const heads = db as unknown as Kysely<{ record_head: { id: number; seq: number; hash: string } }>;
  await heads
    .insertInto('record_head')
    .values({ id: 1, seq: 0, hash: '0'.repeat(64) })
    .execute();
}
