import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, Claim, Mention } from '../../../api/types.ts';
import { marksOf, paragraphsOf, piecesOf } from './passages.ts';

const ARTICLE: Article = {
  id: 'art-1',
  sha256: '',
  mediaType: 'text/plain',
  retrieved: '2023-03-31T00:00:00Z',
  language: 'en',
  support: 'full',
  text: '',
  zones: [],
};

type Stretch = readonly [start: number, end: number];

function claim(id: string, ...stretches: readonly Stretch[]): Claim {
  const content = stretches.map(([start, end]) => ({ article: 'art-1', start, end, surface: '' }));
  return { id, article: 'art-1', content } as unknown as Claim;
}

function mention(caption: string, [start, end]: Stretch, kind = 'name', id?: string): Mention {
  const party = id === undefined ? {} : { party: { id } };
  return {
    article: 'art-1',
    caption,
    spans: [{ start, end, kind }],
    ...party,
  } as unknown as Mention;
}

describe('the text of a report', () => {
  it('keeps every letter, wherever zones and marks begin and end', () => {
    const stretch = fc
      .tuple(fc.nat(40), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]): Stretch => [start, start + length]);
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 60 }),
        fc.array(stretch, { maxLength: 6 }),
        fc.array(stretch, { maxLength: 6 }),
        (text, zones, marked) => {
          const within = ([start, end]: Stretch): boolean => end <= text.length && start < end;
          const article = {
            ...ARTICLE,
            text,
            zones: zones.filter(within).map(([start, end]) => ({ kind: 'body' as const, start, end })),
          };
          const marks = marksOf(
            'art-1',
            marked.filter(within).map((one, at) => claim(`c${at}`, one)),
            marked.filter(within).map((one) => mention('Name', one)),
          );
          const shown = paragraphsOf(article)
            .flatMap((paragraph) => piecesOf(text, paragraph, marks))
            .map((piece) => piece.text)
            .join('');
          expect(shown.replace(/\s+/gu, '')).toBe(text.replace(/\s+/gu, ''));
        },
      ),
    );
  });

  it('takes what no zone holds as body', () => {
    const text = 'Head\n\nfirst\n\nsecond';
    const article = { ...ARTICLE, text, zones: [{ kind: 'headline' as const, start: 0, end: 4 }] };
    expect(paragraphsOf(article)).toEqual([
      { kind: 'headline', start: 0, end: 4 },
      { kind: 'body', start: 4, end: text.length },
    ]);
  });
});

describe('a piece of a paragraph', () => {
  const TEXT = 'Kirby said that Russia sent arms, he added.';
  const paragraph = { kind: 'body' as const, start: 0, end: TEXT.length };
  const pieces = piecesOf(
    TEXT,
    paragraph,
    marksOf(
      'art-1',
      [claim('wide', [11, 32]), claim('narrow', [16, 32])],
      [
        mention('Russia', [16, 22]),
        mention('Kirby', [0, 5], 'name', 'ofac-1'),
        mention('Kirby', [34, 36], 'pronoun'),
      ],
    ),
  );

  it('belongs to the narrowest claim first', () => {
    expect(pieces.find(({ text }) => text === 'Russia')?.claims).toEqual(['narrow', 'wide']);
  });

  it('carries the numbers of the claims that end with it, and of no other', () => {
    expect(
      pieces.filter(({ ending }) => ending.length > 0).map(({ text, ending }) => [text, ending]),
    ).toEqual([[' sent arms', ['narrow', 'wide']]]);
  });

  it('names a party where a name stands, not where "he" stands', () => {
    expect(pieces.flatMap(({ text, mention: named }) => (named ? [[text, named.caption]] : []))).toEqual([
      ['Kirby', 'Kirby'],
      ['Russia', 'Russia'],
    ]);
  });

  it('ends a claim of two stretches once, at the last of them', () => {
    const split = piecesOf(TEXT, paragraph, marksOf('art-1', [claim('split', [0, 5], [11, 32])], []));
    expect(split.filter(({ ending }) => ending.includes('split')).map(({ start }) => start)).toEqual([11]);
  });

  it('shows the listed party where two names stand at one place', () => {
    const both = marksOf('art-1', [], [mention('Wagner', [0, 5]), mention('Listed', [0, 12], 'name', 'x-1')]);
    expect(piecesOf(TEXT, paragraph, both)[0]?.mention?.caption).toBe('Listed');
  });
});
