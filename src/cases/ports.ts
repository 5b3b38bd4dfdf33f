// What the engine needs of a store, in its own words. The room `store` fills these ports; nobody else knows how.
// All methods are asynchronous, so that a database over the network can fill them as well as an embedded one.
import type { ListRecord } from '../model/record.ts';
import type { ArticleArchive, ClaimStore } from './claim-ports.ts';
import type { ApiKeyStore } from './key-ports.ts';
import type { RecordStore } from './record-ports.ts';

/** One of the publisher's files of a version. */
export interface VersionFile {
  readonly part: string;
  readonly name: string;
  /** Hex digest of the unpacked bytes. */
  readonly sha256: string;
  readonly bytes: number;
}

/** `in-use`: screened against. `held`: stored, but waits for a person to confirm it (it shrank too much). */
export type VersionStatus = 'in-use' | 'held';

/** One stored version of a list. */
export interface ListVersion {
  readonly dataset: string;
  /** `sha256:…` */
  readonly version: string;
  /** `YYYY-MM-DD` */
  readonly published: string;
  /** ISO 8601 moment at which Interdict got it. */
  readonly retrievedAt: string;
  /** Address or path that it came from. */
  readonly source: string;
  readonly format: string;
  readonly readerVersion: number;
  readonly files: readonly VersionFile[];
  readonly rows: Readonly<Record<string, number>>;
  readonly entities: number;
  readonly aliases: number;
  readonly addresses: number;
  readonly identifications: number;
  readonly listings: number;
  readonly rowsSetAside: number;
  /** Of the rows set aside, those behind which a listed party may stand that cannot be found now. */
  readonly rowsLost: number;
  readonly valuesSetAside: number;
  readonly status: VersionStatus;
  /** Sample data in place of the official list. */
  readonly isStarter: boolean;
  /** Last moment at which the publisher was asked and still served this version. */
  readonly confirmedAt?: string;
  /** Of a user's own list: which column is what, so that its bytes can be read again. */
  readonly columns?: Readonly<Record<string, string | readonly string[]>>;
}

export interface ListVersionStore {
  /** Keeps a version; the same dataset and version again replaces its facts but stays one row. */
  put(version: ListVersion): Promise<void>;
  /** All versions of a list (or of all lists), oldest publication first. */
  versions(dataset?: string): Promise<ListVersion[]>;
  setStatus(dataset: string, version: string, status: VersionStatus): Promise<void>;
  /** Notes that the publisher still served that version at that moment. */
  confirm(dataset: string, version: string, at: string): Promise<void>;
  remove(dataset: string, version: string): Promise<void>;
}

/** Where the bytes of versions and their records are kept. Content is written once and checked by its hash. */
export interface ListArchive {
  /** Keeps the publisher's bytes of one file, packed; already kept bytes are not written again. */
  keepFile(
    dataset: string,
    version: string,
    file: VersionFile,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<void>;
  /** The publisher's bytes of one file, unpacked. @throws InterdictError STORE_DAMAGED if they are gone or altered */
  openFile(dataset: string, version: string, file: VersionFile): AsyncIterable<Uint8Array>;
  /** Opens a writer for the records read from a version; nothing is visible before `commit`. */
  writeRecords(dataset: string, version: string, readerVersion: number): Promise<RecordWriter>;
  /** The records of a version; undefined if they were never read by a reader of that version. */
  readRecords(dataset: string, version: string, readerVersion: number): AsyncIterable<ListRecord> | undefined;
  /** Folder for files that can be made again at any time (indexes). */
  readonly cacheFolder: string;
  /** Folder for files that nobody wants after a day; what is older is swept when the store is opened. */
  readonly temporaryFolder: string;
  /** What was set aside when the records of a version were read; undefined as for `readRecords`. */
  readSetAside(
    dataset: string,
    version: string,
    readerVersion: number,
  ): AsyncIterable<KeptSetAside> | undefined;
  remove(dataset: string, version: string): Promise<void>;
}

/** A row or value that a reader set aside, as it is kept beside the records. */
export interface KeptSetAside {
  readonly scope: 'row' | 'value';
  readonly file: string;
  readonly line?: number;
  readonly at?: string;
  readonly reason: string;
  readonly isHarmless?: boolean;
  readonly text?: string;
}

export interface RecordWriter {
  write(record: ListRecord): Promise<void>;
  setAside(item: KeptSetAside): Promise<void>;
  /** Makes everything written visible at once. */
  commit(): Promise<void>;
  abandon(): Promise<void>;
}

/** A link between two listed parties that a person has cut, so that it is not made again. */
export interface LinkCut {
  readonly left: string;
  readonly right: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

export interface LinkCutStore {
  cuts(): Promise<LinkCut[]>;
  cut(cut: LinkCut): Promise<void>;
  /** @returns false if there was no such cut */
  restore(left: string, right: string): Promise<boolean>;
}

/** What a publisher said of a file when it was last fetched, so that it need not be sent again unchanged. */
export interface FetchState {
  readonly address: string;
  readonly etag?: string;
  readonly lastModified?: string;
  /** Hex digest of the bytes as they were sent, for which the marks stand. */
  readonly sha256: string;
  /** The version that the bytes became, and as which of its parts. */
  readonly dataset: string;
  readonly version: string;
  readonly part: string;
  readonly checkedAt: string;
}

export interface FetchStateStore {
  get(address: string): Promise<FetchState | undefined>;
  put(state: FetchState): Promise<void>;
}

/** Everything that a store offers, opened together and closed together. */
export interface Store {
  readonly versions: ListVersionStore;
  readonly archive: ListArchive;
  readonly linkCuts: LinkCutStore;
  readonly fetchStates: FetchStateStore;
  readonly record: RecordStore;
  readonly claims: ClaimStore;
  readonly articles: ArticleArchive;
  readonly apiKeys: ApiKeyStore;
  close(): Promise<void>;
}
