// The migrations of the store, in code and in order; they only go forward. A name, once released, stays, and what
// it does is never edited: a change is a new migration at the end.
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { InterdictError } from '../model/errors.ts';
import * as lists from './migrations/0001-lists.ts';
import * as record from './migrations/0002-record.ts';
import * as claims from './migrations/0003-claims.ts';
import * as apiKeys from './migrations/0004-api-keys.ts';
import * as listRevision from './migrations/0005-list-revision.ts';

const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-lists': lists,
  '0002-record': record,
  '0003-claims': claims,
  '0004-api-keys': apiKeys,
  '0005-list-revision': listRevision,
};

/**
 * Brings the schema up to what this Interdict knows. Safe while another process does the same.
 * @throws InterdictError STORE_NEWER if a newer Interdict has been there
 */
export async function migrateToLatest(db: Kysely<unknown>, place: string): Promise<void> {
  const done = await executedMigrations(db);
  const unknown = done.find((name) => !Object.hasOwn(MIGRATIONS, name));
  if (unknown !== undefined) {
    const message = `The store ${place} has the migration "${unknown}", which this Interdict does not know.`;
    throw new InterdictError('STORE_NEWER', message, { file: place });
  }
  if (done.length === Object.keys(MIGRATIONS).length) return;
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
    allowUnorderedMigrations: true,
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/** Names of the migrations that the store has seen; none for an empty store. */
async function executedMigrations(db: Kysely<unknown>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const known = db as Kysely<{ kysely_migration: { name: string } }>;
  const rows = await known.selectFrom('kysely_migration').select('name').execute();
  return rows.map((row) => row.name);
}
