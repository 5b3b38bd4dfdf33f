import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type ArticleFetchOptions, fetchArticle } from './fetch.ts';
import type { FetchPolicy } from './fetch-address.ts';

/** The test's server listens on this address alone, and nothing else may be asked. */
const HERE = '127.0.0.1';
const policy: FetchPolicy = { isAllowedAddress: (address) => address === HERE, isAllowedPort: () => true };
const options: ArticleFetchOptions = { version: '0.0.0', clock: () => new Date(0), policy };

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, HERE, resolve));
  return `http://${HERE}:${(started.address() as AddressInfo).port}`;
}

function coded(code: string) {
  return expect.objectContaining({ code });
}

describe('fetching a report', () => {
  it('gives its bytes, kind, address and time', async () => {
    const base = await serve((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end('<p>Report</p>');
    });
    const { bytes, ...rest } = await fetchArticle(`${base}/a`, options);
    expect(Buffer.from(bytes).toString()).toBe('<p>Report</p>');
    expect(rest).toEqual({
      url: `${base}/a`,
      mediaType: 'text/html; charset=utf-8',
      retrieved: '1970-01-01T00:00:00.000Z',
    });
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('unpacks %s', async (encoding, pack) => {
    const base = await serve((_request, response) => {
      response.setHeader('content-encoding', encoding);
      response.end(pack('packed'));
    });
    expect(Buffer.from((await fetchArticle(base, options)).bytes).toString()).toBe('packed');
  });

  it('stops a packed bomb at the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    const base = await serve((_request, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(bomb);
    });
    await expect(fetchArticle(base, { ...options, maxBytes: 200_000 })).rejects.toEqual(
      coded('FETCH_TOO_LARGE'),
    );
  });

  it('stops what is larger than announced or allowed', async () => {
    const base = await serve((_request, response) => {
      response.write('x'.repeat(5_000));
      response.end('x'.repeat(5_000));
    });
    await expect(fetchArticle(base, { ...options, maxBytes: 9_000 })).rejects.toEqual(
      coded('FETCH_TOO_LARGE'),
    );
    expect((await fetchArticle(base, { ...options, maxBytes: 10_000 })).bytes.length).toBe(10_000);
  });

  it('asks nothing of a private address, also by way of a name', async () => {
    let asked = 0;
    const base = await serve((_request, response) => {
      asked += 1;
      response.end();
    });
    const port = new URL(base).port;
    const publicOnly = { version: '0', clock: options.clock };
    await expect(fetchArticle(`http://${HERE}/`, publicOnly)).rejects.toEqual(coded('FETCH_PRIVATE_ADDRESS'));
    await expect(fetchArticle('http://localhost/', publicOnly)).rejects.toEqual(
      coded('FETCH_PRIVATE_ADDRESS'),
    );
    const lookup = async () => ['10.0.0.7', 'fd00::7'];
    const sly = fetchArticle(`http://sly.example:${port}/`, { ...options, lookup });
    await expect(sly).rejects.toEqual(coded('FETCH_PRIVATE_ADDRESS'));
    expect(asked).toBe(0);
  });

  it('connects to the address that was checked, of several the allowed one', async () => {
    const base = await serve((request, response) => {
      response.end(request.headers.host);
    });
    const { port } = new URL(base);
    let looks = 0;
    const lookup = async () => {
      looks += 1;
      // A name that changes its mind: asked a second time, it would lead elsewhere.
      return looks === 1 ? ['10.0.0.7', HERE] : ['10.0.0.7'];
    };
    const { bytes } = await fetchArticle(`http://moving.example:${port}/`, { ...options, lookup });
    expect(Buffer.from(bytes).toString()).toBe(`moving.example:${port}`);
    expect(looks).toBe(1);
  });

  it('follows redirects and checks each', async () => {
    const base = await serve((request, response) => {
      const path = request.url ?? '';
      const to = {
        '/start': '/end',
        '/bad': 'http://127.0.0.2:9/',
        '/file': 'file:///etc/passwd',
        '/loop': '/loop',
      }[path];
      if (to) response.writeHead(302, { location: to });
      response.end(path);
    });
    expect((await fetchArticle(`${base}/start`, options)).url).toBe(`${base}/end`);
    await expect(fetchArticle(`${base}/bad`, options)).rejects.toEqual(coded('FETCH_PRIVATE_ADDRESS'));
    await expect(fetchArticle(`${base}/file`, options)).rejects.toEqual(coded('FETCH_REFUSED_ADDRESS'));
    await expect(fetchArticle(`${base}/loop`, options)).rejects.toEqual(coded('FETCH_FAILED'));
  });

  it('takes neither pictures nor error pages', async () => {
    const base = await serve((request, response) => {
      response.statusCode = request.url === '/gone' ? 410 : 200;
      response.setHeader('content-type', 'image/png');
      response.end('x');
    });
    await expect(fetchArticle(`${base}/p`, options)).rejects.toEqual(coded('ARTICLE_KIND_UNKNOWN'));
    await expect(fetchArticle(`${base}/gone`, options)).rejects.toEqual(coded('FETCH_FAILED'));
  });

  it('gives up when time is up, also in the middle of the body', async () => {
    const base = await serve((_request, response) => {
      response.write('beginning');
    });
    await expect(fetchArticle(base, { ...options, timeoutMs: 200 })).rejects.toEqual(coded('FETCH_TIMEOUT'));
  });

  it('gives up with the reason of its caller', async () => {
    const base = await serve(() => {});
    const stop = new AbortController();
    const fetching = fetchArticle(base, { ...options, signal: stop.signal });
    stop.abort(new Error('enough'));
    await expect(fetching).rejects.toThrow('enough');
  });

  it('says when an answer is cut, damaged or refused', async () => {
    const base = await serve((request, response) => {
      if (request.url === '/cut') {
        response.writeHead(200, { 'content-length': '100' });
        response.write('short', () => response.destroy());
      } else {
        response.setHeader('content-encoding', 'gzip');
        response.end('no gzip');
      }
    });
    await expect(fetchArticle(`${base}/cut`, options)).rejects.toEqual(coded('FETCH_LENGTH_WRONG'));
    await expect(fetchArticle(`${base}/damaged`, options)).rejects.toEqual(coded('FETCH_FAILED'));
    await expect(fetchArticle(`http://${HERE}:1/`, options)).rejects.toEqual(coded('FETCH_FAILED'));
  });
});
