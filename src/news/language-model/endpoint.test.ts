import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { languageModelAt } from './endpoint.ts';

const KEY = 'sk-very-secret';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

interface Asked {
  readonly request: IncomingMessage;
  readonly body: Record<string, unknown>;
}

/** An endpoint on this machine that answers as it is told and remembers what it was asked. */
async function endpoint(
  answer: (response: ServerResponse, asked: Asked) => void,
): Promise<{ baseUrl: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const started = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const one = { request, body: JSON.parse(text) as Record<string, unknown> };
    asked.push(one);
    answer(response, one);
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return { baseUrl: `http://127.0.0.1:${(started.address() as AddressInfo).port}/v1/`, asked };
}

function says(content: unknown): (response: ServerResponse) => void {
  return (response) => response.end(JSON.stringify({ choices: [{ message: { content } }] }));
}

const MESSAGES = [{ role: 'user', content: 'Hello' }] as const;

describe('a configured language model', () => {
  it('is asked at its chat completions, with its key', async () => {
    const { baseUrl, asked } = await endpoint(says('{"claims":[]}'));
    const model = languageModelAt({ baseUrl, model: 'local', apiKey: KEY });
    expect(await model.complete(MESSAGES)).toBe('{"claims":[]}');
    expect(asked[0]?.request.url).toBe('/v1/chat/completions');
    expect(asked[0]?.request.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(asked[0]?.body).toMatchObject({
      model: 'local',
      temperature: 0,
      messages: MESSAGES,
      response_format: { type: 'json_object' },
    });
  });

  it('needs no key, and JSON mode can be off', async () => {
    const { baseUrl, asked } = await endpoint(says('x'));
    await languageModelAt({ baseUrl, model: 'local', jsonMode: false }).complete(MESSAGES);
    expect(asked[0]?.request.headers.authorization).toBeUndefined();
    expect(asked[0]?.body.response_format).toBeUndefined();
  });

  it('never shows its key, neither printed nor in an error', async () => {
    const { baseUrl } = await endpoint((response, { request }) => {
      response.statusCode = 401;
      response.end(`wrong key: ${request.headers.authorization}`);
    });
    const model = languageModelAt({ baseUrl, model: 'local', apiKey: KEY });
    expect(inspect(model, { depth: 9, showHidden: true })).not.toContain(KEY);
    expect(JSON.stringify(model)).not.toContain(KEY);
    const error = await model.complete(MESSAGES).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'MODEL_UNAVAILABLE', message: expect.stringContaining('401') });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(KEY);
    const broken = () => languageModelAt({ baseUrl, model: 'local', apiKey: `${KEY}\nx` });
    expect(broken).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
    expect(broken).not.toThrow(KEY);
  });

  it('takes its key nowhere else', async () => {
    let elsewhere = 0;
    const { baseUrl } = await endpoint((response, { request }) => {
      if (request.url !== '/v1/chat/completions') elsewhere += 1;
      response.writeHead(307, { location: '/other' });
      response.end();
    });
    const model = languageModelAt({ baseUrl, model: 'local', apiKey: KEY });
    await expect(model.complete(MESSAGES)).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
    expect(elsewhere).toBe(0);
  });

  it.each([
    ['not json', 'MODEL_ANSWER_INVALID'],
    ['{}', 'MODEL_ANSWER_INVALID'],
    ['null', 'MODEL_ANSWER_INVALID'],
    ['{"choices":[{"message":{"content":null}}]}', 'MODEL_ANSWER_INVALID'],
    ['x'.repeat(500_001), 'MODEL_ANSWER_INVALID'],
  ])('that answers with %.30s is told (%#)', async (body, code) => {
    const { baseUrl } = await endpoint((response) => response.end(body));
    await expect(languageModelAt({ baseUrl, model: 'local' }).complete(MESSAGES)).rejects.toMatchObject({
      code,
    });
  });

  it('that is silent, or not there, is told', async () => {
    const { baseUrl } = await endpoint(() => {});
    const silent = languageModelAt({ baseUrl, model: 'local', timeoutMs: 100 });
    await expect(silent.complete(MESSAGES)).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
    const absent = languageModelAt({ baseUrl: 'http://127.0.0.1:1/v1', model: 'local' });
    await expect(absent.complete(MESSAGES)).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
    await expect(silent.complete(MESSAGES, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  });

  it.each(['', 'file:///x', 'http://user:pass@host/v1', 'https://host/v1?key=secret', 'nonsense'])(
    'is not configured by the address %s',
    (baseUrl) => {
      const configure = () => languageModelAt({ baseUrl, model: 'local' });
      expect(configure).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
      expect(configure).not.toThrow('secret');
    },
  );
});
