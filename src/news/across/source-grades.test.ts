import { describe, expect, it } from 'vitest';
import { reading } from '../../../test/fixtures/readings.ts';
import type { Article } from '../../model/reading.ts';
import { outletName } from './origins.ts';
import { creditedAgency, SourceGrades, type SourceLetter, stepDown } from './source-grades.ts';

const grades = new SourceGrades();

function article(facts: Partial<Article>, text = 'Something happened.'): Article {
  return reading({ text, article: facts }).article;
}

describe('the letter of an outlet', () => {
  it.each([
    ['by its name', { publisher: 'Reuters' }, 'B'],
    ['by its name with an article', { publisher: 'The New York Times' }, 'B'],
    ['by its address', { url: 'https://www.reuters.com/world/x' }, 'B'],
    ['by an address below its own', { url: 'https://news.bbc.co.uk/x' }, 'B'],
    ['of a state that speaks of itself', { publisher: 'TASS' }, 'D'],
    ['that nobody knows', { publisher: 'Quayside Courier', url: 'https://courier.example/x' }, undefined],
    ['at an address that only ends alike', { url: 'https://notreuters.com/x' }, undefined],
  ] as const)('is found %s', (_, facts, letter) => {
    expect(grades.publisherOf(article(facts))?.letter).toBe(letter);
  });

  it('that a user has set comes first, whichever of its names he has used', () => {
    const own = new SourceGrades({ 'Quayside Courier': 'C', AP: 'D' });
    expect(own.publisherOf(article({ publisher: 'The Quayside Courier' }))?.letter).toBe('C');
    expect(own.outletNamed('Associated Press')?.letter).toBe('D');
    expect(grades.outletNamed('Associated Press')?.letter).toBe('B');
  });

  it('goes down for somebody unnamed, but never to F, and never up from it', () => {
    const down = (['A', 'B', 'C', 'D', 'E', 'F'] as SourceLetter[]).map((letter) => stepDown(letter));
    expect(down).toEqual(['B', 'C', 'D', 'E', 'E', 'F']);
  });
});

describe('a news agency', () => {
  it.each([
    ['in the dateline', article({}, 'Ship stopped\nLONDON (Reuters) - A ship was stopped.'), 'Reuters'],
    ['in the byline', article({ byline: 'By Ana Lima, Associated Press' }), 'Associated Press'],
    ['as the publisher', article({ publisher: 'AFP' }), 'Agence France-Presse'],
    ['nowhere', article({ byline: 'Ana Lima', publisher: 'The New York Times' }), undefined],
    ['only as what an article is about', article({}, 'The boss of a rival (Reuters) was fined.'), undefined],
  ] as const)('is credited %s', (_, one, agency) => {
    expect(creditedAgency(one, grades)).toBe(agency);
  });
});

describe('an outlet', () => {
  it('is called by its publisher, else its host, else the title of the article', () => {
    expect(outletName(article({ publisher: 'AP' }), grades)).toBe('Associated Press');
    expect(outletName(article({ publisher: 'Quayside Courier' }), grades)).toBe('Quayside Courier');
    expect(outletName(article({ url: 'https://www.courier.example/a' }), grades)).toBe('courier.example');
    expect(outletName(article({ title: 'A title' }), grades)).toBe('A title');
  });
});
