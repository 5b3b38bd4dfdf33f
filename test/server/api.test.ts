// /api/v1 as the web app asks it.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/server/typebox.ts';
import { formOf, ServerHome } from './open-server.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

let home: ServerHome;
let app: App;
beforeAll(async () => {
  home = await ServerHome.open();
  app = await home.serve();
});
afterAll(() => home.close());

const get = async (url: string) => (await app.inject({ url: `/api/v1${url}` })).json();
const post = (url: string, payload: object = {}) =>
  app.inject({ method: 'POST', url: `/api/v1${url}`, payload });
const BROKER = { schema: 'Person', properties: { name: ['Ashot Mkrtchyev'], nationality: ['Slovakia'] } };

describe('the status', () => {
  it('says that starter lists clear nobody', async () => {
    expect(await get('/status')).toEqual({
      version: expect.stringMatching(/^\d+\.\d+/u),
      lists: {
        count: 3,
        entities: 136,
        isStarter: true,
        stale: [],
        missing: expect.arrayContaining(['eu_fsf']),
      },
      decisionNote: expect.stringContaining('clear nobody'),
    });
  });

  it('says when there is no list at all', async () => {
    const empty = await ServerHome.open([]);
    const status = (await (await empty.serve()).inject({ url: '/api/v1/status' })).json();
    expect(status).toMatchObject({
      lists: { count: 0, isStarter: false },
      decisionNote: expect.stringContaining('No list'),
    });
    await empty.close();
  });
});

describe('a screening', () => {
  it('is answered whole, and is in the record before that', async () => {
    const { statusCode, body } = await post('/screen', { query: BROKER, limit: 3, cutoff: 0.4 });
    expect(statusCode).toBe(200);
    const screening = JSON.parse(body);
    expect(screening).toMatchObject({
      decision: 'stop',
      query: { properties: { nationality: ['sk'] } },
      results: [{ id: 'us_ofac_sdn-41736', explanation: { names: { parts: expect.any(Array) } } }],
    });
    const [entry] = await get('/record?limit=1');
    expect(entry).toMatchObject({
      id: screening.id,
      kind: 'screening',
      who: 'tester',
      decision: 'stop',
      summary: 'Ashot Mkrtchyev',
    });
    const whole = await get(`/record/${screening.id}`);
    expect(whole.content.answer).toEqual(screening);
  });

  it('asks the lists of a day', async () => {
    const { results, asOf } = (await post('/screen', { query: BROKER, asOf: '2023-12-27' })).json();
    expect({ results, asOf }).toEqual({ results: [], asOf: '2023-12-27' });
  });

  it.each([
    ['a country that is none', { nationality: ['Atlantis'] }, 'nationality'],
    ['a date that is none', { birthDate: ['yesterday'] }, 'birthDate'],
    ['a property that is none', { wings: ['2'] }, 'wings'],
  ])('with %s is refused, naming it', async (_, properties, field) => {
    const { statusCode, body } = await post('/screen', {
      query: { schema: 'Person', properties: { name: ['Ann'], ...properties } },
    });
    expect(statusCode).toBe(400);
    expect(JSON.parse(body).error).toMatchObject({
      code: 'QUERY_INVALID',
      field,
      remedy: expect.any(String),
    });
  });
});

describe('two names', () => {
  it('are compared as the command line compares them', async () => {
    const { schema, score, names } = (
      await post('/compare', { left: 'Мкртычев Ашот', right: 'Ashot Mkrtychev' })
    ).json();
    expect(schema).toBe('Person');
    expect(score).toBeGreaterThan(0.8);
    expect(names.parts).toHaveLength(2);
  });
});

describe('a party', () => {
  it('is opened with the source of each value and its relations', async () => {
    const party = await get('/parties/gb_hmt_sanctions-16067');
    expect(party).toMatchObject({
      id: 'us_ofac_sdn-41736',
      caption: 'Ashot MKRTYCHEV',
      claims: expect.any(Array),
    });
    const [name] = party.facts;
    expect(name).toMatchObject({
      property: 'name',
      label: 'Name',
      values: expect.arrayContaining([
        expect.objectContaining({
          text: 'Ashot MKRTYCHEV',
          dataset: 'gb_hmt_sanctions',
          recordId: '16067',
          at: 'gb_hmt_sanctions.jsonl:2',
        }),
      ]),
    });
    expect(party.facts.map(({ property }: { property: string }) => property)).not.toContain('addressEntity');
    expect(party.relations).toContainEqual(
      expect.objectContaining({ from: 'us_ofac_sdn-44579', to: 'us_ofac_sdn-41736', kind: 'UnknownLink' }),
    );
    const ids = party.nodes.map(({ id }: { id: string }) => id);
    for (const { from, to } of party.relations) expect(ids).toEqual(expect.arrayContaining([from, to]));
  });

  it('has the same relation from its other end', async () => {
    const { relations } = await get('/parties/us_ofac_sdn-44579');
    expect(relations).toContainEqual(
      expect.objectContaining({ from: 'us_ofac_sdn-44579', to: 'us_ofac_sdn-41736' }),
    );
  });

  it('that is not listed is not found', async () => {
    const { statusCode, body } = await app.inject({ url: '/api/v1/parties/banana' });
    expect(statusCode).toBe(404);
    expect(JSON.parse(body).error.code).toBe('PARTY_UNKNOWN');
  });
});

describe('the lists', () => {
  it('are told as `lists status` tells them', async () => {
    const { lists, profile, profiles, asOf } = await get('/lists?asOf=2024-06-01');
    expect({ profile, asOf }).toEqual({ profile: 'default', asOf: '2024-06-01' });
    expect(lists[0]).toMatchObject({ dataset: 'us_ofac_sdn', state: 'starter', title: expect.any(String) });
    expect(profiles[0].name).toBe('default');
    expect(profiles).toContainEqual({ name: 'un', title: 'The United Nations' });
    expect((await app.inject({ url: '/api/v1/lists?profile=nope' })).statusCode).toBe(400);
  });

  it('have no changes where there is one version', async () => {
    expect((await app.inject({ url: '/api/v1/lists/us_ofac_sdn/changes' })).statusCode).toBe(404);
    expect((await app.inject({ url: '/api/v1/lists/nope/changes' })).statusCode).toBe(404);
  });

  it('are updated with a line for each step, the last of which is the outcome', async () => {
    const { headers, body } = await post('/lists/update', { datasets: ['us_bis_denied'] });
    expect(headers['content-type']).toMatch(/ndjson/u);
    const lines = body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.at(-1)).toMatchObject({
      ok: false,
      outcomes: [{ outcome: 'refused', error: { code: 'LIST_NO_ADDRESS', remedy: expect.any(String) } }],
    });
  });
});

describe('a report', () => {
  it('is read, kept, and answers for its parties', async () => {
    const text = await readFile(`${EXAMPLES}reports/2023-03-31-quayside-courier.txt`, 'utf8');
    const { statusCode, body } = await post('/read', {
      text,
      publisher: 'The Quayside Courier',
      published: '2023-03-31',
    });
    expect(statusCode).toBe(200);
    const reading = JSON.parse(body);
    const [article] = reading.articles;
    for (const { spans } of reading.mentions)
      for (const { start, end, surface } of spans) expect(article.text.slice(start, end)).toBe(surface);
    expect(reading.mentions).toContainEqual(
      expect.objectContaining({ party: expect.objectContaining({ id: 'us_ofac_sdn-41736' }) }),
    );
    expect((await get('/articles'))[0]).toMatchObject({
      id: article.id,
      publisher: 'The Quayside Courier',
      claims: expect.any(Number),
    });
    const about = await get('/claims?about=gb_hmt_sanctions-16067');
    expect(about.claims.length).toBeGreaterThan(0);
    expect(about.articles[0].text).toBeUndefined();
    expect((await get('/parties/us_ofac_sdn-41736')).claims.length).toBe(about.claims.length);
    expect((await get(`/readings?articles=${article.id}`)).articles[0].text).toBe(article.text);
    const [entry] = await get('/record?limit=1');
    expect(entry.kind).toBe('reading');

    const [claim] = about.claims;
    const reviewed = (
      await post(`/claims/${claim.id}/review`, { state: 'confirmed', note: 'seen in print' })
    ).json();
    expect(reviewed.review).toMatchObject({ state: 'confirmed', note: 'seen in print', by: 'local' });
  });

  it('comes as a file as well', async () => {
    const form = formOf(
      'story.html',
      `<html><title>A sale</title><body><article><h1>A sale</h1>${'<p>The Treasury said on Thursday that Ashot Mkrtychev had tried to sell arms to Russia, and that he had met officials in Pyongyang several times in the past year.</p>'.repeat(4)}</article></body></html>`,
      {
        publisher: 'The Meridian Ledger',
      },
    );
    const { statusCode, body } = await app.inject({ method: 'POST', url: '/api/v1/read', ...form });
    expect(statusCode).toBe(200);
    expect(JSON.parse(body).articles[0]).toMatchObject({
      mediaType: 'text/html',
      publisher: 'The Meridian Ledger',
    });
  });

  it.each([
    ['of no kind', formOf('story.exe', 'MZ')],
    ['that is no PDF', formOf('story.pdf', '%PDF-1.7\nbroken')],
    ['that is empty', formOf('story.txt', '')],
  ])('in a file %s is refused', async (_, form) => {
    const { statusCode } = await app.inject({ method: 'POST', url: '/api/v1/read', ...form });
    expect(statusCode).toBe(400);
  });

  it.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://[::1]/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://[::ffff:10.0.0.1]/',
    'http://user:secret@example.org/',
    'http://example.org:22/',
    'file:///etc/passwd',
    'gopher://example.org/',
    'javascript:alert(1)',
  ])('at %s is not fetched', async (url) => {
    const { statusCode, body } = await post('/read', { url });
    expect(statusCode).toBe(400);
    expect(JSON.parse(body).error.code).toMatch(/^FETCH_(?:REFUSED|PRIVATE)_ADDRESS$/u);
  });

  it('that was not read, and a claim that is none, are not found', async () => {
    expect((await app.inject({ url: '/api/v1/readings?articles=art-0000000000000000' })).statusCode).toBe(
      404,
    );
    expect((await post('/claims/nope/review', { state: 'confirmed' })).statusCode).toBe(404);
    expect((await app.inject({ url: '/api/v1/claims' })).statusCode).toBe(400);
  });
});

describe('a file of customers', () => {
  it('is held against the lists of the day that is asked for, and called by its own name', async () => {
    const csv = Buffer.from('name,birth date\nAshot Mkrtychev,1966-05-07\n');
    const taken = await app.inject({ method: 'POST', url: '/api/v1/files', ...formOf('early.csv', csv) });
    const { job } = taken.json();
    await post(`/files/${job}/start`, { asOf: '2020-01-01' });
    await expect.poll(async () => (await get(`/files/${job}`)).state, { timeout: 30_000 }).toBe('finished');
    const { rows } = await get(`/files/${job}/rows`);
    expect(rows).toMatchObject([{ asOf: '2020-01-01', results: [] }]);
    const { recordId, notes } = await get(`/files/${job}`);
    expect(notes[0]).toMatch(/^early\.csv: /u);
    expect((await get(`/record/${recordId}`)).content.input.name).toBe('early.csv');
    await app.inject({ method: 'DELETE', url: `/api/v1/files/${job}` });
  });

  it('is looked at, screened in the background, looked through and downloaded', async () => {
    const csv = await readFile(`${EXAMPLES}customers.csv`);
    const taken = await app.inject({ method: 'POST', url: '/api/v1/files', ...formOf('customers.csv', csv) });
    expect(taken.statusCode).toBe(200);
    const { job, columns, sample, headings } = taken.json();
    expect(columns).toMatchObject({ name: 'full_name', birthDate: 'date_of_birth' });
    expect(sample[0]).toHaveLength(headings.length);
    expect(await get(`/files/${job}`)).toMatchObject({ state: 'ready', done: 0 });
    expect(await get(`/files/${job}/preview`)).toEqual(taken.json());

    const started = await post(`/files/${job}/start`, {
      columns: { id: 'customer_no', name: 'full_name', birthDate: 'date_of_birth' },
    });
    expect(started.statusCode).toBe(202);
    expect((await post(`/files/${job}/start`)).statusCode).toBe(409);
    await expect.poll(async () => (await get(`/files/${job}`)).state, { timeout: 30_000 }).toBe('finished');
    const done = await get(`/files/${job}`);
    expect(done).toMatchObject({ rows: 42, done: 42, decision: 'stop', problems: { notScreened: 2 } });
    const decided = Object.values(done.decisions as Record<string, number>).reduce(
      (sum, count) => sum + count,
      0,
    );
    expect(decided + done.problems.notScreened).toBe(42);
    expect(done.notes.join(' ')).not.toContain('nationality ->');

    const stops = await get(`/files/${job}/rows?decision=stop&limit=5&offset=1`);
    expect(stops).toMatchObject({ total: done.decisions.stop, offset: 1, limit: 5 });
    for (const { decision } of stops.rows) expect(decision).toBe('stop');
    const all = await get(`/files/${job}/rows?limit=200`);
    expect(all.rows.map(({ row }: { row: number }) => row)).toEqual(
      [...all.rows.map(({ row }: { row: number }) => row)].sort((one, other) => one - other),
    );

    const lines = (await app.inject({ url: `/api/v1/files/${job}/results?format=jsonl` })).body
      .trim()
      .split('\n');
    expect(lines).toHaveLength(decided);
    const table = (await app.inject({ url: `/api/v1/files/${job}/results?format=csv` })).body
      .trim()
      .split('\n');
    expect(table[0]).toMatch(/^row,line,id,name/u);
    expect(table.length).toBe(decided + 1);
    const problems = (await app.inject({ url: `/api/v1/files/${job}/results?format=problems` })).body
      .trim()
      .split('\n');
    expect(problems).toHaveLength(3);

    const [entry] = await get('/record?limit=1');
    expect(entry).toMatchObject({ id: done.recordId, kind: 'batch', decision: 'stop' });
    expect(entry.summary).toContain('customers.csv');

    expect((await app.inject({ method: 'DELETE', url: `/api/v1/files/${job}` })).statusCode).toBe(204);
    expect((await app.inject({ url: `/api/v1/files/${job}` })).statusCode).toBe(404);
  });

  it('can be stopped', async () => {
    const csv = `name\n${Array.from({ length: 5_000 }, (_, at) => `Somebody Number ${at}`).join('\n')}\n`;
    const { job } = (
      await app.inject({ method: 'POST', url: '/api/v1/files', ...formOf('many.csv', csv) })
    ).json();
    await post(`/files/${job}/start`);
    await expect.poll(async () => (await get(`/files/${job}`)).state, { timeout: 30_000 }).toBe('running');
    expect((await app.inject({ method: 'DELETE', url: `/api/v1/files/${job}` })).statusCode).toBe(204);
    expect((await app.inject({ url: `/api/v1/files/${job}` })).statusCode).toBe(404);
    expect(await get('/files')).toEqual([]);
  });

  it('whose columns are not known can be told what they are', async () => {
    const { job, columns } = (
      await app.inject({
        method: 'POST',
        url: '/api/v1/files',
        ...formOf('x.csv', 'a;b\nAshot Mkrtychev;1966-05-07\n'),
      })
    ).json();
    expect(columns).toEqual({});
    await post(`/files/${job}/start`);
    await expect.poll(async () => (await get(`/files/${job}`)).state, { timeout: 20_000 }).toBe('failed');
    expect((await get(`/files/${job}`)).error.code).toBe('BATCH_COLUMNS');
    await post(`/files/${job}/start`, { columns: { name: 'a', birthDate: 'b' } });
    await expect.poll(async () => (await get(`/files/${job}`)).state, { timeout: 20_000 }).toBe('finished');
    expect((await get(`/files/${job}`)).decisions.stop).toBe(1);
  });

  it.each([
    ['an empty one', formOf('e.csv', '')],
    ['packed', formOf('p.csv', Buffer.from('1f8b0800000000000000', 'hex'))],
    ['a web page', formOf('p.csv', '<!doctype html><p>x')],
  ])('is refused if it is %s', async (_, form) => {
    const { statusCode, body } = await app.inject({ method: 'POST', url: '/api/v1/files', ...form });
    expect(statusCode).toBe(400);
    expect(JSON.parse(body).error.code).toBe('BATCH_INPUT');
  });
});

describe('the record', () => {
  it('is whole, and a screening is the same when it is asked again', async () => {
    const { id } = (await post('/screen', { query: BROKER })).json();
    expect((await post('/record/verify')).json()).toMatchObject({ ok: true, problems: [] });
    expect((await post(`/record/${id}/rerun`)).json()).toMatchObject({ same: true, differences: [] });
    const html = await app.inject({ url: `/api/v1/record/${id}/report.html` });
    expect(html.headers['content-type']).toMatch(/^text\/html/u);
    expect(html.body).toContain('Ashot');
    expect(html.headers['content-security-policy']).toContain('sandbox');
    const pdf = await app.inject({ url: `/api/v1/record/${id}/report.pdf` });
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.rawPayload.subarray(0, 4).toString()).toBe('%PDF');
  });

  it('is read page by page', async () => {
    const first = await get('/record?limit=2');
    const second = await get(`/record?limit=2&before=${first[1].seq}`);
    expect(second[0].seq).toBe(first[1].seq - 1);
    expect((await app.inject({ url: '/api/v1/record/nope' })).statusCode).toBe(404);
  });
});

describe('for whoever runs the server', () => {
  it('there are figures of requests and decisions', async () => {
    await post('/screen', { query: BROKER });
    const { body } = await app.inject({ url: '/metrics' });
    expect(body).toMatch(/interdict_decisions_total\{decision="stop"\} [1-9]/u);
    expect(body).toMatch(
      /interdict_http_request_duration_seconds_count\{method="POST",route="\/api\/v1\/screen",status="200"\} [1-9]/u,
    );
    expect(body).not.toMatch(/mkrty/iu);
  });

  it('every route is described, and the description is well formed', async () => {
    const document = (await app.inject({ url: '/openapi.json' })).json();
    expect(document.openapi).toBe('3.1.0');
    const paths = Object.keys(document.paths);
    expect(
      document.paths['/api/v1/files'].post.requestBody.content['multipart/form-data'].schema.properties.file,
    ).toEqual({
      type: 'string',
      format: 'binary',
    });
    expect(Object.keys(document.paths['/api/v1/read'].post.requestBody.content)).toEqual([
      'application/json',
      'multipart/form-data',
    ]);
    for (const path of [
      '/api/v1/screen',
      '/api/v1/parties/{id}',
      '/api/v1/files/{job}/start',
      '/match/{dataset}',
      '/reconcile/{dataset}',
    ])
      expect(paths).toContain(path);
    for (const path of Object.values(document.paths) as Record<
      string,
      { summary?: string; responses: object }
    >[])
      for (const operation of Object.values(path)) expect(operation.summary).toBeTruthy();
  });

  it('there is a page to try it, with nothing from elsewhere', async () => {
    const { statusCode, body } = await app.inject({ url: '/docs/' });
    expect(statusCode).toBe(200);
    for (const [, address] of body.matchAll(/(?:src|href)="([^"]+)"/gu))
      expect(address).toMatch(/^\.\/static\//u);
    expect((await app.inject({ url: '/docs/static/swagger-ui-bundle.js' })).statusCode).toBe(200);
  });
});
