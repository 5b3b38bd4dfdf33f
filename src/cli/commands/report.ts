// `interdict report`: what an examiner files of one entry of the record, as one HTML file or a PDF.
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { ReportFormat } from '../../engine/record/record-service.ts';
import { InterdictError } from '../../model/errors.ts';
import type { CliContext } from '../context.ts';

interface ReportOptions {
  readonly output: { readonly path: string; readonly format: ReportFormat };
  readonly force?: boolean;
}

export function registerReport(program: Command, context: CliContext): void {
  program
    .command('report <id>')
    .description(
      'Write a report on an entry of the record: question, answer, evidence, lists, what is not known.',
    )
    .requiredOption('-o, --output <path>', 'the report; .html or .pdf', parseOutput)
    .option('--force', 'replace a file that is there')
    .addHelpText(
      'after',
      '\nExample:\n  interdict report 12 -o report.pdf      `interdict record list` has the numbers',
    )
    .action(async (id: string, { output, force = false }: ReportOptions) => {
      const bytes = await (await context.openEngine()).record.report(id, output.format);
      await writeReport(output.path, bytes, force);
      context.stdout.write(`${output.path} is written.\n`);
    });
}

function parseOutput(path: string): ReportOptions['output'] {
  const extension = extname(path).toLowerCase();
  if (extension === '.html' || extension === '.htm') return { path, format: 'html' };
  if (extension === '.pdf') return { path, format: 'pdf' };
  throw new InvalidArgumentError('Give a name that ends with .html or .pdf.');
}

async function writeReport(path: string, bytes: Uint8Array, isForced: boolean): Promise<void> {
  await writeFile(path, bytes, { flag: isForced ? 'w' : 'wx' }).catch((cause: NodeJS.ErrnoException) => {
    const reason = cause.code === 'EEXIST' ? 'it is there already; --force replaces it' : cause.message;
    throw new InterdictError(
      'FILE_UNREADABLE',
      `${path} cannot be written: ${reason}.`,
      { file: path },
      { cause },
    );
  });
}
