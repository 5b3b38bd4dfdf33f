// What an article says of a party as a query, and the answer as evidence.
import { describe, expect, it } from 'vitest';
import type { PartyQuery, ScreeningResult } from '../../model/screening.ts';
import type { MentionedParty } from '../../news/party-finder.ts';
import { listedParties } from './listed-parties.ts';

const RESULT: ScreeningResult = {
  id: 'x-1',
  caption: 'Ivan PETRENKO',
  schema: 'Person',
  score: 0.97,
  match: true,
  datasets: ['x'],
  referents: [],
  properties: {},
  listings: [
    { dataset: 'x', authority: 'X', sourceRecord: '1', listedOn: '2023-03-30', measures: [] },
  ] as never,
  links: [],
  explanation: {
    sentence: '',
    names: { query: 'Ivan Petrenko', candidate: 'Ivan PETRENKO', parts: [] },
    features: [
      { feature: 'birth_date', effect: 1.2, query: '1967', candidate: '1967-02-03', detail: 'the same year' },
    ],
    against: ['nationality: differs (sk; listed: ua)'],
  },
  claims: [],
};

function party(changes: Partial<MentionedParty>): MentionedParty {
  return { type: 'person', names: ['Ivan Petrenko'], countries: [], birthYears: [], ...changes };
}

describe('parties of an article', () => {
  it('are asked with names, nationality and years of birth; others by their kind', async () => {
    const asked: PartyQuery[] = [];
    const finder = listedParties({
      find: async (queries) => {
        asked.push(...queries);
        return queries.map(() => undefined);
      },
    });
    await finder.find([
      party({ countries: ['sk'], birthYears: ['1966', '1967'] }),
      party({ type: 'organisation', names: ['Aurora Metals'], countries: ['cy'] }),
      party({ type: 'vessel', names: ['Blue Pearl'], countries: ['pa'] }),
    ]);
    expect(asked).toEqual([
      {
        schema: 'Person',
        properties: { name: ['Ivan Petrenko'], nationality: ['sk'], birthDate: ['1966', '1967'] },
      },
      { schema: 'Organization', properties: { name: ['Aurora Metals'], country: ['cy'] } },
      { schema: 'Vessel', properties: { name: ['Blue Pearl'], flag: ['pa'] } },
    ]);
  });

  it('that no list holds, or that have no name, are not asked, and the answers keep their places', async () => {
    const finder = listedParties({ find: async (queries) => queries.map(() => RESULT) });
    const found = await finder.find([party({ type: 'place' }), party({ names: ['—'] }), party({})]);
    expect(found.map((one) => one?.id)).toEqual([undefined, undefined, 'x-1']);
  });

  it('that are public bodies are never those of another country', async () => {
    const abroad = {
      feature: 'country',
      effect: -0.6,
      query: 'gb',
      candidate: 'kp',
      detail: 'no country in common',
    };
    const result: ScreeningResult = { ...RESULT, explanation: { ...RESULT.explanation, features: [abroad] } };
    const finder = listedParties({ find: async (queries) => queries.map(() => result) });
    const body = party({ type: 'organisation', names: ['Ministry of Defence'], countries: ['gb'] });
    expect(await finder.find([{ ...body, isPublicBody: true }])).toEqual([undefined]);
    expect(await finder.find([body])).toMatchObject([{ id: 'x-1' }]);
  });

  it('come back with what spoke for and against, and the day of each listing', async () => {
    const [found] = await listedParties({ find: async () => [RESULT] }).find([party({})]);
    expect(found?.evidence).toEqual([
      'name "Ivan Petrenko" meets the listed name "Ivan PETRENKO"',
      'birth date 1967: the same year',
      'against: nationality: differs (sk; listed: ua)',
    ]);
    expect(found?.listings).toEqual([{ dataset: 'x', authority: 'X', listedOn: '2023-03-30' }]);
  });
});
