// `interdict lists …`: adding and updating lists, asking what is there and what changed.
import { type Command, InvalidArgumentError } from 'commander';
import { dayOf } from '../../engine/clock.ts';
import type { KeptSetAside, ListVersion } from '../../engine/list-service.ts';
import { type AddOptions, type AddOutcome, isFailure } from '../../engine/lists/add-lists.ts';
import { diffAsJson, outcomeAsJson } from '../../engine/lists/as-json.ts';
import { checkDay } from '../../engine/lists/publication-day.ts';
import { DEFAULT_PROFILE } from '../../engine/profiles.ts';
import { EXIT_FAILURE } from '../../model/decision.ts';
import type { CliContext } from '../context.ts';
import {
  printDiff,
  printHistory,
  printOutcomes,
  printSetAside,
  printStatus,
  shortHash,
} from '../print/lists.ts';
import { ProgressLine } from '../print/progress.ts';

interface Json {
  readonly json?: boolean;
}

type ColumnMap = NonNullable<AddOptions['columns']>;

const JSON_OPTION = ['--json', 'print the answer as JSON and nothing else'] as const;

export function registerLists(program: Command, context: CliContext): void {
  const lists = program
    .command('lists')
    .description('The official lists: add, update, compare, see how old they are.');
  registerAdd(lists, context);
  registerUpdate(lists, context);
  registerStatus(lists, context);
  registerHistory(lists, context);
  registerDiff(lists, context);
  registerConfirm(lists, context);
  registerRemove(lists, context);
  registerSetAside(lists, context);
}

interface AddCommandOptions extends Json {
  readonly dataset?: string;
  readonly published?: string;
  readonly map?: ColumnMap;
  readonly acceptShrink?: boolean;
  readonly hold?: boolean;
}

function registerAdd(lists: Command, context: CliContext): void {
  lists
    .command('add')
    .summary('Add files, folders or addresses.')
    .description('Add list files, folders of them, or addresses. Formats are told from the content.')
    .argument('<place...>', 'file, folder, or http(s) address')
    .option('--dataset <name>', 'which list it is, where the files do not say it')
    .option(
      '--published <day>',
      'day of publication as YYYY-MM-DD, where the files do not say it',
      parseDayOption,
    )
    .option(
      '--map <property=heading>',
      'a column of a list of your own: name="Full Name" (repeatable)',
      collectColumn,
    )
    .option('--accept-shrink', 'take a version into use although it lost over a tenth of its parties')
    .option('--hold', 'keep a new version out of use until `lists confirm`')
    .option(...JSON_OPTION)
    .addHelpText('after', ADD_HELP)
    .action(async (places: string[], options: AddCommandOptions) => {
      const { dataset, published, map, acceptShrink, hold } = options;
      const progress = new ProgressLine(context.stderr, context.now, 'bytes');
      const addOptions: AddOptions = {
        dataset,
        published,
        acceptShrink,
        hold,
        columns: map,
        onProgress: ({ dataset: list, done, total }) => progress.update(list, done, total),
      };
      try {
        report(context, await (await context.openEngine()).lists.add(places, addOptions), options, progress);
      } finally {
        progress.clear();
      }
    });
}

const ADD_HELP = `
The files of one list lie in one folder, or are given together. In a folder, a
day in the name of the file or of the folder (sdn-2023-12-28) serves where the
file says none.

Examples:
  interdict lists add downloads/
  interdict lists add sdn.csv alt.csv add.csv --published 2023-12-28
  interdict lists add blocked.csv --dataset our_own --published 2024-05-01 \\
                      --map name="Full Name"

Exit codes: 0 all is in use, 1 something was refused or is held back, 2 wrong
use.`;

function registerUpdate(lists: Command, context: CliContext): void {
  lists
    .command('update')
    .summary('Fetch lists from their publishers.')
    .description('Fetch lists from their publishers. Without names: those that are required or stored.')
    .argument('[dataset...]', 'lists, such as us_ofac_sdn')
    .option('--accept-shrink', 'take a version into use although it lost over a tenth of its parties')
    .option(...JSON_OPTION)
    .action(async (datasets: string[], options: Json & { readonly acceptShrink?: boolean }) => {
      const progress = new ProgressLine(context.stderr, context.now, 'bytes');
      try {
        const { lists: service } = await context.openEngine();
        const outcomes = await service.update(datasets, {
          acceptShrink: options.acceptShrink,
          onFetch: (dataset, { part, bytes, total }) =>
            progress.update(`fetching ${dataset}${part === 'main' ? '' : ` ${part}`}`, bytes, total),
          onProgress: ({ dataset, done, total }) => progress.update(`reading ${dataset}`, done, total),
        });
        report(context, outcomes, options, progress);
      } finally {
        progress.clear();
      }
    });
}

function report(
  context: CliContext,
  outcomes: readonly AddOutcome[],
  { json }: Json,
  progress: ProgressLine,
): void {
  progress.clear();
  if (outcomes.some(isFailure)) context.exitCode = EXIT_FAILURE;
  if (json) context.printJson(outcomes.map(outcomeAsJson));
  else printOutcomes(context.stdout, context.stderr, outcomes, context.isDebug);
}

function registerStatus(lists: Command, context: CliContext): void {
  lists
    .command('status')
    .summary('Which lists are there, and how old.')
    .description('Which lists are there, how old they are, and whether anyone can be cleared by them.')
    .option('--as-of <day>', 'as it is for a screening on that day [today]', parseDayOption)
    .option('--profile <name>', 'which lists are required', DEFAULT_PROFILE)
    .option(...JSON_OPTION)
    .action(async ({ asOf, profile, json }: Json & { readonly asOf?: string; readonly profile: string }) => {
      const day = asOf ?? dayOf(context.clock());
      const status = await (await context.openEngine()).lists.status(profile, day);
      if (json) context.printJson({ asOf: day, profile, lists: status });
      else printStatus(context.stdout, status, profile, day);
    });
}

function registerHistory(lists: Command, context: CliContext): void {
  lists
    .command('history')
    .summary('The stored versions.')
    .description('The stored versions of a list, or of all.')
    .argument('[dataset]', 'list, such as us_ofac_sdn')
    .option(...JSON_OPTION)
    .action(async (dataset: string | undefined, { json }: Json) => {
      const { lists: service } = await context.openEngine();
      const versions = dataset === undefined ? await service.all() : await service.history(dataset);
      if (json) context.printJson(versions);
      else if (versions.length > 0) printHistory(context.stdout, versions, service.title);
      else
        context.stdout.write(
          'No list is stored yet. → interdict lists update, or interdict lists add FILE\n',
        );
    });
}

function registerDiff(lists: Command, context: CliContext): void {
  lists
    .command('diff')
    .summary('What changed between two versions.')
    .description('What was added, removed and changed between two versions of a list, in words.')
    .argument('<dataset>', 'list, such as us_ofac_sdn')
    .option('--from <version>', 'the older: a day, or the beginning of a hash [the one before --to]')
    .option('--to <version>', 'the newer: a day, or the beginning of a hash [the last]')
    .option(...JSON_OPTION)
    .action(
      async (
        dataset: string,
        { from, to, json }: Json & { readonly from?: string; readonly to?: string },
      ) => {
        const found = await (await context.openEngine()).lists.diff(dataset, from, to);
        if (!json) return printDiff(context.stdout, found);
        context.printJson(diffAsJson(found));
      },
    );
}

function registerConfirm(lists: Command, context: CliContext): void {
  lists
    .command('confirm')
    .summary('Use a version that was held back.')
    .description('Take a version into use that was held back because it lost over a tenth of its parties.')
    .argument('<dataset>', 'list, such as us_ofac_sdn')
    .argument('[version]', 'a day, or the beginning of a hash [the one that is held]')
    .option(...JSON_OPTION)
    .action(async (dataset: string, version: string | undefined, { json }: Json) => {
      const confirmed = await (await context.openEngine()).lists.confirm(dataset, version);
      if (json) context.printJson(confirmed);
      else context.stdout.write(`${inWords(confirmed)} is in use now.\n`);
    });
}

function registerRemove(lists: Command, context: CliContext): void {
  lists
    .command('remove')
    .summary('Remove a version for good.')
    .description('Remove a version for good. Screenings of days on which it was in force will not see it.')
    .argument('<dataset>', 'list, such as us_ofac_sdn')
    .argument('<version>', 'its day, or the beginning of its hash')
    .option(...JSON_OPTION)
    .action(async (dataset: string, version: string, { json }: Json) => {
      const removed = await (await context.openEngine()).lists.remove(dataset, version);
      if (json) context.printJson(removed);
      else context.stdout.write(`${inWords(removed)} was removed.\n`);
    });
}

function registerSetAside(lists: Command, context: CliContext): void {
  lists
    .command('set-aside')
    .summary('What could not be read, and why.')
    .description('The rows and values of a version that could not be taken over, each with line and reason.')
    .argument('<dataset>', 'list, such as us_ofac_sdn')
    .argument('[version]', 'a day, or the beginning of a hash [the last]')
    .option(...JSON_OPTION)
    .action(async (dataset: string, name: string | undefined, { json }: Json) => {
      const { lists: service } = await context.openEngine();
      const version = await service.version(dataset, name);
      const items: KeptSetAside[] = [];
      for await (const item of service.setAsideOf(version)) items.push(item);
      if (json) context.printJson(items);
      else printSetAside(context.stdout, version, items);
    });
}

function inWords(version: ListVersion): string {
  return `${version.dataset} of ${version.published} (${shortHash(version)})`;
}

function parseDayOption(text: string): string {
  try {
    return checkDay(text);
  } catch {
    throw new InvalidArgumentError('Write the day as YYYY-MM-DD.');
  }
}

function collectColumn(text: string, before: ColumnMap = {}): ColumnMap {
  const [, property, heading] = /^\s*(\w+)\s*=\s*(.+?)\s*$/u.exec(text) ?? [];
  if (!property || !heading) throw new InvalidArgumentError('Write it as name="Column heading".');
  return { ...before, [property]: [...(before[property] ?? []), heading] };
}
