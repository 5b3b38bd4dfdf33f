// What the record needs of a store. One process may be writing while another one does; the store keeps them in line.
import type { Payload, RecordDraft, RecordHead, SealedEntry, SequenceRange } from './record/entry.ts';

/** An entry with its payload, if it still has one. */
export interface StoredEntry {
  readonly entry: SealedEntry;
  readonly payload?: Payload;
}

/** An entry without what was asked and answered, which may be long. */
export interface StoredLine {
  readonly entry: SealedEntry;
  /** As the payload has it; absent with the payload. */
  readonly summary?: string;
}

export interface RecordStore {
  /** The last entry that the store has acknowledged; kept apart from the entries, so that a lost tail is noticed. */
  head(): Promise<RecordHead>;
  /**
   * Appends entries in one transaction, after every other writer's. When it resolves, they are on the disk; when it
   * fails, none of them is there. It fails if there is an entry with one of the ids already.
   */
  append(drafts: readonly RecordDraft[]): Promise<void>;
  /**
   * Deletes the payloads of entries, from a number to another one, both included, and in the same transaction appends
   * the entry that says so.
   * @param draft made from what is deleted; nothing is appended if there was nothing
   * @returns how many payloads were deleted
   */
  forget(
    first: number,
    last: number,
    draft: (forgotten: readonly SequenceRange[]) => RecordDraft,
  ): Promise<number>;
  /** Entries by their number, from one number on, in order. */
  from(seq: number, limit: number): Promise<StoredEntry[]>;
  /** The latest entries, latest first, before a number if one is given. */
  latest(limit: number, before?: number): Promise<StoredLine[]>;
  get(id: string): Promise<StoredEntry | undefined>;
  /** The last number written before a moment (ISO 8601 with milliseconds, UTC); 0 if there is none. */
  lastBefore(at: string): Promise<number>;
  /** All entries of a kind, in order. */
  ofKind(kind: string): Promise<SealedEntry[]>;
  /** Numbers of payloads that belong to no entry. */
  strayPayloads(): Promise<number[]>;
}
