// Reports and claims in the database. A source is written in one transaction with everything that was read in it, so a
// process that is killed leaves whole sources only. Reviews hang on the words of a claim, not on its id.
import type { Kysely, Selectable, Transaction } from 'kysely';
import { anchorsOf } from '../cases/claim-anchor.ts';
import type {
  ArticleEntry,
  ClaimStore,
  KnownSource,
  ReadArticle,
  ReadSource,
  ReviewOfClaim,
  SourceProblem,
  StrayReview,
} from '../cases/claim-ports.ts';
import { partiesOfClaim } from '../model/parties-of-claim.ts';
import type { Article, Claim, ClaimReview, Finding, Mention } from '../model/reading.ts';
import type { ArticleRow, ClaimReviewRow, ClaimRow } from './claims-tables.ts';
import type { Tables } from './tables.ts';

/** Values of one statement; SQLite takes 32,766 at most. */
const ROWS_AT_ONCE = 500;

export class KyselyClaims implements ClaimStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async keep(source: ReadSource): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      for (const read of source.articles) await keepArticle(transaction, read);
      const { sha256, name, reader, retrieved, readAt } = source;
      const facts = {
        name,
        reader,
        readAt,
        articles: JSON.stringify(source.articles.map(({ article }) => article.id)),
        problem: source.problem ? JSON.stringify(source.problem) : null,
        notes: JSON.stringify(source.notes),
      };
      await transaction
        .insertInto('readSource')
        .values({ sha256, retrieved, ...facts })
        .onConflict((conflict) => conflict.column('sha256').doUpdateSet(facts))
        .execute();
    });
  }

  async source(sha256: string): Promise<KnownSource | undefined> {
    const row = await this.#db
      .selectFrom('readSource')
      .selectAll()
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    if (!row) return undefined;
    const { articles, problem, notes, ...plain } = row;
    return {
      ...plain,
      articles: JSON.parse(articles) as string[],
      notes: JSON.parse(notes) as string[],
      ...(problem === null ? {} : { problem: JSON.parse(problem) as SourceProblem }),
    };
  }

  async articles(): Promise<ArticleEntry[]> {
    const rows = await this.#db
      .selectFrom('article')
      .select(['id', 'facts', 'claimCount', 'partyCount', 'findingCount'])
      .orderBy('retrieved', 'desc')
      .orderBy('id')
      .execute();
    return rows.map(({ facts, claimCount, partyCount, findingCount }) => {
      const { text: _text, zones: _zones, ...article } = JSON.parse(facts) as Article;
      return { ...article, claims: claimCount, parties: partyCount, findings: findingCount };
    });
  }

  async readings(ids: readonly string[]): Promise<ReadArticle[]> {
    const wanted = [...new Set(ids)];
    const found = new Map<string, ReadArticle>();
    for (const some of inParts(wanted)) {
      const articles = await this.#db.selectFrom('article').selectAll().where('id', 'in', some).execute();
      const claims = await this.#db
        .selectFrom('claim')
        .selectAll()
        .where('article', 'in', some)
        .orderBy('article')
        .orderBy('position')
        .execute();
      const reviews = await this.#reviewsOf(some);
      const ofArticle = Map.groupBy(claims, (claim) => claim.article);
      for (const row of articles) found.set(row.id, toReading(row, ofArticle.get(row.id) ?? [], reviews));
    }
    return wanted.flatMap((id) => found.get(id) ?? []);
  }

  async articlesAbout(parties: readonly string[]): Promise<string[]> {
    const found = new Map<string, string>();
    for (const some of inParts(parties)) {
      const rows = await this.#db
        .selectFrom('claimParty')
        .innerJoin('claim', 'claim.id', 'claimParty.claim')
        .innerJoin('article', 'article.id', 'claim.article')
        .where('claimParty.party', 'in', some)
        .select(['article.id', 'article.retrieved'])
        .distinct()
        .execute();
      for (const { id, retrieved } of rows) found.set(id, retrieved);
    }
    return [...found]
      .sort(([one, here], [other, there]) => there.localeCompare(here) || one.localeCompare(other))
      .map(([id]) => id);
  }

  async claimsOf(parties: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const claims = new Map<string, string[]>();
    for (const some of inParts(parties)) {
      const rows = await this.#db
        .selectFrom('claimParty')
        .innerJoin('claim', 'claim.id', 'claimParty.claim')
        .innerJoin('article', 'article.id', 'claim.article')
        .where('claimParty.party', 'in', some)
        .select(['claimParty.party', 'claim.id', 'claim.article', 'claim.anchor'])
        .orderBy('article.retrieved', 'desc')
        .orderBy('claim.article')
        .orderBy('claim.position')
        .execute();
      const reviews = await this.#reviewsOf([...new Set(rows.map((row) => row.article))]);
      for (const { party, id, article, anchor } of rows) {
        if (reviews.get(reviewKey(article, anchor))?.state === 'rejected') continue;
        claims.set(party, [...(claims.get(party) ?? []), id]);
      }
    }
    return claims;
  }

  async articleOf(claim: string): Promise<string | undefined> {
    const row = await this.#db
      .selectFrom('claim')
      .select('article')
      .where('id', '=', claim)
      .executeTakeFirst();
    return row?.article;
  }

  async review(id: string, { state, by, at, note }: ReviewOfClaim): Promise<Claim | undefined> {
    return await this.#db.transaction().execute(async (transaction) => {
      const row = await transaction.selectFrom('claim').selectAll().where('id', '=', id).executeTakeFirst();
      if (!row) return undefined;
      const { article, anchor } = row;
      const last = await transaction
        .selectFrom('claimReview')
        .select((select) => select.fn.max('number').as('number'))
        .where('article', '=', article)
        .where('anchor', '=', anchor)
        .executeTakeFirst();
      const facts = JSON.parse(row.facts) as Claim;
      const review: ClaimReviewRow = {
        article,
        anchor,
        number: Number(last?.number ?? 0) + 1,
        claim: id,
        surface: facts.content.map((span) => span.surface).join(' … '),
        state,
        reviewedBy: by,
        reviewedAt: at,
        note: note ?? null,
      };
      await transaction.insertInto('claimReview').values(review).execute();
      return { ...facts, review: toReview(review) };
    });
  }

  async reviews(id: string): Promise<ReviewOfClaim[]> {
    const rows = await this.#db
      .selectFrom('claimReview')
      .innerJoin('claim', (join) =>
        join
          .onRef('claim.article', '=', 'claimReview.article')
          .onRef('claim.anchor', '=', 'claimReview.anchor'),
      )
      .where('claim.id', '=', id)
      .selectAll('claimReview')
      .orderBy('claimReview.number')
      .execute();
    return rows.map(toReviewOfClaim);
  }

  async strayReviews(): Promise<StrayReview[]> {
    const rows = await this.#db
      .selectFrom('claimReview')
      .leftJoin('claim', (join) =>
        join
          .onRef('claim.article', '=', 'claimReview.article')
          .onRef('claim.anchor', '=', 'claimReview.anchor'),
      )
      .where('claim.id', 'is', null)
      .selectAll('claimReview')
      .orderBy('claimReview.article')
      .orderBy('claimReview.anchor')
      .orderBy('claimReview.number')
      .execute();
    return rows.map((row) => ({
      ...toReviewOfClaim(row),
      article: row.article,
      claim: row.claim,
      surface: row.surface,
    }));
  }

  /** The last review of each claim of some articles, by article and anchor. */
  async #reviewsOf(articles: readonly string[]): Promise<ReadonlyMap<string, ClaimReviewRow>> {
    const reviews = new Map<string, ClaimReviewRow>();
    for (const some of inParts(articles)) {
      const rows = await this.#db
        .selectFrom('claimReview')
        .selectAll()
        .where('article', 'in', some)
        .orderBy('number')
        .execute();
      for (const row of rows) reviews.set(reviewKey(row.article, row.anchor), row);
    }
    return reviews;
  }
}

async function keepArticle(transaction: Transaction<Tables>, read: ReadArticle): Promise<void> {
  const { article, mentions, claims, findings } = read;
  const row = {
    retrieved: article.retrieved,
    facts: JSON.stringify(article),
    mentions: JSON.stringify(mentions),
    findings: JSON.stringify(findings),
    claimCount: claims.length,
    partyCount: mentions.filter((mention) => mention.party !== undefined).length,
    findingCount: findings.length,
  };
  // The article's row comes first: of two who keep one article at once, the second waits here for the first.
  await transaction
    .insertInto('article')
    .values({ id: article.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
  await transaction.deleteFrom('claim').where('article', '=', article.id).execute();
  const anchors = anchorsOf(claims);
  const rows = claims.map(({ review: _review, ...facts }, position) => ({
    id: facts.id,
    article: article.id,
    position,
    anchor: anchors.get(facts.id) as string,
    facts: JSON.stringify(facts),
  }));
  for (const some of inParts(rows)) await transaction.insertInto('claim').values(some).execute();
  const parties = claims.flatMap((claim) =>
    partiesOfClaim(claim, mentions).map((party) => ({ claim: claim.id, party })),
  );
  for (const some of inParts(parties)) await transaction.insertInto('claimParty').values(some).execute();
}

/** Rows in parts that one statement can hold. */
function inParts<Row>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) parts.push(rows.slice(at, at + ROWS_AT_ONCE));
  return parts;
}

function toReading(
  row: Selectable<ArticleRow>,
  claims: readonly Selectable<ClaimRow>[],
  reviews: ReadonlyMap<string, ClaimReviewRow>,
): ReadArticle {
  return {
    article: JSON.parse(row.facts) as Article,
    mentions: JSON.parse(row.mentions) as Mention[],
    claims: claims.map((claim) => ({
      ...(JSON.parse(claim.facts) as Omit<Claim, 'review'>),
      review: toReview(reviews.get(reviewKey(row.id, claim.anchor))),
    })),
    findings: JSON.parse(row.findings) as Finding[],
  };
}

function reviewKey(article: string, anchor: string): string {
  return `${article} ${anchor}`;
}

function toReview(row: ClaimReviewRow | undefined): ClaimReview {
  if (!row) return { state: 'auto' };
  const { by, at, ...said } = toReviewOfClaim(row);
  return { ...said, by, at };
}

function toReviewOfClaim({ state, reviewedBy, reviewedAt, note }: ClaimReviewRow): ReviewOfClaim {
  return {
    state: state as ReviewOfClaim['state'],
    by: reviewedBy,
    at: reviewedAt,
    ...(note === null ? {} : { note }),
  };
}
