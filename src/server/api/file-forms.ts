// What forms with a table in them hold beside it: the name of the file, and which column is what.
import { Type } from '@sinclair/typebox';
import { InterdictError } from '../../model/errors.ts';
import type { ColumnChoice } from '../files/column-choice.ts';
import { checkOf } from '../typebox.ts';

export const Columns = Type.Record(
  Type.String({ maxLength: 60 }),
  Type.Union([
    Type.String({ maxLength: 1_000 }),
    Type.Array(Type.String({ maxLength: 1_000 }), { maxItems: 50 }),
  ]),
  { description: 'Property (or id, schema) -> column, or columns.' },
);
const checkColumns = checkOf(Columns, 'body');

/** The field `columns` of a form. @throws InterdictError REQUEST_INVALID */
export function columnsOf(value: unknown): ColumnChoice {
  let given: unknown;
  try {
    given = JSON.parse(String(value));
  } catch (cause) {
    throw new InterdictError('REQUEST_INVALID', 'columns: it is not JSON.', { field: 'columns' }, { cause });
  }
  const checked = checkColumns(given);
  if ('error' in checked) throw checked.error;
  return checked.value as ColumnChoice;
}

/** What a person calls the file: the last part of whatever path the browser sent, without control characters. */
export function nameOf(name: string | undefined): string {
  const last = (name ?? '').split(/[/\\]/u).at(-1) ?? '';
  return last.replace(/\p{C}/gu, '').slice(0, 120) || 'file';
}
