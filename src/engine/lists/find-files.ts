// The files that a user means by paths: a file as it is, a folder with everything below it.
import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileFromDisk, type ListFile } from '../../lists/list-file.ts';
import { InterdictError } from '../../model/errors.ts';

export interface FoundFile {
  readonly file: ListFile;
  /** Where it is, as the user wrote it: a path, or an address. */
  readonly place: string;
  /** The same, as it is found from anywhere. */
  readonly source: string;
  /** What holds it; files of one list lie together. */
  readonly folder: string;
  /** True if it was named itself and not found in a folder. */
  readonly isNamed: boolean;
  /**
   * Names that may tell the day of publication, nearest first: the file's own, those of its folders up to the one
   * that was given. Empty for a file that was named itself: nobody said what its folder's name means.
   */
  readonly names: readonly string[];
}

/**
 * All files at the paths, in order, each once; hidden files and folders are left out of folders.
 * @throws InterdictError FILE_UNREADABLE if there is nothing at a path
 */
export async function findFiles(paths: readonly string[]): Promise<FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const path of paths) {
    const files = (await statOf(path)).isDirectory() ? await filesBelow(path) : [named(path)];
    for (const file of files) {
      const real = await realpath(file.place);
      if (file.isNamed || !found.has(real)) found.set(real, file);
    }
  }
  return [...found.values()];
}

async function statOf(path: string): Promise<Stats> {
  try {
    return await stat(path);
  } catch (cause) {
    const message = `There is no file or folder "${path}".`;
    throw new InterdictError('FILE_UNREADABLE', message, { file: path }, { cause });
  }
}

function named(place: string): FoundFile {
  const source = resolve(place);
  return { file: fileFromDisk(place), place, source, folder: dirname(source), isNamed: true, names: [] };
}

async function filesBelow(root: string): Promise<FoundFile[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const found: FoundFile[] = [];
  for (const entry of entries) {
    const place = join(entry.parentPath, entry.name);
    const steps = relative(root, place).split(sep);
    if (steps.some((step) => step.startsWith('.'))) continue;
    // A link is followed to a file, not to a folder: that may lead back to where it came from.
    if (!entry.isFile() && !(entry.isSymbolicLink() && (await isFile(place)))) continue;
    const source = resolve(place);
    const names = [...steps.toReversed(), basename(resolve(root))];
    found.push({ file: fileFromDisk(place), place, source, folder: dirname(source), isNamed: false, names });
  }
  return found.sort((one, other) => (one.place < other.place ? -1 : 1));
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false; // a link to nowhere
  }
}
