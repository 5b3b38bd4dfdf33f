// Opens everything that is kept in one home: the database and the archive of lists. Several processes may have the
// same home open at once.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Store } from '../cases/ports.ts';
import { InterdictError } from '../model/errors.ts';
import { KyselyFetchStates } from './fetch-states.ts';
import { KyselyLinkCuts } from './link-cuts.ts';
import { FileListArchive } from './list-archive.ts';
import { KyselyListVersions } from './list-versions.ts';
import { migrateToLatest } from './migrations.ts';
import { openSqlite } from './sqlite.ts';

/**
 * Opens the store of a home, making the folder and bringing the schema up to date.
 *
 * @param home folder; made for its owner alone if it is not there
 * @param now  the moment of opening; only decides which unfinished files are old enough to be swept
 * @throws InterdictError FILE_UNREADABLE, STORE_NEWER or STORE_DAMAGED
 */
export async function openStore(home: string, now: Date = new Date()): Promise<Store> {
  await mkdir(home, { recursive: true, mode: 0o700 }).catch((cause: Error) => {
    const message = `The home ${home} cannot be made: ${cause.message}.`;
    throw new InterdictError('FILE_UNREADABLE', message, { file: home }, { cause });
  });
  const path = join(home, 'interdict.db');
  const db = await openSqlite(path);
  try {
    await migrateToLatest(db as unknown as Kysely<unknown>, path);
    const archive = await FileListArchive.open(home, now);
    return {
      versions: new KyselyListVersions(db),
      archive,
      linkCuts: new KyselyLinkCuts(db),
      fetchStates: new KyselyFetchStates(db),
      close: () => db.destroy(),
    };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
