// The HTTP server: puts the parts together in the order in which a request meets them (guards, limits, routes, errors)
// and ends gracefully. It parses and prints; whatever is known or decided, the engine does.
import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import type { TSchema } from '@sinclair/typebox';
import Fastify, { LogController } from 'fastify';
import type { Clock } from '../engine/clock.ts';
import { InterdictError } from '../model/errors.ts';
import { registerApi } from './api/api.ts';
import { registerDocs } from './docs.ts';
import { FileJobs } from './files/file-jobs.ts';
import { acceptForms } from './forms.ts';
import { Health, registerHealth } from './health.ts';
import { logOptions, logRequests } from './log.ts';
import { registerLogin } from './login.ts';
import { registerMetrics } from './metrics.ts';
import { errorBody, errorHandler, stackOf } from './problem.ts';
import { guardAccess } from './security/access.ts';
import { guardBrowsers } from './security/browser-guard.ts';
import { CONTENT_POLICY } from './security/content-policy.ts';
import { guardHost } from './security/host-guard.ts';
import { limitRate } from './security/rate.ts';
import type { Services } from './services.ts';
import type { ServerSettings } from './settings.ts';
import { type App, checkOf, type TypeBoxProvider } from './typebox.ts';
import { registerWeb } from './web.ts';
import { registerYente } from './yente/yente.ts';

export interface ServerParts {
  readonly services: Services;
  readonly settings: ServerSettings;
  readonly clock: Clock;
  /** Random bytes, for the names of sign-ins. */
  readonly random: (bytes: number) => Uint8Array;
  /** Where log lines go. @default standard output */
  readonly logTo?: { write(line: string): void };
}

/** What the parts of the server share. */
export interface Context extends ServerParts {
  readonly files: FileJobs;
  readonly health: Health;
}

export interface RunningServer {
  /** `http://127.0.0.1:8080` */
  readonly address: string;
  readonly app: App;
  /** Stops taking requests, lets those under way end, and closes. */
  close(): Promise<void>;
}

/** Milliseconds for a request to come in, a large file over a slow line among them. */
const REQUEST_TIME = 10 * 60_000;

/** Milliseconds that requests under way get when the server stops. */
const DRAIN = 10_000;

/** A server that is ready to take requests, but listens nowhere yet. */
export async function buildServer(parts: ServerParts): Promise<App> {
  const { settings } = parts;
  const app: App = Fastify({
    logger: logOptions(settings, parts.logTo),
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: errorHandler(errorBody),
    genReqId: () => randomUUID(),
    bodyLimit: settings.bodyLimit,
    trustProxy: settings.trustProxy.length > 0 ? [...settings.trustProxy] : false,
    // Ids of parties and datasets may be long, but not endless.
    routerOptions: { maxParamLength: 1_000, ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    requestTimeout: REQUEST_TIME,
  }).withTypeProvider<TypeBoxProvider>();
  const files = await FileJobs.open({
    folder: parts.services.uploadFolder,
    now: parts.clock,
    newId: randomUUID,
    screener: (options) => parts.services.screening.batchScreener(options),
    onFailure: (error) => app.log.error({ stack: stackOf(error) }, 'a file could not be screened'),
  });
  app.addHook('onClose', () => files.close());
  const context: Context = { ...parts, health: new Health(), files };
  app.setValidatorCompiler(({ schema, httpPart }) => checkOf(schema as TSchema, httpPart ?? 'body'));
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.setErrorHandler(errorHandler(errorBody));
  app.setSchemaErrorFormatter((errors) => errors[0] as unknown as Error);
  logRequests(app);
  acceptForms(app);
  await app.register(helmet, CONTENT_POLICY);
  await app.register(cookie);
  guardHost(app, settings);
  guardBrowsers(app);
  const access = guardAccess(app, context);
  await limitRate(app, settings);
  await app.register(multipart, {
    limits: { fileSize: settings.fileLimit, files: 1, fields: 20, fieldSize: settings.bodyLimit },
  });
  await registerDocs(app);
  await registerMetrics(app);
  registerHealth(app, context);
  registerLogin(app, context, access);
  await registerApi(app, context);
  await registerYente(app, context);
  await registerWeb(app, settings);
  await app.ready();
  return app;
}

/**
 * Builds a server and listens.
 * @throws InterdictError SERVER_ADDRESS if the address cannot be had, SERVER_NEEDS_KEY if keys are asked for and there
 *         is none that could be shown
 */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { host, port, requireKey } = parts.settings;
  if (requireKey && !(await parts.services.keys.hasUsable()))
    throw new InterdictError('SERVER_NEEDS_KEY', `To listen at ${host} there must be a key first.`);
  const app = await buildServer(parts);
  try {
    const address = await app.listen({ host, port });
    return { address, app, close: () => drain(app) };
  } catch (cause) {
    await app.close();
    const why =
      (cause as NodeJS.ErrnoException).code === 'EADDRINUSE' ? 'another program has it' : String(cause);
    throw new InterdictError(
      'SERVER_ADDRESS',
      `The server cannot listen at ${host}:${port}: ${why}.`,
      {},
      { cause },
    );
  }
}

async function drain(app: App): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), DRAIN);
  try {
    await app.close();
  } finally {
    clearTimeout(timer);
  }
}
