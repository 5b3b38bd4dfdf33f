// GET /search/{dataset}: what a person types into a box, over all listed parties, with facets.
import { Type } from '@sinclair/typebox';
import type { ListedParty } from '../../engine/directory/party-directory.ts';
import { datasetTitle } from '../../engine/list-service.ts';
import { InterdictError } from '../../model/errors.ts';
import { isSchemaName, schemaLabel, TOPICS } from '../../model/schema/schema.ts';
import type { Context } from '../server.ts';
import { type App, MAX_TEXT } from '../typebox.ts';
import { entityAnswer } from './entity.ts';
import { listsInUse } from './lists-in-use.ts';
import { parseSearch } from './query-text.ts';
import { countriesOf, DatasetParams, datasetsIn, FILTERS, filterOf, isOfSchema, topicsOf } from './scope.ts';

const MAX_LIMIT = 500;
const MAX_OFFSET = 9_499;
/** Values of one facet at most. */
const FACET_VALUES = 200;

const Names = Type.Array(Type.String({ maxLength: 80 }), { default: [], maxItems: 200 });

const SearchParams = Type.Object({
  q: Type.String({ default: '', maxLength: MAX_TEXT }),
  schema: Type.String({ default: 'Thing', maxLength: 60 }),
  ...FILTERS,
  countries: Names,
  datasets: Names,
  filter: Type.Array(Type.String({ maxLength: 300 }), { default: [], maxItems: 50 }),
  filter_op: Type.Union([Type.Literal('OR'), Type.Literal('AND')], { default: 'OR' }),
  limit: Type.Integer({ default: 10, minimum: 0, maximum: MAX_LIMIT }),
  offset: Type.Integer({ default: 0, minimum: 0, maximum: MAX_OFFSET }),
  sort: Type.Array(Type.String({ maxLength: 80 }), { default: [], maxItems: 10 }),
  fuzzy: Type.Boolean({ default: false }),
  simple: Type.Boolean({ default: false }),
  facets: Type.Array(Type.String({ maxLength: 40 }), { default: ['countries', 'topics', 'datasets'] }),
  target: Type.Optional(Type.Boolean()),
});
type SearchParams = typeof SearchParams.static;

interface FacetKind {
  readonly label: string;
  readonly values: (party: ListedParty) => readonly string[];
  readonly labelOf: (value: string) => string;
}

const asItIs = (value: string): string => value;

const FACETS: Readonly<Record<string, FacetKind>> = {
  countries: { label: 'Countries', values: countriesOf, labelOf: countryLabel },
  topics: { label: 'Topics', values: topicsOf, labelOf: (topic) => TOPICS[topic] ?? topic },
  datasets: { label: 'Data sources', values: ({ datasets }) => datasets, labelOf: datasetTitle },
  schema: {
    label: 'Types',
    values: ({ schema }) => [schema],
    labelOf: (schema) => (isSchemaName(schema) ? schemaLabel(schema) : schema),
  },
  genders: { label: 'Genders', values: ({ properties }) => properties.gender ?? [], labelOf: asItIs },
  identifiers: {
    label: 'Identifiers',
    values: ({ facts }) => facts.identifiers.map(({ number }) => number),
    labelOf: asItIs,
  },
};

const REGIONS = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

function countryLabel(code: string): string {
  return /^[a-z]{2}$/u.test(code) ? (REGIONS.of(code.toUpperCase()) ?? code) : code;
}

export function registerSearch(app: App, { services }: Context): void {
  app.get(
    '/search/:dataset',
    {
      schema: {
        tags: ['compatible'],
        summary: 'Search the listed parties by words.',
        description:
          '`q` takes words, "phrases", pref*, -not, OR, and with `fuzzy` other spellings of a name.',
        params: DatasetParams,
        querystring: SearchParams,
      },
    },
    async ({ params, query: options }) => {
      const { schema } = options;
      if (!isSchemaName(schema))
        throw new InterdictError('QUERY_INVALID', 'Invalid schema.', { field: 'schema' });
      const unknownFacet = options.facets.find((name) => !Object.hasOwn(FACETS, name));
      if (unknownFacet !== undefined)
        throw new InterdictError('QUERY_INVALID', `Unknown facet: ${unknownFacet}.`, { field: 'facets' });
      const { datasets, publishedAt, seenAt } = await listsInUse(services);
      const scope = datasetsIn(params.dataset, datasets, options);
      const isMeant = filterOf(scope, options, publishedAt);
      const { parties, text } = await services.directory.snapshot();
      const order =
        options.fuzzy && options.q.trim() !== '' ? await fuzzyNumbers(options.q, parties) : undefined;
      const numbers = order ?? text.search(parseSearch(options.q)).map(({ party }) => party);
      const found = numbers
        .map((number) => parties.partyOf(number))
        .filter(
          (party) =>
            options.target !== false &&
            isOfSchema(party.schema, schema) &&
            isMeant(party) &&
            isFiltered(party, options),
        );
      const sorted = sortedBy(found, options.sort);
      const { limit, offset } = options;
      return {
        results: sorted.slice(offset, offset + limit).map((party) => entityAnswer(party, seenAt)),
        facets: Object.fromEntries(options.facets.map((name) => [name, facetOf(FACETS[name]!, found)])),
        total: { value: found.length, relation: 'eq' },
        limit,
        offset,
      };
    },
  );

  /** By the names that screening finds, in its order, then whatever the words find. */
  async function fuzzyNumbers(
    q: string,
    parties: { numberOf(id: string): number | undefined },
  ): Promise<number[]> {
    const found = await services.directory.similar(q, MAX_LIMIT);
    const numbers = found.flatMap((id) => parties.numberOf(id) ?? []);
    const { text } = await services.directory.snapshot();
    return [...new Set([...numbers, ...text.search(parseSearch(q)).map(({ party }) => party)])];
  }
}

/** The filters that only a search has: those by facet, and `filter=field:value`. */
function isFiltered(party: ListedParty, { countries, datasets, filter, filter_op }: SearchParams): boolean {
  const holds = (wanted: readonly string[], values: readonly string[]): boolean => {
    if (wanted.length === 0) return true;
    const has = (value: string): boolean => values.includes(value);
    return filter_op === 'AND' ? wanted.every(has) : wanted.some(has);
  };
  const byField = Map.groupBy(
    filter.map((text) => text.split(/:(.*)/su)),
    ([field = '']) => field,
  );
  return (
    holds(countries, countriesOf(party)) &&
    holds(datasets, party.datasets) &&
    [...byField].every(([field, pairs]) =>
      holds(
        pairs.map(([, value = '']) => value),
        valuesOf(party, field),
      ),
    )
  );
}

function valuesOf(party: ListedParty, field: string): readonly string[] {
  const [, property = field] = /^properties\.(\w+)$/u.exec(field) ?? [];
  if (Object.hasOwn(FACETS, field)) return FACETS[field]!.values(party);
  return Object.hasOwn(party.properties, property) ? (party.properties[property] ?? []) : [];
}

/** `field:asc` or `field:desc`; what has no value comes last. */
function sortedBy(parties: ListedParty[], sort: readonly string[]): ListedParty[] {
  if (sort.length === 0) return parties;
  const keys = sort.map((text) => {
    const [field = '', order = 'asc'] = text.split(':');
    return { field, sign: order === 'desc' ? -1 : 1 };
  });
  return parties.toSorted((left, right) => {
    for (const { field, sign } of keys) {
      const [one, other] = [left, right].map((party) => sortValue(party, field));
      if (one === other) continue;
      if (one === undefined || other === undefined) return one === undefined ? 1 : -1;
      return one < other ? -sign : sign;
    }
    return 0;
  });
}

function sortValue(party: ListedParty, field: string): string | undefined {
  if (field === 'caption' || field === 'label' || field === 'name') return party.caption;
  if (field === 'id') return party.id;
  if (field === 'first_seen') return party.listings.flatMap(({ listedOn }) => listedOn ?? []).sort()[0];
  return [...valuesOf(party, field)].sort()[0];
}

function facetOf({ label, values, labelOf }: FacetKind, parties: readonly ListedParty[]): object {
  const counts = new Map<string, number>();
  for (const party of parties)
    for (const value of new Set(values(party))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return {
    label,
    values: [...counts]
      .sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1))
      .slice(0, FACET_VALUES)
      .map(([name, count]) => ({ name, label: labelOf(name), count })),
  };
}
