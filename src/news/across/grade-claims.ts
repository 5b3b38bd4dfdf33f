// Grades every claim by what all articles together say of its matter.
import type { Claim, ClaimCluster, ClaimLink, Finding, Mention } from '../../model/reading.ts';
import { isSupportedAct, unsupportedActs } from '../consistency/act-type.ts';
import type { ArticleFacts } from '../consistency/context.ts';
import type { ClaimGroup } from './claim-clusters.ts';
import { type Circumstances, gradeOf } from './grade.ts';
import { listEntryOf } from './list-confirmation.ts';
import type { Origin } from './origins.ts';
import type { PartyDirectory } from './party-directory.ts';
import type { SourceGrades } from './source-grades.ts';

/** What is known of all claims when they are graded. */
interface GradedParts {
  readonly articles: readonly ArticleFacts[];
  readonly groups: readonly ClaimGroup[];
  readonly clusters: readonly ClaimCluster[];
  /** By group. */
  readonly origins: ReadonlyMap<string, readonly Origin[]>;
  readonly links: readonly ClaimLink[];
  readonly findings: readonly Finding[];
  readonly directory: PartyDirectory;
  readonly grades: SourceGrades;
}

/** The claims of all articles, in their order, each with its grade in the light of all of them. */
export function gradeClaims({
  articles,
  groups,
  clusters,
  origins,
  links,
  findings,
  directory,
  grades,
}: GradedParts): Claim[] {
  const mentions = new Map<string, Mention>(
    articles.flatMap(({ reading }) => reading.mentions.map((mention) => [mention.id, mention])),
  );
  const groupOf = new Map(
    groups.flatMap((group) => group.members.map((one) => [one.claim.id, group] as const)),
  );
  const clusterOfGroup = new Map(clusters.map((cluster) => [cluster.id, cluster]));
  const disputed = new Set(links.filter((link) => link.kind === 'disputes').map((link) => link.right));
  const doubted = new Set(
    links.filter((link) => link.rule === 'stated-evidence-gap').map((link) => link.right),
  );
  const contradicted = contradictedClaims(articles, findings);
  return articles.flatMap(({ facts }) => {
    const unsupported = new Set(unsupportedActs(facts, directory));
    return facts.map((one) => {
      const group = groupOf.get(one.claim.id) as ClaimGroup;
      const cluster = clusterOfGroup.get(group.id) as ClaimCluster;
      const isIn = (ids: ReadonlySet<string>): boolean =>
        group.members.some(({ claim }) => ids.has(claim.id));
      const entry = group.members
        .map((member) => listEntryOf(member, (id) => mentions.get(id)))
        .find((found) => found !== undefined);
      const against = contradicted.get(one.claim.id);
      const circumstances: Circumstances = {
        origins: cluster.origins,
        outlets: cluster.outlets.length,
        hasOfficialOrigin: (origins.get(group.id) ?? []).some((origin) => origin.isOfficial === true),
        ...(entry === undefined || !isSupportedAct(one) ? {} : { listEntry: entry }),
        ...(against === undefined ? {} : { contradictedBy: against }),
        isDisputed: isIn(disputed),
        lacksEvidence: isIn(doubted),
        isUnsupported: unsupported.has(one),
      };
      return { ...one.claim, grade: gradeOf(one, circumstances, directory, grades) };
    });
  });
}

/** Claims of acts that another act contradicts, with the words for it. */
function contradictedClaims(
  articles: readonly ArticleFacts[],
  findings: readonly Finding[],
): ReadonlyMap<string, string> {
  const supported = new Set(
    articles.flatMap(({ facts }) => facts.filter(isSupportedAct).map(({ claim }) => claim.id)),
  );
  return new Map(
    findings
      .filter((finding) => finding.kind === 'act-type')
      .flatMap(({ claims, text }) =>
        claims.filter((id) => !supported.has(id)).map((id) => [id, text.replace(/\.$/u, '')] as const),
      ),
  );
}
