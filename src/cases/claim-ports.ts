// What the engine needs of a store for reports and their claims. What was read is written in one transaction a source,
// so that a source is there with all its articles or not at all; what people said of claims outlives every new reading.
import type { Article, Claim, ClaimReview, Finding, Mention } from '../model/reading.ts';

/** One article as it was read, to be kept. */
export interface ReadArticle {
  readonly article: Article;
  readonly mentions: readonly Mention[];
  readonly claims: readonly Claim[];
  /** Findings inside the article; those between articles depend on which are asked together, and are not kept. */
  readonly findings: readonly Finding[];
}

/** A file, address or text that was read: one article, or the items of a feed. */
export interface ReadSource {
  /** Hex SHA-256 of the bytes as they came in. */
  readonly sha256: string;
  /** Path, address or other name that it came under. */
  readonly name: string;
  /** What read it: the same reader and the same lists give the same reading. */
  readonly reader: string;
  /** When its bytes first came in; kept when it is read again. ISO 8601, UTC. */
  readonly retrieved: string;
  /** ISO 8601, UTC. */
  readonly readAt: string;
  readonly articles: readonly ReadArticle[];
  /** Why it holds no article that can be read; a source is kept then too, so that it is not tried again. */
  readonly problem?: SourceProblem;
  /** What was lost or assumed, one sentence each. */
  readonly notes: readonly string[];
}

export interface SourceProblem {
  readonly code: string;
  readonly message: string;
}

/** What is known of a source without its articles. */
export interface KnownSource
  extends Pick<ReadSource, 'sha256' | 'name' | 'reader' | 'retrieved' | 'readAt' | 'problem' | 'notes'> {
  /** Ids of its articles, in order. */
  readonly articles: readonly string[];
}

/** An article in a list of them. */
export interface ArticleEntry extends Omit<Article, 'text' | 'zones'> {
  readonly claims: number;
  /** Mentioned parties that stand on a list. */
  readonly parties: number;
  readonly findings: number;
}

/** What a person said of a claim. */
export interface ReviewOfClaim {
  readonly state: ClaimReview['state'];
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly note?: string;
}

/** A review whose claim the latest reading of its article does not make any more. */
export interface StrayReview extends ReviewOfClaim {
  readonly article: string;
  /** The claim's id when it was reviewed. */
  readonly claim: string;
  /** The words that the claim was made of. */
  readonly surface: string;
}

export interface ClaimStore {
  /**
   * Keeps a source with all its articles in one transaction. An article that is there already is replaced; reviews of
   * its claims stay with the claims that are made of the same words.
   */
  keep(source: ReadSource): Promise<void>;
  /** What is known of a source; undefined if it was never kept. */
  source(sha256: string): Promise<KnownSource | undefined>;
  /** All articles, those that came in last first. */
  articles(): Promise<ArticleEntry[]>;
  /** Articles with what was read in them, in the order of the ids; unknown ids are left out. */
  readings(articles: readonly string[]): Promise<ReadArticle[]>;
  /** Ids of articles with claims about any of the parties, those that came in last first. */
  articlesAbout(parties: readonly string[]): Promise<string[]>;
  /** Party -> ids of claims about it, rejected ones left out; a party without claims is absent. */
  claimsOf(parties: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** The article of a claim; undefined if there is no such claim. */
  articleOf(claim: string): Promise<string | undefined>;
  /**
   * Adds a review to a claim's history; the last one counts.
   * @returns the claim with it; undefined if there is no such claim
   */
  review(claim: string, review: ReviewOfClaim): Promise<Claim | undefined>;
  /** All reviews of a claim, oldest first. */
  reviews(claim: string): Promise<ReviewOfClaim[]>;
  /** Reviews that belong to no claim of the latest readings. */
  strayReviews(): Promise<StrayReview[]>;
}

/** Where the bytes of articles are kept. Content is written once and checked by its hash. */
export interface ArticleArchive {
  /**
   * Keeps bytes under their hash; already kept ones are not written again.
   * @throws InterdictError INTERNAL if they have another hash
   */
  keep(sha256: string, bytes: Uint8Array): Promise<void>;
  /** @throws InterdictError STORE_DAMAGED if they are gone or altered */
  open(sha256: string): Promise<Uint8Array>;
  has(sha256: string): Promise<boolean>;
}
