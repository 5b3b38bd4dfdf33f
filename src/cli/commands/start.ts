// `interdict start`: what a newcomer runs first. Loads the starter lists if the home has none, reads the example
// reports, and opens the web app on this machine alone.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Command, Option } from 'commander';
import { ENGINE_VERSION } from '../../engine/version.ts';
import type { Engine } from '../../engine.ts';
import { InterdictError } from '../../model/errors.ts';
import type { CliContext } from '../context.ts';
import { hang } from '../print/text-width.ts';
import { openServer, openServingEngine, parsePort, untilStopped } from './serve.ts';

/** The starter lists come with the package, beside its code: data/starter. */
const STARTER_FOLDER = fileURLToPath(new URL('../../../data/starter/', import.meta.url));

const EXAMPLES_FOLDER = fileURLToPath(new URL('../../../examples/reports/', import.meta.url));

export function registerStart(program: Command, context: CliContext): void {
  program
    .command('start')
    .summary('Load the starter lists if there are none, and open the web app.')
    .description('Load the starter lists and example reports if there are none, and run the web app here.')
    .addOption(new Option('--port <number>', 'port to listen at [8080]').argParser(parsePort))
    .action(async ({ port }: { port?: number }) => {
      const engine = await openServingEngine(context);
      const loaded = await loadStarterLists(engine);
      await readExamples(engine);
      const server = await openServer(context, {
        logLevel: 'error',
        ...(port === undefined ? {} : { port }),
      });
      printWelcome(context, server.address, engine.home, loaded);
      await untilStopped(server);
    });
}

/** @returns how many lists and designations were loaded; undefined if the home had lists already */
async function loadStarterLists({
  lists,
}: Engine): Promise<{ readonly lists: number; readonly entries: number } | undefined> {
  if ((await lists.all()).length > 0) return undefined;
  const outcomes = await lists.add([STARTER_FOLDER]);
  const added = outcomes.flatMap((outcome) => (outcome.kind === 'added' ? [outcome.version] : []));
  if (added.length === 0)
    throw new InterdictError('INTERNAL', `No starter list could be read from ${STARTER_FOLDER}.`);
  return { lists: added.length, entries: added.reduce((sum, version) => sum + version.entities, 0) };
}

/** Reads the example reports if no report was read yet; a package without them goes without. */
async function readExamples({ claims, reading }: Engine): Promise<void> {
  if (!existsSync(EXAMPLES_FOLDER) || (await claims.articles()).length > 0) return;
  await reading.readFiles([EXAMPLES_FOLDER]);
}

function printWelcome(
  { stdout }: CliContext,
  address: string,
  home: string,
  loaded: { readonly lists: number; readonly entries: number } | undefined,
): void {
  const { bold, dim, cyan } = stdout.colours;
  const lines = [
    bold(`Interdict ${ENGINE_VERSION}`),
    '',
    `  ${cyan(address)}${dim('        the web app')}`,
    `  ${cyan(`${address}/docs`)}${dim('   the interface for programs')}`,
    '',
  ];
  if (loaded) {
    const text = `${loaded.lists} starter lists with ${loaded.entries} designations were loaded. They are old and partial: enough to look around, never enough to clear anyone. \`interdict lists update\` fetches the official ones.`;
    lines.push(hang(text, stdout.columns, '', ''), '');
  }
  lines.push(dim(`Data: ${home}`), dim('Ctrl-C stops it.'), '');
  stdout.write(lines.join('\n'));
}
