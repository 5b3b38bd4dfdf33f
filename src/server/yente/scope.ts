// Which parties a request is about: the dataset in its path, and the filters beside it.
import { Type } from '@sinclair/typebox';
import { InterdictError } from '../../model/errors.ts';
import { isA, isSchemaName, type SchemaName } from '../../model/schema/schema.ts';
import type { ScreeningResult } from '../../model/screening.ts';

/** Collections that clients of OpenSanctions ask for; here each means all lists that are stored. */
export const COLLECTIONS: Readonly<Record<string, string>> = {
  default: 'All lists',
  sanctions: 'All lists, under the name that clients of OpenSanctions know',
};

/** What the filters look at; a listed party has it and so has a result. */
export type Filtered = Pick<
  ScreeningResult,
  'id' | 'schema' | 'datasets' | 'referents' | 'properties' | 'listings'
>;

const Names = Type.Array(Type.String({ maxLength: 80 }), { default: [], maxItems: 200 });

export const DatasetParams = Type.Object({ dataset: Type.String({ minLength: 1, maxLength: 80 }) });

/** Parameters that narrow a search or a match; several values of one mean any of them. */
export const FILTERS = {
  include_dataset: Names,
  exclude_dataset: Names,
  exclude_schema: Names,
  topics: Names,
  changed_since: Type.Optional(
    Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}(:\\d{2}){0,2}Z?)?$' }),
  ),
};

export interface Filters {
  readonly include_dataset: readonly string[];
  readonly exclude_dataset: readonly string[];
  readonly exclude_schema: readonly string[];
  readonly topics: readonly string[];
  readonly changed_since?: string | undefined;
  readonly exclude_entity_ids?: readonly string[] | undefined;
}

/**
 * The lists that a request is about: those that the dataset in its path means and that it includes, without those that
 * it excludes. yente's client puts the first of several lists into the path and the others into `include_dataset`;
 * both are meant then, though yente itself would find nothing: of a screening, nothing found must never be a slip.
 * @param stored lists that are in force
 * @throws InterdictError NOT_FOUND
 */
export function datasetsIn(
  dataset: string,
  stored: readonly string[],
  {
    include_dataset: include,
    exclude_dataset: exclude,
  }: Pick<Filters, 'include_dataset' | 'exclude_dataset'>,
): readonly string[] {
  const isCollection = Object.hasOwn(COLLECTIONS, dataset);
  const isIncluded = (name: string): boolean =>
    isCollection
      ? include.length === 0 || include.includes(name)
      : name === dataset || include.includes(name);
  if (isCollection || stored.includes(dataset))
    return stored.filter((name) => isIncluded(name) && !exclude.includes(name));
  throw new InterdictError('NOT_FOUND', `No such dataset: ${dataset}.`, { field: 'dataset' });
}

/**
 * A test for parties: true for those that the request is about.
 * @param publishedAt when the version of each list was published. A party of which no list says when it changed may
 *        have changed with any version, so it counts as changed with the last
 */
export function filterOf(
  scope: readonly string[],
  filters: Filters,
  publishedAt: ReadonlyMap<string, string>,
): (party: Filtered) => boolean {
  const excludedSchemata = filters.exclude_schema.filter(isSchemaName);
  const excludedIds = new Set(filters.exclude_entity_ids);
  const since = filters.changed_since?.replace(' ', 'T');
  return (party) =>
    party.datasets.some((name) => scope.includes(name)) &&
    !excludedSchemata.some((schema) => isA(party.schema, schema)) &&
    (filters.topics.length === 0 || topicsOf(party).some((topic) => filters.topics.includes(topic))) &&
    (since === undefined || (lastChangeOf(party) || lastPublished(party)) > since) &&
    ![party.id, ...party.referents].some((id) => excludedIds.has(id));

  function lastPublished({ datasets }: Filtered): string {
    return (
      datasets
        .flatMap((dataset) => publishedAt.get(dataset) ?? [])
        .sort()
        .at(-1) ?? ''
    );
  }
}

export function topicsOf(party: Pick<Filtered, 'properties'>): readonly string[] {
  return party.properties.topics ?? [];
}

const COUNTRY_PROPERTIES = ['country', 'nationality', 'citizenship', 'jurisdiction', 'flag', 'birthCountry'];

export function countriesOf(party: Pick<Filtered, 'properties'>): string[] {
  return [...new Set(COUNTRY_PROPERTIES.flatMap((property) => party.properties[property] ?? []))];
}

/** The last day on which a list is known to have changed something about the party; empty if none is told. */
export function lastChangeOf({ properties, listings }: Pick<Filtered, 'properties' | 'listings'>): string {
  const days = [...(properties.modifiedAt ?? []), ...listings.flatMap(({ listedOn }) => listedOn ?? [])];
  return (
    days
      .filter((day) => /^\d{4}/u.test(day))
      .sort()
      .at(-1) ?? ''
  );
}

export function isOfSchema(schema: SchemaName, wanted: SchemaName): boolean {
  return wanted === 'Thing' || isA(schema, wanted);
}
