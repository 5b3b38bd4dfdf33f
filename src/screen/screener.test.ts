import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { starterParties } from '../../test/support/listed-parties.ts';
import { compareParties } from './compare-parties.ts';
import { indexInMemory } from './index/index-file.ts';
import type { ListedParty } from './listed-party.ts';
import { factsOfProperties, type PartyFacts } from './party.ts';
import { Screener } from './screener.ts';

let parties: ListedParty[];
let screener: Screener;

beforeAll(async () => {
  parties = await starterParties();
  screener = new Screener(indexInMemory(parties));
});

/** Ids and scores of all parties that reach the cut-off, by comparing each of them in full. */
function compareAll(query: PartyFacts, cutoff: number): Map<string, number> {
  const found = parties.flatMap((party): [string, number][] => {
    const { score } = compareParties(query, party.facts);
    return score >= cutoff ? [[party.id, score]] : [];
  });
  return new Map(found);
}

/** A year, month or day changed, or the date cut to its year. */
function alterDate(date: string, how: number): string {
  const [year = '1960', month = '05', day = '07'] = date.split('-');
  switch (how) {
    case 0:
      return date;
    case 1:
      return year;
    case 2:
      return `${Number(year) + 1}-${month}-${day}`;
    case 3:
      return `${year}-${day > '12' ? month : day}-${month}`;
    case 4:
      return `${year.slice(0, 2)}${year[3]}${year[2]}-${month}-${day}`;
    default:
      return `${Number(year) - 9}-01-01`;
  }
}

describe('the screener answers as comparing every party in full does', () => {
  it('for people with birth dates, countries and genders that fit, nearly fit or do not', () => {
    const people = parties.filter((party) => party.schema === 'Person');
    const query = fc.record({
      who: fc.nat(people.length - 1),
      other: fc.nat(people.length - 1),
      name: fc.nat(20),
      cut: fc.nat(3),
      date: fc.nat(6),
      country: fc.constantFrom('sk', 'ru', 'kp', 'ir', 'us', undefined),
      gender: fc.constantFrom('male', 'female', undefined),
      cutoff: fc.constantFrom(0.9, 0.5, 0.1, 0.01),
    });
    let found = 0;
    fc.assert(
      fc.property(query, ({ who, other, name, cut, date, country, gender, cutoff }) => {
        const { names } = people[who]!.facts;
        const words = names[name % names.length]!.text.split(' ');
        const text = words.length > 2 ? words.filter((_, at) => at !== cut).join(' ') : words.join(' ');
        const dates = people[date % 2 === 0 ? who : other]!.facts.birthDates.slice(0, 1);
        const facts = factsOfProperties('Person', {
          name: [text],
          birthDate: dates.map((one) => alterDate(one, date)),
          nationality: country ? [country] : [],
          gender: gender ? [gender] : [],
        });
        const wanted = compareAll(facts, cutoff);
        const results = screener.search(facts, { cutoff, limit: 1000 });
        found += results.length;
        const rounded = (score: number): number => Math.round(score * 1e9) / 1e9;
        expect(new Map(results.map(({ party, score }) => [party.id, rounded(score)]))).toEqual(
          new Map([...wanted].map(([id, score]) => [id, rounded(score)])),
        );
      }),
      { numRuns: 70, seed: 1966 },
    );
    expect(found).toBeGreaterThan(25);
  });
});
