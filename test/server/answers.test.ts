// The OpenAPI document says what each route answers; real answers are held to it here, with no field besides.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/server/typebox.ts';
import { formOf, ServerHome } from './open-server.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const BROKER = { schema: 'Person', properties: { name: ['Ashot Mkrtchyev'], nationality: ['sk'] } };

type Json = Record<string, unknown>;
interface Operation {
  readonly parameters?: { readonly name: string; readonly required: boolean; readonly schema: Json }[];
  readonly responses: Record<string, { content?: Record<string, { schema: Json }> }>;
}

let home: ServerHome;
let app: App;
let paths: Record<string, Record<string, Operation>>;
let ajv: Ajv2020;
/** "get /api/v1/status 200": what was answered and held to the document. */
const seen = new Set<string>();
const checks = new Map<string, ValidateFunction>();

beforeAll(async () => {
  home = await ServerHome.open();
  app = await home.serve();
  const document = (await app.inject({ url: '/openapi.json' })).json();
  paths = document.paths;
  ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'document', components: closed(document.components) as Json });
});
afterAll(() => home.close());

/** The same schemas, taking no field that they do not name. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const copy: Json = {};
  for (const [key, member] of Object.entries(value))
    copy[key] =
      key === '$ref' && typeof member === 'string' ? member.replace(/^#/u, 'document#') : closed(member);
  const isClosable = copy.type === 'object' && copy.properties && copy.additionalProperties === undefined;
  return isClosable ? { ...copy, additionalProperties: false } : copy;
}

/** Asks, and holds the answer to the schema that the document has for that route, status and media type. */
async function ask(
  method: string,
  path: string,
  url: string,
  options: InjectOptions = {},
  asked: App = app,
): Promise<LightMyRequestResponse> {
  const answer = await asked.inject({ ...options, method: method as 'GET', url });
  const operation = paths[path]?.[method.toLowerCase()];
  expect(operation, `${method} ${path} is in the document`).toBeDefined();
  const status = String(answer.statusCode);
  const kind = operation!.responses[status] ? status : 'default';
  const place = `${method.toLowerCase()} ${path} ${kind}`;
  if (kind === 'default') expect(answer.statusCode, `${place}: ${answer.body}`).toBeGreaterThanOrEqual(400);
  seen.add(place);
  const { content } = operation!.responses[kind]!;
  if (!content) {
    expect(answer.body, place).toBe('');
    return answer;
  }
  const [mediaType = ''] = String(answer.headers['content-type']).split(';');
  const schema = content[mediaType]?.schema;
  expect(schema, `${place} has a schema for ${mediaType}`).toBeDefined();
  const check = checks.get(`${place} ${mediaType}`) ?? ajv.compile(closed(schema) as Json);
  checks.set(`${place} ${mediaType}`, check);
  for (const value of valuesOf(answer, mediaType)) {
    const fits = check(value);
    expect(fits, `${place}: ${ajv.errorsText(check.errors)}`).toBe(true);
  }
  return answer;
}

function valuesOf({ body }: LightMyRequestResponse, mediaType: string): unknown[] {
  if (mediaType === 'application/json') return [JSON.parse(body)];
  const lines = body.trim().split('\n');
  return mediaType === 'application/x-ndjson' ? lines.map((line) => JSON.parse(line)) : [body];
}

const get = (path: string, url = path) => ask('GET', path, url);
const post = (path: string, url: string, payload: object = {}) => ask('POST', path, url, { payload });

describe('the document', () => {
  it('has a schema for the success and for the error of every route', () => {
    let operations = 0;
    for (const [path, methods] of Object.entries(paths))
      for (const [method, { responses }] of Object.entries(methods)) {
        operations += 1;
        const { default: error, ...rest } = responses;
        const isSchema = ({ content }: Operation['responses'][string]) =>
          Object.values(content ?? {}).every(({ schema }) =>
            Object.keys(schema).some((key) => key !== 'description'),
          );
        expect(error?.content?.['application/json']?.schema, `${method} ${path}`).toHaveProperty('$ref');
        const [success] = Object.keys(rest).filter((status) => status.startsWith('2'));
        expect(success, `${method} ${path}`).toBeDefined();
        if (success !== '204') expect(rest[success!]?.content, `${method} ${path}`).toBeDefined();
        for (const response of Object.values(rest))
          expect(isSchema(response), `${method} ${path}`).toBe(true);
      }
    expect(operations).toBeGreaterThan(40);
  });

  it('asks for no parameter that has a default, and lets free keys be seen as such', async () => {
    const text = (await app.inject({ url: '/openapi.json' })).body;
    const parameters = Object.values(paths).flatMap((methods) =>
      Object.values(methods).flatMap((operation) => operation.parameters ?? []),
    );
    const limit = parameters.find(({ name, schema }) => name === 'limit' && schema.default === 5);
    expect(limit?.required).toBe(false);
    expect(parameters.filter(({ required, schema }) => required && 'default' in schema)).toEqual([]);
    expect(text).not.toContain('patternProperties');
  });

  it('names no shared schema that it does not have', async () => {
    const text = (await app.inject({ url: '/openapi.json' })).body;
    const { components } = JSON.parse(text);
    const named = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/gu)].map(([, name]) => name));
    expect([...named].filter((name) => !Object.hasOwn(components.schemas, name!))).toEqual([]);
    expect(Object.keys(components.schemas).filter((name) => !named.has(name))).toEqual([]);
  });
});

describe('what is answered is what the document says:', () => {
  it('a screening, a comparison, a party', async () => {
    await get('/api/v1/status');
    await get('/api/v1/session');
    await post('/api/v1/screen', '/api/v1/screen', { query: BROKER, limit: 20, cutoff: 0.01 });
    await post('/api/v1/compare', '/api/v1/compare', { left: 'Мкртычев Ашот', right: 'Ashot Mkrtychev' });
    await get('/api/v1/parties/{id}', '/api/v1/parties/us_ofac_sdn-41736');
    await get('/healthz');
    await expect.poll(async () => (await get('/readyz')).statusCode, { timeout: 30_000 }).toBe(200);
    await get('/metrics');
  });

  it('reports and claims', async () => {
    const ids: string[] = [];
    for (const name of ['2023-03-31-quayside-courier.txt', '2023-03-31-meridian-ledger.txt']) {
      const text = await readFile(`${EXAMPLES}reports/${name}`, 'utf8');
      const read = await post('/api/v1/read', '/api/v1/read', {
        text,
        publisher: name,
        published: '2023-03-31',
      });
      ids.push(read.json().articles[0].id);
    }
    await get('/api/v1/articles');
    await get('/api/v1/readings', `/api/v1/readings?articles=${ids.join(',')}`);
    const claims = await get('/api/v1/claims', '/api/v1/claims?about=us_ofac_sdn-41736');
    const [claim] = claims.json().claims;
    await post('/api/v1/claims/{id}/review', `/api/v1/claims/${claim.id}/review`, {
      state: 'confirmed',
      note: 'x',
    });
    await get('/api/v1/parties/{id}', '/api/v1/parties/us_ofac_sdn-41736');
  });

  it('lists, their versions and changes', async () => {
    const { lists } = home.engine;
    const add = async (day: string, names: readonly string[]) => {
      const path = join(home.folder, `own-${day}.csv`);
      const rows = names.map((name, at) => `${at},${name},Person,${at === 0 ? day : '1970-13-45'}`);
      await writeFile(path, `id,name,type,birth date\n${rows.join('\n')}\n`);
      await lists.add([path], { dataset: 'own_list', published: day });
    };
    await add('2025-01-01', ['Bertram Altenburg', 'Clara Neuhaus', 'Konrad Fall', 'Dora Winter']);
    await add('2025-02-01', [
      'Bertram Altenburg',
      'Clara Neuhaus',
      'Konrad Fall',
      'Dora Sommer',
      'Emil Herbst',
    ]);
    await add('2025-03-01', ['Bertram Altenburg']);
    await get('/api/v1/lists');
    await get('/api/v1/lists/{dataset}/versions', '/api/v1/lists/own_list/versions');
    await get('/api/v1/lists/{dataset}/changes', '/api/v1/lists/own_list/changes?to=2025-02-01');
    await post('/api/v1/lists/{dataset}/confirm', '/api/v1/lists/own_list/confirm', {
      version: '2025-03-01',
    });
    await post('/api/v1/lists/update', '/api/v1/lists/update', { datasets: ['us_bis_denied'] });
    const form = formOf('house.csv', 'Name,Birth date\nJane,1970-13-45\n,\n', { dataset: 'house_list' });
    const { version } = (await ask('POST', '/api/v1/lists', '/api/v1/lists', form)).json().version;
    const versionPath = '/api/v1/lists/{dataset}/versions/{version}';
    await get(versionPath, `/api/v1/lists/house_list/versions/${version}`);
    await ask('DELETE', versionPath, `/api/v1/lists/house_list/versions/${version}`);
    await ask('DELETE', '/api/v1/lists/{dataset}', '/api/v1/lists/own_list');
  });

  it('a customer file', async () => {
    const form = formOf('customers.csv', await readFile(`${EXAMPLES}customers.csv`));
    const { job } = (await ask('POST', '/api/v1/files', '/api/v1/files', form)).json();
    const at = (rest: string) => [`/api/v1/files/{job}${rest}`, `/api/v1/files/${job}${rest}`] as const;
    await get(...at('/preview'));
    await post(...at('/start'));
    const state = async () => (await get(...at(''))).json().state;
    await expect.poll(state, { timeout: 30_000 }).toBe('finished');
    await get('/api/v1/files');
    await post(...at('/stop'));
    await get(...at('/rows'));
    for (const format of ['csv', 'jsonl', 'problems'])
      await get(at('/results')[0], `${at('/results')[1]}?format=${format}`);
    await ask('DELETE', ...at(''));
  });

  it('the record', async () => {
    const entries = (await get('/api/v1/record')).json() as { id: string; kind: string }[];
    for (const kind of ['screening', 'reading', 'batch']) {
      const entry = entries.find((one) => one.kind === kind);
      await get('/api/v1/record/{id}', `/api/v1/record/${entry?.id}`);
    }
    const { id } = entries.find(({ kind }) => kind === 'screening')!;
    await post('/api/v1/record/{id}/rerun', `/api/v1/record/${id}/rerun`);
    for (const format of ['html', 'pdf'])
      await get(`/api/v1/record/{id}/report.${format}`, `/api/v1/record/${id}/report.${format}`);
    await post('/api/v1/record/verify', '/api/v1/record/verify');
    await home.engine.record.forget({ only: id }, { reason: 'a test' });
    await get('/api/v1/record/{id}', `/api/v1/record/${id}`);
    const [forgetting] = (await get('/api/v1/record')).json();
    await get('/api/v1/record/{id}', `/api/v1/record/${forgetting.id}`);
  });

  it('the compatible interface', async () => {
    const queries = { a: BROKER, b: { schema: 'Company', properties: { name: 'Versor' } } };
    await post('/match/{dataset}', '/match/default?threshold=0.1&cutoff=0.05', { queries });
    await get('/search/{dataset}', '/search/default?q=mkrty*&facets=schema&facets=topics');
    await get('/entities/{id}', '/entities/us_ofac_sdn-41736');
    await get('/entities/{id}', '/entities/us_ofac_sdn-41736?nested=false');
    expect((await get('/entities/{id}', '/entities/gb_hmt_sanctions-16067')).statusCode).toBe(308);
    await get('/entities/{id}/adjacent', '/entities/us_ofac_sdn-41736/adjacent');
    await get('/entities/{id}/adjacent/{property}', '/entities/us_ofac_sdn-41736/adjacent/sanctions');
    for (const path of ['/catalog', '/manifest']) {
      const { headers } = await get(path);
      const again = { headers: { 'if-none-match': String(headers.etag) } };
      expect((await ask('GET', path, path, again)).statusCode).toBe(304);
    }
    await get('/algorithms');
  });

  it('the reconciliation service', async () => {
    const path = '/reconcile/{dataset}';
    const address = '/reconcile/default';
    const queries = JSON.stringify({ q: { query: 'Ashot Mkrtychev', type: 'Person' } });
    const extend = JSON.stringify({ ids: ['us_ofac_sdn-41736'], properties: [{ id: 'birthDate' }] });
    await get(path, address);
    await get(path, `${address}?queries=${encodeURIComponent(queries)}`);
    await post(path, address, { queries });
    await post(path, address, { extend });
    for (const kind of ['entity', 'type', 'property'])
      await get(`${path}/suggest/${kind}`, `${address}/suggest/${kind}?prefix=na`);
    await get(`${path}/extend/property`, `${address}/extend/property?type=Person`);
  });

  it('errors of the compatible interface, as it tells them', async () => {
    const { detail } = (await get('/search/{dataset}', '/search/default?limit=-1')).json();
    expect(detail[0].loc).toEqual(['limit']);
    expect((await get('/search/{dataset}', '/search/nope')).json().detail).toContain('nope');
  });

  it('and every route tells an error so', async () => {
    for (const [path, methods] of Object.entries(paths))
      for (const method of Object.keys(methods)) {
        const url = path.replaceAll(/\{\w+\}/gu, 'x');
        const { statusCode } = await ask(method.toUpperCase(), path, url, {
          headers: { host: 'evil.example' },
        });
        expect(statusCode, `${method} ${path}`).toBe(403);
      }
  });

  it('with no route left out', () => {
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { responses }]) =>
        Object.keys(responses).map((status) => `${method} ${path} ${status}`),
      ),
    );
    // A server that is not ready yet is that for a moment only.
    expect(described.filter((place) => !seen.has(place) && place !== 'get /readyz 503')).toEqual([]);
  });
});
