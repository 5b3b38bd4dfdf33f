// The files of one run beside its results, and the promise that goes with them: results are appended to `.part` in
// whole chunks, and only when a chunk is on disk does the journal say so. Whatever a kill or a crash leaves behind
// the last entry of the journal is cut off when the run goes on, so no row is lost and none stands twice.
import { type FileHandle, open, rename, rm, truncate } from 'node:fs/promises';
import { InterdictError } from '../../model/errors.ts';
import { pathExists } from '../path-exists.ts';
import { syncFolder } from '../sync-folder.ts';
import { AppendedFile, countAgreeing } from './appended-file.ts';
import { addCounts, type BatchCounts, NO_COUNTS } from './counts.ts';
import {
  differences,
  entryLine,
  FINISHED_LINE,
  identityLine,
  type JournalEntry,
  type RunIdentity,
  type RunStart,
  readJournal,
} from './journal.ts';

export interface RunPaths {
  readonly output: string;
  readonly part: string;
  readonly problems: string;
  readonly problemsPart: string;
  readonly journal: string;
  readonly lock: string;
  /** Standard input, kept while the run lasts. */
  readonly spool: string;
  /** A workbook while it is being written. */
  readonly converted: string;
}

export function runPaths(output: string): RunPaths {
  return {
    output,
    part: `${output}.part`,
    problems: `${output}.problems.csv`,
    problemsPart: `${output}.problems.csv.part`,
    journal: `${output}.journal`,
    lock: `${output}.lock`,
    spool: `${output}.input`,
    converted: `${output}.converting`,
  };
}

export interface RunFilesOptions {
  /** Id for a new run; an unfinished one keeps its own. */
  readonly newId: () => string;
  readonly now: () => Date;
  readonly identity: RunIdentity;
  /** First lines of the two files; empty for none. */
  readonly outputHeader: string;
  readonly problemsHeader: string;
  /** Discard an unfinished run. */
  readonly restart: boolean;
  /** Replace results that are there. */
  readonly force: boolean;
}

/**
 * Refuses early where finished results would be overwritten and no unfinished run is to go on.
 * @throws InterdictError BATCH_OUTPUT_EXISTS
 */
export async function refuseOverwriting(paths: RunPaths, force: boolean): Promise<void> {
  if (force || !(await pathExists(paths.output)) || (await pathExists(paths.journal))) return;
  throw outputExists(paths);
}

/**
 * Opens a new run, or the unfinished one that is there. The lock is to be held.
 * @throws InterdictError BATCH_OUTPUT_EXISTS, BATCH_RESUME_MISMATCH
 */
export async function openRunFiles(paths: RunPaths, options: RunFilesOptions): Promise<RunFiles> {
  const journal = options.restart ? undefined : await readJournal(paths.journal);
  if (!journal) {
    if (!options.force && (await pathExists(paths.output))) throw outputExists(paths);
    return RunFiles.begin(paths, options);
  }
  const parts = differences(journal.identity, options.identity);
  if (parts.length > 0) {
    const message = `The unfinished run beside ${paths.output} has another ${parts.join(', another ')}.`;
    throw new InterdictError('BATCH_RESUME_MISMATCH', message, { file: paths.journal });
  }
  const { entries } = journal;
  if (journal.isFinished) return RunFiles.finished(paths, journal, entries.at(-1) as JournalEntry);
  // A crash of the machine may have lost bytes that a journal speaks of; then the run goes on from before them.
  const good = Math.min(
    await countAgreeing(
      paths.part,
      entries.map((entry) => entry.output),
    ),
    await countAgreeing(
      paths.problemsPart,
      entries.map((entry) => entry.problems),
    ),
  );
  const last = entries[good - 1];
  if (!last) return RunFiles.begin(paths, options);
  await truncate(paths.journal, journal.ends[good - 1] as number);
  return RunFiles.goOn(paths, journal, last);
}

interface OpenFiles {
  readonly output: AppendedFile;
  readonly problems: AppendedFile;
  readonly journal: FileHandle;
}

export class RunFiles {
  readonly paths: RunPaths;
  /** Id of the run. */
  readonly id: string;
  /** When it began; to the second, as a screening has it. */
  readonly at: string;
  /** How far the run has come. */
  reached: JournalEntry;
  readonly #open: OpenFiles | undefined;

  private constructor(
    paths: RunPaths,
    { run, at }: RunStart,
    open: OpenFiles | undefined,
    reached: JournalEntry,
  ) {
    this.paths = paths;
    this.id = run;
    this.at = at;
    this.#open = open;
    this.reached = reached;
  }

  static async begin(paths: RunPaths, options: RunFilesOptions): Promise<RunFiles> {
    // Without a journal nothing that lies there can be trusted, so the journal goes first and comes last.
    await rm(paths.journal, { force: true });
    await rm(paths.converted, { force: true });
    const output = await AppendedFile.create(paths.part);
    const problems = await AppendedFile.create(paths.problemsPart);
    const journal = await open(paths.journal, 'w');
    const start = {
      run: options.newId(),
      at: options
        .now()
        .toISOString()
        .replace(/\.\d+Z$/u, 'Z'),
    };
    await journal.appendFile(identityLine(start, options.identity));
    const nothing = { consumed: 0, output: output.mark, problems: problems.mark, counts: NO_COUNTS };
    const files = new RunFiles(paths, start, { output, problems, journal }, nothing);
    await files.commit(options.outputHeader, options.problemsHeader, 0, NO_COUNTS);
    await syncFolder(paths.output);
    return files;
  }

  static async goOn(paths: RunPaths, start: RunStart, reached: JournalEntry): Promise<RunFiles> {
    const output = await AppendedFile.reopen(paths.part, reached.output);
    const problems = await AppendedFile.reopen(paths.problemsPart, reached.problems);
    const journal = await open(paths.journal, 'a');
    return new RunFiles(paths, start, { output, problems, journal }, reached);
  }

  static finished(paths: RunPaths, start: RunStart, reached: JournalEntry): RunFiles {
    return new RunFiles(paths, start, undefined, reached);
  }

  /** True if all rows were done when the run was cut off, and only `putInPlace` is left. */
  get isFinished(): boolean {
    return this.#open === undefined;
  }

  /**
   * Appends the results of some rows; when it resolves, they are safe.
   * @param consumed rows of the source that these results are for, blank ones among them
   */
  async commit(output: string, problems: string, consumed: number, counts: BatchCounts): Promise<void> {
    const files = this.#open as OpenFiles;
    await files.output.append(output);
    await files.problems.append(problems);
    await files.output.sync();
    await files.problems.sync();
    this.reached = {
      consumed: this.reached.consumed + consumed,
      output: files.output.mark,
      problems: files.problems.mark,
      counts: addCounts(this.reached.counts, counts),
    };
    await files.journal.appendFile(entryLine(this.reached));
    await files.journal.datasync();
  }

  /** Notes that all rows are done. */
  async finish(): Promise<void> {
    const files = this.#open as OpenFiles;
    await files.journal.appendFile(FINISHED_LINE);
    await files.journal.datasync();
  }

  async close(): Promise<void> {
    await this.#open?.output.close();
    await this.#open?.problems.close();
    await this.#open?.journal.close();
  }

  /**
   * Gives the results their name and takes away what only the run needed. Can be repeated if it was cut off.
   * @param convert makes the results out of `.part`, if they are not the same
   */
  async putInPlace(force: boolean, convert?: (from: RunPaths) => Promise<void>): Promise<void> {
    const { paths } = this;
    const { counts } = this.reached;
    const made = convert ? paths.converted : paths.part;
    const isToDo = (await pathExists(paths.part)) || (await pathExists(made));
    if (isToDo && !force && (await pathExists(paths.output))) throw outputExists(paths);
    if (convert && (await pathExists(paths.part))) await convert(paths);
    if (counts.notScreened + counts.valuesLeftOut === 0) {
      // An older run's problems do not belong to these results.
      await rm(paths.problems, { force: true });
      await rm(paths.problemsPart, { force: true });
    } else if (await pathExists(paths.problemsPart)) await rename(paths.problemsPart, paths.problems);
    // From here on a converted file is known to be whole, even if this is cut off and repeated.
    if (convert) await rm(paths.part, { force: true });
    if (await pathExists(made)) await rename(made, paths.output);
    await syncFolder(paths.output);
    await rm(paths.journal, { force: true });
  }
}

function outputExists(paths: RunPaths): InterdictError {
  return new InterdictError('BATCH_OUTPUT_EXISTS', `${paths.output} is there already.`, {
    file: paths.output,
  });
}
