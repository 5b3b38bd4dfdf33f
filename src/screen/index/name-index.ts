// The layout of a name index: every name of one kind (persons, organisations, objects) as rows of typed arrays over
// one vocabulary of tokens. Everything is plain numbers, so that it can be written to a file as it is, opened at
// once and shared by threads.
import type { NameKind } from '../../names/form/token.ts';
import type { KeyTrie, KeyTries } from './key-trie.ts';

/** What a vocabulary token is, besides its text; the same numbers as ROLE of the scorer. */
export interface Vocabulary extends KeyTries {
  readonly count: number;
  /** UTF-8 texts, end to end; token t is bytes textAt[t] to textAt[t + 1]. */
  readonly texts: Uint8Array;
  readonly textAt: Uint32Array;
  readonly role: Uint8Array;
  readonly weight: Float64Array;
  /** Id of the concept (words of the trade, legal forms); -1 if none. */
  readonly concept: Int32Array;
  /** The tokens that are numerals or generations, and what each is worth. */
  readonly valued: Uint32Array;
  readonly value: Float64Array;
  /** Number of the masculine stem of a Slavic surname; -1 if the token has none. */
  readonly stem: Int32Array;
  /** Texts of concepts and of stems, by their numbers. */
  readonly conceptTexts: readonly string[];
  readonly stemTexts: readonly string[];
  /** Tokens that belong to a given-name family, and the family; once for each family of a token. */
  readonly familied: Uint32Array;
  readonly family: Int32Array;
}

/** Two neighbouring tokens of a name written as one word; a vocabulary of its own, with sound keys only. */
export interface JoinVocabulary extends KeyTrie {
  readonly count: number;
  /** The two tokens that each is made of; pairs of other tokens are other joins, be they spelt the same. */
  readonly first: Uint32Array;
  readonly second: Uint32Array;
}

export interface NameIndexParts {
  readonly kind: NameKind;
  readonly vocabulary: Vocabulary;
  readonly joins: JoinVocabulary;
  /** The consonants of the vocabulary's keys, for names written without their vowels; ids are those of tokens. */
  readonly consonants: KeyTrie;
  /** Names are numbered in order of their weight, the lightest first. */
  readonly nameCount: number;
  /** Tokens of the names, end to end: name n has tokens[tokenAt[n]] to tokens[tokenAt[n + 1]]. */
  readonly tokens: Uint32Array;
  readonly tokenAt: Uint32Array;
  readonly party: Uint32Array;
  /** Which of the party's names it is. */
  readonly nameOfParty: Uint16Array;
  /** FORM_* flags. */
  readonly flags: Uint8Array;
  /** What the tokens of a name weigh together, rounded down by less than 1 / WEIGHT_STEPS; ascending. */
  readonly totalWeight: Float32Array;
  /** Names that hold a token: postings[postingAt[t]] to postings[postingAt[t + 1]], ascending, each name once. */
  readonly postings: Uint32Array;
  readonly postingAt: Uint32Array;
  /** The same for joins: names in which the two tokens stand next to each other. */
  readonly joinPostings: Uint32Array;
  readonly joinPostingAt: Uint32Array;
  /** Hashes of acronyms in ascending order, with the name that each stands for. */
  readonly acronymHash: Uint32Array;
  readonly acronymName: Uint32Array;
}

/** A name index that can be searched: its arrays lie in the memory of the key search. */
export interface NameIndex extends NameIndexParts {
  readonly memory: WebAssembly.Memory;
}

/** Steps to a unit of `totalWeight`: so fine as a Float32 can hold for the heaviest name. */
export const WEIGHT_STEPS = 65_536;

export const FORM_LOSSY = 1;
export const FORM_NATIVE = 2;
/** The name has one significant token, so that it can be an acronym of a longer one. */
export const FORM_SINGLE = 4;
/** The list itself calls the name weak. */
export const FORM_WEAK = 8;

/** Tokens of a vocabulary at most; the number of a pair is then a whole number of 53 bits. */
const MAX_VOCABULARY = 2 ** 26;

/** A number that two tokens have together, in this order. */
export function pairNumber(first: number, second: number): number {
  return first * MAX_VOCABULARY + second;
}
