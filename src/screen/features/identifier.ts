// Numbers of documents and registers. Numbers are only unique within the country that issued them, so an equal
// number under another country is a hint and no more. Telephone and e-mail are compared apart: they prove nothing.
import { countryName } from '../../model/country.ts';
import type { FeatureEffect } from '../../model/screening.ts';
import type { Identifier, PartyFacts } from '../party.ts';
import type { Policy } from '../policy/v1.ts';

/** Kinds of number of which a party has one at a time, so that two different ones speak against a match. */
const ONE_OF_A_KIND: ReadonlySet<string> = new Set([
  'imoNumber',
  'leiCode',
  'innCode',
  'ogrnCode',
  'taxNumber',
  'mmsi',
]);

export function identifier(query: PartyFacts, candidate: PartyFacts, policy: Policy): FeatureEffect[] {
  const { effects } = policy;
  for (const own of query.identifiers) {
    const equal = candidate.identifiers.find((other) => other.number === own.number);
    if (!equal) continue;
    const isOtherCountry =
      own.country !== undefined && equal.country !== undefined && own.country !== equal.country;
    return [
      {
        feature: 'identifier',
        effect: isOtherCountry ? effects.identifierOtherCountry : effects.identifierEqual,
        query: describe(own),
        candidate: describe(equal),
        detail: isOtherCountry ? 'equal number, issued by another country' : 'equal number',
      },
    ];
  }
  for (const own of query.identifiers) {
    if (!ONE_OF_A_KIND.has(own.property)) continue;
    const others = candidate.identifiers.filter((other) => other.property === own.property);
    const comparable = others.filter(
      (other) => !own.country || !other.country || own.country === other.country,
    );
    const [first] = comparable;
    if (!first) continue;
    const detail = 'a different number of the same kind';
    return [
      {
        feature: 'identifier',
        effect: effects.identifierDifferent,
        query: describe(own),
        candidate: describe(first),
        detail,
      },
    ];
  }
  return [];
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
