// Articles that are copies of one another, or made out of one another, told by the words outside quotations: two
// reporters share what was said to them, but not their own sentences. A copy is no second report.
import type { Article } from '../../model/reading.ts';
import type { ArticleReading } from './article-reading.ts';
import { quotedSegments } from './quotations.ts';
import { containment, shinglesOf } from './shingles.ts';
import { wordsOf } from './words.ts';

export interface ArticleTie {
  /** The later article, or the one that is not the source. */
  readonly copy: string;
  readonly original: string;
  readonly kind: 'copy' | 'derived';
  /** Share of the shorter one's runs of words that the other has. */
  readonly share: number;
}

const COPY_FROM = 0.5;
const DERIVED_FROM = 0.2;
/** Runs below which an article is too short to say where it comes from. */
const FEWEST_RUNS = 25;
/** A run that so many articles have is a fixed phrase. */
const COMMON_RUN = 100;

/** For each article that was made out of others, the one that it shares most with. */
export function findCopies(readings: readonly ArticleReading[]): ArticleTie[] {
  const runs = readings.map(ownRuns);
  const withRun = new Map<string, number[]>();
  const ties = new Map<string, ArticleTie>();
  for (const [at, own] of runs.entries()) {
    if (own.size < FEWEST_RUNS) continue;
    const shared = new Map<number, number>();
    for (const run of own) {
      const others = withRun.get(run) ?? [];
      if (others.length <= COMMON_RUN)
        for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
      withRun.set(run, [...others, at]);
    }
    for (const [other, count] of shared) {
      const theirs = runs[other] as ReadonlySet<string>;
      if (count < DERIVED_FROM * Math.min(own.size, theirs.size)) continue;
      const share = containment(own, theirs);
      const pair = [readings[other]?.article, readings[at]?.article] as [Article, Article];
      const [original, copy] = isLater(...pair) ? (pair.reverse() as [Article, Article]) : pair;
      if (share <= (ties.get(copy.id)?.share ?? 0)) continue;
      const kind = share >= COPY_FROM ? 'copy' : 'derived';
      ties.set(copy.id, { copy: copy.id, original: original.id, kind, share });
    }
  }
  return [...ties.values()];
}

/** True if the first was published after the second; without dates the first came first. */
function isLater(first: Article, second: Article): boolean {
  return (
    first.published !== undefined && second.published !== undefined && first.published > second.published
  );
}

/** The runs of words that are the article's own: without quotations, boilerplate and what it repeats. */
function ownRuns(reading: ArticleReading): ReadonlySet<string> {
  const { article } = reading;
  const left = article.zones.filter(
    (zone) => zone.kind === 'boilerplate' || zone.kind === 'contents' || zone.repeats !== undefined,
  );
  const out = [...left, ...quotedSegments(reading).map((segment) => segment.span)];
  const own = wordsOf(article.text).filter(
    (word) => !out.some((stretch) => word.start < stretch.end && stretch.start < word.end),
  );
  return shinglesOf(own);
}
