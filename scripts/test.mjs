// `npm test`: types, style, generated tables, then every test. Ends with one plain line of counts.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const report = `${root}node_modules/.vitest-report.json`;
const only = process.argv.slice(2);

/** Checks that come before the tests; with names of tests given, only these tests run. */
const CHECKS = [
  ['types', 'tsc', ['--noEmit', '-p', 'tsconfig.json']],
  ['types of the web app', 'tsc', ['--noEmit', '-p', 'web/tsconfig.json']],
  ['style', 'biome', ['check', '--diagnostic-level=warn', '.']],
  ['generated tables', 'node', ['scripts/generate.ts', '--check']],
];

let failedChecks = 0;
for (const [name, command, args] of only.length > 0 ? [] : CHECKS) {
  const { status } = spawnSync('npx', ['--no-install', command, ...args], { cwd: root, stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'}  ${name}`);
  if (status !== 0) failedChecks += 1;
}

rmSync(report, { force: true });
const run = spawnSync(
  'npx',
  [
    '--no-install',
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...only,
  ],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
const counts = JSON.parse(readFileSync(report, 'utf8'));
const failed =
  counts.numFailedTests + failedChecks + (run.status !== 0 && counts.numFailedTests === 0 ? 1 : 0);
console.log(
  `\n${counts.numPassedTests} passed, ${failed} failed, ${counts.numPendingTests + counts.numTodoTests} skipped`,
);
process.exitCode = failed === 0 ? 0 : 1;
