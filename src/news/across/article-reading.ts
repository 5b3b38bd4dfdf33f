// One article with what was read in it: what the steps across articles take and give back.
import type { Article, Claim, Finding, Mention, Span } from '../../model/reading.ts';

export interface ArticleReading {
  readonly article: Article;
  readonly mentions: readonly Mention[];
  readonly claims: readonly Claim[];
  readonly findings: readonly Finding[];
}

/** A finding before it has its id. */
export type FindingDraft = Omit<Finding, 'id'>;

/** A stretch of an article as a span. */
export function spanOf(article: Article, start: number, end: number): Span {
  return { article: article.id, start, end, surface: article.text.slice(start, end) };
}

/** True if two stretches of one article share a character. */
export function overlaps(one: Span, other: Span): boolean {
  return one.article === other.article && one.start < other.end && other.start < one.end;
}

/** The spans in the order of the text, each once. */
export function distinctSpans(spans: readonly Span[]): Span[] {
  const known = new Map(spans.map((span) => [`${span.article} ${span.start} ${span.end}`, span]));
  return [...known.values()].sort(
    (one, other) =>
      one.article.localeCompare(other.article) || one.start - other.start || one.end - other.end,
  );
}
