import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { starterParties } from '../../../test/support/listed-parties.ts';
import { areFormsComparable, scoreForms } from '../../names/compare/compare-names.ts';
import { NAME_SCORE_V1 } from '../../names/compare/parameters.ts';
import { analyseName } from '../../names/form/analyse-name.ts';
import type { NameForm, NameKind } from '../../names/form/token.ts';
import { LISTED_RENDERINGS } from '../compare-parties.ts';
import type { ListedParty } from '../listed-party.ts';
import { nameKindsOf } from '../party.ts';
import { indexInMemory } from './index-file.ts';
import { NameSearcher } from './name-searcher.ts';
import { sameFloor } from './query-parts.ts';
import { NAME_KINDS } from './screen-index.ts';

let parties: ListedParty[];
const searchers = new Map<NameKind, NameSearcher>();
/** All forms of all listed names; which name of which party each is of. */
const listed = new Map<NameKind, { form: NameForm; of: string }[]>();

beforeAll(async () => {
  parties = await starterParties();
  const { names } = indexInMemory(parties);
  for (const kind of NAME_KINDS) {
    searchers.set(kind, new NameSearcher(names[kind], NAME_SCORE_V1));
    listed.set(
      kind,
      parties.flatMap(({ schema, facts }, party) =>
        nameKindsOf(schema).includes(kind)
          ? facts.names.flatMap(({ text }, name) =>
              analyseName(text, kind, { limit: LISTED_RENDERINGS }).map((form) => ({
                form,
                of: `${party}/${name}`,
              })),
            )
          : [],
      ),
    );
  }
});

type Scored = readonly (readonly [of: string, score: number])[];

/** Names that score at least the floor, by scoring every listed name; and the scores. */
function scanAll(form: NameForm, kind: NameKind, floor: number): Scored {
  return listed
    .get(kind)!
    .filter((candidate) => areFormsComparable(form, candidate.form))
    .map((candidate) => [candidate.of, scoreForms(form, candidate.form, kind)] as const)
    .filter(([, score]) => score >= floor);
}

function searchIndex(form: NameForm, kind: NameKind, floor: number): Scored {
  const searcher = searchers.get(kind)!;
  const { party, nameOfParty } = searcher.index;
  return searcher
    .search(form, sameFloor(floor))
    .map(({ name, logOdds }) => [`${party[name]}/${nameOfParty[name]}`, logOdds] as const);
}

/** Both ways must find the same names with the same scores, to the last bit that matters. */
function expectSame(query: string, kind: NameKind, floor: number): void {
  for (const form of analyseName(query, kind)) {
    const [wanted, found] = [scanAll(form, kind, floor), searchIndex(form, kind, floor)];
    const rounded = (scores: Scored): string[] =>
      scores.map(([of, score]) => `${of} ${Math.round(score * 1e6) / 1e6}`).sort();
    expect(rounded(found), `${query} as ${form.text}`).toEqual(rounded(wanted));
  }
}

/** One edit of a name: a letter changed, left out, added or swapped, or blanks moved. */
function edit(name: string, kind: number, place: number, letter: string): string {
  const at = place % Math.max(1, name.length);
  const [before, here, after] = [name.slice(0, at), name.slice(at, at + 1), name.slice(at + 1)];
  switch (kind % 6) {
    case 0:
      return before + letter + after;
    case 1:
      return before + after;
    case 2:
      return before + letter + here + after;
    case 3:
      return before + after.slice(0, 1) + here + after.slice(1);
    case 4:
      return name.replace(' ', '');
    default:
      return `${before} ${here}${after}`;
  }
}

describe('the index answers as the scan over every name does', () => {
  const edits = fc.array(fc.tuple(fc.nat(5), fc.nat(40), fc.constantFrom(...'abehiklmnorstuvyz')), {
    maxLength: 3,
  });

  it.each(NAME_KINDS)('for listed names of %s with up to three edits, at any floor', (kind) => {
    const names = [...new Set(listed.get(kind)!.map(({ form }) => form.surface))];
    fc.assert(
      fc.property(
        fc.nat(names.length - 1),
        edits,
        fc.constantFrom(-6, -2, 0, 2.2),
        (which, changes, floor) => {
          const query = changes.reduce(
            (name, [how, place, letter]) => edit(name, how, place, letter),
            names[which]!,
          );
          expectSame(query, kind, floor);
        },
      ),
      { numRuns: 150, seed: 20230330 },
    );
  });

  it('for initials, acronyms, numerals, joined and split words', () => {
    for (const query of ['A. Mkrtychev', 'Y V Prigozhin', 'Ashotmkrtychev', 'Pri gozhin Yevgeniy'])
      expectSame(query, 'person', -3);
    for (const query of [
      'KOMID',
      'IRGC',
      'HESA',
      'AirKoryo',
      'Korea Mining Development Trading Corp',
      'OOO Serniya Inzhiniring',
      'Plant No. 2',
    ]) {
      expectSame(query, 'organisation', -3);
    }
    for (const query of ['ANGARA', 'Lady-R', 'EP-GOM', 'RA 76587']) expectSame(query, 'object', -3);
  });

  it('for other scripts', () => {
    for (const query of [
      'Мкртычев Ашот',
      'Евгений Пригожин',
      'يفغيني بريغوجين',
      '김정은',
      '金正恩',
      'יבגני פריגוז׳ין',
    ]) {
      expectSame(query, 'person', -3);
    }
  });

  it('for texts that nobody would call a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (query) => expectSame(query, 'person', -2)),
      { numRuns: 100, seed: 7 },
    );
  });
});
