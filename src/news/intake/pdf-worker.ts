// The thread in which a PDF file is read; see read-pdf-elsewhere.ts. It answers once and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { type ErrorCode, InterdictError } from '../../model/errors.ts';
import { readPdf } from './pdf.ts';
import type { RawArticle } from './raw-article.ts';

/** Errors lose their class on the way between threads. */
export type PdfAnswer =
  | { readonly article: RawArticle }
  | { readonly error: { readonly code: ErrorCode; readonly message: string } };

try {
  answer({ article: await readPdf(workerData as Uint8Array) });
} catch (error) {
  if (!(error instanceof InterdictError)) throw error;
  answer({ error: { code: error.code, message: error.message } });
}

function answer(message: PdfAnswer): void {
  parentPort?.postMessage(message);
}
