// Reads articles together: what each has of inner contradictions, which claims are one, who said them first, what the
// articles make of one another, and how far each claim may be relied on in the light of all of them. Nothing is decided
// between two sides; both are shown. Pure: what goes in is not changed, and the same input gives the same answer.
import type { Claim, ClaimCluster, ClaimLink, Finding } from '../../model/reading.ts';
import { betweenArticles } from '../consistency/between-articles.ts';
import { checkArticle } from '../consistency/check-article.ts';
import type { ArticleFacts } from '../consistency/context.ts';
import type { ArticleReading } from './article-reading.ts';
import { type ClaimGroup, courseLinks, eventLinks, groupClaims, statedLinks } from './claim-clusters.ts';
import { factsOf } from './claim-facts.ts';
import { copiedClaims } from './copied-claims.ts';
import { findCopies } from './copies.ts';
import { missingDenials } from './denials.ts';
import { gradeClaims } from './grade-claims.ts';
import { ACROSS, numbered, withoutTold } from './number-findings.ts';
import { independentOrigins, type Origin, type OriginContext, originOf, outletName } from './origins.ts';
import { PartyDirectory } from './party-directory.ts';
import { sharedQuotations } from './same-quotes.ts';
import { SourceGrades } from './source-grades.ts';

export interface Related {
  /** The claims of all articles, in their order, graded anew. */
  readonly claims: readonly Claim[];
  /** The findings that came in, those inside articles, and those between them. */
  readonly findings: readonly Finding[];
  /** Every claim is in exactly one. */
  readonly clusters: readonly ClaimCluster[];
}

/**
 * Relates the readings of articles to one another; one article alone is checked and graded as well.
 * @param grades letters of sources. @default those that come with Interdict
 */
export function relate(
  readings: readonly ArticleReading[],
  grades: SourceGrades = new SourceGrades(),
): Related {
  const directory = new PartyDirectory(readings);
  const articles = readings.map((reading): ArticleFacts => {
    const facts = reading.claims.map((claim) => factsOf(claim, reading, directory));
    return { reading, facts, directory };
  });
  const facts = articles.flatMap((article) => article.facts);
  const ties = findCopies(readings);
  const quotations = sharedQuotations(readings, directory);
  const links = [
    ...quotations.links,
    ...copiedClaims(ties, articles, directory),
    ...eventLinks(facts, directory),
    ...courseLinks(facts),
    ...statedLinks(facts),
  ];
  const known = readings.flatMap((reading) => reading.findings);
  const findings = withoutTold([
    ...known,
    ...articles.flatMap((article) => numbered(article.reading.article.id, checkArticle(article), known)),
    ...numbered(ACROSS, [
      ...betweenArticles(articles, directory),
      ...quotations.findings,
      ...missingDenials(facts, directory),
    ]),
  ]);
  const context: OriginContext = {
    directory,
    grades,
    originals: new Map(ties.map(({ copy, original }) => [copy, original])),
    articles: new Map(readings.map(({ article }) => [article.id, article])),
  };
  const groups = groupClaims(facts, links);
  const linksOf = linksByClaim(links);
  const origins = new Map(
    groups.map(({ id, members }) => [id, independentOrigins(members.map((one) => originOf(one, context)))]),
  );
  const clusters = groups.map((group) => clusterOf(group, origins.get(group.id) ?? [], linksOf, grades));
  return {
    claims: gradeClaims({ articles, groups, clusters, origins, links, findings, directory, grades }),
    findings,
    clusters,
  };
}

function linksByClaim(links: readonly ClaimLink[]): ReadonlyMap<string, readonly ClaimLink[]> {
  const byClaim = new Map<string, ClaimLink[]>();
  for (const link of links) {
    for (const id of [link.left, link.right]) {
      const known = byClaim.get(id);
      if (known) known.push(link);
      else byClaim.set(id, [link]);
    }
  }
  return byClaim;
}

function clusterOf(
  { id, members }: ClaimGroup,
  origins: readonly Origin[],
  linksOf: ReadonlyMap<string, readonly ClaimLink[]>,
  grades: SourceGrades,
): ClaimCluster {
  const claims = members.map(({ claim }) => claim.id);
  return {
    id,
    claims,
    links: [...new Set(claims.flatMap((claim) => linksOf.get(claim) ?? []))],
    origins: origins.map((origin) => origin.label),
    outlets: [...new Set(members.map(({ reading }) => outletName(reading.article, grades)))],
  };
}
