// Finds the entry that a relation means where OFAC gives its name only. A name that two entries share finds neither.
import type { OfacRelation } from './entry.ts';
import type { Resolve } from './record.ts';

export class NameIndex {
  readonly #primary = new Map<string, string | undefined>();
  readonly #aliases = new Map<string, string | undefined>();

  /** Adds a name in OFAC's form; aliases count only where no primary name answers. */
  add(uid: string, listForm: string, isPrimary: boolean): void {
    const names = isPrimary ? this.#primary : this.#aliases;
    const key = nameKey(listForm);
    const other = names.get(key);
    names.set(key, names.has(key) && other !== uid ? undefined : uid);
  }

  /** The uid of the one entry of that name. */
  readonly resolve: Resolve = ({ name }: OfacRelation) => {
    if (!name) return undefined;
    const key = nameKey(name);
    for (const names of [this.#primary, this.#aliases]) if (names.has(key)) return names.get(key);
    return undefined;
  };
}

/** Case varies, and the last name of a remark may have lost its full stop to the remark's own. */
function nameKey(name: string): string {
  return name.trim().toUpperCase().replace(/\.$/u, '');
}
