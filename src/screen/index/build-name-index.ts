// Builds a name index from the forms of names. Memory is bounded by the index itself; the work is linear in tokens.
import { ROLE } from '../../names/compare/align-score.ts';
import { acronymsOf, significantTokens } from '../../names/compare/compare-names.ts';
import { canJoin, canJoinAfter } from '../../names/compare/join-likeness.ts';
import { consonantKey } from '../../names/compare/relate-tokens.ts';
import type { NameForm, NameKind, NameToken } from '../../names/form/token.ts';
import { soundKey } from '../../names/sound/sound-key.ts';
import { buildKeyTrie, buildKeyTries, type KeyTrie } from './key-trie.ts';
import {
  FORM_LOSSY,
  FORM_NATIVE,
  FORM_SINGLE,
  FORM_WEAK,
  type JoinVocabulary,
  type NameIndexParts,
  type Vocabulary,
  WEIGHT_STEPS,
} from './name-index.ts';
import { textHash } from './text-hash.ts';
import { vocabularyKind } from './token-identity.ts';

/** Names of one kind at most; with their weight before it, a number of one still is a whole number of 53 bits. */
const MAX_NAMES = 2 ** 31;

/** Stands for the join of two tokens that cannot be one word. */
const NO_JOIN = 0xffffffff;

/** Collects names of one kind, then builds their index. */
export class NameIndexBuilder {
  readonly kind: NameKind;
  /** Vocabulary ids: by role, and by concept where a token has one, of each text. */
  readonly #tokenIds = new Map<string, Map<string, number>>();
  readonly #vocabulary: NameToken[] = [];
  /** Ids of joins, by their second token, for each first token. */
  readonly #joinIds: Map<number, number>[] = [];
  /** The tokens that the joins are made of. */
  readonly #joinFirst: number[] = [];
  readonly #joinSecond: number[] = [];
  readonly #concepts = new Map<string, number>();
  readonly #stems = new Map<string, number>();
  readonly #tokens: number[] = [];
  /** The join that begins at each of the tokens. */
  readonly #joinOf: number[] = [];
  readonly #tokenAt: number[] = [0];
  readonly #party: number[] = [];
  readonly #nameOfParty: number[] = [];
  readonly #flags: number[] = [];
  /** What each name weighs, in whole steps. */
  readonly #weightSteps: number[] = [];
  readonly #acronyms: { hash: number; name: number }[] = [];

  constructor(kind: NameKind) {
    this.kind = kind;
  }

  /** Names added so far. */
  get count(): number {
    return this.#party.length;
  }

  /**
   * Adds one form of a name.
   * @param party       number of the party
   * @param nameOfParty which of the party's names the form is of
   * @param isWeak      true if the list itself calls the name weak
   */
  add(form: NameForm, party: number, nameOfParty: number, isWeak: boolean): void {
    const name = this.#party.length;
    let total = 0;
    let last: { readonly token: NameToken; readonly id: number } | undefined;
    for (const token of form.tokens) {
      const id = this.#idOf(token);
      if (last) this.#joinOf.push(this.#joinIdOf(last.token, last.id, token, id));
      this.#tokens.push(id);
      total += token.weight;
      last = { token, id };
    }
    if (last) this.#joinOf.push(NO_JOIN);
    const significant = significantTokens(form);
    this.#tokenAt.push(this.#tokens.length);
    this.#party.push(party);
    this.#nameOfParty.push(nameOfParty);
    this.#weightSteps.push(Math.floor(total * WEIGHT_STEPS));
    this.#flags.push(
      (form.isLossy ? FORM_LOSSY : 0) |
        (form.kind === 'native' ? FORM_NATIVE : 0) |
        (isWeak ? FORM_WEAK : 0) |
        (significant.length === 1 ? FORM_SINGLE : 0),
    );
    if (this.kind === 'organisation' && significant.length >= 3) {
      for (const letters of acronymsOf(form)) {
        this.#acronyms.push({ hash: textHash(letters), name });
      }
    }
  }

  build(): NameIndexParts {
    const order = this.#lightestFirst();
    const tokenAt = new Uint32Array(order.length + 1);
    order.forEach((name, at) => {
      tokenAt[at + 1] = tokenAt[at]! + this.#tokenAt[name + 1]! - this.#tokenAt[name]!;
    });
    const tokens = this.#tokensInOrder(this.#tokens, order);
    const joinOf = this.#tokensInOrder(this.#joinOf, order);
    const [postings, postingAt] = invert(tokens, tokenAt, this.#vocabulary.length);
    const [joinPostings, joinPostingAt] = invert(joinOf, tokenAt, this.#joinFirst.length);
    const places = new Uint32Array(order.length);
    order.forEach((name, at) => {
      places[name] = at;
    });
    const acronyms = this.#acronyms
      .map(({ hash, name }) => ({ hash, name: places[name]! }))
      .sort((left, right) => left.hash - right.hash || left.name - right.name);
    return {
      kind: this.kind,
      vocabulary: this.#buildVocabulary(),
      joins: this.#buildJoins(),
      consonants: this.#buildConsonants(),
      nameCount: this.#party.length,
      tokens,
      tokenAt,
      party: order.map((name) => this.#party[name]!),
      nameOfParty: Uint16Array.from(order, (name) => this.#nameOfParty[name]!),
      flags: Uint8Array.from(order, (name) => this.#flags[name]!),
      totalWeight: Float32Array.from(order, (name) => this.#weightSteps[name]! / WEIGHT_STEPS),
      postings,
      postingAt,
      joinPostings,
      joinPostingAt,
      acronymHash: Uint32Array.from(acronyms, ({ hash }) => hash),
      acronymName: Uint32Array.from(acronyms, ({ name }) => name),
    };
  }

  /** The names by their weight; equals in the order in which they were added. */
  #lightestFirst(): Uint32Array {
    // Weight and number in one number, which a sort of plain numbers puts in order several times as fast.
    const keys = Float64Array.from(this.#weightSteps, (steps, name) => steps * MAX_NAMES + name).sort();
    return Uint32Array.from(keys, (key) => key % MAX_NAMES);
  }

  #tokensInOrder(ids: readonly number[], order: Uint32Array): Uint32Array {
    const ordered = new Uint32Array(ids.length);
    let next = 0;
    for (const name of order)
      for (let at = this.#tokenAt[name]!; at < this.#tokenAt[name + 1]!; at++) ordered[next++] = ids[at]!;
    return ordered;
  }

  #idOf(token: NameToken): number {
    const ids = entryOf(this.#tokenIds, vocabularyKind(token));
    let id = ids.get(token.text);
    if (id === undefined) {
      id = this.#vocabulary.length;
      ids.set(token.text, id);
      this.#vocabulary.push(token);
      this.#joinIds.push(new Map());
    }
    return id;
  }

  #joinIdOf(first: NameToken, firstId: number, second: NameToken, secondId: number): number {
    if (!canJoin(first) || !canJoinAfter(second)) return NO_JOIN;
    const ids = this.#joinIds[firstId]!;
    let id = ids.get(secondId);
    if (id === undefined) {
      id = this.#joinFirst.length;
      ids.set(secondId, id);
      this.#joinFirst.push(firstId);
      this.#joinSecond.push(secondId);
    }
    return id;
  }

  #buildVocabulary(): Vocabulary {
    const tokens = this.#vocabulary;
    const [texts, textAt] = packTexts(tokens.map((token) => token.text));
    const [keys, keyAt] = packKeys(tokens.map((token) => token.key));
    const valued = tokens.flatMap((token, id) => (token.value === undefined ? [] : [id]));
    const families = tokens.flatMap((token, id) => token.families.map((family) => ({ id, family })));
    const concept = Int32Array.from(tokens, (token) => numberOf(this.#concepts, token.concept));
    const stem = Int32Array.from(tokens, (token) => numberOf(this.#stems, token.stem));
    return {
      count: tokens.length,
      texts,
      textAt,
      ...buildKeyTries(keys, keyAt),
      role: Uint8Array.from(tokens, (token) => ROLE[token.role]),
      weight: Float64Array.from(tokens, (token) => token.weight),
      concept,
      stem,
      conceptTexts: [...this.#concepts.keys()],
      stemTexts: [...this.#stems.keys()],
      valued: Uint32Array.from(valued),
      value: Float64Array.from(valued, (id) => tokens[id]!.value!),
      familied: Uint32Array.from(families, ({ id }) => id),
      family: Int32Array.from(families, ({ family }) => family),
    };
  }

  #buildJoins(): JoinVocabulary {
    const vocabulary = this.#vocabulary;
    const [keys, keyAt] = packKeys(
      this.#joinFirst.map((first, id) =>
        soundKey(vocabulary[first]!.text + vocabulary[this.#joinSecond[id]!]!.text),
      ),
    );
    return {
      count: this.#joinFirst.length,
      first: Uint32Array.from(this.#joinFirst),
      second: Uint32Array.from(this.#joinSecond),
      ...buildKeyTrie(keys, keyAt),
    };
  }

  #buildConsonants(): KeyTrie {
    const [keys, keyAt] = packKeys(this.#vocabulary.map((token) => consonantKey(token.key)));
    return buildKeyTrie(keys, keyAt);
  }
}

function entryOf(map: Map<string, Map<string, number>>, key: string): Map<string, number> {
  let entry = map.get(key);
  if (!entry) {
    entry = new Map();
    map.set(key, entry);
  }
  return entry;
}

function numberOf(numbers: Map<string, number>, text: string | undefined): number {
  if (text === undefined) return -1;
  const known = numbers.get(text);
  if (known !== undefined) return known;
  numbers.set(text, numbers.size);
  return numbers.size - 1;
}

function packTexts(texts: readonly string[]): [Uint8Array, Uint32Array] {
  const encoder = new TextEncoder();
  const at = new Uint32Array(texts.length + 1);
  const encoded = texts.map((text) => encoder.encode(text));
  encoded.forEach((bytes, index) => {
    at[index + 1] = at[index]! + bytes.length;
  });
  const packed = new Uint8Array(at[texts.length]!);
  encoded.forEach((bytes, index) => packed.set(bytes, at[index]!));
  return [packed, at];
}

function packKeys(keys: readonly Uint8Array[]): [Uint8Array, Uint32Array] {
  const at = new Uint32Array(keys.length + 1);
  keys.forEach((key, index) => {
    at[index + 1] = at[index]! + key.length;
  });
  const packed = new Uint8Array(at[keys.length]!);
  keys.forEach((key, index) => packed.set(key, at[index]!));
  return [packed, at];
}

/** From the ids of each name to the names of each id; a name with an id twice is listed once. */
function invert(ids: Uint32Array, nameAt: Uint32Array, count: number): [Uint32Array, Uint32Array] {
  const at = new Uint32Array(count + 1);
  const last = new Int32Array(count).fill(-1);
  const visit = (take: (id: number, name: number) => void): void => {
    last.fill(-1);
    for (let name = 0; name + 1 < nameAt.length; name++) {
      for (let position = nameAt[name]!; position < nameAt[name + 1]!; position++) {
        const id = ids[position]!;
        if (id === NO_JOIN || last[id] === name) continue;
        last[id] = name;
        take(id, name);
      }
    }
  };
  visit((id) => {
    at[id + 1]!++;
  });
  for (let id = 0; id < count; id++) at[id + 1]! += at[id]!;
  const names = new Uint32Array(at[count]!);
  const next = at.slice();
  visit((id, name) => {
    names[next[id]!++] = name;
  });
  return [names, at];
}
