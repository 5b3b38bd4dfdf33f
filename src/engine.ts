// Joins the rooms: the one place that knows which store, which readers and which clock there are. Doors (command line,
// server) open an engine and ask it; whoever embeds Interdict does the same.
import { randomUUID } from 'node:crypto';
import type { Store } from './cases/ports.ts';
import type { Clock } from './engine/clock.ts';
import { type Config, readConfig } from './engine/config.ts';
import { ListService } from './engine/list-service.ts';
import type { Network } from './engine/lists/update-lists.ts';
import { ScreeningService } from './engine/screening-service.ts';
import { ENGINE_VERSION } from './engine/version.ts';
import { LIST_READERS } from './lists/registry.ts';
import { openStore } from './store/open-store.ts';

export interface EngineOptions {
  /** Folder of the store, the lists and the configuration; see `resolveHome`. */
  readonly home: string;
  /** @default the clock of the machine */
  readonly clock?: Clock;
}

const NETWORK: Network = { version: ENGINE_VERSION, random: Math.random };

export class Engine {
  readonly home: string;
  readonly config: Config;
  readonly lists: ListService;
  readonly screening: ScreeningService;
  readonly #store: Store;

  private constructor(home: string, config: Config, store: Store, clock: Clock) {
    this.home = home;
    this.config = config;
    this.#store = store;
    this.lists = new ListService(store, LIST_READERS, clock, config, NETWORK);
    this.screening = new ScreeningService({ lists: this.lists, store, clock, newId: randomUUID });
  }

  /**
   * Opens a home, making it if it is not there. Close the engine when done.
   * @throws InterdictError CONFIG_INVALID, FILE_UNREADABLE, STORE_NEWER, STORE_DAMAGED
   */
  static async open({ home, clock = () => new Date() }: EngineOptions): Promise<Engine> {
    const config = await readConfig(home);
    return new Engine(home, config, await openStore(home, clock()), clock);
  }

  async close(): Promise<void> {
    await this.#store.close();
  }
}
