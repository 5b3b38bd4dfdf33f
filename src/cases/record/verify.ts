// Goes through the whole record and says everything that is not as it was written: a changed byte, an entry that is
// gone, moved or swapped, a lost tail, a payload that is gone without an entry that says so. Reads while others write.
import type { RecordStore, StoredEntry } from '../record-ports.ts';
import { GENESIS, hashOfPayload, type RecordEntry, type RecordHead, sha256 } from './entry.ts';

export interface RecordProblem {
  readonly seq: number;
  readonly id?: string;
  /** In words. */
  readonly problem: string;
}

export interface Verification {
  readonly ok: boolean;
  /** Entries that were looked at. */
  readonly entries: number;
  /** Payloads that an entry says were deleted. */
  readonly forgotten: number;
  readonly head: RecordHead;
  /** The first thousand, in the order of the entries. */
  readonly problems: readonly RecordProblem[];
  readonly problemCount: number;
}

export interface VerifyOptions {
  /** A head that was noted elsewhere: the record must still hold that very entry. */
  readonly anchor?: RecordHead;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Entries read at once. */
const PAGE = 500;
/** A record that is broken throughout has a problem in each entry; more than this many tell nothing new. */
const MOST_PROBLEMS = 1000;

/** Verifies the record. */
export async function verifyRecord(store: RecordStore, options: VerifyOptions = {}): Promise<Verification> {
  const walk = new Walk(options.anchor);
  const forgottenBefore = await forgottenNumbers(store);
  let head = await store.head();
  for (;;) {
    const page = await store.from(walk.last.seq + 1, PAGE);
    for (const stored of page) walk.visit(stored, forgottenBefore);
    options.onProgress?.(walk.entries, Math.max(head.seq, walk.entries));
    if (page.length > 0) continue;
    // Others may have appended since; the record has ended only when its head says so too, or has nothing to add.
    head = await store.head();
    if (head.seq <= walk.last.seq || (await store.from(walk.last.seq + 1, 1)).length === 0) break;
  }
  walk.compareHead(head);
  // What was deleted while this went on has its entry by now.
  const forgotten = await forgottenNumbers(store);
  walk.settleMissing(forgotten);
  for (const seq of await store.strayPayloads()) walk.note(seq, 'There is content that belongs to no entry.');
  const { problems } = walk;
  return {
    ok: problems.length === 0,
    entries: walk.entries,
    forgotten: walk.forgotten,
    head: { seq: walk.last.seq, hash: walk.last.hash },
    problems: problems.toSorted((one, other) => one.seq - other.seq).slice(0, MOST_PROBLEMS),
    problemCount: problems.length,
  };
}

/** Tells whether the payload of an entry was deleted. */
type IsForgotten = (seq: number) => boolean;

async function forgottenNumbers(store: RecordStore): Promise<IsForgotten> {
  const ranges = (await store.ofKind('forgetting')).flatMap(({ body }) => readBody(body)?.forgets ?? []);
  return (seq) => ranges.some(([first, last]) => first <= seq && seq <= last);
}

function readBody(body: string): RecordEntry | undefined {
  try {
    return JSON.parse(body) as RecordEntry;
  } catch {
    return undefined; // the walk reports it by its hash
  }
}

/** What is not as it was written in one entry, as far as it can be seen without the others. */
export function problemsOf({ entry, payload }: StoredEntry): string[] {
  const body = readBody(entry.body);
  const isUnchanged = sha256(entry.body) === entry.hash;
  if (!body) return ['The entry cannot be read.'];
  const isInPlace =
    body.seq === entry.seq && body.id === entry.id && body.at === entry.at && body.kind === entry.kind;
  return [
    ...(isUnchanged ? [] : ['The entry does not agree with its hash: it was changed.']),
    ...(isInPlace ? [] : ['The entry stands in the place of another, or its row was changed.']),
    ...(payload && body.payload === undefined ? ['The entry has content that it does not know of.'] : []),
    ...(payload && body.payload !== undefined && hashOfPayload(payload) !== body.payload
      ? ['What was asked and answered does not agree with its hash: it was changed.']
      : []),
  ];
}

/** Where the verification has come to. */
class Walk {
  readonly problems: RecordProblem[] = [];
  readonly #anchor: RecordHead | undefined;
  readonly #missing: { readonly seq: number; readonly id: string }[] = [];
  last: RecordHead = GENESIS;
  entries = 0;
  forgotten = 0;
  #isAnchorSeen = false;

  constructor(anchor: RecordHead | undefined) {
    this.#anchor = anchor;
  }

  note(seq: number, problem: string, id?: string): void {
    this.problems.push({ seq, problem, ...(id === undefined ? {} : { id }) });
  }

  visit({ entry, payload }: StoredEntry, isForgotten: IsForgotten): void {
    const { seq, id } = entry;
    const expected = this.last.seq + 1;
    if (seq > expected) {
      const which = seq - 1 === expected ? `Entry ${expected} is` : `Entries ${expected} to ${seq - 1} are`;
      this.note(expected, `${which} missing.`);
    }
    const body = readBody(entry.body);
    for (const problem of problemsOf({ entry, ...(payload ? { payload } : {}) })) this.note(seq, problem, id);
    if (body && body.previous !== this.last.hash && seq === expected && sha256(entry.body) === entry.hash)
      this.note(seq, 'The entry does not follow on the one before it.', id);
    if (!payload && body?.payload !== undefined) this.#missing.push({ seq, id });
    if (payload && isForgotten(seq))
      this.note(seq, 'The content was deleted by policy, but it is there.', id);
    if (this.#anchor?.seq === seq) this.#meetAnchor(entry);
    this.last = { seq, hash: entry.hash };
    this.entries += 1;
  }

  #meetAnchor(entry: RecordHead): void {
    this.#isAnchorSeen = true;
    if (this.#anchor?.hash !== entry.hash)
      this.note(
        entry.seq,
        'The entry is not the one that was noted as the head: the record was written anew.',
      );
  }

  compareHead(head: RecordHead): void {
    if (head.seq > this.last.seq) {
      this.note(head.seq, `The record ends with entry ${this.last.seq}, but it had reached ${head.seq}.`);
    } else if (head.seq < this.last.seq) {
      this.note(this.last.seq, `The record goes on behind its head, which is entry ${head.seq}.`);
    } else if (head.hash !== this.last.hash) {
      this.note(head.seq, 'The head of the record is not its last entry.');
    }
    if (this.#anchor && this.#anchor.seq > 0 && !this.#isAnchorSeen)
      this.note(
        this.#anchor.seq,
        `The record ends before entry ${this.#anchor.seq}, which was noted as its head.`,
      );
  }

  settleMissing(isForgotten: IsForgotten): void {
    for (const { seq, id } of this.#missing) {
      if (isForgotten(seq)) this.forgotten += 1;
      else this.note(seq, 'What was asked and answered is gone, and no entry says that it was deleted.', id);
    }
  }
}
