// What reading a source needs and gives: bytes in, articles with what was read in them out. The port between the part of
// the engine that reads and the part that keeps.
import type { RecordedModel } from '../../cases/record/content.ts';
import type { RecordedList } from '../../cases/record/entry.ts';
import type { Article, Claim, Finding, Mention } from '../../model/reading.ts';

/** What is known of bytes besides themselves. */
export interface SourceHints {
  /** When they came in, ISO 8601, UTC. */
  readonly retrieved: string;
  readonly mediaType?: string | undefined;
  readonly name?: string | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly published?: string | undefined;
  readonly publisher?: string | undefined;
}

/** One article as it was read. */
export interface ReadResult {
  readonly article: Article;
  /** What `article.sha256` is the hash of. */
  readonly bytes: Uint8Array;
  readonly mentions: readonly Mention[];
  readonly claims: readonly Claim[];
  readonly findings: readonly Finding[];
}

export interface SourceReading {
  readonly articles: readonly ReadResult[];
  /** What was lost or assumed, one sentence each. */
  readonly notes: readonly string[];
  /** What a language model answered, where one was heard. */
  readonly languageModel?: RecordedModel;
  /** A language model was configured and could not be heard; the rules have read everything. @default false */
  readonly isIncomplete?: boolean;
}

/** Reads sources under one setting: one code, one state of the lists. */
export interface SourceReader {
  /** Equal for two readers that read the same bytes alike. */
  readonly fingerprint: string;
  /** The lists that mentioned parties are looked up on. */
  readonly lists: readonly RecordedList[];
  /** Links between listings that are cut, each as its two ids. */
  readonly cuts: readonly (readonly [string, string])[];
  /** @throws InterdictError with a code of the table if the bytes hold no article that can be read */
  read(bytes: Uint8Array, hints: SourceHints): Promise<SourceReading>;
}
