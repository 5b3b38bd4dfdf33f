// What reading reports answers: articles, mentions, claims, findings, clusters.
import { type TSchema, Type } from '@sinclair/typebox';
import { type ClaimEvent, CUE_CLASSES, EVENT_TYPES, type EventRole } from '../../model/reading.ts';
import { oneOf } from './answer.ts';

const Texts = Type.Array(Type.String());
const Optional = Type.Optional;

const span = { article: Type.String(), start: Type.Integer(), end: Type.Integer(), surface: Type.String() };
const Span = Type.Object(span, {
  title: 'Span',
  description: 'A stretch of an article’s text, in UTF-16 code units: text.slice(start, end) is the surface.',
});

const ZoneKind = oneOf(
  ['headline', 'deck', 'subhead', 'contents', 'caption', 'dateline', 'body', 'boilerplate'],
  { title: 'ZoneKind', description: 'Part of an article.' },
);
const Zone = Type.Object(
  {
    kind: ZoneKind,
    start: Type.Integer(),
    end: Type.Integer(),
    repeats: Optional(Type.Integer({ description: 'Says the same as the zone that starts there.' })),
  },
  { title: 'Zone' },
);

const articleFacts = {
  id: Type.String(),
  sha256: Type.String({ description: 'Of the bytes that came in, hex.' }),
  mediaType: Type.String(),
  url: Optional(Type.String()),
  title: Optional(Type.String()),
  byline: Optional(Type.String()),
  published: Optional(Type.String({ description: 'As exact as the source tells.' })),
  publisher: Optional(Type.String()),
  relay: Optional(Type.String({ description: 'Who passed it on to the publisher.' })),
  retrieved: Type.String({ description: 'When the bytes came in; ISO 8601, UTC.' }),
  language: Type.String({ description: 'ISO 639-1; und if it cannot be told.' }),
  support: oneOf(['full', 'parties-only']),
};
const ArticleFacts = Type.Object(articleFacts, {
  title: 'ArticleFacts',
  description: 'A report without its text.',
});
const Article = Type.Object(
  { ...articleFacts, text: Type.String(), zones: Type.Array(Zone) },
  { title: 'Article' },
);

const MentionSpan = Type.Object(
  {
    ...span,
    kind: oneOf(['name', 'metonym', 'acronym', 'demonym', 'nominal', 'pronoun']),
    isVariant: Optional(Type.Boolean()),
  },
  { title: 'MentionSpan' },
);

const MentionParty = Type.Object(
  {
    id: Type.String(),
    caption: Type.String(),
    score: Type.Number(),
    datasets: Texts,
    evidence: Texts,
    listings: Optional(
      Type.Array(
        Type.Object({
          dataset: Type.String(),
          authority: Type.String(),
          listedOn: Optional(Type.String()),
        }),
      ),
    ),
  },
  { title: 'MentionParty', description: 'The listed party that a mention names.' },
);

const Mention = Type.Object(
  {
    id: Type.String(),
    article: Type.String(),
    type: oneOf(['person', 'organisation', 'vessel', 'place', 'outlet', 'group']),
    caption: Type.String(),
    spans: Type.Array(MentionSpan),
    variants: Texts,
    countries: Optional(Texts),
    roles: Optional(Texts),
    age: Optional(Type.Integer()),
    parent: Optional(
      Type.String({ description: 'Id of the mention of the larger body that it belongs to.' }),
    ),
    party: Optional(MentionParty),
  },
  { title: 'Mention', description: 'One party that an article mentions, with all the places where it does.' },
);

const ClaimSource = Type.Object(
  {
    kind: oneOf([
      'government',
      'court',
      'company',
      'person',
      'media',
      'document',
      'anonymous-official',
      'anonymous',
      'outlet',
    ]),
    spans: Type.Array(Span),
    mention: Optional(Type.String()),
    isImplicit: Optional(Type.Boolean()),
  },
  { title: 'ClaimSource', description: 'Who says it.' },
);

const ChainStep = Type.Object(
  {
    role: oneOf(['origin', 'relay', 'publisher']),
    name: Type.String(),
    mention: Optional(Type.String()),
    span: Optional(Span),
  },
  { title: 'ChainStep', description: 'A step on the way from whoever said it first to the reader.' },
);

const RoleFiller = Type.Object({ span: Span, mention: Optional(Type.String()) }, { title: 'RoleFiller' });
const Fillers = Optional(Type.Array(RoleFiller));

const Quantity = Type.Object(
  {
    span: Span,
    op: oneOf(['=', '>', '>=', '<', '<=', '~']),
    value: Type.Number(),
    to: Optional(Type.Number()),
    unit: Optional(Type.String()),
    of: Optional(Type.String()),
  },
  { title: 'Quantity' },
);

const TimeExpression = Type.Object(
  {
    span: Span,
    from: Optional(Type.String()),
    to: Optional(Type.String()),
    certainty: oneOf(['exact', 'resolved', 'vague']),
    anchor: Optional(Type.String()),
  },
  { title: 'TimeExpression', description: 'A time as an interval of days, both ends included.' },
);

const Event = Type.Object(
  {
    type: oneOf(EVENT_TYPES),
    phase: Optional(
      oneOf([
        'planned',
        'sought',
        'offered',
        'proposed',
        'negotiated',
        'attempted',
        'agreed',
        'delivered',
        'used',
        'blocked',
        'failed',
      ]),
    ),
    roles: Type.Object({
      authority: Fillers,
      target: Fillers,
      supplier: Fillers,
      recipient: Fillers,
      broker: Fillers,
      actor: Fillers,
      victim: Fillers,
      owner: Fillers,
      owned: Fillers,
      destination: Fillers,
    } satisfies Record<EventRole, TSchema>),
    goods: Type.Array(Span),
    counterGoods: Type.Array(Span),
    quantities: Type.Array(Quantity),
    dates: Type.Array(TimeExpression),
    place: Optional(Span),
  } satisfies Record<keyof ClaimEvent, TSchema>,
  { title: 'ClaimEvent', description: 'What is said to have happened.' },
);

const Grade = Type.Object(
  {
    source: oneOf(['A', 'B', 'C', 'D', 'E', 'F']),
    information: Type.Unsafe<1 | 2 | 3 | 4 | 5 | 6>({ type: 'integer', minimum: 1, maximum: 6 }),
    why: Texts,
  },
  { title: 'Grade', description: 'The two axes of the Admiralty code: the source, and the information.' },
);

const Provenance = Type.Object(
  {
    article: Type.String(),
    url: Optional(Type.String()),
    outlet: Optional(Type.String()),
    published: Optional(Type.String()),
    retrieved: Type.String(),
    extractor: Type.String(),
    rule: Type.String(),
    llm: Optional(Type.Object({ model: Type.String(), promptSha256: Type.String() })),
  },
  { title: 'ClaimProvenance' },
);

const Review = Type.Object(
  {
    state: oneOf(['auto', 'confirmed', 'rejected', 'edited']),
    by: Optional(Type.String()),
    at: Optional(Type.String()),
    note: Optional(Type.String()),
  },
  { title: 'ClaimReview', description: 'What a person said of it.' },
);

export const Claim = Type.Object(
  {
    id: Type.String(),
    article: Type.String(),
    zone: ZoneKind,
    content: Type.Array(Span),
    form: oneOf(['direct', 'mixed', 'indirect', 'outlet-voice']),
    cue: Optional(Type.Object({ spans: Type.Array(Span), class: oneOf([...CUE_CLASSES, 'none']) })),
    source: Optional(ClaimSource),
    chain: Type.Array(ChainStep),
    event: Event,
    modality: oneOf(['asserted', 'alleged', 'denied', 'planned', 'official-act']),
    polarity: Type.Unsafe<1 | -1>({ type: 'integer', enum: [1, -1] }),
    certainty: Optional(oneOf(['hedged', 'likely', 'conditional', 'speculative', 'unconfirmed'])),
    about: Optional(
      Type.Object({ claim: Type.String(), how: oneOf(['disputes', 'supports', 'evidence-gap']) }),
    ),
    partOf: Optional(Type.String({ description: 'The quotation that this claim is one part of.' })),
    repeats: Optional(Type.String({ description: 'The same said before in this article.' })),
    fatf: Texts,
    grade: Grade,
    provenance: Provenance,
    review: Review,
  },
  {
    title: 'Claim',
    description: 'What somebody said, and what the report lets it be. No fact because of that.',
  },
);

const Finding = Type.Object(
  {
    id: Type.String(),
    kind: oneOf([
      'act-type',
      'unsupported-official-act',
      'name-variant',
      'relation',
      'modality-drift',
      'legal-term',
      'quantity',
      'date',
      'goods',
      'authority',
      'dispute',
      'quotation-truncated',
      'quotation-altered',
      'quotation-reordered',
      'heading-unsupported',
      'missing-unit',
      'evidence-gap',
      'no-denial-found',
    ]),
    severity: oneOf(['high', 'medium', 'low']),
    spans: Type.Array(Span),
    against: Type.Array(Span),
    claims: Texts,
    text: Type.String(),
  },
  { title: 'Finding', description: 'Something that does not fit together; both sides are shown.' },
);

const ClaimLink = Type.Object(
  {
    left: Type.String(),
    right: Type.String(),
    kind: oneOf([
      'same-quote',
      'same-event',
      'supports',
      'disputes',
      'contradicts',
      'updates',
      'copy-of',
      'related',
    ]),
    rule: Type.String(),
    evidence: Type.Array(Span),
  },
  { title: 'ClaimLink' },
);

const ClaimCluster = Type.Object(
  { id: Type.String(), claims: Texts, links: Type.Array(ClaimLink), origins: Texts, outlets: Texts },
  { title: 'ClaimCluster', description: 'Claims that say one thing, and how many said it first.' },
);

export const Reading = Type.Object(
  {
    articles: Type.Array(Article),
    mentions: Type.Array(Mention),
    claims: Type.Array(Claim),
    findings: Type.Array(Finding),
    clusters: Type.Array(ClaimCluster),
  },
  {
    title: 'Reading',
    description: 'Articles, whom they mention, what they claim, what does not fit together.',
  },
);

export const ArticleEntry = Type.Object(
  {
    ...articleFacts,
    claims: Type.Integer(),
    parties: Type.Integer({ description: 'Mentioned parties that stand on a list.' }),
    findings: Type.Integer(),
  },
  { title: 'ArticleEntry', description: 'A report in a list of them.' },
);

export const ClaimAnswer = Type.Object(
  { claims: Type.Array(Claim), findings: Type.Array(Finding), articles: Type.Array(ArticleFacts) },
  { title: 'Claims', description: 'Claims, what does not fit together, and the reports they stand in.' },
);
