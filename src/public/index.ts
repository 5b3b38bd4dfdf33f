// The front door of the library: an engine over a home folder, and what it answers.
// Subpaths open single rooms: interdict/model, /names, /lists, /screen.

export { compareEntityPair, compareNamePair, type PairComparison } from '../engine/compare-pairs.ts';
export type { ScreenOptions } from '../engine/screening-service.ts';
export { Engine, type EngineOptions } from '../engine.ts';
export { DECISIONS_BY_GRAVITY, type Decision, EXIT_CODES, gravest } from '../model/decision.ts';
export { ERRORS, type ErrorCode, InterdictError } from '../model/errors.ts';
export type {
  AlignedPart,
  Explanation,
  FeatureEffect,
  ListState,
  ListUse,
  PartyQuery,
  Screening,
  ScreeningResult,
} from '../model/screening.ts';
