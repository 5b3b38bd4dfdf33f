// Numbers of documents, registers, ships and aircraft. Numbers are only unique within the country that issued them, so
// an equal number under another country is a hint and no more. Numbers with check digits are checked: one that fails was
// misread or made up. Telephone and e-mail are compared apart: they prove nothing.
import { countryName } from '../../model/country.ts';
import type { FeatureEffect } from '../../model/screening.ts';
import type { Identifier, PartyFacts } from '../party.ts';
import type { EffectName, Policy } from '../policy/v1.ts';
import { isNumberRight } from './number-check.ts';

interface NumberRelation {
  readonly effect: EffectName;
  readonly detail: string;
}

/**
 * Kinds of number of which a party has one at a time, so that two different ones speak against a match, and how much.
 * The IMO number stays with the hull and the serial number with the airframe; the others change with flag or owner.
 */
const ONE_OF_A_KIND: Readonly<Record<string, EffectName>> = {
  imoNumber: 'hullNumberDifferent',
  serialNumber: 'hullNumberDifferent',
  leiCode: 'identifierDifferent',
  innCode: 'identifierDifferent',
  ogrnCode: 'identifierDifferent',
  taxNumber: 'identifierDifferent',
  mmsi: 'identifierDifferent',
  callSign: 'identifierDifferent',
};

/** The first equal number, or else the first that differs from the only one of its kind. */
export function identifier(query: PartyFacts, candidate: PartyFacts, policy: Policy): FeatureEffect[] {
  for (const relate of [relateEqual, relateDifferent]) {
    for (const own of query.identifiers) {
      for (const other of candidate.identifiers) {
        const relation = relate(own, other);
        if (!relation) continue;
        const { effect, detail } = relation;
        const texts = { query: describe(own), candidate: describe(other), detail };
        return [{ feature: 'identifier', effect: policy.effects[effect], ...texts }];
      }
    }
  }
  return [];
}

function relateEqual(own: Identifier, other: Identifier): NumberRelation | undefined {
  if (own.number !== other.number) return undefined;
  if (isOfAnotherCountry(own, other))
    return { effect: 'identifierOtherCountry', detail: 'equal number, issued by another country' };
  if (isNumberRight(own.property, own.number) === false)
    return {
      effect: 'identifierEqualWrong',
      detail: 'equal number, which its check digit or form says is none',
    };
  return { effect: 'identifierEqual', detail: 'equal number' };
}

function relateDifferent(own: Identifier, other: Identifier): NumberRelation | undefined {
  if (!Object.hasOwn(ONE_OF_A_KIND, own.property) || own.property !== other.property) return undefined;
  if (isOfAnotherCountry(own, other)) return undefined;
  const areRight = [own, other].map(({ property, number }) => isNumberRight(property, number));
  if (areRight.includes(false)) {
    return isSlip(own.number, other.number)
      ? {
          effect: 'identifierSlip',
          detail: 'one digit differs, and one of the numbers fails its check digit',
        }
      : undefined;
  }
  return {
    effect: ONE_OF_A_KIND[own.property]!,
    detail: 'a different number of the same kind',
  };
}

function isOfAnotherCountry(own: Identifier, other: Identifier): boolean {
  return own.country !== undefined && other.country !== undefined && own.country !== other.country;
}

/** True if one character differs, or two neighbours changed places. */
function isSlip(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const places = [...one].flatMap((character, at) => (character === other[at] ? [] : [at]));
  const [first = 0, second = 0] = places;
  return (
    places.length === 1 ||
    (places.length === 2 &&
      second === first + 1 &&
      one[first] === other[second] &&
      one[second] === other[first])
  );
}

function describe({ number, property, country }: Identifier): string {
  return `${number} (${[property, country ? countryName(country) : ''].filter(Boolean).join(', ')})`;
}

export function contact(query: PartyFacts, candidate: PartyFacts, policy: Policy): FeatureEffect[] {
  const shared = query.contacts.find((own) => candidate.contacts.includes(own));
  if (!shared) return [];
  const detail = 'the same telephone or e-mail, which many may share';
  return [
    { feature: 'contact', effect: policy.effects.contactEqual, query: shared, candidate: shared, detail },
  ];
}
