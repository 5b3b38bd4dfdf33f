// Has the index of a home built in a thread of its own.
import { Worker } from 'node:worker_threads';
import type { IndexWork } from './index-worker.ts';

/**
 * Builds the index of the lists in force on a day, in another thread, and leaves its file where `loadIndexBytes` finds
 * it. When it resolves, the file is there.
 */
export function buildIndexElsewhere(work: IndexWork): Promise<void> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./index-worker.${extension}`, import.meta.url), {
    workerData: work,
    // Flags of this process, such as --input-type, are about its own script.
    execArgv: [],
  });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The thread that builds the index ended with ${code}.`)),
    );
  });
}
