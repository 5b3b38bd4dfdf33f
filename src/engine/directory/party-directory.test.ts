import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { starterParties, starterRecords } from '../../../test/support/listed-parties.ts';
import type { ListedParty } from '../../screen/listed-party.ts';
import { type ListedParties, PartyDirectory } from './party-directory.ts';

let folder: string;
let parties: ListedParty[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interdict-directory-'));
  parties = await starterParties();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The first so many starter parties under a name. */
function listed(name: string, count: number): ListedParties {
  const own = parties.slice(0, count);
  return {
    name,
    parties: {
      count,
      partyOf: (number) => own[number]!,
      all: () => own,
      numberOf: (id) => {
        const found = own.findIndex((party) => [party.id, ...party.referents].includes(id));
        return found < 0 ? undefined : found;
      },
    },
    records: async function* () {
      yield* await starterRecords();
    },
    similar: () => [],
  };
}

describe('the directory', () => {
  it('opens a party by any of its ids, and says when there is none', async () => {
    const directory = new PartyDirectory({
      listed: async () => listed('a', parties.length),
      cacheFolder: folder,
    });
    const party = await directory.details('gb_hmt_sanctions-16067');
    expect(party.id).toBe('us_ofac_sdn-41736');
    const sources = party.facts
      .find(({ property }) => property === 'name')
      ?.values.map(({ dataset }) => dataset);
    expect(sources).toEqual(party.datasets);
    await expect(directory.details('nobody')).rejects.toMatchObject({ code: 'PARTY_UNKNOWN' });
  });

  it('of a command is always that of the lists in force', async () => {
    let now = listed('a', 3);
    const directory = new PartyDirectory({ listed: async () => now, cacheFolder: folder });
    expect((await directory.snapshot()).parties.count).toBe(3);
    now = listed('b', 5);
    expect((await directory.snapshot()).parties.count).toBe(5);
  });

  it('of a server is the one before until the next is ready', async () => {
    let now = listed('a', 3);
    const troubles: unknown[] = [];
    const directory = new PartyDirectory({
      listed: async () => now,
      cacheFolder: folder,
      onTrouble: (error) => troubles.push(error),
    });
    await directory.snapshot();
    now = listed('b', 5);
    expect((await directory.snapshot()).parties.count).toBe(3);
    await expect.poll(async () => (await directory.snapshot()).parties.count).toBe(5);
    expect(troubles).toEqual([]);
  });

  it('of a server that cannot be made anew goes on as it was, and that is told', async () => {
    let now = listed('a', 3);
    const troubles: unknown[] = [];
    const directory = new PartyDirectory({
      listed: async () => now,
      cacheFolder: folder,
      onTrouble: (error) => troubles.push(error),
    });
    await directory.snapshot();
    now = {
      ...listed('b', 5),
      // biome-ignore lint/correctness/useYield: it fails before the first.
      records: async function* () {
        throw new Error('the disk is full');
      },
    };
    expect((await directory.snapshot()).parties.count).toBe(3);
    await expect.poll(() => troubles.length).toBeGreaterThan(0);
    expect((await directory.snapshot()).parties.count).toBe(3);
  });
});
