// Against DNS rebinding: a page of somebody else whose name is made to point at 127.0.0.1 would be "same origin" to
// the browser, but its requests carry that name as Host. Only names that are ours are answered.
import { InterdictError } from '../../model/errors.ts';
import { isLoopback, type ServerSettings } from '../settings.ts';
import type { App } from '../typebox.ts';

/** The name in a Host header, without its port; undefined if it is malformed. */
export function hostName(header: string | undefined): string | undefined {
  return /^(?<name>\[[0-9a-f:.]+\]|[^:/@\s]+)(?::\d{1,5})?$/iu
    .exec(header ?? '')
    ?.groups?.name?.toLowerCase();
}

export function guardHost(app: App, { host, allowedHosts }: ServerSettings): void {
  const own = new Set([host, ...allowedHosts].map((name) => name.toLowerCase()));
  // A server for others is called by names that it cannot know; it is guarded by keys instead, unless names are given.
  const isOpen = !isLoopback(host) && allowedHosts.length === 0;
  app.addHook('onRequest', async (request) => {
    const name = hostName(request.headers.host);
    if (name !== undefined && (isOpen || own.has(name) || isLoopback(name))) return;
    throw new InterdictError('REQUEST_REFUSED', 'The Host of the request is not a name of this server.');
  });
}
