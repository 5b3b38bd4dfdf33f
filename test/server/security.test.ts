// What an attacker would try against the server, one by one.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../../src/server/server.ts';
import { servicesOf } from '../../src/server/services.ts';
import { defaultSettings } from '../../src/server/settings.ts';
import type { App } from '../../src/server/typebox.ts';
import { formOf, ServerHome } from './open-server.ts';

let home: ServerHome;
let app: App;

const QUERY = { query: { schema: 'Person', properties: { name: ['Ashot Mkrtychev'] } } };

beforeAll(async () => {
  home = await ServerHome.open();
  app = await home.serve();
});
afterAll(() => home.close());

function codeOf(body: string): string {
  return (JSON.parse(body) as { error: { code: string } }).error.code;
}

describe('a page of another origin that makes a browser send requests (CSRF)', () => {
  const post = (headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/api/v1/screen', payload: QUERY, headers });

  it.each([
    ['by its Origin', { origin: 'https://evil.example' }],
    ['by an Origin that it hides', { origin: 'null' }],
    ['by an Origin on another port', { origin: 'http://localhost:9999' }],
    ['by Sec-Fetch-Site', { 'sec-fetch-site': 'cross-site' }],
    ['by Sec-Fetch-Site of a sister site', { 'sec-fetch-site': 'same-site' }],
  ])('is refused %s', async (_, headers) => {
    const { statusCode, body } = await post(headers as Record<string, string>);
    expect(statusCode).toBe(403);
    expect(codeOf(body)).toBe('REQUEST_REFUSED');
  });

  it('is refused at every route that changes something', async () => {
    const headers = { origin: 'https://evil.example' };
    for (const [method, url] of [
      ['POST', '/api/v1/lists/update'],
      ['POST', '/api/v1/files'],
      ['DELETE', '/api/v1/files/00'],
      ['POST', '/api/v1/claims/x/review'],
      ['POST', '/match/default'],
      ['POST', '/login'],
    ] as const)
      expect((await app.inject({ method, url, headers })).statusCode, `${method} ${url}`).toBe(403);
  });

  it('leaves our own pages and programs alone', async () => {
    const own = { host: 'localhost:8080', origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' };
    expect((await post(own)).statusCode).toBe(200);
    expect((await post({})).statusCode).toBe(200);
  });

  it('cannot read answers either: nothing is shared with other origins', async () => {
    const { headers } = await app.inject({
      url: '/api/v1/status',
      headers: { origin: 'https://evil.example' },
    });
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  });
});

describe('a name that is made to point at this machine (DNS rebinding)', () => {
  it.each([
    'evil.example',
    'evil.example:8080',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    'evil.example/localhost',
  ])('is refused as Host: "%s"', async (host) => {
    const { statusCode, body } = await app.inject({ url: '/api/v1/status', headers: { host } });
    expect(statusCode).toBe(403);
    expect(codeOf(body)).toBe('REQUEST_REFUSED');
  });

  it.each(['127.0.0.1:8080', 'localhost', 'LOCALHOST:80', '[::1]:8080'])('is not "%s"', async (host) => {
    expect((await app.inject({ url: '/api/v1/status', headers: { host } })).statusCode).toBe(200);
  });
});

describe('paths that lead out of the web folder', () => {
  let web: App;
  beforeAll(async () => {
    const webFolder = join(home.folder, 'web');
    await mkdir(join(webFolder, 'assets'), { recursive: true });
    await writeFile(join(webFolder, 'index.html'), '<!doctype html><title>the app</title>');
    await writeFile(join(webFolder, 'assets', 'app.js'), 'let app;');
    await writeFile(join(webFolder, '.secret'), 'hidden');
    await writeFile(join(home.folder, 'outside.txt'), 'outside');
    web = await home.serve({ webFolder });
  });

  it.each([
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/assets/../../outside.txt',
    '/assets/%2e%2e%2f%2e%2e%2foutside.txt',
    '/..%5coutside.txt',
    '/assets/..%00/outside.txt',
    '/.secret',
    '//outside.txt',
  ])('give nothing: %s', async (url) => {
    const { statusCode, body } = await web.inject({ url });
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(statusCode).toBeLessThan(500);
    expect(body).not.toMatch(/outside$|hidden/u);
  });

  it('are not the files that are meant to be there', async () => {
    const { statusCode, headers } = await web.inject({ url: '/assets/app.js' });
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toMatch(/javascript/u);
    expect(headers['cache-control']).toMatch(/immutable/u);
    expect((await web.inject({ url: '/party/x', headers: { accept: 'text/html' } })).body).toContain(
      'the app',
    );
  });
});

describe('bodies', () => {
  const post = (payload: string | Buffer, type = 'application/json', url = '/api/v1/screen') =>
    app.inject({ method: 'POST', url, payload, headers: { 'content-type': type } });

  it.each([
    ['no JSON', '{"query":'],
    ['nothing', ''],
    ['a text', '"query"'],
    ['a list', '[]'],
    ['null', 'null'],
    ['no query', '{}'],
    ['a field too many', '{"query":{"schema":"Person","properties":{"name":["a"]}},"sudo":true}'],
    ['a name that is a number', '{"query":{"schema":"Person","properties":{"name":[7]}}}'],
    ['an unknown schema', '{"query":{"schema":"Wizard","properties":{"name":["a"]}}}'],
    ['a prototype as schema', '{"query":{"schema":"__proto__","properties":{"name":["a"]}}}'],
    ['a prototype as property', '{"query":{"schema":"Person","properties":{"constructor":["a"]}}}'],
    ['a poisoned prototype', '{"query":{"schema":"Person","properties":{"name":["a"]},"__proto__":{"x":1}}}'],
    [
      'an endless name',
      JSON.stringify({ query: { schema: 'Person', properties: { name: ['a'.repeat(3_000)] } } }),
    ],
    ['a limit without end', '{"query":{"schema":"Person","properties":{"name":["a"]}},"limit":1e9}'],
    ['an impossible day', '{"query":{"schema":"Person","properties":{"name":["a"]}},"asOf":"tomorrow"}'],
  ])('of %s are answered with what is wrong', async (_, payload) => {
    const { statusCode, body } = await post(payload);
    expect(statusCode).toBe(400);
    expect(codeOf(body)).toMatch(/^(?:REQUEST_INVALID|SCHEMA_UNKNOWN|QUERY_INVALID)$/u);
    expect(body).not.toMatch(/\bat .*\.[jt]s:\d/u);
  });

  it('of another kind than the API takes are refused', async () => {
    expect((await post('<query/>', 'application/xml')).statusCode).toBe(415);
  });

  it('that are too large are refused, whether they say so or not', async () => {
    const small = await home.serve({ bodyLimit: 2_000, fileLimit: 2_000 });
    const large = JSON.stringify({ ...QUERY, more: 'x'.repeat(5_000) });
    const refused = await small.inject({
      method: 'POST',
      url: '/api/v1/screen',
      payload: large,
      headers: { 'content-type': 'application/json' },
    });
    expect(refused.statusCode).toBe(413);
    expect(codeOf(refused.body)).toBe('REQUEST_TOO_LARGE');
    const file = await small.inject({
      method: 'POST',
      url: '/api/v1/files',
      ...formOf('a.csv', `name\n${'Ann\n'.repeat(2_000)}`),
    });
    expect(file.statusCode).toBe(413);
    expect(codeOf(file.body)).toBe('REQUEST_TOO_LARGE');
    expect((await small.inject({ url: '/api/v1/files' })).json()).toEqual([]);
  });

  it('nested a hundred thousand deep do no harm', async () => {
    const { statusCode } = await post(`{"query":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    expect(statusCode).toBe(400);
  });
});

describe('script in what others wrote', () => {
  const SCRIPT = '<script>alert(1)</script>';

  it('is never sent as markup: answers are JSON that a browser does not guess at', async () => {
    const { headers, body } = await app.inject({
      method: 'POST',
      url: '/api/v1/screen',
      payload: { query: { schema: 'Person', properties: { name: [SCRIPT] } } },
    });
    expect(headers['content-type']).toMatch(/^application\/json/u);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(JSON.parse(body)).toMatchObject({ query: { properties: { name: [SCRIPT] } } });
  });

  it('would not run on any page, since pages may only run our own files', async () => {
    for (const url of ['/', '/docs/', '/login', '/api/v1/status']) {
      const policy = String((await app.inject({ url })).headers['content-security-policy']);
      const scripts = /script-src ([^;]*)/u.exec(policy)?.[1] ?? '';
      expect(scripts, url).toMatch(/'self'/u);
      expect(scripts, url).not.toMatch(/unsafe|\*|http/u);
      expect(policy, url).toMatch(/frame-ancestors 'none'/u);
    }
  });

  it('in an address or an id is not repeated on a page', async () => {
    const { body } = await app.inject({
      url: `/${encodeURIComponent(SCRIPT)}`,
      headers: { accept: 'text/html' },
    });
    expect(body).not.toContain(SCRIPT);
  });

  it('as a formula in a customer file does not reach a spreadsheet', async () => {
    const formula = '=HYPERLINK("http://evil.example","x")';
    const csv = `id,name\n"${formula.replaceAll('"', '""')}",Ashot Mkrtychev\n+1,"=cmd|' /C calc'!A0"\n`;
    const { job } = (
      await app.inject({ method: 'POST', url: '/api/v1/files', ...formOf('c.csv', csv) })
    ).json();
    await app.inject({ method: 'POST', url: `/api/v1/files/${job}/start`, payload: {} });
    await expect
      .poll(async () => (await app.inject({ url: `/api/v1/files/${job}` })).json().state, { timeout: 20_000 })
      .toBe('finished');
    const { body } = await app.inject({ url: `/api/v1/files/${job}/results?format=csv` });
    expect(body).toContain("'=HYPERLINK");
    expect(body).not.toMatch(/(?:^|,)"?[=+@-][A-Za-z1]/mu);
  });
});

describe('line breaks in what becomes a header', () => {
  it('cannot make a header of their own', async () => {
    const name = 'evil\r\nSet-Cookie: a=b\r\n\r\n<html>".csv';
    const csv = 'name\nAshot Mkrtychev\n';
    const form = formOf(encodeURIComponent(name), csv);
    const { job } = (await app.inject({ method: 'POST', url: '/api/v1/files', ...form })).json();
    await app.inject({ method: 'POST', url: `/api/v1/files/${job}/start`, payload: {} });
    await expect
      .poll(async () => (await app.inject({ url: `/api/v1/files/${job}` })).json().state, { timeout: 20_000 })
      .toBe('finished');
    const { headers } = await app.inject({ url: `/api/v1/files/${job}/results` });
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"$/u);
  });

  it('in the id of a redirect stay part of the address', async () => {
    const { headers } = await app.inject({ url: '/entities/gb_hmt_sanctions-16067%0d%0aSet-Cookie:%20a=b' });
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers.location).toBeUndefined();
  });
});

describe('keys', () => {
  let guarded: App;
  let key: string;
  const ask = (url: string, shown?: string, more: object = {}) =>
    guarded.inject({ url, ...(shown ? { headers: { authorization: `ApiKey ${shown}` } } : {}), ...more });

  beforeAll(async () => {
    guarded = await home.serve({ requireKey: true });
    ({ key } = await home.engine.keys.create({ name: 'onboarding', scopes: ['screen'] }));
  });

  it('are asked for everywhere but where nothing can be learnt', async () => {
    for (const url of [
      '/api/v1/status',
      '/api/v1/lists',
      '/match/default',
      '/search/default',
      '/entities/x',
      '/catalog',
      '/algorithms',
      '/metrics',
      '/api/v1/record',
      '/%61pi/v1/status',
      '/api/v1/status/',
    ])
      expect((await ask(url)).statusCode, url).toBe(url.startsWith('/match') ? 404 : 401);
    for (const url of ['/healthz', '/login', '/', '/docs/', '/openapi.json', '/api/v1/session'])
      expect((await ask(url)).statusCode, url).toBe(200);
  });

  it('of a wrong form, of no one, and wrong ones are told the same', async () => {
    const wrong = `${key.slice(0, -4)}AAAA`;
    const answers = await Promise.all(
      ['x', `interdict_${'0'.repeat(16)}_${'A'.repeat(43)}`, wrong].map((shown) =>
        ask('/api/v1/status', shown),
      ),
    );
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    expect(codeOf(answers[0]!.body)).toBe('KEY_INVALID');
  });

  it('may be shown in each way that clients know', async () => {
    const basic = Buffer.from(`marble:${key}`).toString('base64');
    for (const authorization of [`ApiKey ${key}`, `apikey ${key}`, `Bearer ${key}`, `Basic ${basic}`])
      expect((await guarded.inject({ url: '/api/v1/status', headers: { authorization } })).statusCode).toBe(
        200,
      );
    for (const authorization of [key, `Key ${key}`, `Basic ${key}`, 'Basic', ''])
      expect((await guarded.inject({ url: '/api/v1/status', headers: { authorization } })).statusCode).toBe(
        401,
      );
  });

  it('do what their scopes say and nothing else', async () => {
    expect((await ask('/api/v1/status', key)).statusCode).toBe(200);
    expect((await ask('/search/default', key)).statusCode).toBe(200);
    const refused = await ask('/api/v1/record', key);
    expect(refused.statusCode).toBe(403);
    expect(codeOf(refused.body)).toBe('KEY_SCOPE');
    expect((await ask('/api/v1/lists/update', key, { method: 'POST', payload: {} })).statusCode).toBe(403);
  });

  it('are named in the record as who asked', async () => {
    const { statusCode } = await ask('/api/v1/screen', key, { method: 'POST', payload: QUERY });
    expect(statusCode).toBe(200);
    expect((await home.engine.record.list())[0]).toMatchObject({ who: 'key onboarding' });
  });

  it('that are revoked or have ended are refused, also if they were known to be good', async () => {
    const made = await home.engine.keys.create({
      name: 'short',
      scopes: ['screen'],
      expiresAt: '2025-06-15T13:00:00Z',
    });
    expect((await ask('/api/v1/status', made.key)).statusCode).toBe(200);
    home.now = new Date('2025-06-15T13:00:01Z');
    expect((await ask('/api/v1/status', made.key)).statusCode).toBe(401);
    const other = await home.engine.keys.create({ name: 'other', scopes: ['screen'] });
    expect((await ask('/api/v1/status', other.key)).statusCode).toBe(200);
    await home.engine.keys.revoke(other.known.id);
    expect((await ask('/api/v1/status', other.key)).statusCode).toBe(401);
  });

  it('have limits of their own', async () => {
    const made = await home.engine.keys.create({ name: 'slow', scopes: ['screen'], requestsPerMinute: 3 });
    const codes = [];
    for (let at = 0; at < 5; at++) codes.push((await ask('/api/v1/status', made.key)).statusCode);
    expect(codes).toEqual([200, 200, 200, 429, 429]);
    expect((await ask('/api/v1/status', made.key)).headers['retry-after']).toBeDefined();
    expect((await ask('/api/v1/status', key)).statusCode).toBe(200);
  });

  it('that are guessed make the guesser wait, but nobody with a good key behind the same address', async () => {
    const guess = () => ask('/api/v1/status', `interdict_${'0'.repeat(16)}_${'B'.repeat(43)}`);
    const codes: number[] = [];
    for (let at = 0; at < 30; at++) codes.push((await guess()).statusCode);
    expect(codes.slice(-10)).toEqual(Array(10).fill(429));
    const refused = await guess();
    expect(codeOf(refused.body)).toBe('TOO_MANY_REQUESTS');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask('/api/v1/status', key)).statusCode).toBe(200);
  });

  it('are kept as hashes: neither the store nor the log has one', async () => {
    // The secret is the last 43 characters; it may hold underscores itself.
    const secret = key.slice(-43);
    const { default: Database } = await import('better-sqlite3');
    const database = new Database(join(home.folder, 'home', 'interdict.db'), { readonly: true });
    const kept = JSON.stringify(database.prepare('select * from api_key').all());
    database.close();
    expect(kept).toContain('$argon2id$');
    expect(kept).not.toContain(secret);
    expect(home.logged.join('')).not.toContain(secret);
  });
});

describe('signing in', () => {
  let guarded: App;
  let cookie: string;
  beforeAll(async () => {
    // The tests before have made the guesser's address wait.
    home.now = new Date('2025-06-16T12:00:00Z');
    guarded = await home.serve({ requireKey: true });
    const { key } = await home.engine.keys.create({ name: 'Ann', scopes: ['screen', 'record'] });
    const login = await guarded.inject({
      method: 'POST',
      url: '/login',
      payload: `key=${key}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(login.statusCode).toBe(303);
    cookie = String(login.headers['set-cookie']);
  });

  it('gives a cookie that no script and no other site can use', () => {
    expect(cookie).toMatch(/HttpOnly/u);
    expect(cookie).toMatch(/SameSite=Strict/u);
  });

  it('lets a browser read, and change things only with the header that no form can send', async () => {
    const headers = { cookie: cookie.split(';')[0]! };
    expect((await guarded.inject({ url: '/api/v1/record', headers })).statusCode).toBe(200);
    expect((await guarded.inject({ url: '/api/v1/session', headers })).json()).toEqual({
      needsKey: true,
      name: 'Ann',
      scopes: ['screen', 'record'],
    });
    const post = (more: object) =>
      guarded.inject({
        method: 'POST',
        url: '/api/v1/screen',
        payload: QUERY,
        headers: { ...headers, ...more },
      });
    expect((await post({})).statusCode).toBe(403);
    expect((await post({ 'x-interdict-request': '1' })).statusCode).toBe(200);
    expect((await post({ 'x-interdict-request': '1', origin: 'https://evil.example' })).statusCode).toBe(403);
  });

  it('ends with the sign-out', async () => {
    const headers = { cookie: cookie.split(';')[0]! };
    await guarded.inject({ method: 'POST', url: '/logout', headers });
    expect((await guarded.inject({ url: '/api/v1/record', headers })).statusCode).toBe(401);
  });

  it('with a wrong key says so on the page, without repeating it', async () => {
    const { statusCode, body } = await guarded.inject({
      method: 'POST',
      url: '/login',
      payload: 'key=<b>x</b>',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(statusCode).toBe(401);
    expect(body).toContain('not valid');
    expect(body).not.toContain('<b>x');
  });
});

describe('listening', () => {
  const start = (host: string, services = servicesOf(home.engine)) =>
    startServer({
      services,
      settings: defaultSettings({ host, port: 0, logLevel: 'silent' }),
      clock: () => home.now,
      random: (bytes) => new Uint8Array(bytes),
    });

  it('beyond this machine is refused until there is a key', async () => {
    const fresh = await ServerHome.open([]);
    try {
      await expect(start('0.0.0.0', servicesOf(fresh.engine))).rejects.toMatchObject({
        code: 'SERVER_NEEDS_KEY',
      });
      const { known } = await fresh.engine.keys.create({ name: 'first', scopes: ['screen'] });
      await (await start('0.0.0.0', servicesOf(fresh.engine))).close();
      await fresh.engine.keys.revoke(known.id);
      await expect(start('0.0.0.0', servicesOf(fresh.engine))).rejects.toMatchObject({
        code: 'SERVER_NEEDS_KEY',
      });
    } finally {
      await fresh.close();
    }
  });

  it('for a proxy or under a name of its own asks for keys as well', () => {
    expect(defaultSettings({}).requireKey).toBe(false);
    expect(defaultSettings({ trustProxy: ['127.0.0.1'] }).requireKey).toBe(true);
    expect(defaultSettings({ allowedHosts: ['screening.example.org'] }).requireKey).toBe(true);
    expect(defaultSettings({ host: '0.0.0.0', requireKey: false }).requireKey).toBe(true);
  });

  it('where another program listens says so', async () => {
    const first = await start('127.0.0.1');
    const port = Number(new URL(first.address).port);
    const settings = defaultSettings({ port, logLevel: 'silent' });
    const second = startServer({
      services: servicesOf(home.engine),
      settings,
      clock: () => home.now,
      random: (bytes) => new Uint8Array(bytes),
    });
    await expect(second).rejects.toMatchObject({ code: 'SERVER_ADDRESS' });
    await first.close();
  });
});

describe('the log', () => {
  it('has no names, no query strings and no addresses of what was asked', async () => {
    await app.inject({ url: '/search/default?q=Mkrtychev' });
    await app.inject({ url: '/entities/us_ofac_sdn-41736' });
    await app.inject({ method: 'POST', url: '/api/v1/screen', payload: QUERY });
    await app.inject({ url: '/Mkrtychev' });
    const log = home.logged.join('');
    expect(log).toContain('/search/:dataset');
    expect(log).toContain('/entities/:id');
    expect(log).not.toMatch(/mkrty/iu);
    expect(log).not.toContain('41736');
  });
});
