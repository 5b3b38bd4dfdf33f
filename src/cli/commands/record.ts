// `interdict record …`: what was asked and answered. Lists it, shows it, verifies that nothing of it was changed,
// repeats it, and deletes what policy says must go.
import { readFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError } from 'commander';
import type { RecordHead } from '../../engine/record/record-service.ts';
import { EXIT_FAILURE } from '../../model/decision.ts';
import { InterdictError } from '../../model/errors.ts';
import type { CliContext } from '../context.ts';
import { ProgressLine } from '../print/progress.ts';
import { printEntry, printRecordList, printRerun, printVerification } from '../print/record.ts';

interface Json {
  readonly json?: boolean;
}

const JSON_OPTION = ['--json', 'print the answer as JSON and nothing else'] as const;

export function registerRecord(program: Command, context: CliContext): void {
  const record = program
    .command('record')
    .description('What was asked and answered: list, show, verify, repeat.')
    .addHelpText('after', EXAMPLES);
  registerList(record, context);
  registerShow(record, context);
  registerVerify(record, context);
  registerHead(record, context);
  registerRerun(record, context);
  registerForget(record, context);
}

const EXAMPLES = `
Examples:
  interdict record list
  interdict record head > head.txt          keep it where nobody can write to it
  interdict record verify --anchor head.txt
  interdict record forget --before 2021-01-01 --reason "retention of five years"`;

function registerList(record: Command, context: CliContext): void {
  record
    .command('list')
    .description('The latest entries, latest first.')
    .option('--before <number>', 'only entries before this number', parseCount)
    .option('--limit <number>', 'entries at most [50]', parseCount)
    .option(...JSON_OPTION)
    .action(async ({ before, limit, json }: Json & { before?: number; limit?: number }) => {
      const entries = await (await context.openEngine()).record.list(before, limit);
      if (json) context.printJson(entries);
      else printRecordList(context.stdout, entries);
    });
}

function registerShow(record: Command, context: CliContext): void {
  record
    .command('show <id>')
    .description('A whole entry, by its id or number.')
    .option(...JSON_OPTION)
    .action(async (id: string, { json }: Json) => {
      const entry = await (await context.openEngine()).record.get(id);
      if (json) context.printJson(entry);
      else printEntry(context.stdout, entry);
    });
}

function registerVerify(record: Command, context: CliContext): void {
  record
    .command('verify')
    .description(
      'Go through the whole record and say what is not as it was written. Exit code 1 if anything is.',
    )
    .option('--anchor <head>', 'a head noted earlier: NUMBER:HASH, or a file that `record head` wrote')
    .option(...JSON_OPTION)
    .action(async ({ anchor: text, json }: Json & { anchor?: string }) => {
      const anchor = text === undefined ? undefined : await readAnchor(text);
      const progress = new ProgressLine(context.stderr, context.now, 'rows');
      const { record: service } = await context.openEngine();
      const verification = await service.verify({
        ...(anchor ? { anchor } : {}),
        onProgress: (done, total) => progress.update('verifying', done, total),
      });
      progress.clear();
      if (!verification.ok) context.exitCode = EXIT_FAILURE;
      if (json) context.printJson(verification);
      else printVerification(context.stdout, verification);
    });
}

function registerHead(record: Command, context: CliContext): void {
  record
    .command('head')
    .description(
      'The last entry as NUMBER:HASH. Kept elsewhere, it shows later that nothing was written anew.',
    )
    .option(...JSON_OPTION)
    .action(async ({ json }: Json) => {
      const head = await (await context.openEngine()).record.head();
      if (json) context.printJson(head);
      else context.stdout.write(`${head.seq}:${head.hash}\n`);
    });
}

function registerRerun(record: Command, context: CliContext): void {
  record
    .command('rerun <id>')
    .description(
      'Ask again with the list versions of then. Exit code 1 if the answer is not the same, byte for byte.',
    )
    .option(...JSON_OPTION)
    .action(async (id: string, { json }: Json) => {
      const rerun = await (await context.openEngine()).record.rerun(id);
      if (!rerun.same) context.exitCode = EXIT_FAILURE;
      if (json) context.printJson(rerun);
      else printRerun(context.stdout, rerun);
    });
}

interface ForgetOptions extends Json {
  readonly before?: string;
  readonly reason: string;
  readonly by?: string;
}

function registerForget(record: Command, context: CliContext): void {
  record
    .command('forget [id]')
    .description(
      'Delete what was asked and answered, of one entry or of all before a day or an entry. The entries stay.',
    )
    .option('--before <day|id>', 'everything before a day (YYYY-MM-DD) or before an entry')
    .requiredOption('--reason <text>', 'the policy or request that asks for it; it is recorded')
    .option('--by <name>', 'who decided it [the user of this machine]')
    .option(...JSON_OPTION)
    .action(async (id: string | undefined, { before, reason, by, json }: ForgetOptions) => {
      if ((id === undefined) === (before === undefined))
        throw new InterdictError('QUERY_INVALID', 'Give either an entry or --before.', { field: '--before' });
      const { record: service } = await context.openEngine();
      const which = before === undefined ? { only: id ?? '' } : { before };
      const forgotten = await service.forget(which, { reason, ...(by === undefined ? {} : { who: by }) });
      if (json) context.printJson({ forgotten });
      else
        context.stdout.write(
          `The content of ${forgotten.toLocaleString('en')} ${forgotten === 1 ? 'entry' : 'entries'} was deleted.\n`,
        );
    });
}

function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('Give a whole number from 1.');
  return count;
}

const HEAD = /^(\d{1,10}):([0-9a-f]{64})$/u;

/** A head from its text, or from the file that has it. */
async function readAnchor(text: string): Promise<RecordHead> {
  const found = HEAD.exec(text.trim()) ?? HEAD.exec((await readHeadFile(text)).trim());
  if (found) return { seq: Number(found[1]), hash: found[2]! };
  const message = `"${text}" is neither NUMBER:HASH nor a file that holds it.`;
  throw new InterdictError('QUERY_INVALID', message, { field: '--anchor' });
}

async function readHeadFile(path: string): Promise<string> {
  return await readFile(path, 'utf8').catch((cause: Error) => {
    const message = `"${path}" is neither NUMBER:HASH nor a file that can be read: ${cause.message}.`;
    throw new InterdictError('QUERY_INVALID', message, { field: '--anchor' }, { cause });
  });
}
