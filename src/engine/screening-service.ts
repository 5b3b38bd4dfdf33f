// Screens parties against the lists that were in force on a day: finds the versions, opens their index (building it
// when needed), and asks the screen room. Everything that comes from outside (time, ids) is passed in.
import type { LinkCut, ListVersion, Store } from '../cases/ports.ts';
import type { RecordedList } from '../cases/record/entry.ts';
import { InterdictError } from '../model/errors.ts';
import type { ListRecord } from '../model/record.ts';
import type { ListUse, PartyQuery, Screening, ScreeningResult } from '../model/screening.ts';
import { decodeIndex } from '../screen/index/index-file.ts';
import { linkKey } from '../screen/link/link-records.ts';
import type { ListedParty } from '../screen/listed-party.ts';
import { factsOfProperties } from '../screen/party.ts';
import { policyHash } from '../screen/policy/policy-hash.ts';
import { POLICY_V1 } from '../screen/policy/v1.ts';
import { decideScreening, findResults } from '../screen/screen-party.ts';
import { Screener } from '../screen/screener.ts';
import type { BatchScreener } from './batch/batch-screener.ts';
import { dayOf } from './clock.ts';
import type { ListedParties } from './directory/party-directory.ts';
import { indexName, isIndexKept, loadIndex } from './index-cache.ts';
import { versionsInForce } from './lists/choose-version.ts';
import { listUses } from './lists/list-use.ts';
import type { PoolJob, ScreeningPool, SharedIndex } from './pool/screening-pool.ts';
import type { SearchThreads } from './pool/search-threads.ts';
import { DEFAULT_PROFILE, type Profile } from './profiles.ts';
import type { RecordService } from './record/record-service.ts';
import { type ListStand, StandingLists } from './standing-lists.ts';
import { ENGINE_VERSION } from './version.ts';

/** What screening needs of the lists. */
export interface ScreenedLists {
  /** All stored versions of all lists. */
  all(): Promise<ListVersion[]>;
  recordsOf(version: ListVersion): AsyncIterable<ListRecord>;
  /** @throws InterdictError CONFIG_INVALID if there is none of that name */
  profile(name: string): Profile;
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
  /** Who asks, for the record. @default whoever opened the engine */
  readonly who?: string | undefined;
}

/** The likeliest listed party for each of many, on the lists of today. */
export interface PartyScreener {
  /** Equal if lists and policy are. */
  readonly fingerprint: string;
  readonly lists: readonly RecordedList[];
  /** Links between listings that are cut, each as its two ids. */
  readonly cuts: readonly (readonly [string, string])[];
  /** The best result for each query, in their order; undefined where none reaches review. */
  readonly find: (queries: readonly PartyQuery[]) => Promise<readonly (ScreeningResult | undefined)[]>;
}

export interface ScreeningServiceParts {
  readonly lists: ScreenedLists;
  readonly store: Store;
  readonly clock: () => Date;
  readonly newId: () => string;
  /** Where each answer is written before it is given. */
  readonly record: Pick<RecordService, 'screening' | 'batch'>;
  /** Ids of the claims in reports about each of some listed parties. @default none are shown */
  readonly claimsOf?: (
    parties: readonly { readonly id: string; readonly referents: readonly string[] }[],
  ) => Promise<readonly (readonly string[])[]>;
  /** Screens many parties at once on all cores. @default everything in this thread */
  readonly pool?: ScreeningPool;
  /** Search for single parties, for a service that has more to do meanwhile. @default searched in this thread */
  readonly searchThreads?: SearchThreads | undefined;
  /** Told while an index is being built, which takes some seconds. */
  readonly onBuilding?: (message: string) => void;
  /** For a service that is asked by many at once. @default it is asked by one */
  readonly serving?: Serving | undefined;
}

/** How a service answers many at once without stopping while lists change. */
export interface Serving {
  /** Milliseconds for which the lists are taken to be what they were. */
  readonly trust: number;
  /** Builds the index of the lists in force on a day, not in this thread. */
  readonly buildElsewhere: (asOf: string) => Promise<void>;
  /** Told when newer lists could not be made ready. */
  readonly onTrouble: (error: unknown) => void;
}

/** A screener with the lists that it asks. */
interface Prepared {
  readonly name: string;
  readonly screener: Screener;
  readonly shared: SharedIndex;
}

/** The lists of one day for one profile. */
interface Asked {
  readonly versions: readonly ListVersion[];
  readonly uses: readonly ListUse[];
  readonly name: string;
}

/** A screener under one setting, with what the record says of it. */
interface Setting {
  readonly name: string;
  readonly lists: readonly RecordedList[];
  readonly cuts: readonly (readonly [string, string])[];
  readonly screenAll: (queries: readonly PartyQuery[]) => Promise<Screening[]>;
}

/** Likeness from which a name is shown to somebody who only looks around; nothing is decided by it. */
const LEAST_SIMILAR = 0.02;

/** Indexes that are held open: today's, and those of days that somebody looks back to. */
const MAX_OPEN = 3;
/** Questions (day and profile) that are remembered for one stand of the lists. */
const MAX_ASKED = 100;

/** Queries from which handing them to another thread is worth the way. */
const LEAST_FOR_POOL = 20;

export class ScreeningService {
  readonly #parts: ScreeningServiceParts;
  readonly #standing: StandingLists;
  /** By name, the one used last at the end. */
  readonly #prepared = new Map<string, Promise<Prepared>>();
  readonly #asked = new WeakMap<ListStand, Map<string, Asked>>();

  constructor(parts: ScreeningServiceParts) {
    this.#parts = parts;
    const { lists, store, clock, serving } = parts;
    this.#standing = new StandingLists({
      read: async () => ({ stored: await lists.all(), cuts: await store.linkCuts.cuts() }),
      prepare: (stand) => this.#open(stand, dayOf(clock())),
      now: () => clock().getTime(),
      trust: serving?.trust ?? 0,
      onTrouble: serving?.onTrouble ?? (() => {}),
    });
  }

  /** Makes the index of the lists in force on a day ready. @param asOf @default today */
  async ready(asOf: string = dayOf(this.#parts.clock())): Promise<void> {
    await this.#open(await this.#standing.current(), asOf);
  }

  /**
   * Screens one party. The answer is in the record before it is given.
   * @throws InterdictError QUERY_INVALID or SCHEMA_UNKNOWN
   */
  async screen(query: PartyQuery, options: ScreenOptions = {}): Promise<Screening> {
    const { screenAll, lists, cuts } = await this.#prepare(options);
    const [answer] = (await this.#withClaims(await screenAll([query]))) as [Screening];
    const { profile = 'default', limit, cutoff, who } = options;
    const input = { profile, ...given({ limit, cutoff }), cuts };
    await this.#parts.record.screening({ content: { input, answer }, lists, who });
    return answer;
  }

  /**
   * A screener for parties that something else asks about (a report names them). What it finds is not recorded by
   * itself: whoever asks records it with what asked.
   */
  async partyScreener(): Promise<PartyScreener> {
    const { name, screenAll, lists, cuts } = await this.#prepare({ limit: 1 });
    return {
      fingerprint: [name, policyHash(POLICY_V1)].join('/'),
      lists,
      cuts,
      find: async (queries) => (await screenAll(queries)).map(({ results }) => results[0]),
    };
  }

  /** A screener for many parties under one setting; its fingerprint tells whether a resumed run is the same job. */
  async batchScreener(options: ScreenOptions = {}): Promise<BatchScreener> {
    // The day is part of the job: a run that goes on tomorrow must not mix two ages of the lists.
    const asOf = options.asOf ?? dayOf(this.#parts.clock());
    const { name, screenAll, lists } = await this.#prepare({ ...options, asOf });
    const { pool } = this.#parts;
    const { profile = 'default', limit, cutoff, who } = options;
    return {
      fingerprint: [name, policyHash(POLICY_V1), asOf, profile, limit ?? '', cutoff ?? ''].join('/'),
      // One more than there are threads, so that none waits while results are written.
      ...(pool ? { parallel: pool.threads + 1 } : {}),
      screen: async (queries) => this.#withClaims(await screenAll(queries)),
      record: async ({ id, rows, decision, ...batch }) => {
        const asked = { ...batch.options, asOf, profile, ...given({ limit, cutoff }) };
        const content = { ...batch, options: asked };
        await this.#parts.record.batch({ id, content, lists, who }, rows, decision);
      },
    };
  }

  /** The versions that a screening of today asks: those in force, as far as their index is ready. */
  async versionsInUse(): Promise<readonly ListVersion[]> {
    const stand = await this.#standing.current();
    return this.#askedOf(stand, DEFAULT_PROFILE, dayOf(this.#parts.clock())).versions;
  }

  /**
   * A listed party by its id, or by the id of any of its listings, on today's lists.
   * @throws InterdictError QUERY_INVALID if there is none
   */
  async party(id: string): Promise<ListedParty> {
    const { screener } = await this.#open(await this.#standing.current(), dayOf(this.#parts.clock()));
    const number = screener.index.parties.numberOf(id);
    if (number === undefined)
      throw new InterdictError('QUERY_INVALID', `No listed party has the id "${id}".`, { field: 'party' });
    return screener.index.parties.partyOf(number);
  }

  /** The parties in force today, with the records that they were made from. */
  async listed(): Promise<ListedParties> {
    const { lists, clock } = this.#parts;
    const today = dayOf(clock());
    const stand = await this.#standing.current();
    const { name, screener } = await this.#open(stand, today);
    const versions = versionsInForce(stand.stored, today);
    const records = async function* (): AsyncGenerator<ListRecord> {
      for (const version of versions) yield* lists.recordsOf(version);
    };
    const similar = (text: string, limit: number): string[] => {
      const facts = factsOfProperties('Thing', { name: [text] });
      return screener.search(facts, { limit, cutoff: LEAST_SIMILAR }).map(({ party }) => party.id);
    };
    return { name, parties: screener.index.parties, records, similar };
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

  /** The screenings with the claims that reports make about the parties found. */
  async #withClaims(screenings: readonly Screening[]): Promise<Screening[]> {
    const { claimsOf } = this.#parts;
    const found = screenings.flatMap((screening) => screening.results);
    if (!claimsOf || found.length === 0) return [...screenings];
    const claims = (await claimsOf(found)).values();
    return screenings.map((screening) => ({
      ...screening,
      results: screening.results.map((result) => ({ ...result, claims: claims.next().value ?? [] })),
    }));
  }

  async #prepare(options: ScreenOptions): Promise<Setting> {
    const { clock, newId } = this.#parts;
    const asOf = options.asOf ?? dayOf(clock());
    const stand = await this.#standing.current();
    const { versions, uses } = this.#askedOf(stand, options.profile ?? DEFAULT_PROFILE, asOf);
    const { name, screener, shared } = await this.#open(stand, asOf);
    const search = given({ limit: options.limit, cutoff: options.cutoff });
    const screenAll = async (queries: readonly PartyQuery[]): Promise<Screening[]> => {
      const job = { index: shared, queries, options: search };
      const found =
        (await this.#findElsewhere(job, asOf)) ??
        queries.map((query) => findResults(screener, query, search));
      return queries.map((query, at) => {
        const setting = {
          id: newId(),
          at: momentOf(clock()),
          asOf,
          engineVersion: ENGINE_VERSION,
          lists: uses,
        };
        return decideScreening(query, found[at]!, setting, screener.policy, options.cutoff);
      });
    };
    return {
      name,
      lists: versions.map(({ dataset, version, readerVersion }) => ({ dataset, version, readerVersion })),
      cuts: stand.cuts.map(({ left, right }) => [left, right] as const),
      screenAll,
    };
  }

  /** What other threads find; undefined if there are none for that. */
  #findElsewhere(job: PoolJob, asOf: string): Promise<readonly ScreeningResult[][]> | undefined {
    const { pool, searchThreads, clock } = this.#parts;
    if (pool && job.queries.length >= LEAST_FOR_POOL) return pool.find(job);
    // The lists of other days are asked too rarely to be opened in each thread, in the place of today's.
    return asOf === dayOf(clock()) ? searchThreads?.find(job) : undefined;
  }

  /** Which versions a question asks and how usable they are; the same for all who ask the same of one stand. */
  #askedOf(stand: ListStand, profile: string, asOf: string): Asked {
    const known = this.#asked.get(stand) ?? new Map<string, Asked>();
    this.#asked.set(stand, known);
    const key = `${asOf} ${profile}`;
    let asked = known.get(key);
    if (!asked) {
      if (known.size >= MAX_ASKED) known.clear();
      const versions = versionsInForce(stand.stored, asOf);
      const uses = listUses(stand.stored, this.#parts.lists.profile(profile), asOf);
      asked = { versions, uses, name: indexName(versions, stand.cuts) };
      known.set(key, asked);
    }
    return asked;
  }

  /** The screener of the lists in force on a day; whoever asks for the same meanwhile gets the same. */
  #open(stand: ListStand, asOf: string): Promise<Prepared> {
    const { versions, name } = this.#askedOf(stand, DEFAULT_PROFILE, asOf);
    const known = this.#prepared.get(name);
    this.#prepared.delete(name);
    const prepared = known ?? this.#load(name, versions, stand.cuts, asOf);
    this.#prepared.set(name, prepared);
    const [oldest] = this.#prepared.keys();
    if (this.#prepared.size > MAX_OPEN && oldest !== undefined) this.#prepared.delete(oldest);
    // The next one to ask tries again.
    prepared.catch(() => this.#prepared.delete(name));
    return prepared;
  }

  async #load(
    name: string,
    versions: readonly ListVersion[],
    cuts: readonly LinkCut[],
    asOf: string,
  ): Promise<Prepared> {
    const { store, lists, onBuilding, serving } = this.#parts;
    const folder = store.archive.cacheFolder;
    if (serving && !(await isIndexKept(folder, name))) await serving.buildElsewhere(asOf);
    // If the lists changed meanwhile, the other thread has built the index of those, and this one is built here.
    const wanted = { name, versions, cuts, recordsOf: (version: ListVersion) => lists.recordsOf(version) };
    const placed = await loadIndex(folder, wanted, () =>
      onBuilding?.(`Building the index of ${versions.length} lists …`),
    );
    return { name, screener: new Screener(decodeIndex(placed)), shared: { name, placed } };
  }
}

/** A moment to the second, as the Screening contract has it. */
function momentOf(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/u, 'Z');
}

/** The options that were given: an absent one is absent, not undefined. */
function given<Options extends Readonly<Record<string, number | undefined>>>(
  options: Options,
): { [Name in keyof Options]?: number } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Options]?: number;
  };
}
