// Families of given names: spellings of one name, the same name in other languages, short and pet forms.
import person from './generated/person.json' with { type: 'json' };

export type GivenNameRelation = 'spelling' | 'translation' | 'nickname';

const RANK = { spelling: 0, translation: 1, nickname: 2 } as const;
const RELATION_OF_LIST: readonly GivenNameRelation[] = ['spelling', 'translation', 'nickname'];

/** Token -> family id -> in which list of the family it stands. */
const memberships = new Map<string, Map<number, GivenNameRelation>>();
(person.families as string[][][]).forEach((lists, family) => {
  lists.forEach((tokens, list) => {
    for (const token of tokens) {
      const known = memberships.get(token) ?? new Map<number, GivenNameRelation>();
      if (!known.has(family)) known.set(family, RELATION_OF_LIST[list]!);
      memberships.set(token, known);
    }
  });
});

const NONE: readonly number[] = [];
const idsOfToken = new Map<string, readonly number[]>([...memberships].map(([token, families]) => [token, [...families.keys()]]));

/** Ids of the families that a folded token belongs to; two tokens are related exactly if they share one. */
export function givenNameIds(token: string): readonly number[] {
  return idsOfToken.get(token) ?? NONE;
}

/**
 * How two given names are related: through the family that relates them most closely. Two spellings are spellings
 * of one name; with a translation or a nickname on either side it is that.
 * @returns undefined if they are equal or share no family
 */
export function relateGivenNames(one: string, other: string): { relation: GivenNameRelation } | undefined {
  if (one === other) return undefined;
  const [own, others] = [memberships.get(one), memberships.get(other)];
  if (!own || !others) return undefined;
  let best: GivenNameRelation | undefined;
  for (const [family, relation] of own) {
    const otherRelation = others.get(family);
    if (!otherRelation) continue;
    const weaker = RANK[relation] >= RANK[otherRelation] ? relation : otherRelation;
    if (!best || RANK[weaker] < RANK[best]) best = weaker;
  }
  return best ? { relation: best } : undefined;
}

/** True if the token is a given name of any family. */
export function isCommonGivenName(token: string): boolean {
  return memberships.has(token);
}
