// The Reading contract: what reading reports answers, as JSON: articles, the parties they mention, the claims they
// make, what does not fit together, and which claims are one. Stable; it only grows.
// Nothing in it is a fact because a report says so: a claim has a speaker and a status.

/** A stretch of an article's text, in UTF-16 code units; `text.slice(start, end) === surface` always. */
export interface Span {
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
}

export type ZoneKind =
  | 'headline'
  | 'deck'
  | 'subhead'
  | 'contents'
  | 'caption'
  | 'dateline'
  | 'body'
  | 'boilerplate';

export interface Zone {
  readonly kind: ZoneKind;
  readonly start: number;
  readonly end: number;
  /** Says the same as the zone that starts there (a caption printed twice, a contents list): counts once. */
  readonly repeats?: number;
}

/** `full`: claims are read. `parties-only`: this language is not read for claims; listed parties are still found. */
export type LanguageSupport = 'full' | 'parties-only';

export interface Article {
  /** `art-` and the first 16 hex digits of the hash. */
  readonly id: string;
  /** Hex SHA-256 of the bytes that came in. */
  readonly sha256: string;
  readonly mediaType: string;
  readonly url?: string;
  readonly title?: string;
  readonly byline?: string;
  /** As exact as the source tells: `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a moment. */
  readonly published?: string;
  readonly publisher?: string;
  /** Who passed it on to the publisher, where the source says so. */
  readonly relay?: string;
  /** When the bytes came in, ISO 8601, UTC. */
  readonly retrieved: string;
  /** ISO 639-1, `und` if it cannot be told. */
  readonly language: string;
  readonly support: LanguageSupport;
  readonly text: string;
  readonly zones: readonly Zone[];
}

export type MentionType = 'person' | 'organisation' | 'vessel' | 'place' | 'outlet' | 'group';
/** How a mention names its party; only `name`, `metonym` and `acronym` name it by themselves. */
export type MentionKind = 'name' | 'metonym' | 'acronym' | 'demonym' | 'nominal' | 'pronoun';

export interface MentionSpan extends Span {
  readonly kind: MentionKind;
  /** This spelling differs from the one that the article uses most. */
  readonly isVariant?: boolean;
}

/** How a mentioned party was found on a list, or that it was not. */
export interface MentionParty {
  /** Id of the listed party. */
  readonly id: string;
  readonly caption: string;
  readonly score: number;
  readonly datasets: readonly string[];
  /** What of the article itself spoke for or against it: age, nationality, role. */
  readonly evidence: readonly string[];
  /** Authority and day of each listing, so that a reported designation can be held against the list. */
  readonly listings?: readonly {
    readonly dataset: string;
    readonly authority: string;
    readonly listedOn?: string;
  }[];
}

/** One party that an article mentions, with all the places where it does. */
export interface Mention {
  readonly id: string;
  readonly article: string;
  readonly type: MentionType;
  /** The name as the article writes it most often, in full. */
  readonly caption: string;
  readonly spans: readonly MentionSpan[];
  readonly variants: readonly string[];
  /** Country codes that the article ties to it. */
  readonly countries?: readonly string[];
  readonly roles?: readonly string[];
  /** Years of age on the day of the article, as it says. */
  readonly age?: number;
  /** The larger body that it belongs to, as a mention id (OFAC -> US Treasury). */
  readonly parent?: string;
  readonly party?: MentionParty;
}

export const CUE_CLASSES = [
  'say',
  'accuse',
  'allege',
  'report',
  'deny',
  'admit',
  'maintain',
  'plan',
  'order',
  'believe',
] as const;
export type CueClass = (typeof CUE_CLASSES)[number] | 'none';

export type SourceKind =
  | 'government'
  | 'court'
  | 'company'
  | 'person'
  | 'media'
  | 'document'
  | 'anonymous-official'
  | 'anonymous'
  | 'outlet';

export interface ClaimSource {
  readonly kind: SourceKind;
  readonly spans: readonly Span[];
  /** Mention id of the speaker. */
  readonly mention?: string;
  /** The sentence does not name it; it goes on from the one before. */
  readonly isImplicit?: boolean;
}

/** A step on the way from whoever said it first to the reader. */
export interface ChainStep {
  readonly role: 'origin' | 'relay' | 'publisher';
  readonly name: string;
  readonly mention?: string;
  readonly span?: Span;
}

export const EVENT_TYPES = [
  'SANCTION_DESIGNATION',
  'DELISTING',
  'ASSET_FREEZE',
  'SEIZURE',
  'ARREST_DETENTION',
  'CHARGE',
  'CONVICTION',
  'ACQUITTAL_DISMISSAL',
  'EXTRADITION',
  'PENALTY_SETTLEMENT',
  'EXPORT_CONTROL_LISTING',
  'LICENCE_DENIAL',
  'INVESTIGATION_OPENED',
  'RAID',
  'ARMS_TRANSFER',
  'ARMS_BROKERING',
  'ARMS_PRODUCTION',
  'DUAL_USE_DIVERSION',
  'ILLEGAL_EXPORT',
  'PROCUREMENT_NETWORK',
  'SANCTIONS_EVASION',
  'FRONT_COMPANY',
  'SHIP_TO_SHIP',
  'FLAG_AIS_MANIPULATION',
  'PRICE_CAP_BREACH',
  'MONEY_LAUNDERING',
  'FRAUD',
  'BRIBERY_CORRUPTION',
  'TAX_CRIME',
  'TERRORIST_FINANCING',
  'PROLIFERATION_FINANCING',
  'CYBER_THEFT',
  'TRAFFICKING',
  'EMBEZZLEMENT',
  'MARKET_ABUSE',
  'OWNERSHIP',
  'DIRECTORSHIP',
  'AGENT_OF',
  'FAMILY',
  'CUSTOMER_SUPPLIER',
  'MILITARY_LOSS',
  'OTHER_CONTEXT',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export type EventPhase =
  | 'planned'
  | 'sought'
  | 'offered'
  | 'proposed'
  | 'negotiated'
  | 'attempted'
  | 'agreed'
  | 'delivered'
  | 'used'
  | 'blocked'
  | 'failed';

export type EventRole =
  | 'authority'
  | 'target'
  | 'supplier'
  | 'recipient'
  | 'broker'
  | 'actor'
  | 'victim'
  | 'owner'
  | 'owned'
  | 'destination';

export interface RoleFiller {
  readonly span: Span;
  readonly mention?: string;
}

/** `op` as the text has it: "over 9,000" is `>`, "nearly" is `~`; `unit` is missing where the text has none. */
export interface Quantity {
  readonly span: Span;
  readonly op: '=' | '>' | '>=' | '<' | '<=' | '~';
  readonly value: number;
  /** Upper end of a range. */
  readonly to?: number;
  readonly unit?: string;
  readonly of?: string;
}

/** A time in the text as an interval of days, both ends included; an open end is absent. */
export interface TimeExpression {
  readonly span: Span;
  readonly from?: string;
  readonly to?: string;
  readonly certainty: 'exact' | 'resolved' | 'vague';
  /** What it was resolved against: the dateline, the publication, another event. */
  readonly anchor?: string;
}

export interface ClaimEvent {
  readonly type: EventType;
  readonly phase?: EventPhase;
  readonly roles: Readonly<Partial<Record<EventRole, readonly RoleFiller[]>>>;
  readonly goods: readonly Span[];
  /** What goes the other way in a barter. */
  readonly counterGoods: readonly Span[];
  readonly quantities: readonly Quantity[];
  readonly dates: readonly TimeExpression[];
  readonly place?: Span;
}

/** What the outlet lets the statement be. `official-act` needs an authority and its act in a sentence of the body. */
export type Modality = 'asserted' | 'alleged' | 'denied' | 'planned' | 'official-act';
export type Certainty = 'hedged' | 'likely' | 'conditional' | 'speculative' | 'unconfirmed';

/** The two axes of the Admiralty code, judged apart: the source, and the information. */
export interface Grade {
  readonly source: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  readonly information: 1 | 2 | 3 | 4 | 5 | 6;
  readonly why: readonly string[];
}

export interface ClaimProvenance {
  /** Hex SHA-256 of the article's bytes. */
  readonly article: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly published?: string;
  readonly retrieved: string;
  readonly extractor: string;
  readonly rule: string;
  readonly llm?: { readonly model: string; readonly promptSha256: string };
}

export interface ClaimReview {
  readonly state: 'auto' | 'confirmed' | 'rejected' | 'edited';
  readonly by?: string;
  readonly at?: string;
  readonly note?: string;
}

export interface Claim {
  readonly id: string;
  readonly article: string;
  readonly zone: ZoneKind;
  readonly content: readonly Span[];
  readonly form: 'direct' | 'mixed' | 'indirect' | 'outlet-voice';
  readonly cue?: { readonly spans: readonly Span[]; readonly class: CueClass };
  readonly source?: ClaimSource;
  readonly chain: readonly ChainStep[];
  readonly event: ClaimEvent;
  readonly modality: Modality;
  readonly polarity: 1 | -1;
  readonly certainty?: Certainty;
  /** The claim that this one speaks about, and how. */
  readonly about?: { readonly claim: string; readonly how: 'disputes' | 'supports' | 'evidence-gap' };
  /** The quotation that this claim is one part of. */
  readonly partOf?: string;
  /** The same said before in this article (contents list, caption, deck). */
  readonly repeats?: string;
  /** FATF's designated categories of offences, and `proliferation`, `sanctions-evasion`. */
  readonly fatf: readonly string[];
  readonly grade: Grade;
  readonly provenance: ClaimProvenance;
  readonly review: ClaimReview;
}

export type FindingKind =
  | 'act-type'
  | 'unsupported-official-act'
  | 'name-variant'
  | 'relation'
  | 'modality-drift'
  | 'legal-term'
  | 'quantity'
  | 'date'
  | 'goods'
  | 'authority'
  | 'dispute'
  | 'quotation-truncated'
  | 'quotation-altered'
  | 'quotation-reordered'
  | 'heading-unsupported'
  | 'missing-unit'
  | 'evidence-gap'
  | 'no-denial-found';

/** Something that does not fit together, inside an article or between articles; both sides are always shown. */
export interface Finding {
  readonly id: string;
  readonly kind: FindingKind;
  /** `high` touches legal status, identity or party; `medium` amount, date or modality; `low` spelling. */
  readonly severity: 'high' | 'medium' | 'low';
  readonly spans: readonly Span[];
  /** What stands against it. */
  readonly against: readonly Span[];
  readonly claims: readonly string[];
  readonly text: string;
}

export interface ClaimLink {
  readonly left: string;
  readonly right: string;
  readonly kind:
    | 'same-quote'
    | 'same-event'
    | 'supports'
    | 'disputes'
    | 'contradicts'
    | 'updates'
    | 'copy-of'
    | 'related';
  readonly rule: string;
  readonly evidence: readonly Span[];
}

/** Claims that say one thing. `origins` are counted, not outlets: two outlets with one briefing are one origin. */
export interface ClaimCluster {
  readonly id: string;
  readonly claims: readonly string[];
  readonly links: readonly ClaimLink[];
  readonly origins: readonly string[];
  readonly outlets: readonly string[];
}

export interface Reading {
  readonly articles: readonly Article[];
  readonly mentions: readonly Mention[];
  readonly claims: readonly Claim[];
  readonly findings: readonly Finding[];
  readonly clusters: readonly ClaimCluster[];
}
