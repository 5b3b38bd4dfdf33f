// What a store must do for reports and claims, on each database that may be one.
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ReadSource } from '../../src/cases/claim-ports.ts';
import type { Store } from '../../src/cases/ports.ts';
import type { MentionParty } from '../../src/model/reading.ts';
import type { ArticleReading } from '../../src/news/across/article-reading.ts';
import { openStore } from '../../src/store/open-store.ts';
import { claimId, type ReadingPlan, reading } from '../fixtures/readings.ts';
import { postgresFolder, TestPostgres } from '../support/postgres.ts';

const NOW = new Date('2024-06-15T12:00:00Z');
const binaries = postgresFolder();
let postgres: TestPostgres | undefined;

beforeAll(async () => {
  if (binaries) postgres = await TestPostgres.start(binaries);
});
afterAll(async () => {
  await postgres?.stop();
});

const DATABASES: readonly (readonly [string, boolean, () => Promise<string | undefined>])[] = [
  ['SQLite', true, async () => undefined],
  [
    binaries ? 'PostgreSQL' : 'PostgreSQL (left out: it is not installed)',
    binaries !== undefined,
    async () => postgres?.database(),
  ],
];

function listedAs(id: string): MentionParty {
  return { id, caption: 'Ivan Petrov', score: 0.9, datasets: ['xx_test'], evidence: [] };
}

/** A report that says of Ivan Petrov that he was put under sanctions, and of somebody else what is of no interest. */
const PLAN: ReadingPlan = {
  text: 'Officials sanctioned Ivan Petrov on Monday. Petrov sold rifles, they said. Rain fell in Oslo.',
  article: { title: 'Sanctions', publisher: 'The Example', published: '2024-06-10' },
  mentions: {
    petrov: {
      caption: 'Ivan Petrov',
      spans: { 'Ivan Petrov': 'name', 'Petrov sold': 'name' },
      party: listedAs('xx_test-1'),
    },
    oslo: { type: 'place', caption: 'Oslo' },
  },
  claims: [
    {
      content: 'Officials sanctioned Ivan Petrov on Monday',
      type: 'SANCTION_DESIGNATION',
      modality: 'official-act',
      roles: { target: ['petrov'] },
    },
    {
      content: 'Petrov sold rifles',
      type: 'ARMS_TRANSFER',
      source: { kind: 'anonymous-official', surface: 'they' },
    },
    { content: 'Rain fell in Oslo', type: 'OTHER_CONTEXT' },
  ],
};

function sourceOf(
  articles: readonly ArticleReading[],
  more: Partial<Pick<ReadSource, 'problem' | 'notes' | 'reader' | 'retrieved'>> = {},
): ReadSource {
  const name = articles.map(({ article }) => article.sha256).join(' ');
  const sha256 = createHash('sha256').update(name).digest('hex');
  return {
    sha256,
    name: 'report.txt',
    reader: 'reader 1',
    retrieved: NOW.toISOString(),
    readAt: NOW.toISOString(),
    articles,
    notes: [],
    ...more,
  };
}

for (const [name, isHere, empty] of DATABASES)
  describe.skipIf(!isHere)(`reports and claims on ${name}`, () => {
    let home: string;
    let store: Store;
    const read = reading(PLAN);
    const { id } = read.article;

    beforeEach(async () => {
      home = await mkdtemp(join(tmpdir(), 'interdict-claims-'));
      store = await openStore(home, NOW, await empty());
    });
    afterEach(async () => {
      await store.close();
      await rm(home, { recursive: true, force: true });
    });

    it('come back as they were kept', async () => {
      await store.claims.keep(sourceOf([read], { notes: ['A note.'] }));
      expect(await store.claims.readings([id, 'art-unknown'])).toEqual([read]);
      expect(await store.claims.source(sourceOf([read]).sha256)).toEqual({
        sha256: sourceOf([read]).sha256,
        name: 'report.txt',
        reader: 'reader 1',
        retrieved: NOW.toISOString(),
        readAt: NOW.toISOString(),
        articles: [id],
        notes: ['A note.'],
      });
      expect(await store.claims.source('0'.repeat(64))).toBeUndefined();
    });

    it('are listed by article with how much each holds, those that came in last first', async () => {
      const later = reading({ text: 'Nothing at all.', article: { retrieved: '2024-06-16T00:00:00.000Z' } });
      await store.claims.keep(sourceOf([read, later]));
      const listed = await store.claims.articles();
      expect(listed.map((article) => article.id)).toEqual([later.article.id, id]);
      expect(listed[1]).toMatchObject({
        title: 'Sanctions',
        publisher: 'The Example',
        claims: 3,
        parties: 1,
        findings: 0,
      });
      expect(listed[1]).not.toHaveProperty('text');
    });

    it('are found by the listed party, in its role or by its name, and nothing else is', async () => {
      await store.claims.keep(sourceOf([read]));
      expect(await store.claims.articlesAbout(['xx_test-1', 'xx_test-2'])).toEqual([id]);
      expect(await store.claims.articlesAbout(['xx_test-2'])).toEqual([]);
      expect(await store.claims.claimsOf(['xx_test-1', 'xx_test-2'])).toEqual(
        new Map([['xx_test-1', [claimId(read, 0), claimId(read, 1)]]]),
      );
      expect(await store.claims.articleOf(claimId(read, 2))).toBe(id);
      expect(await store.claims.articleOf('nothing')).toBeUndefined();
    });

    it('stay single when the same source is kept again, with the newer reading', async () => {
      await store.claims.keep(sourceOf([read]));
      const fewer = { ...read, claims: read.claims.slice(0, 1) };
      await store.claims.keep(
        sourceOf([fewer], { reader: 'reader 2', retrieved: '2030-01-01T00:00:00.000Z' }),
      );
      expect(await store.claims.readings([id])).toEqual([fewer]);
      expect(await store.claims.source(sourceOf([read]).sha256)).toMatchObject({
        reader: 'reader 2',
        retrieved: NOW.toISOString(),
      });
      expect(await store.claims.articles()).toHaveLength(1);
    });

    it('stay single when two keep the same source at once', async () => {
      await Promise.all([store.claims.keep(sourceOf([read])), store.claims.keep(sourceOf([read]))]);
      expect(await store.claims.readings([id])).toEqual([read]);
      expect((await store.claims.claimsOf(['xx_test-1'])).get('xx_test-1')).toHaveLength(2);
    });

    it('keep a source that could not be read, with the reason', async () => {
      const problem = { code: 'ARTICLE_EMPTY', message: 'The report holds no words.' };
      await store.claims.keep(sourceOf([], { problem }));
      expect(await store.claims.source(sourceOf([]).sha256)).toMatchObject({ articles: [], problem });
    });

    it('are not there at all if the source cannot be written whole', async () => {
      const twin = { ...read, article: { ...read.article, id: 'art-twin' } };
      await expect(store.claims.keep(sourceOf([read, twin]))).rejects.toThrow();
      expect(await store.claims.articles()).toEqual([]);
      expect(await store.claims.source(sourceOf([read, twin]).sha256)).toBeUndefined();
    });

    describe('that were reviewed', () => {
      const review = {
        state: 'confirmed',
        by: 'Ana',
        at: '2024-06-15T13:00:00.000Z',
        note: 'seen the notice',
      } as const;

      it('show the last review, and keep the history', async () => {
        await store.claims.keep(sourceOf([read]));
        const doubt = { state: 'rejected', by: 'Ben', at: '2024-06-15T14:00:00.000Z' } as const;
        await store.claims.review(claimId(read, 0), review);
        expect((await store.claims.review(claimId(read, 0), doubt))?.review).toEqual(doubt);
        expect((await store.claims.readings([id]))[0]?.claims.map((claim) => claim.review.state)).toEqual([
          'rejected',
          'auto',
          'auto',
        ]);
        expect(await store.claims.reviews(claimId(read, 0))).toEqual([review, doubt]);
        expect(await store.claims.review('nothing', review)).toBeUndefined();
      });

      it('are no longer counted among those about the party once rejected', async () => {
        await store.claims.keep(sourceOf([read]));
        await store.claims.review(claimId(read, 0), { ...review, state: 'rejected' });
        const left = async () => (await store.claims.claimsOf(['xx_test-1'])).get('xx_test-1');
        expect(await left()).toEqual([claimId(read, 1)]);
        await store.claims.review(claimId(read, 0), { ...review, state: 'auto' });
        expect(await left()).toEqual([claimId(read, 0), claimId(read, 1)]);
      });

      it('keep their review when the same bytes are read again and the claim has another number', async () => {
        await store.claims.keep(sourceOf([read]));
        await store.claims.review(claimId(read, 1), review);
        const again = reading({
          ...PLAN,
          claims: [PLAN.claims?.[2], PLAN.claims?.[1], PLAN.claims?.[0]] as never,
        });
        const moved = [...again.claims.slice(1), again.claims[0]].map((claim, number) => ({
          ...claim,
          id: `${id}-n${number}`,
        }));
        await store.claims.keep(sourceOf([{ ...again, claims: moved as never }]));
        const states = (await store.claims.readings([id]))[0]?.claims.map((claim) => [
          claim.event.type,
          claim.review.state,
        ]);
        expect(states).toEqual([
          ['ARMS_TRANSFER', 'confirmed'],
          ['SANCTION_DESIGNATION', 'auto'],
          ['OTHER_CONTEXT', 'auto'],
        ]);
        expect(await store.claims.strayReviews()).toEqual([]);
      });

      it('are named when a new reading makes no such claim any more', async () => {
        await store.claims.keep(sourceOf([read]));
        await store.claims.review(claimId(read, 1), review);
        await store.claims.keep(sourceOf([{ ...read, claims: read.claims.slice(0, 1) }]));
        expect(await store.claims.strayReviews()).toEqual([
          { ...review, article: id, claim: claimId(read, 1), surface: 'Petrov sold rifles' },
        ]);
      });
    });
  });

describe('the bytes of articles', () => {
  let home: string;
  let store: Store;
  const bytes = new TextEncoder().encode('Ivan Petrov sold rifles.');
  const sha256 = createHash('sha256').update(bytes).digest('hex');

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'interdict-articles-'));
    store = await openStore(home, NOW);
  });
  afterEach(async () => {
    await store.close();
    await rm(home, { recursive: true, force: true });
  });

  async function fileOfArticle(): Promise<string> {
    const names = await readdir(join(home, 'articles'), { recursive: true });
    return join(home, 'articles', names.find((name) => name.endsWith('.gz')) as string);
  }

  it('come back, and are not written twice', async () => {
    expect(await store.articles.has(sha256)).toBe(false);
    await store.articles.keep(sha256, bytes);
    await store.articles.keep(sha256, bytes);
    expect(await store.articles.has(sha256)).toBe(true);
    expect(Buffer.from(await store.articles.open(sha256)).equals(Buffer.from(bytes))).toBe(true);
  });

  it('are refused under a hash that is not theirs', async () => {
    await expect(store.articles.keep('0'.repeat(64), bytes)).rejects.toMatchObject({ code: 'INTERNAL' });
  });

  it('are told damaged when they are, and healed by the good bytes', async () => {
    await store.articles.keep(sha256, bytes);
    await writeFile(await fileOfArticle(), 'no gzip');
    await expect(store.articles.open(sha256)).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
    await store.articles.keep(sha256, bytes);
    expect(Buffer.from(await store.articles.open(sha256)).equals(Buffer.from(bytes))).toBe(true);
  });
});
