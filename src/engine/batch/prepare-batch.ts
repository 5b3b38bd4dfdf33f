// Everything before the first row is screened: takes the lock, looks at the whole input, settles what the columns
// mean and how dates are read, and stops where it would have to guess. Does not touch the results.
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { DateOrder } from '../../model/dates.ts';
import { InterdictError } from '../../model/errors.ts';
import type { SchemaName } from '../../model/schema/schema.ts';
import { type ColumnMap, describeMap, isDateTarget, mapColumns, parseAssignment } from './column-map.ts';
import { openCsv } from './csv-source.ts';
import { asFileError } from './file-error.ts';
import { examineInput, type InputFile, type InputKind, spool } from './input-file.ts';
import { openJsonLines } from './json-lines-source.ts';
import type { PartyRules } from './party-of-row.ts';
import type { ProgressListener } from './progress.ts';
import { type RunPaths, refuseOverwriting, runPaths } from './run-files.ts';
import { releaseLock, takeLock } from './run-lock.ts';
import { openSheet } from './sheet-source.ts';
import type { RowSource } from './source-row.ts';
import { MAX_KEYS, type Survey, surveyRows } from './survey.ts';

export type OutputFormat = 'csv' | 'jsonl' | 'xlsx';

export interface BatchOptions {
  /** Path of the input; `-` is standard input. */
  readonly input: string;
  readonly output: string;
  readonly format: OutputFormat;
  /** `target=heading`, as the user wrote it. */
  readonly map?: readonly string[];
  /** Schema of rows that do not say one. @default told from what each row holds */
  readonly schema?: SchemaName;
  /** @default 'day-first', unless the file shows that it cannot be: then the run is refused */
  readonly dateOrder?: DateOrder;
  /** @default the first sheet that is not hidden */
  readonly sheet?: string;
  /** @default told from the header */
  readonly delimiter?: string;
  /** @default told from the bytes */
  readonly encoding?: string;
  /** One line for each match instead of one for each row. @default false */
  readonly allMatches?: boolean;
  /** Begin a CSV with a byte order mark, for Excel on Windows. @default false */
  readonly byteOrderMark?: boolean;
  /** Replace results that are there. @default false */
  readonly force?: boolean;
  /** Discard an unfinished run. @default false */
  readonly restart?: boolean;
}

/** A batch that is ready to run. `close` is to be called in the end, whatever happened. */
export interface BatchJob {
  readonly options: BatchOptions;
  readonly paths: RunPaths;
  readonly input: InputFile;
  readonly source: RowSource;
  readonly survey: Survey;
  readonly rules: PartyRules;
  /** What was assumed, one line each, for the user to read before the run. */
  readonly notes: readonly string[];
  close(): Promise<void>;
}

export interface PrepareContext {
  readonly standardInput?: AsyncIterable<Uint8Array>;
  readonly signal?: AbortSignal;
  readonly onProgress?: ProgressListener;
}

/**
 * Prepares a batch.
 * @throws InterdictError BATCH_INPUT, BATCH_COLUMNS, BATCH_DATE_ORDER, BATCH_OUTPUT_EXISTS, BATCH_BUSY or
 *         FILE_UNREADABLE; the signal's reason if it is aborted
 */
export async function prepareBatch(options: BatchOptions, context: PrepareContext = {}): Promise<BatchJob> {
  const paths = runPaths(options.output);
  if (resolve(options.input) === resolve(options.output)) {
    const message = `The results cannot replace their own input, ${options.input}.`;
    throw new InterdictError('BATCH_OUTPUT_EXISTS', message, { file: options.output });
  }
  try {
    await refuseOverwriting(paths, options.force ?? false);
    await takeLock(paths.lock);
  } catch (error) {
    throw asFileError(error);
  }
  const close = async (): Promise<void> => {
    await rm(paths.spool, { force: true });
    await releaseLock(paths.lock);
  };
  try {
    return { ...(await look(options, paths, context)), options, paths, close };
  } catch (error) {
    await close();
    throw asFileError(error);
  }
}

async function look(
  options: BatchOptions,
  paths: RunPaths,
  context: PrepareContext,
): Promise<Omit<BatchJob, 'options' | 'paths' | 'close'>> {
  const { signal, onProgress } = context;
  const input = await openInput(options, paths, context);
  const source = await openSource(input, options);
  const survey = await surveyRows(source, (rows) => {
    if (rows % 1_000 !== 0) return;
    signal?.throwIfAborted();
    onProgress?.({ phase: 'counting', done: rows });
  });
  if (survey.rows === 0) {
    const message = `${input.name} holds a header and no row.`;
    throw new InterdictError('BATCH_INPUT', message, { file: input.name });
  }
  const assignments = (options.map ?? []).map(parseAssignment);
  const needsMap = survey.entities < survey.rows;
  if (!needsMap && assignments.length > 0) {
    const message = `${input.name} holds FollowTheMoney entities only, in which --map has nothing to say.`;
    throw new InterdictError('BATCH_COLUMNS', message, { field: '--map' });
  }
  const columns = needsMap ? mapColumns(survey.headings, assignments) : { columns: [], unused: [] };
  const dates = settleDateOrder(columns, survey, options.dateOrder);
  const rules = {
    columns,
    dateOrder: dates.order,
    ...(options.schema ? { schema: options.schema } : {}),
  };
  const notes = [
    `${input.name}: ${source.description}, ${counted(survey.rows, 'row')}`,
    ...(input.encoding.note ? [input.encoding.note] : []),
    ...(needsMap ? [`columns: ${describeMap(columns)}`] : []),
    ...(survey.headings.length >= MAX_KEYS ? [`only the first ${MAX_KEYS} keys are looked at`] : []),
    ...(survey.entities > 0 ? [`FollowTheMoney entities: ${counted(survey.entities, 'row')}`] : []),
    ...(needsMap ? [describeSchema(columns, options.schema)] : []),
    ...dates.notes,
  ];
  return { input, source, survey, rules, notes };
}

async function openInput(
  options: BatchOptions,
  paths: RunPaths,
  { standardInput, signal, onProgress }: PrepareContext,
): Promise<InputFile> {
  const examine = {
    ...(options.encoding ? { encoding: options.encoding } : {}),
    onBytes: (done: number, total: number) => {
      signal?.throwIfAborted();
      onProgress?.({ phase: 'examining', done, total });
    },
  };
  if (options.input !== '-') {
    const found = await stat(options.input);
    // A pipe by name ("/dev/stdin", "<(...)" of a shell) can be read only once too.
    if (!found.isFIFO() && !found.isCharacterDevice()) return examineInput(options.input, examine);
    await spool(createReadStream(options.input), paths.spool, signal);
    return examineInput(paths.spool, { ...examine, name: options.input });
  }
  if (!standardInput)
    throw new InterdictError('BATCH_INPUT', 'There is no standard input to read.', { file: '-' });
  await spool(standardInput, paths.spool, signal);
  return examineInput(paths.spool, { ...examine, name: 'standard input' });
}

function openSource(input: InputFile, options: BatchOptions): RowSource | Promise<RowSource> {
  refuseIdle(input, '--sheet', options.sheet, ['xlsx']);
  refuseIdle(input, '--delimiter', options.delimiter, ['csv']);
  refuseIdle(input, '--encoding', options.encoding, ['csv', 'json-lines']);
  if (input.kind === 'xlsx') return openSheet(input, options.sheet);
  if (input.kind === 'json-lines') return openJsonLines(input);
  return openCsv(input, options.delimiter);
}

/** An option that would do nothing is a misunderstanding. */
function refuseIdle(
  input: InputFile,
  field: string,
  value: string | undefined,
  kinds: readonly InputKind[],
): void {
  if (value === undefined || kinds.includes(input.kind)) return;
  const message = `${field} is of no use for ${input.name}, which is ${INPUT_KINDS[input.kind]}.`;
  throw new InterdictError('BATCH_INPUT', message, { field });
}

const INPUT_KINDS: Readonly<Record<InputKind, string>> = {
  csv: 'CSV',
  'json-lines': 'JSON lines',
  xlsx: 'an XLSX workbook',
};

function describeSchema(columns: ColumnMap, schema: SchemaName | undefined): string {
  const fallback =
    schema ??
    'Person where a row has a birth date, a gender or a first and a last name, Vessel where it has a ship’s number, else LegalEntity';
  const column = columns.columns.find(({ target }) => target === 'schema');
  return column ? `schema: as "${column.heading}" says, else ${fallback}` : `schema: ${fallback}`;
}

/** Stops where the file shows that its dates are not in the order that would be assumed. */
function settleDateOrder(
  map: ColumnMap,
  survey: Survey,
  told: DateOrder | undefined,
): { readonly order: DateOrder; readonly notes: readonly string[] } {
  const dates = map.columns.filter(({ target }) => isDateTarget(target));
  if (dates.length === 0) return { order: told ?? 'day-first', notes: [] };
  const evidence = dates.flatMap(({ index }) => survey.dateOrders[index] ?? []);
  const dayFirst = evidence.reduce((sum, { dayFirst: count }) => sum + count, 0);
  const monthFirst = evidence.reduce((sum, { monthFirst: count }) => sum + count, 0);
  if (!told && monthFirst > 0 && dayFirst === 0) {
    const example = evidence.find((orders) => orders.example)?.example;
    const message =
      `Line ${example?.line} has the date "${example?.text}", which can only be month first, and no date of the ` +
      'file can only be day first. Say --date-order month-first, or --date-order day-first to leave such dates out.';
    throw new InterdictError('BATCH_DATE_ORDER', message, {
      ...(example ? { line: example.line } : {}),
      field: '--date-order',
    });
  }
  const order = told ?? 'day-first';
  const against = order === 'day-first' ? monthFirst : dayFirst;
  const other = order === 'day-first' ? 'month first' : 'day first';
  const notes = [`dates such as 05/07/1966 are read ${order.replace('-', ' ')}`];
  if (against > 0)
    notes.push(
      `${counted(against, 'date')} can only be read ${other}: left out, and named in the problems file`,
    );
  return { order, notes };
}

function counted(number: number, thing: string): string {
  return `${number.toLocaleString('en')} ${thing}${number === 1 ? '' : 's'}`;
}
