// A report in the list of those that were read, as the server has it, and the address of its page.
import { decodedPart } from '../../layout/addresses.ts';

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

/** The address of the page about one report, or about several together. */
export function addressOf(articles: readonly string[]): string {
  return `/reports/${articles.map(encodeURIComponent).join(',')}`;
}

/** The ids in an address that `addressOf` made. */
export function idsIn(part: string): string[] {
  return part.split(/,|%2C/i).map(decodedPart).filter(Boolean);
}
