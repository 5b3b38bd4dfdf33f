// Everything that can be done with the lists of one home: adding, confirming and removing versions, asking which are
// in force and how old they are, telling them apart, and handing out their records.
import type { KeptSetAside, ListVersion, Store } from '../cases/ports.ts';
import { datasetFacts, datasetTitle } from '../lists/datasets.ts';
import { type DiffDescription, describeDiff } from '../lists/describe-diff.ts';
import { diffRecords, type ListDiff } from '../lists/diff.ts';
import type { ListReader } from '../lists/reader.ts';
import { InterdictError } from '../model/errors.ts';
import type { ListRecord } from '../model/record.ts';
import type { ListUse } from '../model/screening.ts';
import { type Clock, dayOf } from './clock.ts';
import type { Config } from './config.ts';
import { type AddOptions, type AddOutcome, ListAdder } from './lists/add-lists.ts';
import { inOrder, namedVersion, versionsInForce } from './lists/choose-version.ts';
import { findFiles } from './lists/find-files.ts';
import { listUses } from './lists/list-use.ts';
import { factsOf, rereadVersion } from './lists/store-list.ts';
import { ListUpdater, type Network, type UpdateOptions } from './lists/update-lists.ts';
import { DEFAULT_PROFILE, type Profile } from './profiles.ts';

export type { KeptSetAside, ListVersion } from '../cases/ports.ts';
export { datasetTitle } from '../lists/datasets.ts';
export type { DiffEntry } from '../lists/describe-diff.ts';

/** A list as `lists status` shows it. */
export interface ListStatus extends ListUse {
  readonly title: string;
  /** A list of the user's own. */
  readonly isOwn: boolean;
  /** How many versions are stored. */
  readonly versions: number;
  /** Versions that wait to be confirmed. */
  readonly held: readonly ListVersion[];
  /** The version in use; absent if the list is missing. */
  readonly inForce?: ListVersion;
}

/** Two versions of a list and what changed from the one to the other. */
export interface VersionDiff {
  readonly dataset: string;
  readonly from: ListVersion;
  readonly to: ListVersion;
  readonly diff: ListDiff;
  /** The same in words. */
  readonly words: DiffDescription;
}

export class ListService {
  readonly #store: Store;
  readonly #readers: readonly ListReader[];
  readonly #clock: Clock;
  readonly #profiles: Readonly<Record<string, Profile>>;
  readonly #adder: ListAdder;
  readonly #updater: ListUpdater;

  constructor(store: Store, readers: readonly ListReader[], clock: Clock, config: Config, network: Network) {
    this.#store = store;
    this.#readers = readers;
    this.#clock = clock;
    this.#profiles = config.profiles;
    this.#adder = new ListAdder(store, readers, clock);
    this.#updater = new ListUpdater(store, this.#adder, clock, config, network);
  }

  /**
   * Adds lists: files, folders with everything below them, or addresses (http, https).
   * @returns what became of each list and each file, refusals among them
   * @throws InterdictError FILE_UNREADABLE if there is nothing at a path, LIST_DATE_INVALID if `published` is no day
   */
  async add(places: readonly string[], options: AddOptions = {}): Promise<AddOutcome[]> {
    const isAddress = (place: string) => /^[a-z][a-z0-9+.-]+:\/\//iu.test(place);
    const addresses = places.filter(isAddress);
    const files = await findFiles(places.filter((place) => !isAddress(place)));
    const outcomes = [
      ...(files.length > 0 ? await this.#adder.add(files, options) : []),
      ...(addresses.length > 0 ? await this.#updater.addFrom(addresses, options) : []),
    ];
    // Whoever names a folder means lists; that it holds none must not pass as success.
    if (outcomes.some((outcome) => outcome.kind !== 'not-a-list')) return outcomes;
    const error = new InterdictError('LIST_FORMAT_UNKNOWN', `There is no list in ${places.join(', ')}.`);
    return [{ kind: 'refused', places, error }, ...outcomes];
  }

  /**
   * Fetches lists from their publishers and adds what is new.
   * @param datasets @default those that the default profile requires and those that are stored, as far as they have
   *                 an address; a required list without one is an outcome, a stored one is not
   */
  async update(datasets: readonly string[] = [], options: UpdateOptions = {}): Promise<AddOutcome[]> {
    const wanted = datasets.length > 0 ? datasets : await this.#datasetsToUpdate();
    const outcomes: AddOutcome[] = [];
    for (const dataset of wanted) outcomes.push(...(await this.#updater.update(dataset, options)));
    return outcomes;
  }

  async #datasetsToUpdate(): Promise<string[]> {
    const required = this.profile(DEFAULT_PROFILE).requires;
    const stored = (await this.all()).map((version) => version.dataset);
    return [...new Set([...required, ...stored.filter((dataset) => this.#updater.canFetch(dataset))])];
  }

  /**
   * Takes a held version into use.
   * @param name the version, by day or hash. @default the only one that is held
   * @throws InterdictError LIST_VERSION_UNKNOWN if none is meant, or several
   */
  async confirm(dataset: string, name?: string): Promise<ListVersion> {
    const held = (await this.history(dataset)).filter((version) => version.status === 'held');
    const chosen = name === undefined ? held : [namedVersion(held, dataset, name)];
    const [only] = chosen;
    if (!only || chosen.length > 1) {
      const message = only
        ? `${held.length} versions of ${dataset} are held; say which, by its day or hash.`
        : `No version of ${dataset} is held.`;
      throw new InterdictError('LIST_VERSION_UNKNOWN', message);
    }
    await this.#store.versions.setStatus(dataset, only.version, 'in-use');
    return { ...only, status: 'in-use' };
  }

  /**
   * Removes a version for good, its bytes and its records with it.
   * @throws InterdictError LIST_NOT_STORED, LIST_VERSION_UNKNOWN
   */
  async remove(dataset: string, name: string): Promise<ListVersion> {
    const version = namedVersion(await this.history(dataset), dataset, name);
    // The row goes first: without it the bytes do not count, so nobody meets a version that is half gone.
    await this.#store.versions.remove(dataset, version.version);
    await this.#store.archive.remove(dataset, version.version);
    return version;
  }

  /**
   * All stored versions of a list, oldest publication first.
   * @throws InterdictError LIST_NOT_STORED if there is none
   */
  async history(dataset: string): Promise<ListVersion[]> {
    const versions = inOrder(await this.#store.versions.versions(dataset));
    if (versions.length > 0) return versions;
    throw new InterdictError('LIST_NOT_STORED', `No version of ${dataset} is stored.`);
  }

  /** What a person calls a list; the name itself for a list of the user's own. */
  title(dataset: string): string {
    return datasetTitle(dataset);
  }

  /**
   * One stored version of a list.
   * @param name by day or hash. @default the last
   * @throws InterdictError LIST_NOT_STORED, LIST_VERSION_UNKNOWN
   */
  async version(dataset: string, name?: string): Promise<ListVersion> {
    const versions = await this.history(dataset);
    const last = versions.at(-1);
    return name === undefined && last ? last : namedVersion(versions, dataset, name ?? '');
  }

  /** All stored versions of all lists. */
  async all(): Promise<ListVersion[]> {
    return inOrder(await this.#store.versions.versions());
  }

  /** The version of each list that was in force on a day. @param asOf @default today */
  async inForce(asOf: string = this.#today()): Promise<ListVersion[]> {
    return versionsInForce(await this.#store.versions.versions(), asOf);
  }

  /**
   * How usable each list is on a day, those that the profile requires first.
   * @param asOf @default today
   * @throws InterdictError CONFIG_INVALID if there is no such profile
   */
  async listUse(profile: string = DEFAULT_PROFILE, asOf: string = this.#today()): Promise<ListUse[]> {
    return listUses(await this.#store.versions.versions(), this.profile(profile), asOf);
  }

  /** As `listUse`, with what a person wants to know besides. */
  async status(profile: string = DEFAULT_PROFILE, asOf: string = this.#today()): Promise<ListStatus[]> {
    const versions = await this.#store.versions.versions();
    const uses = listUses(versions, this.profile(profile), asOf);
    const named = new Set(uses.map((use) => use.dataset));
    const rest = new Set(versions.map((version) => version.dataset).filter((dataset) => !named.has(dataset)));
    // A list whose only versions are later than the day, or held, is not in use; that it is there is still told.
    const unused = [...rest]
      .sort()
      .map((dataset): ListUse => ({ dataset, state: 'missing', required: false }));
    return [...uses, ...unused].map((use) => {
      const own = versions.filter((version) => version.dataset === use.dataset);
      const inForce = own.find((version) => version.version === use.version);
      return {
        ...use,
        title: datasetTitle(use.dataset),
        isOwn: !datasetFacts(use.dataset),
        versions: own.length,
        held: own.filter((version) => version.status === 'held'),
        ...(inForce ? { inForce } : {}),
      };
    });
  }

  /** All profiles, the default one first. */
  profiles(): { readonly name: string; readonly title?: string }[] {
    const names = new Set([DEFAULT_PROFILE, ...Object.keys(this.#profiles)]);
    return [...names].map((name) => {
      const { title } = this.profile(name);
      return { name, ...(title === undefined ? {} : { title }) };
    });
  }

  /**
   * A profile by name.
   * @throws InterdictError CONFIG_INVALID
   */
  profile(name: string): Profile {
    const profile = Object.hasOwn(this.#profiles, name) ? this.#profiles[name] : undefined;
    if (profile) return profile;
    const known = Object.keys(this.#profiles).join(', ');
    throw new InterdictError('CONFIG_INVALID', `There is no profile "${name}"; there are ${known}.`);
  }

  /**
   * What changed between two stored versions, held ones among them.
   * @param from by day or hash. @default the one before `to`
   * @param to by day or hash. @default the last
   * @throws InterdictError LIST_NOT_STORED, LIST_VERSION_UNKNOWN
   */
  async diff(dataset: string, from?: string, to?: string): Promise<VersionDiff> {
    const versions = await this.history(dataset);
    const newer = to === undefined ? versions.at(-1) : namedVersion(versions, dataset, to);
    const position = versions.findIndex((version) => version.version === newer?.version);
    const older = from === undefined ? versions[position - 1] : namedVersion(versions, dataset, from);
    if (!older || !newer) {
      const message = `Only one version of ${dataset} is stored${to === undefined ? '' : ` by ${to}`}; there is nothing to compare it with.`;
      throw new InterdictError('LIST_VERSION_UNKNOWN', message);
    }
    const diff = await diffRecords(this.recordsOf(older), this.recordsOf(newer));
    return { dataset, from: older, to: newer, diff, words: describeDiff(diff) };
  }

  /**
   * The records of a version. If its reader has changed since they were read, the kept bytes are read again first.
   * @throws InterdictError STORE_DAMAGED, at the latest at the end
   */
  async *recordsOf(version: ListVersion): AsyncGenerator<ListRecord> {
    const { dataset, version: hash, readerVersion } = await this.#readByNow(version);
    yield* present(version, this.#store.archive.readRecords(dataset, hash, readerVersion));
  }

  /** The rows and values of a version that its reader set aside, each with its reason; as `recordsOf`. */
  async *setAsideOf(version: ListVersion): AsyncGenerator<KeptSetAside> {
    const { dataset, version: hash, readerVersion } = await this.#readByNow(version);
    yield* present(version, this.#store.archive.readSetAside(dataset, hash, readerVersion));
  }

  /** The version as today's reader reads it. */
  async #readByNow(version: ListVersion): Promise<ListVersion> {
    const reader = this.#readers.find((known) => known.format === version.format);
    // The format is read no more: what was read of it when it was still is all there is.
    if (!reader) return version;
    const isRead = this.#store.archive.readRecords(version.dataset, version.version, reader.version);
    if (isRead && version.readerVersion === reader.version) return version;
    const report = await rereadVersion(this.#store, version, reader);
    const current = { ...version, ...factsOf(report, reader) };
    await this.#store.versions.put(current);
    return current;
  }

  #today(): string {
    return dayOf(this.#clock());
  }
}

function present<Row>(
  { dataset, version }: ListVersion,
  rows: AsyncIterable<Row> | undefined,
): AsyncIterable<Row> {
  if (rows) return rows;
  throw new InterdictError('STORE_DAMAGED', `The records of ${dataset}, version ${version}, are gone.`);
}
