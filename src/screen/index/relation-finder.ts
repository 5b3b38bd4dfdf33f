// Finds every vocabulary token that a query token relates to, with likeness and reason: the same answers as
// `relateTokens` gives for each token of the vocabulary in turn, found by look-ups and one scan over the sound keys.
// Answers are remembered, since the tokens of real files repeat.
import { JOIN_FLOOR, ROLE } from '../../names/compare/align-score.ts';
import { joinLikeness } from '../../names/compare/compare-names.ts';
import { HOW, LIKENESS, type Relation, relateTokens } from '../../names/compare/relate-tokens.ts';
import type { NameToken, TokenRole } from '../../names/form/token.ts';
import { likenessOfDistance } from '../../names/sound/sound-distance.ts';
import { soundKey } from '../../names/sound/sound-key.ts';
import { type KeyTable, keyMasks, scanKeys } from './key-scan.ts';
import type { NameIndex } from './name-index.ts';
import { tokenIdentity } from './token-identity.ts';

/** The tokens that one query token relates to. */
export interface TokenRelations {
  readonly ids: Uint32Array;
  readonly likeness: Float64Array;
  readonly how: Uint8Array;
}

/** Query tokens whose relations are remembered at most; some 300 bytes each. */
const MAX_REMEMBERED = 100_000;

/** Likeness of sounds below which words written together are not taken; see joinLikeness. */
const LEAST_JOINED = JOIN_FLOOR / LIKENESS.sameSound;

const ROLE_NAMES = Object.keys(ROLE) as TokenRole[];

export class RelationFinder {
  readonly #index: NameIndex;
  readonly #idsOfText = new Map<string, number[]>();
  readonly #idsOfConcept = new Map<string, number[]>();
  readonly #idsOfStem = new Map<string, number[]>();
  readonly #idsOfFamily = new Map<number, number[]>();
  readonly #idsOfValue = new Map<number, number[]>();
  readonly #initials: number[] = [];
  readonly #texts: string[];
  readonly #joinTexts: string[];
  readonly #tokenKeys: KeyTable;
  readonly #joinKeys: KeyTable;
  #remembered = new Map<string, TokenRelations>();

  constructor(index: NameIndex) {
    this.#index = index;
    const { vocabulary, joins } = index;
    this.#texts = readTexts(vocabulary.texts, vocabulary.textAt, vocabulary.count);
    this.#joinTexts = readTexts(joins.texts, joins.textAt, joins.count);
    for (let id = 0; id < vocabulary.count; id++) {
      append(this.#idsOfText, this.#texts[id]!, id);
      if (vocabulary.concept[id]! >= 0)
        append(this.#idsOfConcept, vocabulary.conceptTexts[vocabulary.concept[id]!]!, id);
      if (vocabulary.stem[id]! >= 0) append(this.#idsOfStem, vocabulary.stemTexts[vocabulary.stem[id]!]!, id);
      if (!Number.isNaN(vocabulary.value[id]!)) append(this.#idsOfValue, vocabulary.value[id]!, id);
      if (vocabulary.role[id] === ROLE.initial) this.#initials.push(id);
      for (let at = vocabulary.familyAt[id]!; at < vocabulary.familyAt[id + 1]!; at++) {
        append(this.#idsOfFamily, vocabulary.families[at]!, id);
      }
    }
    this.#tokenKeys = { ...vocabulary, masks: keyMasks(vocabulary.keys, vocabulary.keyAt, vocabulary.order) };
    this.#joinKeys = { ...joins, masks: keyMasks(joins.keys, joins.keyAt, joins.order) };
  }

  /** The text of a vocabulary token. */
  textOf(id: number): string {
    return this.#texts[id]!;
  }

  /** The vocabulary token as the forms have it, for rules that ask about both sides. */
  tokenOf(id: number): NameToken {
    const { vocabulary } = this.#index;
    const concept = vocabulary.concept[id]!;
    const stem = vocabulary.stem[id]!;
    const value = vocabulary.value[id]!;
    return {
      text: this.#texts[id]!,
      key: vocabulary.keys.subarray(vocabulary.keyAt[id]!, vocabulary.keyAt[id + 1]!),
      role: ROLE_NAMES[vocabulary.role[id]!]!,
      weight: vocabulary.weight[id]!,
      families: [...vocabulary.families.subarray(vocabulary.familyAt[id]!, vocabulary.familyAt[id + 1]!)],
      ...(concept >= 0 ? { concept: vocabulary.conceptTexts[concept]! } : {}),
      ...(stem >= 0 ? { stem: vocabulary.stemTexts[stem]! } : {}),
      ...(Number.isNaN(value) ? {} : { value }),
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
      const found = new Collector();
      const text = first.text + second.text;
      const take = (id: number): void =>
        found.add(id, joinLikeness(first, second, this.tokenOf(id)), HOW.joined);
      for (const id of this.#idsOfText.get(text) ?? []) take(id);
      const takeOther = (id: number): void => {
        if (this.#texts[id] !== text) take(id);
      };
      scanKeys(this.#tokenKeys, soundKey(text), takeOther, LEAST_JOINED);
      return found.done();
    });
  }

  /** Neighbours in listed names that, written as one word, are the query token. */
  joinedNeighbours(token: NameToken): TokenRelations {
    return this.#remember(`n${tokenIdentity(token)}`, () => {
      const found = new Collector();
      // The same conditions as joinLikeness puts on the single token; those on the pair were put when indexing.
      if (token.role === 'initial' || token.value !== undefined || token.key.length === 0)
        return found.done();
      const takeNear = (id: number, distance: number, length: number): void => {
        const isSame = this.#joinTexts[id] === token.text;
        const near = likenessOfDistance(distance, length, token.key.length) * LIKENESS.sameSound;
        const likeness = isSame ? LIKENESS.same : near;
        if (likeness >= JOIN_FLOOR) found.add(id, likeness, HOW.joined);
      };
      scanKeys(this.#joinKeys, token.key, takeNear, LEAST_JOINED);
      return found.done();
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
      return found.done();
    }
    for (const id of this.#initials) relate(id);
    if (isSkeleton) {
      for (let id = 0; id < vocabulary.count; id++) relate(id);
      return found.done();
    }
    const stem = token.stem ?? token.text;
    for (const id of this.#idsOfStem.get(stem) ?? []) relate(id);
    for (const id of this.#idsOfText.get(stem) ?? []) relate(id);
    for (const family of token.families) for (const id of this.#idsOfFamily.get(family) ?? []) relate(id);
    scanKeys(this.#tokenKeys, token.key, (id, distance, length) => {
      if (found.has(id)) return;
      const role = vocabulary.role[id]!;
      if (role === ROLE.legal || role === ROLE.initial || !Number.isNaN(vocabulary.value[id]!)) return;
      if (distance === 0) found.add(id, LIKENESS.sameSound, HOW.sameSound);
      else
        found.add(
          id,
          likenessOfDistance(distance, token.key.length, length) * LIKENESS.sameSound,
          HOW.nearSound,
        );
    });
    return found.done();
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

  done(): TokenRelations {
    return {
      ids: Uint32Array.from(this.#at.keys()),
      likeness: Float64Array.from(this.#likeness),
      how: Uint8Array.from(this.#how),
    };
  }
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
