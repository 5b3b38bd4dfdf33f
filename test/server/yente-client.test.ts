// The requests of yente's own Python client (yente-client 0.2.0), recorded when it was run against this server, with
// what it needs of each answer. The client checks answers with pydantic: a field of a wrong kind is an error there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/server/typebox.ts';
import { ServerHome } from './open-server.ts';

let home: ServerHome;
let app: App;

/** As httpx sends them for the client. */
const HEADERS = {
  host: '127.0.0.1:8080',
  accept: '*/*',
  'accept-encoding': 'gzip, deflate',
  connection: 'keep-alive',
  authorization: 'ApiKey unused',
  'user-agent': 'yente-client/0.2.0 (python/3.11.7; httpx/0.28.1)',
};
const BROKER = {
  schema: 'Person',
  properties: { birthDate: ['1966-05-07'], name: ['Ashot Mkrtchyev'], nationality: ['sk'] },
};

beforeAll(async () => {
  home = await ServerHome.open();
  app = await home.serve();
});
afterAll(() => home.close());

const get = (url: string, headers: object = {}) => app.inject({ url, headers: { ...HEADERS, ...headers } });
const match = (url: string, queries: object, more: object = {}) =>
  app.inject({
    method: 'POST',
    url,
    headers: { ...HEADERS, 'content-type': 'application/json' },
    payload: JSON.stringify({ queries, weights: {}, config: {}, ...more }),
  });

const MOMENT = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/u);
/** What the client's class Entity has to have. */
const ENTITY = {
  id: 'us_ofac_sdn-41736',
  caption: 'Ashot MKRTYCHEV',
  schema: 'Person',
  datasets: ['us_ofac_sdn', 'gb_hmt_sanctions', 'au_dfat_sanctions'],
  referents: ['gb_hmt_sanctions-16067', 'au_dfat_sanctions-7893'],
  target: true,
  first_seen: '2023-03-30T00:00:00',
  last_seen: MOMENT,
  last_change: '2024-02-23T00:00:00',
};

describe('the client asks whether the server is there', () => {
  it.each(['/healthz', '/readyz'])('at %s', async (url) => {
    await expect.poll(async () => (await get(url)).statusCode, { timeout: 30_000 }).toBe(200);
    expect((await get(url)).json()).toEqual({ status: 'ok' });
  });
});

describe('the client asks for the lists', () => {
  it('and gets them with their versions, and nothing new the second time', async () => {
    const first = await get('/catalog');
    expect(first.json()).toMatchObject({
      datasets: expect.arrayContaining([
        expect.objectContaining({
          name: 'us_ofac_sdn',
          title: expect.stringContaining('OFAC'),
          version: expect.stringMatching(/^20231228-/u),
          load: true,
          index_current: true,
          children: [],
          updated_at: MOMENT,
        }),
        expect.objectContaining({ name: 'default', children: expect.arrayContaining(['us_ofac_sdn']) }),
        expect.objectContaining({ name: 'sanctions' }),
      ]),
      current: expect.arrayContaining(['us_ofac_sdn', 'default']),
      outdated: [],
      index_stale: false,
    });
    const second = await get('/catalog', { 'if-none-match': String(first.headers.etag) });
    expect(second.statusCode).toBe(304);
    expect(second.body).toBe('');
  });

  it('and for the algorithms, of which the default is one', async () => {
    const { algorithms, default: usual, best } = (await get('/algorithms')).json();
    const names = algorithms.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining([usual, best, 'logic-v1', 'logic-v2', 'best']));
  });
});

describe('the client matches', () => {
  it('one party under the key q, and gets it with score, match and explanations', async () => {
    const { statusCode, headers, body } = await match('/match/default', { q: BROKER });
    expect(statusCode).toBe(200);
    expect(headers['x-batch-size']).toBe('1');
    const { responses, limit } = JSON.parse(body);
    expect(limit).toBe(5);
    expect(responses.q).toMatchObject({
      status: 200,
      total: { value: 1, relation: 'eq' },
      query: { id: null, ...BROKER },
    });
    const [top] = responses.q.results;
    expect(top).toMatchObject({ ...ENTITY, match: true, score: expect.any(Number) });
    expect(top.score).toBeGreaterThan(0.9);
    expect(top.score).toBeLessThanOrEqual(1);
    for (const explanation of Object.values(top.explanations) as object[]) {
      expect(explanation).toMatchObject({ score: expect.any(Number), detail: expect.any(String) });
    }
    expect(Object.keys(top.explanations)).toEqual(
      expect.arrayContaining(['name_match', 'birth_date', 'nationality']),
    );
    expect(top.interdict.explanation.names.parts.length).toBeGreaterThan(1);
    expect(responses.q.interdict).toMatchObject({ decision: 'stop', screening: expect.any(String) });
  });

  it('with everything that narrows a search', async () => {
    const url =
      '/match/us_ofac_sdn?exclude_schema=Company&topics=sanction&changed_since=2020-01-01&include_dataset=gb_hmt_sanctions&threshold=0.5&algorithm=logic-v2&limit=3';
    const { responses, limit } = (await match(url, { q: BROKER })).json();
    expect(limit).toBe(3);
    expect(responses.q.results.map(({ id }: { id: string }) => id)).toEqual(['us_ofac_sdn-41736']);
  });

  it.each([
    ['an id of one of its listings', 'exclude_entity_ids=gb_hmt_sanctions-16067'],
    [
      'all its lists',
      'exclude_dataset=us_ofac_sdn&exclude_dataset=gb_hmt_sanctions&exclude_dataset=au_dfat_sanctions',
    ],
    ['its kind', 'exclude_schema=Person'],
    ['a kind above its own', 'exclude_schema=LegalEntity'],
    ['a topic that it does not have', 'topics=role.pep'],
    ['a day after its last change', 'changed_since=2024-02-23'],
    ['another list', 'include_dataset=un_sc_sanctions'],
  ])('and leaves it out by %s', async (_, search) => {
    const { responses } = (await match(`/match/default?${search}`, { q: BROKER })).json();
    expect(responses.q).toMatchObject({ results: [], total: { value: 0 } });
  });

  it('and does not lose a party of which no list says when it changed', async () => {
    const versor = { schema: 'Company', properties: { name: ['Versor s.r.o.'], country: ['Slovakia'] } };
    const idsSince = async (day: string) =>
      (await match(`/match/default?changed_since=${day}`, { q: versor }))
        .json()
        .responses.q.results.map(({ id }: { id: string }) => id);
    expect(await idsSince('2020-01-01')).toEqual(['us_ofac_sdn-44579']);
    expect(await idsSince('2023-12-28'), 'the day of the list itself').toEqual([]);
  });

  it('and finds it where only one of its lists is excluded', async () => {
    const { responses } = (await match('/match/default?exclude_dataset=us_ofac_sdn', { q: BROKER })).json();
    expect(responses.q.results).toHaveLength(1);
  });

  it('in Marble’s way: several parties, algorithm logic-v1, single texts for values', async () => {
    const nobody = { id: 'c-2', schema: 'Person', properties: { name: 'Nobody Here Atall' } };
    const broker = { schema: 'Person', properties: { name: 'Ashot Mkrtchyev', birthDate: '1966-05-07' } };
    const { responses } = (
      await match('/match/sanctions?algorithm=logic-v1&limit=10', { a: broker, b: nobody })
    ).json();
    expect(responses.a.results[0].id).toBe('us_ofac_sdn-41736');
    expect(responses.b).toMatchObject({ results: [], query: { id: 'c-2' } });
  });

  it('with values as people write them', async () => {
    const { responses } = (
      await match('/match/default', {
        q: {
          schema: 'Person',
          properties: {
            name: ['Ashot Mkrtychev'],
            birthDate: '7 May 1966',
            nationality: 'Slovakia',
            gender: ['M', 'unheard of'],
            wings: ['2'],
          },
        },
      })
    ).json();
    expect(responses.q.query.properties).toEqual({
      name: ['Ashot Mkrtychev'],
      birthDate: ['1966-05-07'],
      nationality: ['sk'],
      gender: ['male'],
    });
    expect(responses.q.interdict.warnings).toEqual([
      expect.stringContaining('gender'),
      expect.stringContaining('wings'),
    ]);
  });
});

describe('the rules of cutoff and threshold', () => {
  const scoreOf = async () =>
    (await match('/match/default', { q: BROKER })).json().responses.q.results[0].score as number;
  const ask = async (search: string) =>
    (await match(`/match/default?${search}`, { q: BROKER })).json().responses.q;

  it('a score equal to the threshold is a match, but a score equal to the cutoff is not sent', async () => {
    const score = await scoreOf();
    expect((await ask(`threshold=${score}&cutoff=${score}`)).results).toEqual([]);
    const sent = await ask(`threshold=${score}&cutoff=0.5`);
    expect(sent.results[0]).toMatchObject({ match: true, score });
    expect(sent.total.value).toBe(1);
  });

  it('raising the threshold alone leaves results that are no match', async () => {
    const sent = await ask('threshold=1');
    expect(sent.results[0]).toMatchObject({ match: false });
    expect(sent.total.value).toBe(0);
  });

  it('hide nothing from the decision', async () => {
    const sent = await ask('threshold=1&cutoff=1&exclude_dataset=us_ofac_sdn');
    expect(sent.results).toEqual([]);
    expect(sent.interdict.decision).toBe('stop');
  });

  it('the lower of the two counts as cutoff', async () => {
    expect((await ask('threshold=0.2&cutoff=0.9999')).results).toHaveLength(1);
  });
});

describe('the client searches', () => {
  it('by words, with a page and facets', async () => {
    const found = (
      await get('/search/default?q=mkrty%2A&offset=0&limit=2&facets=countries&facets=datasets')
    ).json();
    expect(found).toMatchObject({
      results: [ENTITY],
      total: { value: 1, relation: 'eq' },
      limit: 2,
      offset: 0,
      facets: {
        countries: {
          label: 'Countries',
          values: expect.arrayContaining([{ name: 'sk', label: 'Slovakia', count: 1 }]),
        },
        datasets: {
          values: expect.arrayContaining([expect.objectContaining({ name: 'us_ofac_sdn', count: 1 })]),
        },
      },
    });
    expect(Object.keys(found.facets)).toHaveLength(2);
  });

  it('with other spellings where it asks for them', async () => {
    expect((await get('/search/default?countries=sk&q=Mkrtchyev&offset=0')).json().results).toEqual([]);
    const found = (await get('/search/default?countries=sk&q=Mkrtchyev&offset=0&fuzzy=true')).json();
    expect(found.results[0]).toMatchObject({ id: 'us_ofac_sdn-41736' });
  });

  it.each([
    ['mkrtychev ashot', 1],
    ['"ashot mkrtychev"', 1],
    ['"mkrtychev ashot"', 0],
    ['mkrtychev -ashot', 0],
    ['mkrtychev nobodyatall', 0],
    ['mkrtychev OR nobodyatall', 1],
    ['MKRTÝCHEV', 1],
    ['BD3843329', 1],
    ['us_ofac_sdn-41736', 1],
  ])('for %s', async (q, count) => {
    expect((await get(`/search/default?q=${encodeURIComponent(q)}`)).json().total.value).toBe(count);
  });

  it('without a word for all, of one kind, sorted, page by page', async () => {
    const all = (await get('/search/default?sort=first_seen:desc&limit=500')).json();
    const days = all.results
      .map(({ first_seen }: { first_seen: string | null }) => first_seen)
      .filter(Boolean);
    expect(days).toEqual([...days].sort().reverse());
    expect(all.total.value).toBe(all.results.length);
    const page = (await get('/search/default?sort=first_seen:desc&limit=3&offset=2')).json();
    expect(page.results).toEqual(all.results.slice(2, 5));
    const vessels = (await get('/search/default?schema=Vessel&limit=500')).json();
    expect(vessels.total.value).toBeGreaterThan(0);
    for (const { schema } of vessels.results) expect(schema).toBe('Vessel');
    expect((await get('/search/default?limit=0')).json().results).toEqual([]);
    expect((await get('/search/default?target=false')).json().results).toEqual([]);
  });

  it('with filters of its own', async () => {
    const total = async (search: string) =>
      (await get(`/search/default?${search}`)).json().total.value as number;
    expect(await total('filter=birthDate:1966-05-07')).toBe(1);
    expect(await total('filter=birthDate:1966-05-07&filter=gender:female')).toBe(0);
    const [sk, az] = [await total('countries=sk'), await total('countries=az')];
    expect(await total('countries=sk&countries=az')).toBeGreaterThanOrEqual(Math.max(sk, az));
    expect(await total('countries=sk&countries=az&filter_op=AND')).toBeLessThanOrEqual(Math.min(sk, az));
  });
});

describe('the client opens', () => {
  it('a party by any of its ids, with what hangs on it', async () => {
    const moved = await get('/entities/gb_hmt_sanctions-16067?nested=true');
    expect(moved.statusCode).toBe(308);
    expect(moved.headers.location).toBe('/entities/us_ofac_sdn-41736');
    const { properties, ...entity } = (await get(String(moved.headers.location))).json();
    expect(entity).toMatchObject(ENTITY);
    expect(properties.sanctions).toHaveLength(3);
    expect(properties.sanctions[0]).toMatchObject({
      id: expect.any(String),
      caption: expect.any(String),
      schema: 'Sanction',
      properties: { entity: ['us_ofac_sdn-41736'], listingDate: ['2023-03-30'] },
    });
    expect(properties.birthDate).toEqual(['1966-05-07']);
    const [link] = properties.unknownLinkTo ?? properties.unknownLinkFrom;
    const ends = Object.values(link.properties).flat() as { id?: string }[];
    expect(ends.some((end) => typeof end === 'object' && end.id !== 'us_ofac_sdn-41736')).toBe(true);
  });

  it('a party alone', async () => {
    const { properties } = (await get('/entities/us_ofac_sdn-41736?nested=false')).json();
    expect(properties.sanctions).toBeUndefined();
  });

  it('what hangs on it, by pieces', async () => {
    const { entity, adjacent } = (await get('/entities/us_ofac_sdn-41736/adjacent?offset=0')).json();
    expect(entity).toMatchObject(ENTITY);
    expect(adjacent.sanctions).toMatchObject({ total: { value: 3, relation: 'eq' }, limit: 10, offset: 0 });
    const page = (await get('/entities/us_ofac_sdn-41736/adjacent/sanctions?offset=1&limit=1')).json();
    expect(page.results).toEqual([adjacent.sanctions.results[1]]);
    expect(page.total.value).toBe(3);
    expect((await get('/entities/us_ofac_sdn-41736/adjacent/ownershipOwner')).json().results).toEqual([]);
  });
});

describe('the client is refused', () => {
  it.each([
    ['an entity that is not there', 'GET', '/entities/banana?nested=true', 404],
    ['a list that is not there', 'GET', '/search/nope?q=x&offset=0', 404],
    ['statements, as yente refuses them', 'GET', '/statements?offset=0&canonical_id=x', 404],
    ['an unknown kind', 'GET', '/search/default?schema=Banana', 400],
    ['a page that is too long', 'GET', '/search/default?q=x&offset=0&limit=9999', 422],
    ['an offset that is too far', 'GET', '/search/default?offset=9999&q=putin', 422],
    ['an unknown algorithm', 'POST', '/match/default?algorithm=nope', 400],
    ['a limit that is too high', 'POST', '/match/default?limit=501', 422],
  ] as const)('%s', async (_, method, url, status) => {
    const { statusCode, body } = method === 'GET' ? await get(url) : await match(url, { q: BROKER });
    expect(statusCode).toBe(status);
    const answer = JSON.parse(body);
    const detail = answer.detail ?? answer.error.message;
    if (status === 422)
      expect(detail).toEqual([{ loc: [expect.any(String)], msg: expect.any(String), type: 'value_error' }]);
    else expect(detail).toEqual(expect.any(String));
  });

  it.each([
    ['a query without a kind', { queries: { q: { properties: { name: 'Banana' } } } }, 422],
    ['an unknown kind', { queries: { q: { schema: 'xxx', properties: { name: 'Banana' } } } }, 400],
    [
      'a kind that is not matched',
      { queries: { q: { schema: 'Sanction', properties: { program: 'x' } } } },
      400,
    ],
    ['no query', { queries: {} }, 400],
    [
      'a query without a name',
      { queries: { q: { schema: 'Person', properties: { country: ['sk'] } } } },
      400,
    ],
    ['an unknown setting', { queries: { q: BROKER }, config: { foo: 1 } }, 400],
    [
      'more than a hundred',
      { queries: Object.fromEntries(Array.from({ length: 101 }, (_, at) => [at, BROKER])) },
      400,
    ],
  ])('%s', async (_, body, status) => {
    const { statusCode } = await app.inject({
      method: 'POST',
      url: '/match/default',
      payload: body,
      headers: HEADERS,
    });
    expect(statusCode).toBe(status);
  });
});
