// What the steps of reading hand to one another, from the text of one article to its claims. Each step adds its own
// part and changes none before it. Ranges are offsets into the article's immutable text, in UTF-16 code units.
import type { CueClass, MentionKind, MentionType, Quantity, TimeExpression, Zone } from '../model/reading.ts';

export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Token extends Range {
  readonly text: string;
  /** Lower-case dictionary form. */
  readonly lemma: string;
  /** Universal part of speech: NOUN, PROPN, VERB, AUX, ADJ, ADP, PUNCT … */
  readonly pos: string;
  /** Number of its sentence. */
  readonly sentence: number;
}

export interface Sentence extends Range {
  readonly zone: Zone;
  /** Number of its paragraph. */
  readonly paragraph: number;
  /** Tokens `[firstToken, endToken)` of the document. */
  readonly firstToken: number;
  readonly endToken: number;
}

/** Words between quotation marks, the marks included. An unclosed quotation runs to the end of its paragraph. */
export interface Quotation extends Range {
  readonly isUnclosed?: boolean;
  /** The quotation in the paragraph before that this one goes on from, by its number. */
  readonly continues?: number;
}

/** An article's text taken apart: the common ground of all later steps. */
export interface Document {
  readonly text: string;
  readonly zones: readonly Zone[];
  readonly paragraphs: readonly Range[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly quotations: readonly Quotation[];
}

/** Who says what, with which words: as in PolNeAR, source and cue may be absent or in several pieces. */
export interface Attribution {
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
  readonly cueClass: CueClass;
  /** Dictionary form of the cue's main word. */
  readonly cueLemma: string;
  readonly form: 'direct' | 'mixed' | 'indirect';
  /** The source goes on from a sentence before and is not named here. */
  readonly isImplicit?: boolean;
  /** Number of the attribution inside whose content this one stands. */
  readonly within?: number;
  /** Stable name of the rule that found it. */
  readonly rule: string;
}

export interface FoundMention extends Range {
  readonly kind: MentionKind;
}

/** One party of one article before it is linked to a list. */
export interface FoundParty {
  readonly type: MentionType;
  readonly caption: string;
  readonly mentions: readonly FoundMention[];
  readonly variants: readonly string[];
  readonly countries: readonly string[];
  readonly roles: readonly string[];
  readonly age?: number;
  /** Number of the larger body in the same list of parties. */
  readonly parent?: number;
  /** Stands only in boilerplate: never a party of a claim. */
  readonly isBoilerplate?: boolean;
}

/** A time or a quantity before it has its article's id. */
export type FoundTime = Omit<TimeExpression, 'span'> & Range;
export type FoundQuantity = Omit<Quantity, 'span'> & Range;
