// What was read, asked for: the articles, several of them together, the claims about a party, and what a person says of
// a claim. Grades, clusters and contradictions between articles depend on which articles are asked together, so they are
// made anew for each question and never kept.
import type { ArticleEntry, ReadArticle, ReviewOfClaim, StrayReview } from '../../cases/claim-ports.ts';
import type { Store } from '../../cases/ports.ts';
import { InterdictError } from '../../model/errors.ts';
import { partiesOfClaim } from '../../model/parties-of-claim.ts';
import type { Article, Claim, ClaimReview, Finding, FindingKind, Reading } from '../../model/reading.ts';
import { relate } from '../../news/across/relate-readings.ts';
import type { SourceGrades } from '../../news/across/source-grades.ts';

export type { ArticleEntry, ReviewOfClaim, StrayReview } from '../../cases/claim-ports.ts';

export interface ClaimServiceParts {
  readonly store: Pick<Store, 'claims' | 'articles'>;
  readonly grades: SourceGrades;
  readonly clock: () => Date;
  /** All ids under which a listed party may have been noted: its own and those of its other listings. */
  readonly idsOf: (party: string) => Promise<readonly string[]>;
}

export interface ClaimQuestion {
  /** Id of a listed party, or of any of its listings. */
  readonly about?: string | undefined;
  /** Id of an article. */
  readonly article?: string | undefined;
  /** Only claims that something contradicts or disputes, with what it is. @default false */
  readonly contradictions?: boolean | undefined;
}

/** An article without its text. */
export type ArticleFacts = Omit<Article, 'text' | 'zones'>;

export interface ClaimAnswer {
  readonly claims: readonly Claim[];
  readonly findings: readonly Finding[];
  readonly articles: readonly ArticleFacts[];
}

export interface ReviewRequest {
  readonly state: ClaimReview['state'];
  readonly note?: string | undefined;
}

const REVIEW_STATES: readonly ClaimReview['state'][] = ['auto', 'confirmed', 'rejected', 'edited'];

/** Findings that set something against something; the others tell of spelling, or of what was not found. */
const CONTRADICTIONS: ReadonlySet<FindingKind> = new Set([
  'act-type',
  'unsupported-official-act',
  'relation',
  'modality-drift',
  'legal-term',
  'quantity',
  'date',
  'goods',
  'authority',
  'dispute',
  'quotation-truncated',
  'quotation-altered',
  'heading-unsupported',
  'evidence-gap',
]);

export class ClaimService {
  readonly #parts: ClaimServiceParts;

  constructor(parts: ClaimServiceParts) {
    this.#parts = parts;
  }

  /** All articles that were read, those that came in last first. */
  async articles(): Promise<ArticleEntry[]> {
    return await this.#parts.store.claims.articles();
  }

  /**
   * Articles read together.
   * @throws InterdictError ARTICLE_UNKNOWN
   */
  async readings(articles: readonly string[]): Promise<Reading> {
    const found = await this.#parts.store.claims.readings(articles);
    const unknown = articles.find((id) => !found.some(({ article }) => article.id === id));
    if (unknown !== undefined)
      throw new InterdictError('ARTICLE_UNKNOWN', `No article "${unknown}" was read.`, { field: 'article' });
    return this.#together(found);
  }

  /**
   * The claims that a question asks for, in the light of all articles about its party.
   * @throws InterdictError ARTICLE_UNKNOWN, QUERY_INVALID if neither party nor article is named
   */
  async claims(question: ClaimQuestion): Promise<ClaimAnswer> {
    const { articles, claims, findings } = await this.readingOf(question);
    return { claims, findings, articles: articles.map(({ text: _text, zones: _zones, ...facts }) => facts) };
  }

  /**
   * As `claims`, with the articles, mentions and clusters that belong to them.
   * @throws InterdictError as `claims`
   */
  async readingOf({ about, article, contradictions = false }: ClaimQuestion): Promise<Reading> {
    if (about === undefined && article === undefined)
      throw new InterdictError('QUERY_INVALID', 'Name a party or an article.', { field: 'about' });
    const ids = about === undefined ? undefined : new Set(await this.#parts.idsOf(about));
    const whole = await this.#read(ids, article);
    const mentionsOf = Map.groupBy(whole.mentions, (mention) => mention.article);
    const isAsked = (claim: Claim): boolean =>
      (article === undefined || claim.article === article) &&
      (ids === undefined ||
        partiesOfClaim(claim, mentionsOf.get(claim.article) ?? []).some((party) => ids.has(party)));
    const asked = new Set(whole.claims.filter(isAsked).map((claim) => claim.id));
    const findings = whole.findings.filter(
      (finding) =>
        finding.claims.some((id) => asked.has(id)) ||
        (article !== undefined &&
          ids === undefined &&
          finding.spans.some((span) => span.article === article)),
    );
    return contradictions ? onlyContradicted(whole, asked, findings) : narrowed(whole, asked, findings);
  }

  /** Party -> ids of claims about it; for each party its own id and those of its other listings are asked. */
  async claimsOf(parties: readonly { id: string; referents: readonly string[] }[]): Promise<string[][]> {
    const ids = parties.flatMap(({ id, referents }) => [id, ...referents]);
    if (ids.length === 0) return [];
    const claims = await this.#parts.store.claims.claimsOf([...new Set(ids)]);
    return parties.map(({ id, referents }) => [
      ...new Set([id, ...referents].flatMap((one) => claims.get(one) ?? [])),
    ]);
  }

  /**
   * Notes what a person says of a claim.
   * @throws InterdictError CLAIM_UNKNOWN, QUERY_INVALID if there is no such state
   */
  async review(claim: string, { state, note }: ReviewRequest, by: string): Promise<Claim> {
    if (!REVIEW_STATES.includes(state)) {
      const message = `"${state}" is no state of a claim; there are ${REVIEW_STATES.join(', ')}.`;
      throw new InterdictError('QUERY_INVALID', message, { field: 'state' });
    }
    const at = this.#parts.clock().toISOString();
    const reviewed = await this.#parts.store.claims.review(claim, {
      state,
      by,
      at,
      ...(note === undefined ? {} : { note }),
    });
    if (!reviewed)
      throw new InterdictError('CLAIM_UNKNOWN', `There is no claim "${claim}".`, { field: 'claim' });
    return reviewed;
  }

  /**
   * What was said of a claim so far, oldest first.
   * @throws InterdictError CLAIM_UNKNOWN
   */
  async reviews(claim: string): Promise<ReviewOfClaim[]> {
    if ((await this.#parts.store.claims.articleOf(claim)) === undefined)
      throw new InterdictError('CLAIM_UNKNOWN', `There is no claim "${claim}".`, { field: 'claim' });
    return await this.#parts.store.claims.reviews(claim);
  }

  /** Reviews whose claim the latest reading of its article does not make any more. */
  async strayReviews(): Promise<StrayReview[]> {
    return await this.#parts.store.claims.strayReviews();
  }

  /** The articles about a party, and the one that is asked for, read together. */
  async #read(ids: ReadonlySet<string> | undefined, article: string | undefined): Promise<Reading> {
    const about = ids ? await this.#parts.store.claims.articlesAbout([...ids]) : [];
    return await this.readings([...new Set([...about, ...(article === undefined ? [] : [article])])]);
  }

  #together(read: readonly ReadArticle[]): Reading {
    const { claims, findings, clusters } = relate(read, this.#parts.grades);
    return {
      articles: read.map(({ article }) => article),
      mentions: read.flatMap(({ mentions }) => mentions),
      claims,
      findings,
      clusters,
    };
  }
}

function narrowed(whole: Reading, asked: ReadonlySet<string>, findings: readonly Finding[]): Reading {
  const claims = whole.claims.filter((claim) => asked.has(claim.id));
  return {
    ...whole,
    claims,
    findings,
    clusters: whole.clusters.filter((cluster) => cluster.claims.some((id) => asked.has(id))),
  };
}

function onlyContradicted(whole: Reading, asked: ReadonlySet<string>, findings: readonly Finding[]): Reading {
  const against = findings.filter((finding) => CONTRADICTIONS.has(finding.kind));
  const involved = new Set(against.flatMap((finding) => finding.claims));
  const links = whole.clusters
    .flatMap((cluster) => cluster.links)
    .filter((link) => link.kind === 'disputes' || link.kind === 'contradicts')
    .filter((link) => asked.has(link.left) || asked.has(link.right));
  for (const { left, right } of links) involved.add(left).add(right);
  return narrowed(whole, involved, against);
}
