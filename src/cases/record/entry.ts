// An entry of the record, in two halves. The head of it is chained: what was done, when, by whom, with which lists and
// which code, and the hash of the entry before. It names no party. What was asked and answered is the payload, kept
// apart and bound to the head by a salted hash, so that deleting it leaves the chain whole; the salt goes with it, so
// that nobody can find out what it was by trying.
import { createHash } from 'node:crypto';
import type { Decision } from '../../model/decision.ts';
import { canonicalJson } from './canonical-json.ts';

/** `forgetting` notes that the payloads of earlier entries were deleted. */
export const RECORD_KINDS = ['screening', 'reading', 'batch', 'forgetting'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** What answered: with the same stamp and the same lists, the same question has the same answer, but for a model's. */
export interface EngineStamp {
  readonly version: string;
  /** Hash of the code and tables that answer. */
  readonly code: string;
  readonly policy: string;
  readonly policyHash: string;
  /** The language model that was heard, and the SHA-256 of its instructions. */
  readonly languageModel?: { readonly model: string; readonly promptSha256: string };
}

/** A list that was asked. */
export interface RecordedList {
  readonly dataset: string;
  /** `sha256:…` of the publisher's bytes. */
  readonly version: string;
  readonly readerVersion: number;
}

/** The rows of a batch: their number, and the SHA-256 of all of them in order. */
export interface RecordedRows {
  readonly count: number;
  /** `sha256:…` */
  readonly hash: string;
}

/** First and last number of entries whose payloads were deleted, both included. */
export type SequenceRange = readonly [first: number, last: number];

/** The facts of an entry that its maker knows; the rest follows from its place in the chain. */
export interface EntryFacts {
  readonly id: string;
  readonly kind: RecordKind;
  /** ISO 8601 with milliseconds, UTC. */
  readonly at: string;
  readonly who: string;
  readonly engine: EngineStamp;
  readonly lists: readonly RecordedList[];
  readonly decision?: Decision;
  readonly rows?: RecordedRows;
  readonly forgets?: readonly SequenceRange[];
  /** Why payloads were deleted. */
  readonly reason?: string;
}

/** A chained entry as it is hashed. */
export interface RecordEntry extends EntryFacts {
  /** Form of the entry. */
  readonly form: 1;
  /** 1 for the first entry, without a gap. */
  readonly seq: number;
  /** Hash of the payload with its salt; absent where there never was one. */
  readonly payload?: string;
  /** Hash of the entry before; of the first, 64 zeros. */
  readonly previous: string;
}

/** The part of an entry that may be deleted. */
export interface Payload {
  /** Random, hex. */
  readonly salt: string;
  /** JSON of a RecordSummary's own words. */
  readonly summary: string;
  /** JSON of what was asked and answered. */
  readonly content: string;
}

/** An entry to be written. */
export interface RecordDraft {
  readonly facts: EntryFacts;
  readonly payload?: Payload;
}

/** An entry as it is stored: its canonical JSON, and the hash over it. */
export interface SealedEntry {
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly body: string;
  readonly hash: string;
}

/** The last entry. Before the first, `seq` is 0. */
export interface RecordHead {
  readonly seq: number;
  readonly hash: string;
}

/** What the first entry follows. */
export const GENESIS: RecordHead = { seq: 0, hash: '0'.repeat(64) };

/** Chains drafts onto a head, in order. */
export function chain(
  head: RecordHead,
  drafts: readonly RecordDraft[],
): { readonly entry: SealedEntry; readonly payload?: Payload }[] {
  let last = head;
  return drafts.map(({ facts, payload }) => {
    const whole: RecordEntry = {
      ...facts,
      form: 1,
      seq: last.seq + 1,
      previous: last.hash,
      ...(payload ? { payload: hashOfPayload(payload) } : {}),
    };
    const body = canonicalJson(whole);
    const entry = { seq: whole.seq, id: facts.id, at: facts.at, kind: facts.kind, body, hash: sha256(body) };
    last = entry;
    return payload ? { entry, payload } : { entry };
  });
}

/** Hex SHA-256 of a text. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The hash by which an entry holds its payload: over the salt, then the hash of each part, so that no byte can move. */
export function hashOfPayload({ salt, summary, content }: Payload): string {
  return sha256(`${salt}\n${sha256(summary)}\n${sha256(content)}`);
}
