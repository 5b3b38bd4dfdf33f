// What each column is taken for, by its heading; the server wants it the other way round.
import type { FilePreview } from './job.ts';

/** Heading -> target; columns that are not used are absent. */
export type ColumnChoice = Readonly<Record<string, string>>;

export function guessedChoice({ columns }: FilePreview): ColumnChoice {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([target, headings]) =>
      [headings].flat().map((heading) => [heading, target]),
    ),
  );
}

/** Target -> headings, in the order of the file. */
export function columnsOf(choice: ColumnChoice, headings: readonly string[]): Record<string, string[]> {
  const columns: Record<string, string[]> = {};
  for (const heading of headings) {
    const target = choice[heading];
    if (target) columns[target] = [...(columns[target] ?? []), heading];
  }
  return columns;
}

/** Targets of which one is needed: without a name or a number nobody can be looked for. */
const NAMES = ['name', 'alias', 'weakAlias', 'previousName', 'firstName', 'lastName'];

export function hasName(choice: ColumnChoice): boolean {
  return Object.values(choice).some((target) => NAMES.includes(target));
}

/** Targets that most files have; a list of all of them is long. */
export const COMMON_TARGETS = [
  'id',
  'schema',
  'name',
  'firstName',
  'lastName',
  'alias',
  'birthDate',
  'birthPlace',
  'nationality',
  'country',
  'address',
  'city',
  'passportNumber',
  'idNumber',
  'taxNumber',
  'registrationNumber',
  'incorporationDate',
  'jurisdiction',
  'leiCode',
  'imoNumber',
];
