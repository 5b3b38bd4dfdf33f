// The careful reader's annotation of the two reports as readings, so that what follows the reading of single articles
// can be measured by itself. What the annotation says about findings and matches is not used here.
import { readFileSync } from 'node:fs';
import type {
  Article,
  Claim,
  ClaimEvent,
  ClaimSource,
  CueClass,
  EventRole,
  EventType,
  Mention,
  Modality,
  Quantity,
  Span,
  ZoneKind,
} from '../../src/model/reading.ts';
import type { ArticleReading } from '../../src/news/across/article-reading.ts';
import { SHARED } from './shared-folder.ts';

interface GoldSpan {
  readonly start: number;
  readonly end: number;
  readonly text?: string;
  readonly surface?: string;
  readonly article?: string;
}

interface GoldClaim {
  readonly id: string;
  readonly zone: string;
  readonly source:
    | (GoldSpan & { entity?: string; sourceType?: ClaimSource['kind']; implicit?: boolean })
    | null;
  readonly cue: (GoldSpan & { class: string | null }) | null;
  readonly content: readonly GoldSpan[];
  readonly form: string;
  readonly eventType: EventType;
  readonly phase?: string;
  readonly modality: Modality;
  readonly polarity: 'positive' | 'negative';
  readonly certainty?: Claim['certainty'];
  readonly roles: Readonly<Record<string, string | readonly string[]>>;
  readonly goods?: { readonly weapons?: readonly string[]; readonly counterGoods?: readonly string[] };
  readonly quantities?: readonly string[];
  readonly partOf?: string;
  readonly dupOf?: string;
}

interface GoldEntity {
  readonly type: string;
  readonly canonical: string | null;
  readonly code?: string;
  readonly country?: string;
  readonly parent?: string;
  readonly boilerplate?: boolean;
  readonly attrs?: { readonly country?: string; readonly nationality?: readonly string[] };
}

interface GoldArticle {
  readonly id: string;
  readonly file: string;
  readonly sha256: string;
  readonly zones: readonly (GoldSpan & { zone: string })[];
  readonly mentions: readonly (GoldSpan & { entity: string; kind: string; typo?: boolean })[];
  readonly datesAndQuantities: readonly (GoldSpan & {
    type: string;
    norm: { op?: string; value?: number; magnitude?: number; unit?: string; of?: string } | null;
  })[];
  readonly claims: readonly GoldClaim[];
}

export interface GoldFinding {
  readonly id: string;
  readonly scope: 'within' | 'cross';
  readonly kind: string;
  readonly severity: string;
  readonly spans: readonly GoldSpan[];
  readonly against?: readonly GoldSpan[];
  readonly resolution: string;
}

export interface GoldMatch {
  readonly id: string;
  readonly relation: 'same-quote' | 'same-event' | 'related-not-same' | 'conflict';
  readonly a: readonly string[];
  readonly b: readonly string[];
}

export interface Gold {
  readonly entities: Readonly<Record<string, GoldEntity>>;
  readonly articles: readonly GoldArticle[];
  readonly inconsistencies: readonly GoldFinding[];
  readonly crossMatches: readonly GoldMatch[];
  readonly officialActs: readonly { readonly id: string; readonly evidence: readonly string[] }[];
}

export const SEED_FOLDER = `${SHARED}eval/articles/`;

export function readGold(): Gold {
  return JSON.parse(readFileSync(`${SEED_FOLDER}seed-gold.json`, 'utf8')) as Gold;
}

/** The text of an article as the annotation's offsets count it. */
export function seedText(article: Pick<GoldArticle, 'file'>): string {
  return readFileSync(`${SEED_FOLDER}${article.file}`, 'utf8');
}

/** The annotation as readings; ids of articles and claims are those of the annotation. */
export function seedReadings(gold: Gold): ArticleReading[] {
  return gold.articles.map((article) => {
    const text = seedText(article);
    const mentions = mentionsOf(article, gold);
    const claims = article.claims.map((claim) => claimOf(claim, article, mentions, text));
    return { article: articleOf(article, text), mentions, claims, findings: [] };
  });
}

const ZONES: Readonly<Record<string, ZoneKind>> = { summary: 'deck', toc: 'contents' };

function zoneKind(zone: string): ZoneKind {
  return ZONES[zone] ?? (zone as ZoneKind);
}

function articleOf({ id, sha256, zones }: GoldArticle, text: string): Article {
  return {
    id,
    sha256,
    mediaType: 'text/plain',
    title: text.slice(0, text.indexOf('\n')),
    published: '2023-03-31',
    retrieved: '2026-11-22T00:00:00Z',
    language: 'en',
    support: 'full',
    text,
    zones: zones.map(({ zone, start, end }) => ({ kind: zoneKind(zone), start, end })),
  };
}

const TYPES: Readonly<Record<string, Mention['type']>> = {
  PERSON: 'person',
  ORG: 'organisation',
  GROUP: 'group',
  GPE: 'place',
  LOC: 'place',
};

function mentionsOf(article: GoldArticle, { entities }: Gold): Mention[] {
  const byEntity = Map.groupBy(article.mentions, (mention) => mention.entity);
  return [...byEntity].map(([id, found]) => {
    const entity = entities[id] as GoldEntity;
    const country = entity.code ?? entity.country ?? entity.attrs?.country ?? entity.attrs?.nationality?.[0];
    return {
      id: `${article.id} ${id}`,
      article: article.id,
      type: TYPES[entity.type] ?? 'group',
      caption: entity.canonical ?? id,
      spans: found.map(({ start, end, surface, kind, typo }) => ({
        article: article.id,
        start,
        end,
        surface: surface as string,
        kind: kind as Mention['spans'][number]['kind'],
        ...(typo ? { isVariant: true } : {}),
      })),
      variants: found.filter((mention) => mention.typo).map((mention) => mention.surface as string),
      ...(country === undefined ? {} : { countries: [country] }),
      ...(entity.parent === undefined ? {} : { parent: `${article.id} ${entity.parent}` }),
    };
  });
}

const CUES: Readonly<Record<string, CueClass>> = { neutral: 'say', claim: 'allege', announce: 'say' };
const FORMS: Readonly<Record<string, Claim['form']>> = {
  'direct-quote': 'direct',
  'mixed-quote': 'mixed',
};

function claimOf(claim: GoldClaim, article: GoldArticle, mentions: readonly Mention[], text: string): Claim {
  const span = ({ start, end }: GoldSpan): Span => ({
    article: article.id,
    start,
    end,
    surface: text.slice(start, end),
  });
  const { source, cue } = claim;
  const isSpoken = source !== null;
  const content = claim.content.map(span);
  return {
    id: claim.id,
    article: article.id,
    zone: zoneKind(claim.zone),
    content,
    form: FORMS[claim.form] ?? (isSpoken ? 'indirect' : 'outlet-voice'),
    ...(cue
      ? { cue: { spans: [span(cue)], class: CUES[cue.class ?? ''] ?? ((cue.class ?? 'say') as CueClass) } }
      : {}),
    ...(source
      ? {
          source: {
            kind: source.sourceType ?? 'person',
            spans: source.start === undefined ? [] : [span(source)],
            ...(mentions.some((one) => one.id === `${article.id} ${source.entity}`)
              ? { mention: `${article.id} ${source.entity}` }
              : {}),
          },
        }
      : {}),
    chain: [],
    event: eventOf(claim, article, mentions, content, text),
    // The annotation has the status that the words claim; reading holds back what only a heading or a noun claims.
    modality: isPresupposed(claim) ? 'asserted' : claim.modality,
    polarity: claim.polarity === 'positive' ? 1 : -1,
    ...(claim.certainty === undefined ? {} : { certainty: claim.certainty }),
    ...aboutOf(claim),
    ...(claim.partOf === undefined ? {} : { partOf: claim.partOf }),
    ...(claim.dupOf === undefined ? {} : { repeats: claim.dupOf }),
    fatf: [],
    grade: { source: 'F', information: 6, why: [] },
    provenance: {
      article: article.sha256,
      retrieved: '2026-11-22T00:00:00Z',
      extractor: 'annotation',
      rule: 'annotation',
    },
    review: { state: 'auto' },
  };
}

function isPresupposed({ zone, content, modality }: GoldClaim): boolean {
  const isNoun = (content[0]?.text ?? '').split(' ').length < 4;
  return modality === 'official-act' && (zone === 'headline' || isNoun);
}

function aboutOf({ roles, polarity }: GoldClaim): Pick<Claim, 'about'> {
  if (typeof roles.disputes === 'string') return { about: { claim: roles.disputes, how: 'disputes' } };
  if (typeof roles.about === 'string' && polarity === 'negative')
    return { about: { claim: roles.about, how: 'evidence-gap' } };
  return {};
}

const ROLES: Readonly<Record<string, EventRole>> = {
  payer: 'recipient',
  recipientOfCounterGoods: 'supplier',
  counterparty: 'recipient',
};
const KNOWN_ROLES: ReadonlySet<string> = new Set([
  'authority',
  'target',
  'supplier',
  'recipient',
  'broker',
  'actor',
  'victim',
  'owner',
  'owned',
  'destination',
]);

function eventOf(
  claim: GoldClaim,
  article: GoldArticle,
  mentions: readonly Mention[],
  content: readonly Span[],
  text: string,
): ClaimEvent {
  const roles: Partial<Record<EventRole, { span: Span; mention?: string }[]>> = {};
  for (const [name, value] of Object.entries(claim.roles)) {
    const role = ROLES[name] ?? name;
    if (!KNOWN_ROLES.has(role)) continue;
    for (const entity of typeof value === 'string' ? [value] : value) {
      const mention = mentions.find((one) => one.id === `${article.id} ${entity}`);
      const fillers = roles[role as EventRole] ?? [];
      fillers.push({ span: content[0] as Span, ...(mention ? { mention: mention.id } : {}) });
      roles[role as EventRole] = fillers;
    }
  }
  return {
    type: claim.eventType,
    ...(claim.phase === undefined || ['effect', 'unspecified'].includes(claim.phase)
      ? {}
      : { phase: claim.phase as NonNullable<ClaimEvent['phase']> }),
    roles,
    goods: wordsWithin(claim.goods?.weapons, content, text, article.id),
    counterGoods: wordsWithin(claim.goods?.counterGoods, content, text, article.id),
    quantities: quantitiesOf(claim, article, content),
    dates: [],
  };
}

/** The first place of each text within the content. */
function wordsWithin(
  words: readonly string[] | undefined,
  content: readonly Span[],
  text: string,
  article: string,
): Span[] {
  return (words ?? []).flatMap((word) => {
    for (const span of content) {
      const at = span.surface.toLowerCase().indexOf(word.toLowerCase());
      if (at < 0) continue;
      const start = span.start + at;
      return [{ article, start, end: start + word.length, surface: text.slice(start, start + word.length) }];
    }
    return [];
  });
}

function quantitiesOf(
  { quantities = [] }: GoldClaim,
  article: GoldArticle,
  content: readonly Span[],
): Quantity[] {
  return article.datesAndQuantities.flatMap(({ type, start, end, surface, norm }) => {
    const isWithin = content.some((span) => span.start <= start && end <= span.end);
    const value = norm?.value ?? norm?.magnitude;
    if (type !== 'QUANTITY' || !isWithin || typeof value !== 'number' || !quantities.includes(surface ?? ''))
      return [];
    return [
      {
        span: { article: article.id, start, end, surface: surface as string },
        op: norm?.op === '>' || norm?.op === 'vague' ? ('>' as const) : ('=' as const),
        value,
        ...(norm?.unit ? { unit: norm.unit } : {}),
        ...(norm?.of ? { of: norm.of } : {}),
      },
    ];
  });
}
