// Against requests that a page of somebody else makes a browser send (CSRF). Browsers say where a request comes from,
// in Sec-Fetch-Site and in Origin; whatever changes something must come from our own pages. Programs send neither.
import type { FastifyRequest } from 'fastify';
import { InterdictError } from '../../model/errors.ts';
import type { App } from '../typebox.ts';

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

export function guardBrowsers(app: App): void {
  app.addHook('onRequest', async (request) => {
    if (READING.has(request.method)) return;
    if (isForeign(request)) {
      const message = 'The request comes from a web page of another origin.';
      throw new InterdictError('REQUEST_REFUSED', message);
    }
  });
}

/** The scheme is not compared: behind a proxy that ends TLS the server does not know its own. */
function isForeign({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const { origin } = headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
