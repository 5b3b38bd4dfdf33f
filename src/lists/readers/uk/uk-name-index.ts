// Which record of a list has a name, for relations that the list gives by name only. A name that two records share
// finds neither: a link to the wrong party is worse than one to a party of its own.

/** Without case, quotation marks and punctuation; a bracket at the end ("(DCB)") does not count. */
function keyOf(name: string): string {
  return name
    .replace(/\s*\([^()]*\)\s*$/u, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export class UkNameIndex {
  readonly #records = new Map<string, string | undefined>();

  add(name: string, recordId: string): void {
    const key = keyOf(name);
    if (!key) return;
    const isShared = this.#records.has(key) && this.#records.get(key) !== recordId;
    this.#records.set(key, isShared ? undefined : recordId);
  }

  /** The one record of that name; undefined if there is none or more than one. */
  find(name: string): string | undefined {
    return this.#records.get(keyOf(name));
  }
}
