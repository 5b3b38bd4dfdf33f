// What a batch needs of the screening engine. The batch knows nothing of lists, indexes or policies.
import type { PartyQuery, Screening } from '../../model/screening.ts';

export interface BatchScreener {
  /**
   * Names the lists, the policy and the engine that answer. A run that was cut off goes on only under the same
   * fingerprint, so that one result file never mixes the answers of two list sets.
   */
  readonly fingerprint: string;
  /**
   * Answers each query, in order; any number of queries at once. The answer to a query depends on that query alone.
   * @throws InterdictError QUERY_INVALID if a query cannot be screened; the batch then asks for each one singly
   */
  screen(queries: readonly PartyQuery[]): Promise<readonly Screening[]>;
}
