// A number that rises with every change of the list versions, so that whoever holds them in memory can tell cheaply
// whether they are still those of the database.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('list_revision')
    .addColumn('id', 'integer', (column) => column.notNull().primaryKey())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .execute();
  const revisions = db as unknown as Kysely<{ list_revision: { id: number; revision: number } }>;
  await revisions.insertInto('list_revision').values({ id: 1, revision: 0 }).execute();
}
