// Finds the parties that a name could stand for without comparing it with all of them: those that share a word with it,
// whose initials it is, whose letters it has in other words, or whose long last word begins like its own and may be
// misspelt. Gives too many rather than too few; same-name.ts and body-names.ts decide.
import { isCommonGivenName } from '../../names/knowledge/index.ts';
import type { Draft } from './draft.ts';
import { initialsOf, LEAST_MISSPELT } from './same-name.ts';

/** Articles that names leave off: "Assad" for al-Assad. */
const ARTICLE = /^(?:al|el|as|ash|ad|an|ar|az|at)(?=\p{L}{3})/u;

export class DraftIndex {
  readonly #byKey = new Map<string, Set<Draft>>();
  readonly #numbers = new Map<Draft, number>();

  /** Adds a party, or the new name of one that is in here. */
  add(draft: Draft): void {
    if (!this.#numbers.has(draft)) this.#numbers.set(draft, this.#numbers.size);
    for (const key of [...keysOf(draft.tokens), `#${initialsOf(draft.tokens)}`]) {
      const drafts = this.#byKey.get(key);
      if (drafts) drafts.add(draft);
      else this.#byKey.set(key, new Set([draft]));
    }
  }

  /** In the order in which they were added. */
  near(tokens: readonly string[]): Draft[] {
    const found = new Set<Draft>();
    // In a name of several words a usual given name tells nothing, and many would share it.
    const keys = keysOf(tokens).filter((key) => tokens.length === 1 || !isCommonGivenName(key));
    if (tokens.length === 1) keys.push(`#${tokens[0]}`);
    for (const key of keys) for (const draft of this.#byKey.get(key) ?? []) found.add(draft);
    return [...found].sort((one, other) => this.#numbers.get(one)! - this.#numbers.get(other)!);
  }
}

function keysOf(tokens: readonly string[]): string[] {
  const keys = [`=${tokens.join('')}`];
  for (const token of tokens) {
    keys.push(token);
    const bare = token.replace(ARTICLE, '');
    if (bare !== token) keys.push(bare);
  }
  // A surname, or the only word of a body.
  const last = tokens.at(-1) ?? '';
  if (last.length >= LEAST_MISSPELT) keys.push(`~${last.slice(0, 1)}`);
  return keys;
}
