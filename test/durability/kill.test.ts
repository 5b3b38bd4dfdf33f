// A process that adds list versions is killed at random moments. Afterwards the store must open, hold every version
// that was acknowledged, and show nothing that is half written.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { collect, sha256, textOfFile } from '../fixtures/stored-versions.ts';

const KILLS = 12;
const CHILDREN = 2;
const script = fileURLToPath(new URL('./add-versions.ts', import.meta.url));

/** Runs a child until it is killed; gives the versions that it said were stored. */
async function addUntilKilled(home: string, seed: string, afterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [script, home, seed], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  let timer: NodeJS.Timeout | undefined;
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    // From its first word on it is in the midst of its work, so every kill falls into it.
    timer ??= setTimeout(() => child.kill('SIGKILL'), afterMs);
  });
  const signal = await new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
  clearTimeout(timer);
  expect(signal).toBe('SIGKILL');
  return said.split('\n').slice(0, -1);
}

describe('a store whose writers are killed', () => {
  it('keeps what was acknowledged and shows nothing half written', async () => {
    const home = await mkdtemp(join(tmpdir(), 'interdict-kill-'));
    const acknowledged: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const children = Array.from({ length: CHILDREN }, (_, child) =>
        addUntilKilled(home, `${kill}-${child}`, Math.random() * 60),
      );
      acknowledged.push(...(await Promise.all(children)).flat());
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS * CHILDREN);

    const store = await openStore(home);
    const versions = await store.versions.versions();
    const stored = versions.map((version) => version.version);
    expect(acknowledged.filter((version) => !stored.includes(version))).toEqual([]);
    for (const version of versions) {
      expect(`sha256:${sha256(await textOfFile(store, version))}`).toBe(version.version);
      const records = await collect(store.archive.readRecords(version.dataset, version.version, 1));
      expect(records).toHaveLength(version.entities);
    }
    await store.close();
    await rm(home, { recursive: true, force: true, maxRetries: 10 });
  });
});
