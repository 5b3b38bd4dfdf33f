// Files that are either there in full or not at all: written under another name, forced to the disk, then renamed.

import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InterdictError } from '../model/errors.ts';

/** An unfinished file this old belongs to a process that was killed, in milliseconds: no list takes a day to add. */
const ABANDONED_AFTER = 24 * 60 * 60 * 1000;

/**
 * Writes a file; it appears at `path`, replacing what was there, only when all bytes have reached the disk.
 * If the bytes end with an error, nothing remains and the error is passed on.
 * @param incoming folder for unfinished files, on the same file system as `path`
 * @throws InterdictError FILE_UNREADABLE if the disk refuses
 */
export async function writeDurably(
  path: string,
  incoming: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  const unfinished = join(incoming, randomUUID());
  try {
    await fromDisk(path, () => mkdir(incoming, { recursive: true }));
    const handle = await fromDisk(path, () => open(unfinished, 'wx'));
    try {
      for await (const chunk of chunks) await fromDisk(path, () => handle.writeFile(chunk));
      await fromDisk(path, () => handle.sync());
    } finally {
      await handle.close();
    }
    await fromDisk(path, async () => {
      const folder = dirname(path);
      const made = await mkdir(folder, { recursive: true });
      await rename(unfinished, path);
      await syncFolder(folder);
      // A folder that was made is an entry of the one above it.
      for (let path = folder; made !== undefined && path.length >= made.length; path = dirname(path))
        await syncFolder(dirname(path));
    });
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function fromDisk<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const message = `${path} cannot be written: ${cause instanceof Error ? cause.message : cause}.`;
    throw new InterdictError('FILE_UNREADABLE', message, { file: path }, { cause });
  }
}

/** Forces a folder's entries to the disk, so that a rename in it survives a power cut. */
async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; its file system writes entries in order by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes what processes that were killed have left in the folder of unfinished files. */
export async function sweepAbandoned(incoming: string, now: Date): Promise<void> {
  const names = await readdir(incoming).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const name of names) {
    const path = join(incoming, name);
    const found = await stat(path).catch(() => undefined); // another process may sweep at the same time
    if (found && now.getTime() - found.mtimeMs > ABANDONED_AFTER)
      await rm(path, { recursive: true, force: true });
  }
}
