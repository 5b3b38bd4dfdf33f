import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeScreener } from '../../../test/fixtures/batch/fake-screener.ts';
import type { BatchScreener } from '../../engine/batch/batch-screener.ts';
import { FileJobs } from './file-jobs.ts';

const ANN = 'key Ann';

let folder: string;
let jobs: FileJobs;
let recorded: string[];
const failures: unknown[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interdict-jobs-'));
  recorded = [];
});
afterEach(async () => {
  await jobs.close();
  await rm(folder, { recursive: true, force: true });
  expect(failures.splice(0)).toEqual([]);
});

/** Opens the jobs with a screener that needs no list. */
async function open(screener: Partial<BatchScreener> = {}): Promise<void> {
  let count = 0;
  jobs = await FileJobs.open({
    folder,
    now: () => new Date('2026-11-22T12:00:00Z'),
    newId: () => {
      count += 1;
      return `${count}-${recorded.length}`;
    },
    screener: async () => ({
      ...fakeScreener(),
      record: async ({ id }) => void recorded.push(id),
      ...screener,
    }),
    onFailure: (error) => failures.push(error),
  });
}

async function take(): Promise<string> {
  const { job } = await jobs.take(Readable.from(['name\nJane Example\nJohn Example\n']), 'few.csv', ANN);
  return job;
}

const reaches = (job: string, state: string) =>
  expect.poll(async () => (await jobs.status(job, ANN)).state, { timeout: 10_000 }).toBe(state);

it('a run that was cut off behind its last row is only recorded and put in place', async () => {
  let closed: Promise<void> | undefined;
  const { screen } = fakeScreener();
  await open({
    screen: (queries) => {
      closed = jobs.close();
      return screen(queries);
    },
  });
  const job = await take();
  await jobs.start(job, ANN, {});
  await expect.poll(() => closed !== undefined, { timeout: 10_000 }).toBe(true);
  await closed;
  expect(recorded).toEqual([]);

  await open({
    screen: async () => {
      throw new Error('asked again');
    },
  });
  await reaches(job, 'finished');
  expect(recorded).toHaveLength(1);
  expect(await jobs.rows(job, ANN, 0, 10)).toMatchObject({ total: 2 });
  expect(await jobs.status(job, ANN)).toMatchObject({ done: 2, recordId: recorded[0] });
});

it('a run that was cut off behind its record is finished, and not recorded again', async () => {
  await open();
  const job = await take();
  await jobs.start(job, ANN, {});
  await reaches(job, 'finished');
  const path = join(folder, job, 'job.json');
  const kept = JSON.parse(await readFile(path, 'utf8'));
  await jobs.close();
  // As it stands between the record and the last word on the job.
  await writeFile(path, JSON.stringify({ ...kept, status: { ...kept.status, state: 'waiting' } }));
  await open();
  expect(await jobs.status(job, ANN)).toMatchObject({ state: 'finished', recordId: recorded[0] });
  expect(recorded).toHaveLength(1);
});

it('nobody sees the files of others, after a start neither', async () => {
  await open();
  const job = await take();
  await jobs.close();
  await open();
  expect(jobs.list(ANN)).toHaveLength(1);
  expect(jobs.list(undefined)).toEqual([]);
  await expect(jobs.status(job, 'key Bob')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('a job of a newer Interdict is left where it is, and told', async () => {
  await open();
  const job = await take();
  await jobs.close();
  const path = join(folder, job, 'job.json');
  await writeFile(path, (await readFile(path, 'utf8')).replace('"form":1', '"form":2'));
  await open();
  expect(failures.splice(0)).toMatchObject([{ code: 'STORE_NEWER' }]);
  expect(jobs.list(ANN)).toEqual([]);
  expect(await readFile(path, 'utf8')).toContain('"form":2');
});

it('a job that is stopped while it waits never runs', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { screen } = fakeScreener();
  await open({
    screen: async (queries) => {
      await promise;
      return await screen(queries);
    },
  });
  const [first, second] = [await take(), await take()];
  await jobs.start(first, ANN, {});
  await jobs.start(second, ANN, {});
  await jobs.stop(second, ANN);
  resolve();
  await reaches(first, 'finished');
  expect(await jobs.status(second, ANN)).toMatchObject({ state: 'cancelled', done: 0 });
  expect(recorded).toHaveLength(1);
});
