// Parts of a list that stand apart from the party that they belong to and wait for it: rows of the files beside the
// main one, sections of the advanced XML. They are kept as JSON text, which is a string of its own. A string cut from
// the text of a file is not: in V8 it keeps the whole piece of the file alive that it was cut from, so that a few
// words of each part held all of a file of 120 MB in memory.

export class Waiting<Item> {
  readonly #items = new Map<string, string[]>();

  add(key: string, item: Item): void {
    const others = this.#items.get(key);
    const text = JSON.stringify(item);
    if (others) others.push(text);
    else this.#items.set(key, [text]);
  }

  /** All that waits under a key, in the order in which it came. */
  get(key: string): Item[] {
    return (this.#items.get(key) ?? []).map((text) => JSON.parse(text) as Item);
  }

  /** The same, and it waits no longer. */
  take(key: string): Item[] {
    const items = this.get(key);
    this.#items.delete(key);
    return items;
  }

  /** All that still waits, with its key. */
  *rest(): Generator<readonly [string, Item]> {
    for (const key of this.#items.keys()) for (const item of this.get(key)) yield [key, item];
  }
}

/** The text as a string of its own, for what outlives the element that it was read from. */
export function ownString(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
