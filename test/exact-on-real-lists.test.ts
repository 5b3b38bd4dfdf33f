// The index against comparing every listed party in full, on a real list: the names of the UN list with slips of
// typing, at several cut-offs. Left out where ../shared is not there; the starter lists are asked in src/screen.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ALTERATIONS, alteredDeck } from '../bench/support/alterations.ts';
import { realParties } from '../bench/support/real-lists.ts';
import { compareParties } from '../src/screen/compare-parties.ts';
import { indexInMemory } from '../src/screen/index/index-file.ts';
import { factsOfProperties } from '../src/screen/party.ts';
import { Screener } from '../src/screen/screener.ts';

const shared = fileURLToPath(new URL('../../shared/lists', import.meta.url));
const CUTOFFS = [0.9, 0.5, 0.05];

describe.skipIf(!existsSync(shared))('the index of the UN list (left out without ../shared)', () => {
  it('finds what comparing every party finds, with the same scores', { timeout: 120_000 }, async () => {
    const parties = await realParties('un');
    const screener = new Screener(indexInMemory(parties));
    const names = parties.map(({ caption }) => caption).filter((_, at) => at % 70 === 0);
    const decks = ['one edit', 'two edits in two words', 'one given name an initial'] as const;
    const queries = decks.flatMap((deck, seed) => alteredDeck(names, ALTERATIONS[deck]!, seed));
    expect(queries.length).toBeGreaterThan(25);
    const rounded = (score: number): number => Math.round(score * 1e9) / 1e9;
    let found = 0;
    for (const [at, { query }] of queries.entries()) {
      const cutoff = CUTOFFS[at % CUTOFFS.length]!;
      const facts = factsOfProperties('Thing', { name: [query] });
      const wanted = parties.flatMap((party): [string, number][] => {
        const { score } = compareParties(facts, party.facts);
        return score >= cutoff ? [[party.id, rounded(score)]] : [];
      });
      const results = screener.search(facts, { cutoff, limit: parties.length });
      found += results.length;
      expect(new Map(results.map(({ party, score }) => [party.id, rounded(score)])), query).toEqual(
        new Map(wanted),
      );
    }
    expect(found).toBeGreaterThan(queries.length);
  });
});
