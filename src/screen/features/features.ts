// All features beside the name, in the order in which an explanation shows them.
import { areSchemataComparable } from '../party.ts';
import { birthDate } from './birth-date.ts';
import { country } from './country.ts';
import type { Feature } from './feature.ts';
import { gender } from './gender.ts';
import { contact, identifier } from './identifier.ts';
import { address, birthPlace } from './place.ts';

/** A person is no company and a company no ship; where a list does not tell, nothing is said. */
const schema: Feature = (query, candidate, policy) => {
  if (areSchemataComparable(query.schema, candidate.schema)) return [];
  const effect = policy.effects.schemaDifferent;
  return [
    {
      feature: 'schema',
      effect,
      query: query.schema,
      candidate: candidate.schema,
      detail: 'another kind of thing',
    },
  ];
};

export const FEATURES: readonly Feature[] = [
  schema,
  identifier,
  birthDate,
  birthPlace,
  country,
  gender,
  address,
  contact,
];
