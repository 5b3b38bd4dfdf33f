// The versions of the lists, as rows.
import type { Insertable, Kysely, Selectable } from 'kysely';
import type { ListVersion, ListVersionStore, VersionFile, VersionStatus } from '../cases/ports.ts';
import type { ListFileRow, ListVersionRow, Tables } from './tables.ts';

export class KyselyListVersions implements ListVersionStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async put(version: ListVersion): Promise<void> {
    const { dataset, version: hash } = version;
    const row = toRow(version);
    const files = version.files.map((file, position) => ({ dataset, version: hash, position, ...file }));
    await this.#db.transaction().execute(async (transaction) => {
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
    let versionQuery = this.#db.selectFrom('listVersion').selectAll();
    let fileQuery = this.#db.selectFrom('listFile').selectAll();
    if (dataset !== undefined) {
      versionQuery = versionQuery.where('dataset', '=', dataset);
      fileQuery = fileQuery.where('dataset', '=', dataset);
    }
    const rows = await versionQuery.orderBy('published').orderBy('retrievedAt').orderBy('version').execute();
    const files = await fileQuery.orderBy('position').execute();
    const filesOf = Map.groupBy(files, (file) => `${file.dataset} ${file.version}`);
    // A version without files is one that another process removed between the two questions.
    return rows.flatMap((row) => {
      const own = filesOf.get(`${row.dataset} ${row.version}`);
      return own ? [fromRow(row, own)] : [];
    });
  }

  async setStatus(dataset: string, version: string, status: VersionStatus): Promise<void> {
    await this.#db
      .updateTable('listVersion')
      .set({ status })
      .where('dataset', '=', dataset)
      .where('version', '=', version)
      .execute();
  }

  async confirm(dataset: string, version: string, at: string): Promise<void> {
    await this.#db
      .updateTable('listVersion')
      .set({ confirmedAt: at })
      .where('dataset', '=', dataset)
      .where('version', '=', version)
      .where((where) => where.or([where('confirmedAt', 'is', null), where('confirmedAt', '<', at)]))
      .execute();
  }

  async remove(dataset: string, version: string): Promise<void> {
    await this.#db
      .deleteFrom('listVersion')
      .where('dataset', '=', dataset)
      .where('version', '=', version)
      .execute();
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
