// Fetches a report from the web, only when somebody asks for it: the one file of this room, besides the language
// model's endpoint, that uses the network. The name is looked up here, what it gives is checked, and the connection
// goes to the checked address and no other, so that a name that changes its mind leads nowhere. Redirects are followed
// by hand and checked alike. Sends no cookies; keeps no connection; retries nothing.
import { lookup as lookUp } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Agent, type Dispatcher, request } from 'undici';
import { InterdictError } from '../model/errors.ts';
import {
  articleAddress,
  type FetchPolicy,
  PUBLIC_WEB,
  privateAddress,
  redirectedArticle,
  shownAddress,
} from './fetch-address.ts';
import { MAX_PDF_BYTES } from './intake/limits.ts';

/** Milliseconds for everything, redirects included. */
const DEFAULT_TIMEOUT_MS = 30_000;
const MAX_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** Kinds that may hold a report; what it is, its content says. */
const READABLE =
  /^(?:text\/|application\/(?:xhtml\+xml|xml|rss\+xml|atom\+xml|rdf\+xml|feed\+json|json|pdf|octet-stream)\b)/iu;

export interface ArticleFetchOptions {
  /** Interdict's version, for the User-Agent. */
  readonly version: string;
  readonly clock: () => Date;
  /** Where it may be fetched from, redirects included. @default PUBLIC_WEB */
  readonly policy?: FetchPolicy | undefined;
  /** Bytes at most, unpacked. @default 60,000,000 */
  readonly maxBytes?: number | undefined;
  /** Milliseconds for everything. @default 30,000 */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Looks a host's addresses up. @default the system's resolver */
  readonly lookup?: ((host: string) => Promise<readonly string[]>) | undefined;
}

export interface FetchedArticle {
  readonly bytes: Uint8Array;
  /** Where it was found after redirects. */
  readonly url: string;
  /** As the server says, parameters included. */
  readonly mediaType?: string;
  /** ISO moment. */
  readonly retrieved: string;
}

/**
 * Fetches one report.
 *
 * @throws InterdictError FETCH_REFUSED_ADDRESS, FETCH_PRIVATE_ADDRESS, FETCH_FAILED, FETCH_TIMEOUT, FETCH_TOO_LARGE,
 *         FETCH_LENGTH_WRONG, ARTICLE_KIND_UNKNOWN (a picture, a video); the signal's reason if it was given
 */
export async function fetchArticle(address: string, options: ArticleFetchOptions): Promise<FetchedArticle> {
  const timeout = AbortSignal.timeout(options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  let url = articleAddress(address, options.policy);
  const first = url;
  try {
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const answer = await ask(url, options, signal);
      if (!('location' in answer)) return answer;
      url = redirectedArticle(url, answer.location, options.policy);
    }
  } catch (error) {
    throw asFetchError(error, url, options, timeout);
  }
  throw new InterdictError('FETCH_FAILED', `${shownAddress(first)} redirects over ${MAX_REDIRECTS} times.`);
}

/** One request, on a connection of its own. */
async function ask(
  url: URL,
  options: ArticleFetchOptions,
  signal: AbortSignal,
): Promise<FetchedArticle | { readonly location: string | undefined }> {
  const agent = new Agent({ connect: { lookup: checkedLookup(url, options) }, pipelining: 0 });
  try {
    const response = await request(url, {
      dispatcher: agent,
      signal,
      headers: {
        'user-agent': `interdict/${options.version}`,
        accept:
          'text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.8, application/pdf;q=0.8',
        'accept-encoding': 'gzip, deflate, br',
      },
    });
    if (REDIRECTS.has(response.statusCode)) return { location: headerOf(response, 'location') };
    return await take(url, response, options);
  } finally {
    await agent.destroy();
  }
}

/** Looks the host up and hands on only what may be connected to. */
function checkedLookup(url: URL, options: ArticleFetchOptions): LookupFunction {
  return (host, { all }, done) => {
    addressesOf(url, host, options).then(
      (addresses) => {
        const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
        if (all) done(null, found);
        else done(null, found[0]?.address ?? '', found[0]?.family);
      },
      (error: unknown) => done(error as NodeJS.ErrnoException, ''),
    );
  };
}

async function addressesOf(url: URL, host: string, options: ArticleFetchOptions): Promise<readonly string[]> {
  const addresses = options.lookup
    ? await options.lookup(host)
    : (await lookUp(host, { all: true })).map(({ address }) => address);
  const policy = options.policy ?? PUBLIC_WEB;
  const allowed = addresses.filter((address) => policy.isAllowedAddress(address));
  if (allowed.length > 0) return allowed;
  throw addresses[0] === undefined
    ? new InterdictError('FETCH_FAILED', `${shownAddress(url)} has no address.`)
    : privateAddress(url, addresses[0]);
}

async function take(
  url: URL,
  response: Dispatcher.ResponseData,
  options: ArticleFetchOptions,
): Promise<FetchedArticle> {
  if (response.statusCode !== 200) {
    throw new InterdictError(
      'FETCH_FAILED',
      `${shownAddress(url)} answered with status ${response.statusCode}.`,
    );
  }
  const mediaType = headerOf(response, 'content-type');
  if (mediaType && !READABLE.test(mediaType.trim())) {
    const kind = mediaType.split(';', 1)[0]?.slice(0, 60);
    throw new InterdictError('ARTICLE_KIND_UNKNOWN', `${shownAddress(url)} is ${kind}, not a report.`);
  }
  const bytes = await readBody(url, response, options.maxBytes ?? MAX_PDF_BYTES);
  const retrieved = options.clock().toISOString();
  return { bytes, url: url.href, retrieved, ...(mediaType ? { mediaType } : {}) };
}

/** The whole body, unpacked; stops at the limit, before what a packed bomb holds is in memory. */
async function readBody(url: URL, response: Dispatcher.ResponseData, maxBytes: number): Promise<Uint8Array> {
  const announced = headerOf(response, 'content-length');
  if (announced && Number(announced) > maxBytes) throw tooLarge(url, maxBytes);
  const chunks: Buffer[] = [];
  let length = 0;
  const collect = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      length += chunk.length;
      chunks.push(chunk);
      next(length > maxBytes ? tooLarge(url, maxBytes) : null);
    },
  });
  const unpack = unpackers(url, headerOf(response, 'content-encoding'));
  await pipeline([Readable.from(response.body), ...unpack, collect.resume()]);
  return Buffer.concat(chunks);
}

function unpackers(url: URL, encoding: string | undefined): Transform[] {
  const names = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  // Twice packed is allowed by the rules of the web and used by nobody in good faith.
  if (names.length > 1)
    throw new InterdictError('FETCH_FAILED', `${shownAddress(url)} sends packed packages.`);
  return names.map((name) => {
    if (name === 'gzip' || name === 'x-gzip') return createGunzip();
    if (name === 'deflate') return createInflate();
    if (name === 'br') return createBrotliDecompress();
    throw new InterdictError('FETCH_FAILED', `${shownAddress(url)} sends a packing that was not asked for.`);
  });
}

function tooLarge(url: URL, maxBytes: number): InterdictError {
  return new InterdictError(
    'FETCH_TOO_LARGE',
    `${shownAddress(url)} sends more than ${maxBytes} bytes, which is the limit.`,
  );
}

function headerOf({ headers }: Dispatcher.ResponseData, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

const NETWORK_WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there (ECONNREFUSED)',
  ECONNRESET: 'the connection broke off (ECONNRESET)',
  ENOTFOUND: 'there is no such host (ENOTFOUND)',
  EAI_AGAIN: 'the name of the host cannot be looked up (EAI_AGAIN)',
  UND_ERR_SOCKET: 'the connection broke off',
  UND_ERR_HEADERS_OVERFLOW: 'it sends more headers than any page needs',
  Z_DATA_ERROR: 'the packed answer is damaged',
  Z_BUF_ERROR: 'the packed answer is cut',
};

function asFetchError(error: unknown, url: URL, options: ArticleFetchOptions, timeout: AbortSignal): unknown {
  if (options.signal?.aborted) return options.signal.reason;
  if (error instanceof InterdictError) return error;
  const shown = shownAddress(url);
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (timeout.aborted || /^UND_ERR_\w*TIMEOUT$/u.test(code)) {
    const limit = (options.timeoutMs ?? DEFAULT_TIMEOUT_MS) / 1000;
    return new InterdictError(
      'FETCH_TIMEOUT',
      `${shown} did not arrive within ${limit} s.`,
      {},
      { cause: error },
    );
  }
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') {
    return new InterdictError(
      'FETCH_LENGTH_WRONG',
      `${shown} sent other bytes than it announced.`,
      {},
      { cause: error },
    );
  }
  const why = NETWORK_WORDS[code] ?? `the connection failed (${code || message})`;
  return new InterdictError('FETCH_FAILED', `${shown} cannot be fetched: ${why}.`, {}, { cause: error });
}
