// Links between two listed parties that a person has cut. A link has no direction, so a pair is kept in one order.
import type { Kysely, Selectable } from 'kysely';
import type { LinkCut, LinkCutStore } from '../cases/ports.ts';
import type { LinkCutRow, Tables } from './tables.ts';

export class KyselyLinkCuts implements LinkCutStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async cuts(): Promise<LinkCut[]> {
    const rows = await this.#db.selectFrom('linkCut').selectAll().execute();
    // Sorted here: databases differ in how they order text.
    const ordered = rows.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
    return ordered.map((row) => ({
      left: row.leftId,
      right: row.rightId,
      reason: row.reason,
      by: row.cutBy,
      at: row.cutAt,
    }));
  }

  /** Cutting a link that is cut already keeps the newer reason. */
  async cut({ left, right, reason, by, at }: LinkCut): Promise<void> {
    const [leftId, rightId] = inOrder(left, right);
    const said = { reason, cutBy: by, cutAt: at };
    await this.#db
      .insertInto('linkCut')
      .values({ leftId, rightId, ...said })
      .onConflict((conflict) => conflict.columns(['leftId', 'rightId']).doUpdateSet(said))
      .execute();
  }

  async restore(left: string, right: string): Promise<boolean> {
    const [leftId, rightId] = inOrder(left, right);
    const { numDeletedRows } = await this.#db
      .deleteFrom('linkCut')
      .where('leftId', '=', leftId)
      .where('rightId', '=', rightId)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  }
}

function orderOf({ cutAt, leftId, rightId }: Selectable<LinkCutRow>): string {
  return `${cutAt} ${leftId} ${rightId}`;
}

function inOrder(one: string, other: string): [string, string] {
  return one < other ? [one, other] : [other, one];
}
