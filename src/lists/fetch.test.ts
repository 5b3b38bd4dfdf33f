import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type FetchedFile,
  type FetchedList,
  type FetchOptions,
  type FetchProgress,
  fetchList,
} from './fetch.ts';

const LIST = '<list><entry>Jane Example</entry></list>';
const NOW = new Date('2026-11-22T10:00:00Z');

type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

let server: Server;
let folder: string;
let requests: IncomingMessage[];
let waits: number[];
/** Answers by path; several are given one after another, the last one from then on. */
let answers: Record<string, Answer | Answer[]>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interdict-fetch-'));
  [requests, waits, answers] = [[], [], {}];
  server = createServer((request, response) => {
    requests.push(request);
    const path = request.url?.split('?', 1)[0] ?? '';
    const planned = answers[path] ?? answer(404, {}, 'not here');
    const next = Array.isArray(planned) ? (planned.length > 1 ? planned.shift() : planned[0]) : planned;
    void next?.(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

function answer(status: number, headers: Record<string, string>, body: string | Uint8Array = ''): Answer {
  return (_request, response) => void response.writeHead(status, headers).end(body);
}

/** The bytes of an answer as they go over the wire, so that they can lie; then the connection ends or breaks. */
function raw(text: string, isBroken = false): Answer {
  return async (request) => {
    request.socket.write(text);
    await setTimeout(20);
    if (isBroken) request.socket.resetAndDestroy();
    else request.socket.end();
  };
}

function host(): string {
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function run(
  sources:
    | Record<string, string>
    | { part: string; address: string; known?: { etag?: string; lastModified?: string; sha256: string } }[],
  options: Partial<FetchOptions> = {},
): Promise<FetchedList> {
  const list = Array.isArray(sources)
    ? sources
    : Object.entries(sources).map(([part, path]) => ({ part, address: `http://${host()}${path}` }));
  return fetchList('xx_list', list, {
    folder: join(folder, 'new'),
    version: '1.2.3',
    clock: () => NOW,
    random: () => 0,
    sleep: async (ms) => void waits.push(ms),
    ...options,
  });
}

/** What a user sees of the refusal, with the port taken out; and proof that nothing was left behind. */
async function refusal(outcome: Promise<unknown>): Promise<string> {
  const error = await outcome.then(
    () => new Error('it was not refused'),
    (reason: Error & { code?: string }) => reason,
  );
  expect(await readdir(join(folder, 'new')).catch(() => [])).toEqual([]);
  return `${(error as { code?: string }).code}: ${error.message.replaceAll(host(), 'HOST')}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

describe('a list is fetched', () => {
  it('with its hash, its marks and the time, calling itself by name and version', async () => {
    const marks = { etag: '"v1"', 'last-modified': 'Sat, 21 Nov 2026 08:00:00 GMT' };
    answers['/list.xml'] = answer(200, { ...marks, 'content-length': String(LIST.length) }, LIST);
    const progress: FetchProgress[] = [];
    const { outcome, files } = await run(
      { main: '/list.xml' },
      { onProgress: (step) => progress.push(step) },
    );
    const path = join(folder, 'new', 'list.xml');
    expect({ outcome, files }).toEqual({
      outcome: 'fetched',
      files: [
        {
          outcome: 'fetched',
          part: 'main',
          address: `http://${host()}/list.xml`,
          path,
          bytes: LIST.length,
          sha256: sha256(LIST),
          etag: '"v1"',
          lastModified: 'Sat, 21 Nov 2026 08:00:00 GMT',
          retrievedAt: '2026-11-22T10:00:00.000Z',
        },
      ] satisfies FetchedFile[],
    });
    expect(await readFile(path, 'utf8')).toBe(LIST);
    expect(progress.at(-1)).toMatchObject({
      part: 'main',
      bytes: LIST.length,
      total: LIST.length,
      attempt: 1,
    });
    expect(requests[0]?.headers).toMatchObject({
      'user-agent': 'interdict/1.2.3',
      'accept-encoding': 'identity',
    });
  });

  it('under a name like a browser’s where the publisher drops others', async () => {
    answers['/list.xml'] = answer(200, {}, LIST);
    await run({ main: '/list.xml' }, { agent: 'compatible' });
    expect(requests[0]?.headers['user-agent']).toBe('Mozilla/5.0 (compatible; interdict/1.2.3)');
  });

  it('not again if the publisher says that it has not changed', async () => {
    answers['/list.xml'] = answer(304, { etag: '"v1"' });
    const known = { etag: '"v1"', lastModified: 'Sat, 21 Nov 2026 08:00:00 GMT', sha256: sha256(LIST) };
    const result = await run([{ part: 'main', address: `http://${host()}/list.xml`, known }]);
    expect(result).toMatchObject({
      outcome: 'unchanged',
      files: [{ outcome: 'unchanged', ...known, retrievedAt: '2026-11-22T10:00:00.000Z' }],
    });
    expect(requests[0]?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': known.lastModified,
    });
    expect(await readdir(join(folder, 'new'))).toEqual([]);
  });

  it('and told unchanged if the same bytes come from a publisher that cannot say so', async () => {
    answers['/list.xml'] = answer(200, { etag: '"other"' }, LIST);
    const known = { etag: '"v1"', sha256: sha256(LIST) };
    const result = await run([{ part: 'main', address: `http://${host()}/list.xml`, known }]);
    expect(result).toMatchObject({
      outcome: 'unchanged',
      files: [{ outcome: 'unchanged', etag: '"other"' }],
    });
    expect(await readdir(join(folder, 'new'))).toEqual([]);
  });

  it('packed on the way if the publisher insists, counting what it unpacks to', async () => {
    answers['/list.xml'] = answer(200, { 'content-encoding': 'gzip' }, gzipSync(LIST));
    const { files } = await run({ main: '/list.xml' });
    expect(files).toMatchObject([{ outcome: 'fetched', bytes: LIST.length, sha256: sha256(LIST) }]);
  });

  it('file by file, each file known by its part, also where names are no file names or alike', async () => {
    answers['/a/list.csv'] = answer(200, {}, 'a,b\n');
    answers['/b/list.csv'] = answer(200, {}, 'c,d\n');
    answers['/content'] = answer(200, {}, 'e,f\n');
    const { files } = await run({
      primary: '/a/list.csv',
      alias: '/b/list.csv',
      address: '/content?token=1',
    });
    expect(files.map((file) => [file.part, file.outcome === 'fetched' && file.path])).toEqual([
      ['primary', join(folder, 'new', 'list.csv')],
      ['alias', join(folder, 'new', 'xx_list-alias')],
      ['address', join(folder, 'new', 'xx_list-address')],
    ]);
  });

  it('after a redirect within the host, with the password', async () => {
    const password = `Basic ${Buffer.from('me:pass').toString('base64')}`;
    answers['/list'] = answer(200, {}, LIST);
    answers['/old'] = answer(302, { location: '/list?signature=1' });
    await run([{ part: 'main', address: `http://me:pass@${host()}/old` }]);
    expect(requests.map((request) => request.headers.authorization)).toEqual([password, password]);
  });

  it('at the second attempt if the first one failed in passing', async () => {
    answers['/list.xml'] = [
      answer(500, {}),
      raw('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n<list>', true),
      answer(200, {}, LIST),
    ];
    expect(await run({ main: '/list.xml' })).toMatchObject({
      outcome: 'fetched',
      files: [{ sha256: sha256(LIST) }],
    });
    // Half of 1 s and half of 2 s: the other half is chance, which is 0 here.
    expect(waits).toEqual([500, 1000]);
  });

  it('after the time that the publisher asks for', async () => {
    answers['/list.xml'] = [
      answer(429, { 'retry-after': '7' }),
      answer(503, { 'retry-after': 'Sun, 22 Nov 2026 10:00:09 GMT' }),
      answer(200, {}, LIST),
    ];
    await run({ main: '/list.xml' });
    expect(waits).toEqual([7000, 9000]);
  });
});

describe('a list is refused, and nothing is left behind', () => {
  const once = { retry: { retries: 0 } };

  it('if the publisher answers with an error, asked again only where that may help', async () => {
    answers['/gone'] = answer(404, {});
    expect(await refusal(run({ main: '/gone' }))).toBe(
      'FETCH_FAILED: http://HOST/gone answered with status 404 (Not Found).',
    );
    expect(requests).toHaveLength(1);
    answers['/down'] = answer(503, {});
    expect(await refusal(run({ main: '/down?token=secret' }))).toBe(
      'FETCH_FAILED: http://HOST/down?… answered with status 503 (Service Unavailable) (after 4 attempts).',
    );
    expect(requests).toHaveLength(5);
    answers['/odd'] = answer(304, {});
    expect(await refusal(run({ main: '/odd' }))).toBe(
      'FETCH_FAILED: http://HOST/odd answered with status 304 (Not Modified).',
    );
  });

  it('if the publisher asks to come back too late', async () => {
    answers['/list.xml'] = answer(429, { 'retry-after': '3600' });
    expect(await refusal(run({ main: '/list.xml' }))).toBe(
      'FETCH_FAILED: http://HOST/list.xml answered with status 429 (Too Many Requests). It asks to come back in 3600 s.',
    );
    expect(waits).toEqual([]);
  });

  it('if nothing listens at the address', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => closed.once('listening', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const sources = [{ part: 'main', address: `http://127.0.0.1:${port}/list.xml` }];
    expect((await refusal(run(sources, once))).replace(String(port), 'PORT')).toBe(
      'FETCH_FAILED: http://127.0.0.1:PORT/list.xml cannot be fetched: nothing listens there (ECONNREFUSED).',
    );
  });

  it('if the connection breaks off in the middle', async () => {
    answers['/list.xml'] = raw('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n<list>', true);
    expect(await refusal(run({ main: '/list.xml' }, once))).toBe(
      'FETCH_FAILED: http://HOST/list.xml cannot be fetched: the connection broke off (ECONNRESET).',
    );
  });

  it('if the publisher does not begin to answer', async () => {
    answers['/list.xml'] = () => undefined;
    expect(await refusal(run({ main: '/list.xml' }, { ...once, connectTimeoutMs: 50 }))).toBe(
      'FETCH_TIMEOUT: http://HOST/list.xml (xx_list) did not answer within 0.05 s.',
    );
  });

  it('if the publisher stops sending', async () => {
    answers['/list.xml'] = (_request, response) => void response.writeHead(200).write('<list>');
    expect(await refusal(run({ main: '/list.xml' }, { retry: { retries: 1 }, idleTimeoutMs: 50 }))).toBe(
      'FETCH_TIMEOUT: http://HOST/list.xml (xx_list) sent nothing for 0.05 s (after 2 attempts).',
    );
  });

  it('if all attempts together take too long', async () => {
    answers['/list.xml'] = async (_request, response) => {
      response.writeHead(200);
      while (!response.destroyed) {
        response.write('<a/>');
        await setTimeout(10);
      }
    };
    expect(await refusal(run({ main: '/list.xml' }, { totalTimeoutMs: 120, idleTimeoutMs: 60_000 }))).toBe(
      'FETCH_TIMEOUT: http://HOST/list.xml (xx_list) did not arrive within 0.12 s.',
    );
  });

  it('if more bytes are announced than come', async () => {
    answers['/list.xml'] = raw(`HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n${LIST}`);
    expect(await refusal(run({ main: '/list.xml' }, once))).toBe(
      `FETCH_LENGTH_WRONG: http://HOST/list.xml announced 100 bytes and sent ${LIST.length}.`,
    );
  });

  it.each([
    ['XML', LIST, 'XML ends with ">"'],
    ['JSON', '{"results":[1,2,3,4,5]}', 'JSON that begins with "{" ends with "}"'],
    ['a zip', 'PK\x03\x04 and so on PK\x05\x06', 'a zip archive ends with its directory'],
  ])('if fewer bytes are announced than %s has', async (_kind, body, why) => {
    answers['/list'] = raw(`HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n${body}`);
    expect(await refusal(run({ main: '/list' }, once))).toBe(
      `FETCH_LENGTH_WRONG: http://HOST/list sent the 9 bytes that it announced, but the file does not end there: ${why}.`,
    );
  });

  it('if an answer without a length ends in the middle', async () => {
    answers['/list.xml'] = raw('HTTP/1.1 200 OK\r\n\r\n<list><entry>');
    answers['/chunks.xml'] = raw(
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n6\r\n<list>\r\n99\r\n<en',
    );
    answers['/cut.xml'] = answer(200, { 'content-encoding': 'gzip' }, gzipSync(LIST).subarray(0, 30));
    expect(await refusal(run({ main: '/chunks.xml' }, once))).toBe(
      'FETCH_FAILED: http://HOST/chunks.xml cannot be fetched: the connection broke off.',
    );
    expect(await refusal(run({ main: '/cut.xml' }, once))).toMatch(
      /^FETCH_LENGTH_WRONG: http:\/\/HOST\/cut\.xml sent \d+ bytes, but the file does not end there: XML ends with ">"\.$/u,
    );
    answers['/open.xml'] = raw('HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n<list><entry');
    expect(await refusal(run({ main: '/open.xml' }, once))).toBe(
      'FETCH_LENGTH_WRONG: http://HOST/open.xml sent 12 bytes, but the file does not end there: XML ends with ">".',
    );
  });

  it('if it is a web page, however it is announced', async () => {
    const page = '\n<!-- shield -->\n<!DOCTYPE html><html><head><title>Access\n denied</title></head></html>';
    answers['/list.xml'] = answer(200, { 'content-type': 'text/xml' }, page);
    expect(await refusal(run({ main: '/list.xml' }))).toBe(
      'LIST_WRONG_FORMAT: http://HOST/list.xml sent a web page ("Access denied") in place of the list.',
    );
    expect(requests).toHaveLength(1);
  });

  it('if it is empty', async () => {
    answers['/list.xml'] = answer(200, {});
    expect(await refusal(run({ main: '/list.xml' }))).toBe(
      'LIST_EMPTY: http://HOST/list.xml sent a file without any bytes.',
    );
  });

  it('if it has too many bytes, announced, endless or packed', async () => {
    answers['/big.xml'] = answer(200, { 'content-length': '2000' }, '<a>'.repeat(700));
    expect(await refusal(run({ main: '/big.xml' }, { maxBytes: 1000 }))).toBe(
      'FETCH_TOO_LARGE: http://HOST/big.xml announces 2000 bytes; the limit is 1000.',
    );
    answers['/endless.xml'] = async (_request, response) => {
      response.writeHead(200);
      while (!response.destroyed) {
        response.write('<entry/>'.repeat(1000));
        await setTimeout(1);
      }
    };
    const endless = 'sends more than 100000 bytes, which is the limit.';
    expect(await refusal(run({ main: '/endless.xml' }, { maxBytes: 100_000 }))).toBe(
      `FETCH_TOO_LARGE: http://HOST/endless.xml ${endless}`,
    );
    answers['/bomb.xml'] = answer(200, { 'content-encoding': 'gzip' }, gzipSync(' '.repeat(10_000_000)));
    expect(await refusal(run({ main: '/bomb.xml' }, { maxBytes: 100_000 }))).toBe(
      `FETCH_TOO_LARGE: http://HOST/bomb.xml ${endless}`,
    );
    expect(requests).toHaveLength(3);
  });

  it('if it is redirected without end, to nowhere, or to what is no http', async () => {
    answers['/loop'] = answer(302, { location: '/loop?again=secret' });
    expect(await refusal(run({ main: '/loop' }))).toBe(
      'FETCH_FAILED: http://HOST/loop redirects over 5 times.',
    );
    expect(requests).toHaveLength(6);
    answers['/nowhere'] = answer(301, {});
    expect(await refusal(run({ main: '/nowhere' }))).toBe(
      'FETCH_FAILED: http://HOST/nowhere redirects without saying where.',
    );
    answers['/file'] = answer(301, { location: 'file:///etc/passwd' });
    expect(await refusal(run({ main: '/file' }))).toBe(
      'FETCH_REFUSED_ADDRESS: file: … is no address that lists are fetched from: it must begin with http:// or https://.',
    );
  });

  it.each([
    ['ftp://user:secret@example.org/list?token=secret', 'ftp://example.org …?…'],
    ['list.xml', '"list.xml"'],
  ])('at the address %s', async (address, shown) => {
    expect(await refusal(run([{ part: 'main', address }]))).toBe(
      `FETCH_REFUSED_ADDRESS: ${shown} is no address that lists are fetched from: it must begin with http:// or https://.`,
    );
  });

  it('if one of its files fails, whatever became of the others', async () => {
    answers['/sdn.csv'] = answer(200, {}, '1,"A"\n');
    answers['/alt.csv'] = answer(404, {});
    expect(await refusal(run({ primary: '/sdn.csv', alias: '/alt.csv' }))).toBe(
      'FETCH_FAILED: http://HOST/alt.csv answered with status 404 (Not Found).',
    );
  });

  it('if the user gives up, with the user’s own reason', async () => {
    const stop = new AbortController();
    answers['/list.xml'] = () => stop.abort(new Error('stopped by the user'));
    expect(await refusal(run({ main: '/list.xml' }, { signal: stop.signal }))).toBe(
      'undefined: stopped by the user',
    );
  });

  it('if it cannot be written', async () => {
    answers['/list.xml'] = answer(200, {}, LIST);
    const message = await refusal(
      run({ main: '/list.xml' }, { folder: join(process.execPath, 'no folder') }),
    );
    expect(message).toBe('FILE_UNREADABLE: What was fetched cannot be written (ENOTDIR).');
  });
});
