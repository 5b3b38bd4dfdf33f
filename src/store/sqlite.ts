// The embedded database. A file in WAL mode that is opened again runs at synchronous=NORMAL, the compiled-in default,
// and would lose acknowledged writes on a power cut; so every setting is made on every open, none is left to the file.
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import {
  CamelCasePlugin,
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely';
import { InterdictError } from '../model/errors.ts';
import type { Tables } from './tables.ts';

/** How long to wait for another one that is writing, in milliseconds. */
const PATIENCE = 30_000;

/**
 * How long SQLite itself waits, in milliseconds. It does so by blocking the whole process, which may be the very one
 * that it waits for; so this only spans an ordinary write, and the rest of the patience is spent between attempts.
 */
const BUSY_TIMEOUT = 10;

/** Pause between two attempts, in milliseconds. */
const PAUSE = 5;

/**
 * Opens the database file, making it if there is none.
 * @throws InterdictError STORE_DAMAGED if the file is no database, FILE_UNREADABLE if it cannot be opened
 */
export async function openSqlite(path: string): Promise<Kysely<Tables>> {
  const database = await openFile(path);
  const dialect: Dialect = {
    createAdapter: () => new TransactionalSqliteAdapter(),
    createDriver: () => new PatientSqliteDriver({ database: keepingStatements(database) }),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
  return new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] });
}

/** Statements that are kept at most; then all are made anew. */
const MOST_STATEMENTS = 200;

/** The database with its statements kept: to make one takes longer than most of them take to run. */
function keepingStatements(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare: (sql) => {
      let statement = kept.get(sql);
      if (!statement) {
        statement = database.prepare(sql);
        if (kept.size >= MOST_STATEMENTS) kept.clear();
        kept.set(sql, statement);
      }
      return statement;
    },
  };
}

/**
 * Opens the file itself, for what needs no query builder.
 * @throws InterdictError as openSqlite
 */
export async function openFile(path: string): Promise<Database.Database> {
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { timeout: BUSY_TIMEOUT });
    await setWriteAheadLog(database);
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    // What is deleted by policy is to be gone from the file as well; it costs nothing where nothing is deleted.
    database.pragma('secure_delete = ON');
    return database;
  } catch (error) {
    database?.close();
    throw openingFailure(path, error);
  }
}

/**
 * Moves everything into the database file and empties the log, where deleted bytes would stay on for a while. If
 * somebody writes all the time, that may not be possible; then the log is written over in its turn.
 */
export async function eraseForGood(db: Kysely<Tables>): Promise<void> {
  for (const deadline = performance.now() + PATIENCE; ; ) {
    const { rows } = await db.executeQuery<{ busy: number }>(
      CompiledQuery.raw('pragma wal_checkpoint(truncate)'),
    );
    if (rows[0]?.busy !== 1 || performance.now() > deadline) return;
    await setTimeout(PAUSE);
  }
}

async function setWriteAheadLog(database: Database.Database): Promise<void> {
  if (database.pragma('journal_mode', { simple: true }) === 'wal') return;
  await withPatience(async () => database.pragma('journal_mode = WAL'));
}

/** Does something as often as it takes until nobody else holds the database. */
export async function withPatience<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (const deadline = performance.now() + PATIENCE; ; ) {
    try {
      return await attempt();
    } catch (error) {
      if (!isSqliteError(error, 'SQLITE_BUSY') || performance.now() > deadline) throw error;
      await setTimeout(PAUSE);
    }
  }
}

function isSqliteError(error: unknown, code: string): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith(code);
}

function openingFailure(path: string, cause: unknown): unknown {
  if (isSqliteError(cause, 'SQLITE_NOTADB') || isSqliteError(cause, 'SQLITE_CORRUPT')) {
    return new InterdictError('STORE_DAMAGED', `${path} is not a database.`, { file: path }, { cause });
  }
  if (isSqliteError(cause, 'SQLITE_CANTOPEN') || isSqliteError(cause, 'SQLITE_READONLY')) {
    const message = `The store ${path} cannot be opened for writing.`;
    return new InterdictError('FILE_UNREADABLE', message, { file: path }, { cause });
  }
  return cause;
}

/** SQLite does roll back schema changes; the query builder's own adapter leaves migrations outside a transaction. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class PatientSqliteDriver extends SqliteDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return {
      executeQuery: (query) => withPatience(() => connection.executeQuery(query)),
      streamQuery: (query, size) => connection.streamQuery(query, size),
    };
  }

  /** Takes the write lock at the beginning: a transaction that starts by reading cannot wait for it later. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}
