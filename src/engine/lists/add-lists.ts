// Adds lists to the store, one after the other. Each stands for itself: what one file refuses to give does not keep
// the others out, and everything that happened is told.
import { dirname } from 'node:path';
import type { ListVersion, Store } from '../../cases/ports.ts';
import type { ReadReport } from '../../lists/read-list.ts';
import type { ColumnMap, ListReader } from '../../lists/reader.ts';
import { InterdictError } from '../../model/errors.ts';
import type { Clock } from '../clock.ts';
import { latest, versionsInForce } from './choose-version.ts';
import type { FoundFile } from './find-files.ts';
import { type FoundList, groupFiles, type Refused } from './group-files.ts';
import { checkDay, type PublicationDay, publicationDay } from './publication-day.ts';
import { shrinkage } from './shrinkage.ts';
import { archiveList, factsOf, type HashedList, hashList, type ReadingProgress } from './store-list.ts';

export interface AddOptions {
  /** The list, where the files do not say it. */
  readonly dataset?: string | undefined;
  /** Day of publication, where the files do not say it. */
  readonly published?: string | undefined;
  /** Which column is what, for a list of the user's own. */
  readonly columns?: ColumnMap | undefined;
  /** Takes a version into use although it shrank by more than a tenth. @default false */
  readonly acceptShrink?: boolean | undefined;
  /** Stores a new version without using it, until a person confirms it. @default false */
  readonly hold?: boolean | undefined;
  /** What the version remembers as the place that it came from. @default where its files are */
  readonly source?: string | undefined;
  readonly onProgress?: ((progress: ReadingProgress) => void) | undefined;
}

export type AddOutcome =
  | {
      /** `added`; `repaired`: it was stored, but what was kept of it had been damaged. */
      readonly kind: 'added' | 'repaired';
      readonly version: ListVersion;
      readonly places: readonly string[];
      readonly day: PublicationDay;
      readonly report: ReadReport;
      readonly notes: readonly string[];
    }
  /** Its publisher says that what is stored is still the current version. */
  | { readonly kind: 'unchanged'; readonly version: ListVersion; readonly places: readonly string[] }
  /** Stored before, byte for byte. */
  | {
      readonly kind: 'already-stored';
      readonly version: ListVersion;
      readonly places: readonly string[];
      readonly notes: readonly string[];
    }
  /** Stored, but not used until a person confirms it. */
  | {
      readonly kind: 'held';
      readonly version: ListVersion;
      readonly places: readonly string[];
      readonly error: InterdictError;
    }
  | ({ readonly kind: 'refused' } & Refused)
  /** A file of a folder that is no list. */
  | ({ readonly kind: 'not-a-list' } & Refused);

/** True if something that was meant to be screened against is not: a refused file, or a version that is held. */
export function isFailure(outcome: AddOutcome): boolean {
  return outcome.kind === 'refused' || outcome.kind === 'held';
}

/** What is known besides of files that come from a server. */
export interface Origin {
  /** Where the files of a list are, as the version remembers it. @default their place, or the folder of several */
  readonly sourceOf?: (list: FoundList) => string;
  /** Day of publication, if nobody else says it. */
  readonly serverDay?: string;
}

export class ListAdder {
  readonly #store: Store;
  readonly #readers: readonly ListReader[];
  readonly #clock: Clock;

  constructor(store: Store, readers: readonly ListReader[], clock: Clock) {
    this.#store = store;
    this.#readers = readers;
    this.#clock = clock;
  }

  /**
   * Recognises files, and adds the lists that they make up.
   * @throws InterdictError LIST_DATE_INVALID if `published` is no day; whatever befalls one list is an outcome
   */
  async add(files: readonly FoundFile[], options: AddOptions, origin: Origin = {}): Promise<AddOutcome[]> {
    if (options.published !== undefined) checkDay(options.published);
    const { lists, refused, notLists } = await groupFiles(files, this.#readers, options);
    const outcomes: AddOutcome[] = [];
    const dated = new Map<string, string>();
    for (const list of lists) outcomes.push(await this.#addOne(list, options, origin, dated));
    return [
      ...outcomes,
      ...refused.map((refusal) => ({ kind: 'refused', ...refusal }) as const),
      ...notLists.map((refusal) => ({ kind: 'not-a-list', ...refusal }) as const),
    ];
  }

  async #addOne(
    list: FoundList,
    options: AddOptions,
    origin: Origin,
    dated: Map<string, string>,
  ): Promise<AddOutcome> {
    const places = list.files.map(({ place }) => place);
    try {
      const hashed = await hashList(list);
      const own = await this.#store.versions.versions(list.dataset);
      const stored = own.find((version) => version.version === hashed.version);
      if (stored && sameColumns(stored, options) && (await this.isIntact(stored))) {
        return await this.meetAgain(stored, options, places);
      }
      return await this.#read(hashed, own, stored, options, origin, dated, places);
    } catch (error) {
      return { kind: 'refused', places, dataset: list.dataset, error: asRefusal(error, list) };
    }
  }

  async #read(
    list: HashedList,
    own: readonly ListVersion[],
    stored: ListVersion | undefined,
    options: AddOptions,
    origin: Origin,
    dated: Map<string, string>,
    places: readonly string[],
  ): Promise<AddOutcome> {
    const { dataset, version: hash, reader } = list;
    const [first = dataset, ...others] = places;
    const what = others.length === 0 ? first : `${dataset} in ${dirname(first)}`;
    let day: PublicationDay | undefined;
    const report = await archiveList(
      this.#store,
      list,
      options.columns,
      (read) => {
        const names = list.files.flatMap((file) => file.names);
        const said = {
          file: read.published,
          option: options.published,
          names,
          server: origin.serverDay,
        };
        day = publicationDay(said, this.#clock(), what);
        if (day.source === 'option') refuseDatedTwice(dated, list, day.day, what);
      },
      options.onProgress,
    );
    if (!day) throw new InterdictError('INTERNAL', `${dataset} was read without its day being looked for.`);
    const version: ListVersion = {
      dataset,
      version: hash,
      published: day.day,
      retrievedAt: this.#clock().toISOString(),
      source: options.source ?? (origin.sourceOf ?? placeOf)(list),
      format: reader.format,
      files: list.digests,
      ...factsOf(report, reader),
      status: 'in-use',
      isStarter: reader.isStarter === true,
      ...(options.columns ? { columns: options.columns } : {}),
    };
    if (stored) {
      // What was known of it stays: when it was got, that it is held, that its publisher confirmed it.
      const { retrievedAt, source, status, published, confirmedAt } = stored;
      const kept = { retrievedAt, source, status, published, ...(confirmedAt ? { confirmedAt } : {}) };
      const repaired = { ...version, ...kept };
      await this.#store.versions.put(repaired);
      return { kind: 'repaired', version: repaired, places, day, report, notes: [] };
    }
    const shrunk = options.acceptShrink ? undefined : shrunkAgainst(version, own);
    const held = shrunk ?? (options.hold ? waitsForConfirmation(version) : undefined);
    const checked = held ? { ...version, status: 'held' as const } : version;
    await this.#store.versions.put(checked);
    if (held) return { kind: 'held', version: checked, places, error: held };
    return { kind: 'added', version, places, day, report, notes: notesOn(day, options) };
  }

  /** What becomes of a version that is stored already: no error, but one that is held stays to be confirmed. */
  async meetAgain(
    stored: ListVersion,
    options: Pick<AddOptions, 'acceptShrink' | 'published'>,
    places: readonly string[],
  ): Promise<AddOutcome> {
    if (stored.status === 'held' && options.acceptShrink) {
      await this.#store.versions.setStatus(stored.dataset, stored.version, 'in-use');
      const version = { ...stored, status: 'in-use' as const };
      return { kind: 'already-stored', version, places, notes: ['It was held and is in use now.'] };
    }
    if (stored.status === 'held') {
      const own = await this.#store.versions.versions(stored.dataset);
      const error = shrunkAgainst(stored, own) ?? waitsForConfirmation(stored);
      return { kind: 'held', version: stored, places, error };
    }
    const isOther = options.published !== undefined && options.published !== stored.published;
    const notes = isOther
      ? [`It stays published on ${stored.published}; to give it another day, remove it and add it again.`]
      : [];
    return { kind: 'already-stored', version: stored, places, notes };
  }

  /** Reads everything that is kept of a version; false if something is damaged, gone, or of another reader. */
  async isIntact({ dataset, version, files, format, readerVersion }: ListVersion): Promise<boolean> {
    try {
      for (const file of files) for await (const _ of this.#store.archive.openFile(dataset, version, file));
      const current = this.#readers.find((reader) => reader.format === format)?.version ?? readerVersion;
      const records = this.#store.archive.readRecords(dataset, version, current);
      if (!records) return false;
      for await (const _ of records);
      return true;
    } catch (error) {
      if (error instanceof InterdictError && error.code === 'STORE_DAMAGED') return false;
      throw error;
    }
  }
}

/** A list that a reader stumbles over in a way that nobody foresaw does not keep the others out either. */
function asRefusal(error: unknown, { dataset, reader }: FoundList): InterdictError {
  if (error instanceof InterdictError) return error;
  const what = error instanceof Error ? error.message : String(error);
  return new InterdictError('INTERNAL', `${dataset} (${reader.title}): ${what}`, {}, { cause: error });
}

function placeOf({ files }: FoundList): string {
  const [first, ...others] = files;
  if (!first) return '';
  return others.length === 0 ? first.source : first.folder;
}

function sameColumns(stored: ListVersion, { columns }: AddOptions): boolean {
  return JSON.stringify(stored.columns ?? null) === JSON.stringify(columns ?? null);
}

/** The version in force on the day of the new one is what it is held against; starter data is no measure. */
function shrunkAgainst(version: ListVersion, own: readonly ListVersion[]): InterdictError | undefined {
  if (version.isStarter) return undefined;
  const others = own.filter((other) => other.version !== version.version && !other.isStarter);
  const before = latest(versionsInForce(others, version.published));
  const lost = before && shrinkage(before, version);
  if (!lost) return undefined;
  const message = `${version.dataset} of ${version.published} has only ${lost} on ${before.published}; it is held back.`;
  return new InterdictError('LIST_SHRUNK', message);
}

function waitsForConfirmation({ dataset, published }: ListVersion): InterdictError {
  return new InterdictError('LIST_HELD', `${dataset} of ${published} is held back until it is confirmed.`);
}

/** One day given for a whole folder is right for one version of a list only. */
function refuseDatedTwice(
  dated: Map<string, string>,
  { dataset, version }: HashedList,
  day: string,
  what: string,
): void {
  const other = dated.get(dataset);
  if (other !== undefined && other !== version) {
    const message = `${what} is another version of ${dataset} than the one that ${day} was given for.`;
    throw new InterdictError('LIST_DATE_INVALID', message);
  }
  dated.set(dataset, version);
}

function notesOn(day: PublicationDay, { published }: AddOptions): string[] {
  if (day.source === 'file' && published !== undefined && published !== day.day)
    return [`It says itself that it was published on ${day.day}; ${published} was not used.`];
  return [];
}
