// `interdict screen --file`: the options, and the run from the user's side: what was understood is said first, then
// the progress, then the summary. Results go to files; standard output gets the summary only, and with --json one
// JSON object and nothing else.
import { basename, dirname, extname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { BatchScreener } from '../../engine/batch/batch-screener.ts';
import { type BatchJob, type OutputFormat, prepareBatch } from '../../engine/batch/prepare-batch.ts';
import type { BatchPhase, ProgressListener } from '../../engine/batch/progress.ts';
import { type BatchOutcome, runBatch } from '../../engine/batch/run-batch.ts';
import type { DateOrder } from '../../model/dates.ts';
import { type Decision, EXIT_CODES } from '../../model/decision.ts';
import { parseSchemaName } from '../../model/schema/schema.ts';
import type { Output } from '../print/output.ts';
import { ProgressLine } from '../print/progress.ts';
import { printable } from '../print/text-width.ts';

/** What the user gave; `file` and `schema` come from the command that these options are added to. */
export interface ScreenFileOptions {
  /** Path; `-` is standard input. */
  readonly file: string;
  readonly schema?: string | undefined;
  readonly json?: boolean | undefined;
  readonly output?: string | undefined;
  readonly format?: OutputFormat | undefined;
  readonly map?: readonly string[] | undefined;
  readonly sheet?: string | undefined;
  readonly dateOrder?: DateOrder | undefined;
  readonly delimiter?: string | undefined;
  readonly encoding?: string | undefined;
  readonly allMatches?: boolean | undefined;
  readonly bom?: boolean | undefined;
  readonly force?: boolean | undefined;
  readonly restart?: boolean | undefined;
}

export interface ScreenFileContext {
  /** Called once the input is understood, so that a wrong option costs no index. */
  readonly openScreener: () => Promise<BatchScreener>;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Milliseconds since any moment. */
  readonly now: () => number;
  /** Stops the run so that it can go on later. @default SIGINT and SIGTERM of this process */
  readonly signal?: AbortSignal;
}

/** Exit code of a run that was interrupted, as shells count it: 128 and the number of SIGINT. */
export const EXIT_INTERRUPTED = 130;

/** Adds the options that only a file of parties needs; `--file`, `--schema` and `--json` are the command's own. */
export function addScreenFileOptions(command: Command): Command {
  return command
    .option(
      '-o, --output <path>',
      'results of --file; .csv, .jsonl or .xlsx [input name with .results.csv]',
      parseOutput,
    )
    .addOption(
      new Option('--format <format>', 'form of the results, if the name does not say it').choices([
        'csv',
        'jsonl',
        'xlsx',
      ]),
    )
    .option(
      '--map <target=heading>',
      'what a column is: name="Full Name", birthDate=DOB; repeatable',
      collect,
    )
    .option('--sheet <name>', 'sheet of an XLSX workbook [the first]')
    .addOption(
      new Option('--date-order <order>', 'how dates such as 05/07/1966 are read [day-first]').choices([
        'day-first',
        'month-first',
      ]),
    )
    .option(
      '--delimiter <character>',
      'between the cells of a CSV, or "tab" [told from the header]',
      parseDelimiter,
    )
    .option('--encoding <name>', 'of a text file, such as windows-1250 [told from the bytes]')
    .option('--all-matches', 'one line for each match instead of one for each row')
    .option('--bom', 'begin a CSV with a byte order mark, for Excel on Windows')
    .option('--force', 'replace results that are there')
    .option('--restart', 'discard an unfinished run instead of going on with it');
}

function collect(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value];
}

function parseOutput(path: string): string {
  if (path !== '-') return path;
  throw new InvalidArgumentError(
    'Give a file: on the standard output a run that is cut off could not go on.',
  );
}

function parseDelimiter(text: string): string {
  if (/^(?:tab|\\t)$/iu.test(text)) return '\t';
  if (text.length === 1 && !/["\r\n]/u.test(text)) return text;
  throw new InvalidArgumentError('Give one character, or "tab".');
}

/**
 * Screens a file of parties.
 * @returns the exit code: that of the gravest decision, or 130 if it was interrupted
 * @throws InterdictError whatever `prepareBatch` and `runBatch` throw, and SCHEMA_UNKNOWN
 */
export async function runScreenFile(options: ScreenFileOptions, context: ScreenFileContext): Promise<number> {
  keepMemorySmall();
  const interrupt = context.signal ? { signal: context.signal, release: () => {} } : listenForInterrupt();
  try {
    return await screenFile(options, { ...context, signal: interrupt.signal });
  } finally {
    interrupt.release();
  }
}

/**
 * V8 lets the space for young objects grow to some hundred megabytes when they come fast. A batch makes its garbage
 * row by row and gains nothing from that: 100,000 rows took 283 MB without this and 167 MB with it, at one speed.
 */
function keepMemorySmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

async function screenFile(
  options: ScreenFileOptions,
  context: ScreenFileContext & { readonly signal: AbortSignal },
): Promise<number> {
  const { signal, stderr } = context;
  const { onProgress, clear } = progressOn(stderr, context.now);
  const started = context.now();
  let job: BatchJob;
  try {
    job = await prepareBatch(toBatchOptions(options), {
      standardInput: context.stdin,
      signal,
      onProgress,
    });
  } catch (error) {
    clear();
    if (!signal.aborted) throw error;
    stderr.write('Interrupted before the first row was screened.\n');
    return EXIT_INTERRUPTED;
  }
  try {
    clear();
    // Headings are the file's own text; they must not steer the terminal.
    const notes = [...job.notes, `results: ${job.paths.output}`].map(printable);
    stderr.write(`${notes.join('\n')}\n`);
    const screener = await context.openScreener();
    const began = context.now();
    const outcome = await runBatch(job, screener, { signal, onProgress });
    clear();
    const ended = context.now();
    const seconds = { all: (ended - started) / 1000, screening: (ended - began) / 1000 };
    return report(outcome, job, options, context, seconds);
  } finally {
    clear();
    await job.close();
  }
}

const PHASES: Readonly<Record<BatchPhase, string>> = {
  examining: 'reading',
  counting: 'counting',
  screening: 'screening',
  converting: 'writing the workbook',
};

function progressOn(
  stderr: Output,
  now: () => number,
): { readonly onProgress: ProgressListener; readonly clear: () => void } {
  const bytes = new ProgressLine(stderr, now, 'bytes');
  const rows = new ProgressLine(stderr, now, 'rows');
  return {
    onProgress: ({ phase, done, total, resumed }) =>
      (phase === 'examining' ? bytes : rows).update(PHASES[phase], done, total, resumed),
    clear: () => {
      bytes.clear();
      rows.clear();
    },
  };
}

/** Aborts on the first SIGINT or SIGTERM; a second one ends the process at once, as ever. */
function listenForInterrupt(): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController();
  const abort = (): void => {
    release();
    controller.abort();
  };
  const release = (): void => {
    process.off('SIGINT', abort);
    process.off('SIGTERM', abort);
  };
  process.on('SIGINT', abort);
  process.on('SIGTERM', abort);
  return { signal: controller.signal, release };
}

function toBatchOptions(options: ScreenFileOptions): Parameters<typeof prepareBatch>[0] {
  const { file, output, format, schema, map, sheet, dateOrder, delimiter, encoding } = options;
  const form = format ?? formatOf(output ?? '');
  return {
    input: file,
    output: output ?? defaultOutput(file, form),
    format: form,
    allMatches: options.allMatches ?? false,
    byteOrderMark: options.bom ?? false,
    force: options.force ?? false,
    restart: options.restart ?? false,
    ...(map ? { map } : {}),
    ...(schema ? { schema: parseSchemaName(schema) } : {}),
    ...(sheet ? { sheet } : {}),
    ...(dateOrder ? { dateOrder } : {}),
    ...(delimiter ? { delimiter } : {}),
    ...(encoding ? { encoding } : {}),
  };
}

function formatOf(output: string): OutputFormat {
  const extension = extname(output).toLowerCase();
  if (extension === '.xlsx') return 'xlsx';
  return ['.jsonl', '.ndjson', '.json'].includes(extension) ? 'jsonl' : 'csv';
}

/** `customers.csv` gives `customers.results.csv` beside it; standard input gives `results.csv`. */
function defaultOutput(file: string, format: OutputFormat): string {
  if (file === '-') return `results.${format}`;
  return join(dirname(file), `${basename(file, extname(file))}.results.${format}`);
}

/** Prints the summary, and gives the exit code. */
function report(
  outcome: BatchOutcome,
  job: BatchJob,
  options: ScreenFileOptions,
  { stdout, stderr }: ScreenFileContext,
  seconds: { readonly all: number; readonly screening: number },
): number {
  const { counts, decision, resumedRows, state } = outcome;
  const rowsNow = counts.rows - resumedRows;
  const rowsPerSecond = seconds.screening > 0 ? Math.round(rowsNow / seconds.screening) : 0;
  if (options.json) {
    const summary = {
      state,
      decision,
      input: job.input.name,
      inputSha256: job.input.sha256,
      output: outcome.output,
      problems: outcome.problems ?? null,
      ...counts,
      resumedRows,
      seconds: Math.round(seconds.all * 10) / 10,
      rowsPerSecond,
    };
    stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
  } else if (state === 'finished') {
    const lines = [
      `${outcome.output}: ${countsInWords(outcome)}`,
      ...(outcome.problems ? [`${outcome.problems}: ${problemsInWords(outcome)}`] : []),
      `${count(rowsNow, 'row')} in ${seconds.all.toFixed(1)} s, ${rowsPerSecond.toLocaleString('en')} rows/s`,
      `decision on the file: ${coloured(decision, stdout)}`,
    ];
    stdout.write(`${lines.join('\n')}\n`);
  }
  if (state === 'finished') return EXIT_CODES[decision];
  const done = counts.rows.toLocaleString('en');
  const total = job.survey.rows.toLocaleString('en');
  const command = options.restart ? 'The same command without --restart' : 'The same command';
  stderr.write(`Interrupted after ${done} of ${total} rows. ${command} goes on from there.\n`);
  return EXIT_INTERRUPTED;
}

function coloured(decision: Decision, { colours }: Output): string {
  const colour = {
    clear: colours.green,
    review: colours.yellow,
    stop: colours.red,
    undetermined: colours.magenta,
  }[decision];
  return colour(decision);
}

function countsInWords({ counts, resumedRows }: BatchOutcome): string {
  const decisions = Object.entries(counts.decisions).map(
    ([name, number]) => `${number.toLocaleString('en')} ${name}`,
  );
  const blank = counts.blank > 0 ? `; ${count(counts.blank, 'empty row')} passed over` : '';
  const resumed = resumedRows > 0 ? `; ${count(resumedRows, 'row')} by an earlier run` : '';
  return `${count(counts.rows, 'row')}: ${decisions.join(', ')}${blank}${resumed}`;
}

function problemsInWords({ counts }: BatchOutcome): string {
  return `${count(counts.notScreened, 'row')} not screened, ${count(counts.valuesLeftOut, 'value')} left out`;
}

function count(number: number, thing: string): string {
  return `${number.toLocaleString('en')} ${thing}${number === 1 ? '' : 's'}`;
}
