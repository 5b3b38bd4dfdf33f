import { describe, expect, it } from 'vitest';
import { type MentionPlan, reading } from '../../../test/fixtures/readings.ts';
import type { Party } from './party-directory.ts';
import { PartyDirectory } from './party-directory.ts';

/** The parties of articles, each article by its mentions; keys are the captions. */
function directoryOf(
  ...articles: Readonly<Record<string, MentionPlan>>[]
): (article: number, key: string) => Party {
  const readings = articles.map((mentions, number) =>
    reading({ text: `${number} ${Object.keys(mentions).join(', ')}`, mentions }),
  );
  const directory = new PartyDirectory(readings);
  return (article, key) => {
    const party = directory.ofMention(`${readings[article]?.article.id}-m-${key}`);
    if (!party) throw new Error(`No mention ${key} in article ${article}.`);
    return party;
  };
}

describe('parties across articles', () => {
  it('are one person under the full name and the surname', () => {
    const party = directoryOf({ 'Ashot Mkrtychev': {} }, { Mkrtychev: {} });
    expect(party(0, 'Ashot Mkrtychev').id).toBe(party(1, 'Mkrtychev').id);
  });

  it('are not joined by a surname that two people bear', () => {
    const party = directoryOf({ 'Anna Petrova': {}, 'Olga Petrova': {} }, { Petrova: {} });
    expect(
      new Set([party(0, 'Anna Petrova').id, party(0, 'Olga Petrova').id, party(1, 'Petrova').id]).size,
    ).toBe(3);
  });

  it.each([
    ['the US Treasury', 'U.S. Department of the Treasury'],
    ['US Treasury Department', 'United States Department of the Treasury'],
    ['Ministry of Defence', 'the Defence Ministry'],
  ])('are one body as "%s" and "%s"', (one, other) => {
    const country = one.includes('Defence') ? ['gb'] : ['us'];
    const plan = { type: 'organisation', countries: country } as const;
    const party = directoryOf({ [one]: plan }, { [other]: plan });
    expect(party(0, one).id).toBe(party(1, other).id);
  });

  it('are not joined by a given name, an age that cannot be theirs, or another entry of a list', () => {
    const spans = (full: string): MentionPlan => ({ spans: { [full]: 'name', Anton: 'name' } });
    const given = directoryOf(
      { 'Anton Thornell': spans('Anton Thornell') },
      { 'Anton Veldran': spans('Anton Veldran') },
    );
    expect(given(0, 'Anton Thornell').id).not.toBe(given(1, 'Anton Veldran').id);
    const aged = (age: number, year: string) =>
      reading({
        text: `Oksana Brastow, ${age}.`,
        article: { published: `${year}-05-01` },
        mentions: { oksana: { caption: 'Oksana Brastow', age } },
      });
    const idsOf = (...people: ReturnType<typeof aged>[]) => {
      const directory = new PartyDirectory(people);
      return new Set(people.map(({ article }) => directory.ofMention(`${article.id}-m-oksana`)?.id)).size;
    };
    expect(idsOf(aged(74, '2024'), aged(39, '2023'))).toBe(2);
    expect(idsOf(aged(39, '2023'), aged(41, '2024'))).toBe(1);
    const listed = (id: string): MentionPlan => ({
      party: { id, caption: 'X', score: 1, datasets: ['xx'], evidence: [] },
    });
    const two = directoryOf({ 'Ali Hassan': listed('xx-1') }, { 'Ali Hassan': listed('xx-2') });
    expect(two(0, 'Ali Hassan').id).not.toBe(two(1, 'Ali Hassan').id);
  });

  it('are two bodies when they are of two states', () => {
    const of = (country: string): MentionPlan => ({ type: 'organisation', countries: [country] });
    const party = directoryOf({ 'Ministry of Defence': of('gb') }, { 'Ministry of Defence': of('ru') });
    expect(party(0, 'Ministry of Defence').id).not.toBe(party(1, 'Ministry of Defence').id);
  });

  it('take a capital for the state whose government it stands for', () => {
    const metonym = { Moscow: 'metonym' } as const;
    const party = directoryOf(
      { Russia: { type: 'place', countries: ['ru'] } },
      { Moscow: { type: 'place', countries: ['ru'], spans: metonym } },
    );
    expect(party(0, 'Russia').id).toBe(party(1, 'Moscow').id);
  });

  it('are one wherever they are the same entry of a list', () => {
    const listed = { party: { id: 'xx-1', caption: 'X', score: 1, datasets: ['xx'], evidence: [] } };
    const party = directoryOf(
      { 'Acme Trading': { type: 'organisation', ...listed } },
      { ATL: { type: 'organisation', ...listed } },
    );
    expect(party(0, 'Acme Trading').id).toBe(party(1, 'ATL').id);
    expect(party(0, 'Acme Trading').listed).toEqual(['xx-1']);
  });

  it('belong together as office and ministry, and as a body and its state', () => {
    const mentions: Readonly<Record<string, MentionPlan>> = {
      Treasury: { type: 'organisation', countries: ['us'] },
      OFAC: { type: 'organisation', countries: ['us'], parent: 'Treasury' },
      Russia: { type: 'place', countries: ['ru'] },
      'United States': { type: 'place', countries: ['us'] },
    };
    const read = reading({ text: Object.keys(mentions).join(', '), mentions });
    const directory = new PartyDirectory([read]);
    const of = (key: string): Party => directory.ofMention(`${read.article.id}-m-${key}`) as Party;
    expect(directory.relation(of('OFAC'), of('OFAC'))).toBe('same');
    expect(directory.relation(of('OFAC'), of('Treasury'))).toBe('part');
    expect(directory.relation(of('OFAC'), of('United States'))).toBe('part');
    expect(directory.relation(of('OFAC'), of('Russia'))).toBeUndefined();
  });
});
