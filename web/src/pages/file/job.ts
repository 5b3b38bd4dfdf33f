// A customer file as the server has it, and the addresses of what it answers about one.
import type { Screening } from '../../api/types.ts';

/** What was seen of a file when it came in. */
export interface FilePreview {
  readonly job: string;
  readonly name: string;
  /** What it was taken for: delimiter, encoding, sheet. */
  readonly description: string;
  readonly headings: readonly string[];
  /** What the columns seem to be: property, `id` or `schema` -> heading or headings. */
  readonly columns: Readonly<Record<string, string | readonly string[]>>;
  /** The first rows, cell by cell under the headings. */
  readonly sample: readonly (readonly string[])[];
  /** The rows are FollowTheMoney entities and need no map. */
  readonly isEntities: boolean;
  /** Everything that a column can be. */
  readonly targets: readonly { readonly target: string; readonly label: string }[];
}

export type { JobStatus } from '../../api/types.ts';

export interface ScreenedRow extends Screening {
  /** Rows with text, counted from 1 below the header. */
  readonly row: number;
  /** Line of the file. */
  readonly line: number;
}

export interface RowsPage {
  readonly total: number;
  readonly rows: readonly ScreenedRow[];
}

/** The address of the page about one file. */
export function pageOf(job: string): string {
  return `/file?job=${encodeURIComponent(job)}`;
}

export function pathOf(job: string): string {
  return `/files/${encodeURIComponent(job)}`;
}
