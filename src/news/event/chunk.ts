// What a sentence is cut into: noun groups, verb groups, prepositions, and the marks between them.

interface Chunk {
  readonly first: number;
  readonly end: number;
}

export interface NounChunk extends Chunk {
  readonly kind: 'noun';
  /** Its main word. */
  readonly head: number;
  /** End of the possessor within it ("Iran's | drones"), a token number. */
  readonly ownerEnd?: number;
}

export interface VerbChunk extends Chunk {
  readonly kind: 'verb';
  readonly main: number;
  readonly lemma: string;
  /** `participle`: without an auxiliary, "the deal pursued by". `copula`: only an auxiliary. */
  readonly form: 'finite' | 'infinitive' | 'gerund' | 'participle' | 'copula';
  readonly isPassive: boolean;
  readonly isNegated: boolean;
  readonly isPerfect: boolean;
  readonly isProgressive: boolean;
  readonly isPast: boolean;
  readonly modal?: string;
}

export interface PrepositionChunk extends Chunk {
  readonly kind: 'preposition';
  readonly text: string;
}

export interface MarkChunk extends Chunk {
  readonly kind: 'mark';
  /** `clause`: a word that opens a clause. `other`: adverbs and whatever else has no part in the structure. */
  readonly mark: 'comma' | 'stop' | 'and' | 'clause' | 'relative' | 'aside' | 'other';
  readonly text: string;
}

export type SentenceChunk = NounChunk | VerbChunk | PrepositionChunk | MarkChunk;
