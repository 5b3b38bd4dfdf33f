// Entries of the record as the server has them.
import type { BatchContent, ReadingContent, ScreeningContent } from '../../../../src/cases/record/content.ts';
import type { Difference } from '../../../../src/cases/record/differences.ts';
import type { Decision } from '../../api/types.ts';

export type { BatchContent, Difference, ReadingContent, ScreeningContent };

export type Kind = 'screening' | 'reading' | 'batch' | 'forgetting';

/** An entry in a line. */
export interface EntryLine {
  readonly seq: number;
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly kind: Kind;
  readonly who: string;
  /** Empty if it was deleted by policy. */
  readonly summary: string;
  readonly decision?: Decision;
  readonly hash: string;
  /** What was asked and answered was deleted by policy. */
  readonly isForgotten: boolean;
}

interface WholeEntry extends EntryLine {
  readonly engine: {
    readonly version: string;
    readonly code: string;
    readonly policy: string;
    readonly policyHash: string;
  };
  readonly lists: readonly {
    readonly dataset: string;
    readonly version: string;
    readonly readerVersion: number;
  }[];
  readonly rows?: { readonly count: number; readonly hash: string };
  /** First and last numbers of entries whose content was deleted. */
  readonly forgets?: readonly (readonly [first: number, last: number])[];
  /** Why it was deleted. */
  readonly reason?: string;
  /** Hash of what was asked and answered. */
  readonly payload?: string;
  /** Hash of the entry before. */
  readonly previous: string;
}

/** A whole entry; without content if that was deleted by policy, and where there never was any. */
export type RecordEntry = WholeEntry &
  (
    | { readonly kind: 'screening'; readonly content?: ScreeningContent }
    | { readonly kind: 'reading'; readonly content?: ReadingContent }
    | { readonly kind: 'batch'; readonly content?: BatchContent }
    | { readonly kind: 'forgetting'; readonly content?: undefined }
  );

export interface Verification {
  readonly ok: boolean;
  readonly entries: number;
  /** Contents that an entry says were deleted. */
  readonly forgotten: number;
  readonly head: { readonly seq: number; readonly hash: string };
  readonly problems: readonly { readonly seq: number; readonly id?: string; readonly problem: string }[];
  /** All of them; `problems` has the first thousand. */
  readonly problemCount: number;
}

export interface Rerun {
  /** The answer is the same, byte for byte. */
  readonly same: boolean;
  /** What answers now is not what answered then, in words. */
  readonly changed: readonly string[];
  readonly differences: readonly Difference[];
}

export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  screening: 'Screening',
  reading: 'Report read',
  batch: 'File',
  forgetting: 'Deletion by policy',
};

export function pathOf(id: string): string {
  return `/record/${encodeURIComponent(id)}`;
}
