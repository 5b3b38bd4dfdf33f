// Keys of the server's interface. A revoked key stays, so that a name in the record can still be explained.
import type { Kysely, Selectable } from 'kysely';
import type { ApiKeyStore, StoredKey } from '../cases/key-ports.ts';
import type { Scope } from '../model/scopes.ts';
import type { Tables } from './tables.ts';

export interface ApiKeyRow {
  id: string;
  name: string;
  hash: string;
  /** JSON: names of scopes. */
  scopes: string;
  requestsPerMinute: number | null;
  createdAt: string;
  expiresAt: string | null;
  revokedAt: string | null;
}

export class KyselyApiKeys implements ApiKeyStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async add({ scopes, requestsPerMinute, expiresAt, revokedAt, ...key }: StoredKey): Promise<void> {
    await this.#db
      .insertInto('apiKey')
      .values({
        ...key,
        scopes: JSON.stringify(scopes),
        requestsPerMinute: requestsPerMinute ?? null,
        expiresAt: expiresAt ?? null,
        revokedAt: revokedAt ?? null,
      })
      .execute();
  }

  async get(id: string): Promise<StoredKey | undefined> {
    const row = await this.#db.selectFrom('apiKey').selectAll().where('id', '=', id).executeTakeFirst();
    return row && keyOf(row);
  }

  async list(): Promise<StoredKey[]> {
    const rows = await this.#db.selectFrom('apiKey').selectAll().orderBy('createdAt').orderBy('id').execute();
    return rows.map(keyOf);
  }

  async revoke(id: string, at: string): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('apiKey')
      .set({ revokedAt: at })
      .where('id', '=', id)
      .where('revokedAt', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }
}

function keyOf({
  scopes,
  requestsPerMinute,
  expiresAt,
  revokedAt,
  ...row
}: Selectable<ApiKeyRow>): StoredKey {
  return {
    ...row,
    scopes: JSON.parse(scopes) as Scope[],
    ...(requestsPerMinute === null ? {} : { requestsPerMinute }),
    ...(expiresAt === null ? {} : { expiresAt }),
    ...(revokedAt === null ? {} : { revokedAt }),
  };
}
