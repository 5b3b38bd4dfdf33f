// Reads files and folders of reports, each source committed by itself. A run that is cut off is gone on with by the same
// command: what was read in the same way before is known by its bytes and not read again, so nothing is lost or doubled.
import { readFile } from 'node:fs/promises';
import { InterdictError } from '../../model/errors.ts';
import { findFiles } from '../lists/find-files.ts';
import { type KeepOptions, type KeepParts, type KeptSource, keepSource } from './keep-source.ts';
import type { SourceReader } from './source-reader.ts';

export interface FolderProgress {
  /** Files that are done, those known from before among them. */
  readonly done: number;
  readonly total: number;
  /** Files that were known from before. */
  readonly known: number;
  /** The file that was done last. */
  readonly file?: string;
}

export interface FolderOptions extends KeepOptions {
  readonly onProgress?: ((progress: FolderProgress) => void) | undefined;
  /** When it is aborted, the file under way is finished and the rest is left for another run. */
  readonly signal?: AbortSignal | undefined;
}

/** A file that holds no report that can be read. */
export interface FailedFile {
  readonly file: string;
  readonly code: string;
  readonly message: string;
}

export interface FolderOutcome {
  readonly state: 'finished' | 'interrupted';
  readonly files: number;
  readonly read: number;
  /** Files whose bytes were read before in the same way: by an earlier run, or under another name. */
  readonly known: number;
  readonly failed: readonly FailedFile[];
  /** Ids of all articles, in the order of the files, each once. */
  readonly articles: readonly string[];
  /** What was lost or assumed, by file. */
  readonly notes: readonly { readonly file: string; readonly note: string }[];
}

/**
 * Reads the files at paths and keeps what was read.
 * @throws InterdictError FILE_UNREADABLE if there is nothing at a path or a file cannot be read
 */
export async function readFolder(
  parts: KeepParts,
  reader: SourceReader,
  paths: readonly string[],
  { onProgress, signal, ...options }: FolderOptions = {},
): Promise<FolderOutcome> {
  const files = await findFiles(paths);
  const counts = { read: 0, known: 0, failed: 0 };
  const failed: FailedFile[] = [];
  const articles = new Set<string>();
  const notes: { file: string; note: string }[] = [];
  let done = 0;
  onProgress?.({ done, total: files.length, known: 0 });
  for (const { place } of files) {
    if (signal?.aborted) break;
    const kept = await keepSource(parts, reader, await bytesOf(place), { name: place }, options);
    counts[kept.outcome] += 1;
    if (kept.problem) failed.push({ file: place, ...kept.problem });
    for (const id of kept.articles) articles.add(id);
    notes.push(...notesOf(place, kept));
    done += 1;
    onProgress?.({ done, total: files.length, known: counts.known, file: place });
  }
  return {
    state: done === files.length ? 'finished' : 'interrupted',
    files: files.length,
    read: counts.read,
    known: counts.known,
    failed,
    articles: [...articles],
    notes,
  };
}

function notesOf(file: string, { notes }: KeptSource): { file: string; note: string }[] {
  return notes.map((note) => ({ file, note }));
}

async function bytesOf(path: string): Promise<Uint8Array> {
  return await readFile(path).catch((cause: Error) => {
    throw new InterdictError(
      'FILE_UNREADABLE',
      `${path} cannot be read: ${cause.message}.`,
      { file: path },
      { cause },
    );
  });
}
