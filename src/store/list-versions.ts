// The versions of the lists, as rows. They are asked for with every screening and change a few times a day, so they are
// held in memory together with the revision that the database had when they were read; each change raises it.
import { type Insertable, type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { ListVersion, ListVersionStore, VersionFile, VersionStatus } from '../cases/ports.ts';
import type { ListFileRow, ListVersionRow, Tables } from './tables.ts';

export class KyselyListVersions implements ListVersionStore {
  readonly #db: Kysely<Tables>;
  #held: { readonly revision: number; readonly versions: readonly ListVersion[] } | undefined;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async put(version: ListVersion): Promise<void> {
    const { dataset, version: hash } = version;
    const row = toRow(version);
    const files = version.files.map((file, position) => ({ dataset, version: hash, position, ...file }));
    await this.#change(async (transaction) => {
      await transaction
        .insertInto('listVersion')
        .values(row)
        .onConflict((conflict) => conflict.columns(['dataset', 'version']).doUpdateSet(row))
        .execute();
      await transaction
        .deleteFrom('listFile')
        .where('dataset', '=', dataset)
        .where('version', '=', hash)
        .execute();
      if (files.length > 0) await transaction.insertInto('listFile').values(files).execute();
    });
  }

  async versions(dataset?: string): Promise<ListVersion[]> {
    const all = await this.#all();
    return dataset === undefined ? [...all] : all.filter((version) => version.dataset === dataset);
  }

  async setStatus(dataset: string, version: string, status: VersionStatus): Promise<void> {
    await this.#change(async (transaction) => {
      await transaction
        .updateTable('listVersion')
        .set({ status })
        .where('dataset', '=', dataset)
        .where('version', '=', version)
        .execute();
    });
  }

  async confirm(dataset: string, version: string, at: string): Promise<void> {
    await this.#change(async (transaction) => {
      await transaction
        .updateTable('listVersion')
        .set({ confirmedAt: at })
        .where('dataset', '=', dataset)
        .where('version', '=', version)
        .where((where) => where.or([where('confirmedAt', 'is', null), where('confirmedAt', '<', at)]))
        .execute();
    });
  }

  async remove(dataset: string, version: string): Promise<void> {
    await this.#change(async (transaction) => {
      await transaction
        .deleteFrom('listVersion')
        .where('dataset', '=', dataset)
        .where('version', '=', version)
        .execute();
    });
  }

  /** Changes versions, and raises the revision with them. */
  async #change(work: (transaction: Transaction<Tables>) => Promise<void>): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      await work(transaction);
      await transaction.updateTable('listRevision').set({ revision: sql<number>`revision + 1` }).execute();
    });
  }

  async #all(): Promise<readonly ListVersion[]> {
    // Asked before the rows are read: rows that are newer than their revision are only read once more.
    const { revision } = await this.#db
      .selectFrom('listRevision')
      .select('revision')
      .executeTakeFirstOrThrow();
    if (this.#held?.revision !== revision) this.#held = { revision, versions: await this.#read() };
    return this.#held.versions;
  }

  async #read(): Promise<ListVersion[]> {
    const rows = await this.#db
      .selectFrom('listVersion')
      .selectAll()
      .orderBy('published')
      .orderBy('retrievedAt')
      .orderBy('version')
      .execute();
    const files = await this.#db.selectFrom('listFile').selectAll().orderBy('position').execute();
    const filesOf = Map.groupBy(files, (file) => `${file.dataset} ${file.version}`);
    // A version without files is one that another process removed between the two questions.
    return rows.flatMap((row) => {
      const own = filesOf.get(`${row.dataset} ${row.version}`);
      return own ? [fromRow(row, own)] : [];
    });
  }
}

function toRow(version: ListVersion): Insertable<ListVersionRow> {
  const { files: _files, rows, isStarter, confirmedAt, columns, ...plain } = version;
  return {
    ...plain,
    rows: JSON.stringify(rows),
    isStarter: isStarter ? 1 : 0,
    confirmedAt: confirmedAt ?? null,
    columns: columns ? JSON.stringify(columns) : null,
  };
}

function fromRow(row: Selectable<ListVersionRow>, files: readonly Selectable<ListFileRow>[]): ListVersion {
  const { rows, status, isStarter, confirmedAt, columns, ...plain } = row;
  return {
    ...plain,
    files: files.map(toFile),
    rows: JSON.parse(rows) as Record<string, number>,
    status: status as VersionStatus,
    isStarter: isStarter === 1,
    ...(confirmedAt === null ? {} : { confirmedAt }),
    ...(columns === null ? {} : { columns: JSON.parse(columns) as NonNullable<ListVersion['columns']> }),
  };
}

function toFile({ part, name, sha256, bytes }: Selectable<ListFileRow>): VersionFile {
  // PostgreSQL gives a bigint as text; the size of a file is far below what a number holds exactly.
  return { part, name, sha256, bytes: Number(bytes) };
}
