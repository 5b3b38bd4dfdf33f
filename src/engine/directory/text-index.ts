// A plain text search over listed parties: every word of their values, with where it stands. This finds what a person
// types into a search box; it does not screen (no spelling variants, no score that means a probability).
import { fold } from '../../names/script/index.ts';
import { groupOrder } from '../../screen/index/group-order.ts';
import type { PartyTable } from '../../screen/index/screen-index.ts';
import type { ListedParty } from '../../screen/listed-party.ts';

/** A word in a name says more than the same word in a remark. */
const NAME_WEIGHT = 3;
const NAME_PROPERTIES: ReadonlySet<string> = new Set(['name', 'alias', 'weakAlias', 'previousName']);
/** Parties that are taken in before other work gets its turn. */
const PARTIES_AT_ONCE = 200;
/** Words that one prefix (`mkrt*`) may stand for; more would be the whole dictionary. */
const MAX_EXPANSIONS = 2_000;

export interface TextHit {
  /** Number of the party in its table. */
  readonly party: number;
  readonly score: number;
}

/** A search, taken apart: all of `must`, none of `not`; what is in one group are alternatives. */
export interface TextQuery {
  readonly must: readonly (readonly Term[])[];
  readonly not: readonly Term[];
}

export interface Term {
  readonly words: readonly string[];
  /** The last word may go on: `mkrt*`. */
  readonly isPrefix: boolean;
}

/** The words, and for each the parties that have it. Flat, since they stay for as long as the lists do. */
interface Postings {
  readonly numberOf: ReadonlyMap<string, number>;
  /** Word w is in parties[at[w]] to parties[at[w + 1]], with the weights in the same places. */
  readonly at: Uint32Array;
  readonly parties: Uint32Array;
  readonly weights: Float64Array;
}

export class TextIndex {
  readonly #postings: Postings;
  readonly #parties: PartyTable;
  #vocabulary: readonly string[] | undefined;

  private constructor(postings: Postings, parties: PartyTable) {
    this.#postings = postings;
    this.#parties = parties;
  }

  /** Takes in all parties; gives way to other work now and then. */
  static async build(parties: PartyTable, giveWay: () => Promise<void>): Promise<TextIndex> {
    const numberOf = new Map<string, number>();
    const words: number[] = [];
    const bearers: number[] = [];
    const weights: number[] = [];
    let number = 0;
    for (const party of parties.all()) {
      for (const [word, weight] of weightsOf(party)) {
        const known = numberOf.get(word) ?? numberOf.size;
        if (known === numberOf.size) numberOf.set(word, known);
        words.push(known);
        bearers.push(number);
        weights.push(weight);
      }
      number += 1;
      if (number % PARTIES_AT_ONCE === 0) await giveWay();
    }
    const { at, order } = groupOrder(words, numberOf.size);
    const postings = {
      numberOf,
      at,
      parties: order.map((index) => bearers[index]!),
      weights: Float64Array.from(order, (index) => weights[index]!),
    };
    return new TextIndex(postings, parties);
  }

  /** All parties that the query means, best first; equals in the order of the table. */
  search(query: TextQuery): TextHit[] {
    let found: Map<number, number> | undefined;
    for (const alternatives of query.must) {
      const own = new Map<number, number>();
      for (const term of alternatives) {
        for (const [party, score] of this.#search(term)) own.set(party, Math.max(own.get(party) ?? 0, score));
      }
      found = found ? intersect(found, own) : own;
    }
    const scores = found ?? new Map(Array.from({ length: this.#parties.count }, (_, party) => [party, 1]));
    for (const term of query.not) for (const party of this.#search(term).keys()) scores.delete(party);
    return [...scores]
      .map(([party, score]) => ({ party, score }))
      .sort((left, right) => right.score - left.score || left.party - right.party);
  }

  #search(term: Term): Map<number, number> {
    const { numberOf, at, parties, weights } = this.#postings;
    let found: Map<number, number> | undefined;
    term.words.forEach((word, place) => {
      const isOpen = term.isPrefix && place === term.words.length - 1;
      const own = new Map<number, number>();
      for (const known of isOpen ? this.#startingWith(word) : [word]) {
        const number = numberOf.get(known);
        if (number === undefined) continue;
        const [from, end] = [at[number]!, at[number + 1]!];
        const rarity = Math.log(1 + this.#parties.count / (end - from));
        for (let one = from; one < end; one++) {
          const party = parties[one]!;
          own.set(party, Math.max(own.get(party) ?? 0, rarity * weights[one]!));
        }
      }
      found = found ? intersect(found, own) : own;
    });
    const matches = found ?? new Map<number, number>();
    if (term.words.length < 2) return matches;
    const phrase = term.words.join(' ');
    for (const party of matches.keys())
      if (!this.#hasPhrase(party, phrase, term.isPrefix)) matches.delete(party);
    return matches;
  }

  #hasPhrase(number: number, phrase: string, isPrefix: boolean): boolean {
    const { id, referents, properties } = this.#parties.partyOf(number);
    const end = isPrefix ? '' : ' ';
    return [id, ...referents, ...Object.values(properties).flat()].some((value) =>
      ` ${wordsOf(value).join(' ')}${end}`.includes(` ${phrase}${end}`),
    );
  }

  *#startingWith(prefix: string): Generator<string> {
    this.#vocabulary ??= [...this.#postings.numberOf.keys()].sort();
    const words = this.#vocabulary;
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (words[middle]! < prefix) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < low + MAX_EXPANSIONS && words[at]?.startsWith(prefix); at++) yield words[at]!;
  }
}

/** The words of a text as the search sees them. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

function weightsOf(party: ListedParty): Map<string, number> {
  const weights = new Map<string, number>();
  const add = (word: string, weight: number): void => {
    if ((weights.get(word) ?? 0) < weight) weights.set(word, weight);
  };
  for (const [property, values] of Object.entries(party.properties)) {
    const weight = NAME_PROPERTIES.has(property) ? NAME_WEIGHT : 1;
    for (const value of values) for (const word of wordsOf(value)) add(word, weight);
  }
  for (const id of [party.id, ...party.referents]) for (const word of wordsOf(id)) add(word, 1);
  // Among parties with the same words the shorter name is the better answer.
  const breadth = 1 / Math.log2(2 + wordsOf(party.caption).length);
  for (const [word, weight] of weights) weights.set(word, weight + breadth);
  return weights;
}

function intersect(
  one: ReadonlyMap<number, number>,
  other: ReadonlyMap<number, number>,
): Map<number, number> {
  const both = new Map<number, number>();
  for (const [party, score] of other) {
    const known = one.get(party);
    if (known !== undefined) both.set(party, known + score);
  }
  return both;
}
