// Reading one report that somebody sent or named by its address, as the doors ask for it: the reading, or the error
// that says why there is none.
import { type ErrorCode, InterdictError } from '../model/errors.ts';
import type { Reading } from '../model/reading.ts';
import type { ReadAnswer, ReadingService } from './reading/reading-service.ts';

/** A report as it came in, before it is read. */
export interface ReportInput {
  readonly bytes: Uint8Array;
  readonly mediaType?: string | undefined;
  readonly name?: string | undefined;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly published?: string | undefined;
  readonly publisher?: string | undefined;
}

/** What reads reports; what was read is asked of the engine's `claims`. */
export interface ReportReader {
  /**
   * Reads bytes, keeps what was read, and answers it.
   * @throws InterdictError ARTICLE_… if they hold no report that can be read
   */
  read(report: ReportInput, who: string | undefined): Promise<Reading>;
  /**
   * The same for a public address of the web, fetched first.
   * @throws InterdictError FETCH_…, ARTICLE_…
   */
  readUrl(url: string, who: string | undefined): Promise<Reading>;
}

/** Over the reading service of an engine. */
export function reportReaderOf({ reading }: { readonly reading: ReadingService }): ReportReader {
  return {
    read: async ({ bytes, name, ...hints }, who) => {
      const called = name ?? hints.url ?? hints.title ?? 'text';
      return readingIn(await reading.readBytes(bytes, { name: called, ...hints }, { who }));
    },
    readUrl: async (url, who) => readingIn(await reading.readAddress(url, {}, { who })),
  };
}

function readingIn({ reading, kept: { problem } }: ReadAnswer): Reading {
  if (problem) throw new InterdictError(problem.code as ErrorCode, problem.message);
  return reading;
}
