// Compares two names or two entities without any list: what `interdict compare` answers.
import { InterdictError } from '../model/errors.ts';
import { isMatchable, propertiesOf, type SchemaName } from '../model/schema/schema.ts';
import type { AlignedPart, FeatureEffect, PartyQuery } from '../model/screening.ts';
import { compareParties } from '../screen/compare-parties.ts';
import { explainNames } from '../screen/explain.ts';
import { factsOfProperties } from '../screen/party.ts';

/** The score of a pair, explained. */
export interface PairComparison {
  readonly schema: SchemaName;
  /** Probability that both are one party, 0 to 1. */
  readonly score: number;
  readonly names?: {
    readonly query: string;
    readonly candidate: string;
    readonly parts: readonly AlignedPart[];
  };
  readonly features: readonly FeatureEffect[];
}

/** Compares two names of things of one schema. */
export function compareNamePair(name: string, other: string, schema: SchemaName): PairComparison {
  return compareEntityPair(
    { schema, properties: { name: [name] } },
    { schema, properties: { name: [other] } },
  );
}

/**
 * Compares two entities with all that they state.
 * @throws InterdictError QUERY_INVALID if one has a schema that is not compared, or neither name nor number
 */
export function compareEntityPair(left: PartyQuery, right: PartyQuery): PairComparison {
  const [own, other] = [left, right].map((entity, at) => {
    const field = at === 0 ? 'left' : 'right';
    if (!isMatchable(entity.schema) && entity.schema !== 'Thing') {
      throw new InterdictError('QUERY_INVALID', `Things of schema ${entity.schema} are not compared.`, {
        field,
      });
    }
    const known = propertiesOf(entity.schema);
    const unknown = Object.keys(entity.properties).find((property) => !known.has(property));
    if (unknown)
      throw new InterdictError('SCHEMA_UNKNOWN', `Schema ${entity.schema} has no property "${unknown}".`, {
        field,
      });
    return factsOfProperties(entity.schema, entity.properties);
  });
  const { score, names, features } = compareParties(own!, other!);
  return {
    schema: left.schema,
    score,
    ...(names
      ? {
          names: {
            query: names.query.surface,
            candidate: names.candidate.surface,
            parts: explainNames(names),
          },
        }
      : {}),
    features,
  };
}
