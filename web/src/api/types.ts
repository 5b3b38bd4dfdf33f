// The shapes that the server answers with. Those of the contracts are the library's own types; a type is all that
// crosses from there, never code.
export type { Decision } from '../../../src/model/decision.ts';
export type {
  Article,
  Claim,
  ClaimCluster,
  Finding,
  Mention,
  Reading,
  Span,
} from '../../../src/model/reading.ts';
export type {
  AlignedPart,
  Explanation,
  FeatureEffect,
  ListingResult,
  ListState,
  ListUse,
  PartyQuery,
  Screening,
  ScreeningResult,
} from '../../../src/model/screening.ts';

export interface Status {
  readonly version: string;
  readonly lists: {
    readonly count: number;
    readonly entities: number;
    readonly isStarter: boolean;
    readonly stale: readonly string[];
    readonly missing: readonly string[];
  };
  /** Why nobody can be cleared now; empty if somebody can. */
  readonly decisionNote: string;
}
