#!/usr/bin/env node
// The `interdict` command. Plain old syntax on purpose: this file must parse under a Node that is too old
// to run the rest, so that it can say so. In a clone, the Node that came as a dev dependency takes over.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const OLDEST = [22, 18];
const root = new URL('../', import.meta.url);
const [major, minor] = process.versions.node.split('.').map(Number);
const isTooOld = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
const bundledNode = fileURLToPath(new URL('node_modules/node/bin/node', root));
const main = new URL('dist/cli/main.js', root);

if (isTooOld && existsSync(bundledNode)) {
  const child = spawnSync(bundledNode, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exit(child.status ?? 1);
} else if (isTooOld) {
  console.error(
    `interdict needs Node ${OLDEST.join('.')} or newer; this is Node ${process.versions.node}.\n` +
      'Install a newer Node (https://nodejs.org), or run `npm install` in a clone: it brings its own.',
  );
  process.exit(1);
} else if (!existsSync(main)) {
  console.error('interdict is not built yet. Run `npm run build` in the clone, then try again.');
  process.exit(1);
} else {
  const { run } = await import(main.href);
  process.exitCode = await run(process.argv.slice(2));
}
