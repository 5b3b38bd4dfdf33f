// Writes to the record in a thread of its own, for an engine that is asked by many: a commit waits for the disk, and
// whoever is answered from memory must not wait with it. For the embedded database only; another one waits elsewhere
// anyway.
import type { RecordDraft } from '../../cases/record/entry.ts';
import { workerModule } from '../../model/worker-module.ts';
import { AskedThread } from '../pool/asked-thread.ts';

export class RecordWriter {
  readonly #thread: AskedThread<readonly RecordDraft[], void>;

  /** @param home whose store is open, and stays so until this is closed */
  constructor(home: string) {
    this.#thread = new AskedThread(workerModule(import.meta.url, 'record-writer-worker'), home);
  }

  /** Appends entries in one transaction; when it resolves, they are on the disk. @throws as RecordStore.append */
  append(drafts: readonly RecordDraft[]): Promise<void> {
    return this.#thread.ask(drafts);
  }

  /** Ends the thread; nothing may be under way any more. */
  async close(): Promise<void> {
    await this.#thread.close();
  }
}
