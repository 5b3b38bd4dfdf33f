// Finds every vocabulary token that a query token relates to, with likeness and reason: the same answers as
// `relateTokens` gives for each token of the vocabulary in turn, found by look-ups and one walk over the sound keys.
// Answers are remembered, since the tokens of real files repeat.
import { JOIN_FLOOR, ROLE } from '../../names/compare/align-score.ts';
import { joinLikeness, joinWords } from '../../names/compare/join-likeness.ts';
import { slipLikeness } from '../../names/compare/letter-slip.ts';
import {
  consonantKey,
  consonantLikeness,
  consonantTolerance,
  HOW,
  LEAST_CONSONANTS,
  LIKENESS,
  type Relation,
  relateTokens,
} from '../../names/compare/relate-tokens.ts';
import type { NameToken, TokenRole } from '../../names/form/token.ts';
import { distanceOfLikeness, likenessOfDistance, pairTolerance } from '../../names/sound/sound-distance.ts';
import { MAX_KEY_LENGTH } from '../../names/sound/sound-key.ts';
import { type KeySearch, keySearchOf } from './key-search.ts';
import { LetterSearch } from './letter-search.ts';
import type { NameIndex } from './name-index.ts';
import { tokenIdentity } from './token-identity.ts';

/** The tokens that one query token relates to, the likeliest first. */
export interface TokenRelations {
  readonly ids: Uint32Array;
  readonly likeness: Float64Array;
  readonly how: Uint8Array;
  /** Share of its weight that a token is credited with for that likeness, and the most of these. */
  readonly credit: Float64Array;
  readonly mostCredit: number;
  /** Weight of a listed name that agrees by each: what the token weighs, times its credit; and the most of these. */
  readonly ofName: Float64Array;
  readonly mostOfName: number;
  /** Names that hold any of the tokens, counted once for each token. */
  readonly names: number;
}

/** A token that nothing relates to. */
export const NO_RELATIONS: TokenRelations = {
  ids: new Uint32Array(),
  likeness: new Float64Array(),
  how: new Uint8Array(),
  credit: new Float64Array(),
  mostCredit: 0,
  ofName: new Float64Array(),
  mostOfName: 0,
  names: 0,
};

/** Query tokens whose relations are remembered at most; some 300 bytes each. */
const MAX_REMEMBERED = 100_000;

/** Likeness of sounds below which words written together are not taken; see joinLikeness. */
const LEAST_JOINED = JOIN_FLOOR / LIKENESS.sameSound;

const TOKEN_LIMITS = limitTable(0);
const JOIN_LIMITS = limitTable(LEAST_JOINED);
const CONSONANT_LIMITS = tableOfLengths((own, length) => consonantTolerance(Math.min(own, length)));

const ROLE_NAMES = Object.keys(ROLE) as TokenRole[];

export class RelationFinder {
  readonly #index: NameIndex;
  readonly #creditExponent: number;
  readonly #idsOfText = new Map<string, number[]>();
  readonly #idsOfConcept = new Map<string, number[]>();
  readonly #idsOfStem = new Map<string, number[]>();
  readonly #idsOfFamily = new Map<number, number[]>();
  readonly #idsOfValue = new Map<number, number[]>();
  readonly #valueOf = new Map<number, number>();
  readonly #familiesOf = new Map<number, number[]>();
  readonly #initials: number[] = [];
  readonly #texts: string[];
  readonly #tokens: (NameToken | undefined)[] = [];
  readonly #keySearch: KeySearch;
  /** Made when it is first asked, so that opening an index does not wait for it. */
  #letterSearch: LetterSearch | undefined;
  readonly #weightOf = (id: number): number => this.#index.vocabulary.weight[id]!;
  #remembered = new Map<string, TokenRelations>();

  constructor(index: NameIndex, creditExponent: number) {
    this.#index = index;
    this.#creditExponent = creditExponent;
    const { vocabulary } = index;
    this.#texts = readTexts(vocabulary.texts, vocabulary.textAt, vocabulary.count);
    for (let id = 0; id < vocabulary.count; id++) {
      append(this.#idsOfText, this.#texts[id]!, id);
      if (vocabulary.concept[id]! >= 0)
        append(this.#idsOfConcept, vocabulary.conceptTexts[vocabulary.concept[id]!]!, id);
      if (vocabulary.stem[id]! >= 0) append(this.#idsOfStem, vocabulary.stemTexts[vocabulary.stem[id]!]!, id);
      if (vocabulary.role[id] === ROLE.initial) this.#initials.push(id);
    }
    vocabulary.valued.forEach((id, at) => {
      append(this.#idsOfValue, vocabulary.value[at]!, id);
      this.#valueOf.set(id, vocabulary.value[at]!);
    });
    vocabulary.familied.forEach((id, at) => {
      append(this.#idsOfFamily, vocabulary.family[at]!, id);
      append(this.#familiesOf, id, vocabulary.family[at]!);
    });
    this.#keySearch = keySearchOf(index.memory);
  }

  /** The text of a vocabulary token. */
  textOf(id: number): string {
    return this.#texts[id]!;
  }

  /** The vocabulary token as the forms have it, for rules that ask about both sides. */
  tokenOf(id: number): NameToken {
    let token = this.#tokens[id];
    if (!token) {
      token = this.#readToken(id);
      this.#tokens[id] = token;
    }
    return token;
  }

  #readToken(id: number): NameToken {
    const { vocabulary } = this.#index;
    const concept = vocabulary.concept[id]!;
    const stem = vocabulary.stem[id]!;
    const value = this.#valueOf.get(id);
    return {
      text: this.#texts[id]!,
      key: vocabulary.keys.subarray(vocabulary.keyAt[id]!, vocabulary.keyAt[id + 1]!),
      role: ROLE_NAMES[vocabulary.role[id]!]!,
      weight: vocabulary.weight[id]!,
      families: this.#familiesOf.get(id) ?? [],
      ...(concept >= 0 ? { concept: vocabulary.conceptTexts[concept]! } : {}),
      ...(stem >= 0 ? { stem: vocabulary.stemTexts[stem]! } : {}),
      ...(value === undefined ? {} : { value }),
    };
  }

  /** The vocabulary tokens of that text; there are several if it has several roles. */
  idsOfText(text: string): readonly number[] {
    return this.#idsOfText.get(text) ?? [];
  }

  /** How a query token relates to one vocabulary token, asked directly. */
  relate(token: NameToken, id: number, isSkeleton: boolean): Relation {
    return relateTokens(token, this.tokenOf(id), isSkeleton);
  }

  /** Everything that a query token relates to; for a query initial only what does not follow from its letter. */
  relationsOf(token: NameToken, isSkeleton: boolean): TokenRelations {
    return this.#remember(`${isSkeleton ? 's' : 't'}${tokenIdentity(token)}`, () =>
      this.#findRelations(token, isSkeleton),
    );
  }

  /** Vocabulary tokens that two neighbours of the query, written as one word, are. */
  joinRelations(first: NameToken, second: NameToken): TokenRelations {
    return this.#remember(`j${first.text}+${second.text}`, () => {
      const word = joinWords(first, second);
      if (!word) return NO_RELATIONS;
      const found = new Collector();
      const take = (id: number): void => found.add(id, joinLikeness(word, this.tokenOf(id)), HOW.joined);
      for (const id of this.#idsOfText.get(word.text) ?? []) take(id);
      const takeOther = (id: number): void => {
        if (this.#texts[id] !== word.text) take(id);
      };
      this.#keySearch.search(this.#index.vocabulary, word.key, JOIN_LIMITS[word.key.length]!, takeOther);
      return found.done(this.#creditExponent, this.#weightOf, this.#index.postingAt);
    });
  }

  /** Neighbours in listed names that, written as one word, are the query token. */
  joinedNeighbours(token: NameToken): TokenRelations {
    return this.#remember(`n${tokenIdentity(token)}`, () => {
      const { vocabulary, joins, joinPostingAt } = this.#index;
      const { first, second } = joins;
      const weightOf = (id: number): number =>
        vocabulary.weight[first[id]!]! + vocabulary.weight[second[id]!]!;
      const found = new Collector();
      // The same conditions as joinLikeness puts on the single token; those on the pair were put when indexing.
      if (token.role === 'initial' || token.value !== undefined || token.key.length === 0)
        return found.done(this.#creditExponent, weightOf, joinPostingAt);
      const takeNear = (id: number, distance: number, length: number): void => {
        const isSame = this.#texts[first[id]!]! + this.#texts[second[id]!]! === token.text;
        const near = likenessOfDistance(distance, length, token.key.length) * LIKENESS.sameSound;
        const likeness = isSame ? LIKENESS.same : near;
        if (likeness >= JOIN_FLOOR) found.add(id, likeness, HOW.joined);
      };
      this.#keySearch.search(joins, token.key, JOIN_LIMITS[token.key.length]!, takeNear);
      return found.done(this.#creditExponent, weightOf, joinPostingAt);
    });
  }

  #remember(key: string, find: () => TokenRelations): TokenRelations {
    let relations = this.#remembered.get(key);
    if (!relations) {
      relations = find();
      // Plain and bounded: when full, everything is forgotten; a working set comes back within some hundred queries.
      if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered = new Map();
      this.#remembered.set(key, relations);
    }
    return relations;
  }

  #findRelations(token: NameToken, isSkeleton: boolean): TokenRelations {
    const { vocabulary } = this.#index;
    const found = new Collector();
    const relate = (id: number): void => {
      const { likeness, how } = relateTokens(token, this.tokenOf(id), isSkeleton);
      found.add(id, likeness, how);
    };
    for (const id of this.#idsOfText.get(token.text) ?? []) relate(id);
    for (const id of (token.concept === undefined ? undefined : this.#idsOfConcept.get(token.concept)) ?? [])
      relate(id);
    if (token.value !== undefined) for (const id of this.#idsOfValue.get(token.value) ?? []) relate(id);
    if (
      token.value !== undefined ||
      token.role === 'legal' ||
      token.key.length === 0 ||
      token.role === 'initial'
    ) {
      return found.done(this.#creditExponent, this.#weightOf, this.#index.postingAt);
    }
    for (const id of this.#initials) relate(id);
    if (isSkeleton) {
      this.#addConsonants(token, found);
      return found.done(this.#creditExponent, this.#weightOf, this.#index.postingAt);
    }
    const stem = token.stem ?? token.text;
    for (const id of this.#idsOfStem.get(stem) ?? []) relate(id);
    for (const id of this.#idsOfText.get(stem) ?? []) relate(id);
    for (const family of token.families) for (const id of this.#idsOfFamily.get(family) ?? []) relate(id);
    const slips = this.#slipsOf(token);
    this.#keySearch.search(vocabulary, token.key, TOKEN_LIMITS[token.key.length]!, (id, distance, length) => {
      if (found.has(id) || !this.#isCompared(id)) return;
      const near = likenessOfDistance(distance, token.key.length, length) * LIKENESS.sameSound;
      const slip = slips.get(id) ?? 0;
      if (distance === 0) found.add(id, LIKENESS.sameSound, HOW.sameSound);
      else if (slip > near) found.add(id, slip, HOW.slip);
      else found.add(id, near, HOW.nearSound);
    });
    for (const [id, slip] of slips) if (this.#isCompared(id)) found.add(id, slip, HOW.slip);
    return found.done(this.#creditExponent, this.#weightOf, this.#index.postingAt);
  }

  /** Likeness of the vocabulary tokens that are a slip of the hand away. */
  #slipsOf(token: NameToken): ReadonlyMap<number, number> {
    const slips = new Map<number, number>();
    const { role } = this.#index.vocabulary;
    this.#letterSearch ??= new LetterSearch(this.#texts);
    this.#letterSearch.search(token.text, (id) => {
      const likeness = slipLikeness(token, { text: this.#texts[id]!, role: ROLE_NAMES[role[id]!]! });
      if (likeness > 0) slips.set(id, likeness);
    });
    return slips;
  }

  #addConsonants(token: NameToken, found: Collector): void {
    const own = consonantKey(token.key);
    if (own.length < LEAST_CONSONANTS) return;
    this.#keySearch.search(
      this.#index.consonants,
      own,
      CONSONANT_LIMITS[own.length]!,
      (id, distance, length) => {
        if (length < LEAST_CONSONANTS || found.has(id) || !this.#isCompared(id)) return;
        found.add(id, consonantLikeness(distance, own.length, length), HOW.consonants);
      },
    );
  }

  /** True for tokens that are compared by their sounds: numerals, initials and legal forms are not. */
  #isCompared(id: number): boolean {
    const { role } = this.#index.vocabulary;
    return role[id] !== ROLE.legal && role[id] !== ROLE.initial && !this.#valueOf.has(id);
  }
}

/** Gathers relations, each token once. */
class Collector {
  readonly #at = new Map<number, number>();
  readonly #likeness: number[] = [];
  readonly #how: number[] = [];

  has(id: number): boolean {
    return this.#at.has(id);
  }

  add(id: number, likeness: number, how: number): void {
    if (likeness <= 0 || this.#at.has(id)) return;
    this.#at.set(id, this.#likeness.length);
    this.#likeness.push(likeness);
    this.#how.push(how);
  }

  /**
   * @param creditExponent see NameScoreParameters
   * @param weightOf       what each token weighs
   * @param postingAt      where the names of each token begin
   */
  done(creditExponent: number, weightOf: (id: number) => number, postingAt: Uint32Array): TokenRelations {
    if (this.#at.size === 0) return NO_RELATIONS;
    const likeness = this.#likeness;
    const byLikeness = [...this.#at].sort(([, one], [, other]) => likeness[other]! - likeness[one]!);
    const ids = Uint32Array.from(byLikeness, ([id]) => id);
    const credit = Float64Array.from(byLikeness, ([, at]) => likeness[at]! ** creditExponent);
    const ofName = credit.map((share, at) => share * weightOf(ids[at]!));
    return {
      ids,
      likeness: Float64Array.from(byLikeness, ([, at]) => likeness[at]!),
      how: Uint8Array.from(byLikeness, ([, at]) => this.#how[at]!),
      credit,
      mostCredit: credit[0]!,
      ofName,
      mostOfName: ofName.reduce((most, one) => Math.max(most, one)),
      names: ids.reduce((sum, id) => sum + postingAt[id + 1]! - postingAt[id]!, 0),
    };
  }
}

/**
 * For each length of a query's key the largest distance for keys of each length: within the tolerance, and not less
 * alike than asked. One unit is added to the latter, so that rounding never cuts off what is exactly that alike.
 */
function limitTable(likeness: number): readonly Uint8Array[] {
  return tableOfLengths((own, length) =>
    Math.min(pairTolerance(own, length), distanceOfLikeness(likeness, own, length) + 1),
  );
}

/** A limit for each length of a query's key and each length of another key. */
function tableOfLengths(limitOf: (own: number, length: number) => number): readonly Uint8Array[] {
  return Array.from({ length: MAX_KEY_LENGTH + 1 }, (_, own) =>
    Uint8Array.from({ length: MAX_KEY_LENGTH + 1 }, (__, length) => limitOf(own, length)),
  );
}

function append<Key>(map: Map<Key, number[]>, key: Key, id: number): void {
  const ids = map.get(key);
  if (ids) ids.push(id);
  else map.set(key, [id]);
}

/** The texts that were packed end to end. */
export function readTexts(texts: Uint8Array, textAt: Uint32Array, count: number): string[] {
  const decoder = new TextDecoder();
  return Array.from({ length: count }, (_, id) => decoder.decode(texts.slice(textAt[id]!, textAt[id + 1]!)));
}
