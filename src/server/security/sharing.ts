// Reading by pages of other origins (CORS): only of the compatible interface, only by GET, and only by pages that are
// served on this machine (OpenRefine is one) or that were named when the server was started.
import { isLoopback, type ServerSettings } from '../settings.ts';
import type { App } from '../typebox.ts';

/** @param app the part of the server whose answers are shared */
export function shareWithLocalPages(app: App, { allowedOrigins, requireKey }: ServerSettings): void {
  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    if (origin === undefined) return;
    // Where a key guards the lists, being on the same machine as the browser is no reason to see them.
    const isLocal = !requireKey && URL.canParse(origin) && isLoopback(new URL(origin).hostname);
    if (!isLocal && !allowedOrigins.includes(origin)) return;
    reply
      .header('Access-Control-Allow-Origin', origin)
      .header('Vary', 'Origin')
      .header('Cross-Origin-Resource-Policy', 'cross-origin');
  });
}
