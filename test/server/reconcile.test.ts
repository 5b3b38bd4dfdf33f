// What OpenRefine sends to a reconciliation service, and what it needs back (Reconciliation Service API 0.2).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/server/typebox.ts';
import { ServerHome } from './open-server.ts';

let home: ServerHome;
let app: App;
beforeAll(async () => {
  home = await ServerHome.open();
  app = await home.serve();
});
afterAll(() => home.close());

const form = (fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: '/reconcile/default',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });

describe('the manifest', () => {
  it('says what the service offers, at the address by which it was asked', async () => {
    const { body } = await app.inject({ url: '/reconcile/default', headers: { host: '127.0.0.1:8080' } });
    const manifest = JSON.parse(body);
    expect(manifest).toMatchObject({
      versions: ['0.2'],
      batchSize: 3,
      identifierSpace: expect.stringMatching(/^https:/u),
      schemaSpace: expect.stringMatching(/^https:/u),
      view: { url: 'http://127.0.0.1:8080/party/{{id}}' },
      suggest: {
        entity: { service_url: 'http://127.0.0.1:8080/reconcile/default', service_path: '/suggest/entity' },
      },
    });
    expect(manifest.defaultTypes.map(({ id }: { id: string }) => id)).toContain('Person');
  });

  it('may be read by OpenRefine’s own page, and by no page from elsewhere', async () => {
    const ask = async (origin: string) =>
      (await app.inject({ url: '/reconcile/default', headers: { origin } })).headers[
        'access-control-allow-origin'
      ];
    expect(await ask('http://127.0.0.1:3333')).toBe('http://127.0.0.1:3333');
    expect(await ask('https://evil.example')).toBeUndefined();
    expect(await ask('http://127.0.0.1.evil.example')).toBeUndefined();
  });

  it('is not there for a list that is not', async () => {
    expect((await app.inject({ url: '/reconcile/nope' })).statusCode).toBe(404);
  });
});

describe('rows of a table', () => {
  it('are matched by name, kind and other columns', async () => {
    const queries = {
      q0: {
        query: 'Ashot Mkrtchyev',
        type: 'Person',
        limit: 3,
        properties: [
          { pid: 'birthDate', v: '1966-05-07' },
          { pid: 'Person:nationality', v: 'Slovakia' },
        ],
      },
      q1: { query: 'Nobody Here Atall', type: 'Person', type_strict: 'should' },
      q2: { query: 'Ashot Mkrtychev' },
    };
    const { statusCode, headers, body } = await form({ queries: JSON.stringify(queries) });
    expect(statusCode).toBe(200);
    expect(headers['x-batch-size']).toBe('3');
    const { q0, q1, q2 } = JSON.parse(body);
    expect(q0.result[0]).toMatchObject({
      id: 'us_ofac_sdn-41736',
      name: 'Ashot MKRTYCHEV',
      type: [{ id: 'Person', name: 'Person' }],
      match: true,
    });
    expect(q0.result[0].score).toBeGreaterThan(0.9);
    expect(q1.result).toEqual([]);
    expect(q2.result[0].id).toBe('us_ofac_sdn-41736');
  });

  it('that make no sense are refused', async () => {
    for (const queries of ['', 'no json', '{"q":{"query":37473874}}', '{"q":{"query":"x","type":"Banana"}}'])
      expect((await form({ queries })).statusCode, queries).toBe(400);
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [at, { query: 'x' }]));
    expect((await form({ queries: JSON.stringify(many) })).statusCode).toBe(400);
  });

  it('are extended by properties of what they matched', async () => {
    const extend = {
      ids: ['us_ofac_sdn-41736', 'banana'],
      properties: [{ id: 'birthDate' }, { id: 'citizenship', settings: { limit: 1 } }, { id: 'wings' }],
    };
    const { meta, rows } = (await form({ extend: JSON.stringify(extend) })).json();
    expect(meta).toEqual([
      { id: 'birthDate', name: 'Birth date' },
      { id: 'citizenship', name: expect.any(String) },
    ]);
    expect(rows).toEqual({
      'us_ofac_sdn-41736': { birthDate: [{ str: '1966-05-07' }], citizenship: [{ str: 'sk' }] },
      banana: {},
    });
  });
});

describe('suggestions', () => {
  const suggest = async (what: string) => (await app.inject({ url: `/reconcile/default/${what}` })).json();

  it('complete a party, a kind and a property', async () => {
    expect((await suggest('suggest/entity?prefix=ashot%20mkr')).result[0]).toMatchObject({
      id: 'us_ofac_sdn-41736',
      name: 'Ashot MKRTYCHEV',
    });
    expect((await suggest('suggest/type?prefix=organ')).result.map(({ id }: { id: string }) => id)).toContain(
      'Organization',
    );
    const properties = (await suggest('suggest/property?prefix=country&limit=100')).result.map(
      ({ id }: { id: string }) => id,
    );
    expect(properties).toEqual(expect.arrayContaining(['Thing:country', 'LegalEntity:mainCountry']));
  });

  it('are empty for nothing and for what is not there', async () => {
    for (const what of ['entity', 'type', 'property']) {
      expect((await suggest(`suggest/${what}`)).result).toEqual([]);
      expect((await suggest(`suggest/${what}?prefix=banana%20man`)).result).toEqual([]);
    }
  });

  it('name the properties of a kind that can be fetched', async () => {
    const { properties } = await suggest('extend/property?type=Person');
    expect(properties).toContainEqual({ id: 'birthDate', name: 'Birth date' });
    expect((await app.inject({ url: '/reconcile/default/extend/property?type=Banana' })).statusCode).toBe(
      400,
    );
  });
});
