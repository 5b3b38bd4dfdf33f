// The process that browser tests talk to: the real server over a real engine, with the starter lists and the example
// reports, at a moment that the test chooses. Prints its address, and stops on SIGTERM.
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Engine } from '../../../src/engine.ts';
import { startServer } from '../../../src/server/server.ts';
import { servicesOf } from '../../../src/server/services.ts';
import { defaultSettings } from '../../../src/server/settings.ts';

export interface ServeOptions {
  readonly home: string;
  readonly webFolder: string;
  /** The moment at which the clock stands, or from which it goes on. */
  readonly now: string;
  /** The clock goes on: the server believes what it knows of the lists for a second of it. @default false */
  readonly isClockRunning?: boolean;
  /** Places of lists to add, in this order. @default the starter lists */
  readonly lists?: readonly string[];
  /** Text of the home's config.yml. @default none */
  readonly config?: string;
  /** Reads the example reports. @default true */
  readonly readsExamples?: boolean;
}

const fromRepository = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const options = JSON.parse(process.argv[2] ?? '{}') as ServeOptions;
const {
  home,
  webFolder,
  now,
  lists = [fromRepository('data/starter/')],
  config,
  readsExamples = true,
  isClockRunning = false,
} = options;
if (config !== undefined) await writeFile(join(home, 'config.yml'), config);
const begun = Date.now();
const clock = (): Date => new Date(Date.parse(now) + (isClockRunning ? Date.now() - begun : 0));
const engine = await Engine.open({ home, clock, who: 'tester', isServing: true });
for (const place of lists) await engine.lists.add([place]);
if (readsExamples) await engine.reading.readFiles([fromRepository('examples/reports/')]);
const server = await startServer({
  services: servicesOf(engine, 'tester'),
  settings: defaultSettings({ port: 0, webFolder, logLevel: 'error' }),
  clock,
  random: randomBytes,
});
process.stdout.write(`${server.address}\n`);
process.once('SIGTERM', async () => {
  await server.close();
  await engine.close();
  process.exit(0);
});
