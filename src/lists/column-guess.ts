// What the columns of a table of parties are, guessed from their headings by the table in data/column-headings.yml.
// For customer files and for lists of users' own. A heading that is not in the table is not guessed at.
import headings from './generated/column-headings.json' with { type: 'json' };
import { headingKey } from './heading-key.ts';

/**
 * What a column is: `id` (the table's own key), `schema` (the kind of party), or a FollowTheMoney property of the
 * party; for lists of users' own also a property of its listing (a Sanction).
 */
export type ColumnTarget = string;

export interface ColumnGuess {
  /** Target -> headings, in the order of the table. */
  readonly map: Readonly<Record<ColumnTarget, string[]>>;
  /** Headings that are not known. */
  readonly unused: readonly string[];
}

export interface GuessOptions {
  /** Also guess what a listing says: programme, reason, day. @default false */
  readonly withListing?: boolean;
}

const COLUMNS: Readonly<Record<string, ColumnTarget>> = headings.columns;
const LISTING: Readonly<Record<string, ColumnTarget>> = headings.listing;
const SURNAMES = new Set(headings.surnames);
const GIVEN_NAMES = new Set(headings.givenNames);
/** Longest first, so that "beneficial owner" is taken off before "owner" could be. */
const SUBJECTS = [...headings.subjects].sort((one, other) => other.length - one.length);

/** Targets of which a table has one column; a second one is not used. */
const SINGLE = new Set(['id', 'schema']);

/** The target of each heading, in order; undefined where it is not known. */
export function guessTargets(
  all: readonly string[],
  options: GuessOptions = {},
): (ColumnTarget | undefined)[] {
  const keys = all.map(headingKey);
  const targets = keys.map((key) => targetOf(key, options));
  const isThere = (target: ColumnTarget): boolean => targets.includes(target);
  const [hasFirst, hasLast] = [isThere('firstName'), isThere('lastName')];
  const taken = new Set<ColumnTarget>();
  return keys.map((key, index) => {
    let target = targets[index];
    const plain = isPlain(key, SURNAMES) ? 'lastName' : isPlain(key, GIVEN_NAMES) ? 'firstName' : undefined;
    if (plain === 'lastName') target = hasFirst && !hasLast ? 'lastName' : 'name';
    if (plain === 'firstName') target = hasLast && !hasFirst ? 'firstName' : 'name';
    if (!target || (SINGLE.has(target) && taken.has(target))) return undefined;
    taken.add(target);
    return target;
  });
}

/** The columns of a table by target, and the headings that are not known. */
export function guessColumns(all: readonly string[], options: GuessOptions = {}): ColumnGuess {
  const map: Record<ColumnTarget, string[]> = {};
  const unused: string[] = [];
  for (const [index, target] of guessTargets(all, options).entries()) {
    const heading = all[index] ?? '';
    if (target === undefined) unused.push(heading);
    else map[target] = [...(map[target] ?? []), heading];
  }
  return { map, unused };
}

function targetOf(key: string, options: GuessOptions): ColumnTarget | undefined {
  for (const form of formsOf(key)) {
    const target = own(COLUMNS, form) ?? (options.withListing ? own(LISTING, form) : undefined);
    if (target) return target;
  }
  return undefined;
}

/** Never what an object inherits: a column may be called "constructor". */
function own(table: Readonly<Record<string, ColumnTarget>>, key: string): ColumnTarget | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function isPlain(key: string, words: ReadonlySet<string>): boolean {
  return formsOf(key).some((form) => words.has(form));
}

/** The heading as it is, and without a word before or behind it that says whom it is about. */
function formsOf(key: string): string[] {
  const bare = SUBJECTS.flatMap((subject) => [
    ...(key.startsWith(`${subject} `) ? [key.slice(subject.length + 1)] : []),
    ...(key.endsWith(` ${subject}`) ? [key.slice(0, -subject.length - 1)] : []),
  ]);
  return [key, ...bare];
}
