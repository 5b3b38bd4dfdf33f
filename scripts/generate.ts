// Writes every generated table from its source (data/*.yml, or a package that is data). With --check it writes
// nothing and fails when a committed table differs from what its source gives. One generator a file in
// scripts/generate/, each exporting `generate(): Promise<Generated[]>`.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One generated file: where it goes (from the root of the repository) and its whole text. */
export interface Generated {
  readonly path: string;
  readonly text: string;
}

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = new URL('./generate/', import.meta.url);
const onlyCheck = process.argv.includes('--check');

let stale = 0;
for (const name of (await readdir(folder)).filter((file) => file.endsWith('.ts')).sort()) {
  const { generate } = (await import(new URL(name, folder).href)) as { generate: () => Promise<Generated[]> };
  for (const { path, text } of await generate()) {
    const target = `${root}${path}`;
    const current = await readFile(target, 'utf8').catch(() => undefined);
    if (current === text) continue;
    stale += 1;
    process.stdout.write(
      `${onlyCheck ? 'stale' : 'wrote'}  ${relative(root, target)}  (scripts/generate/${name})\n`,
    );
    if (onlyCheck) continue;
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
}
if (onlyCheck && stale > 0) {
  process.stdout.write(
    `${stale} generated file(s) are stale. Run \`npm run generate\` and commit the result.\n`,
  );
  process.exitCode = 1;
}
