// The shapes that the server answers with. Those of the contracts are the library's own types; a type is all that
// crosses from there, never code.
import type { PartyDetails } from '../../../src/model/party-details.ts';
import type { Article, Claim, Finding } from '../../../src/model/reading.ts';
import type { ListUse } from '../../../src/model/screening.ts';

export type { Decision } from '../../../src/model/decision.ts';
export type { JobStatus } from '../../../src/model/file-job.ts';
export type {
  Fact,
  FactValue,
  PartyDetails,
  RelatedNode,
  Relation,
} from '../../../src/model/party-details.ts';
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

/** A party as the page about it wants it: what the lists say, and what the reports claim. */
export interface Party extends PartyDetails {
  readonly claims: readonly Claim[];
}

/** A report without its text. */
export type ArticleFacts = Omit<Article, 'text' | 'zones'>;

/** Claims about a party or of a report, with what does not fit together and where they stand. */
export interface Claims {
  readonly claims: readonly Claim[];
  readonly findings: readonly Finding[];
  readonly articles: readonly ArticleFacts[];
}

/** One stored version of a list. */
export interface ListVersion {
  /** `sha256:…` */
  readonly version: string;
  readonly published: string;
  /** When Interdict got it. */
  readonly retrievedAt: string;
  /** Last moment at which the publisher still served it. */
  readonly confirmedAt?: string;
  /** Address or path that it came from. */
  readonly source: string;
  readonly entities: number;
  readonly aliases: number;
  readonly rowsSetAside: number;
  /** Of the rows set aside, those behind which a listed party may stand. */
  readonly rowsLost: number;
  readonly valuesSetAside: number;
  readonly status: 'in-use' | 'held';
  readonly isStarter: boolean;
}

/** A list as the server knows it. */
export interface ListStatus extends ListUse {
  readonly title: string;
  /** A list of the user's own. */
  readonly isOwn: boolean;
  /** How many versions are stored. */
  readonly versions: number;
  /** Versions that wait for a person to confirm them. */
  readonly held: readonly ListVersion[];
  /** The version in use; absent if the list is missing. */
  readonly inForce?: ListVersion;
}

/** Something of a list's file that could not be read as what it should be. */
export interface SetAside {
  readonly scope: 'row' | 'value';
  readonly line?: number;
  /** Row or element. */
  readonly at?: string;
  readonly reason: string;
  /** No party can stand behind it. */
  readonly isHarmless?: boolean;
  readonly text?: string;
  readonly remedy: string;
}

/** What was read of a version of a list, and what was not. */
export interface ListReview {
  readonly version: ListVersion;
  /** The version in use, if it is another. */
  readonly before?: ListVersion;
  /** The first parties. */
  readonly sample: readonly {
    readonly recordId: string;
    readonly caption: string;
    readonly schema: string;
    readonly properties: Readonly<Record<string, readonly string[]>>;
  }[];
  /** Rows that may hide a party first; not all, if they are many. */
  readonly setAside: readonly SetAside[];
}

export interface Lists {
  readonly asOf: string;
  readonly profile: string;
  /** All that there are, the default one first. */
  readonly profiles: readonly { readonly name: string; readonly title?: string }[];
  readonly lists: readonly ListStatus[];
}
