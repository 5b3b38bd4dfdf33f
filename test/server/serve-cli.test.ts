// `interdict start`, `serve` and `keys` as a user runs them: in processes of their own.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { interdict } from '../support/run-cli.ts';

const MAIN = new URL('../../src/cli/main.ts', import.meta.url).href;
const SCRIPT = `import { run } from '${MAIN}'; process.exitCode = await run(process.argv.slice(1));`;

let folder: string;
let home: string;
let running: ChildProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interdict-serve-'));
  home = join(folder, 'home');
});
afterEach(async () => {
  await stop();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Starts a command that stays, and waits for the address that it names. */
async function run(...args: string[]): Promise<{ address: string; said: () => string }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT, '--', ...args], {
    env: { ...process.env, INTERDICT_HOME: home, NO_COLOR: '1', COLUMNS: '80', USER: 'ann' },
  });
  running = child;
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  await expect
    .poll(() => (child.exitCode === null ? said : `it ended: ${said}`), { timeout: 60_000 })
    .toMatch(/http:\/\/127\.0\.0\.1:\d+|it ended/u);
  if (child.exitCode !== null) throw new Error(said);
  return { address: /http:\/\/127\.0\.0\.1:\d+/u.exec(said)![0], said: () => said };
}

/** Asks the process to stop; gives its exit code. */
async function stop(): Promise<number | null | undefined> {
  const child = running;
  running = undefined;
  if (!child || child.exitCode !== null) return child?.exitCode;
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  return await ended;
}

describe('interdict start', () => {
  it('opens the web app on this machine with lists and reports to look at', async () => {
    const { address, said } = await run('start', '--port', '0');
    expect(said()).toContain('starter lists');
    expect(
      said()
        .split('\n')
        .every((line) => line.length <= 80),
    ).toBe(true);
    const ask = async (path: string) => (await (await fetch(`${address}${path}`)).json()) as never;
    expect(await ask('/api/v1/status')).toMatchObject({ lists: { isStarter: true } });
    expect(
      ((await ask('/api/v1/articles')) as { publisher: string }[]).map(({ publisher }) => publisher).sort(),
    ).toEqual(['The Meridian Ledger', 'The Quayside Courier']);
    const { claims } = (await ask('/api/v1/parties/us_ofac_sdn-41736')) as { claims: unknown[] };
    expect(claims.length).toBeGreaterThan(0);
    const page = await fetch(address, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('Interdict');
    const [entry] = (await ask('/api/v1/record?limit=1')) as { who: string }[];
    expect(entry?.who).toBe('ann');
    expect(await stop()).toBe(0);
  });

  it('leaves a home alone that has lists', async () => {
    const { said } = await run('start', '--port', '0');
    expect(said()).not.toContain('starter lists');
  });
});

describe('interdict serve', () => {
  it('logs requests without what was asked, and stops when it is told to', async () => {
    const { address, said } = await run('serve', '--port', '0');
    await fetch(`${address}/search/default?q=Mkrtychev`);
    await expect.poll(said).toContain('/search/:dataset');
    expect(said()).not.toMatch(/mkrty/iu);
    expect(await stop()).toBe(0);
  });

  it('does not listen beyond this machine without a key', async () => {
    const { code, stderr } = await interdict(home, 'serve', '--host', '0.0.0.0', '--port', '0');
    expect(code).toBe(1);
    expect(stderr).toContain('SERVER_NEEDS_KEY');
    expect(stderr).toContain('interdict keys create');
  });

  it.each([
    ['--port', 'x'],
    ['--port', '70000'],
    ['--rate', '-1'],
    ['--body-limit', '0'],
    ['--log', 'loud'],
  ])('refuses %s %s', async (...args) => {
    expect((await interdict(home, 'serve', ...args)).code).toBe(2);
  });
});

describe('interdict keys', () => {
  it('makes a key that is shown once, with which a server can be asked until it is revoked', async () => {
    const made = JSON.parse(
      (await interdict(home, 'keys', 'create', 'Desk', '--scope', 'screen', '--scope', 'record', '--json'))
        .stdout,
    ) as { key: string; id: string };
    const listed = await interdict(home, 'keys', 'list');
    expect(listed.stdout).toMatch(/Desk\s+screen record\s+\d{4}-\d\d-\d\d\s+good/u);
    expect(listed.stdout).not.toContain(made.key);

    const { address } = await run('serve', '--port', '0', '--require-key', '--log', 'silent');
    const status = async (key?: string) =>
      (await fetch(`${address}/api/v1/status`, key ? { headers: { authorization: `ApiKey ${key}` } } : {}))
        .status;
    expect([await status(), await status('wrong'), await status(made.key)]).toEqual([401, 401, 200]);

    expect((await interdict(home, 'keys', 'revoke', made.id)).code).toBe(0);
    await expect.poll(() => status(made.key), { timeout: 10_000, interval: 250 }).toBe(401);
    expect((await interdict(home, 'keys', 'revoke', made.id)).stderr).toContain('KEY_UNKNOWN');
    expect((await interdict(home, 'keys', 'list')).stdout).toMatch(/revoked \d{4}/u);
  });

  it('refuses scopes, rates and days that are none', async () => {
    for (const args of [
      ['--scope', 'fly'],
      ['--rate', '0'],
      ['--expires', 'soon'],
    ])
      expect((await interdict(home, 'keys', 'create', 'X', ...args)).code, args.join(' ')).toBe(2);
  });
});
