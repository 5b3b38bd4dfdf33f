// Families of given names: spellings of one name, the same name in other languages, short and pet forms; and which
// given names and surnames are so common in the world that they tell little. Knows no other rare names and guesses
// nothing from likeness of sound: that is the comparison's part.
import person from './generated/person.json' with { type: 'json' };

export type GivenNameRelation = 'spelling' | 'translation' | 'nickname';

const RANK: Readonly<Record<GivenNameRelation, number>> = { spelling: 0, translation: 1, nickname: 2 };

/** Groups that a family has room for; the last number stands for the group of short and pet forms. */
const GROUPS = 64;
const NICKNAME = GROUPS - 1;

/**
 * Token -> its places in families, each as family id * GROUPS + group. A group holds the spellings of one language.
 * Plain numbers, because there are over ten thousand tokens and the table is made at every start.
 */
const placesOf = new Map<string, number[]>();
person.families.forEach((line, family) => {
  const [names = '', nicknames = ''] = line.split('|');
  names.split(',').forEach((spellings, group) => {
    addTokens(spellings, family * GROUPS + group);
  });
  if (nicknames) addTokens(nicknames, family * GROUPS + NICKNAME);
});

const commonGivenNames: ReadonlySet<string> = new Set(person.commonGivenNames.split(' '));
const commonSurnames: ReadonlySet<string> = new Set(person.commonSurnames.split(' '));

const NONE: readonly number[] = [];

function addTokens(tokens: string, place: number): void {
  for (const token of tokens.split(' ')) {
    const places = placesOf.get(token);
    if (places) places.push(place);
    else placesOf.set(token, [place]);
  }
}

/** Ids of the families that a folded token belongs to; two tokens are related exactly if they share one. */
export function givenNameIds(token: string): readonly number[] {
  return placesOf.get(token)?.map(familyOf) ?? NONE;
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
  const [own, others] = [placesOf.get(one), placesOf.get(other)];
  if (!own || !others) return undefined;
  let closest: GivenNameRelation | undefined;
  for (const place of own) {
    for (const otherPlace of others) {
      if (familyOf(place) !== familyOf(otherPlace)) continue;
      const relation = relationOf(place, otherPlace);
      if (!closest || RANK[relation] < RANK[closest]) closest = relation;
    }
  }
  return closest && { relation: closest };
}

function familyOf(place: number): number {
  return Math.floor(place / GROUPS);
}

/** How the tokens at two places of one family are related. */
function relationOf(place: number, otherPlace: number): GivenNameRelation {
  if (place % GROUPS === NICKNAME || otherPlace % GROUPS === NICKNAME) return 'nickname';
  return place === otherPlace ? 'spelling' : 'translation';
}

/** True for a given name that very many people in the world bear, in any of its known spellings; false for rare ones. */
export function isCommonGivenName(token: string): boolean {
  return commonGivenNames.has(token);
}

/** True for a surname that very many people in the world bear (Garcia, Wang, Ivanov), in any of its known spellings. */
export function isCommonSurname(token: string): boolean {
  return commonSurnames.has(token);
}

/** True for a token in any table of names of people: it is a name as it stands, not another name misspelt. */
export function isWellKnownName(token: string): boolean {
  return placesOf.has(token) || commonGivenNames.has(token) || commonSurnames.has(token);
}
