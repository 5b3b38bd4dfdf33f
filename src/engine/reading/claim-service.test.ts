import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimId, type ReadingPlan, reading } from '../../../test/fixtures/readings.ts';
import type { Store } from '../../cases/ports.ts';
import type { ArticleReading } from '../../news/across/article-reading.ts';
import { SourceGrades } from '../../news/across/source-grades.ts';
import { openStore } from '../../store/open-store.ts';
import { ClaimService } from './claim-service.ts';

const NOW = new Date('2024-06-15T12:00:00.000Z');
const party = { id: 'xx_test-1', caption: 'Karim Haddad', score: 0.9, datasets: ['xx_test'], evidence: [] };
const mentions: ReadingPlan['mentions'] = {
  office: { type: 'organisation', caption: 'Foreign Office', countries: ['gb'] },
  karim: { caption: 'Karim Haddad', spans: { 'Karim Haddad': 'name', Haddad: 'name' }, party },
};
const SOBER = reading({
  text: 'The Foreign Office sanctioned Karim Haddad. It rained in Hull.',
  article: { publisher: 'Harbour Post', published: '2024-05-03' },
  mentions,
  claims: [
    {
      content: 'The Foreign Office sanctioned Karim Haddad',
      type: 'SANCTION_DESIGNATION',
      modality: 'official-act',
      roles: { authority: ['office'], target: ['karim'] },
    },
    { content: 'It rained in Hull', type: 'OTHER_CONTEXT' },
  ],
});
const LOUD = reading({
  text: 'Britain seizes Haddad\nNobody would say why.',
  article: { publisher: 'Evening Mail', published: '2024-05-04' },
  mentions: { karim: { ...mentions.karim, spans: { Haddad: 'name' } } },
  claims: [
    {
      content: 'Britain seizes Haddad',
      type: 'ARREST_DETENTION',
      zone: 'headline',
      roles: { target: ['karim'] },
    },
  ],
});

let home: string;
let store: Store;
let service: ClaimService;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'interdict-claim-service-'));
  store = await openStore(home, NOW);
  service = new ClaimService({
    store,
    grades: new SourceGrades(),
    clock: () => NOW,
    idsOf: async (id) => (id === 'yy_test-9' ? ['yy_test-9', 'xx_test-1'] : [id]),
  });
});
afterEach(async () => {
  await store.close();
  await rm(home, { recursive: true, force: true });
});

async function keep(...articles: ArticleReading[]): Promise<void> {
  for (const article of articles) {
    const { sha256 } = article.article;
    const moment = { retrieved: NOW.toISOString(), readAt: NOW.toISOString() };
    await store.claims.keep({ sha256, name: 'x', reader: 'r', ...moment, articles: [article], notes: [] });
  }
}

describe('claims that were read', () => {
  it('are asked for by party, under any of its listings, and graded in the light of all articles about it', async () => {
    await keep(SOBER, LOUD);
    const { claims, findings, articles } = await service.claims({ about: 'yy_test-9' });
    expect(new Set(claims.map((claim) => claim.id))).toEqual(new Set([claimId(SOBER, 0), claimId(LOUD, 0)]));
    expect(claims.find((claim) => claim.id === claimId(LOUD, 0))?.grade.information).toBe(5);
    expect(findings.map((finding) => finding.kind)).toContain('act-type');
    expect(articles.map((article) => article.publisher).sort()).toEqual(['Evening Mail', 'Harbour Post']);
    expect(articles[0]).not.toHaveProperty('text');
  });

  it('are none about a party of which nothing was read', async () => {
    await keep(SOBER);
    expect(await service.claims({ about: 'zz-0' })).toEqual({ claims: [], findings: [], articles: [] });
  });

  it('are asked for by article, with its background', async () => {
    await keep(SOBER, LOUD);
    const { claims } = await service.claims({ article: SOBER.article.id });
    expect(claims.map((claim) => claim.id)).toEqual([claimId(SOBER, 0), claimId(SOBER, 1)]);
  });

  it('are narrowed to what is contradicted, with what contradicts it', async () => {
    await keep(SOBER, LOUD);
    const whole = await service.claims({ about: 'xx_test-1' });
    const narrowed = await service.claims({ about: 'xx_test-1', contradictions: true });
    expect(narrowed.findings.map((finding) => finding.kind)).toEqual(['act-type']);
    expect(narrowed.claims).toHaveLength(whole.claims.length);
  });

  it('have nothing against them when one article alone is read', async () => {
    await keep(SOBER);
    expect((await service.claims({ about: 'xx_test-1', contradictions: true })).claims).toEqual([]);
  });

  it('must be asked for by something that is there', async () => {
    await expect(service.claims({})).rejects.toMatchObject({ code: 'QUERY_INVALID' });
    await expect(service.claims({ article: 'art-0' })).rejects.toMatchObject({ code: 'ARTICLE_UNKNOWN' });
    await expect(service.readings(['art-0'])).rejects.toMatchObject({ code: 'ARTICLE_UNKNOWN' });
  });

  it('are counted for parties with several ids, each once, in the order asked', async () => {
    await keep(SOBER, LOUD);
    const parties = [
      { id: 'zz-0', referents: [] },
      { id: 'yy_test-9', referents: ['xx_test-1', 'xx_test-1'] },
    ];
    const [none = [], some = []] = await service.claimsOf(parties);
    expect(none).toEqual([]);
    expect([...some].sort()).toEqual([claimId(SOBER, 0), claimId(LOUD, 0)].sort());
    expect(await service.claimsOf([])).toEqual([]);
  });
});

describe('a review', () => {
  it('is noted with who and when, shown with the claim, and keeps its history', async () => {
    await keep(SOBER);
    const id = claimId(SOBER, 0);
    const reviewed = await service.review(id, { state: 'confirmed', note: 'seen' }, 'Ana');
    expect(reviewed.review).toEqual({ state: 'confirmed', by: 'Ana', at: NOW.toISOString(), note: 'seen' });
    await service.review(id, { state: 'rejected' }, 'Ben');
    const { claims } = await service.claims({ about: 'xx_test-1' });
    expect(claims[0]?.review).toEqual({ state: 'rejected', by: 'Ben', at: NOW.toISOString() });
    expect((await service.reviews(id)).map((review) => review.by)).toEqual(['Ana', 'Ben']);
  });

  it('of a rejected claim takes it from what is shown beside a listing', async () => {
    await keep(SOBER);
    await service.review(claimId(SOBER, 0), { state: 'rejected' }, 'Ben');
    expect(await service.claimsOf([{ id: 'xx_test-1', referents: [] }])).toEqual([[]]);
  });

  it('needs a claim and a state that there are', async () => {
    await keep(SOBER);
    await expect(service.review('no', { state: 'confirmed' }, 'Ana')).rejects.toMatchObject({
      code: 'CLAIM_UNKNOWN',
    });
    await expect(service.reviews('no')).rejects.toMatchObject({ code: 'CLAIM_UNKNOWN' });
    await expect(
      service.review(claimId(SOBER, 0), { state: 'perhaps' as never }, 'Ana'),
    ).rejects.toMatchObject({
      code: 'QUERY_INVALID',
    });
  });
});
