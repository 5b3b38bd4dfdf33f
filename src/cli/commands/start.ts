// `interdict start`: what a newcomer runs first. Loads the starter lists if the home has none, and screens the broker
// of the reports under the misspelt name that one of them gives him.
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { InterdictError } from '../../model/errors.ts';
import type { CliContext } from '../context.ts';
import { printScreening } from '../print/screening.ts';
import { hang } from '../print/text-width.ts';

/** The starter lists come with the package, beside its code: data/starter. */
const STARTER_FOLDER = fileURLToPath(new URL('../../../data/starter/', import.meta.url));

/** "Mkrtchyev" is how one of the two reports of 30 March 2023 spells Ashot Mkrtychev once. */
const FIRST_QUERY = {
  schema: 'Person',
  properties: { name: ['Ashot Mkrtchyev'], nationality: ['sk'] },
} as const;

const NEXT_STEPS = [
  ['interdict lists add FILE|FOLDER', 'add official list files that you have'],
  ['interdict lists update', 'fetch the lists from their publishers'],
  ['interdict screen "NAME"', 'screen a party'],
  ['interdict screen --file customers.csv', 'screen a file of parties'],
] as const;

export function registerStart(program: Command, context: CliContext): void {
  program
    .command('start')
    .description('Load the starter lists if there are none, and screen a first party.')
    .action(async () => {
      const engine = await context.openEngine();
      const { stdout } = context;
      const { bold, dim } = stdout.colours;
      if ((await engine.lists.inForce(context.clock().toISOString().slice(0, 10))).length === 0) {
        const outcomes = await engine.lists.add([STARTER_FOLDER]);
        const added = outcomes.flatMap((outcome) => (outcome.kind === 'added' ? [outcome.version] : []));
        if (added.length === 0)
          throw new InterdictError('INTERNAL', `No starter list could be read from ${STARTER_FOLDER}.`);
        const entries = added.reduce((sum, version) => sum + version.entities, 0);
        const text = `${added.length} starter lists with ${entries} designations are loaded into ${engine.home}. They are old and partial: enough to look around, never enough to clear anyone.`;
        stdout.write(`${hang(text, stdout.columns, '', '')}\n\n`);
      }
      stdout.write(dim('$ interdict screen "Ashot Mkrtchyev" --schema Person --nationality sk\n\n'));
      printScreening(stdout, await engine.screening.screen(FIRST_QUERY));
      stdout.write(`\n${bold('Next')}\n`);
      for (const [command, what] of NEXT_STEPS) stdout.write(`  ${command.padEnd(40)}${dim(what)}\n`);
      stdout.write(dim('  In a clone, write `npx interdict` for `interdict`.\n'));
    });
}
