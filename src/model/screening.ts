// The Screening contract: what a screening answers, as JSON. Stable; it only grows.
// The same shape is printed by `--json`, kept in the record and sent by the server.
import type { Decision } from './decision.ts';
import type { Listing } from './record.ts';
import type { SchemaName } from './schema/schema.ts';

/** A party to be screened, in FollowTheMoney's terms. */
export interface PartyQuery {
  readonly id?: string;
  readonly schema: SchemaName;
  /** Property name -> texts, as the customer or document states them. */
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/**
 * How usable a list is: `fresh`; `stale` (too long since it was known to be the current one); `missing`;
 * `incomplete` (rows of it could not be read); `starter` (sample data, never enough to clear anyone).
 */
export type ListState = 'fresh' | 'stale' | 'missing' | 'incomplete' | 'starter';

export interface ListUse {
  readonly dataset: string;
  /** `sha256:…` of the publisher's bytes; absent if the list is missing. */
  readonly version?: string;
  readonly published?: string;
  readonly entities?: number;
  /** Days from the last day on which the version was known to be the current one. */
  readonly age_days?: number;
  readonly state: ListState;
  /** True if the profile needs this list for a `clear`. */
  readonly required: boolean;
}

export type PartRelation = 'agree' | 'omit' | 'contradict';

/** One part of two names, aligned. `query` or `candidate` is absent where only the other side has the part. */
export interface AlignedPart {
  readonly query?: string;
  readonly candidate?: string;
  readonly relation: PartRelation;
  /** How the parts relate: "same", "same sound", "one letter differs", "initial", "nickname" … */
  readonly how: string;
  /** Contribution to the score as log-odds; positive speaks for the match. */
  readonly weight: number;
}

export interface FeatureEffect {
  readonly feature: string;
  /** Contribution to the score as log-odds; positive speaks for the match. */
  readonly effect: number;
  readonly query?: string;
  readonly candidate?: string;
  readonly detail: string;
}

export interface Explanation {
  /** The whole reason in one sentence that a person can file. */
  readonly sentence: string;
  /** The pair of names that matched best. */
  readonly names?: {
    readonly query: string;
    readonly candidate: string;
    readonly parts: readonly AlignedPart[];
  };
  readonly features: readonly FeatureEffect[];
  /** What speaks against the match, in words. */
  readonly against: readonly string[];
}

/** What a listing forbids and to whom. Filled by the rules; empty until they know the programme. */
export interface Measure {
  readonly id: string;
  readonly text: string;
  readonly source: string;
}

export interface ListingResult extends Listing {
  readonly measures: readonly Measure[];
}

/** Why two listings are held to be one party. */
export interface PartyLink {
  readonly left: string;
  readonly right: string;
  readonly reason: string;
}

export interface ScreeningResult {
  /** Id of the party: of its strongest listing, stable as listings join. */
  readonly id: string;
  readonly caption: string;
  readonly schema: SchemaName;
  /** Probability that this is the party asked about, 0 to 1. */
  readonly score: number;
  readonly match: boolean;
  readonly datasets: readonly string[];
  /** Ids of the other listings of the same party. */
  readonly referents: readonly string[];
  readonly properties: Readonly<Record<string, readonly string[]>>;
  readonly listings: readonly ListingResult[];
  readonly links: readonly PartyLink[];
  readonly explanation: Explanation;
  /** Ids of news claims about this party. */
  readonly claims: readonly string[];
}

export interface Screening {
  readonly id: string;
  /** When it was asked, ISO 8601 with seconds, UTC. */
  readonly at: string;
  /** The day whose lists were asked. */
  readonly asOf: string;
  readonly engine: { readonly version: string; readonly policy: string; readonly policyHash: string };
  readonly query: PartyQuery;
  readonly decision: Decision;
  readonly reasons: readonly string[];
  readonly lists: readonly ListUse[];
  readonly results: readonly ScreeningResult[];
}
