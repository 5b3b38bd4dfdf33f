// docs/api.md names every path that the server has, and no other.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SCOPE_NAMES } from '../../src/model/scopes.ts';
import { ServerHome } from './open-server.ts';

const read = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

let home: ServerHome;
beforeAll(async () => {
  home = await ServerHome.open([]);
});
afterAll(() => home.close());

it('docs/api.md lists the paths that are served', async () => {
  const app = await home.serve();
  const { paths } = (await app.inject({ url: '/openapi.json' })).json() as { paths: Record<string, object> };
  const served = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const told = [...read('api.md').matchAll(/^\| `([A-Z]+ \/[^`]*)` \|/gmu)].map(([, path]) => path);
  expect(told.length).toBeGreaterThan(30);
  expect([...told].sort()).toEqual([...served].sort());
});

it('docs/security.md lists the scopes', () => {
  const told = [...read('security.md').matchAll(/^\| `(\w+)` \|/gmu)].map(([, scope]) => scope);
  expect(told).toEqual(SCOPE_NAMES);
});
