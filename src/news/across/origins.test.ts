import { describe, expect, it } from 'vitest';
import { type ClaimPlan, reading } from '../../../test/fixtures/readings.ts';
import type { ArticleReading } from './article-reading.ts';
import { relate } from './relate-readings.ts';
import { SourceGrades } from './source-grades.ts';

/** A report in which somebody says that rockets were sold. */
function report(
  outlet: string,
  words: string,
  speaker: string,
  kind: 'government' | 'person',
): ArticleReading {
  const claim: ClaimPlan = {
    content: words,
    type: 'ARMS_TRANSFER',
    modality: 'alleged',
    form: 'indirect',
    cue: ['said', 'say'],
    source: { kind, mention: 'speaker' },
    roles: { supplier: ['seller'], recipient: ['buyer'] },
    goods: ['rockets'],
  };
  return reading({
    text: `${words}, ${speaker} said. The ${outlet} has more on its pages.`,
    article: { publisher: outlet, published: '2024-05-03' },
    mentions: {
      seller: { type: 'place', caption: 'Russia', countries: ['ru'] },
      buyer: { type: 'place', caption: 'Iran', countries: ['ir'] },
      speaker: {
        type: kind === 'person' ? 'person' : 'organisation',
        caption: speaker,
        countries: kind === 'person' ? [] : ['us'],
      },
    },
    claims: [claim],
  });
}

function proposed(read: ArticleReading): ArticleReading {
  const llm = { model: 'fake', promptSha256: 'f'.repeat(64) };
  return {
    ...read,
    claims: read.claims.map((claim) => ({ ...claim, provenance: { ...claim.provenance, llm } })),
  };
}

describe('a claim that a language model proposed', () => {
  const one = report('Harbour Post', 'Russia sold rockets to Iran on 1 May', 'US Treasury', 'government');
  const other = report(
    'Evening Mail',
    'It was on 1 May that Iran received rockets from Russia',
    'Ivan Petrov',
    'person',
  );

  it('is no origin beside those that rules find, and raises no grade', () => {
    const origins = (...read: ArticleReading[]) =>
      relate(read, new SourceGrades()).clusters.map((cluster) => cluster.origins.length);
    const digits = (...read: ArticleReading[]) =>
      relate(read, new SourceGrades()).claims.map(({ grade }) => grade.information);
    expect(origins(one, other)).toEqual([2]);
    expect(digits(one, other)).toEqual([1, 1]);
    expect(origins(one, proposed(other))).toEqual([1]);
    expect(digits(one, proposed(other))).toEqual([3, 3]);
  });
});
