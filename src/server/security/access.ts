// Who may ask for what. On this machine, for its one user, nothing is asked. Everywhere else a key is: in the
// Authorization header (`ApiKey …`, as yente's clients send it, `Bearer …` or `Basic …`), or by signing in with it in a
// browser.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { InterdictError } from '../../model/errors.ts';
import { SCOPES, type Scope } from '../../model/scopes.ts';
import type { Context } from '../server.ts';
import type { App } from '../typebox.ts';
import { FailureThrottle } from './failure-throttle.ts';
import { Sessions } from './sessions.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The key that was shown; absent where none is needed. */
    accessKey?: { readonly id: string; readonly name: string; readonly requestsPerMinute?: number };
  }
}

export const SESSION_COOKIE = 'interdict_session';
/** A header that no form and no page of another origin can send; sign-ins need it for whatever changes something. */
const REQUEST_HEADER = 'x-interdict-request';

/**
 * Routes that anybody may ask for: they say nothing of lists, parties or people (`/` and `/*` are the files of the web
 * app). All others need a key. It is the route that counts and never the address as it was sent, which can be written
 * in many ways.
 */
const OPEN = /^\/(?:\*|healthz|readyz|login|logout|docs(?:\/.*)?|openapi\.json|api\/v1\/session)?$/u;
/** What a request needs besides a key, by its method and route; the first that fits counts. */
const NEEDED: readonly (readonly [RegExp, Scope | undefined])[] = [
  [/^(?!GET|HEAD)\w+ \/api\/v1\/lists(?:\/|$)/u, 'lists'],
  [/^\w+ \/api\/v1\/lists\/:dataset\/versions\/:version$/u, 'lists'],
  [/^\w+ \/api\/v1\/(?:status|lists)(?:\/|$)/u, undefined],
  [/^\w+ \/api\/v1\/record(?:\/|$)/u, 'record'],
  [/^\w+ \/api\/v1\/(?:read|articles|readings|claims)(?:\/|$)/u, 'read'],
  [/^\w+ \/(?:metrics|catalog|manifest|algorithms)$/u, undefined],
  [/^/u, 'screen'],
];
const READING: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface Access {
  readonly sessions: Sessions;
  /** The key of a request in words for its bearer. @throws InterdictError KEY_INVALID, TOO_MANY_REQUESTS */
  signIn(key: string, request: FastifyRequest, reply: FastifyReply): Promise<string>;
}

/** `ApiKey KEY`, `Bearer KEY`, or `Basic` with the key as password, as some clients of yente send it. */
function keyOfHeader(header: string): string | undefined {
  const [, scheme = '', sent = ''] = /^(ApiKey|Bearer|Basic)\s+(\S+)$/iu.exec(header) ?? [];
  if (scheme.toLowerCase() !== 'basic') return sent || undefined;
  return /:(.+)$/su.exec(Buffer.from(sent, 'base64').toString('utf8'))?.[1];
}

export function guardAccess(app: App, { settings, services, clock, random }: Context): Access {
  const throttle = new FailureThrottle(() => clock().getTime());
  const sessions = new Sessions(random, () => clock().getTime());

  app.addHook('onRequest', async (request, reply) => {
    if (!settings.requireKey) return;
    const { url: route } = request.routeOptions;
    // Where there is no route there is nothing to guard but the first page of the web app.
    if (route === undefined || OPEN.test(route)) return;
    const shown = shownKey(request);
    if (!shown) {
      reply.header('WWW-Authenticate', 'ApiKey');
      throw new InterdictError('KEY_REQUIRED', 'A key is needed.');
    }
    const key = await check(shown, request, reply);
    const scope = NEEDED.find(([pattern]) => pattern.test(`${request.method} ${route}`))?.[1];
    if (scope !== undefined && !key.scopes.includes(scope))
      throw new InterdictError('KEY_SCOPE', `The key lacks the scope "${scope}": ${SCOPES[scope]}.`);
    request.accessKey = key;
  });

  function shownKey(request: FastifyRequest): string | undefined {
    const header = keyOfHeader(request.headers.authorization ?? '');
    if (header) return header;
    const cookie = request.cookies[SESSION_COOKIE];
    const key = cookie === undefined ? undefined : sessions.keyOf(cookie);
    if (key && !READING.has(request.method) && request.headers[REQUEST_HEADER] === undefined)
      throw new InterdictError(
        'REQUEST_REFUSED',
        `A signed-in browser must send the header ${REQUEST_HEADER}.`,
      );
    return key;
  }

  async function check(shown: string, request: FastifyRequest, reply: FastifyReply) {
    // A key that is known to be good is never made to wait for somebody else behind the same address.
    const recalled = await services.keys.recall(shown);
    if (recalled) return recalled;
    const wait = throttle.waitOf(request.ip);
    if (wait > 0) {
      reply.header('Retry-After', String(Math.ceil(wait / 1000)));
      throw new InterdictError('TOO_MANY_REQUESTS', 'Too many wrong keys came from this address.');
    }
    const key = await services.keys.check(shown);
    if (key) {
      throttle.succeeded(request.ip);
      return key;
    }
    throttle.failed(request.ip);
    reply.header('WWW-Authenticate', 'ApiKey');
    throw new InterdictError('KEY_INVALID', 'The key is not valid.');
  }

  return {
    sessions,
    signIn: async (shown, request, reply) => {
      await check(shown, request, reply);
      return sessions.open(shown);
    },
  };
}
