// `interdict serve`: the server for others or for programs. It listens on this machine only, unless keys guard it.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Engine } from '../../engine.ts';
import type { RunningServer } from '../../server/server.ts';
import type { ServerSettings } from '../../server/settings.ts';
import type { CliContext } from '../context.ts';
import { printError } from '../print/error.ts';

/** Where the built web app lies: beside the compiled code of a package, or in the web folder of a clone. */
const WEB_FOLDERS = ['../../web/', '../../../dist/web/', '../../../web/dist/'];

interface ServeOptions {
  readonly host?: string;
  readonly port?: number;
  readonly allowHost?: string[];
  readonly allowOrigin?: string[];
  readonly requireKey?: boolean;
  readonly trustProxy?: string[];
  readonly bodyLimit?: number;
  readonly fileLimit?: number;
  readonly rate?: number;
  readonly log?: ServerSettings['logLevel'];
}

const collect = (value: string, known: string[] = []): string[] => [...known, value];

export function registerServe(program: Command, context: CliContext): void {
  program
    .command('serve')
    .summary('Run the server.')
    .description('Run the server: the web app, the interface for programs, and the interface of yente.')
    .option('--host <address>', 'address to listen at [127.0.0.1]')
    .addOption(new Option('--port <number>', 'port to listen at [8080]').argParser(parsePort))
    .option('--allow-host <name>', 'a name by which the server is called (repeatable)', collect)
    .option(
      '--allow-origin <origin>',
      'a web page that may read the interface of yente (repeatable)',
      collect,
    )
    .option('--require-key', 'ask for a key on this machine too')
    .option('--trust-proxy <address>', 'a proxy whose X-Forwarded-For is believed (repeatable)', collect)
    .addOption(new Option('--body-limit <MB>', 'size of a request at most [4]').argParser(parseMegabytes))
    .addOption(
      new Option('--file-limit <MB>', 'size of an uploaded file at most [512]').argParser(parseMegabytes),
    )
    .addOption(
      new Option(
        '--rate <number>',
        'requests a minute from one place [6000; no limit on 127.0.0.1]',
      ).argParser(parseRate),
    )
    .addOption(
      new Option('--log <level>', 'what is logged').choices(['silent', 'error', 'warn', 'info', 'debug']),
    )
    .addHelpText('after', HELP)
    .action(async (options: ServeOptions) => {
      const server = await openServer(context, settingsOf(options));
      context.stderr.write(`Listening at ${server.address}\n`);
      await untilStopped(server);
    });
}

const HELP = `
Beyond this machine the server only listens where a key has been made:
  interdict keys create "Our onboarding system" --scope screen
Put a proxy that ends TLS in front of it.

Examples:
  interdict serve
  interdict serve --host 0.0.0.0 --allow-host screening.example.org`;

function settingsOf(options: ServeOptions): Partial<ServerSettings> {
  const { host, port, allowHost, allowOrigin, requireKey, trustProxy, bodyLimit, fileLimit, rate, log } =
    options;
  return {
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    ...(allowHost ? { allowedHosts: allowHost } : {}),
    ...(allowOrigin ? { allowedOrigins: allowOrigin } : {}),
    ...(requireKey ? { requireKey } : {}),
    ...(trustProxy ? { trustProxy } : {}),
    ...(bodyLimit === undefined ? {} : { bodyLimit }),
    ...(fileLimit === undefined ? {} : { fileLimit }),
    ...(rate === undefined ? {} : { requestsPerMinute: rate }),
    ...(log ? { logLevel: log } : {}),
  };
}

/** The engine of the home, for many who ask at once. */
export function openServingEngine(context: CliContext): Promise<Engine> {
  return context.openEngine({
    isServing: true,
    onTrouble: (error) => printError(context.stderr, error, context.isDebug),
  });
}

/** Starts the server over the engine of the home. */
export async function openServer(
  context: CliContext,
  settings: Partial<ServerSettings>,
): Promise<RunningServer> {
  // Loaded here: the other commands need not wait for it.
  const { startServer } = await import('../../server/server.ts');
  const { servicesOf } = await import('../../server/services.ts');
  const { defaultSettings } = await import('../../server/settings.ts');
  const engine = await openServingEngine(context);
  const webFolder = WEB_FOLDERS.map((folder) => fileURLToPath(new URL(folder, import.meta.url))).find(
    (folder) => existsSync(`${folder}index.html`),
  );
  return await startServer({
    services: servicesOf(engine, context.user),
    settings: defaultSettings({ ...(webFolder ? { webFolder } : {}), ...settings }),
    clock: context.clock,
    random: randomBytes,
  });
}

/** Waits for SIGINT or SIGTERM, then stops the server; a second signal ends the process at once. */
export async function untilStopped(server: RunningServer): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = (): void => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
  await server.close();
}

export function parsePort(text: string): number {
  const port = Number(text);
  if (text.trim() !== '' && Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('Give a whole number from 0 to 65535; 0 takes any free port.');
}

function parseMegabytes(text: string): number {
  const megabytes = Number(text);
  if (megabytes > 0 && Number.isFinite(megabytes)) return Math.round(megabytes * 2 ** 20);
  throw new InvalidArgumentError('Give a number of megabytes.');
}

function parseRate(text: string): number {
  const rate = Number(text);
  if (text.trim() !== '' && Number.isInteger(rate) && rate >= 0) return rate;
  throw new InvalidArgumentError('Give a whole number; 0 means no limit.');
}
