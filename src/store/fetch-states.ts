// What publishers said of their files when last asked.
import type { Kysely } from 'kysely';
import type { FetchState, FetchStateStore } from '../cases/ports.ts';
import type { Tables } from './tables.ts';

export class KyselyFetchStates implements FetchStateStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async get(address: string): Promise<FetchState | undefined> {
    const row = await this.#db
      .selectFrom('fetchState')
      .selectAll()
      .where('address', '=', address)
      .executeTakeFirst();
    if (!row) return undefined;
    const { etag, lastModified, ...plain } = row;
    return {
      ...plain,
      ...(etag === null ? {} : { etag }),
      ...(lastModified === null ? {} : { lastModified }),
    };
  }

  async put({ address, ...said }: FetchState): Promise<void> {
    const row = { ...said, etag: said.etag ?? null, lastModified: said.lastModified ?? null };
    await this.#db
      .insertInto('fetchState')
      .values({ address, ...row })
      .onConflict((conflict) => conflict.column('address').doUpdateSet(row))
      .execute();
  }
}
