import { describe, expect, it } from 'vitest';
import { claimId, reading } from '../../../test/fixtures/readings.ts';
import { toFollowTheMoney } from '../../model/entity.ts';
import type { Claim, Reading } from '../../model/reading.ts';
import { isA } from '../../model/schema/schema.ts';
import { relate } from '../across/relate-readings.ts';
import { claimReviewsOf } from './claim-review.ts';
import { followTheMoneyOf } from './follow-the-money.ts';
import { jsonLinesOf, readingFromJsonLines } from './json-lines.ts';

const one = reading({
  text: 'The Pentagon says that Orion Trading sold drones to Sudan.\nSkies were “grey”, with <b>clouds</b>.',
  article: {
    title: 'Drones',
    publisher: 'Harbour Post',
    published: '2024-05-03',
    url: 'https://example.org/1',
  },
  mentions: {
    pentagon: { type: 'organisation', caption: 'Pentagon', countries: ['us'] },
    orion: {
      type: 'organisation',
      caption: 'Orion Trading',
      party: {
        id: 'xx_test-7',
        caption: 'ORION TRADING LLC',
        score: 0.9,
        datasets: ['xx_test'],
        evidence: [],
      },
    },
    sudan: { type: 'place', caption: 'Sudan', countries: ['sd'] },
  },
  claims: [
    {
      content: 'that Orion Trading sold drones to Sudan',
      type: 'ARMS_TRANSFER',
      phase: 'agreed',
      source: { kind: 'government', mention: 'pentagon', surface: 'The Pentagon' },
      cue: ['says', 'say'],
      roles: { supplier: ['orion'], recipient: ['sudan'] },
    },
    { content: 'Skies were “grey”, with <b>clouds</b>', type: 'OTHER_CONTEXT' },
  ],
});
const other = reading({
  text: 'Sudan bought drones from Orion Trading, an official said.',
  article: { publisher: 'Evening Mail', published: '2024-05-05' },
  mentions: {
    orion: { type: 'organisation', caption: 'Orion Trading' },
    sudan: { type: 'place', caption: 'Sudan', countries: ['sd'] },
  },
  claims: [
    {
      content: 'Sudan bought drones from Orion Trading',
      type: 'ARMS_TRANSFER',
      phase: 'agreed',
      source: { kind: 'anonymous-official', surface: 'an official' },
      roles: { supplier: ['orion'], recipient: ['sudan'] },
    },
  ],
});

function together(change: (claim: Claim) => Claim = (claim) => claim): Reading {
  const read = [one, other].map((each) => ({ ...each, claims: each.claims.map(change) }));
  const { claims, findings, clusters } = relate(read);
  return {
    articles: read.map(({ article }) => article),
    mentions: read.flatMap(({ mentions }) => mentions),
    claims,
    findings,
    clusters,
  };
}

describe('JSON lines', () => {
  it('come back as the reading that they were made of', () => {
    const whole = together();
    const lines = [...jsonLinesOf(whole)];
    expect(lines.every((line) => line.endsWith('\n') && line.indexOf('\n') === line.length - 1)).toBe(true);
    expect(readingFromJsonLines(lines.join(''))).toEqual(whole);
  });

  it.each(['{', '{"kind":"claim"}', '{"kind":"toString","toString":{}}', '[]', 'null'])(
    'that are none of a reading are told with their number: %s',
    (line) => {
      const text = [...jsonLinesOf(together())][0] + line;
      expect(() => readingFromJsonLines(text)).toThrow(expect.objectContaining({ place: { line: 2 } }));
    },
  );
});

describe('FollowTheMoney', () => {
  const entities = followTheMoneyOf(together());
  const find = (id: string) => {
    const entity = entities.find((candidate) => candidate.id === id);
    if (!entity) throw new Error(`no entity ${id}`);
    return toFollowTheMoney(entity);
  };

  it('has the article, whose hash and text can be had back', () => {
    expect(find(one.article.id)).toMatchObject({
      schema: 'Article',
      properties: {
        title: ['Drones'],
        publisher: ['Harbour Post'],
        publishedAt: ['2024-05-03'],
        contentHash: [one.article.sha256],
      },
    });
  });

  it('has each claim as a note about its parties, with the article as its proof', () => {
    expect(find(claimId(one, 0))).toMatchObject({
      schema: 'Note',
      properties: {
        name: ['alleged: a supply of arms'],
        description: ['that Orion Trading sold drones to Sudan'],
        entity: ['xx_test-7'],
        proof: [one.article.id],
        keywords: [
          'ARMS_TRANSFER',
          'alleged',
          'admiralty-scale:source-reliability="c"',
          'admiralty-scale:information-credibility="3"',
        ],
      },
    });
  });

  it('gives parties that no list has, and not those that one has', () => {
    const ids = entities.map((entity) => entity.id);
    expect(ids).not.toContain('xx_test-7');
    const mention = find(`${other.article.id}-m-orion`);
    expect(mention.properties.resolved).toEqual([`${other.article.id}-m-orion-party`]);
    expect(find(`${other.article.id}-m-orion-party`)).toMatchObject({
      schema: 'Organization',
      properties: { name: ['Orion Trading'] },
    });
  });

  it('states no fact: there is no sanction, no ownership and no other relation', () => {
    expect(
      entities.filter((entity) => isA(entity.schema, 'Interval')).map((entity) => entity.schema),
    ).toEqual([]);
    expect(new Set(entities.map((entity) => entity.id)).size).toBe(entities.length);
  });

  it('leaves out what a person has rejected', () => {
    const rejected = together((claim) => ({
      ...claim,
      review: { state: 'rejected', by: 'Ana', at: '2024-06-01' },
    }));
    expect(followTheMoneyOf(rejected).filter((entity) => entity.schema === 'Note')).toEqual([]);
  });
});

describe('ClaimReview', () => {
  it('is one for each matter, with its first and all its appearances', () => {
    const reviews = claimReviewsOf(together(), '2024-06-15', 'Interdict');
    expect(reviews).toHaveLength(1);
    expect(JSON.parse(JSON.stringify(reviews[0]))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      '@id': `cluster-${claimId(one, 0)}`,
      datePublished: '2024-06-15',
      author: { '@type': 'Organization', name: 'Interdict' },
      claimReviewed: 'that Orion Trading sold drones to Sudan',
      url: 'https://example.org/1',
      itemReviewed: {
        '@type': 'Claim',
        author: { '@type': 'Organization', name: 'The Pentagon' },
        datePublished: '2024-05-03',
        firstAppearance: {
          '@type': 'NewsArticle',
          headline: 'Drones',
          url: 'https://example.org/1',
          datePublished: '2024-05-03',
          publisher: { '@type': 'Organization', name: 'Harbour Post' },
          identifier: one.article.id,
        },
        appearance: [
          expect.objectContaining({ identifier: one.article.id }),
          expect.objectContaining({ identifier: other.article.id }),
        ],
      },
      reviewRating: {
        '@type': 'Rating',
        ratingValue: 3,
        bestRating: 5,
        worstRating: 1,
        alternateName: 'Possibly true',
        ratingExplanation: expect.stringContaining('in 2 outlets: that is repetition, no confirmation'),
      },
    });
  });

  it('names the person who confirmed it, and is none of what was rejected', () => {
    const review = { by: 'Ana', at: '2024-06-01T08:00:00.000Z' };
    const confirmed = together((claim) => ({ ...claim, review: { state: 'confirmed', ...review } }));
    expect(claimReviewsOf(confirmed, '2024-06-15', 'Interdict')).toMatchObject([
      { author: { '@type': 'Person', name: 'Ana' }, datePublished: '2024-06-01' },
    ]);
    const rejected = together((claim) => ({ ...claim, review: { state: 'rejected', ...review } }));
    expect(claimReviewsOf(rejected, '2024-06-15', 'Interdict')).toEqual([]);
  });
});
