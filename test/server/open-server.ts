// A server for one test file: an engine over a home of its own with the starter lists, and as many servers over it as
// the tests want settings for. Requests are injected, no port is taken, unless a test listens itself.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Engine } from '../../src/engine.ts';
import { buildServer } from '../../src/server/server.ts';
import { type Services, servicesOf } from '../../src/server/services.ts';
import { defaultSettings, type ServerSettings } from '../../src/server/settings.ts';
import type { App } from '../../src/server/typebox.ts';

const STARTER = fileURLToPath(new URL('../../data/starter/', import.meta.url));

export class ServerHome {
  readonly folder: string;
  engine!: Engine;
  now = new Date('2025-06-15T12:00:00Z');
  /** Every line that a server logged. */
  readonly logged: string[] = [];
  readonly #apps: App[] = [];

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** @param lists places of lists to add. @default the starter lists */
  static async open(lists: readonly string[] = [STARTER]): Promise<ServerHome> {
    const folder = await mkdtemp(join(tmpdir(), 'interdict-server-'));
    const home = new ServerHome(folder);
    home.engine = await Engine.open({ home: join(folder, 'home'), clock: () => home.now, who: 'tester' });
    if (lists.length > 0) await home.engine.lists.add(lists);
    return home;
  }

  /** A server with these settings; closed with the home. */
  async serve(settings: Partial<ServerSettings> = {}, services: Partial<Services> = {}): Promise<App> {
    const app = await buildServer({
      services: { ...servicesOf(this.engine), ...services },
      settings: defaultSettings({ logLevel: 'debug', ...settings }),
      clock: () => this.now,
      random: randomBytes,
      logTo: { write: (line) => void this.logged.push(line) },
    });
    this.#apps.push(app);
    return app;
  }

  async close(): Promise<void> {
    for (const app of this.#apps) await app.close();
    await this.engine.close();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** A body of a form with one file in it. */
export function formOf(
  name: string,
  content: string | Buffer,
  fields: Readonly<Record<string, string>> = {},
): { readonly payload: Buffer; readonly headers: { readonly 'content-type': string } } {
  const boundary = 'interdict-test-boundary';
  const parts = [
    ...Object.entries(fields).map(
      ([field, value]) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
    ),
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
  ];
  return {
    payload: Buffer.concat([
      Buffer.from(parts.join('')),
      Buffer.from(content),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}
