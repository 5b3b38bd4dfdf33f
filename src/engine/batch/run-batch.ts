// Screens a prepared batch: reads rows in chunks, asks the screener, and commits each chunk's results in order. Only
// a few chunks are in memory at a time, however long the file is; a slow disk or screener slows the reading down.
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Decision } from '../../model/decision.ts';
import { InterdictError } from '../../model/errors.ts';
import type { PartyQuery, Screening } from '../../model/screening.ts';
import type { BatchScreener, FinishedBatch } from './batch-screener.ts';
import { type BatchCounts, decisionOf, NO_COUNTS } from './counts.ts';
import { csvLine } from './csv-cell.ts';
import { asFileError } from './file-error.ts';
import { hasChanged } from './input-file.ts';
import type { RunIdentity } from './journal.ts';
import { type PartyOfRow, partyOfRow } from './party-of-row.ts';
import type { BatchJob } from './prepare-batch.ts';
import { type Problem, problemHeader, problemLine } from './problem.ts';
import type { ProgressListener } from './progress.ts';
import { type RowResult, TABLE_LAYOUT, tableColumns, tableLines } from './result-table.ts';
import { openRunFiles, type RunFiles } from './run-files.ts';
import type { SourceRow } from './source-row.ts';
import { convertToWorkbook } from './workbook.ts';

export interface RunOptions {
  /** When it is aborted, the chunks under way are finished and the run can be gone on with later. */
  readonly signal?: AbortSignal;
  readonly onProgress?: ProgressListener;
  /** Rows of one question to the screener, and of one entry of the journal. @default 200 */
  readonly chunkRows?: number;
  /** Chunks that are screened at the same time. @default as many as the screener says */
  readonly chunksInFlight?: number;
  /** Id for a new run. @default a random UUID */
  readonly newId?: () => string;
  /** When a new run begins. @default now */
  readonly now?: () => Date;
}

export interface BatchOutcome {
  /** Id of the run; the record has it under this once it is finished. */
  readonly id: string;
  readonly state: 'finished' | 'interrupted';
  readonly counts: BatchCounts;
  readonly decision: Decision;
  /** Rows that an earlier, cut off run had done. */
  readonly resumedRows: number;
  readonly output: string;
  /** The problems file, if there is one. */
  readonly problems?: string;
}

const CHUNK_ROWS = 200;
const CHUNKS_IN_FLIGHT = 2;
/** Characters of input from which a chunk is full before it has its rows, so that long rows do not add up. */
const CHUNK_CHARACTERS = 1_000_000;

/** A row that was read: where it stands and what it asks. */
interface ReadRow {
  readonly row: number;
  readonly line: number;
  readonly text: string;
  readonly party: PartyOfRow;
}

interface Chunk {
  readonly rows: ReadRow[];
  readonly blank: number;
}

/** The answer to one row: a screening, or why there is none. */
type Answer = Screening | { readonly reason: string };

/**
 * Runs a batch to its end, or to where the signal stops it.
 * @throws InterdictError BATCH_OUTPUT_EXISTS, BATCH_RESUME_MISMATCH, BATCH_INPUT if the input changed meanwhile,
 *         FILE_UNREADABLE, and whatever the screener throws; the run can be gone on with after any of them
 */
export async function runBatch(
  job: BatchJob,
  screener: BatchScreener,
  options: RunOptions = {},
): Promise<BatchOutcome> {
  try {
    return await run(job, screener, options);
  } catch (error) {
    throw asFileError(error);
  }
}

async function run(job: BatchJob, screener: BatchScreener, options: RunOptions): Promise<BatchOutcome> {
  const { format, force = false, restart = false } = job.options;
  const files = await openRunFiles(job.paths, {
    newId: options.newId ?? randomUUID,
    now: options.now ?? (() => new Date()),
    identity: identityOf(job, screener),
    outputHeader: outputHeader(job),
    problemsHeader: problemHeader(),
    restart,
    force,
  });
  const resumedRows = files.reached.counts.rows;
  try {
    if (!files.isFinished) {
      const isComplete = await screenRows(job, screener, files, options);
      if (!isComplete) return outcome(job, files, 'interrupted', resumedRows);
      await checkComplete(job, files.reached.counts);
      await files.finish();
    }
  } finally {
    await files.close();
  }
  await screener.record?.(finishedBatch(job, files));
  const convert = (): Promise<void> => convertToWorkbook(job, files.reached.counts, options.onProgress);
  await files.putInPlace(force, format === 'xlsx' ? convert : undefined);
  return outcome(job, files, 'finished', resumedRows);
}

function outcome(
  job: BatchJob,
  files: RunFiles,
  state: BatchOutcome['state'],
  resumedRows: number,
): BatchOutcome {
  const { counts } = files.reached;
  const hasProblems = counts.notScreened + counts.valuesLeftOut > 0;
  const problems = state === 'finished' ? job.paths.problems : job.paths.problemsPart;
  return {
    id: files.id,
    state,
    counts,
    decision: decisionOf(counts),
    resumedRows,
    output: job.paths.output,
    ...(hasProblems ? { problems } : {}),
  };
}

/** What the record is told. The hash is that of the result file; a workbook is made out of the rows that it is over. */
function finishedBatch({ input, options, rules, source, paths }: BatchJob, files: RunFiles): FinishedBatch {
  const { counts, output } = files.reached;
  return {
    id: files.id,
    input: { name: input.name, sha256: input.sha256 },
    output: { name: basename(paths.output) },
    options: {
      form: source.description,
      columns: rules.columns.columns.map(({ heading, target }) => [heading, target]),
      ...(rules.schema ? { schema: rules.schema } : {}),
      dateOrder: rules.dateOrder,
      results: options.format,
      allMatches: options.allMatches ?? false,
    },
    counts,
    decision: decisionOf(counts),
    rows: { count: counts.rows, hash: `sha256:${output.sha256}` },
  };
}

/** What must be the same for an unfinished run to be gone on with; the names stand in the message. */
function identityOf(job: BatchJob, screener: BatchScreener): RunIdentity {
  const { options, input, rules } = job;
  return {
    journal: 3,
    'input file': input.sha256,
    'way of reading the input': [job.source.description, options.sheet ?? null],
    'column map': rules.columns.columns.map(({ heading, index, target }) => [heading, index, target]),
    schema: rules.schema ?? null,
    'date order': rules.dateOrder,
    'form of the results': [
      TABLE_LAYOUT,
      options.format,
      options.allMatches ?? false,
      options.byteOrderMark ?? false,
    ],
    'list set, policy or engine': screener.fingerprint,
  };
}

/** Workbooks are made out of JSON lines in the end, since nothing can be appended to one. */
function outputHeader({ options }: BatchJob): string {
  if (options.format !== 'csv') return '';
  const mark = options.byteOrderMark ? '\uFEFF' : '';
  return mark + csvLine(tableColumns(options.allMatches ?? false).map((column) => column.heading));
}

/** @returns false if the signal stopped it before the last row */
async function screenRows(
  job: BatchJob,
  screener: BatchScreener,
  files: RunFiles,
  options: RunOptions,
): Promise<boolean> {
  let isComplete = true;
  const { signal, onProgress, chunksInFlight = screener.parallel ?? CHUNKS_IN_FLIGHT } = options;
  const resumed = files.reached.counts.rows;
  const underway: { readonly chunk: Chunk; readonly answers: Promise<Answer[]> }[] = [];
  const commitFirst = async (): Promise<void> => {
    const first = underway.shift();
    if (!first) return;
    await commit(job, files, first.chunk, await first.answers);
    onProgress?.({ phase: 'screening', done: files.reached.counts.rows, total: job.survey.rows, resumed });
  };
  onProgress?.({ phase: 'screening', done: resumed, total: job.survey.rows, resumed });
  for await (const chunk of readChunks(job, files, options.chunkRows ?? CHUNK_ROWS)) {
    if (signal?.aborted) {
      isComplete = false;
      break;
    }
    const answers = answer(screener, chunk.rows);
    // It is awaited in its turn; until then a failure must not count as one that nobody handles.
    answers.catch(() => {});
    underway.push({ chunk, answers });
    if (underway.length >= chunksInFlight) await commitFirst();
  }
  while (underway.length > 0) await commitFirst();
  return isComplete;
}

/** The rows that are still to be done, in chunks. */
async function* readChunks(job: BatchJob, files: RunFiles, chunkRows: number): AsyncGenerator<Chunk> {
  let toSkip = files.reached.consumed;
  let row = files.reached.counts.rows;
  let rows: ReadRow[] = [];
  let blank = 0;
  let characters = 0;
  for await (const source of job.source.rows()) {
    if (toSkip > 0) {
      toSkip -= 1;
      continue;
    }
    if (source.content.kind === 'blank') blank += 1;
    else {
      row += 1;
      rows.push(readRow(row, source, job));
      characters += source.text.length;
    }
    if (rows.length + blank < chunkRows && characters < CHUNK_CHARACTERS) continue;
    yield { rows, blank };
    rows = [];
    blank = 0;
    characters = 0;
  }
  if (rows.length + blank > 0) yield { rows, blank };
}

function readRow(row: number, source: SourceRow, job: BatchJob): ReadRow {
  return { row, line: source.line, text: source.text, party: partyOfRow(source.content, job.rules) };
}

/** The answers to rows, in order. */
async function answer(screener: BatchScreener, rows: readonly ReadRow[]): Promise<Answer[]> {
  const queries = rows.flatMap(({ party }) => ('query' in party ? [party.query] : []));
  const answers = (await ask(screener, queries)).values();
  return rows.map(({ party }) => ('query' in party ? (answers.next().value as Answer) : party));
}

/** One query that cannot be screened must not cost the others of its chunk, so then each is asked singly. */
async function ask(screener: BatchScreener, queries: readonly PartyQuery[]): Promise<Answer[]> {
  if (queries.length === 0) return [];
  try {
    const answers = await screener.screen(queries);
    if (answers.length === queries.length) return [...answers];
    throw new InterdictError('INTERNAL', `${queries.length} queries got ${answers.length} answers.`);
  } catch (error) {
    if (!(error instanceof InterdictError) || error.code !== 'QUERY_INVALID') throw error;
    if (queries.length === 1) return [{ reason: `it cannot be screened: ${error.message}` }];
    const answers: Answer[] = [];
    for (const query of queries) answers.push(...(await ask(screener, [query])));
    return answers;
  }
}

async function commit(
  job: BatchJob,
  files: RunFiles,
  chunk: Chunk,
  answers: readonly Answer[],
): Promise<void> {
  let output = '';
  const problems: Problem[] = [];
  const decisions = { ...NO_COUNTS.decisions };
  let screened = 0;
  let valuesLeftOut = 0;
  let rowsWithMatches = 0;
  for (const [index, { row, line, text, party }] of chunk.rows.entries()) {
    const given = answers[index] as Answer;
    if ('reason' in given) {
      problems.push({ row, line, outcome: 'not screened', reason: given.reason, text });
      continue;
    }
    screened += 1;
    decisions[given.decision] += 1;
    if (given.results.length > 0) rowsWithMatches += 1;
    output += written({ row, line, screening: ofRun(given, files, row) }, job);
    for (const issue of 'issues' in party ? party.issues : []) {
      valuesLeftOut += 1;
      problems.push({ row, line, outcome: 'screened without', ...issue });
    }
  }
  const rows = chunk.rows.length;
  await files.commit(output, problems.map(problemLine).join(''), rows + chunk.blank, {
    rows,
    screened,
    notScreened: rows - screened,
    blank: chunk.blank,
    valuesLeftOut,
    rowsWithMatches,
    decisions,
  });
}

/**
 * A screening with the id and the moment that follow from its run: the record knows the run and not its rows, and a run
 * that was cut off writes the same bytes as one that was not.
 */
function ofRun(screening: Screening, { id, at }: RunFiles, row: number): Screening {
  return { ...screening, id: `${id}-${row}`, at };
}

/** A row's results as the part file has them. */
function written(result: RowResult, { options }: BatchJob): string {
  if (options.format === 'csv')
    return tableLines(result, options.allMatches ?? false)
      .map(csvLine)
      .join('');
  const { row, line, screening } = result;
  return `${JSON.stringify({ row, line, ...screening })}\n`;
}

/** No row may be lost between the reading and the results. */
async function checkComplete(job: BatchJob, counts: BatchCounts): Promise<void> {
  if (counts.rows !== job.survey.rows || (await hasChanged(job.input))) {
    const message = `${job.input.name} was changed while it was read; start over with --restart.`;
    throw new InterdictError('BATCH_INPUT', message, { file: job.input.name });
  }
  const decided = Object.values(counts.decisions).reduce((sum, count) => sum + count, 0);
  if (counts.screened + counts.notScreened === counts.rows && decided === counts.screened) return;
  const message = `${counts.rows} rows were read, but ${counts.screened} screened and ${counts.notScreened} not.`;
  throw new InterdictError('INTERNAL', message, { file: job.input.name });
}
