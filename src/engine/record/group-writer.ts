// Writes entries in groups: those that come while a group is on its way to the disk wait and go together in the next.
// So many screenings at once cost few transactions, and a single one waits for nobody. Each is told only when its own
// group is on the disk.
import { setImmediate } from 'node:timers/promises';
import type { RecordDraft } from '../../cases/record/entry.ts';

/** Entries of one transaction; more would make others wait long for their turn. */
const LARGEST_GROUP = 200;

interface Waiting {
  readonly draft: RecordDraft;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export class GroupWriter {
  readonly #append: (drafts: readonly RecordDraft[]) => Promise<void>;
  readonly #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;

  constructor(append: (drafts: readonly RecordDraft[]) => Promise<void>) {
    this.#append = append;
  }

  /** Writes an entry; when it resolves, the entry is on the disk. @throws whatever the store throws for its group */
  write(draft: RecordDraft): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ draft, resolve, reject });
      this.#writing ??= this.#writeAll();
    });
  }

  /** Resolves when everything that was given so far has been written or refused. */
  async settle(): Promise<void> {
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    // Whatever else arrived in this turn of the event loop shall be in the first group.
    await setImmediate();
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, LARGEST_GROUP);
      try {
        await this.#append(group.map(({ draft }) => draft));
        for (const { resolve } of group) resolve();
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    this.#writing = undefined;
  }
}
