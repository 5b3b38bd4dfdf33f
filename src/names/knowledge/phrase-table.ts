// Finds the longest phrase of a table that begins at a token. Phrases stand as they are, or by Slavic key, under
// which all romanisations and cases of a Russian, Ukrainian or Belarusian phrase are one. Knows nothing of what the
// phrases mean.
import { slavicKey } from './slavic-key.ts';

/**
 * Phrases as generated: row n holds those of value n, parted by commas, the words of each by a blank. One string a row
 * loads several times faster than one key a phrase.
 */
export type PhraseRows = readonly string[];

export interface PhraseMatch {
  /** Tokens covered, 1 or more. */
  readonly length: number;
  /** What the table holds for the phrase. */
  readonly value: number;
}

/** Says whether a phrase found may stand; refused ones give way to the next shorter. */
export type Accept = (match: PhraseMatch) => boolean;

export class PhraseTable {
  readonly #exact: PhraseTree;
  readonly #slavic: PhraseTree;

  /** @param proper tokens that have no Slavic key. @default none */
  constructor(exact: PhraseRows, slavic: PhraseRows, proper: readonly string[] = []) {
    const names = new Set(proper);
    this.#exact = new PhraseTree(exact, (token) => token);
    this.#slavic = new PhraseTree(slavic, (token) => (names.has(token) ? token : slavicKey(token)));
  }

  /** What begins with the token; undefined if nothing does, as with most words of names. */
  openingOf(token: string): PhraseOpening | undefined {
    const exact = this.#exact.opening(token);
    const slavic = this.#slavic.opening(token);
    return exact || slavic ? { exact, slavic } : undefined;
  }

  /**
   * The longest phrase beginning at `tokens[at]`; of two equally long ones the one spelt exactly so.
   * @param opening that of `tokens[at]`, for callers that have it
   */
  longest(
    tokens: readonly string[],
    at: number,
    accept: Accept = acceptAny,
    opening = tokens[at] === undefined ? undefined : this.openingOf(tokens[at]),
  ): PhraseMatch | undefined {
    if (!opening) return undefined;
    const exact = this.#exact.longest(opening.exact, tokens, at, accept, 0);
    return this.#slavic.longest(opening.slavic, tokens, at, accept, exact?.length ?? 0) ?? exact;
  }
}

function acceptAny(): boolean {
  return true;
}

/** What phrases begin with one token. */
export interface PhraseOpening {
  readonly exact: Node | undefined;
  readonly slavic: Node | undefined;
}

/** What phrases may go on with after some words, and the value of the phrase that ends there. */
interface Node {
  value: number | undefined;
  next: Map<string, Node> | undefined;
}

class PhraseTree {
  readonly #root: Node = { value: undefined, next: undefined };
  readonly #keyOf: (token: string) => string;

  constructor(rows: PhraseRows, keyOf: (token: string) => string) {
    this.#keyOf = keyOf;
    for (const [value, row] of rows.entries()) {
      if (row === '') continue;
      for (const phrase of row.split(',')) {
        let node = this.#root;
        for (const word of phrase.split(' ')) node = nodeBehind(node, word);
        node.value = value;
      }
    }
  }

  opening(token: string): Node | undefined {
    return this.#root.next?.get(this.#keyOf(token));
  }

  /** @param opening that of `tokens[at]` */
  longest(
    opening: Node | undefined,
    tokens: readonly string[],
    at: number,
    accept: Accept,
    longerThan: number,
  ): PhraseMatch | undefined {
    return opening && this.#longestBehind(opening, 1, tokens, at, accept, longerThan);
  }

  /** @param length words that lead to the node */
  #longestBehind(
    node: Node,
    length: number,
    tokens: readonly string[],
    at: number,
    accept: Accept,
    longerThan: number,
  ): PhraseMatch | undefined {
    const token = tokens[at + length];
    const next = node.next && token !== undefined ? node.next.get(this.#keyOf(token)) : undefined;
    const longer = next && this.#longestBehind(next, length + 1, tokens, at, accept, longerThan);
    if (longer || node.value === undefined || length <= longerThan) return longer;
    const match = { length, value: node.value };
    return accept(match) ? match : undefined;
  }
}

/** The node behind another for a word; made where there is none. */
function nodeBehind(node: Node, word: string): Node {
  node.next ??= new Map();
  let next = node.next.get(word);
  if (!next) {
    next = { value: undefined, next: undefined };
    node.next.set(word, next);
  }
  return next;
}
