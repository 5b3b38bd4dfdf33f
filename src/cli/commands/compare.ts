// `interdict compare`: the score of two names, explained; of a file of pairs, one score a line.
import { type Command, Option } from 'commander';
import { compareNamePair } from '../../engine/compare-pairs.ts';
import { parseSchemaName } from '../../model/schema/schema.ts';
import type { CliContext } from '../context.ts';
import { printComparison } from '../print/screening.ts';
import { compareFile } from './compare-file.ts';

export function registerCompare(program: Command, context: CliContext): void {
  program
    .command('compare')
    .description('Compare two names and explain the score; or score a file of pairs.')
    .argument('[name]', 'the one name')
    .argument('[other]', 'the other name')
    .addOption(new Option('--schema <schema>', 'what bears the names').default('Person'))
    .option('--json', 'print JSON and nothing else')
    .option(
      '--file <path>',
      'pairs as CSV (schema,name1,name2) or JSON lines ({"left": entity, "right": entity})',
    )
    .option('-o, --output <path>', 'where the scored pairs go')
    .action(
      async (
        name: string | undefined,
        other: string | undefined,
        options: { schema: string; json?: boolean; file?: string; output?: string },
      ) => {
        if (options.file !== undefined) return await compareFile(options.file, options.output, context);
        if (name === undefined || other === undefined) {
          program.error('error: compare needs two names, or --file', { exitCode: 2 });
        }
        const comparison = compareNamePair(name, other, parseSchemaName(options.schema));
        if (options.json) context.printJson(comparison);
        else printComparison(context.stdout, comparison);
      },
    );
}
