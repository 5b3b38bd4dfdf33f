// Compiles src/ to dist/ with plain tsc and the web app to dist/web with Vite, and marks the time, so that a start knows whether a build is due.
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
rmSync(`${root}dist`, { recursive: true, force: true });
/** Runs an installed command; a failure ends the build with the same status. */
function run(command, args, folder) {
  const child = spawnSync('npx', ['--no-install', command, ...args], {
    cwd: folder,
    stdio: ['inherit', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (child.status !== 0) process.exit(child.status ?? 1);
}

run('tsc', ['-p', 'tsconfig.build.json'], root);
run('vite', ['build', '--logLevel', 'warn'], `${root}web`);
writeFileSync(`${root}dist/.built`, new Date().toISOString());
