// /reconcile/{dataset}: the Reconciliation Service API 0.2 (W3C Entity Reconciliation Community Group), by which
// OpenRefine matches the rows of a table, completes what is typed, and fetches properties.
import { Type } from '@sinclair/typebox';
import type { FastifyRequest } from 'fastify';
import { InterdictError } from '../../model/errors.ts';
import {
  isMatchable,
  isSchemaName,
  propertiesOf,
  SCHEMA_NAMES,
  type SchemaName,
  schemaAndAncestors,
  schemaLabel,
} from '../../model/schema/schema.ts';
import type { Context } from '../server.ts';
import { type App, checkOf, MAX_TEXT } from '../typebox.ts';
import { whoOf } from '../who.ts';
import { listsInUse } from './lists-in-use.ts';
import { type Example, MAX_QUERIES, readExample, THRESHOLD } from './match.ts';
import { parseSearch } from './query-text.ts';
import { DatasetParams, datasetsIn, filterOf } from './scope.ts';

const BATCH_SIZE = 3;
const SUGGESTIONS = 10;
const OK = { code: '/api/status/ok', status: '200 OK' } as const;
const NO_FILTERS = { include_dataset: [], exclude_dataset: [], exclude_schema: [], topics: [] } as const;

const Cell = Type.Union([
  Type.String({ maxLength: MAX_TEXT }),
  Type.Number(),
  Type.Boolean(),
  Type.Null(),
  Type.Object({}),
]);
const Query = Type.Object({
  query: Type.Optional(Type.String({ maxLength: MAX_TEXT })),
  type: Type.Optional(
    Type.Union([Type.String(), Type.Array(Type.Union([Type.String(), Type.Object({ id: Type.String() })]))]),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  properties: Type.Optional(
    Type.Array(
      Type.Object({ pid: Type.String(), v: Type.Union([Cell, Type.Array(Cell, { maxItems: 100 })]) }),
      {
        maxItems: 100,
      },
    ),
  ),
});
type Query = typeof Query.static;
const checkQueries = checkOf(Type.Record(Type.String(), Query), 'body');

const Extension = Type.Object({
  ids: Type.Array(Type.String({ maxLength: 300 })),
  properties: Type.Array(
    Type.Object({
      id: Type.String({ maxLength: 100 }),
      settings: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    }),
    { maxItems: 100 },
  ),
});
type Extension = typeof Extension.static;
const checkExtension = checkOf(Extension, 'body');

/** The kinds that a row can be reconciled with, the plain ones first. */
const TYPES: readonly SchemaName[] = [
  'Person',
  'Organization',
  'Company',
  'LegalEntity',
  'Vessel',
  'Airplane',
];

export function registerReconcile(app: App, { services }: Context): void {
  app.get(
    '/reconcile/:dataset',
    {
      schema: {
        tags: ['compatible'],
        summary: 'What the reconciliation service offers.',
        params: DatasetParams,
        querystring: Type.Object({
          queries: Type.Optional(Type.String()),
          extend: Type.Optional(Type.String()),
        }),
      },
    },
    async (request) => {
      const { queries, extend } = request.query;
      if (extend !== undefined && extend !== '') return extended(extend);
      if (queries !== undefined && queries !== '')
        return reconciled(request.params.dataset, queries, request);
      await checkDataset(request.params.dataset);
      return manifestOf(request, request.params.dataset);
    },
  );
  app.post(
    '/reconcile/:dataset',
    {
      schema: {
        tags: ['compatible'],
        summary: 'Reconcile rows, or fetch properties of matches.',
        consumes: ['application/x-www-form-urlencoded', 'application/json'],
        params: DatasetParams,
        body: Type.Object({
          queries: Type.Optional(
            Type.Unknown({ description: 'JSON { key: { query, type?, limit?, properties? } }' }),
          ),
          extend: Type.Optional(Type.Unknown({ description: 'JSON { ids, properties }' })),
        }),
      },
    },
    async (request, reply) => {
      const { queries, extend } = request.body;
      const found =
        extend !== undefined && extend !== ''
          ? await extended(extend)
          : await reconciled(request.params.dataset, queries, request);
      const size = 'rows' in found ? Object.keys(found.rows as object).length : Object.keys(found).length;
      reply.header('x-batch-size', String(size));
      return found;
    },
  );
  const Prefix = Type.Object({
    prefix: Type.String({ default: '', maxLength: MAX_TEXT }),
    limit: Type.Integer({ default: SUGGESTIONS, minimum: 0, maximum: 500 }),
  });
  app.get(
    '/reconcile/:dataset/suggest/entity',
    { schema: { hide: true, params: DatasetParams, querystring: Prefix } },
    async ({ params, query: { prefix, limit } }) => {
      const { datasets, publishedAt } = await listsInUse(services);
      const isMeant = filterOf(datasetsIn(params.dataset, datasets, NO_FILTERS), NO_FILTERS, publishedAt);
      const { parties, text } = await services.directory.snapshot();
      const found = prefix.trim() === '' ? [] : text.search(parseSearch(`${prefix.trim()}*`));
      const result = found
        .map(({ party }) => parties.partyOf(party))
        .filter(isMeant)
        .slice(0, limit)
        .map(({ id, caption, schema }) => ({
          id,
          name: caption,
          description: schemaLabel(schema),
          type: [typeOf(schema)],
        }));
      return { ...OK, prefix, result };
    },
  );
  app.get(
    '/reconcile/:dataset/suggest/type',
    { schema: { hide: true, params: DatasetParams, querystring: Prefix } },
    async ({ query: { prefix, limit } }) => {
      const result = SCHEMA_NAMES.filter(
        (schema) => isMatchable(schema) && begins(prefix, schema, schemaLabel(schema)),
      );
      return { ...OK, prefix, result: result.slice(0, limit).map(typeOf) };
    },
  );
  app.get(
    '/reconcile/:dataset/suggest/property',
    { schema: { hide: true, params: DatasetParams, querystring: Prefix } },
    async ({ query: { prefix, limit } }) => {
      const result = QUALIFIED.filter(({ id, name }) => begins(prefix, id.split(':')[1] ?? '', name));
      return { ...OK, prefix, result: result.slice(0, limit) };
    },
  );
  app.get(
    '/reconcile/:dataset/extend/property',
    {
      schema: {
        hide: true,
        params: DatasetParams,
        querystring: Type.Object({
          type: Type.String({ default: 'Thing', maxLength: 60 }),
          limit: Type.Integer({ default: 0, minimum: 0 }),
        }),
      },
    },
    async ({ query: { type, limit } }) => {
      if (!isSchemaName(type)) throw invalid(`Invalid type: ${type}.`, 'type');
      const all = [...propertiesOf(type)]
        .filter(([, property]) => property.type !== 'entity')
        .map(([id, { label }]) => ({ id, name: label }))
        .sort((left, right) => left.name.localeCompare(right.name, 'en'));
      return { limit, type, properties: limit > 0 ? all.slice(0, limit) : all };
    },
  );

  async function checkDataset(dataset: string): Promise<void> {
    datasetsIn(dataset, (await listsInUse(services)).datasets, NO_FILTERS);
  }

  async function reconciled(
    dataset: string,
    given: unknown,
    request: FastifyRequest,
  ): Promise<Record<string, object>> {
    const queries = parsed<Record<string, Query>>(given, checkQueries, 'queries');
    const keys = Object.keys(queries);
    if (keys.length > MAX_QUERIES)
      throw invalid(`Too many queries in one batch (limit: ${MAX_QUERIES}).`, 'queries');
    const { datasets, publishedAt } = await listsInUse(services);
    const isMeant = filterOf(datasetsIn(dataset, datasets, NO_FILTERS), NO_FILTERS, publishedAt);
    const results: Record<string, object> = {};
    for (const key of keys) {
      const { limit = 5, ...query } = queries[key] as Query;
      const { query: party } = readExample(exampleOf(query), key);
      const options = { limit: Math.max(20, limit * 10), cutoff: LEAST_SCORE, who: whoOf(request) };
      const screening = await services.screening.screen(party, options);
      app.countDecision(screening.decision);
      const result = screening.results
        .filter(isMeant)
        .slice(0, limit)
        .map(({ id, caption, schema, score, datasets: lists }) => ({
          id,
          name: caption,
          description: `${schemaLabel(schema)} – ${lists.join(', ')}`,
          type: [typeOf(schema)],
          score,
          match: score >= THRESHOLD,
        }));
      results[key] = { result };
    }
    return results;
  }

  async function extended(given: unknown): Promise<{ readonly meta: object[]; readonly rows: object }> {
    const { ids, properties } = parsed<Extension>(given, checkExtension, 'extend');
    if (ids.length > MAX_QUERIES)
      throw invalid(`Too many ids in one batch (limit: ${MAX_QUERIES}).`, 'extend');
    const { parties } = await services.directory.snapshot();
    const meta = new Map<string, object>();
    const rows: Record<string, Record<string, object[]>> = {};
    for (const id of ids) {
      const row: Record<string, object[]> = {};
      rows[id] = row;
      const number = parties.numberOf(id);
      if (number === undefined) continue;
      const party = parties.partyOf(number);
      for (const { id: name, settings } of properties) {
        const property = propertiesOf(party.schema).get(name);
        if (!property) continue;
        meta.set(name, { id: name, name: property.label });
        const limit = Number(settings?.limit ?? 0);
        const values = Object.hasOwn(party.properties, name) ? (party.properties[name] ?? []) : [];
        row[name] = (limit > 0 ? values.slice(0, limit) : values).map((str) => ({ str }));
      }
    }
    return { meta: [...meta.values()], rows };
  }
}

/** A person looks at every row of a table, so faint likenesses are shown as well. */
const LEAST_SCORE = 0.1;

function parsed<Value>(given: unknown, check: ReturnType<typeof checkOf>, field: string): Value {
  let value = given;
  if (typeof given === 'string') {
    try {
      value = JSON.parse(given);
    } catch (cause) {
      throw new InterdictError('QUERY_INVALID', `${field}: it is not JSON.`, { field }, { cause });
    }
  }
  const checked = check(value);
  // Told as 400, as there: it stands inside a field of a form.
  if ('error' in checked) throw invalid(checked.error.message, field);
  return checked.value as Value;
}

function exampleOf({ query, type, properties = [] }: Omit<Query, 'limit'>): Example {
  const [first] = [type ?? 'Thing'].flat();
  const schema = typeof first === 'string' ? first : (first?.id ?? 'Thing');
  const values: Record<string, string[]> = query === undefined ? {} : { name: [query] };
  for (const { pid, v } of properties) {
    const name = pid.split(':').at(-1) ?? pid;
    const texts = [v]
      .flat()
      .flatMap((cell) => (cell === null || typeof cell === 'object' ? textOf(cell) : [String(cell)]));
    values[name] = [...(values[name] ?? []), ...texts];
  }
  return { schema: schema === '' ? 'Thing' : schema, properties: values };
}

/** A cell that was reconciled before is sent as `{ id, name }`. */
function textOf(cell: object | null): string[] {
  const { name } = (cell ?? {}) as { name?: unknown };
  return typeof name === 'string' ? [name] : [];
}

function typeOf(schema: SchemaName): {
  readonly id: string;
  readonly name: string;
  readonly description: string;
} {
  return { id: schema, name: schemaLabel(schema), description: schemaLabel(schema) };
}

/** Every property under the schema that brings it: `Thing:country`, `Person:birthDate`. */
const QUALIFIED: readonly { readonly id: string; readonly name: string; readonly description: string }[] =
  (() => {
    const found = new Map<string, string>();
    for (const schema of SCHEMA_NAMES.filter(isMatchable)) {
      const inherited = new Set(
        [...schemaAndAncestors(schema)]
          .filter((other) => other !== schema)
          .flatMap((other) => [...propertiesOf(other).keys()]),
      );
      for (const [name, { label, type }] of propertiesOf(schema))
        if (!inherited.has(name) && type !== 'entity') found.set(`${schema}:${name}`, label);
    }
    for (const [name, { label, type }] of propertiesOf('Thing'))
      if (type !== 'entity') found.set(`Thing:${name}`, label);
    return [...found].map(([id, name]) => ({ id, name, description: name }));
  })();

function begins(prefix: string, ...texts: readonly string[]): boolean {
  const wanted = prefix.trim().toLowerCase();
  return wanted !== '' && texts.some((text) => text.toLowerCase().includes(wanted));
}

function manifestOf({ protocol, host, url }: FastifyRequest, dataset: string): object {
  const base = `${protocol}://${host}`;
  const service = `${base}/reconcile/${encodeURIComponent(dataset)}`;
  const [, search] = url.split('?');
  const rest = search ? `?${search}` : '';
  const suggest = (kind: string) => ({ service_url: service, service_path: `/suggest/${kind}${rest}` });
  return {
    versions: ['0.2'],
    name: `${dataset} (Interdict)`,
    identifierSpace: 'https://www.opensanctions.org/reference/#schema',
    schemaSpace: 'https://www.opensanctions.org/reference/#schema',
    documentation: `${base}/docs`,
    view: { url: `${base}/party/{{id}}` },
    batchSize: BATCH_SIZE,
    suggest: { entity: suggest('entity'), type: suggest('type'), property: suggest('property') },
    extend: {
      propose_properties: { service_url: service, service_path: `/extend/property${rest}` },
      property_settings: [
        {
          name: 'limit',
          label: 'Limit',
          type: 'number',
          default: 0,
          help_text: 'Values per row at most; 0 for all.',
        },
      ],
    },
    defaultTypes: TYPES.map(typeOf),
  };
}

function invalid(message: string, field: string): InterdictError {
  return new InterdictError('QUERY_INVALID', message, { field });
}
