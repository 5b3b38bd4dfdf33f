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
  readonly #exact: PhraseIndex;
  readonly #slavic: PhraseIndex;
  readonly #keyOf: (token: string) => string;

  /** @param proper tokens that have no Slavic key. @default none */
  constructor(exact: PhraseRows, slavic: PhraseRows, proper: readonly string[] = []) {
    this.#exact = new PhraseIndex(exact);
    this.#slavic = new PhraseIndex(slavic);
    const names = new Set(proper);
    this.#keyOf = (token) => (names.has(token) ? token : slavicKey(token));
  }

  /** The longest phrase beginning at `tokens[at]`; of two equally long ones the one spelt exactly so. */
  longest(tokens: readonly string[], at: number, accept: Accept = acceptAny): PhraseMatch | undefined {
    const exact = this.#exact.longest(tokens, at, asItIs, accept, 0);
    return this.#slavic.longest(tokens, at, this.#keyOf, accept, exact?.length ?? 0) ?? exact;
  }
}

function acceptAny(): boolean {
  return true;
}

function asItIs(token: string): string {
  return token;
}

class PhraseIndex {
  readonly #phrases = new Map<string, number>();
  /** How many words the longest phrase has that begins with a word; 1 where the word is not in here. */
  readonly #reach = new Map<string, number>();

  constructor(rows: PhraseRows) {
    for (const [value, row] of rows.entries()) {
      if (row === '') continue;
      for (const phrase of row.split(',')) {
        this.#phrases.set(phrase, value);
        const end = phrase.indexOf(' ');
        if (end >= 0) this.#extend(phrase.slice(0, end), phrase.split(' ').length);
      }
    }
  }

  #extend(first: string, length: number): void {
    if (length > (this.#reach.get(first) ?? 1)) this.#reach.set(first, length);
  }

  longest(
    tokens: readonly string[],
    at: number,
    keyOf: (token: string) => string,
    accept: Accept,
    longerThan: number,
  ): PhraseMatch | undefined {
    const first = tokens[at];
    if (first === undefined) return undefined;
    const key = keyOf(first);
    const reach = Math.min(this.#reach.get(key) ?? 1, tokens.length - at);
    if (reach <= longerThan) return undefined;
    const phrases = [key];
    for (let next = 1; next < reach; next += 1) {
      phrases.push(`${phrases[next - 1]} ${keyOf(tokens[at + next]!)}`);
    }
    for (let length = reach; length > longerThan; length -= 1) {
      const value = this.#phrases.get(phrases[length - 1]!);
      if (value === undefined) continue;
      const match = { length, value };
      if (accept(match)) return match;
    }
    return undefined;
  }
}
