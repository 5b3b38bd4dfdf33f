// What the compatible interface answers: as yente does, and under `interdict` what else is known.
import { type TSchema, Type } from '@sinclair/typebox';
import { type Answer, again, byKey, json, nothing, oneOf } from './answer.ts';
import { Explanation, ListingResult, PartyLink, Score, screening } from './screening.ts';

const Texts = Type.Array(Type.String());
const Moment = Type.Union([Type.String(), Type.Null()], { description: 'YYYY-MM-DDThh:mm:ss.' });
const TextOrNull = Type.Union([Type.String(), Type.Null()]);
const Total = Type.Object({ value: Type.Integer(), relation: oneOf(['eq']) });

const entity = {
  id: Type.String(),
  caption: Type.String(),
  schema: Type.String(),
  properties: byKey(
    Type.Array(Type.Union([Type.String(), again('CompatibleEntity')])),
    'Property -> values; nested, what hangs on the party stands in them.',
  ),
  datasets: Texts,
  referents: Texts,
  target: Type.Boolean(),
  first_seen: Moment,
  last_seen: Moment,
  last_change: Moment,
};
const Entity = Type.Object(entity, { title: 'CompatibleEntity', description: 'As yente shows entities.' });

const Match = Type.Object(
  {
    ...entity,
    score: Score,
    match: Type.Boolean(),
    explanations: byKey(
      Type.Object({
        detail: Type.String(),
        score: Type.Number(),
        query: TextOrNull,
        candidate: TextOrNull,
      }),
    ),
    features: byKey(Type.Number()),
    interdict: Type.Object({
      explanation: Explanation,
      listings: Type.Array(ListingResult),
      links: Type.Array(PartyLink),
    }),
  },
  { title: 'CompatibleMatch', description: 'An entity with how well it matches.' },
);

const { id, at, asOf, decision, reasons, lists, engine } = screening;
const Matches = Type.Object(
  {
    responses: byKey(
      Type.Object({
        status: Type.Integer(),
        results: Type.Array(Match),
        total: Total,
        query: Type.Object({
          id: TextOrNull,
          schema: Type.String(),
          properties: byKey(Texts),
        }),
        interdict: Type.Object({
          screening: id,
          at,
          asOf,
          decision,
          reasons,
          lists,
          engine,
          warnings: Texts,
        }),
      }),
    ),
    limit: Type.Integer(),
  },
  { title: 'CompatibleMatches', description: 'By key of the question, who matches.' },
);

const page = { total: Total, limit: Type.Integer(), offset: Type.Integer() };
const Facet = Type.Object(
  {
    label: Type.String(),
    values: Type.Array(Type.Object({ name: Type.String(), label: Type.String(), count: Type.Integer() })),
  },
  { title: 'CompatibleFacet' },
);
const Found = Type.Object(
  { results: Type.Array(Entity), facets: byKey(Facet), ...page },
  { title: 'CompatibleSearch' },
);
const AdjacentPage = Type.Object(
  { results: Type.Array(Entity), ...page },
  { title: 'CompatibleAdjacentPage', description: 'What hangs on a party by one property.' },
);
const Adjacent = Type.Object(
  { entity: Entity, adjacent: byKey(AdjacentPage) },
  { title: 'CompatibleAdjacent', description: 'A party, and by property what hangs on it.' },
);

const Dataset = Type.Object(
  {
    name: Type.String(),
    title: Type.String(),
    version: Type.String(),
    index_version: Type.String(),
    children: Texts,
    updated_at: Moment,
    load: Type.Boolean(),
    index_current: Type.Boolean(),
    delta_url: Type.Null(),
    entities_url: Type.Null(),
    summary: Type.Null(),
    url: Type.Null(),
    interdict: Type.Optional(
      Type.Object({
        version: Type.String(),
        published: Type.String(),
        state: Type.String(),
        entities: Type.Optional(Type.Integer()),
      }),
    ),
  },
  { title: 'CompatibleDataset' },
);
const Catalog = Type.Object(
  {
    datasets: Type.Array(Dataset),
    current: Texts,
    outdated: Texts,
    index_stale: Type.Boolean(),
  },
  { title: 'CompatibleCatalog', description: 'The lists and their versions.' },
);

const features = byKey(
  Type.Object({ description: Type.String(), coefficient: Type.Number(), url: Type.Null() }),
);
const Algorithms = Type.Object(
  {
    algorithms: Type.Array(
      Type.Object({
        name: Type.String(),
        description: Type.String(),
        features,
        docs: Type.Object({
          name: Type.String(),
          description: Type.String(),
          config: Type.Object({}),
          features,
        }),
      }),
    ),
    default: Type.String(),
    best: Type.String(),
  },
  { title: 'CompatibleAlgorithms' },
);

const Kind = Type.Object(
  { id: Type.String(), name: Type.String(), description: Type.String() },
  { title: 'ReconcileType' },
);
const service = Type.Object({ service_url: Type.String(), service_path: Type.String() });
const Manifest = Type.Object(
  {
    versions: Texts,
    name: Type.String(),
    identifierSpace: Type.String(),
    schemaSpace: Type.String(),
    documentation: Type.String(),
    view: Type.Object({ url: Type.String() }),
    batchSize: Type.Integer(),
    suggest: Type.Object({ entity: service, type: service, property: service }),
    extend: Type.Object({
      propose_properties: service,
      property_settings: Type.Array(
        Type.Object({
          name: Type.String(),
          label: Type.String(),
          type: Type.String(),
          default: Type.Number(),
          help_text: Type.String(),
        }),
      ),
    }),
    defaultTypes: Type.Array(Kind),
  },
  { title: 'ReconcileManifest', description: 'What the service offers.' },
);
const Reconciled = Type.Record(
  Type.String(),
  Type.Object({
    result: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        description: Type.String(),
        type: Type.Array(Kind),
        score: Score,
        match: Type.Boolean(),
      }),
    ),
  }),
  { title: 'ReconcileResults', description: 'By key of the question, who may be meant.' },
);
const Extended = Type.Object(
  {
    meta: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
    rows: byKey(byKey(Type.Array(Type.Object({ str: Type.String() })))),
  },
  { title: 'ReconcileExtension', description: 'Properties of matches, row by row.' },
);

/** What fits the beginning of a text. */
function suggestions(description: string, result: TSchema): Answer {
  const Answer = Type.Object({
    code: Type.String(),
    status: Type.String(),
    prefix: Type.String(),
    result: Type.Array(result),
  });
  return json(Answer, description);
}
const SuggestedEntity = Type.Object({
  id: Type.String(),
  name: Type.String(),
  description: Type.String(),
  type: Type.Array(Kind),
});
const Proposed = Type.Object({
  limit: Type.Integer(),
  type: Type.String(),
  properties: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
});

const moved = nothing('The party has another id; it is in Location.');
const catalog = {
  200: json(Catalog),
  304: nothing('Nothing has changed since the answer with that ETag.'),
};

type Answers = { readonly 200: Answer } & Readonly<Record<number, Answer | TSchema>>;

/** Method and path of a route -> status -> what is answered. */
export const COMPATIBLE_ANSWERS: Readonly<Record<string, Answers>> = {
  'POST /match/:dataset': { 200: json(Matches) },
  'GET /search/:dataset': { 200: json(Found, 'Listed parties, and how many have what.') },
  'GET /entities/:id': { 200: json(Entity, 'The party.'), 308: moved },
  'GET /entities/:id/adjacent': { 200: json(Adjacent) },
  'GET /entities/:id/adjacent/:property': { 200: json(AdjacentPage) },
  'GET /catalog': catalog,
  'GET /manifest': catalog,
  'GET /algorithms': { 200: json(Algorithms, 'By what parties are compared.') },
  'GET /reconcile/:dataset': {
    200: json(
      Type.Union([Manifest, Extended, Reconciled]),
      'The manifest; with `queries` or `extend` what POST answers.',
    ),
  },
  'POST /reconcile/:dataset': {
    200: json(Type.Union([Extended, Reconciled]), 'To `extend`, properties; to `queries`, who may be meant.'),
  },
  'GET /reconcile/:dataset/suggest/entity': {
    200: suggestions('Listed parties whose names begin so.', SuggestedEntity),
  },
  'GET /reconcile/:dataset/suggest/type': { 200: suggestions('Kinds of party that are called so.', Kind) },
  'GET /reconcile/:dataset/suggest/property': { 200: suggestions('Properties that are called so.', Kind) },
  'GET /reconcile/:dataset/extend/property': { 200: json(Proposed, 'Properties that a kind of party has.') },
};
