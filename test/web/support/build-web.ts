// The web app as it is in the working copy, built once for all test files that want it. The folder carries a hash of
// the sources in its name, so that no test ever looks at pages that are older than their source.
import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));
const WEB = join(REPOSITORY, 'web');

/** @returns the folder of the built app: INTERDICT_WEB if that is set, else one of the sources as they are now */
export function builtWeb(): string {
  if (process.env.INTERDICT_WEB) return process.env.INTERDICT_WEB;
  const folder = join(tmpdir(), `interdict-web-${hashOfSources()}`);
  if (existsSync(join(folder, 'index.html'))) return folder;
  // Two test files may come here at once: each builds for itself, and the first to be ready gives its folder.
  const own = `${folder}-${randomUUID()}`;
  const vite = join(REPOSITORY, 'node_modules/vite/bin/vite.js');
  const { status, stderr } = spawnSync(
    process.execPath,
    [vite, 'build', '--outDir', own, '--logLevel', 'warn'],
    { cwd: WEB, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The web app cannot be built: ${stderr}`);
  try {
    renameSync(own, folder);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(join(folder, 'index.html'))) throw error;
  }
  return folder;
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  const files = ['src', 'public'].flatMap((folder) =>
    readdirSync(join(WEB, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const file of [...files, join(WEB, 'index.html'), join(WEB, 'vite.config.ts')].sort())
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
