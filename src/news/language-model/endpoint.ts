// A language model behind an OpenAI-compatible endpoint (POST /chat/completions), which the user configures; without
// configuration nothing here is ever called. The address is the user's own word, so it may be on this machine. The key
// goes into one header of one host: it is in no message, no log and no field that prints, and redirects are not
// followed, since they would take it elsewhere.
import { InterdictError } from '../../model/errors.ts';

/** Milliseconds for one answer; models on a desk machine take a minute for a long article. */
const DEFAULT_TIMEOUT_MS = 120_000;
/** Bytes of an answer; a hundred claims with their words have about 60,000. It is kept with the record. */
const MAX_ANSWER_BYTES = 500_000;
/** Room for the answer, in the model's tokens. @see ModelSettings.maxTokens */
const DEFAULT_MAX_TOKENS = 8_000;

export interface ModelSettings {
  /** For instance `https://api.example/v1` or `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey?: string | undefined;
  /** @default 120,000 */
  readonly timeoutMs?: number | undefined;
  /** @default 8,000 */
  readonly maxTokens?: number | undefined;
  /** Ask the server to let only JSON through; some servers do not know that and answer with an error. @default true */
  readonly jsonMode?: boolean | undefined;
}

export interface ChatMessage {
  readonly role: 'system' | 'user';
  readonly content: string;
}

/** What reading needs of a model; tests and other transports fill it too. */
export interface LanguageModel {
  /** Name as configured, for the provenance of what it proposes. */
  readonly model: string;
  /** The model's answer as text. */
  complete(messages: readonly ChatMessage[], signal?: AbortSignal): Promise<string>;
}

/** @throws InterdictError CONFIG_INVALID */
export function languageModelAt(settings: ModelSettings): LanguageModel {
  return new Endpoint(settings);
}

class Endpoint implements LanguageModel {
  readonly model: string;
  readonly #url: URL;
  readonly #key: string | undefined;
  readonly #settings: Omit<ModelSettings, 'apiKey'>;

  constructor({ apiKey, ...settings }: ModelSettings) {
    this.#url = endpointUrl(settings.baseUrl);
    if (!settings.model.trim()) throw invalid('names no model', 'model');
    // An invalid header would be printed, key and all, by whoever refuses it.
    if (apiKey !== undefined && !/^[\x21-\x7e]+$/u.test(apiKey)) {
      throw invalid('has a key with characters that no key has', 'apiKey');
    }
    this.model = settings.model;
    this.#key = apiKey;
    this.#settings = settings;
  }

  /** @throws InterdictError MODEL_UNAVAILABLE, MODEL_ANSWER_INVALID; the signal's reason if it was given */
  async complete(messages: readonly ChatMessage[], signal?: AbortSignal): Promise<string> {
    const limit = this.#settings.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const timeout = AbortSignal.timeout(limit);
    try {
      const response = await fetch(this.#url, {
        method: 'POST',
        redirect: 'error',
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...(this.#key ? { authorization: `Bearer ${this.#key}` } : {}),
        },
        body: JSON.stringify({
          model: this.model,
          messages,
          temperature: 0,
          max_tokens: this.#settings.maxTokens ?? DEFAULT_MAX_TOKENS,
          ...(this.#settings.jsonMode === false ? {} : { response_format: { type: 'json_object' } }),
        }),
      });
      if (!response.ok) {
        // Its body is not shown: servers repeat what they were sent, the key included.
        await response.body?.cancel();
        throw this.#unavailable(`answered with status ${response.status}`);
      }
      return contentOf(await this.#body(response));
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      if (error instanceof InterdictError) throw error;
      if (timeout.aborted) throw this.#unavailable(`did not answer within ${limit / 1000} s`);
      const { cause } = error as { cause?: { code?: string } };
      throw this.#unavailable(`cannot be reached${cause?.code ? ` (${cause.code})` : ''}`);
    }
  }

  async #body(response: Response): Promise<string> {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > MAX_ANSWER_BYTES) {
        throw new InterdictError(
          'MODEL_ANSWER_INVALID',
          `The model sends more than ${MAX_ANSWER_BYTES} bytes.`,
        );
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  }

  #unavailable(what: string): InterdictError {
    return new InterdictError('MODEL_UNAVAILABLE', `The language model at ${this.#url.origin} ${what}.`);
  }
}

function endpointUrl(baseUrl: string): URL {
  const url = URL.parse(`${baseUrl.trim().replace(/\/+$/u, '')}/chat/completions`);
  if (!url || !/^https?:$/u.test(url.protocol)) throw invalid('has no web address', 'baseUrl');
  if (url.username || url.password || url.search || url.hash) {
    throw invalid('has an address with more than host and path; the key stands on its own', 'baseUrl');
  }
  return url;
}

function invalid(what: string, field: string): InterdictError {
  return new InterdictError('CONFIG_INVALID', `The language model ${what}.`, { field });
}

/** The text of the first choice. */
function contentOf(body: string): string {
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    answer = undefined; // Told below, as any other answer without content.
  }
  const content = (answer as { choices?: { message?: { content?: unknown } }[] } | null | undefined)
    ?.choices?.[0]?.message?.content;
  if (typeof content === 'string' && content !== '') return content;
  throw new InterdictError('MODEL_ANSWER_INVALID', 'The language model answered without any text.');
}
