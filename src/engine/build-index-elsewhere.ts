// Has the index of a home built in a thread of its own.
import { Worker } from 'node:worker_threads';
import { THREAD_FLAGS, workerModule } from '../model/worker-module.ts';
import type { IndexWork } from './index-worker.ts';

/**
 * Builds the index of the lists in force on a day, in another thread, and leaves its file where `loadIndex` finds
 * it. When it resolves, the file is there.
 */
export function buildIndexElsewhere(work: IndexWork): Promise<void> {
  const worker = new Worker(workerModule(import.meta.url, 'index-worker'), {
    workerData: work,
    ...THREAD_FLAGS,
  });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The thread that builds the index ended with ${code}.`)),
    );
  });
}
