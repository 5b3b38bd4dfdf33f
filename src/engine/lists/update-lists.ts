// Fetches lists from their publishers and adds what is new. A list whose publisher says that nothing has changed is
// confirmed as current; whatever goes wrong with one list leaves its version in use and does not touch the others.
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FetchState, ListVersion, Store, VersionFile } from '../../cases/ports.ts';
import { datasetFacts, fetchSources } from '../../lists/datasets.ts';
import {
  type FetchedFile,
  type FetchedList,
  type FetchOptions,
  type FetchProgress,
  type FetchSource,
  fetchList,
} from '../../lists/fetch.ts';
import { printableAddress } from '../../lists/fetch-address.ts';
import { digestOf, fileFromDisk, type ListFile } from '../../lists/list-file.ts';
import { InterdictError } from '../../model/errors.ts';
import { type Clock, dayOf } from '../clock.ts';
import type { Config } from '../config.ts';
import type { AddOptions, AddOutcome, ListAdder } from './add-lists.ts';
import type { FoundFile } from './find-files.ts';

/** What fetching needs from outside. */
export interface Network {
  /** Interdict's version, for the publishers' logs. */
  readonly version: string;
  readonly random: () => number;
}

export interface UpdateOptions extends Pick<AddOptions, 'acceptShrink' | 'onProgress'> {
  readonly onFetch?: ((dataset: string, progress: FetchProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A fetched file, with what is needed to find it again as part of a version. */
interface Arrived {
  readonly fetched: FetchedFile;
  readonly found: FoundFile;
}

export class ListUpdater {
  readonly #store: Store;
  readonly #adder: ListAdder;
  readonly #clock: Clock;
  readonly #config: Pick<Config, 'fetch' | 'limits'>;
  readonly #network: Network;

  constructor(
    store: Store,
    adder: ListAdder,
    clock: Clock,
    config: Pick<Config, 'fetch' | 'limits'>,
    network: Network,
  ) {
    this.#store = store;
    this.#adder = adder;
    this.#clock = clock;
    this.#config = config;
    this.#network = network;
  }

  /** True if the list has an address. */
  canFetch(dataset: string): boolean {
    return this.#sourcesOf(dataset).length > 0;
  }

  /** Fetches one list; whatever befalls it is an outcome, unless the signal was given. */
  async update(dataset: string, options: UpdateOptions): Promise<AddOutcome[]> {
    const places = this.#sourcesOf(dataset).map(({ address }) => printableAddress(address));
    try {
      if (places.length === 0) throw noAddress(dataset);
      return await this.#inFolder((folder) => this.#updateIn(folder, dataset, options));
    } catch (error) {
      if (!(error instanceof InterdictError)) throw error;
      return [{ kind: 'refused', places, dataset, error }];
    }
  }

  /** Fetches files from addresses that the user names, and adds the lists that they make up. */
  async addFrom(addresses: readonly string[], options: AddOptions): Promise<AddOutcome[]> {
    const places = addresses.map((address) => printableAddress(address));
    try {
      return await this.#inFolder(async (folder) => {
        const sources = addresses.map((address, index) => ({ part: `file-${index + 1}`, address }));
        const fetched = await fetchList(
          'list',
          sources,
          this.#fetchOptions(folder, undefined, {
            onFetch: (_, { address, bytes, total = bytes }) =>
              options.onProgress?.({ dataset: address, done: bytes, total }),
          }),
        );
        const files = fetched.files.flatMap((file) => {
          if (file.outcome !== 'fetched') return [];
          const place = printableAddress(file.address);
          const found: FoundFile = {
            file: fileFromDisk(file.path),
            place,
            source: place,
            folder,
            isNamed: true,
            names: [],
          };
          return [found];
        });
        const sourceOf = ({ files: [first] }: { files: readonly FoundFile[] }) => first?.place ?? '';
        return await this.#adder.add(files, options, { sourceOf, serverDay: serverDay(fetched) });
      });
    } catch (error) {
      if (!(error instanceof InterdictError)) throw error;
      return [{ kind: 'refused', places, error }];
    }
  }

  async #updateIn(folder: string, dataset: string, options: UpdateOptions): Promise<AddOutcome[]> {
    const sources = this.#sourcesOf(dataset);
    const held = await this.#heldOf(dataset, sources);
    const fetched = await fetchList(
      dataset,
      sources.map((source, index) => withKnown(source, held[index])),
      this.#fetchOptions(folder, dataset, options),
    );
    const [first] = held;
    if (fetched.outcome === 'unchanged' && first && held.every((one) => one?.version === first.version)) {
      return [await this.#confirmUnchanged(first.version, fetched, options)];
    }
    const arrived = fetched.files.map((file, index) => this.#arrivedFile(file, held[index], folder, dataset));
    const outcomes = await this.#adder.add(
      arrived.map(({ found }) => found),
      { dataset, acceptShrink: options.acceptShrink, onProgress: options.onProgress },
      { sourceOf: () => printableAddress(sources[0]?.address ?? ''), serverDay: serverDay(fetched) },
    );
    for (const outcome of outcomes) await this.#remember(outcome, arrived);
    return outcomes;
  }

  /** What is held of each source: the publisher's marks, and the kept file that they stand for. */
  async #heldOf(dataset: string, sources: readonly FetchSource[]): Promise<(Held | undefined)[]> {
    const versions = await this.#store.versions.versions(dataset);
    const states = await Promise.all(sources.map(({ address }) => this.#store.fetchStates.get(address)));
    // Marks of a version that was removed or damaged would have the publisher keep back bytes that are wanted here.
    const intact = new Map<string, ListVersion>();
    for (const hash of new Set(states.map((state) => state?.version))) {
      const version = versions.find((one) => one.version === hash);
      if (version && (await this.#adder.isIntact(version))) intact.set(version.version, version);
    }
    return states.map((state) => {
      const version = state && intact.get(state.version);
      const file = version?.files.find(({ part }) => part === state?.part);
      return state && version && file ? { state, version, file } : undefined;
    });
  }

  async #confirmUnchanged(
    version: ListVersion,
    fetched: FetchedList,
    options: UpdateOptions,
  ): Promise<AddOutcome> {
    const confirmedAt = this.#clock().toISOString();
    await this.#store.versions.confirm(version.dataset, version.version, confirmedAt);
    const places = fetched.files.map((file) => printableAddress(file.address));
    const outcome = await this.#adder.meetAgain({ ...version, confirmedAt }, options, places);
    const isAsItWas = outcome.kind === 'already-stored' && outcome.notes.length === 0;
    return isAsItWas ? { kind: 'unchanged', version: outcome.version, places } : outcome;
  }

  #arrivedFile(fetched: FetchedFile, held: Held | undefined, folder: string, dataset: string): Arrived {
    return {
      fetched,
      found: {
        file: this.#bytesOf(fetched, held, dataset),
        place: printableAddress(fetched.address),
        source: printableAddress(fetched.address),
        folder,
        isNamed: true,
        names: [],
      },
    };
  }

  #bytesOf(fetched: FetchedFile, held: Held | undefined, dataset: string): ListFile {
    if (fetched.outcome === 'fetched') return fileFromDisk(fetched.path);
    if (!held)
      throw new InterdictError('INTERNAL', `${fetched.part} of ${dataset} is unchanged against nothing.`);
    const { version, file } = held;
    return { name: file.name, open: () => this.#store.archive.openFile(dataset, version.version, file) };
  }

  /** Notes what the publisher said of each file of a version that is stored now, and that it serves this version. */
  async #remember(outcome: AddOutcome, arrived: readonly Arrived[]): Promise<void> {
    if (!('version' in outcome)) return;
    const { dataset, version, files } = outcome.version;
    const checkedAt = this.#clock().toISOString();
    await this.#store.versions.confirm(dataset, version, checkedAt);
    for (const { fetched, found } of arrived) {
      const digest = await digestOf(found.file);
      const part = files.find((file) => file.sha256 === digest.sha256)?.part;
      if (part === undefined) continue;
      const { address, etag, lastModified, sha256 } = fetched;
      const marks = { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
      const state: FetchState = { address, ...marks, sha256, dataset, version, part, checkedAt };
      await this.#store.fetchStates.put(state);
    }
  }

  #sourcesOf(dataset: string): FetchSource[] {
    return fetchSources(dataset, this.#config.fetch[dataset]?.addresses);
  }

  #fetchOptions(folder: string, dataset: string | undefined, options: UpdateOptions): FetchOptions {
    const { timeoutSeconds, retries } = this.#config.limits;
    const facts = dataset === undefined ? undefined : datasetFacts(dataset);
    const own = dataset === undefined ? undefined : this.#config.fetch[dataset];
    const { onFetch } = options;
    return {
      ...this.#network,
      folder,
      agent: facts?.agent,
      maxBytes: own?.maxBytes ?? facts?.maxBytes,
      ...(timeoutSeconds
        ? { idleTimeoutMs: timeoutSeconds * 1000, connectTimeoutMs: timeoutSeconds * 1000 }
        : {}),
      ...(retries === undefined ? {} : { retry: { retries } }),
      clock: this.#clock,
      onProgress: onFetch ? (progress) => onFetch(dataset ?? '', progress) : undefined,
      signal: options.signal,
    };
  }

  /** Does something with a folder of its own, which is gone afterwards. */
  async #inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
    const folder = join(this.#store.archive.temporaryFolder, randomUUID());
    try {
      return await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

interface Held {
  readonly state: FetchState;
  readonly version: ListVersion;
  readonly file: VersionFile;
}

function withKnown(source: FetchSource, held: Held | undefined): FetchSource {
  if (!held) return source;
  const { etag, lastModified, sha256 } = held.state;
  return {
    ...source,
    known: { sha256, ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) },
  };
}

/** The day of the newest file's Last-Modified; without any, the day of the fetch. Never later than that. */
function serverDay({ files }: FetchedList): string {
  const fetchedOn = files[0]?.retrievedAt.slice(0, 10) ?? '';
  const newest = files
    .map(({ lastModified = '' }) => new Date(lastModified))
    .filter((moment) => !Number.isNaN(moment.getTime()))
    .map(dayOf)
    .sort()
    .at(-1);
  return newest !== undefined && newest < fetchedOn ? newest : fetchedOn;
}

function noAddress(dataset: string): InterdictError {
  const page = datasetFacts(dataset)?.page;
  const where = page ? ` Its publisher's page is ${page}.` : '';
  return new InterdictError('LIST_NO_ADDRESS', `No address is known for ${dataset}.${where}`);
}
