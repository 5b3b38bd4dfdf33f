// A folder of a thousand made-up reports, read by a process that is killed with SIGKILL at random moments: in the end
// each report is there once, with what was read in it, and the bytes of each; what was done is not done again.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateArticles } from '../../bench/support/generate-articles.ts';
import type { FolderOutcome } from '../../src/engine/reading/read-folder.ts';
import { openStore } from '../../src/store/open-store.ts';

const ARTICLES = 1_000;
const KILLS = 4;
const CHILD = fileURLToPath(new URL('./read-child.ts', import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interdict-read-kill-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

interface Life {
  /** Files that were done when it was last heard of, and how many of them it knew from before. */
  readonly done: number;
  readonly known: number;
  readonly outcome?: FolderOutcome;
}

/** Runs the child; kills it some milliseconds after it has reported so many files. */
async function live(killAfterFiles = Number.POSITIVE_INFINITY, killAfterMilliseconds = 0): Promise<Life> {
  const child = spawn(process.execPath, [CHILD, join(folder, 'home'), join(folder, 'reports')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit') as Promise<[number | null, string | null]>;
  let stderr = '';
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  const life: { done: number; known: number; outcome?: FolderOutcome } = { done: 0, known: 0 };
  let isDoomed = false;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) {
      life.outcome = JSON.parse(line) as FolderOutcome;
      continue;
    }
    [life.done, life.known] = line.split(' ').map(Number) as [number, number];
    if (life.done < killAfterFiles || isDoomed) continue;
    isDoomed = true;
    setTimeout(() => child.kill('SIGKILL'), killAfterMilliseconds);
  }
  const [code, signal] = await exit;
  expect(signal ?? code, stderr).toBe(isDoomed ? 'SIGKILL' : 0);
  return life;
}

describe(`a folder of ${ARTICLES} reports whose reader is killed ${KILLS} times`, () => {
  it('is read in the end, with nothing lost, doubled or done twice', async () => {
    await mkdir(join(folder, 'reports'));
    const articles = generateArticles(ARTICLES, 2_026);
    for (const { name, text } of articles) await writeFile(join(folder, 'reports', name), text);

    let done = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const left = ARTICLES - done;
      const life = await live(done + 1 + Math.floor((Math.random() * left) / KILLS), Math.random() * 20);
      expect(life.outcome).toBeUndefined();
      expect(life.known, 'what was done is known').toBeGreaterThanOrEqual(done);
      expect(life.done).toBeGreaterThan(done);
      done = life.done;
    }
    const { outcome, known } = await live();
    expect(known).toBeGreaterThanOrEqual(done);
    expect(outcome).toMatchObject({ state: 'finished', files: ARTICLES, failed: [] });

    const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
    const hashes = new Set(articles.map(({ text }) => hashOf(text)));
    const store = await openStore(join(folder, 'home'));
    const stored = await store.claims.articles();
    expect(stored.map((article) => article.sha256).sort()).toEqual([...hashes].sort());
    expect(outcome?.articles).toHaveLength(hashes.size);
    const readings = await store.claims.readings(stored.map((article) => article.id));
    for (const { article, claims } of readings) {
      expect(hashOf(Buffer.from(await store.articles.open(article.sha256)).toString())).toBe(article.sha256);
      expect(claims.length).toBe(stored.find(({ id }) => id === article.id)?.claims);
    }
    expect(readings.some(({ claims }) => claims.length > 0)).toBe(true);
    await store.close();
  });
});
