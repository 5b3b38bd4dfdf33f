import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Article, type Claim, CUE_CLASSES } from '../../model/reading.ts';
import type { Attribution } from '../document.ts';
import { readArticle } from '../read-article.ts';
import { zonesOf } from '../zones/zones-of.ts';

const TEXT = `Ministry Denies Sale of Rockets

Russia has supplied rockets to North Korea, waffled Ivan Petrov, the trade envoy.

The US Treasury on Thursday sanctioned Ashot Mkrtychev, a Slovak national.

Iran denied that it had sold drones to Russia.
`;
const ARTICLE: Article = {
  id: 'art-0123456789abcdef',
  sha256: '0'.repeat(64),
  mediaType: 'text/plain',
  retrieved: '2024-01-01T00:00:00.000Z',
  language: 'en',
  support: 'full',
  text: TEXT,
  zones: zonesOf(TEXT),
};
const LLM = { model: 'fake', promptSha256: 'f'.repeat(64) };

function range(words: string) {
  const start = TEXT.indexOf(words);
  expect(start, words).toBeGreaterThanOrEqual(0);
  return { start, end: start + words.length };
}

function proposal(
  source: string,
  cue: string,
  content: string,
  cueClass: Attribution['cueClass'] = 'say',
): Attribution {
  return {
    source: [range(source)],
    cue: [range(cue)],
    content: [range(content)],
    cueClass,
    cueLemma: cue,
    form: 'indirect',
    rule: 'language-model',
  };
}

const GOOD = proposal(
  'Ivan Petrov, the trade envoy',
  'waffled',
  'Russia has supplied rockets to North Korea',
);

async function read(
  ...attributions: Attribution[]
): Promise<{ ruled: readonly Claim[]; proposed: readonly Claim[] }> {
  const { claims } = await readArticle(ARTICLE, undefined, {
    propose: async () => ({ attributions, llm: LLM }),
  });
  return {
    ruled: claims.filter(({ provenance }) => !provenance.llm),
    proposed: claims.filter(({ provenance }) => provenance.llm),
  };
}

describe('a proposed statement', () => {
  it('becomes a claim by the rules for events and modality, and says who proposed it', async () => {
    const { proposed } = await read(GOOD);
    expect(proposed).toHaveLength(1);
    expect(proposed[0]).toMatchObject({
      modality: 'alleged',
      event: { type: 'ARMS_TRANSFER', roles: { supplier: [{ span: { surface: 'Russia' } }] } },
      source: { spans: [{ surface: 'Ivan Petrov, the trade envoy' }] },
      provenance: { llm: LLM, rule: expect.stringMatching(/^language-model\+/u) },
    });
  });

  it('changes no claim and no finding of the rules, whatever it is', async () => {
    const alone = await readArticle(ARTICLE, undefined);
    expect(alone.claims.length).toBeGreaterThan(2);
    const hostile = [
      proposal('Iran', 'had sold', 'The US Treasury on Thursday sanctioned Ashot Mkrtychev', 'deny'),
      proposal('Ministry', 'Denies', 'Iran denied that it had sold drones to Russia', 'deny'),
      GOOD,
    ];
    for (const one of [...hostile.map((attribution) => [attribution]), hostile]) {
      const { claims, findings } = await readArticle(ARTICLE, undefined, {
        propose: async () => ({ attributions: one, llm: LLM }),
      });
      expect(claims.filter(({ provenance }) => !provenance.llm)).toEqual(alone.claims);
      expect(findings).toEqual(alone.findings);
      expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
    }
  });

  it('of any words of the article is read without a fault, and changes nothing of the rules', async () => {
    const alone = await readArticle(ARTICLE, undefined);
    const edges = [...TEXT.matchAll(/\S+/gu)].map(({ index, 0: word }) => ({
      start: index,
      end: index + word.length,
    }));
    const words = fc.tuple(fc.nat(edges.length - 1), fc.nat(12)).map(([first, length]) => ({
      start: edges[first]!.start,
      end: edges[Math.min(first + length, edges.length - 1)]!.end,
    }));
    const statement = fc.record({
      source: fc.array(words, { maxLength: 1 }),
      cue: fc.tuple(words),
      content: fc.tuple(words),
      cueClass: fc.constantFrom(...CUE_CLASSES),
      cueLemma: fc.constant('say'),
      form: fc.constantFrom('direct' as const, 'mixed' as const, 'indirect' as const),
      rule: fc.constant('language-model'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(statement, { minLength: 1, maxLength: 4 }), async (attributions) => {
        const { ruled, proposed } = await read(...attributions);
        expect(ruled).toEqual(alone.claims);
        for (const { content } of proposed)
          for (const { start, end, surface } of content) expect(TEXT.slice(start, end)).toBe(surface);
      }),
      { numRuns: 150 },
    );
  });

  it('makes no official act that the rules do not see', async () => {
    const text = 'The US Treasury waffled that Ashot Mkrtychev was arrested on Monday.\n';
    const at = (words: string) => [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }];
    const attribution: Attribution = {
      ...GOOD,
      source: at('The US Treasury'),
      cue: at('waffled'),
      content: at('Ashot Mkrtychev was arrested on Monday'),
    };
    const { claims } = await readArticle({ ...ARTICLE, text, zones: zonesOf(text) }, undefined, {
      propose: async () => ({ attributions: [attribution], llm: LLM }),
    });
    const proposed = claims.filter(({ provenance }) => provenance.llm);
    expect(proposed.map(({ event, modality }) => [event.type, modality])).toEqual([
      ['ARREST_DETENTION', 'alleged'],
    ]);
    expect(proposed[0]?.provenance.rule).toContain('modality.proposed-act');
  });

  it('inside a statement that the rules found is part of that one', async () => {
    const { ruled, proposed } = await read({
      ...GOOD,
      source: [],
      cue: [range('it had sold')],
      content: [range('drones to Russia')],
    });
    const outer = ruled.find(({ cue }) => cue?.spans[0]?.surface === 'denied');
    expect(proposed.map(({ partOf }) => partOf)).toEqual([outer?.id]);
    expect(outer).toBeDefined();
  });

  it('is not asked for in a language that is not read', async () => {
    let asked = 0;
    const propose = async () => {
      asked += 1;
      return undefined;
    };
    await readArticle({ ...ARTICLE, language: 'ru', support: 'parties-only' }, undefined, { propose });
    expect(asked).toBe(0);
    await readArticle(ARTICLE, undefined, { propose });
    expect(asked).toBe(1);
  });
});
