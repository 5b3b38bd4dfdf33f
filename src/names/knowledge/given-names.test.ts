import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import person from './generated/person.json' with { type: 'json' };
import { givenNameIds, isCommonGivenName, isCommonSurname, relateGivenNames } from './given-names.ts';

const allTokens = [...new Set(person.families.flatMap((line) => line.split(/[ ,|]/u)))];
const token = fc.constantFrom(...allTokens);

describe('families of given names', () => {
  it.each([
    ['muhammad', 'mohamed'],
    ['magomed', 'mukhamed'],
    ['yevgeny', 'evgeniy'],
    ['aleksey', 'alexei'],
    ['dmitry', 'dmitri'],
    ['husayn', 'houcine'],
    ['uthman', 'ousmane'],
    ['rajab', 'recep'],
    ['farkhad', 'farhad'],
    ['hakob', 'hagop'],
    ['chaim', 'haim'],
    ['rabindra', 'ravinder'],
    ['choi', 'choe'],
    ['jung', 'jeong'],
    ['zhang', 'chang'],
    ['xu', 'hsu'],
  ])('knows %s and %s as spellings of one name', (one, other) => {
    expect(relateGivenNames(one, other)).toEqual({ relation: 'spelling' });
  });

  it.each([
    ['john', 'ivan'],
    ['john', 'giovanni'],
    ['alexander', 'alejandro'],
    ['yevgeny', 'eugene'],
    ['vladimir', 'volodymyr'],
    ['yusuf', 'joseph'],
    ['muhammad', 'mamadou'],
    ['hovhannes', 'john'],
    ['moshe', 'musa'],
    ['janos', 'john'],
    ['george', 'jorge'],
  ])('knows %s and %s as one name in two languages', (one, other) => {
    expect(relateGivenNames(one, other)).toEqual({ relation: 'translation' });
  });

  it.each([
    ['benjamin', 'ben'],
    ['aleksandr', 'sasha'],
    ['vladimir', 'vova'],
    ['robert', 'bob'],
    ['yekaterina', 'katya'],
    ['francisco', 'paco'],
    ['jose', 'pepe'],
    ['konstantinos', 'kostas'],
    ['friedrich', 'fritz'],
    ['bob', 'rob'],
  ])('knows %s and %s as a name and its short form', (one, other) => {
    expect(relateGivenNames(one, other)).toEqual({ relation: 'nickname' });
  });

  it.each([
    ['hasan', 'husayn'],
    ['ahmad', 'hamid'],
    ['hamad', 'hamid'],
    ['said', 'sayyid'],
    ['umar', 'ammar'],
    ['salim', 'salman'],
    ['salah', 'salih'],
    ['marat', 'murat'],
    ['aleksandr', 'aleksandra'],
    ['eric', 'erica'],
    ['yuri', 'yulia'],
    ['vladimir', 'vladislav'],
    ['oleg', 'olga'],
    ['maria', 'marina'],
    ['neil', 'nigel'],
    ['muhammad', 'mahmud'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(relateGivenNames(one, other)).toBeUndefined();
  });

  it('takes the closest of several families', () => {
    // Together in the family of Helen (two languages) and in that of Yelena (two spellings).
    expect(relateGivenNames('elena', 'yelena')).toEqual({ relation: 'spelling' });
    expect(relateGivenNames('helen', 'elena')).toEqual({ relation: 'translation' });
  });

  it('says nothing of a name and itself', () => {
    expect(relateGivenNames('ivan', 'ivan')).toBeUndefined();
  });

  it('holds at least 1,200 families', () => {
    expect(person.families.length).toBeGreaterThan(1200);
  });

  it('relates two tokens exactly if they share a family, in either order', () => {
    fc.assert(
      fc.property(token, token, (one, other) => {
        const ids = new Set(givenNameIds(one));
        const isShared = one !== other && givenNameIds(other).some((id) => ids.has(id));
        expect(relateGivenNames(one, other) !== undefined).toBe(isShared);
        expect(relateGivenNames(one, other)).toEqual(relateGivenNames(other, one));
      }),
      { numRuns: 5000 },
    );
  });

  it('relates all tokens of one family', () => {
    person.families.forEach((line, family) => {
      const tokens = line.split(/[ ,|]/u);
      for (const one of tokens) {
        expect(givenNameIds(one)).toContain(family);
        expect(one === tokens[0] || relateGivenNames(tokens[0]!, one)).toBeTruthy();
      }
    });
  });

  it('takes any text without a relation, names of object properties among them', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (one, other) => void relateGivenNames(one, other)));
    expect(givenNameIds('constructor')).toEqual([]);
    expect(givenNameIds('')).toEqual([]);
  });
});

describe('common names', () => {
  it.each(['maria', 'mohamed', 'muhammad', 'sergey', 'sergei', 'john'])(
    'counts the given name %s as common',
    (name) => expect(isCommonGivenName(name)).toBe(true),
  );

  it.each(['garcia', 'smith', 'taylor', 'wang', 'nguyen', 'kim', 'gim', 'ivanov', 'hsu'])(
    'counts the surname %s as common',
    (name) => expect(isCommonSurname(name)).toBe(true),
  );

  it.each(['zelimkhan', 'ermolai', 'hieronymus', 'besarion', 'putin', 'qadhafi', 'chemezov'])(
    'counts %s as no common name',
    (name) => {
      expect(isCommonGivenName(name)).toBe(false);
      expect(isCommonSurname(name)).toBe(false);
    },
  );
});
