// What was found out about a text, kept for the next time: the words of names repeat. Plain and bounded: when it is
// full, everything is forgotten, and a working set comes back soon. It only saves time: what is found must follow
// from the text alone, so that an answer never depends on what was asked before.

/** Longer texts are no words of names, and are worked out anew each time; those of the official lists have up to 30. */
const LONGEST_KEPT = 64;

export class Memo<Value> {
  readonly #find: (text: string) => Value;
  readonly #most: number;
  readonly #kept = new Map<string, Value>();

  /**
   * @param find works out the value of a text; pure
   * @param most texts kept at most
   */
  constructor(find: (text: string) => Value, most: number) {
    this.#find = find;
    this.#most = most;
  }

  /** Texts kept now. */
  get size(): number {
    return this.#kept.size;
  }

  get(text: string): Value {
    const known = this.#kept.get(text);
    if (known !== undefined) return known;
    if (text.length > LONGEST_KEPT) return this.#find(text);
    const own = unshared(text);
    const value = this.#find(own);
    if (this.#kept.size >= this.#most) this.#kept.clear();
    this.#kept.set(own, value);
    return value;
  }
}

/** The text in memory of its own: a slice would keep the whole text alive that it was cut from, which may be large. */
function unshared(text: string): string {
  return ` ${text}`.slice(1);
}
