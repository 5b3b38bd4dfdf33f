// Families of given names: spellings of one name, the same name in other languages, short and pet forms; and which
// given names and surnames are so common in the world that they tell little. Knows no other rare names and guesses
// nothing from likeness of sound: that is the comparison's part.
import person from './generated/person.json' with { type: 'json' };

export type GivenNameRelation = 'spelling' | 'translation' | 'nickname';

const RANK: Readonly<Record<GivenNameRelation, number>> = { spelling: 0, translation: 1, nickname: 2 };

/** Stands for the group of short and pet forms; the other groups of a family are counted from 0. */
const NICKNAME = -1;

/** Token -> family id -> group in that family. One group holds the spellings of the name in one language. */
const memberships = new Map<string, Map<number, number>>();
person.families.forEach((line, family) => {
  const [names = '', nicknames = ''] = line.split('|');
  names.split(',').forEach((spellings, group) => addTokens(spellings, family, group));
  addTokens(nicknames, family, NICKNAME);
});

const idsOfToken = new Map<string, readonly number[]>();
for (const [token, families] of memberships) idsOfToken.set(token, [...families.keys()]);

const commonGivenNames: ReadonlySet<string> = new Set(person.commonGivenNames.split(' '));
const commonSurnames: ReadonlySet<string> = new Set(person.commonSurnames.split(' '));

const NONE: readonly number[] = [];

function addTokens(tokens: string, family: number, group: number): void {
  for (const token of tokens.split(' ')) {
    if (!token) continue;
    const families = memberships.get(token);
    if (families) families.set(family, group);
    else memberships.set(token, new Map([[family, group]]));
  }
}

/** Ids of the families that a folded token belongs to; two tokens are related exactly if they share one. */
export function givenNameIds(token: string): readonly number[] {
  return idsOfToken.get(token) ?? NONE;
}

/**
 * How two given names are related, by the family that relates them most closely. Spellings of one language are a
 * 'spelling', those of two languages a 'translation'; with a short or pet form on either side it is a 'nickname'.
 * Symmetric, not transitive: Sasha is Aleksandr and Aleksandra, who are two people.
 * @param one,other folded lower-case Latin tokens
 * @returns undefined if they are equal or share no family
 */
export function relateGivenNames(one: string, other: string): { relation: GivenNameRelation } | undefined {
  if (one === other) return undefined;
  const [own, others] = [memberships.get(one), memberships.get(other)];
  if (!own || !others) return undefined;
  let closest: GivenNameRelation | undefined;
  for (const [family, group] of own) {
    const otherGroup = others.get(family);
    if (otherGroup === undefined) continue;
    const relation = relationOfGroups(group, otherGroup);
    if (!closest || RANK[relation] < RANK[closest]) closest = relation;
  }
  return closest && { relation: closest };
}

function relationOfGroups(one: number, other: number): GivenNameRelation {
  if (one === NICKNAME || other === NICKNAME) return 'nickname';
  return one === other ? 'spelling' : 'translation';
}

/** True for a given name that very many people in the world bear, in any of its known spellings; false for rare ones. */
export function isCommonGivenName(token: string): boolean {
  return commonGivenNames.has(token);
}

/** True for a surname that very many people in the world bear (Garcia, Wang, Ivanov), in any of its known spellings. */
export function isCommonSurname(token: string): boolean {
  return commonSurnames.has(token);
}
