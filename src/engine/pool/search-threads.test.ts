import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { starterParties } from '../../../test/support/listed-parties.ts';
import type { PartyQuery, ScreeningResult } from '../../model/screening.ts';
import { decodeIndex, encodeIndex, placeIndex } from '../../screen/index/index-file.ts';
import { indexParties } from '../../screen/index/screen-index.ts';
import { findResults } from '../../screen/screen-party.ts';
import { Screener } from '../../screen/screener.ts';
import type { PoolJob, SharedIndex } from './screening-pool.ts';
import { SearchThreads } from './search-threads.ts';

const person = (name: string): PartyQuery => ({ schema: 'Person', properties: { name: [name] } });
const NAMES = ['Ashot Mkrtchyev', 'Мкртычев Ашот', 'Yevgeny Prigozhin', 'Jane Doe', '김정은', 'Kim Jong Un'];

let index: SharedIndex;
let screener: Screener;
let threads: SearchThreads;
let troubles: unknown[];

beforeAll(async () => {
  const parties = await starterParties();
  const placed = placeIndex(encodeIndex(indexParties(parties), parties));
  index = { name: 'starter', placed };
  screener = new Screener(decodeIndex(placed));
});
beforeEach(() => {
  troubles = [];
  threads = new SearchThreads((error) => troubles.push(error), 2);
});
afterEach(() => threads.close());

const jobOf = (query: PartyQuery, of: SharedIndex = index): PoolJob => ({
  index: of,
  queries: [query],
  options: {},
});

/** Asks until a thread has the index open. */
async function found(job: PoolJob): Promise<readonly ScreeningResult[][]> {
  for (;;) {
    const answer = threads.find(job);
    if (answer) return await answer;
    await wait(5);
  }
}

describe('searching for single parties in other threads', () => {
  it('leaves it to whoever asks until an index is open, and finds the same then', async () => {
    expect(threads.find(jobOf(person('Jane Doe')))).toBeUndefined();
    await found(jobOf(person('Jane Doe')));
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, at) => found(jobOf(person(NAMES[at % NAMES.length]!)))),
    );
    expect(answers.flat()).toEqual(
      Array.from({ length: 60 }, (_, at) => findResults(screener, person(NAMES[at % NAMES.length]!), {})),
    );
  });

  it('goes over to another index as soon as that is open', async () => {
    await found(jobOf(person('Jane Doe')));
    const other = { ...index, name: 'other' };
    expect(threads.find(jobOf(person('Jane Doe'), other))).toBeUndefined();
    const [results] = await found(jobOf(person('Ashot Mkrtchyev'), other));
    expect(results![0]!.id).toBe('us_ofac_sdn-41736');
  });

  it('says which query cannot be screened, with its code and field', async () => {
    await found(jobOf(person('Jane Doe')));
    await expect(found(jobOf(person('!!!')))).rejects.toMatchObject({
      name: 'InterdictError',
      code: 'QUERY_INVALID',
      place: { field: 'name' },
    });
  });

  it('tells when an index cannot be opened, and opens the next one all the same', async () => {
    const broken = { name: 'broken', placed: { ...index.placed, size: 12 } };
    expect(threads.find(jobOf(person('Jane Doe'), broken))).toBeUndefined();
    while (troubles.length < 2) await wait(5);
    expect(troubles).toMatchObject([{ code: 'STORE_DAMAGED' }, { code: 'STORE_DAMAGED' }]);
    const [results] = await found(jobOf(person('Ashot Mkrtchyev')));
    expect(results![0]!.id).toBe('us_ofac_sdn-41736');
  });
});
