// Screens parties against the lists that were in force on a day: finds the versions, opens their index (building it
// when needed), and asks the screen room. Everything that comes from outside (time, ids) is passed in.
import type { LinkCut, ListVersion, Store } from '../cases/ports.ts';
import { InterdictError } from '../model/errors.ts';
import type { ListRecord } from '../model/record.ts';
import type { ListUse, PartyQuery, Screening } from '../model/screening.ts';
import { linkKey } from '../screen/link/link-records.ts';
import type { ListedParty } from '../screen/listed-party.ts';
import { policyHash } from '../screen/policy/policy-hash.ts';
import { POLICY_V1 } from '../screen/policy/v1.ts';
import { screenParty } from '../screen/screen-party.ts';
import { Screener } from '../screen/screener.ts';
import type { BatchScreener } from './batch/batch-screener.ts';
import { dayOf } from './clock.ts';
import { buildIndexBytes, indexName, loadIndexBytes, openIndex } from './index-cache.ts';
import { ENGINE_VERSION } from './version.ts';

/** What screening needs of the lists. */
export interface ScreenedLists {
  /** The versions in force on a day, one for each list. */
  inForce(asOf: string): Promise<ListVersion[]>;
  recordsOf(version: ListVersion): AsyncIterable<ListRecord>;
  /** The state of each list that is in use or that the profile requires. */
  listUse(profile: string, asOf: string): Promise<ListUse[]>;
}

export interface ScreenOptions {
  /** Day whose lists are asked, `YYYY-MM-DD`. @default today */
  readonly asOf?: string | undefined;
  /** @default 'default' */
  readonly profile?: string | undefined;
  /** @default 5 */
  readonly limit?: number | undefined;
  /** @default the policy's review threshold */
  readonly cutoff?: number | undefined;
}

export interface ScreeningServiceParts {
  readonly lists: ScreenedLists;
  readonly store: Store;
  readonly clock: () => Date;
  readonly newId: () => string;
  /** Told while an index is being built, which takes some seconds. */
  readonly onBuilding?: (message: string) => void;
}

/** A screener with the lists that it asks. */
interface Prepared {
  readonly name: string;
  readonly screener: Screener;
}

export class ScreeningService {
  readonly #parts: ScreeningServiceParts;
  #prepared: Prepared | undefined;

  constructor(parts: ScreeningServiceParts) {
    this.#parts = parts;
  }

  /**
   * Screens one party.
   * @throws InterdictError QUERY_INVALID or SCHEMA_UNKNOWN
   */
  async screen(query: PartyQuery, options: ScreenOptions = {}): Promise<Screening> {
    const screenOne = await this.#prepare(options);
    return screenOne(query);
  }

  /** A screener for many parties under one setting; its fingerprint tells whether a resumed run is the same job. */
  async batchScreener(options: ScreenOptions = {}): Promise<BatchScreener> {
    // The day is part of the job: a run that goes on tomorrow must not mix two ages of the lists.
    const asOf = options.asOf ?? dayOf(this.#parts.clock());
    const screenOne = await this.#prepare({ ...options, asOf });
    const { name } = this.#prepared!;
    const { profile = 'default', limit, cutoff } = options;
    return {
      fingerprint: [name, policyHash(POLICY_V1), asOf, profile, limit ?? '', cutoff ?? ''].join('/'),
      screen: async (queries) => queries.map(screenOne),
    };
  }

  /**
   * A listed party by its id, or by the id of any of its listings, on today's lists.
   * @throws InterdictError QUERY_INVALID if there is none
   */
  async party(id: string): Promise<ListedParty> {
    const versions = await this.#parts.lists.inForce(dayOf(this.#parts.clock()));
    const { screener } = await this.#open(versions);
    const number = screener.index.parties.numberOf(id);
    if (number === undefined)
      throw new InterdictError('QUERY_INVALID', `No listed party has the id "${id}".`, { field: 'party' });
    return screener.index.parties.partyOf(number);
  }

  /**
   * Holds two listings apart from now on.
   * @throws InterdictError LINK_UNKNOWN if nothing links them directly
   */
  async cutLink(left: string, right: string, reason: string, by: string): Promise<void> {
    const { links } = await this.party(left);
    const key = linkKey(left, right);
    if (!links.some((link) => linkKey(link.left, link.right) === key)) {
      throw new InterdictError('LINK_UNKNOWN', `Nothing links ${left} and ${right}.`);
    }
    await this.#parts.store.linkCuts.cut({ left, right, reason, by, at: this.#parts.clock().toISOString() });
  }

  /**
   * Undoes a cut.
   * @throws InterdictError LINK_UNKNOWN if there was none
   */
  async restoreLink(left: string, right: string): Promise<void> {
    const { linkCuts } = this.#parts.store;
    if (await linkCuts.restore(left, right)) return;
    if (await linkCuts.restore(right, left)) return;
    throw new InterdictError('LINK_UNKNOWN', `No link between ${left} and ${right} was cut.`);
  }

  /** All links that a person has cut. */
  async linkCuts(): Promise<LinkCut[]> {
    return await this.#parts.store.linkCuts.cuts();
  }

  async #prepare(options: ScreenOptions): Promise<(query: PartyQuery) => Screening> {
    const { clock, newId, lists } = this.#parts;
    const asOf = options.asOf ?? dayOf(clock());
    const [versions, uses] = [
      await lists.inForce(asOf),
      await lists.listUse(options.profile ?? 'default', asOf),
    ];
    const { screener } = await this.#open(versions);
    const search = {
      ...(options.limit === undefined ? {} : { limit: options.limit }),
      ...(options.cutoff === undefined ? {} : { cutoff: options.cutoff }),
    };
    return (query) => {
      const at = clock()
        .toISOString()
        .replace(/\.\d+Z$/u, 'Z');
      return screenParty(
        screener,
        query,
        { id: newId(), at, asOf, engineVersion: ENGINE_VERSION, lists: uses },
        search,
      );
    };
  }

  async #open(versions: readonly ListVersion[]): Promise<Prepared> {
    const { store, lists, onBuilding } = this.#parts;
    const cuts = await store.linkCuts.cuts();
    const name = indexName(versions, cuts);
    if (this.#prepared?.name === name) return this.#prepared;
    const bytes = await loadIndexBytes(store.archive.cacheFolder, name, async () => {
      onBuilding?.(`Building the index of ${versions.length} lists …`);
      const records: ListRecord[] = [];
      for (const version of versions)
        for await (const record of lists.recordsOf(version)) records.push(record);
      return buildIndexBytes(records, cuts);
    });
    this.#prepared = { name, screener: new Screener(openIndex(bytes)) };
    return this.#prepared;
  }
}
