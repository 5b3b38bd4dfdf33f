// Reports: the sources that were read, their articles with what was read in them, whom the claims are about, and what
// people said of claims. Nested facts are JSON text; the bytes of articles are files beside the database.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('read_source')
    .addColumn('sha256', 'text', (column) => column.notNull().primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('reader', 'text', (column) => column.notNull())
    .addColumn('retrieved', 'text', (column) => column.notNull())
    .addColumn('read_at', 'text', (column) => column.notNull())
    .addColumn('articles', 'text', (column) => column.notNull())
    .addColumn('problem', 'text')
    .addColumn('notes', 'text', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('article')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('retrieved', 'text', (column) => column.notNull())
    .addColumn('facts', 'text', (column) => column.notNull())
    .addColumn('mentions', 'text', (column) => column.notNull())
    .addColumn('findings', 'text', (column) => column.notNull())
    .addColumn('claim_count', 'integer', (column) => column.notNull())
    .addColumn('party_count', 'integer', (column) => column.notNull())
    .addColumn('finding_count', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('article_by_moment').on('article').columns(['retrieved', 'id']).execute();

  await db.schema
    .createTable('claim')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('article', 'text', (column) => column.notNull().references('article.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('anchor', 'text', (column) => column.notNull())
    .addColumn('facts', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('claim_by_article').on('claim').columns(['article', 'position']).execute();

  await db.schema
    .createTable('claim_party')
    .addColumn('claim', 'text', (column) => column.notNull().references('claim.id').onDelete('cascade'))
    .addColumn('party', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('claim_party_key', ['party', 'claim'])
    .execute();
  await db.schema.createIndex('claim_party_by_claim').on('claim_party').column('claim').execute();

  // No foreign key: what a person said stays when a new reading makes another claim of the words.
  await db.schema
    .createTable('claim_review')
    .addColumn('article', 'text', (column) => column.notNull())
    .addColumn('anchor', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('claim', 'text', (column) => column.notNull())
    .addColumn('surface', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reviewed_by', 'text', (column) => column.notNull())
    .addColumn('reviewed_at', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addPrimaryKeyConstraint('claim_review_key', ['article', 'anchor', 'number'])
    .execute();
}
