// Which column of a customer's file is what: guessed from the headings, corrected by the user, and said in one line
// before the run. A column that is not used is named too.

import { guessTargets } from '../../lists/column-guess.ts';
import { InterdictError } from '../../model/errors.ts';
import { PARTY_PROPERTIES } from './party-properties.ts';
import { wordKey } from './word-key.ts';

/** A column's meaning: `id` (the customer's own key), `schema` (the kind of party), or a FollowTheMoney property. */
export type Target = string;

interface MappedColumn {
  readonly heading: string;
  /** Place of the column, from 0. */
  readonly index: number;
  readonly target: Target;
}

export interface ColumnMap {
  /** In the order of the file. Several columns may give values to one property. */
  readonly columns: readonly MappedColumn[];
  readonly unused: readonly string[];
}

/** `--map target=heading`. */
export interface ColumnAssignment {
  readonly target: Target;
  readonly heading: string;
}

/** Takes a column that was guessed out of use: `--map unused="Country of account"`. */
const UNUSED = 'unused';
/** Known headings that say nothing that is compared: they would only be carried into every result. */
const NOT_COMPARED = new Set(['notes', 'topics']);
const SINGLE = new Set(['id', 'schema']);
const NAME_TARGETS = ['name', 'firstName', 'lastName', 'alias', 'previousName', 'weakAlias'];

/** True for a property of type date of any kind of party. */
export function isDateTarget(target: Target): boolean {
  return PARTY_PROPERTIES.get(target)?.type === 'date';
}

/**
 * Reads what the user said with `--map`.
 * @throws InterdictError BATCH_COLUMNS if it is not `target=heading`, or the target is none
 */
export function parseAssignment(text: string): ColumnAssignment {
  const [, target, heading] = /^\s*([^=]+?)\s*=\s*(.+?)\s*$/u.exec(text) ?? [];
  if (!target || !heading) {
    throw columnsError(`--map ${text}: expected it as name="Column heading".`);
  }
  if (target === UNUSED || SINGLE.has(target) || PARTY_PROPERTIES.has(target)) return { target, heading };
  const key = target.toLowerCase();
  const near = [...SINGLE, UNUSED, ...PARTY_PROPERTIES.keys()].find((name) => name.toLowerCase() === key);
  throw columnsError(
    `--map ${text}: there is no property "${target}"${near ? `; did you mean "${near}"?` : '.'}`,
  );
}

/**
 * The map for a file. What the user says about a target takes the place of all that was guessed for it.
 * @throws InterdictError BATCH_COLUMNS if an assignment names no column, or no column gives a name
 */
export function mapColumns(headings: readonly string[], assignments: readonly ColumnAssignment[]): ColumnMap {
  const targets = guessTargets(headings).map((target) => {
    const isSettled = assignments.some((assignment) => assignment.target === target);
    return target === undefined || isSettled || NOT_COMPARED.has(target) ? undefined : target;
  });
  for (const { target, heading } of assignments) {
    const found = columnsNamed(headings, heading);
    if (found.length === 0) throw columnsError(`There is no column "${heading}". ${listed(headings)}`);
    for (const index of found) targets[index] = target === UNUSED ? undefined : target;
  }
  const columns: MappedColumn[] = [];
  const unused: string[] = [];
  for (const [index, heading] of headings.entries()) {
    const target = targets[index];
    const isTaken =
      target !== undefined && SINGLE.has(target) && columns.some((column) => column.target === target);
    if (target === undefined || isTaken) unused.push(heading || `(column ${index + 1}, without heading)`);
    else columns.push({ heading, index, target });
  }
  if (!columns.some((column) => NAME_TARGETS.includes(column.target)))
    throw columnsError(`No column gives the name of the party. ${listed(headings)}`);
  return { columns, unused };
}

/** Exactly that heading, else that heading without regard to case, accents and punctuation. */
function columnsNamed(headings: readonly string[], wanted: string): number[] {
  const matching = (isSame: (heading: string) => boolean): number[] =>
    headings.flatMap((heading, index) => (isSame(heading) ? [index] : []));
  const exact = matching((heading) => heading === wanted);
  if (exact.length > 0) return exact;
  const key = wordKey(wanted);
  return key === '' ? [] : matching((heading) => wordKey(heading) === key);
}

function listed(headings: readonly string[]): string {
  return `The file has: ${someOf(headings.map((heading) => `"${heading.slice(0, 60)}"`))}.`;
}

function columnsError(message: string): InterdictError {
  return new InterdictError('BATCH_COLUMNS', message, { field: '--map' });
}

/** The map in one line: `full_name -> name, dob -> birthDate; not used: notes`. */
export function describeMap({ columns, unused }: ColumnMap): string {
  const used = columns.map(({ heading, target }) => `${heading} -> ${target}`).join(', ');
  return unused.length === 0 ? used : `${used}; not used: ${someOf(unused)}`;
}

/** Columns that a message names at most. */
const SHOWN = 40;

function someOf(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join(', ');
  return names.length > SHOWN ? `${shown}, and ${names.length - SHOWN} more` : shown;
}
