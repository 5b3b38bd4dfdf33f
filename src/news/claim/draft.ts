// A claim before it has ids, spans and a grade.
import type { Certainty, ChainStep, Claim, EventType, SourceKind } from '../../model/reading.ts';
import type { Attribution, Range } from '../document.ts';
import type { FoundEvent } from '../event/found-event.ts';
import type { JudgedModality } from '../modality/modality-of.ts';
import type { Speaker } from './source-of.ts';

export interface ClaimDraft {
  readonly content: readonly Range[];
  readonly form: Claim['form'];
  readonly speaker?: Speaker & { readonly isImplicit?: boolean };
  readonly cue?: Pick<Attribution, 'cue' | 'cueClass'>;
  /** Undefined for a statement that tells of nothing on the list. */
  readonly event?: FoundEvent;
  readonly type: EventType;
  judged: JudgedModality;
  readonly certainty?: Certainty;
  readonly sentence: number;
  readonly rule: string;
  /** The draft that this one is one part of. */
  readonly partOf?: ClaimDraft;
  /** Number of its attribution in the article. */
  readonly attribution?: number;
  about?: { readonly claim: ClaimDraft; readonly how: 'disputes' | 'supports' | 'evidence-gap' };
  repeats?: ClaimDraft;
  /** From whoever said it first; without the publisher. */
  chain: readonly (Omit<ChainStep, 'mention' | 'span' | 'name'> & {
    readonly party?: number;
    readonly range?: Range;
    readonly name?: string;
    readonly kind?: SourceKind;
  })[];
}

/** Where a claim's content begins. */
export function startOf({ content }: Pick<ClaimDraft, 'content'>): number {
  return Math.min(...content.map(({ start }) => start));
}

/** True if a range lies within another of them. */
export function isWithin(inner: Range, outer: readonly Range[]): boolean {
  return outer.some(({ start, end }) => start <= inner.start && inner.end <= end);
}

/** Characters that ranges cover. */
export function lengthOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}
