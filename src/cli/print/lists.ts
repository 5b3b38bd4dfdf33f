// Lists and their versions for a terminal: what was added and what was refused, how old everything is, what changed.
import type {
  DiffEntry,
  KeptSetAside,
  ListStatus,
  ListVersion,
  VersionDiff,
} from '../../engine/list-service.ts';
import type { AddOutcome } from '../../engine/lists/add-lists.ts';
import type { ListState } from '../../model/screening.ts';
import { printError } from './error.ts';
import type { Output } from './output.ts';
import { type Cell, type Column, renderTable } from './table.ts';
import { hang, printable } from './text-width.ts';

/** Digits of a hash that a person sees; four or more of them name a version. */
const HASH_DIGITS = 12;

/** Files of folders that are no lists are named up to this many; --json names all. */
const MAX_NAMED = 12;

const number = (count: number): string => count.toLocaleString('en');

function plural(count: number, thing: string): string {
  return `${number(count)} ${thing}${count === 1 ? '' : 's'}`;
}

/** What became of an `add` or an `update`: what is in use now, what was there before, what was refused and why. */
export function printOutcomes(
  output: Output,
  errors: Output,
  outcomes: readonly AddOutcome[],
  isDebug: boolean,
): void {
  const { colours, columns } = output;
  const stored = outcomes.filter((outcome): outcome is WithVersion => 'version' in outcome);
  if (stored.length > 0) output.write(outcomeTable(output, stored));
  for (const outcome of outcomes) {
    if (!('notes' in outcome)) continue;
    const { dataset, published } = outcome.version;
    const start = `  ${dataset} ${published}: `;
    for (const note of outcome.notes)
      output.write(`${hang(printable(note), columns, start, '    ', colours.dim)}\n`);
  }
  const ignored = outcomes.flatMap((outcome) => (outcome.kind === 'not-a-list' ? outcome.places : []));
  if (ignored.length > 0) output.write(`\n${hang(ignoredText(ignored), columns, '  ')}\n`);
  for (const outcome of outcomes) {
    if (outcome.kind !== 'refused' && outcome.kind !== 'held') continue;
    errors.write('\n');
    printError(errors, outcome.error, isDebug, outcome.kind === 'refused' ? outcome.places : []);
  }
}

type WithVersion = Extract<AddOutcome, { readonly version: ListVersion }>;

function outcomeTable({ colours, columns }: Output, outcomes: readonly WithVersion[]): string {
  const isSomethingLost = outcomes.some(({ version }) => version.rowsLost > 0);
  const headings: Column[] = [
    { heading: 'list' },
    { heading: 'published' },
    { heading: 'parties', align: 'right' },
    { heading: 'aliases', align: 'right' },
    ...(isSomethingLost ? [{ heading: 'rows lost', align: 'right' } as const] : []),
    { heading: '', isFlexible: true },
  ];
  const rows = outcomes.map((outcome): Cell[] => {
    const { dataset, published, entities, aliases, rowsLost } = outcome.version;
    return [
      dataset,
      published,
      number(entities),
      number(aliases),
      ...(isSomethingLost ? [rowsLost === 0 ? '' : { text: number(rowsLost), paint: colours.yellow }] : []),
      outcomeCell(outcome, colours),
    ];
  });
  return renderTable(headings, rows, columns, colours.dim);
}

function outcomeCell(outcome: WithVersion, { green, yellow, dim }: Output['colours']): Cell {
  switch (outcome.kind) {
    case 'added':
      return { text: `added${DAY_SOURCES[outcome.day.source]}`, paint: green };
    case 'repaired':
      return { text: 'read and kept anew', paint: green };
    case 'unchanged':
      return { text: 'unchanged', paint: dim };
    case 'already-stored':
      return { text: 'already stored', paint: dim };
    case 'held':
      return { text: 'HELD BACK', paint: yellow };
  }
}

/** Who says when it was published, where that is neither the file nor the user. */
const DAY_SOURCES = { file: '', option: '', name: ', day from name', server: ', day from server' } as const;

function ignoredText(places: readonly string[]): string {
  const names = places.map((place) => printable(place.split(/[/\\]/u).at(-1) ?? place));
  const more = names.length > MAX_NAMED ? ` and ${number(names.length - MAX_NAMED)} more` : '';
  return `No lists, passed over: ${names.slice(0, MAX_NAMED).join(', ')}${more}.`;
}

/** The lists of a profile and those stored besides, with their age. */
export function printStatus(
  output: Output,
  lists: readonly ListStatus[],
  profile: string,
  asOf: string,
): void {
  const { colours, columns } = output;
  const headings = [
    { heading: 'list' },
    { heading: 'published' },
    { heading: 'age', align: 'right' },
    { heading: 'parties', align: 'right' },
    { heading: 'state' },
    { heading: 'versions', align: 'right' },
  ] as const;
  const section = (title: string, own: readonly ListStatus[]): void => {
    if (own.length === 0) return;
    const rows = own.map((list) => [
      list.dataset,
      list.published ?? '–',
      list.age_days === undefined ? '' : plural(list.age_days, 'day'),
      list.entities === undefined ? '' : number(list.entities),
      stateCell(output, list),
      number(list.versions),
    ]);
    output.write(`${hang(title, columns, '', '')}\n${renderTable(headings, rows, columns, colours.dim)}\n`);
  };
  section(
    `Required by the profile "${profile}", on ${asOf}`,
    lists.filter((list) => list.required),
  );
  section(
    'Stored besides',
    lists.filter((list) => !list.required),
  );
  for (const sentence of statusSentences(lists)) output.write(`${hang(sentence, columns, '', '')}\n`);
}

function stateCell({ colours }: Output, { state, required }: ListStatus): Cell {
  const paints: Record<ListState, (text: string) => string> = {
    fresh: colours.green,
    stale: colours.yellow,
    incomplete: colours.yellow,
    starter: colours.yellow,
    missing: required ? colours.red : colours.dim,
  };
  return { text: state === 'missing' && !required ? 'not in use' : state, paint: paints[state] };
}

/** What the table means for a screening, and what can be done about it. */
function statusSentences(lists: readonly ListStatus[]): string[] {
  const held = lists.flatMap((list) => list.held);
  const inTheWay = lists.filter((list) => list.required && list.state !== 'fresh');
  const reasons = inTheWay.map(
    (list) => `${list.dataset} is ${list.state === 'starter' ? 'starter data' : list.state}`,
  );
  const canUpdate = inTheWay.some((list) => list.state !== 'incomplete');
  return [
    inTheWay.length === 0
      ? 'A party can be cleared: every required list is there, complete and fresh.'
      : `Nobody can be cleared: ${reasons.join(', ')}.`,
    ...(canUpdate ? ['→ interdict lists update, or interdict lists add FILE'] : []),
    ...inTheWay
      .filter((list) => list.state === 'incomplete')
      .map((list) => `→ interdict lists set-aside ${list.dataset} shows the rows that could not be read`),
    ...held.map(
      ({ dataset, published, entities }) =>
        `${dataset} of ${published} (${number(entities)} parties) is held back: see interdict lists diff ${dataset}, then interdict lists confirm ${dataset}`,
    ),
  ];
}

/** Versions, one a line. @param titleOf what a person calls a list */
export function printHistory(
  output: Output,
  versions: readonly ListVersion[],
  titleOf: (dataset: string) => string,
): void {
  const { colours, columns } = output;
  for (const [dataset, own] of Map.groupBy(versions, (version) => version.dataset)) {
    const title = titleOf(dataset);
    output.write(`${hang(title === dataset ? '' : title, columns, `${dataset}  `, '  ', colours.bold)}
`);
    const headings = [
      { heading: 'published' },
      { heading: 'version' },
      { heading: 'parties', align: 'right' },
      { heading: 'aliases', align: 'right' },
      { heading: 'got on' },
      { heading: 'last served' },
      { heading: '' },
    ] as const;
    const rows = own.map((version) => [
      version.published,
      shortHash(version),
      number(version.entities),
      number(version.aliases),
      version.retrievedAt.slice(0, 10),
      version.confirmedAt?.slice(0, 10) ?? '',
      statusCell(output, version),
    ]);
    output.write(`${renderTable(headings, rows, columns, colours.dim)}\n`);
  }
}

function statusCell({ colours }: Output, { status, isStarter, rowsLost }: ListVersion): Cell {
  if (status === 'held') return { text: 'held', paint: colours.yellow };
  if (isStarter) return { text: 'starter', paint: colours.dim };
  return rowsLost > 0 ? { text: 'incomplete', paint: colours.yellow } : '';
}

export function shortHash({ version }: ListVersion): string {
  return version.slice('sha256:'.length, 'sha256:'.length + HASH_DIGITS);
}

/** What changed from one version to another, party by party. */
export function printDiff(output: Output, { dataset, from, to, words }: VersionDiff): void {
  const { colours, columns } = output;
  const day = (version: ListVersion): string => `${version.published} (${shortHash(version)})`;
  output.write(`${colours.bold(dataset)}  ${day(from)} → ${day(to)}\n`);
  if (from.format !== to.format)
    output.write(
      `${hang(`The two are of different formats (${from.format}, ${to.format}), which do not tell the same.`, columns, '')}\n`,
    );
  output.write(`${words.summary}\n`);
  for (const entry of words.entries) {
    const [sign, paint] = entrySign(output, entry);
    const start = `  ${sign} ${entry.recordId}  `;
    output.write(`${hang(printable(entry.heading), columns, start, '      ', paint)}\n`);
    for (const detail of entry.details)
      output.write(`${hang(printable(detail), columns, '      ', '        ')}\n`);
  }
}

function entrySign({ colours }: Output, { kind }: DiffEntry): [string, (text: string) => string] {
  if (kind === 'added') return ['+', colours.green];
  return kind === 'removed' ? ['-', colours.red] : ['~', colours.yellow];
}

/** Rows and values that were set aside, each with its place and reason. */
export function printSetAside(output: Output, version: ListVersion, items: readonly KeptSetAside[]): void {
  const { colours, columns } = output;
  const rows = items.filter((item) => item.scope === 'row');
  output.write(
    `${colours.bold(version.dataset)}  ${version.published} (${shortHash(version)})\n` +
      `${plural(rows.length, 'row')} set aside, ${number(version.rowsLost)} of which may hide a party; ` +
      `${plural(items.length - rows.length, 'value')} kept as text\n`,
  );
  for (const item of items) {
    const place = item.line === undefined ? (item.at ?? item.file) : `${item.file}:${item.line}`;
    const text = item.text === undefined ? '' : `: ${item.text}`;
    const mark = item.scope === 'row' && item.isHarmless !== true ? '! ' : '  ';
    output.write(
      `${hang(printable(`${item.reason}${text}`), columns, `${mark}${place}  `, '    ', colours.dim)}\n`,
    );
  }
}
