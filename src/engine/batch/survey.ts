// One pass over all rows before any is screened: how many there are, which keys JSON objects have, and whether the
// figures of a date column can only be read month first. Knows nothing of what the columns mean.
import { isFtm } from './party-of-row.ts';
import { withoutTime } from './party-value.ts';
import type { RowSource, SourceRow } from './source-row.ts';

/** Keys of JSON objects that are kept; a file whose keys are data has no more columns than this. */
export const MAX_KEYS = 1_000;

/** Dates of a column that only one order can read ("23/05/1966" is day first, "05/23/1966" month first). */
interface OrderEvidence {
  dayFirst: number;
  monthFirst: number;
  /** The first date that is only month first. */
  example?: { readonly line: number; readonly text: string };
}

export interface Survey {
  /** Rows with text. */
  readonly rows: number;
  /** JSON lines that are FollowTheMoney entities and need no column map. */
  readonly entities: number;
  readonly headings: readonly string[];
  /** In the order of the headings. */
  readonly dateOrders: readonly OrderEvidence[];
}

const FIGURES = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}$/u;

/** @param onRow called with the number of rows so far */
export async function surveyRows(source: RowSource, onRow?: (rows: number) => void): Promise<Survey> {
  const headings = [...(source.headings ?? [])];
  const evidence: OrderEvidence[] = headings.map(() => ({ dayFirst: 0, monthFirst: 0 }));
  const indexOfKey = new Map<string, number>();
  let rows = 0;
  let entities = 0;

  const look = (index: number, text: string, row: SourceRow): void => {
    if (text.length < 8 || text.length > 40) return;
    const figures = FIGURES.exec(withoutTime(text));
    const orders = evidence[index];
    if (!figures || !orders) return;
    const [first, second] = [Number(figures[1]), Number(figures[2])];
    if (first > 12 && second <= 12) orders.dayFirst += 1;
    if (second > 12 && first <= 12) {
      orders.monthFirst += 1;
      orders.example ??= { line: row.line, text };
    }
  };

  for await (const row of source.rows()) {
    const { content } = row;
    if (content.kind === 'blank') continue;
    rows += 1;
    onRow?.(rows);
    if (content.kind === 'cells') for (const [index, cell] of content.cells.entries()) look(index, cell, row);
    if (content.kind !== 'object') continue;
    if (isFtm(content.object)) {
      entities += 1;
      continue;
    }
    for (const [key, value] of Object.entries(content.object)) {
      let index = indexOfKey.get(key);
      if (index === undefined && headings.length < MAX_KEYS) {
        index = headings.push(key) - 1;
        indexOfKey.set(key, index);
        evidence.push({ dayFirst: 0, monthFirst: 0 });
      }
      if (index === undefined) continue;
      for (const text of [value].flat()) if (typeof text === 'string') look(index, text, row);
    }
  }
  return { rows, entities, headings, dateOrders: evidence };
}
