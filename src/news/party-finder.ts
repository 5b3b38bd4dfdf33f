// The port through which reading asks for listed parties. The engine fills it with the screener; news never sees it.
import type { MentionType } from '../model/reading.ts';

/** What an article says of a party that it names. */
export interface MentionedParty {
  readonly type: MentionType;
  /** All spellings that the article uses. */
  readonly names: readonly string[];
  /** Country codes that the article ties to it, as FollowTheMoney writes them. */
  readonly countries: readonly string[];
  /** Years in which it may have been born, worked out from the age that the article tells. */
  readonly birthYears: readonly string[];
  /** A body of a state: one of the same name in another country is another. @default false */
  readonly isPublicBody?: boolean;
}

export interface FoundListing {
  readonly id: string;
  readonly caption: string;
  /** Probability that it is the same party. */
  readonly score: number;
  readonly datasets: readonly string[];
  /** What spoke for or against, one sentence each. */
  readonly evidence: readonly string[];
  /** Day and authority of each listing, so that a report of a designation can be held against the list. */
  readonly listings: readonly {
    readonly dataset: string;
    readonly authority: string;
    readonly listedOn?: string;
  }[];
}

export interface PartyFinder {
  /** For each party, in the same order, the listed party that it may be; undefined if none reaches review. */
  find(parties: readonly MentionedParty[]): Promise<readonly (FoundListing | undefined)[]>;
}
