// A batch of 100,000 rows in a process of its own that is killed with SIGKILL three times at random moments: in the
// end each row stands there once, and the bytes are those of a run that nobody killed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountedRows, BatchFolder } from '../fixtures/batch/batch-folder.ts';
import { customerFile } from '../fixtures/batch/customer-rows.ts';

const ROWS = 100_000;
const CHILD = fileURLToPath(new URL('./batch-child.ts', import.meta.url));

let folder: BatchFolder;
beforeEach(() => {
  folder = new BatchFolder();
});
afterEach(() => folder.remove());

interface Life {
  /** Rows that were done when it began, and when it was last heard of. */
  readonly first: number;
  readonly last: number;
  readonly signal: string | null;
  readonly isFinished: boolean;
}

/** Runs the child, and kills it some milliseconds after it has reported so many rows. */
async function live(killAfterRows = Number.POSITIVE_INFINITY, killAfterMilliseconds = 0): Promise<Life> {
  const child = spawn(process.execPath, [CHILD, folder.file('in.csv'), folder.file('out.csv')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit') as Promise<[number | null, string | null]>;
  let stderr = '';
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  let first = -1;
  let last = 0;
  let isFinished = false;
  let isDoomed = false;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'finished') isFinished = true;
    const rows = Number(line);
    if (Number.isNaN(rows)) continue;
    if (first < 0) first = rows;
    last = rows;
    if (rows < killAfterRows || isDoomed) continue;
    isDoomed = true;
    setTimeout(() => child.kill('SIGKILL'), killAfterMilliseconds);
  }
  const [code, signal] = await exit;
  expect(signal ?? code, stderr).toBe(isDoomed ? 'SIGKILL' : 0);
  return { first, last, signal, isFinished };
}

describe('a batch of 100,000 rows that is killed three times', () => {
  it('has each row once in the end, and the bytes of a run that was left alone', async () => {
    await pipeline(Readable.from(customerFile(ROWS, 2_026)), createWriteStream(folder.file('in.csv')));
    await live();
    const whole = folder.bytes('out.csv');
    const wholeProblems = folder.bytes('out.csv.problems.csv');
    folder.discard('out.csv', 'out.csv.problems.csv');

    const moments = [0.05, 0.35, 0.65].map((from) => Math.floor((from + Math.random() * 0.25) * ROWS));
    let done = 0;
    for (const moment of moments) {
      const life = await live(moment, Math.random() * 20);
      expect(life, `killed after ${moments.join(', ')} rows`).toMatchObject({
        signal: 'SIGKILL',
        isFinished: false,
      });
      expect(life.first, 'rows that were done are not screened again').toBeGreaterThanOrEqual(done);
      expect(folder.exists('out.csv')).toBe(false);
      done = life.last;
    }
    const life = await live();
    expect(life.first).toBeGreaterThanOrEqual(done);
    expect(life).toMatchObject({ last: ROWS, isFinished: true });

    expect(folder.bytes('out.csv').equals(whole)).toBe(true);
    expect(folder.bytes('out.csv.problems.csv').equals(wholeProblems)).toBe(true);
    const rows = accountedRows(folder);
    expect(rows.length).toBe(ROWS);
    expect(rows.every((row, index) => row === index + 1)).toBe(true);
  });
});
