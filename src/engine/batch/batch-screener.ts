// What a batch needs of the screening engine. The batch knows nothing of lists, indexes or policies.
import type { Decision } from '../../model/decision.ts';
import type { PartyQuery, Screening } from '../../model/screening.ts';
import type { BatchCounts } from './counts.ts';

/** A batch whose rows are all done, as the record is told of it. */
export interface FinishedBatch {
  /** The same however often the run was cut off. */
  readonly id: string;
  readonly input: { readonly name: string; readonly sha256: string };
  readonly output: { readonly name: string };
  /** How the file was read and its results were written. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly counts: BatchCounts;
  readonly decision: Decision;
  /** Rows of the input, and the SHA-256 of their results (`sha256:…`). */
  readonly rows: { readonly count: number; readonly hash: string };
}

export interface BatchScreener {
  /**
   * Names the lists, the policy and the engine that answer. A run that was cut off goes on only under the same
   * fingerprint, so that one result file never mixes the answers of two list sets.
   */
  readonly fingerprint: string;
  /** Questions of many queries that it can work on at the same time. @default 2 */
  readonly parallel?: number;
  /**
   * Answers each query, in order; any number of queries at once. The answer to a query depends on that query alone.
   * @throws InterdictError QUERY_INVALID if a query cannot be screened; the batch then asks for each one singly
   */
  screen(queries: readonly PartyQuery[]): Promise<readonly Screening[]>;
  /**
   * Writes a finished batch to the record; the results get their name only after that. Called again with the same id
   * if the run was cut off in between. A screener without it keeps no record.
   */
  record?(batch: FinishedBatch): Promise<void>;
}
