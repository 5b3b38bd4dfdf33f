// Over /api/v1: the versions of a list, and taking a held one into use. A version is held because it lost too many
// parties; here one of the user's own list does.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ServerHome } from './open-server.ts';

const LIST = 'my_blocklist';
const csv = (count: number): string =>
  ['name', ...Array.from({ length: count }, (_, at) => `Example Party ${at}`)].join('\n');

let home: ServerHome;
beforeAll(async () => {
  home = await ServerHome.open([]);
  for (const [published, count] of [
    ['2025-06-01', 20],
    ['2025-06-10', 5],
  ] as const) {
    const path = join(home.folder, 'list.csv');
    await writeFile(path, csv(count));
    await home.engine.lists.add([path], { dataset: LIST, published, columns: { name: 'name' } });
  }
});
afterAll(() => home?.close());

it('lists the versions, oldest first, and takes a held one into use when a person says so', async () => {
  const app = await home.serve();
  const versions = async () =>
    (await app.inject({ url: `/api/v1/lists/${LIST}/versions` }))
      .json()
      .map(({ published, status }: Record<string, string>) => [published, status]);
  expect(await versions()).toEqual([
    ['2025-06-01', 'in-use'],
    ['2025-06-10', 'held'],
  ]);
  const confirm = () =>
    app.inject({ method: 'POST', url: `/api/v1/lists/${LIST}/confirm`, payload: { version: '2025-06-10' } });
  expect((await confirm()).json()).toMatchObject({ published: '2025-06-10', status: 'in-use' });
  expect(await versions()).toEqual([
    ['2025-06-01', 'in-use'],
    ['2025-06-10', 'in-use'],
  ]);
});

it('knows no versions of a list that is not stored', async () => {
  const app = await home.serve();
  const { statusCode, body } = await app.inject({ url: '/api/v1/lists/eu_fsf/versions' });
  expect(statusCode).toBe(404);
  expect(JSON.parse(body).error.code).toBe('LIST_NOT_STORED');
});

it('lets nobody confirm a version whose key is not for lists', async () => {
  const { key } = await home.engine.keys.create({ name: 'onboarding', scopes: ['screen'] });
  const app = await home.serve({ requireKey: true });
  const ask = (method: 'GET' | 'POST', path: string) =>
    app.inject({ method, url: `/api/v1/lists/${LIST}/${path}`, headers: { authorization: `ApiKey ${key}` } });
  expect((await ask('POST', 'confirm')).json().error.code).toBe('KEY_SCOPE');
  expect((await ask('GET', 'versions')).statusCode).toBe(200);
});
