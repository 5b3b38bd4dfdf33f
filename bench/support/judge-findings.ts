// Holds what reading and relating give for the two reports against what a careful reader found in them.
import { readFileSync } from 'node:fs';
import type { Claim, Finding, FindingKind } from '../../src/model/reading.ts';
import type { ArticleReading } from '../../src/news/across/article-reading.ts';
import { type Related, relate } from '../../src/news/across/relate-readings.ts';
import { intakeBytes } from '../../src/news/intake/intake-bytes.ts';
import { readArticle } from '../../src/news/read-article.ts';
import type { Row } from './report.ts';
import { type Gold, type GoldFinding, SEED_FOLDER, seedReadings, seedText } from './seed-readings.ts';

/** The annotation's kinds in the words of the contract; what is missing is nothing that reading looks for. */
const KINDS: Readonly<Record<string, readonly FindingKind[]>> = {
  'act-type-conflict': ['act-type', 'unsupported-official-act'],
  'name-variant': ['name-variant'],
  'relation-conflict': ['relation'],
  'modality-drift': ['modality-drift'],
  'legal-term-misuse': ['legal-term'],
  'consideration-conflict': ['goods'],
  'disputed-claim': ['dispute'],
  'evidence-gap': ['evidence-gap'],
  'quantity-drift': ['quantity'],
  'quantity-no-unit': ['missing-unit'],
  'heading-not-supported': ['heading-unsupported'],
  'heading-overstates': ['heading-unsupported'],
  'quote-order': ['quotation-reordered'],
  'quote-truncation': ['quotation-truncated'],
  'goods-difference': ['goods'],
  'authority-granularity': ['authority'],
  spelling: ['name-variant'],
};

export interface Mode {
  readonly name: string;
  /** The id of the article of the annotation -> the id in the readings. */
  readonly articles: Readonly<Record<string, string>>;
  readonly readings: readonly ArticleReading[];
  readonly related: Related;
  /** Claims of the readings that answer to a claim of the annotation. */
  claimsFor(id: string): string[];
}

export function goldMode(gold: Gold): Mode {
  return {
    name: 'On the annotation',
    articles: { A: 'A', B: 'B' },
    readings: seedReadings(gold),
    related: relate(seedReadings(gold)),
    claimsFor: (id) => [id],
  };
}

/** The reports as they are read from their bytes; a claim answers to one of the annotation if their words overlap. */
export async function pipelineMode(gold: Gold): Promise<Mode> {
  const readings: ArticleReading[] = [];
  const articles: Record<string, string> = {};
  const shift: Record<string, number> = {};
  for (const { id, file } of gold.articles) {
    const bytes = readFileSync(`${SEED_FOLDER}${file}`);
    const taken = await intakeBytes(bytes, {
      name: file,
      retrieved: '2026-11-22T00:00:00Z',
      published: '2023-03-31',
    });
    const { article } = taken.articles[0] as (typeof taken.articles)[number];
    articles[id] = article.id;
    // Intake trims the text; the annotation counts from the beginning of the file.
    shift[id] = seedText({ file }).indexOf(article.text.slice(0, 40));
    readings.push({ article, ...(await readArticle(article, undefined)) });
  }
  if (Object.values(shift).some((at) => at !== 0)) throw new Error('Intake has moved the text of a report.');
  const related = relate(readings);
  const goldClaims = new Map(
    gold.articles.flatMap((article) => article.claims.map((claim) => [claim.id, { article, claim }])),
  );
  return {
    name: 'On the whole pipeline',
    articles,
    readings,
    related,
    claimsFor: (wanted) => {
      const found = goldClaims.get(wanted);
      if (!found) return [];
      const overlap = (claim: Claim): number =>
        Math.max(
          0,
          ...claim.content.flatMap((span) =>
            found.claim.content.map((other) => {
              const common = Math.min(span.end, other.end) - Math.max(span.start, other.start);
              const lengths = [span.end - span.start, other.end - other.start];
              return common < 0.6 * Math.min(...lengths) ? 0 : common / Math.max(...lengths);
            }),
          ),
        );
      const best = related.claims
        .filter((claim) => claim.article === articles[found.article.id] && overlap(claim) > 0)
        .sort((one, other) => {
          const isType = (claim: Claim): number => (claim.event.type === found.claim.eventType ? 1 : 0);
          return overlap(other) - overlap(one) || isType(other) - isType(one);
        })[0];
      return best ? [best.id] : [];
    },
  };
}

function touches(finding: Finding, gold: GoldFinding, { articles }: Mode): boolean {
  const sides = [...finding.spans, ...finding.against];
  const all = [...gold.spans, ...(gold.against ?? [])];
  const isTouched = (wanted: readonly GoldFinding['spans'][number][]): boolean =>
    wanted.some((want) =>
      sides.some(
        (span) =>
          span.article === articles[want.article ?? ''] && span.start < want.end && want.start < span.end,
      ),
    );
  if (gold.scope === 'within') return isTouched(gold.spans);
  const ofArticle = (id: string): GoldFinding['spans'] => all.filter((span) => span.article === id);
  return isTouched(ofArticle('A')) && isTouched(ofArticle('B'));
}

export function findingRow(gold: GoldFinding, mode: Mode): Row {
  const kinds = KINDS[gold.kind] ?? [];
  const found = mode.related.findings.filter((one) => kinds.includes(one.kind) && touches(one, gold, mode));
  return {
    id: gold.id,
    scope: gold.scope,
    kind: gold.kind,
    severity: gold.severity,
    found: found.length > 0 ? 'yes' : kinds.length === 0 ? '-' : 'NO',
    as: found[0]?.kind ?? '',
  };
}

export function matchRows(gold: Gold, mode: Mode): Row[] {
  const clusterOf = new Map(
    mode.related.clusters.flatMap((cluster) => cluster.claims.map((id) => [id, cluster] as const)),
  );
  const links = mode.related.clusters.flatMap((cluster) => cluster.links);
  return gold.crossMatches
    .filter((match) => match.relation !== 'conflict')
    .map((match) => {
      const [left, right] = [match.a, match.b].map((ids) => ids.flatMap((id) => mode.claimsFor(id)));
      const isJoined = (one: string, other: string): boolean =>
        match.relation === 'same-quote'
          ? links.some(
              (link) =>
                link.kind === 'same-quote' &&
                ((link.left === one && link.right === other) || (link.left === other && link.right === one)),
            )
          : clusterOf.has(one) && clusterOf.get(one) === clusterOf.get(other);
      const pairs = (left ?? []).flatMap((one) => (right ?? []).map((other) => [one, other] as const));
      const joined = pairs.filter(([one, other]) => isJoined(one, other)).length;
      const origins = new Set(
        [...(left ?? []), ...(right ?? [])].flatMap((id) => clusterOf.get(id)?.origins.length ?? []),
      );
      return {
        id: match.id,
        relation: match.relation,
        pairs: pairs.length,
        joined,
        'origins of clusters': [...origins].join(', '),
      };
    });
}

export function extraRows(gold: Gold, mode: Mode): Row[] {
  return mode.related.findings
    .filter((finding) => finding.kind !== 'no-denial-found')
    .filter(
      (finding) =>
        !gold.inconsistencies.some(
          (one) => (KINDS[one.kind] ?? []).includes(finding.kind) && touches(finding, one, mode),
        ),
    )
    .map((finding) => ({
      kind: finding.kind,
      at: finding.spans.map((span) => span.surface.slice(0, 50)).join(' / '),
      text: finding.text.slice(0, 100),
    }));
}

/** What must never be said of the two reports, each with what was said all the same. */
export function forbiddenRows(gold: Gold, { articles, readings, related }: Mode): Row[] {
  const { claims, clusters } = related;
  const at = (id: string, words: string): { article: string; start: number; end: number } => {
    const article = gold.articles.find((one) => one.id === id) as Gold['articles'][number];
    const start = seedText(article).indexOf(words);
    return { article: articles[id] as string, start, end: start + words.length };
  };
  const isAt = (
    span: { article: string; start: number; end: number },
    place: ReturnType<typeof at>,
  ): boolean => span.article === place.article && span.start < place.end && place.start < span.end;
  const told = (types: readonly string[], place: ReturnType<typeof at>): Claim[] =>
    claims.filter(
      (claim) => types.includes(claim.event.type) && claim.content.some((span) => isAt(span, place)),
    );
  const mentions = readings.flatMap((reading) => reading.mentions);
  const partiesOfClaims = new Set(
    claims.flatMap((claim) =>
      Object.values(claim.event.roles)
        .flat()
        .map((filler) => filler.mention),
    ),
  );
  const arrests = [at('A', 'US Arrests'), at('A', 'Mkrtychev’s arrest')].flatMap((place) =>
    told(['ARREST_DETENTION'], place),
  );
  const boilerplate = ['Joe Biden', 'Supreme Court', 'Wallpaper Cave'].map((name) => at('A', name));
  const journalist = at('A', 'a Wall Street Journal Journalist');
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [
      'the arrest as a fact',
      arrests
        .filter((claim) => claim.modality === 'official-act' || claim.grade.information < 5)
        .map((claim) => claim.id),
    ],
    [
      'a designation out of "designated as unfit"',
      told(['SANCTION_DESIGNATION'], at('B', 'designated as unfit')).map((claim) => claim.id),
    ],
    [
      'a criminal charge out of "on charges that"',
      [...seedText(gold.articles[0] as Gold['articles'][number]).matchAll(/on charges that/gu)].flatMap(
        ({ index }) =>
          told(['CHARGE'], { article: articles.A as string, start: index, end: index + 15 }).map(
            (claim) => claim.id,
          ),
      ),
    ],
    [
      'a name for the journalist',
      mentions
        .filter(
          (mention) =>
            mention.type === 'person' &&
            mention.spans.some((span) => span.kind === 'name' && isAt(span, journalist)),
        )
        .map((mention) => mention.caption),
    ],
    [
      'parties out of boilerplate',
      mentions
        .filter((mention) => partiesOfClaims.has(mention.id))
        .filter((mention) => mention.spans.every((span) => boilerplate.some((place) => isAt(span, place))))
        .map((mention) => mention.caption),
    ],
    [
      'two confirmations where there is one origin',
      clusters
        .filter((cluster) => cluster.outlets.length > 1 && cluster.origins.length > 1)
        .map((cluster) => `${cluster.id}: ${cluster.origins.join(', ')}`),
    ],
  ];
  return rows.map(([forbidden, said]) => ({
    forbidden,
    said: said.length === 0 ? 'never' : said.join('; '),
  }));
}

/** The findings inside articles that touch legal status, identity, party, amount, date or modality. */
export function isGraveInside({ scope, severity }: GoldFinding): boolean {
  return scope === 'within' && (severity === 'high' || severity === 'medium');
}
