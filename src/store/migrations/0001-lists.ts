// Lists: their versions, the publisher's files of each, the links cut by a person, what publishers said when asked.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('list_version')
    .addColumn('dataset', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('published', 'text', (column) => column.notNull())
    .addColumn('retrieved_at', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('format', 'text', (column) => column.notNull())
    .addColumn('reader_version', 'integer', (column) => column.notNull())
    .addColumn('rows', 'text', (column) => column.notNull())
    .addColumn('entities', 'integer', (column) => column.notNull())
    .addColumn('aliases', 'integer', (column) => column.notNull())
    .addColumn('addresses', 'integer', (column) => column.notNull())
    .addColumn('identifications', 'integer', (column) => column.notNull())
    .addColumn('listings', 'integer', (column) => column.notNull())
    .addColumn('rows_set_aside', 'integer', (column) => column.notNull())
    .addColumn('rows_lost', 'integer', (column) => column.notNull())
    .addColumn('values_set_aside', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('is_starter', 'integer', (column) => column.notNull())
    .addColumn('confirmed_at', 'text')
    .addColumn('columns', 'text')
    .addPrimaryKeyConstraint('list_version_key', ['dataset', 'version'])
    .execute();
  await db.schema
    .createIndex('list_version_by_day')
    .on('list_version')
    .columns(['dataset', 'published'])
    .execute();

  await db.schema
    .createTable('list_file')
    .addColumn('dataset', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('part', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('bytes', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('list_file_key', ['dataset', 'version', 'position'])
    .addForeignKeyConstraint(
      'list_file_of_version',
      ['dataset', 'version'],
      'list_version',
      ['dataset', 'version'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();

  await db.schema
    .createTable('link_cut')
    .addColumn('left_id', 'text', (column) => column.notNull())
    .addColumn('right_id', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('cut_by', 'text', (column) => column.notNull())
    .addColumn('cut_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('link_cut_key', ['left_id', 'right_id'])
    .execute();

  await db.schema
    .createTable('fetch_state')
    .addColumn('address', 'text', (column) => column.notNull().primaryKey())
    .addColumn('etag', 'text')
    .addColumn('last_modified', 'text')
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('dataset', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('part', 'text', (column) => column.notNull())
    .addColumn('checked_at', 'text', (column) => column.notNull())
    .execute();
}
