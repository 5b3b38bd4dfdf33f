// `interdict read`: reports from files, folders, an address or the standard input: who says what about whom, which
// parties are listed, and what does not fit together.
import { readFile, stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { Command } from 'commander';
import type { FolderOutcome } from '../../engine/reading/read-folder.ts';
import type { ReadAnswer } from '../../engine/reading/reading-service.ts';
import { type ErrorCode, InterdictError } from '../../model/errors.ts';
import type { Reading } from '../../model/reading.ts';
import type { CliContext } from '../context.ts';
import { ProgressLine } from '../print/progress.ts';
import { printReading } from '../print/reading.ts';
import { printable } from '../print/text-width.ts';

interface ReadCommandOptions {
  readonly json?: boolean;
  readonly all?: boolean;
  readonly again?: boolean;
  readonly published?: string;
  readonly publisher?: string;
}

const ADDRESS = /^https?:\/\//iu;
/** What the shell gives a process that was interrupted. */
const EXIT_INTERRUPTED = 130;

export function registerRead(program: Command, context: CliContext): void {
  program
    .command('read')
    .description('Read reports: claims, who makes them, how sure, about whom; listed parties marked.')
    .argument('[sources...]', 'files, folders, an address, or - for the standard input')
    .option('--json', 'print the reading as JSON and nothing else')
    .option('--all', 'show statements on other matters, parts and repetitions as well')
    .option('--again', 'read it anew even if the same bytes were read before')
    .option('--published <date>', 'day of publication, where the report does not say it')
    .option('--publisher <name>', 'who published it, where the report does not say it')
    .addHelpText('after', EXAMPLES)
    .action(async (sources: string[], options: ReadCommandOptions) => {
      const reading = await read(context, sources, options);
      if (options.json) context.printJson(reading);
      else printReading(context.stdout, reading, { all: options.all ?? false });
    });
}

const EXAMPLES = `
Examples:
  interdict read report.html
  interdict read reports/ --json > reading.json
  interdict read https://example.org/report
  pbpaste | interdict read -

Files and folders are read one after the other and kept; an interrupted run goes on with the same command.`;

async function read(
  context: CliContext,
  sources: readonly string[],
  options: ReadCommandOptions,
): Promise<Reading> {
  const [first] = sources;
  if (first === undefined)
    throw new InterdictError(
      'QUERY_INVALID',
      'Name a file, a folder, an address, or - for the standard input.',
      {
        field: 'sources',
      },
    );
  const isAlone = sources.length === 1;
  const isSpecial = sources.some((source) => source === '-' || ADDRESS.test(source));
  if (isSpecial && !isAlone)
    throw new InterdictError('QUERY_INVALID', 'Give an address or the standard input alone.', {
      field: 'sources',
    });
  const { again, published, publisher } = options;
  const { reading } = await context.openEngine();
  if (first === '-') {
    const bytes = await buffer(context.stdin);
    return single(
      context,
      await reading.readBytes(
        bytes,
        { name: 'standard input', published, publisher },
        { again: again ?? false },
      ),
    );
  }
  // What is said of a report on the command line holds for one file; a folder's reports speak for themselves.
  if (isAlone && (published !== undefined || publisher !== undefined) && (await isFile(first))) {
    const bytes = await readFile(first);
    return single(
      context,
      await reading.readBytes(bytes, { name: first, published, publisher }, { again: true }),
    );
  }
  if (ADDRESS.test(first))
    return single(context, await reading.readAddress(first, {}, { again: again ?? false }));
  return await files(context, sources, options);
}

async function isFile(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isFile(),
    () => false, // whoever reads it says what is wrong with it
  );
}

/** One source: that nothing could be read in it is the answer, so it is an error. */
function single(context: CliContext, { reading, kept }: ReadAnswer): Reading {
  for (const note of kept.notes) context.stderr.write(`${printable(note)}\n`);
  if (kept.problem) throw new InterdictError(kept.problem.code as ErrorCode, kept.problem.message);
  return reading;
}

async function files(
  context: CliContext,
  paths: readonly string[],
  options: ReadCommandOptions,
): Promise<Reading> {
  const { reading } = await context.openEngine();
  const line = new ProgressLine(context.stderr, context.now, 'reports');
  const interrupt = new AbortController();
  const abort = (): void => interrupt.abort();
  process.once('SIGINT', abort);
  try {
    const answer = await reading.readFiles(paths, {
      again: options.again ?? false,
      signal: interrupt.signal,
      onProgress: ({ done, total, known }) => {
        if (total > 1) line.update('reading', done, total, known);
      },
    });
    line.clear();
    report(context, answer.outcome);
    return answer.reading;
  } finally {
    line.clear();
    process.off('SIGINT', abort);
  }
}

/** What became of the files, beside the answer. One file alone that cannot be read is an error. */
function report(context: CliContext, outcome: FolderOutcome): void {
  const { stderr } = context;
  for (const { file, note } of outcome.notes) stderr.write(`${printable(`${file}: ${note}`)}\n`);
  const [failed] = outcome.failed;
  if (failed && outcome.files === 1)
    throw new InterdictError(failed.code as ErrorCode, failed.message, { file: failed.file });
  for (const { file, code, message } of outcome.failed)
    stderr.write(`${printable(`${file}: ${message} [${code}]`)}\n`);
  if (outcome.files > 1) {
    const parts = [
      `${outcome.read} read`,
      `${outcome.known} known from before`,
      `${outcome.failed.length} not readable`,
    ];
    stderr.write(`${outcome.files} files: ${parts.join(', ')}\n`);
  }
  if (outcome.state === 'interrupted') {
    stderr.write('Interrupted; the same command goes on.\n');
    context.exitCode = EXIT_INTERRUPTED;
  } else if (outcome.failed.length > 0) {
    context.exitCode = 1;
  }
}
