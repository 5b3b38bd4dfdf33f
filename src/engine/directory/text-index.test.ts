import { beforeAll, describe, expect, it } from 'vitest';
import { starterParties } from '../../../test/support/listed-parties.ts';
import type { ListedParty } from '../../screen/listed-party.ts';
import { TextIndex, wordsOf } from './text-index.ts';

let parties: ListedParty[];
let index: TextIndex;

beforeAll(async () => {
  parties = await starterParties();
  const table = {
    count: parties.length,
    partyOf: (at: number) => parties[at]!,
    all: () => parties,
    numberOf: () => undefined,
  };
  index = await TextIndex.build(table, async () => {});
});

const term = (text: string, isPrefix = false) => ({ words: wordsOf(text), isPrefix });
const captions = (...must: ReturnType<typeof term>[][]) =>
  index.search({ must, not: [] }).map(({ party }) => parties[party]!.caption);

describe('the search by words', () => {
  it('finds what a scan over all words finds', () => {
    const words = new Set(
      parties.flatMap(({ properties }) => Object.values(properties).flat().flatMap(wordsOf)),
    );
    for (const word of [...words].slice(0, 300)) {
      const scanned = parties.filter(({ id, referents, properties }) =>
        [id, ...referents, ...Object.values(properties).flat()].some((text) => wordsOf(text).includes(word)),
      );
      expect(new Set(captions([term(word)])), word).toEqual(new Set(scanned.map(({ caption }) => caption)));
    }
  });

  it('puts a name before a remark', () => {
    const [first] = captions([term('wagner')]);
    expect(first).toMatch(/wagner/iu);
  });

  it('wants all words, or any of alternatives, and a phrase in its order', () => {
    expect(captions([term('ashot')], [term('mkrtychev')])).toEqual(['Ashot MKRTYCHEV']);
    expect(captions([term('ashot')], [term('prigozhin')])).toEqual([]);
    expect(captions([term('ashot mkrtychev')])).toEqual(['Ashot MKRTYCHEV']);
    expect(captions([term('mkrtychev ashot')])).toEqual([]);
    expect(captions([term('mkrtychev'), term('nobodyatall')])).toEqual(['Ashot MKRTYCHEV']);
  });

  it('takes the beginning of a word where it is told to', () => {
    expect(captions([term('mkrt', true)])).toEqual(['Ashot MKRTYCHEV']);
    expect(captions([term('mkrt')])).toEqual([]);
    expect(captions([term('ashot mkr', true)])).toEqual(['Ashot MKRTYCHEV']);
  });

  it('leaves out what must not be there, and gives all for nothing', () => {
    const all = index.search({ must: [], not: [] });
    expect(all).toHaveLength(parties.length);
    expect(index.search({ must: [], not: [term('ashot')] })).toHaveLength(parties.length - 1);
  });

  it('is no trap for words that objects have', () => {
    expect(captions([term('constructor')])).toEqual([]);
    expect(captions([term('__proto__')])).toEqual([]);
  });
});
