// What an entry keeps of each kind of answer: enough to show it to an examiner and to ask the same again. All of it
// is payload, so all of it can be deleted by policy.
import type { Decision } from '../../model/decision.ts';
import type { Reading } from '../../model/reading.ts';
import type { Screening } from '../../model/screening.ts';

/** Links between listings that were cut at the time, each as its two ids. */
export type Cuts = readonly (readonly [string, string])[];

/** A screening: the answer holds the question, its day and the state of its lists. */
export interface ScreeningContent {
  readonly input: {
    readonly profile: string;
    readonly limit?: number;
    readonly cutoff?: number;
    readonly cuts: Cuts;
  };
  readonly answer: Screening;
}

/** What a language model answered; it may answer otherwise when it is asked again, so a repetition takes these. */
export interface RecordedModel {
  readonly model: string;
  /** Hex SHA-256 of the instructions that it was given. */
  readonly promptSha256: string;
  /** Hex SHA-256 of a question -> the answer, as it came. */
  readonly answers: Readonly<Record<string, string>>;
}

/** A reading of one source, which may hold several articles. Its bytes are kept with the articles, not here. */
export interface ReadingContent {
  readonly input: {
    /** Hex SHA-256 of the bytes that were read. */
    readonly sha256: string;
    /** Path, address or other name that they came under. */
    readonly name: string;
    /** When they came in, ISO 8601, UTC. */
    readonly retrieved: string;
    /** What the reader was told besides, where they do not say it themselves. */
    readonly mediaType?: string | undefined;
    readonly url?: string | undefined;
    readonly title?: string | undefined;
    readonly published?: string | undefined;
    readonly publisher?: string | undefined;
    readonly cuts: Cuts;
    /** Where a language model proposed statements. */
    readonly languageModel?: RecordedModel;
  };
  readonly answer: Reading;
}

/** A file of parties. Its rows are not kept here: the entry holds their hash. */
export interface BatchContent {
  readonly input: { readonly name: string; readonly sha256: string };
  readonly output: { readonly name: string };
  /** How it was asked: columns, schema, dates, profile … */
  readonly options: Readonly<Record<string, unknown>>;
  readonly counts: {
    readonly rows: number;
    readonly screened: number;
    readonly notScreened: number;
    /** Rows without any text. */
    readonly blank?: number;
    /** Values that rows were screened without. */
    readonly valuesLeftOut?: number;
    /** Rows with at least one result. */
    readonly rowsWithMatches?: number;
    readonly decisions: Readonly<Record<Decision, number>>;
  };
}

export interface ContentOfKind {
  readonly screening: ScreeningContent;
  readonly reading: ReadingContent;
  readonly batch: BatchContent;
}
