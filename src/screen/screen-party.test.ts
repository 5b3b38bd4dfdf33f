import { beforeAll, describe, expect, it } from 'vitest';
import { starterParties } from '../../test/support/listed-parties.ts';
import type { PartyQuery, Screening } from '../model/screening.ts';
import { decodeIndex, encodeIndex, indexInMemory, placeIndex } from './index/index-file.ts';
import { indexParties } from './index/screen-index.ts';
import type { ListedParty } from './listed-party.ts';
import { screenParty } from './screen-party.ts';
import { Screener } from './screener.ts';

const SETTING = { id: 'test', at: '2026-11-22T10:00:00Z', asOf: '2026-11-22', engineVersion: '0', lists: [] };
let parties: ListedParty[];
let screener: Screener;

beforeAll(async () => {
  parties = await starterParties();
  screener = new Screener(indexInMemory(parties));
});

const person = (name: string, more: Record<string, string[]> = {}): PartyQuery => ({
  schema: 'Person',
  properties: { name: [name], ...more },
});
const screen = (query: PartyQuery): Screening => screenParty(screener, query, SETTING);

describe('the broker of the reports', () => {
  it.each([
    'Ashot Mkrtychev',
    'Ashot Mkrtchyev',
    'Mkrtycev Asot',
    'MKRTYCHEV, Ashot',
    'Мкртычев Ашот',
    'Ashot Mkrtytschew',
  ])('is found as %s, with his three listings and their programmes', (name) => {
    const [result] = screen(person(name)).results;
    expect(result?.id).toBe('us_ofac_sdn-41736');
    expect(result?.listings.map(({ dataset, program, listedOn }) => [dataset, program, listedOn])).toEqual([
      ['us_ofac_sdn', 'DPRK', '2023-03-30'],
      ['gb_hmt_sanctions', 'Russia', '2023-08-08'],
      ['au_dfat_sanctions', 'Autonomous (Russia)', '2024-02-23'],
    ]);
  });

  it('is not Ashot Mkrtchyan, a common Armenian name', () => {
    expect(screen(person('Ashot Mkrtchyan')).decision).not.toBe('stop');
  });

  it('is certain with his birth date and citizenship, and far from review with another birth date', () => {
    const certain = screen(person('Ashot Mkrtychev', { birthDate: ['1966-05-07'], citizenship: ['sk'] }));
    expect(certain.results[0]?.score).toBeGreaterThan(0.99);
    const other = screenParty(screener, person('Ashot Mkrtychev', { birthDate: ['1981-11-23'] }), SETTING, {
      cutoff: 0.001,
    });
    expect(other.results[0]?.score).toBeLessThan(0.3);
    expect(other.results[0]?.explanation.against.join()).toContain('15 years apart');
  });

  it('is found by his passport under another name, and the answer says that the names differ', () => {
    const [result] = screen(person('Giovanni Bianchi', { passportNumber: ['BD 3843329'] })).results;
    expect(result?.id).toBe('us_ofac_sdn-41736');
    expect(result?.explanation.against.length).toBeGreaterThan(0);
  });

  it('is explained part by part, in the script that was asked', () => {
    const [result] = screen(person('Мкртычев Ашот')).results;
    const parts = result?.explanation.names?.parts ?? [];
    expect(parts.map(({ query, relation }) => [query, relation])).toEqual([
      ['Мкртычев', 'agree'],
      ['Ашот', 'agree'],
    ]);
    expect(result?.explanation.sentence).toContain('us_ofac_sdn-41736');
  });
});

describe('a query', () => {
  it.each([
    ['an empty name', person(''), 'QUERY_INVALID'],
    ['a name of signs', person('--- !!!'), 'QUERY_INVALID'],
    ['emoji', person('😀😀'), 'QUERY_INVALID'],
    ['a name of ten megabytes', person('a'.repeat(10_000_000)), 'QUERY_INVALID'],
    [
      '10,000 names',
      { schema: 'Person', properties: { alias: Array.from({ length: 10_000 }, (_, at) => `Name ${at}`) } },
      'QUERY_INVALID',
    ],
    [
      'a property of no person',
      { schema: 'Person', properties: { name: ['A'], imoNumber: ['1'] } },
      'SCHEMA_UNKNOWN',
    ],
    ['a thing that is not screened', { schema: 'Sanction', properties: { program: ['A'] } }, 'QUERY_INVALID'],
  ] as [string, PartyQuery, string][])('with %s is refused with a reason', (_, query, code) => {
    expect(() => screen(query)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    'a',
    '\u200f\u202eAshot Mkrtychev\u202c',
    'Ash\u200bot Mkrty\u00adchev',
    'Ashot Mkrty\u0441hev',
    'Ashot \ud800Mkrtychev',
  ])('with the odd text %j is answered', (name) => {
    const { results } = screen(person(name));
    if (name !== 'a') expect(results[0]?.id).toBe('us_ofac_sdn-41736');
  });
});

describe('a cut-off', () => {
  it('above the review threshold hides results, but never changes the decision', () => {
    const all = screen(person('Ashot Mkrtchyev'));
    expect(all.results[0]!.score).toBeGreaterThan(0.5);
    const hidden = screenParty(screener, person('Ashot Mkrtchyev'), SETTING, { cutoff: 0.999 });
    expect(hidden.results).toEqual([]);
    expect(hidden).toMatchObject({ decision: all.decision, reasons: all.reasons });
  });

  it('below it shows more', () => {
    const more = screenParty(screener, person('Ashot Mkrtchyan'), SETTING, { cutoff: 0.0001 });
    expect(more.results.length).toBeGreaterThan(screen(person('Ashot Mkrtchyan')).results.length);
  });
});

describe('the index file', () => {
  it('answers as the index in memory does, opened anew', () => {
    const placed = placeIndex(encodeIndex(indexParties(parties), parties));
    const reopened = new Screener(decodeIndex(placed));
    for (const name of ['Ashot Mkrtchyev', 'Yevgeny Prigozhin', 'Kim']) {
      expect(screenParty(reopened, person(name), SETTING, { cutoff: 0.01 })).toEqual(
        screenParty(screener, person(name), SETTING, { cutoff: 0.01 }),
      );
    }
  });

  it('is refused if it was cut or is something else', () => {
    const bytes = Buffer.concat(encodeIndex(indexParties(parties), parties));
    expect(() => decodeIndex(placeIndex([bytes.subarray(0, -64)]))).toThrow(
      expect.objectContaining({ code: 'STORE_DAMAGED' }),
    );
    expect(() => decodeIndex(placeIndex([Buffer.from('<html>'.repeat(50))]))).toThrow(
      expect.objectContaining({ code: 'STORE_DAMAGED' }),
    );
  });
});
