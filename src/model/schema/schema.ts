// FollowTheMoney's schema: which kinds of things there are, what they inherit, which properties they have.
// The data is generated from the official package; these functions only look it up.
import { InterdictError } from '../errors.ts';
import ftm from './generated/ftm.json' with { type: 'json' };
import type { SchemaName } from './generated/schema-name.ts';

export type { SchemaName } from './generated/schema-name.ts';

/** FollowTheMoney's property types that matter here; the full set is larger, so this stays open. */
export type PropertyType =
  | 'name'
  | 'date'
  | 'country'
  | 'identifier'
  | 'gender'
  | 'entity'
  | 'address'
  | (string & {});

export interface Property {
  readonly label: string;
  readonly type: PropertyType;
  /** For type `entity`: the schema that the value must be of. */
  readonly range?: SchemaName;
  /** For type `entity`: what the same relation is called from the other end. */
  readonly reverse?: string;
  readonly matchable?: boolean;
}

interface SchemaData {
  readonly label: string;
  readonly extends: readonly SchemaName[];
  readonly matchable?: boolean;
  readonly caption?: readonly string[];
  readonly edge?: { readonly source: string; readonly target: string };
  readonly properties: Readonly<Record<string, Property>>;
}

const schemata = ftm.schemata as unknown as Readonly<Record<SchemaName, SchemaData>>;

/** The version of the FollowTheMoney package that the schema was generated from. */
export const FTM_VERSION: string = ftm.version;

/** FollowTheMoney's topics, code -> label. */
export const TOPICS: Readonly<Record<string, string>> = ftm.topics;

/** All schema names, in the package's order. */
export const SCHEMA_NAMES = Object.keys(schemata) as SchemaName[];

/** True if FollowTheMoney has a schema of that name (case matters). */
export function isSchemaName(name: string): name is SchemaName {
  return Object.hasOwn(schemata, name);
}

/**
 * The schema of that name.
 * @throws InterdictError SCHEMA_UNKNOWN
 */
export function parseSchemaName(name: string): SchemaName {
  if (isSchemaName(name)) return name;
  const wanted = name.toLowerCase();
  const near = SCHEMA_NAMES.find((known) => known.toLowerCase() === wanted);
  throw new InterdictError(
    'SCHEMA_UNKNOWN',
    `There is no schema "${name}"${near ? `; did you mean "${near}"?` : '.'}`,
  );
}

/** The label a person reads, such as "Person" or "Unknown link". */
export function schemaLabel(schema: SchemaName): string {
  return schemata[schema].label;
}

/** True if screening compares entities of this schema with one another. */
export function isMatchable(schema: SchemaName): boolean {
  return schemata[schema].matchable === true;
}

const ancestors = new Map<SchemaName, ReadonlySet<SchemaName>>();

/** The schema and everything it inherits from. */
export function schemaAndAncestors(schema: SchemaName): ReadonlySet<SchemaName> {
  let known = ancestors.get(schema);
  if (!known) {
    known = new Set([
      schema,
      ...schemata[schema].extends.flatMap((parent) => [...schemaAndAncestors(parent)]),
    ]);
    ancestors.set(schema, known);
  }
  return known;
}

/** True if `schema` is `ancestor` or inherits from it. */
export function isA(schema: SchemaName, ancestor: SchemaName): boolean {
  return schemaAndAncestors(schema).has(ancestor);
}

const propertyTables = new Map<SchemaName, ReadonlyMap<string, Property>>();

/** All properties of a schema, inherited ones among them, by name. */
export function propertiesOf(schema: SchemaName): ReadonlyMap<string, Property> {
  let known = propertyTables.get(schema);
  if (!known) {
    known = new Map(
      [...schemaAndAncestors(schema)].reverse().flatMap((name) => Object.entries(schemata[name].properties)),
    );
    propertyTables.set(schema, known);
  }
  return known;
}

/**
 * One property of a schema.
 * @throws InterdictError SCHEMA_UNKNOWN if the schema has no such property
 */
export function propertyOf(schema: SchemaName, name: string): Property {
  const property = propertiesOf(schema).get(name);
  if (!property) throw new InterdictError('SCHEMA_UNKNOWN', `Schema "${schema}" has no property "${name}".`);
  return property;
}

/** The properties whose first value names the entity, best first (FollowTheMoney's `caption`). */
export function captionProperties(schema: SchemaName): readonly string[] {
  const own = schemata[schema].caption;
  if (own) return own;
  for (const parent of schemata[schema].extends) {
    const inherited = captionProperties(parent);
    if (inherited.length > 0) return inherited;
  }
  return [];
}

/** For a schema that is a relation (Ownership, Family, UnknownLink …): the properties at its two ends. */
export function edgeOf(schema: SchemaName): { readonly source: string; readonly target: string } | undefined {
  for (const name of schemaAndAncestors(schema)) if (schemata[name].edge) return schemata[name].edge;
  return undefined;
}
