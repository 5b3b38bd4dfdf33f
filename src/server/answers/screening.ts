// What a screening and a comparison answer.
import { Type } from '@sinclair/typebox';
import { SCHEMA_NAMES, type SchemaName } from '../../model/schema/schema.ts';
import { byKey, oneOf } from './answer.ts';

const Texts = Type.Array(Type.String());
const Effect = Type.Number({ description: 'Contribution to the score as log-odds; positive speaks for it.' });

export const Schema = Type.Unsafe<SchemaName>({
  title: 'SchemaName',
  description: 'A schema of FollowTheMoney.',
  type: 'string',
  enum: SCHEMA_NAMES,
});

export const Decision = oneOf(['clear', 'review', 'stop', 'undetermined'], {
  title: 'Decision',
  description: `clear: no listed party is this one, and every list that the profile requires is there, complete and
fresh. review: a person must look. stop: a listed party matches. undetermined: it cannot be said; the reasons say why.`,
});

export const Properties = byKey(Texts, 'Property of FollowTheMoney -> values.');

export const PartyQuery = Type.Object(
  {
    id: Type.Optional(Type.String({ description: 'Your own key of the party.' })),
    schema: Schema,
    properties: Properties,
  },
  { title: 'PartyQuery', description: 'A party that was asked about.' },
);

export const listUse = {
  dataset: Type.String(),
  version: Type.Optional(Type.String({ description: 'sha256:… of the publisher’s bytes.' })),
  published: Type.Optional(Type.String()),
  entities: Type.Optional(Type.Integer()),
  age_days: Type.Optional(
    Type.Integer({ description: 'From the last day on which the version was known to be the current one.' }),
  ),
  state: oneOf(['fresh', 'stale', 'missing', 'incomplete', 'starter']),
  required: Type.Boolean({ description: 'The profile needs it for a clear.' }),
};
const ListUse = Type.Object(listUse, { title: 'ListUse', description: 'How usable a list is.' });

const AlignedPart = Type.Object(
  {
    query: Type.Optional(Type.String()),
    candidate: Type.Optional(Type.String()),
    relation: oneOf(['agree', 'omit', 'contradict']),
    how: Type.String({ examples: ['same sound'] }),
    weight: Effect,
  },
  { title: 'AlignedPart', description: 'One part of two names; a side that lacks it is absent.' },
);

const AlignedNames = Type.Object(
  { query: Type.String(), candidate: Type.String(), parts: Type.Array(AlignedPart) },
  { title: 'AlignedNames', description: 'The pair of names that matched best.' },
);

const FeatureEffect = Type.Object(
  {
    feature: Type.String(),
    effect: Effect,
    query: Type.Optional(Type.String()),
    candidate: Type.Optional(Type.String()),
    detail: Type.String(),
  },
  { title: 'FeatureEffect' },
);

export const Explanation = Type.Object(
  {
    sentence: Type.String({ description: 'The whole reason in one sentence that a person can file.' }),
    names: Type.Optional(AlignedNames),
    features: Type.Array(FeatureEffect),
    against: Type.Array(Type.String(), { description: 'What speaks against the match.' }),
  },
  { title: 'Explanation' },
);

const Measure = Type.Object(
  { id: Type.String(), text: Type.String(), source: Type.String() },
  { title: 'Measure', description: 'What a listing forbids.' },
);

export const ListingResult = Type.Object(
  {
    dataset: Type.String(),
    authority: Type.String(),
    program: Type.Optional(Type.String()),
    listedOn: Type.Optional(Type.String()),
    endsOn: Type.Optional(Type.String()),
    reason: Type.Optional(Type.String()),
    legalBasis: Type.Optional(Type.String()),
    status: Type.Optional(Type.String()),
    sourceRecord: Type.String(),
    sourceUrl: Type.Optional(Type.String()),
    measures: Type.Array(Measure),
  },
  { title: 'ListingResult', description: 'Who listed the party, under what, since when, why.' },
);

export const PartyLink = Type.Object(
  { left: Type.String(), right: Type.String(), reason: Type.String() },
  { title: 'PartyLink', description: 'Why two listings are held to be one party.' },
);

export const Score = Type.Number({
  minimum: 0,
  maximum: 1,
  description: 'Probability that it is one party.',
});

export const ScreeningResult = Type.Object(
  {
    id: Type.String({ description: 'Of the party’s strongest listing.' }),
    caption: Type.String(),
    schema: Schema,
    score: Score,
    match: Type.Boolean(),
    datasets: Texts,
    referents: Type.Array(Type.String(), { description: 'Ids of the other listings of the same party.' }),
    properties: Properties,
    listings: Type.Array(ListingResult),
    links: Type.Array(PartyLink),
    explanation: Explanation,
    claims: Type.Array(Type.String(), { description: 'Ids of claims of reports about the party.' }),
  },
  { title: 'ScreeningResult', description: 'A listed party that may be the one asked about.' },
);

const Engine = Type.Object(
  { version: Type.String(), policy: Type.String(), policyHash: Type.String() },
  { title: 'Engine', description: 'What answered.' },
);

export const screening = {
  id: Type.String({ description: 'Of its entry in the record.' }),
  at: Type.String({ description: 'When it was asked; ISO 8601, UTC.' }),
  asOf: Type.String({ description: 'The day whose lists were asked.' }),
  engine: Engine,
  query: PartyQuery,
  decision: Decision,
  reasons: Texts,
  lists: Type.Array(ListUse),
  results: Type.Array(ScreeningResult),
};
export const Screening = Type.Object(screening, {
  title: 'Screening',
  description: 'The decision, its reasons, the lists that were asked, and who was found.',
});

export const PairComparison = Type.Object(
  {
    schema: Schema,
    score: Score,
    names: Type.Optional(AlignedNames),
    features: Type.Array(FeatureEffect),
  },
  { title: 'PairComparison', description: 'How alike two names are.' },
);
