import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEWEST_LETTERS, isOneLetterApart } from '../../names/compare/letter-slip.ts';
import { LetterSearch } from './letter-search.ts';

function found(texts: readonly string[], query: string): string[] {
  const ids = new Set<number>();
  new LetterSearch(texts).search(query, (id) => void ids.add(id));
  return [...ids].map((id) => texts[id]!).sort();
}

describe('the search by letters', () => {
  it('finds what asking every text finds', () => {
    // Few letters, so that many texts are one letter apart; digits and other scripts stand in vocabularies too.
    const text = fc.string({ unit: fc.constantFrom(...'abhк7'), maxLength: 9 });
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 300 }), text, (texts, query) => {
        const wanted = texts.filter((one) => one.length >= FEWEST_LETTERS && isOneLetterApart(query, one));
        expect(found(texts, query)).toEqual(wanted.sort());
      }),
      { numRuns: 2000, seed: 1843 },
    );
  });

  it('finds each sort of slip, at every place', () => {
    const name = 'mustafin';
    const texts = [...name].flatMap((_, at) => [
      name.slice(0, at) + name.slice(at + 1),
      `${name.slice(0, at)}x${name.slice(at)}`,
      `${name.slice(0, at)}x${name.slice(at + 1)}`,
    ]);
    for (let at = 0; at + 1 < name.length; at++)
      texts.push(name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2));
    expect(found(texts, name)).toEqual(texts.toSorted());
  });
});
