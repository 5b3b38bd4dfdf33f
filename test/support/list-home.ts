// A home for one test: a store on the disk, a list service over it, and short ways to write files and to say what
// became of them. The clock stands at noon of 15 June 2024 until it is set.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Store } from '../../src/cases/ports.ts';
import { parseConfig } from '../../src/engine/config.ts';
import { ListService } from '../../src/engine/list-service.ts';
import type { AddOutcome } from '../../src/engine/lists/add-lists.ts';
import type { ListReader } from '../../src/lists/reader.ts';
import { openStore } from '../../src/store/open-store.ts';
import { plainList } from '../fixtures/plain-list.ts';

export class ListHome {
  readonly folder: string;
  readonly #store: Store;
  now = new Date('2024-06-15T12:00:00Z');
  lists: ListService;

  private constructor(folder: string, store: Store) {
    this.folder = folder;
    this.#store = store;
    this.lists = this.service();
  }

  static async open(): Promise<ListHome> {
    const folder = await mkdtemp(join(tmpdir(), 'interdict-lists-'));
    return new ListHome(folder, await openStore(join(folder, 'home')));
  }

  async close(): Promise<void> {
    await this.#store.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** A service over the same store with other readers, or another configuration. */
  service(readers: readonly ListReader[] = [plainList], config = ''): ListService {
    const network = { version: '0', random: () => 0 };
    return new ListService(this.#store, readers, () => this.now, parseConfig(config), network);
  }

  /** Writes files below the folder; gives the path of the last. */
  async write(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
    let path = this.folder;
    for (const [name, content] of Object.entries(files)) {
      path = join(this.folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    }
    return path;
  }

  /** List and day of each version in force today. */
  async inUse(): Promise<string[]> {
    return (await this.lists.inForce()).map((version) => `${version.dataset} ${version.published}`);
  }

  /** Names and aliases in the last version of a list. */
  async namesOf(dataset: string): Promise<string[]> {
    const names: string[] = [];
    for await (const { entities } of this.lists.recordsOf(await this.lists.version(dataset)))
      for (const property of ['name', 'alias'])
        names.push(...(entities[0].properties[property] ?? []).map((it) => it.value));
    return names;
  }
}

/** What became of each: kind, list, day and number of parties, or the code of the error. */
export function inShort(outcomes: readonly AddOutcome[]): string[] {
  return outcomes.map((outcome) =>
    'version' in outcome
      ? `${outcome.kind} ${outcome.version.dataset} ${outcome.version.published} ${outcome.version.entities}`
      : `${outcome.kind} ${outcome.error.code}`,
  );
}
