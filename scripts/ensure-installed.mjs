// Runs before `npm start` and `npm test`: installs the dependencies when they are missing or the lock file has
// changed since they were installed; with --build, compiles src/ when dist/ is missing or older than a source.
// Plain JavaScript without dependencies, because it runs on a clone where nothing is installed, under any Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const stampFile = join(root, 'node_modules', '.interdict-lock-hash');
const lockHash = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

/** Runs a command with inherited output; a failure ends this process with the same status. */
function run(command, args) {
  const child = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (child.status !== 0) {
    console.error(`\n${command} ${args.join(' ')} failed (status ${child.status ?? child.signal}).`);
    process.exit(child.status ?? 1);
  }
}

/** The newest modification time below a folder, in milliseconds; 0 for a folder that does not exist. */
function newestChange(folder) {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (newest, entry) => Math.max(newest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs),
      0,
    );
}

if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== lockHash) {
  console.error('Installing dependencies (first run, or the lock file changed) …');
  // Not `npm ci`: it refuses a lock file that lacks the binaries of other platforms, and npm writes such lock files
  // wherever a registry does not serve them all. This keeps to the lock file as well, and does not write to it.
  run('npm', [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--ignore-scripts=false',
  ]);
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(stampFile, lockHash);
}

if (process.argv.includes('--build')) {
  const built = join(root, 'dist', '.built');
  const sources = Math.max(
    ...['src', 'data', 'web/src', 'web/public'].map((folder) => newestChange(join(root, folder))),
  );
  if (!existsSync(built) || statSync(built).mtimeMs < sources) run('npm', ['run', '--silent', 'build']);
}
