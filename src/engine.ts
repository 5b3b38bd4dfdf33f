// Joins the rooms: the one place that knows which store, which readers and which clock there are. Doors (command line,
// server) open an engine and ask it; whoever embeds Interdict does the same.
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Store } from './cases/ports.ts';
import { buildIndexElsewhere } from './engine/build-index-elsewhere.ts';
import type { Clock } from './engine/clock.ts';
import { type Config, readConfig } from './engine/config.ts';
import { PartyDirectory } from './engine/directory/party-directory.ts';
import { KeyService } from './engine/keys/key-service.ts';
import { ListService } from './engine/list-service.ts';
import type { Network } from './engine/lists/update-lists.ts';
import { ScreeningPool } from './engine/pool/screening-pool.ts';
import { SearchThreads } from './engine/pool/search-threads.ts';
import { ClaimService } from './engine/reading/claim-service.ts';
import { configuredModel } from './engine/reading/configured-model.ts';
import { idsOfParty } from './engine/reading/ids-of-party.ts';
import { ReadingService } from './engine/reading/reading-service.ts';
import { RecordService } from './engine/record/record-service.ts';
import { RecordWriter } from './engine/record/record-writer.ts';
import type { RepeatParts } from './engine/record/recorded-lists.ts';
import { repeatReading } from './engine/record/repeat-reading.ts';
import { repeatScreening } from './engine/record/repeat-screening.ts';
import { stampOf } from './engine/record/stamp.ts';
import { ScreeningService, type Serving } from './engine/screening-service.ts';
import { ENGINE_VERSION } from './engine/version.ts';
import { LIST_READERS } from './lists/registry.ts';
import { SourceGrades } from './news/across/source-grades.ts';
import { openStore } from './store/open-store.ts';

export interface EngineOptions {
  /** Folder of the store, the lists and the configuration; see `resolveHome`. */
  readonly home: string;
  /** @default the clock of the machine */
  readonly clock?: Clock;
  /** `postgres://…`. @default `database` of the configuration, else a file in the home */
  readonly databaseUrl?: string | undefined;
  /** Whom the record names where no one else is named. @default 'unknown' */
  readonly who?: string | undefined;
  /**
   * For an engine that many ask at once and that lives long: what the store says of the lists is believed for a second,
   * and while lists change, the old ones answer until the index of the new ones is ready.
   * @default false: each question asks the store
   */
  readonly isServing?: boolean | undefined;
  /** Told of trouble that no question waits for. @default not told */
  readonly onTrouble?: ((error: unknown) => void) | undefined;
  /** Where the key of a configured language model stands. @default `process.env` */
  readonly environment?: Environment | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Milliseconds for which a serving engine believes what the store said of the lists. */
const TRUST = 1_000;

const NETWORK: Network = { version: ENGINE_VERSION, random: Math.random };

export class Engine {
  readonly home: string;
  readonly config: Config;
  readonly lists: ListService;
  readonly screening: ScreeningService;
  /** The listed parties of today, to open and to search. */
  readonly directory: PartyDirectory;
  /** Keys of those who may ask the server. */
  readonly keys: KeyService;
  /** Folder for customer files that somebody sent to the server, and their results. */
  readonly uploadFolder: string;
  /** What was answered: written before each answer, shown, verified, repeated. */
  readonly record: RecordService;
  /** What reports say: claims about a party, articles together, and what a person said of a claim. */
  readonly claims: ClaimService;
  /** Reads reports: bytes, addresses, files and folders. */
  readonly reading: ReadingService;
  readonly #store: Store;
  readonly #pool = new ScreeningPool();
  readonly #searchThreads: SearchThreads | undefined;

  private constructor(
    home: string,
    config: Config,
    store: Store,
    writer: RecordWriter | undefined,
    clock: Clock,
    who: string,
    serving: Serving | undefined,
    environment: Environment,
  ) {
    this.home = home;
    this.config = config;
    this.#store = store;
    this.lists = new ListService(store, LIST_READERS, clock, config, NETWORK);
    const grades = new SourceGrades(config.sources);
    const { languageModel } = config;
    const repeatParts: RepeatParts = { store, recordsOf: (version) => this.lists.recordsOf(version) };
    this.record = new RecordService({
      store: store.record,
      writer,
      clock,
      newSalt: () => randomBytes(32).toString('hex'),
      newId: randomUUID,
      who,
      stampOf,
      repeats: {
        screening: (content, lists) => repeatScreening(repeatParts, content, lists),
        reading: (content, lists) => repeatReading({ ...repeatParts, grades }, content, lists),
      },
    });
    this.claims = new ClaimService({
      store,
      grades,
      clock,
      idsOf: (party) => idsOfParty(party, this.screening),
    });
    this.#searchThreads = serving && new SearchThreads(serving.onTrouble);
    this.screening = new ScreeningService({
      lists: this.lists,
      store,
      clock,
      newId: randomUUID,
      record: this.record,
      pool: this.#pool,
      searchThreads: this.#searchThreads,
      claimsOf: (parties) => this.claims.claimsOf(parties),
      serving,
    });
    this.reading = new ReadingService({
      store,
      grades,
      clock,
      newId: randomUUID,
      record: this.record,
      screening: this.screening,
      claims: this.claims,
      languageModel: languageModel && (() => configuredModel(languageModel, environment)),
    });
    this.keys = new KeyService({ store: store.apiKeys, clock, random: randomBytes });
    this.uploadFolder = join(home, 'files');
    this.directory = new PartyDirectory({
      listed: () => this.screening.listed(),
      cacheFolder: store.archive.cacheFolder,
      onTrouble: serving?.onTrouble,
    });
  }

  /**
   * Opens a home, making it if it is not there. Close the engine when done.
   * @throws InterdictError CONFIG_INVALID, FILE_UNREADABLE, STORE_NEWER, STORE_DAMAGED, STORE_UNREACHABLE
   */
  static async open({
    home,
    clock = () => new Date(),
    databaseUrl,
    who = 'unknown',
    isServing = false,
    onTrouble = () => {},
    environment = process.env,
  }: EngineOptions): Promise<Engine> {
    const config = await readConfig(home);
    const database = databaseUrl || config.database;
    const store = await openStore(home, clock(), database);
    const writer = isServing && !database ? new RecordWriter(home) : undefined;
    const serving: Serving = {
      trust: TRUST,
      buildElsewhere: (asOf) => buildIndexElsewhere({ home, databaseUrl, asOf }),
      onTrouble,
    };
    return new Engine(home, config, store, writer, clock, who, isServing ? serving : undefined, environment);
  }

  async close(): Promise<void> {
    await this.#pool.close();
    await this.#searchThreads?.close();
    await this.record.close();
    await this.#store.close();
  }
}
