// The tables of reports and claims as TypeScript sees them; see tables.ts for how columns are named and typed.

export interface ReadSourceRow {
  sha256: string;
  name: string;
  reader: string;
  retrieved: string;
  readAt: string;
  /** JSON: ids of the articles. */
  articles: string;
  /** JSON: code and message. */
  problem: string | null;
  /** JSON: sentences. */
  notes: string;
}

export interface ArticleRow {
  id: string;
  retrieved: string;
  /** JSON: the article, its text among it. */
  facts: string;
  /** JSON. */
  mentions: string;
  /** JSON. */
  findings: string;
  claimCount: number;
  partyCount: number;
  findingCount: number;
}

export interface ClaimRow {
  id: string;
  article: string;
  position: number;
  anchor: string;
  /** JSON: the claim, without its review. */
  facts: string;
}

export interface ClaimPartyRow {
  claim: string;
  party: string;
}

export interface ClaimReviewRow {
  article: string;
  anchor: string;
  /** From 1; the highest counts. */
  number: number;
  claim: string;
  surface: string;
  state: string;
  reviewedBy: string;
  reviewedAt: string;
  note: string | null;
}

export interface ClaimTables {
  readSource: ReadSourceRow;
  article: ArticleRow;
  claim: ClaimRow;
  claimParty: ClaimPartyRow;
  claimReview: ClaimReviewRow;
}
