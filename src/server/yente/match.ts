// POST /match/{dataset}: up to a hundred parties at once, each screened, told as yente tells it.
// Two rules of yente that its clients rely on: `match` is score >= threshold, but a result is only sent if its score
// is above (not at) the lower of `cutoff` and `threshold`; and `total` counts all matches, not those on the page.
import { Type } from '@sinclair/typebox';
import { readProperties } from '../../engine/party-input.ts';
import { InterdictError } from '../../model/errors.ts';
import { isMatchable, isSchemaName } from '../../model/schema/schema.ts';
import type { PartyQuery, Screening, ScreeningResult } from '../../model/screening.ts';
import type { Context } from '../server.ts';
import { type App, MAX_TEXT } from '../typebox.ts';
import { whoOf } from '../who.ts';
import { checkAlgorithm } from './algorithms.ts';
import { entityAnswer, type SeenAt } from './entity.ts';
import { listsInUse } from './lists-in-use.ts';
import { DatasetParams, datasetsIn, FILTERS, filterOf } from './scope.ts';

export const MAX_QUERIES = 100;
const MAX_LIMIT = 500;
export const THRESHOLD = 0.7;
/** Candidates that are scored for each result that is wanted, and at least. */
const CANDIDATES = 10;
const LEAST_CANDIDATES = 20;

const Value = Type.Union([Type.String({ maxLength: MAX_TEXT }), Type.Number(), Type.Boolean(), Type.Null()]);
export const Example = Type.Object(
  {
    id: Type.Optional(Type.Union([Type.String({ maxLength: MAX_TEXT }), Type.Null()])),
    schema: Type.String({ maxLength: 60, examples: ['Person'] }),
    properties: Type.Record(Type.String(), Type.Union([Value, Type.Array(Value, { maxItems: 1_000 })])),
  },
  { examples: [{ schema: 'Person', properties: { name: ['Ashot Mkrtchyev'], nationality: ['sk'] } }] },
);
export type Example = typeof Example.static;

const MatchBody = Type.Object({
  queries: Type.Record(Type.String(), Example),
  weights: Type.Optional(Type.Record(Type.String(), Type.Number())),
  config: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});

const MatchParams = Type.Object({
  limit: Type.Integer({ default: 5, minimum: 1, maximum: MAX_LIMIT }),
  threshold: Type.Number({ default: THRESHOLD, minimum: 0, maximum: 1 }),
  cutoff: Type.Number({ default: THRESHOLD, minimum: 0, maximum: 1 }),
  algorithm: Type.String({ default: 'best', maxLength: 60 }),
  ...FILTERS,
  exclude_entity_ids: Type.Array(Type.String({ maxLength: 300 }), { default: [], maxItems: 50 }),
});

export function registerMatch(app: App, { services }: Context): void {
  app.post(
    '/match/:dataset',
    {
      schema: {
        tags: ['compatible'],
        summary: 'Screen up to 100 parties.',
        params: DatasetParams,
        querystring: MatchParams,
        body: MatchBody,
      },
    },
    async (request, reply) => {
      const { params, query: options, body } = request;
      checkAlgorithm(options.algorithm);
      checkConfig(body.config ?? {});
      const keys = Object.keys(body.queries);
      if (keys.length === 0) throw invalid('No queries provided.', 'queries');
      if (keys.length > MAX_QUERIES) {
        throw invalid(`Too many queries in one batch (limit: ${MAX_QUERIES}).`, 'queries');
      }
      const examples = keys.map((key) => readExample(body.queries[key] as Example, key));
      const { datasets, publishedAt, seenAt } = await listsInUse(services);
      const isMeant = filterOf(datasetsIn(params.dataset, datasets, options), options, publishedAt);
      const bound = Math.min(options.cutoff, options.threshold);
      const candidates = Math.min(MAX_LIMIT, Math.max(LEAST_CANDIDATES, options.limit * CANDIDATES));
      const screenings = await Promise.all(
        examples.map(({ query }) =>
          services.screening.screen(query, {
            limit: candidates,
            cutoff: Math.min(bound, MOST_CUTOFF),
            who: whoOf(request),
          }),
        ),
      );
      const responses: Record<string, object> = {};
      screenings.forEach((screening, at) => {
        app.countDecision(screening.decision);
        const found = screening.results.filter((result) => isMeant(result) && result.score > bound);
        const { query, warnings } = examples[at]!;
        responses[keys[at]!] = {
          status: 200,
          results: found.slice(0, options.limit).map((result) => scored(result, options.threshold, seenAt)),
          total: { value: found.filter(({ score }) => score >= options.threshold).length, relation: 'eq' },
          query: { id: query.id ?? null, schema: query.schema, properties: query.properties },
          interdict: aboutScreening(screening, [...warnings, ...aboutWeights(body.weights)]),
        };
      });
      reply.header('x-batch-size', String(keys.length));
      return { responses, limit: options.limit };
    },
  );
}

/** Screening takes cut-offs below 1 only; at 1 nothing is above the bound anyway. */
const MOST_CUTOFF = 0.999;

/** A result with what yente says of it, and under `interdict` what else is known. */
function scored(result: ScreeningResult, threshold: number, seenAt: SeenAt): object {
  const { score, explanation, listings, links } = result;
  return {
    ...entityAnswer(result, seenAt),
    score,
    match: score >= threshold,
    explanations: explanationsOf(result),
    features: Object.fromEntries(explanation.features.map(({ feature, effect }) => [feature, effect])),
    interdict: { explanation, listings, links },
  };
}

/** By feature, as yente has them. `score` is there a share of 1; here names have one, the others an effect. */
function explanationsOf({ score, explanation }: ScreeningResult): object {
  const { names, features, sentence } = explanation;
  const all: [string, object][] = features.map(({ feature, effect, detail, query, candidate }) => [
    feature,
    { detail, score: effect, query: query ?? null, candidate: candidate ?? null },
  ]);
  if (names)
    all.unshift(['name_match', { detail: sentence, score, query: names.query, candidate: names.candidate }]);
  return Object.fromEntries(all);
}

function aboutScreening(
  { id, at, asOf, decision, reasons, lists, engine }: Screening,
  warnings: readonly string[],
): object {
  return { screening: id, at, asOf, decision, reasons, lists, engine, warnings };
}

function aboutWeights(weights: Readonly<Record<string, number>> = {}): string[] {
  const named = Object.keys(weights);
  return named.length === 0 ? [] : [`weights are not used: ${named.join(', ')}`];
}

/** yente's settings of its own algorithms; none has a meaning here, but a client that sends one must not fail. */
function checkConfig(config: Readonly<Record<string, unknown>>): void {
  const unknown = Object.keys(config).find((key) => !/^nm_[a-z_]+$/u.test(key));
  if (unknown !== undefined) throw invalid(`Unknown configuration: ${unknown}.`, 'config');
}

/**
 * The query that an example makes. Properties that the schema does not have are left out with a warning, as in yente.
 * @throws InterdictError QUERY_INVALID for a schema that is unknown or not screened
 */
export function readExample(
  example: Example,
  key: string,
): { readonly query: PartyQuery; readonly warnings: readonly string[] } {
  const { schema } = example;
  if (!isSchemaName(schema)) throw invalid(`Unknown schema: ${schema}.`, key);
  if (!isMatchable(schema) && schema !== 'Thing') throw invalid(`Non-matchable schema: ${schema}.`, key);
  const given = Object.fromEntries(
    Object.entries(example.properties).map(([property, value]) => [property, textsIn(value)]),
  );
  const { properties, issues } = readProperties(schema, given);
  return {
    query: { ...(example.id ? { id: example.id } : {}), schema, properties },
    warnings: issues.map(({ field, reason }) => `${field}: ${reason}`),
  };
}

function textsIn(value: Example['properties'][string]): string[] {
  return [value].flat().flatMap((one) => (one === null ? [] : [String(one)]));
}

function invalid(message: string, field: string): InterdictError {
  return new InterdictError('QUERY_INVALID', message, { field });
}
