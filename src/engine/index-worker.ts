// A thread that builds the index of a home and ends. Building takes many seconds of computing, for which a server must
// not stop answering; the file that it leaves is opened by whoever waited.
import { parentPort, workerData } from 'node:worker_threads';
import { Engine } from '../engine.ts';

/** What the thread is told. */
export interface IndexWork {
  readonly home: string;
  readonly databaseUrl: string | undefined;
  /** Day whose lists are indexed. */
  readonly asOf: string;
}

if (parentPort) {
  const { home, databaseUrl, asOf } = workerData as IndexWork;
  const engine = await Engine.open({ home, databaseUrl });
  try {
    await engine.screening.ready(asOf);
  } finally {
    await engine.close();
  }
}
