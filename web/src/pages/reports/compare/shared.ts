// What several reports have in common: claims that are one, and quotations of the same words.
import type { ClaimCluster, Reading, Span } from '../../../api/types.ts';

/** Clusters with claims of more than one report, those of most reports first. */
export function sharedClusters({ clusters, claims }: Reading): ClaimCluster[] {
  const articles = new Map(claims.map(({ id, article }) => [id, article]));
  const count = (cluster: ClaimCluster): number =>
    new Set(cluster.claims.map((id) => articles.get(id)).filter(Boolean)).size;
  return clusters
    .filter((cluster) => count(cluster) > 1)
    .toSorted((left, right) => count(right) - count(left));
}

export interface SharedQuotation {
  readonly left: Span;
  readonly right: Span;
}

/** Each pair of quotations that say the same words in two reports, once. */
export function sharedQuotations({ clusters }: Reading): SharedQuotation[] {
  const found = new Map<string, SharedQuotation>();
  for (const { kind, evidence } of clusters.flatMap(({ links }) => links)) {
    const [left, right] = evidence;
    if (kind !== 'same-quote' || !left || !right || left.article === right.article) continue;
    const key = [left, right]
      .map(({ article, start, end }) => `${article} ${start} ${end}`)
      .sort()
      .join('|');
    if (!found.has(key)) found.set(key, { left, right });
  }
  return [...found.values()];
}
