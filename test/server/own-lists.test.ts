// A list of the user's own through the server: read, looked at, taken into use, replaced, removed.
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListReview } from '../../src/engine/lists/own-lists.ts';
import type { App } from '../../src/server/typebox.ts';
import { formOf, ServerHome } from './open-server.ts';

const HOUSE = [
  'No,Name,Type,Birth date,Remark',
  '1,Konrad Neuhaus,Person,1970-02-03,first',
  '2,Clara Fall,Person,1971-13-45,misprinted',
  '3,,Person,1980-01-01,nobody',
  ',,,,',
  '4,Altenburg Trading GmbH,Company,,',
].join('\n');

let home: ServerHome;
let app: App;
beforeEach(async () => {
  home = await ServerHome.open();
  app = await home.serve();
});
afterEach(() => home.close());

const send = (content: string | Buffer, fields: Record<string, string> = {}, name = 'house.csv') =>
  app.inject({
    method: 'POST',
    url: '/api/v1/lists',
    ...formOf(name, content, { dataset: 'house_list', published: '2025-06-01', ...fields }),
  });
const ask = (method: 'GET' | 'POST' | 'DELETE', path: string) =>
  app.inject({ method, url: `/api/v1/lists${path}`, ...(method === 'POST' ? { payload: {} } : {}) });
const confirm = () => ask('POST', '/house_list/confirm');
const find = async (name: string): Promise<string[]> => {
  const query = { schema: 'Person', properties: { name: [name] } };
  const answer = await app.inject({ method: 'POST', url: '/api/v1/screen', payload: { query } });
  return answer.json().results.map(({ id }: { id: string }) => id);
};
const house = async () => {
  const { lists } = (await ask('GET', '')).json();
  return lists.find(({ dataset }: { dataset: string }) => dataset === 'house_list');
};

describe('a list of one’s own', () => {
  it('is read and shown before it is used: parties, rows and values set aside with reason and remedy', async () => {
    const sent = await send(HOUSE);
    expect(sent.statusCode).toBe(200);
    const review = sent.json() as ListReview;
    expect(review).toMatchObject({
      version: { status: 'held', published: '2025-06-01', source: 'house.csv', entities: 3, rowsLost: 1 },
      sample: [
        { recordId: '1', caption: 'Konrad Neuhaus', schema: 'Person', at: 'house.csv:2' },
        { caption: 'Clara Fall' },
        { caption: 'Altenburg Trading GmbH', schema: 'Company' },
      ],
    });
    expect(review.before).toBeUndefined();
    expect(
      review.setAside.map(({ scope, line, reason, isHarmless }) => [scope, line, reason, isHarmless]),
    ).toEqual([
      ['row', 4, 'no name', undefined],
      ['value', 3, expect.any(String), undefined],
      ['row', 5, 'an empty row', true],
    ]);
    for (const { remedy } of review.setAside) expect(remedy).toMatch(/\.$/u);
    expect(await house()).toMatchObject({ isOwn: true, state: 'missing', held: [{ entities: 3 }] });
    expect(await find('Konrad Neuhaus')).toEqual([]);
    const again = await ask('GET', `/house_list/versions/${encodeURIComponent(review.version.version)}`);
    expect(again.json()).toEqual(review);
  });

  it('is asked once it is confirmed; what is incomplete says so', async () => {
    await send(HOUSE);
    expect((await confirm()).statusCode).toBe(200);
    expect(await house()).toMatchObject({ state: 'incomplete', held: [], entities: 3 });
    expect(await find('Konrad Neuhaus')).toEqual(['house_list-1']);
  });

  it('is replaced by a newer version, which is held against the one in use', async () => {
    await send(HOUSE);
    await confirm();
    const newer = HOUSE.replace('Clara Fall', 'Clara Winter').replace('1971-13-45', '1971-03-04');
    const review = (await send(newer)).json() as ListReview;
    expect(review.before).toMatchObject({ entities: 3, status: 'in-use' });
    expect(await find('Clara Winter')).toEqual([]);
    const changes = (await ask('GET', '/house_list/changes')).json();
    expect(changes.words.summary).toBe('none added, none removed, 1 changed');
    await confirm();
    expect(await find('Clara Winter')).toEqual(['house_list-2']);
  });

  it('is read anew with other columns as long as it is not in use', async () => {
    const odd = 'A,B\nKonrad Neuhaus,1970-02-03\n';
    const refused = await send(odd);
    expect([refused.statusCode, refused.json().error.code]).toEqual([400, 'LIST_FORMAT_UNKNOWN']);
    const columns = (map: object) => send(odd, { columns: JSON.stringify(map) });
    expect((await columns({ name: 'A' })).json().sample[0].properties.birthDate).toBeUndefined();
    const { sample } = (await columns({ name: 'A', birthDate: 'B' })).json();
    expect(sample[0].properties.birthDate).toEqual(['1970-02-03']);
    expect((await house()).held).toHaveLength(1);
    await confirm();
    expect((await columns({ name: 'A', birthDate: 'B' })).json().version.status).toBe('in-use');
    const other = await columns({ name: 'A' });
    expect([other.statusCode, other.json().error.field]).toEqual([400, 'columns']);
    expect(await house()).toMatchObject({ entities: 1, held: [] });
  });

  it('is removed, a version or all of it', async () => {
    await send(HOUSE);
    await confirm();
    const { version } = (await send(HOUSE.replace('Clara', 'Klara'))).json() as ListReview;
    expect((await ask('DELETE', `/house_list/versions/${version.version}`)).statusCode).toBe(204);
    expect(await house()).toMatchObject({ versions: 1, held: [] });
    expect((await ask('DELETE', '/house_list')).statusCode).toBe(204);
    expect(await house()).toBeUndefined();
    expect(await find('Konrad Neuhaus')).toEqual([]);
    expect((await ask('DELETE', '/house_list')).statusCode).toBe(404);
  });

  it('comes as YAML and as FollowTheMoney entities, too', async () => {
    const entity = {
      id: 'q1',
      schema: 'Person',
      properties: { name: ['Konrad Neuhaus'], topics: ['sanction'] },
    };
    const lines = `${JSON.stringify({ ...entity, caption: 'Konrad Neuhaus', datasets: ['x'], referents: [], target: true, first_seen: '2024-01-01T00:00:00', last_seen: '2024-01-01T00:00:00', last_change: '2024-01-01T00:00:00' })}\n`;
    const sent = await send(lines, {}, 'house.ftm.json');
    expect(sent.json()).toMatchObject({ version: { format: 'opensanctions-ftm', entities: 1 } });
    const yaml =
      'dataset: { name: house_yaml, published: 2025-05-01 }\nparties:\n  - { id: 7, schema: Person, name: Konrad Neuhaus }\n';
    const second = await send(yaml, { dataset: 'house_yaml' }, 'house.yml');
    // What the file says of its day comes before what the form says.
    expect(second.json()).toMatchObject({
      version: { format: 'custom-yaml', published: '2025-05-01', status: 'held' },
      sample: [{ recordId: '7', caption: 'Konrad Neuhaus' }],
    });
  });
});

describe('refused is', () => {
  it.each<[string, string | Buffer, Record<string, string>, number, string]>([
    ['nothing', '', {}, 400, 'LIST_EMPTY'],
    ['a header alone', 'Name,Remark\n', {}, 400, 'LIST_EMPTY'],
    ['a web page', '<!doctype html><p>Sign in', {}, 400, 'LIST_WRONG_FORMAT'],
    ['a cut file', 'Name,Remark\nJane,"a\n', {}, 400, 'LIST_TRUNCATED'],
    ['a packed file', gzipSync(HOUSE), {}, 400, 'LIST_FORMAT_UNKNOWN'],
    ['a workbook', Buffer.from('504b0304', 'hex'), {}, 400, 'LIST_FORMAT_UNKNOWN'],
    ['bytes that are no text', Buffer.from('Name\nJ\xff\xfe\n', 'latin1'), {}, 400, 'LIST_MALFORMED'],
    ['an id twice', 'ID,Name\n1,Jane\n1,John\n', {}, 400, 'LIST_MALFORMED'],
    ['the name of an official list', HOUSE, { dataset: 'us_ofac_sdn' }, 404, 'LIST_DATASET_UNKNOWN'],
    ['a name that is a path', HOUSE, { dataset: '../../etc' }, 400, 'REQUEST_INVALID'],
    ['a day to come', HOUSE, { published: '2031-01-01' }, 400, 'LIST_DATE_INVALID'],
    ['a day that is none', HOUSE, { published: 'yesterday' }, 400, 'REQUEST_INVALID'],
    ['columns that are no JSON', HOUSE, { columns: '{' }, 400, 'REQUEST_INVALID'],
    ['a column that is not there', HOUSE, { columns: '{"name":"Nom"}' }, 400, 'LIST_MALFORMED'],
  ])(
    '%s, by the code of the command line, and nothing of it is kept',
    async (_, content, fields, status, code) => {
      const { statusCode, body } = await send(content, fields);
      expect([statusCode, JSON.parse(body).error?.code], body).toEqual([status, code]);
      expect(await house()).toBeUndefined();
    },
  );

  it('a list that is larger than the server takes', async () => {
    const small = await home.serve({ fileLimit: 1_000 });
    const form = formOf('large.csv', `Name\n${'Jane Example\n'.repeat(200)}`, { dataset: 'house_list' });
    const { statusCode, body } = await small.inject({ method: 'POST', url: '/api/v1/lists', ...form });
    expect([statusCode, JSON.parse(body).error.code]).toEqual([413, 'REQUEST_TOO_LARGE']);
  });

  it('removing an official list', async () => {
    const { statusCode, body } = await ask('DELETE', '/us_ofac_sdn');
    expect([statusCode, JSON.parse(body).error.code]).toEqual([403, 'REQUEST_REFUSED']);
    expect((await ask('DELETE', '/us_ofac_sdn/versions/2030-01-01')).statusCode).toBe(403);
  });

  it('a page of another origin, and a key that may not touch the lists', async () => {
    const form = formOf('house.csv', HOUSE, { dataset: 'house_list' });
    const foreign = { ...form.headers, 'sec-fetch-site': 'cross-site' };
    const asked = await app.inject({ method: 'POST', url: '/api/v1/lists', ...form, headers: foreign });
    expect(asked.statusCode).toBe(403);
    const guarded = await home.serve({ requireKey: true });
    const keyFor = async (scope: 'screen' | 'lists') =>
      (await home.engine.keys.create({ name: scope, scopes: [scope] })).key;
    for (const [scope, status] of [['screen', 403] as const, ['lists', 200] as const]) {
      const headers = { ...form.headers, authorization: `ApiKey ${await keyFor(scope)}` };
      const sent = await guarded.inject({ method: 'POST', url: '/api/v1/lists', ...form, headers });
      expect([scope, sent.statusCode]).toEqual([scope, status]);
      if (status !== 403) continue;
      expect(sent.json().error.code).toBe('KEY_SCOPE');
      const review = '/api/v1/lists/us_ofac_sdn/versions/2025-06-01';
      expect((await guarded.inject({ url: review, headers })).statusCode).toBe(403);
      for (const url of ['/api/v1/lists/house_list', '/api/v1/lists/house_list/versions/2025-06-01'])
        expect((await guarded.inject({ method: 'DELETE', url, headers })).statusCode).toBe(403);
    }
  });
});
