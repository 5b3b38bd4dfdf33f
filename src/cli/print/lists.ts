// Lists and their versions for a terminal: what was added and what was refused, how old everything is, what changed.
import type { KeptSetAside, ListVersion } from '../../cases/ports.ts';
import type { ListStatus, VersionDiff } from '../../engine/list-service.ts';
import type { AddOutcome } from '../../engine/lists/add-lists.ts';
import { datasetTitle } from '../../lists/datasets.ts';
import { type DiffEntry, describeDiff } from '../../lists/describe-diff.ts';
import type { ListState } from '../../model/screening.ts';
import { printError } from './error.ts';
import type { Output } from './output.ts';
import { type Cell, renderTable } from './table.ts';
import { hang, printable } from './text-width.ts';

/** Digits of a hash that a person sees; four or more of them name a version. */
const HASH_DIGITS = 12;

/** Files of folders that are no lists are named up to this many; --json names all. */
const MAX_NAMED = 12;

const number = (count: number): string => count.toLocaleString('en');

/** What became of an `add` or an `update`: what is in use now, what was there before, what was refused and why. */
export function printOutcomes(
  output: Output,
  errors: Output,
  outcomes: readonly AddOutcome[],
  isDebug: boolean,
): void {
  const { colours, columns } = output;
  const rows = outcomes.flatMap((outcome) => ('version' in outcome ? [outcomeRow(output, outcome)] : []));
  if (rows.length > 0) {
    const headings = [
      { heading: 'list' },
      { heading: 'published' },
      { heading: 'parties', align: 'right' },
      { heading: 'aliases', align: 'right' },
      { heading: 'rows lost', align: 'right' },
      { heading: '', isFlexible: true },
    ] as const;
    output.write(renderTable(headings, rows, columns, colours.dim));
  }
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
    printError(errors, outcome.error, isDebug);
    if (outcome.kind === 'refused')
      for (const place of outcome.places) {
        if (!outcome.error.message.includes(place))
          errors.write(errors.colours.dim(`${hang(printable(place), errors.columns, '  ')}\n`));
      }
  }
}

type WithVersion = Extract<AddOutcome, { readonly version: ListVersion }>;

function outcomeRow({ colours }: Output, outcome: WithVersion): Cell[] {
  const { version } = outcome;
  return [
    version.dataset,
    version.published,
    number(version.entities),
    number(version.aliases),
    lostCell(version.rowsLost, colours.yellow),
    outcomeCell(outcome, colours),
  ];
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

function lostCell(rows: number, paint: (text: string) => string): Cell {
  return rows === 0 ? '' : { text: number(rows), paint };
}

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
      list.age_days === undefined ? '' : days(list.age_days),
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

function days(count: number): string {
  return `${number(count)} ${count === 1 ? 'day ' : 'days'}`;
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

/** Versions, one a line. */
export function printHistory(output: Output, versions: readonly ListVersion[]): void {
  const { colours, columns } = output;
  for (const [dataset, own] of Map.groupBy(versions, (version) => version.dataset)) {
    output.write(
      `${colours.bold(dataset)}  ${datasetTitle(dataset) === dataset ? '' : datasetTitle(dataset)}\n`,
    );
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
export function printDiff(output: Output, { dataset, from, to, diff }: VersionDiff): void {
  const { colours, columns } = output;
  const { summary, entries } = describeDiff(diff);
  const day = (version: ListVersion): string => `${version.published} (${shortHash(version)})`;
  output.write(`${colours.bold(dataset)}  ${day(from)} → ${day(to)}\n`);
  if (from.format !== to.format)
    output.write(
      `${hang(`The two are of different formats (${from.format}, ${to.format}), which do not tell the same.`, columns, '')}\n`,
    );
  output.write(`${summary}\n`);
  for (const entry of entries) {
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
  const values = number(items.length - rows.length);
  output.write(
    `${colours.bold(version.dataset)}  ${version.published} (${shortHash(version)})\n` +
      `${number(rows.length)} rows set aside, ${number(version.rowsLost)} of which may hide a party; ` +
      `${values} values kept as text\n`,
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
