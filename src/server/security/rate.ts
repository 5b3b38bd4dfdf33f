// How much one client may ask: counted by key where one was shown, else by address.
import rateLimit from '@fastify/rate-limit';
import { InterdictError } from '../../model/errors.ts';
import type { ServerSettings } from '../settings.ts';
import type { App } from '../typebox.ts';
import { networkOf } from './failure-throttle.ts';

const MINUTE = 60_000;
/** Clients that are counted at most. */
const MAX_CLIENTS = 20_000;

export async function limitRate(app: App, { requestsPerMinute }: ServerSettings): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    timeWindow: MINUTE,
    cache: MAX_CLIENTS,
    keyGenerator: ({ accessKey, ip }) => (accessKey ? `key ${accessKey.id}` : `address ${networkOf(ip)}`),
    max: ({ accessKey }) => accessKey?.requestsPerMinute ?? requestsPerMinute,
    allowList: ({ accessKey, url }) =>
      (accessKey?.requestsPerMinute ?? requestsPerMinute) === 0 || /^\/(?:healthz|readyz)$/u.test(url),
    errorResponseBuilder: (_request, { max }) =>
      new InterdictError('TOO_MANY_REQUESTS', `More than ${max} requests came within a minute.`),
  });
}
