// Claims as schema.org ClaimReview (https://schema.org/ClaimReview), one for each cluster: what was said, by whom, where
// it appeared first and where else, and how far it may be relied on. The rating is the digit of the information turned
// round (5 confirmed, 1 contradicted); what cannot be judged has no number.
import type { Article, Claim, ClaimCluster, Grade, Reading } from '../../model/reading.ts';

export interface ClaimReviewDocument {
  readonly '@context': 'https://schema.org';
  readonly '@type': 'ClaimReview';
  readonly '@id': string;
  readonly datePublished: string;
  readonly author: Agent;
  readonly claimReviewed: string;
  readonly url?: string;
  readonly itemReviewed: {
    readonly '@type': 'Claim';
    readonly author?: Agent;
    readonly datePublished?: string;
    readonly firstAppearance: Appearance;
    readonly appearance: readonly Appearance[];
  };
  readonly reviewRating: {
    readonly '@type': 'Rating';
    readonly ratingValue?: number;
    readonly bestRating: 5;
    readonly worstRating: 1;
    readonly alternateName: string;
    readonly ratingExplanation: string;
  };
}

interface Agent {
  readonly '@type': 'Person' | 'Organization';
  readonly name: string;
}

interface Appearance {
  readonly '@type': 'NewsArticle';
  readonly headline?: string;
  readonly url?: string;
  readonly datePublished?: string;
  readonly publisher?: Agent;
  readonly identifier: string;
}

const RATINGS: Readonly<Record<Grade['information'], string>> = {
  1: 'Confirmed by independent sources',
  2: 'Probably true',
  3: 'Possibly true',
  4: 'Doubtful',
  5: 'Improbable: contradicted',
  6: 'Cannot be judged',
};

/**
 * The reviews of a reading's clusters; background and what a person has rejected are left out.
 * @param reviewedAt day of the review, `YYYY-MM-DD`
 * @param reviewer who publishes it, where no person has confirmed the claim
 */
export function claimReviewsOf(
  reading: Reading,
  reviewedAt: string,
  reviewer: string,
): ClaimReviewDocument[] {
  const claimOf = new Map(reading.claims.map((claim) => [claim.id, claim]));
  const articleOf = new Map(reading.articles.map((article) => [article.id, article]));
  return reading.clusters.flatMap((cluster) => {
    const claims = cluster.claims.flatMap((id) => claimOf.get(id) ?? []);
    const told = claims.filter((claim) => claim.review.state !== 'rejected');
    const first = told
      .filter((claim) => claim.event.type !== 'OTHER_CONTEXT')
      .sort(earliestFirst(articleOf))[0];
    return first ? [reviewOf(cluster, first, told, articleOf, reviewedAt, reviewer)] : [];
  });
}

function earliestFirst(articleOf: ReadonlyMap<string, Article>): (one: Claim, other: Claim) => number {
  const day = (claim: Claim): string => articleOf.get(claim.article)?.published ?? '9999';
  // Of one article, the sentence of the body says more than the heading.
  const place = (claim: Claim): number => (claim.zone === 'body' ? 0 : 1);
  return (one, other) => day(one).localeCompare(day(other)) || place(one) - place(other);
}

function reviewOf(
  cluster: ClaimCluster,
  first: Claim,
  claims: readonly Claim[],
  articleOf: ReadonlyMap<string, Article>,
  reviewedAt: string,
  reviewer: string,
): ClaimReviewDocument {
  const appearances = [...new Set(claims.map((claim) => claim.article))].flatMap((id) => {
    const article = articleOf.get(id);
    return article ? [appearanceOf(article)] : [];
  });
  const article = articleOf.get(first.article) as Article;
  const confirmed = claims.find(
    (claim) => claim.review.state === 'confirmed' && claim.review.by !== undefined,
  );
  const speaker = first.source?.spans[0]?.surface;
  const { information, why } = first.grade;
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    '@id': cluster.id,
    datePublished: confirmed?.review.at?.slice(0, 10) ?? reviewedAt,
    author: confirmed
      ? { '@type': 'Person', name: confirmed.review.by as string }
      : { '@type': 'Organization', name: reviewer },
    claimReviewed: first.content.map((span) => span.surface).join(' … '),
    ...(article.url === undefined ? {} : { url: article.url }),
    itemReviewed: {
      '@type': 'Claim',
      ...(speaker === undefined
        ? {}
        : {
            author: { '@type': first.source?.kind === 'person' ? 'Person' : 'Organization', name: speaker },
          }),
      ...(article.published === undefined ? {} : { datePublished: article.published }),
      firstAppearance: appearanceOf(article),
      appearance: appearances,
    },
    reviewRating: {
      '@type': 'Rating',
      ...(information === 6 ? {} : { ratingValue: 6 - information }),
      bestRating: 5,
      worstRating: 1,
      alternateName: RATINGS[information],
      ratingExplanation: why.join('. '),
    },
  };
}

function appearanceOf({ id, title, url, published, publisher }: Article): Appearance {
  return {
    '@type': 'NewsArticle',
    ...(title === undefined ? {} : { headline: title }),
    ...(url === undefined ? {} : { url }),
    ...(published === undefined ? {} : { datePublished: published }),
    ...(publisher === undefined ? {} : { publisher: { '@type': 'Organization', name: publisher } }),
    identifier: id,
  };
}
