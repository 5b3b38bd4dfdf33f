// The journal of a run: a file of JSON lines beside the results. Its first line says which run it is; each further
// one says how far the run had come when its results were safely on disk. A line that was cut by a crash is no line.
import { readFile } from 'node:fs/promises';
import type { FileMark } from './appended-file.ts';
import type { BatchCounts } from './counts.ts';

/** What makes two runs the same: each part under the name by which a message calls it. */
export type RunIdentity = Readonly<Record<string, unknown>>;

export interface JournalEntry {
  /** Rows of the source that are done, blank ones among them. */
  readonly consumed: number;
  readonly output: FileMark;
  readonly problems: FileMark;
  readonly counts: BatchCounts;
}

/** What is said of a run when it begins; stays the same however often it is cut off. */
export interface RunStart {
  /** Its id. */
  readonly run: string;
  /** ISO 8601 with seconds, UTC. */
  readonly at: string;
}

export interface Journal extends RunStart {
  readonly identity: RunIdentity;
  readonly entries: readonly JournalEntry[];
  /** Length of the journal in bytes, behind each entry. */
  readonly ends: readonly number[];
  /** All rows are done; only the files are still to be put in place. */
  readonly isFinished: boolean;
}

export function identityLine({ run, at }: RunStart, identity: RunIdentity): string {
  return `${JSON.stringify({ run, at, identity })}\n`;
}

export function entryLine(entry: JournalEntry): string {
  return `${JSON.stringify(entry)}\n`;
}

export const FINISHED_LINE = `${JSON.stringify({ finished: true })}\n`;

/** The journal at a path, as far as its lines are whole; undefined if there is none, or not even a first line. */
export async function readJournal(path: string): Promise<Journal | undefined> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!bytes) return undefined;
  const entries: JournalEntry[] = [];
  const ends: number[] = [];
  let first: FirstLine | undefined;
  let isFinished = false;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(10, start);
    if (end < 0) break;
    const line = parseLine(bytes.toString('utf8', start, end));
    if (!line) break;
    start = end + 1;
    if (!first) first = firstLine(line);
    else if (line.finished === true) isFinished = true;
    else {
      entries.push(line as unknown as JournalEntry);
      ends.push(start);
    }
  }
  return first && { ...first, entries, ends, isFinished };
}

type FirstLine = Pick<Journal, 'run' | 'at' | 'identity'>;

/** What the first line says; that of an older Interdict lacks something, and is like no other. */
function firstLine({ run, at, identity }: Record<string, unknown>): FirstLine {
  const isKnown =
    typeof run === 'string' && typeof at === 'string' && typeof identity === 'object' && identity !== null;
  return isKnown ? { run, at, identity: identity as RunIdentity } : { run: '', at: '', identity: {} };
}

/** A crash of the machine can leave bytes of no meaning at the end of a file; they end the journal. */
function parseLine(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** The names of the parts in which two runs differ. */
export function differences(one: RunIdentity, other: RunIdentity): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
}
