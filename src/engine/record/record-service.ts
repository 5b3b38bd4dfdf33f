// The record of one home: writes what was answered before it is answered, shows it, verifies it, repeats it, reports
// it, and deletes what policy says must go.
import type {
  BatchContent,
  ContentOfKind,
  ReadingContent,
  ScreeningContent,
} from '../../cases/record/content.ts';
import { type Difference, differencesBetween } from '../../cases/record/differences.ts';
import type {
  EngineStamp,
  EntryFacts,
  RecordEntry,
  RecordedList,
  RecordedRows,
  RecordHead,
  RecordKind,
  SealedEntry,
} from '../../cases/record/entry.ts';
import {
  problemsOf,
  type Verification,
  type VerifyOptions,
  verifyRecord,
} from '../../cases/record/verify.ts';
import type { RecordStore, StoredEntry, StoredLine } from '../../cases/record-ports.ts';
import { parseDay } from '../../model/dates.ts';
import type { Decision } from '../../model/decision.ts';
import { InterdictError } from '../../model/errors.ts';
import { GroupWriter } from './group-writer.ts';

export type { ContentOfKind } from '../../cases/record/content.ts';
export type { RecordHead, RecordKind } from '../../cases/record/entry.ts';
export type { RecordProblem, Verification, VerifyOptions } from '../../cases/record/verify.ts';

/** An entry in a line. */
export interface RecordSummary {
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly kind: RecordKind;
  readonly who: string;
  /** The party or the report in a few words; empty if it was deleted by policy. */
  readonly summary: string;
  readonly decision?: Decision;
  readonly hash: string;
  /** What was asked and answered was deleted by policy. */
  readonly isForgotten: boolean;
}

/** A whole entry. */
export interface RecordedEntry extends RecordEntry {
  readonly hash: string;
  readonly summary: string;
  readonly isForgotten: boolean;
  /** What was asked and answered; absent if it was deleted by policy, and for a `forgetting`. */
  readonly content?: ContentOfKind[keyof ContentOfKind];
}

/** What came of asking a recorded question again. */
export interface Rerun {
  readonly id: string;
  /** The answer is the same, byte for byte. */
  readonly same: boolean;
  /** What answers now is not what answered then, or reads lists otherwise; in words. */
  readonly changed: readonly string[];
  readonly differences: readonly Difference[];
}

export type ReportFormat = 'html' | 'pdf';

/** The answer to a recorded question, given again. */
export interface Repetition<Answer> {
  readonly answer: Answer;
  /** What of the lists is read otherwise than then, in words. */
  readonly changed: readonly string[];
}

/** Asks a recorded question again. */
type Repeat<Content> = (content: Content, lists: readonly RecordedList[]) => Promise<Repetition<unknown>>;

/** The kinds of entries that can be repeated, each with how. */
export type Repeats = { readonly [Kind in keyof ContentOfKind]?: Repeat<ContentOfKind[Kind]> };

/** What the writers of every kind give. */
interface Written<Content> {
  readonly id: string;
  readonly content: Content;
  readonly lists: readonly RecordedList[];
  /** @default whoever opened the engine */
  readonly who?: string | undefined;
}

/** Who appends to the record, under the promises of the store's own `append`. */
export interface RecordAppender extends Pick<RecordStore, 'append'> {
  close(): Promise<void>;
}

export interface RecordServiceParts {
  readonly store: RecordStore;
  /** Appends in the place of the store, elsewhere. @default the store appends */
  readonly writer?: RecordAppender | undefined;
  readonly clock: () => Date;
  /** 32 random bytes as hex. */
  readonly newSalt: () => string;
  readonly newId: () => string;
  /** Who is recorded where no one is named. */
  readonly who: string;
  /** What answers, for a kind of question. */
  readonly stampOf: (kind: RecordKind) => EngineStamp;
  readonly repeats: Repeats;
}

/** Characters of a summary at most: a line in a list, not the whole name. */
const LONGEST_SUMMARY = 200;
const DEFAULT_PAGE = 50;

export class RecordService {
  readonly #parts: RecordServiceParts;
  readonly #writer: GroupWriter;

  constructor(parts: RecordServiceParts) {
    this.#parts = parts;
    const { store, writer = store } = parts;
    this.#writer = new GroupWriter((drafts) => writer.append(drafts));
  }

  /** Records a screening. When it resolves, the entry is on the disk, and the screening may be answered. */
  async screening({ content, lists, who }: Omit<Written<ScreeningContent>, 'id'>): Promise<void> {
    const { id, decision, query } = content.answer;
    const names = query.properties.name ?? query.properties.alias ?? [];
    const numbers = Object.entries(query.properties).map(([property, texts]) => `${property} ${texts[0]}`);
    const summary = names[0] ?? numbers[0] ?? query.schema;
    await this.#write('screening', { id, content, lists, who }, summary, { decision });
  }

  /** Records a reading, as `screening`. */
  async reading({ id, content, lists, who }: Written<ReadingContent>): Promise<void> {
    const titles = content.answer.articles.map((article) => article.title ?? article.url ?? article.id);
    const { languageModel } = content.input;
    const engine = languageModel && {
      ...this.#parts.stampOf('reading'),
      languageModel: { model: languageModel.model, promptSha256: languageModel.promptSha256 },
    };
    await this.#write('reading', { id, content, lists, who }, titles.join(' | '), engine ? { engine } : {});
  }

  /**
   * Records a finished batch, once for each id: a run that was cut off behind this may come here again.
   * @param rows number and hash of its results
   */
  async batch(
    { id, content, lists, who }: Written<BatchContent>,
    rows: RecordedRows,
    decision: Decision,
  ): Promise<void> {
    if (await this.#parts.store.get(id)) return;
    const summary = `${content.input.name}: ${rows.count.toLocaleString('en')} rows`;
    await this.#write('batch', { id, content, lists, who }, summary, { rows, decision });
  }

  /**
   * The latest entries, latest first.
   * @param before only entries before this number
   * @param limit  @default 50
   */
  async list(before?: number, limit: number = DEFAULT_PAGE): Promise<RecordSummary[]> {
    return (await this.#parts.store.latest(limit, before)).map(summaryOf);
  }

  /**
   * A whole entry.
   * @param id its id, or its number
   * @throws InterdictError RECORD_UNKNOWN
   */
  async get(id: string): Promise<RecordedEntry> {
    return entryOf(await this.#stored(id));
  }

  /** The last entry: a note of it, kept elsewhere, shows later that nothing up to it was written anew. */
  async head(): Promise<RecordHead> {
    return await this.#parts.store.head();
  }

  /** Goes through the whole record and says everything that is not as it was written. */
  async verify(options: VerifyOptions = {}): Promise<Verification> {
    return await verifyRecord(this.#parts.store, options);
  }

  /**
   * Asks the question of an entry again, with the list versions of then, and compares the answers.
   * @throws InterdictError RECORD_UNKNOWN, RECORD_FORGOTTEN, RECORD_NOT_REPEATABLE
   */
  async rerun(id: string): Promise<Rerun> {
    const entry = await this.#intact(id);
    const { kind, content, engine, lists } = entry;
    const repeat =
      kind === 'forgetting' ? undefined : (this.#parts.repeats[kind] as Repeat<unknown> | undefined);
    if (!repeat || !content || !('answer' in content)) {
      throw new InterdictError('RECORD_NOT_REPEATABLE', `An entry of kind ${kind} cannot be repeated.`);
    }
    const { answer, changed } = await repeat(content, lists);
    const [then, now] = [content.answer, answer].map((one) => JSON.stringify(one)) as [string, string];
    return {
      id: entry.id,
      same: then === now,
      changed: [...stampChanges(engine, this.#parts.stampOf(kind)), ...changed],
      differences: then === now ? [] : differencesBetween(JSON.parse(then), JSON.parse(now)),
    };
  }

  /**
   * What an examiner files of an entry: question, answer, evidence with sources, lists by hash, what is not known.
   * @returns the bytes of one HTML file, or of a PDF
   * @throws InterdictError RECORD_UNKNOWN, RECORD_FORGOTTEN; STORE_DAMAGED if the entry is not as it was written
   */
  async report(id: string, format: ReportFormat): Promise<Uint8Array> {
    const entry = await this.#intact(id);
    // Loaded when it is asked for: the writer of PDF alone takes longer to load than a screening takes.
    const { writeReport } = await import('./report/write-report.ts');
    return await writeReport(entry, format, this.#parts.clock());
  }

  /**
   * Deletes what was asked and answered; the entries stay, and a new one says what was deleted, by whom and why.
   * @param which `before`: everything before a day (`YYYY-MM-DD`) or before an entry (id or number); `only`: one entry
   * @returns how many entries lost their content
   * @throws InterdictError RECORD_UNKNOWN
   */
  async forget(
    which: { readonly before: string } | { readonly only: string },
    { reason, who = this.#parts.who }: { readonly reason: string; readonly who?: string | undefined },
  ): Promise<number> {
    const { store, newId } = this.#parts;
    const [first, last] = await this.#rangeOf(which);
    return await store.forget(first, last, (forgets) => ({
      facts: { ...this.#facts('forgetting', newId(), [], who), forgets, reason },
    }));
  }

  /** Waits until everything that was given is written. */
  async close(): Promise<void> {
    await this.#writer.settle();
    await this.#parts.writer?.close();
  }

  /** An entry by its id or number. */
  async #stored(id: string): Promise<StoredEntry> {
    const { store } = this.#parts;
    const byId = await store.get(id);
    if (byId) return byId;
    const seq = /^[1-9]\d{0,8}$/u.test(id) ? Number(id) : undefined;
    const [byNumber] = seq === undefined ? [] : await store.from(seq, 1);
    if (byNumber && byNumber.entry.seq === seq) return byNumber;
    throw new InterdictError('RECORD_UNKNOWN', `The record has no entry "${id}".`);
  }

  /** An entry that is as it was written and still has its content. */
  async #intact(id: string): Promise<RecordedEntry> {
    const stored = await this.#stored(id);
    const [problem] = problemsOf(stored);
    if (problem !== undefined) {
      throw new InterdictError(
        'STORE_DAMAGED',
        `Entry ${stored.entry.seq} of the record is not whole: ${problem}`,
      );
    }
    const entry = entryOf(stored);
    if (!entry.isForgotten) return entry;
    throw new InterdictError(
      'RECORD_FORGOTTEN',
      `What entry ${entry.seq} asked and answered was deleted by policy.`,
    );
  }

  async #rangeOf(which: { readonly before: string } | { readonly only: string }): Promise<[number, number]> {
    if ('only' in which) {
      const { seq } = await this.get(which.only);
      return [seq, seq];
    }
    const day = parseDay(which.before);
    if (day) return [1, await this.#parts.store.lastBefore(`${day}T00:00:00.000Z`)];
    return [1, (await this.get(which.before)).seq - 1];
  }

  async #write<Content>(
    kind: RecordKind,
    { id, content, lists, who = this.#parts.who }: Written<Content>,
    summary: string,
    more: Pick<EntryFacts, 'decision' | 'rows'> & { readonly engine?: EngineStamp },
  ): Promise<void> {
    const payload = {
      salt: this.#parts.newSalt(),
      summary: JSON.stringify(summary.slice(0, LONGEST_SUMMARY).toWellFormed()),
      content: JSON.stringify(content),
    };
    await this.#writer.write({ facts: { ...this.#facts(kind, id, lists, who), ...more }, payload });
  }

  #facts(kind: RecordKind, id: string, lists: readonly RecordedList[], who: string): EntryFacts {
    const { clock, stampOf } = this.#parts;
    return { id, kind, at: clock().toISOString(), who, engine: stampOf(kind), lists };
  }
}

/** A language model is not asked again; what is said of it comes with the repetition. */
type RepeatedStamp = Omit<EngineStamp, 'languageModel'>;

const STAMP_WORDS: Readonly<Record<keyof RepeatedStamp, string>> = {
  version: 'version of Interdict',
  code: 'code and tables',
  policy: 'policy',
  policyHash: 'numbers of the policy',
};

function stampChanges(then: EngineStamp, now: EngineStamp): string[] {
  return (Object.keys(STAMP_WORDS) as (keyof RepeatedStamp)[])
    .filter((name) => then[name] !== now[name])
    .map((name) => `${STAMP_WORDS[name]}: ${then[name]} then, ${now[name]} now`);
}

/**
 * A stored entry as it was written.
 * @throws InterdictError STORE_DAMAGED if it cannot be read any more
 */
function entryOf({ entry, payload }: StoredEntry): RecordedEntry {
  const body = parsed<RecordEntry>(entry, entry.body);
  return {
    ...body,
    hash: entry.hash,
    summary: payload ? parsed<string>(entry, payload.summary) : '',
    isForgotten: body.payload !== undefined && !payload,
    ...(payload ? { content: parsed<NonNullable<RecordedEntry['content']>>(entry, payload.content) } : {}),
  };
}

function summaryOf({ entry, summary }: StoredLine): RecordSummary {
  const { seq, id, at, kind, who, decision, reason, payload } = parsed<RecordEntry>(entry, entry.body);
  const text = summary === undefined ? '' : parsed<string>(entry, summary);
  return {
    seq,
    id,
    at,
    kind,
    who,
    summary: kind === 'forgetting' ? (reason ?? '') : text,
    ...(decision ? { decision } : {}),
    hash: entry.hash,
    isForgotten: payload !== undefined && summary === undefined,
  };
}

function parsed<Value>({ seq }: SealedEntry, json: string): Value {
  try {
    return JSON.parse(json) as Value;
  } catch (cause) {
    const message = `Entry ${seq} of the record cannot be read; \`interdict record verify\` says more.`;
    throw new InterdictError('STORE_DAMAGED', message, {}, { cause });
  }
}
