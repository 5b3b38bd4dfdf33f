// A report as a list of blocks, before it is HTML or PDF: so both say the same, and what is said is told apart from
// how it looks. Texts in blocks come from lists, articles and users; whoever renders them escapes them.
import type { Decision } from '../../../model/decision.ts';
import texts from '../generated/report-texts.json' with { type: 'json' };

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'decision'; readonly decision: Decision; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly isQuiet?: boolean }
  | { readonly kind: 'items'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly Fact[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
    };

/** A label and its values, one below the other. */
export interface Fact {
  readonly label: string;
  readonly values: readonly string[];
  /** Hashes and ids, which are compared digit by digit. */
  readonly isCode?: boolean;
}

export interface Column {
  readonly heading: string;
  /** Share of the width against the other columns. */
  readonly width: number;
  readonly isCode?: boolean;
  readonly isNumber?: boolean;
}

export interface ReportDocument {
  readonly title: string;
  /** The party, or what was read. */
  readonly subject: string;
  readonly blocks: readonly Block[];
  /** Stands at the foot of each page. */
  readonly footer: string;
}

export const TEXTS = texts;

/** A text with its `{names}` filled in. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

/** A heading of its own section. */
export function section(name: keyof typeof TEXTS.headings): Block {
  return { kind: 'heading', level: 2, text: TEXTS.headings[name] };
}

/**
 * A text of unknown origin without what could deceive its reader: control characters, and overrides of the writing
 * direction, which make a text look like another.
 */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\t\r\n\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '');
}

/** A moment for people: `2026-11-22 21:04:05 UTC`. */
export function momentText(at: string): string {
  return `${at.slice(0, 19).replace('T', ' ')} UTC`;
}
