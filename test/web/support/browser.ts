// What browser tests share: a server in a process of its own over a home of its own, Debian's Chromium, pages in a
// size and scheme, axe, and pictures for the docs. Without a browser the tests that use it are left out, and say so.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { builtWeb } from './build-web.ts';
import type { ServeOptions } from './serve.ts';

/** Where Chromium is; undefined if there is none. */
export const BROWSER = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== undefined && existsSync(path),
);

/** Ends the name of a test suite: says that it is left out, where it is. */
export const WHERE_BROWSER = BROWSER ? '' : ' (left out: no Chromium in /usr/bin or CHROMIUM)';

/** The moment at which the tests' server stands still. */
export const NOW = '2026-11-22T12:00:00Z';

const SERVE = fileURLToPath(new URL('./serve.ts', import.meta.url));
const PICTURES = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));

type SiteOptions = Partial<Omit<ServeOptions, 'home' | 'webFolder'>>;

interface TestServer {
  readonly address: string;
  /** Ends the process. */
  end(signal: NodeJS.Signals): Promise<void>;
}

/** Starts a server with the starter lists and the example reports, unless told otherwise. */
async function startServer(home: string, options: SiteOptions): Promise<TestServer> {
  const all: ServeOptions = { now: NOW, ...options, home, webFolder: builtWeb() };
  const child = spawn(process.execPath, [SERVE, JSON.stringify(all)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const isOver = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let trouble = '';
  child.stderr.on('data', (data) => {
    trouble += data;
  });
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    void isOver.then(() => reject(new Error(`The server ended before it listened: ${trouble}`)));
  });
  return {
    address,
    async end(signal) {
      child.kill(signal);
      await isOver;
    },
  };
}

export interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

/** The looks in which every page is checked. */
export const LOOKS: readonly Look[] = [
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 375, scheme: 'light' },
  { width: 375, scheme: 'dark' },
];

/** A browser for the tests of one file; its pages collect what goes wrong in them. */
class TestBrowser {
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async open(): Promise<TestBrowser> {
    if (!BROWSER) throw new Error('There is no Chromium.');
    return new TestBrowser(
      await chromium.launch({
        executablePath: BROWSER,
        args: ['--no-sandbox', '--font-render-hinting=none'],
      }),
    );
  }

  /** A page of its own, with no cookies of others. A script that throws in it fails the test that closes it. */
  async openPage(
    address: string,
    path: string,
    look: Look = { width: 1280, scheme: 'light' },
  ): Promise<TestPage> {
    const context = await this.#browser.newContext({
      viewport: { width: look.width, height: 900 },
      colorScheme: look.scheme,
      locale: 'en-GB',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
    });
    // Whoever waits for longer waits in vain; said at once, it says where.
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(address + path);
    return {
      page,
      async close() {
        await context.close();
        expect(errors, 'scripts that threw').toEqual([]);
      },
    };
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}

/** A server and a browser that looks at it, for the tests of one file. */
export class TestSite {
  /** The folder of its data. */
  readonly home: string;
  readonly #options: SiteOptions;
  readonly #browser: TestBrowser;
  #server: TestServer;

  private constructor(home: string, options: SiteOptions, browser: TestBrowser, server: TestServer) {
    this.home = home;
    this.#options = options;
    this.#browser = browser;
    this.#server = server;
  }

  static async open(options: SiteOptions = {}): Promise<TestSite> {
    const home = await mkdtemp(join(tmpdir(), 'interdict-web-home-'));
    const browser = await TestBrowser.open();
    try {
      return new TestSite(home, options, browser, await startServer(home, options));
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  get address(): string {
    return this.#server.address;
  }

  /** Kills the server as a power cut would, and starts another one over the same home. Pages are to be opened anew. */
  async killAndRestart(): Promise<void> {
    await this.#server.end('SIGKILL');
    this.#server = await startServer(this.home, this.#options);
  }

  openPage(path: string, look?: Look): Promise<TestPage> {
    return this.#browser.openPage(this.address, path, look);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.end('SIGTERM');
    await rm(this.home, { recursive: true, force: true, maxRetries: 10 });
  }
}

export interface TestPage {
  readonly page: Page;
  close(): Promise<void>;
}

/** Fails if axe finds something serious or critical, or if the page is wider than its window. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  expect(grave).toEqual([]);
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(overflow, 'pixels by which the page is wider than its window').toBeLessThanOrEqual(0);
}

/**
 * Writes docs/pictures/<name>-<width>-<scheme>.png, only where INTERDICT_PICTURES=1 asks for it: the whole page, or what
 * is in the window.
 */
export async function takePicture(
  page: Page,
  name: string,
  { width, scheme }: Look,
  { isWhole = true }: { readonly isWhole?: boolean } = {},
): Promise<void> {
  if (process.env.INTERDICT_PICTURES !== '1') return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}-${width}-${scheme}.png`), fullPage: isWhole });
}
