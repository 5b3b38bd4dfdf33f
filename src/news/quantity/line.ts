// One sentence as the readers of quantities see it.
import type { Token } from '../document.ts';

export interface Line {
  /** The sentence. */
  readonly text: string;
  /** Where it begins in the article. */
  readonly offset: number;
  readonly tokens: readonly Token[];
  /** The whole article. */
  readonly article: string;
}

/** Number of the first token that begins at an offset of the article or after it; -1 if none does. */
export function tokenFrom({ tokens }: Line, offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low < tokens.length ? low : -1;
}
