// Keeps two runs from writing the same results at once: a file that holds the id of the process. A lock whose process
// is gone is taken over. It guards one machine; two machines on one network drive are not kept apart.
import { open, readFile, rm } from 'node:fs/promises';
import { InterdictError } from '../../model/errors.ts';

/**
 * Takes the lock at a path.
 * @throws InterdictError BATCH_BUSY if a living process holds it
 */
export async function takeLock(path: string): Promise<void> {
  for (;;) {
    try {
      const handle = await open(path, 'wx');
      await handle.writeFile(String(process.pid)).finally(() => handle.close());
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = Number(await readFile(path, 'utf8').catch(() => ''));
    if (holder !== process.pid && isAlive(holder)) {
      const message = `Process ${holder} is writing these results (${path}).`;
      throw new InterdictError('BATCH_BUSY', message, { file: path });
    }
    await rm(path, { force: true });
  }
}

export async function releaseLock(path: string): Promise<void> {
  await rm(path, { force: true });
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
