// Fetches a list from its publisher: the one file of this room that uses the network. A list is fetched whole or not
// at all: its files are written beside their places under other names, and take them only when all have arrived.
// What arrives is counted, bounded and looked at (a web page is no list, an XML file ends with a tag); whether it is
// a list is for the readers to say. It does not know what was fetched before: the caller passes the publisher's marks.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { InterdictError } from '../model/errors.ts';
import { type FetchAddress, parseAddress, printableAddress, redirectedAddress } from './fetch-address.ts';
import { ContentGuard } from './fetch-content.ts';
import { Deadline, Expired } from './fetch-deadline.ts';
import { isWorthRetrying, type RetryRules, retryAfterMs, waitBefore } from './fetch-retry.ts';

/** Bytes of one file at most where the list does not say; the largest known is the Swiss list with 42 MB. */
export const DEFAULT_MAX_BYTES = 250_000_000;

/** Redirects that are followed; OFAC's service needs one. */
const MAX_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** One file to fetch. */
export interface FetchSource {
  /** The part of the list that the file is; `main` for lists of one file. */
  readonly part: string;
  readonly address: string;
  /** What the publisher said of the file that is held already. */
  readonly known?: {
    readonly etag?: string;
    readonly lastModified?: string;
    /** Hex digest of the bytes that are held. */
    readonly sha256: string;
  };
}

export interface FetchProgress {
  readonly part: string;
  /** Without secrets. */
  readonly address: string;
  /** Bytes that have arrived in this attempt. */
  readonly bytes: number;
  /** Bytes that the publisher announced; unknown for packed answers. */
  readonly total?: number;
  /** From 1. */
  readonly attempt: number;
}

export interface FetchOptions {
  /** The folder that the files are put into; made if it is not there. */
  readonly folder: string;
  /** Interdict's version, for the User-Agent. */
  readonly version: string;
  /** `compatible` calls the program like a browser, with its own name inside; see data/datasets.yml. */
  readonly agent?: string | undefined;
  /** Bytes of one file at most. @default DEFAULT_MAX_BYTES */
  readonly maxBytes?: number | undefined;
  /** Milliseconds until the publisher begins to answer. @default 30,000 */
  readonly connectTimeoutMs?: number | undefined;
  /** Milliseconds without any byte. @default 60,000 */
  readonly idleTimeoutMs?: number | undefined;
  /** Milliseconds for one file, all attempts together. @default 1,200,000 */
  readonly totalTimeoutMs?: number | undefined;
  /** @default 3 retries, 1 second before the first, 60 seconds at most */
  readonly retry?: Partial<RetryRules> | undefined;
  readonly clock: () => Date;
  /** A number from 0 up to 1. */
  readonly random: () => number;
  /** Waits, and gives up when the signal is given. @default the machine's timer */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly onProgress?: ((progress: FetchProgress) => void) | undefined;
  /** Gives up everything; what was begun is removed. */
  readonly signal?: AbortSignal | undefined;
}

interface FileAnswer {
  readonly part: string;
  /** As it was asked for: secrets included, so not for messages. */
  readonly address: string;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly sha256: string;
  /** ISO moment. */
  readonly retrievedAt: string;
}

/** `unchanged`: the bytes of `known` stand. */
export type FetchedFile =
  | (FileAnswer & { readonly outcome: 'unchanged' })
  | (FileAnswer & { readonly outcome: 'fetched'; readonly path: string; readonly bytes: number });

export interface FetchedList {
  readonly dataset: string;
  /** `unchanged` if all files are. */
  readonly outcome: 'unchanged' | 'fetched';
  readonly files: readonly FetchedFile[];
}

/**
 * Fetches all files of a list, one after another.
 *
 * @throws InterdictError FETCH_FAILED, FETCH_TIMEOUT, FETCH_TOO_LARGE, FETCH_LENGTH_WRONG, FETCH_REFUSED_ADDRESS,
 *         LIST_WRONG_FORMAT (a web page), LIST_EMPTY, or FILE_UNREADABLE if a file cannot be written. Nothing has then
 *         been put into the folder. The signal's reason, if the signal was given.
 */
export async function fetchList(
  dataset: string,
  sources: readonly FetchSource[],
  options: FetchOptions,
): Promise<FetchedList> {
  const run = new FetchRun(dataset, options);
  const files: FetchedFile[] = [];
  const arrived: { readonly from: string; readonly to: string }[] = [];
  try {
    await mkdir(options.folder, { recursive: true });
    for (const source of sources) {
      const temporary = join(options.folder, `.${randomUUID()}.part`);
      const place = placeOf(dataset, source, options.folder, arrived);
      arrived.push({ from: temporary, to: place });
      const answer = await run.fetch(source, temporary);
      const isSame = answer.bytes === undefined || answer.sha256 === source.known?.sha256;
      const { bytes = 0, ...said } = answer;
      if (!isSame) files.push({ ...said, outcome: 'fetched', path: place, bytes });
      else {
        arrived.pop();
        await rm(temporary, { force: true });
        files.push({ ...said, outcome: 'unchanged' });
      }
    }
    for (const { from, to } of arrived) await rename(from, to);
  } catch (error) {
    for (const { from } of arrived) await rm(from, { force: true });
    throw asWriteError(error);
  }
  const isChanged = files.some((file) => file.outcome === 'fetched');
  return { dataset, outcome: isChanged ? 'fetched' : 'unchanged', files };
}

/** The publisher's own name where it tells the kind of file and no other part has it; else a name of ours. */
function placeOf(
  dataset: string,
  { part, address }: FetchSource,
  folder: string,
  taken: readonly { readonly to: string }[],
): string {
  const last = URL.parse(address)?.pathname.split('/').at(-1) ?? '';
  const place = join(folder, last);
  const isTelling = /^[\w-][\w.-]{0,100}\.(?:csv|json|txt|xlsx|xml|zip)(?:\.gz)?$/iu.test(last);
  if (isTelling && !taken.some((other) => other.to === place)) return place;
  return join(folder, `${dataset}-${part}`.replace(/[^\w.-]/gu, '_'));
}

/** What the file system says comes with a system call; what the network says is wrapped by fetch. */
function asWriteError(error: unknown): unknown {
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (!code || !syscall) return error;
  const message = `What was fetched cannot be written (${code}).`;
  return new InterdictError('FILE_UNREADABLE', message, path ? { file: path } : {}, { cause: error });
}

/** A failure that another attempt may not have. */
class Passing {
  readonly error: InterdictError;
  readonly retryAfterMs: number | undefined;

  constructor(error: InterdictError, retryAfter?: number) {
    this.error = error;
    this.retryAfterMs = retryAfter;
  }
}

/** What one attempt gave; `bytes` is missing if the publisher says that nothing has changed. */
type Answer = FileAnswer & { readonly bytes?: number };

class FetchRun {
  readonly #dataset: string;
  readonly #options: FetchOptions;
  readonly #rules: RetryRules;

  constructor(dataset: string, options: FetchOptions) {
    this.#dataset = dataset;
    this.#options = options;
    this.#rules = { retries: 3, firstWaitMs: 1000, longestWaitMs: 60_000, ...options.retry };
  }

  /** Fetches one file into `target`, asking again where that may help. */
  async fetch(source: FetchSource, target: string): Promise<Answer> {
    const address = parseAddress(source.address);
    const limit = this.#options.totalTimeoutMs ?? 1_200_000;
    const timer = new Deadline(this.#options.signal);
    timer.set(limit, `did not arrive within ${seconds(limit)}`);
    const sleep = this.#options.sleep ?? ((ms, signal) => setTimeout(ms, undefined, { signal }));
    try {
      for (let attempt = 1; ; attempt += 1) {
        const outcome = await this.#attempt(source, address, target, attempt, timer.signal);
        if (!(outcome instanceof Passing)) return outcome;
        const { error, retryAfterMs: asked = 0 } = outcome;
        if (attempt > this.#rules.retries) throw this.#giveUp(error, attempt);
        if (asked > this.#rules.longestWaitMs) throw this.#giveUp(error, attempt, asked);
        await sleep(waitBefore(attempt, this.#rules, this.#options.random(), asked), timer.signal);
      }
    } catch (error) {
      if (timer.signal.aborted && !(error instanceof InterdictError))
        throw this.#stopped(address, timer.signal);
      throw error;
    } finally {
      timer.clear();
    }
  }

  #giveUp(error: InterdictError, attempts: number, asked?: number): InterdictError {
    const tries = attempts === 1 ? '' : ` (after ${attempts} attempts)`;
    const later = asked === undefined ? '' : ` It asks to come back in ${seconds(asked)}.`;
    const message = `${error.message.replace(/\.$/u, '')}${tries}.${later}`;
    return new InterdictError(error.code, message, error.place, { cause: error.cause });
  }

  async #attempt(
    source: FetchSource,
    address: FetchAddress,
    target: string,
    attempt: number,
    signal: AbortSignal,
  ): Promise<Answer | Passing> {
    const timer = new Deadline(signal);
    try {
      const { response, url } = await this.#ask(source, address, timer);
      const answer = await this.#take(source, response, url, target, attempt, timer);
      return answer;
    } catch (error) {
      if (error instanceof Passing) return error;
      if (error instanceof InterdictError || (error as NodeJS.ErrnoException).syscall) throw error;
      if (signal.aborted) throw this.#stopped(address, signal);
      if (timer.signal.aborted) return new Passing(this.#stopped(address, timer.signal));
      return new Passing(networkError(address, error));
    } finally {
      timer.clear();
    }
  }

  /** Sends the request and follows redirects. */
  async #ask(
    source: FetchSource,
    first: FetchAddress,
    timer: Deadline,
  ): Promise<{ response: Response; url: URL }> {
    const limit = this.#options.connectTimeoutMs ?? 30_000;
    let address = first;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      timer.set(limit, `did not answer within ${seconds(limit)}`);
      const response = await fetch(address.url, {
        redirect: 'manual',
        signal: timer.signal,
        headers: this.#headers(source, address),
      });
      if (!REDIRECTS.has(response.status)) return { response, url: address.url };
      await response.body?.cancel();
      address = redirectedAddress(address, response.headers.get('location'));
    }
    const message = `${printableAddress(first.url)} redirects over ${MAX_REDIRECTS} times.`;
    throw new InterdictError('FETCH_FAILED', message);
  }

  #headers({ known }: FetchSource, { authorization }: FetchAddress): Record<string, string> {
    const name = `interdict/${this.#options.version}`;
    return {
      'user-agent': this.#options.agent === 'compatible' ? `Mozilla/5.0 (compatible; ${name})` : name,
      accept: '*/*',
      // Unpacked on purpose: packed answers do not say how long they are unpacked, and a cut one passes for whole.
      'accept-encoding': 'identity',
      ...(authorization ? { authorization } : {}),
      ...(known?.etag ? { 'if-none-match': known.etag } : {}),
      ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
    };
  }

  /** Takes the answer: writes the file, or says that nothing has changed. */
  async #take(
    source: FetchSource,
    response: Response,
    url: URL,
    target: string,
    attempt: number,
    timer: Deadline,
  ): Promise<Answer> {
    const { status, headers, body } = response;
    const [etag, lastModified] = [headers.get('etag'), headers.get('last-modified')];
    const said = {
      part: source.part,
      address: source.address,
      ...(etag ? { etag } : {}),
      ...(lastModified ? { lastModified } : {}),
      retrievedAt: this.#options.clock().toISOString(),
    };
    if (status === 304 && source.known) {
      const { sha256, ...marks } = source.known;
      return { ...marks, ...said, sha256 };
    }
    if (status !== 200 || !body) {
      await body?.cancel();
      throw this.#statusError(response, url);
    }
    const shown = printableAddress(url);
    const isPacked = headers.has('content-encoding') && headers.get('content-encoding') !== 'identity';
    const announced = isPacked ? undefined : contentLength(headers);
    const guard = new ContentGuard(shown, this.#options.maxBytes ?? DEFAULT_MAX_BYTES, announced);
    const hash = createHash('sha256');
    const idle = this.#options.idleTimeoutMs ?? 60_000;
    const handle = await open(target, 'w');
    try {
      timer.set(idle, `sent nothing for ${seconds(idle)}`);
      for await (const chunk of body as AsyncIterable<Uint8Array>) {
        timer.set(idle, `sent nothing for ${seconds(idle)}`);
        guard.take(chunk);
        hash.update(chunk);
        await handle.writeFile(chunk);
        this.#options.onProgress?.({
          part: source.part,
          address: shown,
          bytes: guard.bytes,
          ...(announced === undefined ? {} : { total: announced }),
          attempt,
        });
      }
      guard.end();
      await handle.sync();
    } catch (error) {
      const short = isPeerGone(error) ? guard.shortfall() : undefined;
      if (short) throw new Passing(short);
      throw error instanceof InterdictError && error.code === 'FETCH_LENGTH_WRONG'
        ? new Passing(error)
        : error;
    } finally {
      await handle.close();
    }
    return { ...said, sha256: hash.digest('hex'), bytes: guard.bytes };
  }

  #statusError(response: Response, url: URL): InterdictError | Passing {
    const { status, statusText, headers } = response;
    const message = `${printableAddress(url)} answered with status ${status}${statusText ? ` (${statusText})` : ''}.`;
    const error = new InterdictError('FETCH_FAILED', message);
    if (!isWorthRetrying(status)) return error;
    return new Passing(error, retryAfterMs(headers.get('retry-after'), this.#options.clock().getTime()));
  }

  /** The error for a signal: what the deadline says, or the caller's own reason. */
  #stopped(address: FetchAddress, signal: AbortSignal): InterdictError {
    if (!(signal.reason instanceof Expired)) throw signal.reason;
    return new InterdictError(
      'FETCH_TIMEOUT',
      `${printableAddress(address.url)} (${this.#dataset}) ${signal.reason.what}.`,
    );
  }
}

function contentLength(headers: Headers): number | undefined {
  const text = headers.get('content-length');
  return text !== null && /^\d+$/u.test(text) ? Number(text) : undefined;
}

/** True if the connection was closed in good order before the announced end. */
function isPeerGone(error: unknown): boolean {
  const cause = (error as { cause?: { code?: string; message?: string } } | undefined)?.cause;
  return cause?.code === 'UND_ERR_SOCKET' && /other side closed/iu.test(cause.message ?? '');
}

function networkError({ url }: FetchAddress, error: unknown): InterdictError {
  const { message, cause } = error as { message?: string; cause?: { code?: string; message?: string } };
  const why = cause?.code ?? cause?.message ?? message ?? String(error);
  const isTimeout = /^UND_ERR_\w*TIMEOUT$/u.test(why);
  return new InterdictError(
    isTimeout ? 'FETCH_TIMEOUT' : 'FETCH_FAILED',
    isTimeout
      ? `${printableAddress(url)} did not answer in time.`
      : `${printableAddress(url)} cannot be fetched: ${NETWORK_WORDS[why] ?? `the connection failed (${why})`}.`,
    {},
    { cause: error },
  );
}

const NETWORK_WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there (ECONNREFUSED)',
  ECONNRESET: 'the connection broke off (ECONNRESET)',
  ENOTFOUND: 'there is no such host (ENOTFOUND)',
  EAI_AGAIN: 'the name of the host cannot be looked up (EAI_AGAIN)',
  UND_ERR_SOCKET: 'the connection broke off',
  Z_DATA_ERROR: 'the packed answer is damaged',
};

function seconds(ms: number): string {
  return `${ms / 1000} s`;
}
