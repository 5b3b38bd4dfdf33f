// The properties that parties of any kind can have: what a column of a customer's file can be.
import { isMatchable, type Property, propertiesOf, SCHEMA_NAMES } from '../../model/schema/schema.ts';

/** By name. Where schemata have a property of the same name, the last one's stands; their types agree. */
export const PARTY_PROPERTIES: ReadonlyMap<string, Property> = new Map(
  SCHEMA_NAMES.filter(isMatchable).flatMap((schema) => [...propertiesOf(schema)]),
);
