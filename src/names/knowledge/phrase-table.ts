// Finds the longest phrase of a table that begins at a token. Phrases stand as they are, or by Slavic key, under
// which all romanisations and cases of a Russian, Ukrainian or Belarusian phrase are one. Knows nothing of what the
// phrases mean.
import { slavicKey } from './slavic-key.ts';

/** Phrases as generated: the words of each joined by a blank. */
export type PhraseRows = Readonly<Record<string, number>>;

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

  constructor(exact: PhraseRows, slavic: PhraseRows) {
    this.#exact = new PhraseIndex(exact);
    this.#slavic = new PhraseIndex(slavic);
  }

  /** The longest phrase beginning at `tokens[at]`; of two equally long ones the one spelt exactly so. */
  longest(tokens: readonly string[], at: number, accept: Accept = acceptAny): PhraseMatch | undefined {
    const exact = this.#exact.longest(tokens, at, asItIs, accept, 0);
    return this.#slavic.longest(tokens, at, slavicKey, accept, exact?.length ?? 0) ?? exact;
  }
}

function acceptAny(): boolean {
  return true;
}

function asItIs(token: string): string {
  return token;
}

class PhraseIndex {
  readonly #phrases: ReadonlyMap<string, number>;
  /** The longest phrase that begins with a word, in words. */
  readonly #reach = new Map<string, number>();

  constructor(rows: PhraseRows) {
    this.#phrases = new Map(Object.entries(rows));
    for (const phrase of this.#phrases.keys()) {
      const words = phrase.split(' ');
      this.#reach.set(words[0]!, Math.max(this.#reach.get(words[0]!) ?? 0, words.length));
    }
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
    const reach = Math.min(this.#reach.get(key) ?? 0, tokens.length - at);
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
