// Customer files outlive the server that took them: one is closed, and another one opened over the same home.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobStatus } from '../../src/model/file-job.ts';
import type { App } from '../../src/server/typebox.ts';
import { formOf, ServerHome } from './open-server.ts';

const FEW = 'name,birth date\nAshot Mkrtychev,1966-05-07\nMaria Example,1980-01-01\n,1990-01-01\n';
const MANY = `name\n${Array.from({ length: 3_999 }, (_, at) => `Somebody Number ${at}`).join('\n')}\nKonrad Neuhaus\n`;

let home: ServerHome;
let app: App;
beforeEach(async () => {
  home = await ServerHome.open();
  app = await home.serve();
});
afterEach(() => home.close());

/** Ends the server, and starts another one. */
async function restart(): Promise<void> {
  await app.close();
  app = await home.serve();
}

async function send(name: string, text: string): Promise<string> {
  const taken = await app.inject({ method: 'POST', url: '/api/v1/files', ...formOf(name, text) });
  return taken.json().job;
}

const ask = (method: 'GET' | 'POST' | 'DELETE', path: string) =>
  app.inject({ method, url: `/api/v1/files${path}`, ...(method === 'POST' ? { payload: {} } : {}) });
const status = async (job: string): Promise<JobStatus> => (await ask('GET', `/${job}`)).json();
const reaches = (job: string, state: JobStatus['state']) =>
  expect.poll(async () => (await status(job)).state, { timeout: 30_000, interval: 20 }).toBe(state);

/** Starts a long file, and waits until some of its rows are done. */
async function startLong(): Promise<string> {
  const job = await send('many.csv', MANY);
  await ask('POST', `/${job}/start`);
  await expect
    .poll(async () => (await status(job)).done, { timeout: 30_000, interval: 5 })
    .toBeGreaterThan(0);
  expect((await status(job)).state).toBe('running');
  return job;
}

describe('when the server is started again', () => {
  it('a file that was not started yet is there, with its columns, and can be started', async () => {
    const job = await send('few.csv', FEW);
    const before = (await ask('GET', `/${job}/preview`)).json();
    await restart();
    expect((await ask('GET', '')).json()).toMatchObject([{ job, name: 'few.csv', state: 'ready' }]);
    expect((await ask('GET', `/${job}/preview`)).json()).toEqual(before);
    expect((await ask('POST', `/${job}/start`)).statusCode).toBe(202);
    await reaches(job, 'finished');
  });

  it('a file that was being screened goes on, and each row stands there once', async () => {
    const job = await startLong();
    await restart();
    await reaches(job, 'finished');
    const { resumed, decisions, recordId } = await status(job);
    expect(resumed).toBeGreaterThan(0);
    expect(resumed).toBeLessThan(4_000);
    expect(Object.values(decisions).reduce((sum, count) => sum + count)).toBe(4_000);
    const lines = (await ask('GET', `/${job}/results?format=jsonl`)).body.trim().split('\n');
    const rows = lines.map((line) => JSON.parse(line) as { row: number; id: string });
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 4_000 }, (_, at) => at + 1));
    expect(rows.map(({ id }) => id)).toEqual(rows.map(({ row }) => `${recordId}-${row}`));
  });

  it('a file that waited for its turn gets it', async () => {
    const first = await startLong();
    const second = await send('few.csv', FEW);
    await ask('POST', `/${second}/start`);
    await restart();
    await reaches(second, 'finished');
    await reaches(first, 'finished');
  });

  it('a finished file has its results, its counts and its problems', async () => {
    const job = await send('few.csv', FEW);
    await ask('POST', `/${job}/start`);
    await reaches(job, 'finished');
    const read = async () => ({
      status: await status(job),
      rows: (await ask('GET', `/${job}/rows`)).json(),
      files: await Promise.all(
        ['csv', 'jsonl', 'problems'].map(
          async (format) => (await ask('GET', `/${job}/results?format=${format}`)).body,
        ),
      ),
    });
    const before = await read();
    expect(before.status).toMatchObject({ decision: 'stop', problems: { notScreened: 1 } });
    await restart();
    expect(await read()).toEqual(before);
  });

  it('a file that was stopped stays so, and can be started from the beginning', async () => {
    const job = await startLong();
    const stopped = (await ask('POST', `/${job}/stop`)).json();
    expect(stopped).toMatchObject({ state: 'cancelled', keptUntil: expect.any(String) });
    await restart();
    expect(await status(job)).toMatchObject({ state: 'cancelled' });
    expect(await home.engine.record.list()).toEqual([]);
    await ask('POST', `/${job}/start`);
    await reaches(job, 'finished');
    expect((await status(job)).resumed).toBeUndefined();
  });

  it('a file that was removed while it ran is gone', async () => {
    const job = await startLong();
    expect((await ask('DELETE', `/${job}`)).statusCode).toBe(204);
    await restart();
    expect((await ask('GET', '')).json()).toEqual([]);
    expect((await ask('GET', `/${job}`)).statusCode).toBe(404);
  });

  it('a file whose lists have changed meanwhile is screened anew, and says so', async () => {
    const job = await startLong();
    await app.close();
    const list = join(home.folder, 'own.csv');
    await writeFile(list, 'id,name,type\n1,Konrad Neuhaus,Person\n');
    await home.engine.lists.add([list], { dataset: 'own_list', published: '2025-06-01' });
    app = await home.serve();
    await reaches(job, 'finished');
    const { resumed, notes, decisions } = await status(job);
    expect(resumed).toBeUndefined();
    expect(notes.at(-1)).toContain('screened anew');
    expect(decisions.stop).toBe(1);
    expect(Object.values(decisions).reduce((sum, count) => sum + count)).toBe(4_000);
  });

  it('files are kept for a day after they were last used, and not while they wait', async () => {
    const job = await send('few.csv', FEW);
    home.now = new Date(home.now.getTime() + 23 * 3_600_000);
    await restart();
    expect((await status(job)).state).toBe('ready');
    home.now = new Date(home.now.getTime() + 2 * 3_600_000);
    await restart();
    expect((await ask('GET', `/${job}`)).statusCode).toBe(404);
    const long = await startLong();
    await app.close();
    home.now = new Date(home.now.getTime() + 48 * 3_600_000);
    app = await home.serve();
    await reaches(long, 'finished');
    expect((await status(long)).resumed).toBeGreaterThan(0);
  });

  it('what is left of a file that never came in whole is swept', async () => {
    const folder = join(home.engine.uploadFolder, 'f00d');
    await mkdir(join(folder, 'input'), { recursive: true });
    await writeFile(join(folder, 'input', 'half.csv'), 'name\nMaria');
    await restart();
    expect(existsSync(folder)).toBe(false);
  });
});

describe('two servers over one home', () => {
  it('each have their own files', async () => {
    const job = await send('few.csv', FEW);
    const other = await home.serve();
    expect((await other.inject({ url: '/api/v1/files' })).json()).toEqual([]);
    await app.close();
    await other.close();
    app = await home.serve();
    expect((await status(job)).state).toBe('ready');
  });
});
