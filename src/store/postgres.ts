// PostgreSQL as the database of a home. The database is to be Interdict's own; the archive of lists stays in the home.
import { CamelCasePlugin, CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { InterdictError } from '../model/errors.ts';
import type { Tables } from './tables.ts';

/** Connections at most; a server that screens keeps few of them busy. */
const MOST_CONNECTIONS = 10;
/** How long to wait for a connection, in milliseconds. */
const PATIENCE = 30_000;

/** What PostgreSQL says when it takes no connection: wrong name or password, no such database, starting, too many. */
const REFUSALS = ['28P01', '28000', '3D000', '57P03', '53300'];
/** What the system says when there is nobody at the address. */
const NOBODY_THERE = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ECONNRESET',
  'ENOENT',
];

/**
 * Opens the database at an address, and tries whether it answers.
 * @param url `postgres://user:password@host:port/database`
 * @throws InterdictError CONFIG_INVALID if it is no such address, STORE_UNREACHABLE if nobody answers there; the latter
 *         also later, from whatever asks the database when it is gone
 */
export async function openPostgres(url: string): Promise<Kysely<Tables>> {
  const place = placeOf(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: PATIENCE,
    application_name: 'interdict',
  });
  // A connection that breaks while nobody uses it is replaced when it is needed; whoever uses one gets the error.
  pool.on('error', () => {});
  const dialect = new PostgresDialect({
    pool: {
      connect: async () =>
        pool.connect().catch((error: unknown) => {
          throw connectingFailure(place, error);
        }),
      end: () => pool.end(),
      options: pool.options,
    },
    // An acknowledged write is on the disk, whatever the server's own setting is.
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw('set synchronous_commit = on'));
    },
  });
  const db = new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] });
  try {
    await db.executeQuery(CompiledQuery.raw('select 1'));
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/**
 * What messages call a database: its address without the password.
 * @throws InterdictError CONFIG_INVALID if it is no address of a PostgreSQL database
 */
export function placeOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed && ['postgres:', 'postgresql:'].includes(parsed.protocol)) {
    return `postgres://${parsed.host}${parsed.pathname}`;
  }
  const message = 'The address of the database is not of the form postgres://user:password@host/database.';
  throw new InterdictError('CONFIG_INVALID', message, { field: 'DATABASE_URL' });
}

/** Gives the space of deleted rows free, so that it is written over; only for rows that are to be gone. */
export async function vacuumPayloads(db: Kysely<Tables>): Promise<void> {
  await db.executeQuery(CompiledQuery.raw('vacuum record_payload'));
}

function connectingFailure(place: string, cause: unknown): unknown {
  const { code = '', message } = cause as { code?: string; message: string };
  const isTimeout = /timeout/iu.test(message);
  if (!REFUSALS.includes(code) && !NOBODY_THERE.includes(code) && !isTimeout) return cause;
  return new InterdictError('STORE_UNREACHABLE', `${place} cannot be reached: ${message}.`, {}, { cause });
}
