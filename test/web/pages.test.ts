// The pages of the web app stand side by side: what two of them use is in components or layout.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const PAGES = fileURLToPath(new URL('../../web/src/pages/', import.meta.url));

/** The folder of the page that a file belongs to; undefined outside of pages. */
function pageOf(path: string): string | undefined {
  const [page = '..', ...rest] = relative(PAGES, path).split('/');
  return page === '..' || rest.length === 0 ? undefined : page;
}

it('no page imports from another one', () => {
  const files = readdirSync(PAGES, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/u.test(name),
  );
  expect(files.length).toBeGreaterThan(50);
  const foreign = files.flatMap((name) => {
    const path = join(PAGES, name);
    const imports = readFileSync(path, 'utf8').matchAll(/from '(\.[^']+)'/gu);
    return [...imports].flatMap(([, target = '']) => {
      const page = pageOf(resolve(dirname(path), target));
      return page !== undefined && page !== pageOf(path) ? [`${name} imports ${target}`] : [];
    });
  });
  expect(foreign).toEqual([]);
});
