// Reads a PDF file in a thread of its own, which is stopped when it takes too long or too much memory: a file of a few
// kilobytes can unpack to gigabytes, and where it does so cannot be told before it is read.
import { Worker } from 'node:worker_threads';
import { InterdictError } from '../../model/errors.ts';
import { THREAD_FLAGS, workerModule } from '../../model/worker-module.ts';
import type { PdfAnswer } from './pdf-worker.ts';
import type { RawArticle } from './raw-article.ts';

export interface PdfLimits {
  /** Milliseconds; 500 pages of text take about five seconds. @default 60,000 */
  readonly timeoutMs?: number;
  /** Bytes by which the whole process may grow meanwhile; a report takes about 150 MB. @default 1,500,000,000 */
  readonly memoryBytes?: number;
}

/** Milliseconds between two looks at the memory; unpacking fills about 300 MB in a second. */
const LOOK_EVERY_MS = 50;

/** @throws InterdictError ARTICLE_UNSAFE if it is stopped, and as readPdf */
export async function readPdfElsewhere(bytes: Uint8Array, limits: PdfLimits = {}): Promise<RawArticle> {
  const { timeoutMs = 60_000, memoryBytes = 1_500_000_000 } = limits;
  const worker = new Worker(workerModule(import.meta.url, 'pdf-worker'), {
    workerData: bytes,
    ...THREAD_FLAGS,
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(memoryBytes / 1_000_000) },
  });
  const { promise, resolve, reject } = Promise.withResolvers<PdfAnswer>();
  const before = process.memoryUsage.rss();
  const timer = setTimeout(() => reject(unsafe(`takes more than ${timeoutMs / 1000} s`)), timeoutMs);
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() - before > memoryBytes)
      reject(unsafe('unpacks to more than fits into memory'));
  }, LOOK_EVERY_MS);
  worker.once('message', resolve);
  worker.once('error', (error: NodeJS.ErrnoException) => {
    const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    reject(isFull ? unsafe('unpacks to more than fits into memory') : error);
  });
  worker.once('exit', () => reject(unsafe('ended the thread that read it')));
  try {
    const answer = await promise;
    if ('article' in answer) return answer.article;
    throw new InterdictError(answer.error.code, answer.error.message);
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    await worker.terminate();
  }
}

function unsafe(what: string): InterdictError {
  return new InterdictError('ARTICLE_UNSAFE', `The PDF file ${what}, which no report does.`);
}
