// Lists change while the server answers: no request fails or waits for the new index, each answer is of one state of the
// lists, and soon all are of the new one. Over real connections, with the index built in a thread of its own.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Engine } from '../../src/engine.ts';
import type { Screening } from '../../src/model/screening.ts';
import { type RunningServer, startServer } from '../../src/server/server.ts';
import { servicesOf } from '../../src/server/services.ts';
import { defaultSettings } from '../../src/server/settings.ts';

let folder: string;
let engine: Engine;
let server: RunningServer;
const troubles: unknown[] = [];

async function listOf(day: string, names: readonly string[]): Promise<string> {
  const path = join(folder, `own-${day}.csv`);
  await writeFile(path, `id,name,type\n${names.map((name, at) => `${at},${name},Person`).join('\n')}\n`);
  return path;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interdict-swap-'));
  const home = join(folder, 'home');
  engine = await Engine.open({ home, isServing: true, onTrouble: (error) => troubles.push(error) });
  await engine.lists.add([await listOf('2024-01-01', ['Bertram Altenburg'])], {
    dataset: 'own_list',
    published: '2024-01-01',
  });
  server = await startServer({
    services: servicesOf(engine),
    settings: defaultSettings({ port: 0, logLevel: 'silent' }),
    clock: () => new Date(),
    random: randomBytes,
  });
});
afterAll(async () => {
  await server.close();
  await engine.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

async function screen(name: string): Promise<Screening> {
  const answer = await fetch(`${server.address}/api/v1/screen`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: { schema: 'Person', properties: { name: [name] } } }),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Screening;
}

it('misses no request and mixes no two states of the lists', async () => {
  await expect
    .poll(async () => (await fetch(`${server.address}/readyz`)).status, { timeout: 30_000 })
    .toBe(200);
  const before = await screen('Konrad Neuhaus');
  expect(before.results).toEqual([]);
  const oldVersion = before.lists.find(({ dataset }) => dataset === 'own_list')?.version;

  const answers: Screening[] = [];
  let isOver = false;
  const asking = Promise.all(
    Array.from({ length: 4 }, async () => {
      while (!isOver) answers.push(await screen('Konrad Neuhaus'));
    }),
  );
  const [added] = await engine.lists.add(
    [await listOf('2024-06-01', ['Bertram Altenburg', 'Konrad Neuhaus'])],
    {
      dataset: 'own_list',
      published: '2024-06-01',
    },
  );
  expect(added?.kind).toBe('added');
  await expect.poll(() => answers.at(-1)?.results[0]?.caption, { timeout: 60_000 }).toBe('Konrad Neuhaus');
  isOver = true;
  await asking;

  expect(answers.length).toBeGreaterThan(10);
  for (const { lists, results } of answers) {
    const version = lists.find(({ dataset }) => dataset === 'own_list')?.version;
    expect(results.length, 'what was found and the list that is named belong together').toBe(
      version === oldVersion ? 0 : 1,
    );
  }
  expect(
    answers.some(({ results }) => results.length === 0),
    'the old lists answered meanwhile',
  ).toBe(true);
  expect(troubles).toEqual([]);
  const search = await fetch(`${server.address}/search/own_list?q=neuhaus`);
  await expect
    .poll(async () => ((await search.clone().json()) as { total: { value: number } }).total.value)
    .toBeGreaterThanOrEqual(0);
});

it('ends gracefully: a request under way is answered, a new one is not taken', async () => {
  const other = await startServer({
    services: {
      ...servicesOf(engine),
      // A screening that takes its time.
      screening: Object.assign(Object.create(engine.screening) as typeof engine.screening, {
        screen: async (...input: Parameters<typeof engine.screening.screen>) => {
          await new Promise((resolve) => setTimeout(resolve, 400));
          return engine.screening.screen(...input);
        },
      }),
    },
    settings: defaultSettings({ port: 0, logLevel: 'silent' }),
    clock: () => new Date(),
    random: randomBytes,
  });
  const underway = fetch(`${other.address}/api/v1/screen`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: { schema: 'Person', properties: { name: ['Konrad Neuhaus'] } } }),
  });
  await new Promise((resolve) => setTimeout(resolve, 150));
  const closed = other.close();
  expect((await underway).status).toBe(200);
  await closed;
  await expect(fetch(`${other.address}/healthz`)).rejects.toThrow();
});
