import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { starterParties } from '../../../test/support/listed-parties.ts';
import type { PartyQuery } from '../../model/screening.ts';
import { decodeIndex, encodeIndex, placeIndex } from '../../screen/index/index-file.ts';
import { indexParties } from '../../screen/index/screen-index.ts';
import { findResults } from '../../screen/screen-party.ts';
import { Screener } from '../../screen/screener.ts';
import { ScreeningPool, type SharedIndex } from './screening-pool.ts';

let index: SharedIndex;
let screener: Screener;
const pool = new ScreeningPool({ threads: 2 });

const person = (name: string): PartyQuery => ({ schema: 'Person', properties: { name: [name] } });
const NAMES = ['Ashot Mkrtchyev', 'Мкртычев Ашот', 'Yevgeny Prigozhin', 'Jane Doe', '김정은', 'Kim Jong Un'];

beforeAll(async () => {
  const parties = await starterParties();
  const placed = placeIndex(encodeIndex(indexParties(parties), parties));
  index = { name: 'starter', placed };
  screener = new Screener(decodeIndex(placed));
});
afterAll(() => pool.close());

describe('the pool of threads', () => {
  it('finds what one thread finds, in the order of the queries', async () => {
    const queries = Array.from({ length: 60 }, (_, at) => person(NAMES[at % NAMES.length]!));
    const jobs = [queries.slice(0, 7), queries.slice(7, 30), queries.slice(30)];
    const answers = await Promise.all(jobs.map((job) => pool.find({ index, queries: job, options: {} })));
    expect(answers.flat()).toEqual(queries.map((query) => findResults(screener, query, {})));
  });

  it('answers more jobs than it has room for, each once', async () => {
    const jobs = Array.from({ length: 100 }, (_, at) => person(`${NAMES[at % NAMES.length]} ${at}`));
    const answers = await Promise.all(
      jobs.map((query) => pool.find({ index, queries: [query], options: { cutoff: 0.01 } })),
    );
    expect(answers.map(([results]) => results)).toEqual(
      jobs.map((query) => findResults(screener, query, { cutoff: 0.01 })),
    );
  });

  it('says which query cannot be screened, with its code and field', async () => {
    const queries = [person('Kim'), person('!!!')];
    await expect(pool.find({ index, queries, options: {} })).rejects.toMatchObject({
      name: 'InterdictError',
      code: 'QUERY_INVALID',
      place: { field: 'name' },
    });
  });

  it('drops a job whose signal is aborted, and goes on with others', async () => {
    const controller = new AbortController();
    const many = Array.from({ length: 3000 }, (_, at) => person(`Name ${at} Of Nobody`));
    const dropped = pool.find({ index, queries: many, options: { cutoff: 0 } }, controller.signal);
    setTimeout(() => controller.abort(), 20);
    await expect(dropped).rejects.toMatchObject({ name: 'AbortError' });
    const [results] = await pool.find({ index, queries: [person('Ashot Mkrtychev')], options: {} });
    expect(results![0]!.id).toBe('us_ofac_sdn-41736');
  });
});
