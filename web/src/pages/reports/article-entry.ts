// A report in the list of those that were read, as the server has it.

export interface ArticleEntry {
  readonly id: string;
  readonly title?: string;
  readonly url?: string;
  readonly publisher?: string;
  readonly published?: string;
  /** ISO 8601, UTC. */
  readonly retrieved: string;
  readonly language: string;
  readonly claims: number;
  /** Mentioned parties that stand on a list. */
  readonly parties: number;
  readonly findings: number;
}
