// The server's log: one JSON line a request, with nothing of what was asked. Names stand in query strings, bodies and
// paths, so a line has the pattern of the route and never the address itself.
import type { FastifyServerOptions } from 'fastify';
import type { ServerSettings } from './settings.ts';
import type { App } from './typebox.ts';

/** The options of the logger. */
export function logOptions(
  { logLevel }: ServerSettings,
  logTo?: { write(line: string): void },
): NonNullable<FastifyServerOptions['logger']> {
  if (logLevel === 'silent') return false;
  return {
    level: logLevel,
    base: {},
    // Whatever else logs a request or an error must not put more into the log than its kind.
    serializers: {
      req: (request: { method: string }) => ({ method: request.method }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      err: (error: Error & { code?: string }) => ({
        type: error.name,
        code: error.code,
        message: '',
        stack: '',
      }),
    },
    ...(logTo ? { stream: logTo } : {}),
  };
}

export function logRequests(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? '(none)',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
  });
}
