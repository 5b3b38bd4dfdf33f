// A row of a customer's file as it stands there, before anything is understood of it.

export type RowContent =
  /** Cells in the order of the headings, as many as there are headings. */
  | { readonly kind: 'cells'; readonly cells: readonly string[] }
  /** One JSON object. */
  | { readonly kind: 'object'; readonly object: Readonly<Record<string, unknown>> }
  /** No text at all: it is counted and passed over. */
  | { readonly kind: 'blank' }
  /** It could not be read; `reason` says why, beginning in lower case. */
  | { readonly kind: 'fault'; readonly reason: string };

export interface SourceRow {
  /** Line of the file on which the row begins, or row of the sheet, from 1. */
  readonly line: number;
  /** The row as the file has it, for the problems file. */
  readonly text: string;
  readonly content: RowContent;
}

/** A file of parties that can be read from its beginning as often as needed. */
export interface RowSource {
  /** The headings of a table; absent for JSON lines, where each object has its own. */
  readonly headings?: readonly string[];
  /** How the file is read, for the user: "CSV, separated by semicolons, utf-8". */
  readonly description: string;
  /** The rows below the header, blank ones among them. */
  rows(): AsyncIterable<SourceRow>;
}

/**
 * Characters that a row may have. A customer's row with all its columns has some hundred; one spreadsheet cell
 * holds 32,767 at most. What is longer is a damaged file, and would have to be kept in memory whole.
 */
export const MAX_ROW_CHARACTERS = 1_000_000;

/** Characters of a row's text that the problems file repeats; enough to find and understand it. */
export const PROBLEM_TEXT_CHARACTERS = 2_000;

/** What is kept of a line that is too long; copied, so that the long text behind it can be freed. */
export function beginningOf(text: string, maxCharacters: number): string {
  const kept = text.slice(0, Math.min(PROBLEM_TEXT_CHARACTERS, maxCharacters));
  return Buffer.from(kept).toString();
}

/** The position behind the line end that follows `from`; undefined where it may lie in text still to come. */
export function endOfLine(text: string, from: number, isEnd: boolean): number | undefined {
  for (let index = from; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 10) return index + 1;
    if (code !== 13) continue;
    if (index + 1 === text.length && !isEnd) return undefined;
    return text.charCodeAt(index + 1) === 10 ? index + 2 : index + 1;
  }
  return isEnd ? text.length : undefined;
}
