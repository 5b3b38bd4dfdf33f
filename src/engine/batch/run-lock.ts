// Keeps two runs from writing the same results at once: a file that names the process. A lock whose process is gone is
// taken over. It guards one machine; two machines on one network drive are not kept apart.
import { open, readFile, rm } from 'node:fs/promises';
import { InterdictError } from '../../model/errors.ts';

/** Locks of this process. A file that names it and is not among them was left by an earlier one of the same number. */
const own = new Set<string>();

/**
 * Takes the lock at a path.
 * @throws InterdictError BATCH_BUSY if a living process holds it, this one among them
 */
export async function takeLock(path: string): Promise<void> {
  if (own.has(path)) throw isHeld(process.pid, path);
  // Before anything is waited for, so that nobody else of this process comes in between.
  own.add(path);
  try {
    await takeFile(path);
  } catch (error) {
    own.delete(path);
    throw error;
  }
}

async function takeFile(path: string): Promise<void> {
  const line = `${process.pid} ${(await beginningOf(process.pid)) ?? ''}`;
  for (;;) {
    try {
      const handle = await open(path, 'wx');
      await handle.writeFile(line).finally(() => handle.close());
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const [holder, beginning] = (await readFile(path, 'utf8').catch(() => '')).split(' ');
    if (await lives(Number(holder), beginning)) throw isHeld(Number(holder), path);
    await rm(path, { force: true });
  }
}

export async function releaseLock(path: string): Promise<void> {
  await rm(path, { force: true });
  own.delete(path);
}

function isHeld(holder: number, path: string): InterdictError {
  const message = `Process ${holder} is writing these results (${path}).`;
  return new InterdictError('BATCH_BUSY', message, { file: path });
}

/** @param beginning of the process that is meant, where that could be told: numbers of processes are used again */
async function lives(pid: number, beginning: string | undefined): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = await beginningOf(pid);
  return !beginning || !now || beginning === now;
}

/** When a process began, in ticks since the machine did; only Linux tells (proc_pid_stat(5), field 22). */
async function beginningOf(pid: number): Promise<string | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name of the program, in parentheses, may hold anything.
  return text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .at(22 - 3);
}
