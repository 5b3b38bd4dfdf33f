// Opens everything that is kept in one home: the database (a file in it, or PostgreSQL) and the archive of lists.
// Several processes may have the same home open at once.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Store } from '../cases/ports.ts';
import type { RecordStore } from '../cases/record-ports.ts';
import { InterdictError } from '../model/errors.ts';
import { KyselyApiKeys } from './api-keys.ts';
import { KyselyClaims } from './claims.ts';
import { FileArticleArchive } from './claims-archive.ts';
import { KyselyFetchStates } from './fetch-states.ts';
import { KyselyLinkCuts } from './link-cuts.ts';
import { FileListArchive } from './list-archive.ts';
import { KyselyListVersions } from './list-versions.ts';
import { migrateToLatest } from './migrations.ts';
import { openPostgres, placeOf, vacuumPayloads } from './postgres.ts';
import { KyselyRecordStore } from './record-store.ts';
import { eraseForGood, openSqlite } from './sqlite.ts';
import { SqliteRecordWriter } from './sqlite-record-writer.ts';
import type { Tables } from './tables.ts';

/**
 * Opens the store of a home, making the folder and bringing the schema up to date.
 *
 * @param home folder; made for its owner alone if it is not there
 * @param now  the moment of opening; only decides which unfinished files are old enough to be swept
 * @param databaseUrl `postgres://…`. @default the file `interdict.db` in the home
 * @throws InterdictError FILE_UNREADABLE, STORE_NEWER, STORE_DAMAGED, STORE_UNREACHABLE or CONFIG_INVALID
 */
export async function openStore(home: string, now: Date = new Date(), databaseUrl?: string): Promise<Store> {
  await mkdir(home, { recursive: true, mode: 0o700 }).catch((cause: Error) => {
    const message = `The home ${home} cannot be made: ${cause.message}.`;
    throw new InterdictError('FILE_UNREADABLE', message, { file: home }, { cause });
  });
  const { db, place, afterErasing } = await openDatabase(home, databaseUrl);
  try {
    await migrateToLatest(db as unknown as Kysely<unknown>, place);
    const archive = await FileListArchive.open(home, now);
    return {
      versions: new KyselyListVersions(db),
      archive,
      linkCuts: new KyselyLinkCuts(db),
      apiKeys: new KyselyApiKeys(db),
      fetchStates: new KyselyFetchStates(db),
      record: new KyselyRecordStore(db, () => afterErasing(db)),
      claims: new KyselyClaims(db),
      articles: await FileArticleArchive.open(home, now),
      close: () => db.destroy(),
    };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

interface Database {
  readonly db: Kysely<Tables>;
  /** What messages call it. */
  readonly place: string;
  readonly afterErasing: (db: Kysely<Tables>) => Promise<void>;
}

async function openDatabase(home: string, url: string | undefined): Promise<Database> {
  if (url !== undefined)
    return { db: await openPostgres(url), place: placeOf(url), afterErasing: vacuumPayloads };
  const path = databaseFile(home);
  return { db: await openSqlite(path), place: path, afterErasing: eraseForGood };
}

/**
 * Opens what only appends to the record of a home whose store is open and whose database is the file in it: for a
 * thread that writes while others ask the store.
 * @throws InterdictError FILE_UNREADABLE or STORE_DAMAGED
 */
export async function openRecordWriter(home: string): Promise<Pick<RecordStore, 'append'>> {
  return await SqliteRecordWriter.open(databaseFile(home));
}

function databaseFile(home: string): string {
  return join(home, 'interdict.db');
}
