// A server that is killed with SIGKILL while it screens a customer file, and started again: the file goes on by itself,
// and ends in the bytes of a run that nobody disturbed. In processes of their own, as a user runs them.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { JobStatus } from '../../src/model/file-job.ts';
import { customerFile } from '../fixtures/batch/customer-rows.ts';
import { interdict } from '../support/run-cli.ts';

const ROWS = 10_000;
const MAIN = new URL('../../src/cli/main.ts', import.meta.url).href;
const STARTER = new URL('../../data/starter/', import.meta.url).pathname;
const SCRIPT = `import { run } from '${MAIN}'; process.exitCode = await run(process.argv.slice(1));`;

let folder: string;
let home: string;
let server: ChildProcess;
let address: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interdict-file-kill-'));
  home = join(folder, 'home');
  await interdict(home, 'lists', 'add', STARTER);
  await start();
});
afterAll(async () => {
  await kill('SIGTERM');
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

async function start(): Promise<void> {
  const command = ['serve', '--port', '0', '--log', 'error'];
  const environment = { ...process.env, INTERDICT_HOME: home, NO_COLOR: '1' };
  server = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT, '--', ...command], {
    env: environment,
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  address = await vi.waitFor(
    () => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+/u.exec(said) ?? [];
      return found ?? Promise.reject(new Error(`The server does not listen: ${said}`));
    },
    { timeout: 60_000 },
  );
}

async function kill(signal: NodeJS.Signals): Promise<void> {
  const ended = once(server, 'exit');
  server.kill(signal);
  await ended;
}

async function ask(method: string, path: string): Promise<Response> {
  const body = method === 'POST' ? { headers: { 'content-type': 'application/json' }, body: '{}' } : {};
  const answer = await fetch(`${address}/api/v1/files${path}`, { method, ...body });
  expect(answer.ok, `${method} ${path}`).toBe(true);
  return answer;
}

async function send(name: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([...customerFile(ROWS, 7)]), name);
  const answer = await fetch(`${address}/api/v1/files`, { method: 'POST', body: form });
  return ((await answer.json()) as { job: string }).job;
}

const status = async (job: string) => (await (await ask('GET', `/${job}`)).json()) as JobStatus;
const reachesRow = (job: string, row: number) =>
  expect.poll(async () => (await status(job)).done, { timeout: 60_000, interval: 10 }).toBeGreaterThan(row);
const finishes = (job: string) =>
  expect.poll(async () => (await status(job)).state, { timeout: 120_000 }).toBe('finished');

/** The results in each form, with the run's own id and moment put aside. */
async function results(job: string): Promise<string[]> {
  const { recordId = '' } = await status(job);
  const [first = ''] = (await (await ask('GET', `/${job}/results?format=jsonl`)).text()).split('\n');
  const { at } = JSON.parse(first) as { at: string };
  const texts = await Promise.all(
    ['jsonl', 'csv', 'problems'].map(async (format) =>
      (await ask('GET', `/${job}/results?format=${format}`)).text(),
    ),
  );
  return texts.map((text) => text.replaceAll(recordId, 'RUN').replaceAll(`"at":"${at}"`, '"at":"THEN"'));
}

it('a file that was being screened goes on after each kill, to the bytes of an undisturbed run', async () => {
  const undisturbed = await send('customers.csv');
  await ask('POST', `/${undisturbed}/start`);
  await finishes(undisturbed);
  const wanted = await results(undisturbed);

  const job = await send('customers.csv');
  await ask('POST', `/${job}/start`);
  let done = 0;
  for (const share of [0.1, 0.4, 0.7]) {
    await reachesRow(job, share * ROWS + Math.random() * 0.2 * ROWS);
    await kill('SIGKILL');
    await start();
    const { state, resumed = 0 } = await status(job);
    expect(['waiting', 'running']).toContain(state);
    expect(resumed === 0 || resumed >= done).toBe(true);
    done = resumed;
  }
  await finishes(job);
  const { resumed = 0, rows, notes } = await status(job);
  expect(resumed).toBeGreaterThan(0.7 * ROWS - 1_000);
  expect(rows).toBe(ROWS);
  expect(notes.join(' ')).not.toContain('anew');
  const found = await results(job);
  for (const [at, text] of found.entries()) expect(text === wanted[at], `form ${at}`).toBe(true);
  expect(await results(undisturbed)).toEqual(wanted);
  const { stdout } = await interdict(home, 'record', 'list', '--json');
  expect((JSON.parse(stdout) as { kind: string }[]).filter(({ kind }) => kind === 'batch')).toHaveLength(2);
  expect((await interdict(home, 'record', 'verify')).code).toBe(0);
});

it('a file that was stopped or removed before the kill stays so', async () => {
  const [stopped, removed] = [await send('stopped.csv'), await send('removed.csv')];
  await ask('POST', `/${stopped}/start`);
  await reachesRow(stopped, 200);
  await ask('POST', `/${stopped}/stop`);
  await ask('POST', `/${removed}/start`);
  await reachesRow(removed, 200);
  await ask('DELETE', `/${removed}`);
  await kill('SIGKILL');
  await start();
  expect((await status(stopped)).state).toBe('cancelled');
  expect((await fetch(`${address}/api/v1/files/${removed}`)).status).toBe(404);
  const { done } = await status(stopped);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await status(stopped)).toMatchObject({ state: 'cancelled', done });
});
