import { appendFileSync, renameSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountedRows, BatchFolder, type RunSettings } from '../../../test/fixtures/batch/batch-folder.ts';
import { customerFile } from '../../../test/fixtures/batch/customer-rows.ts';
import { fakeScreener, fakeScreening } from '../../../test/fixtures/batch/fake-screener.ts';
import type { BatchScreener } from './batch-screener.ts';

const ROWS = 500;
const CHUNK = 20;

let folder: BatchFolder;
/** The results of a run that nothing disturbed. */
let undisturbed: { readonly output: string; readonly problems: string };

beforeEach(async () => {
  folder = new BatchFolder();
  folder.write('in.csv', [...customerFile(ROWS, 11)].join(''));
  await folder.run({ output: 'whole.csv' });
  undisturbed = { output: folder.text('whole.csv'), problems: folder.text('whole.csv.problems.csv') };
});
afterEach(() => folder.remove());

/** A screener that fails at its nth question, as if the machine went down there. */
function failingAt(question: number): BatchScreener {
  let asked = 0;
  return {
    fingerprint: 'fake',
    async screen(queries) {
      asked += 1;
      if (asked === question) throw new Error('went down');
      return queries.map(fakeScreening);
    },
  };
}

async function goDown(question: number, settings: RunSettings = {}): Promise<void> {
  const run = folder.run({ chunkRows: CHUNK, ...settings, screener: failingAt(question) });
  await expect(run).rejects.toThrow('went down');
}

function expectWhole(): void {
  expect(folder.text('out.csv')).toBe(undisturbed.output);
  expect(folder.text('out.csv.problems.csv')).toBe(undisturbed.problems);
  expect(accountedRows(folder)).toEqual(Array.from({ length: ROWS }, (_, index) => index + 1));
  expect(folder.exists('out.csv.part')).toBe(false);
  expect(folder.exists('out.csv.journal')).toBe(false);
}

describe('a run that was cut off', () => {
  it('goes on where it was, without asking for rows that are done, and ends as if nothing had been', async () => {
    await goDown(9, { chunksInFlight: 1 });
    expect(folder.exists('out.csv')).toBe(false);
    let asked = 0;
    const { resumedRows, counts } = await folder.run({
      screener: fakeScreener((queries) => {
        asked += queries.length;
      }),
    });
    expect(resumedRows).toBe(8 * CHUNK);
    expect(counts.rows).toBe(ROWS);
    const screenedBefore = folder.table('out.csv').filter((line) => Number(line.row) <= resumedRows).length;
    expect(asked).toBe(counts.screened - screenedBefore);
    expectWhole();
  });

  it('keeps its id and its moment, from which those of its rows follow', async () => {
    await goDown(9);
    await folder.run({ newId: () => 'another', now: () => new Date('2027-01-01T00:00:00Z') });
    expectWhole();
    const rows = folder.table('out.csv');
    expect(rows.map(({ screening }) => screening)).toEqual(rows.map(({ row }) => `run-${row}`));
  });

  it('can be cut off again and again', async () => {
    for (const question of [1, 2, 3, 1, 5]) await goDown(question);
    await folder.run();
    expectWhole();
  });

  it('throws away what stands behind the last entry of the journal', async () => {
    await goDown(9);
    appendFileSync(folder.file('out.csv.part'), '161,999,half a li');
    appendFileSync(folder.file('out.csv.problems.csv.part'), '"never fini');
    appendFileSync(folder.file('out.csv.journal'), '{"consumed":180,"outp');
    await folder.run();
    expectWhole();
  });

  it('goes further back where the disk has lost or changed what the journal speaks of', async () => {
    await goDown(9, { chunksInFlight: 1 });
    const { length } = folder.bytes('out.csv.part');
    truncateSync(folder.file('out.csv.part'), length - 10);
    const { resumedRows } = await folder.run();
    expect(resumedRows).toBe(7 * CHUNK);
    expectWhole();

    await goDown(9, { chunksInFlight: 1, force: true });
    const changed = folder.bytes('out.csv.part');
    changed[Math.floor(changed.length / 2)] = 0x00;
    writeFileSync(folder.file('out.csv.part'), changed);
    const second = await folder.run({ force: true });
    expect(second.resumedRows).toBeLessThan(6 * CHUNK);
    expectWhole();
  });

  it('begins anew if the results are gone or the journal has no whole line', async () => {
    await goDown(9);
    renameSync(folder.file('out.csv.part'), folder.file('elsewhere'));
    expect((await folder.run()).resumedRows).toBe(0);
    expectWhole();
    folder.write('out.csv.journal', '{"journal":1,"inp');
    expect((await folder.run({ force: true })).resumedRows).toBe(0);
    expectWhole();
  });

  it('only has to be put in place if it was cut off at the very end', async () => {
    await goDown(9);
    await goDown(1);
    const journal = folder.text('out.csv.journal');
    await folder.run();
    // As it stands between the last entry and the new names.
    renameSync(folder.file('out.csv'), folder.file('out.csv.part'));
    renameSync(folder.file('out.csv.problems.csv'), folder.file('out.csv.problems.csv.part'));
    folder.write('out.csv.journal', `${journal}{"finished":true}\n`);
    const nobody: BatchScreener = {
      fingerprint: 'fake',
      screen: async () => {
        throw new Error('asked');
      },
    };
    expect((await folder.run({ screener: nobody })).state).toBe('finished');
    expectWhole();
    // As it stands after the new names and before the journal is gone.
    folder.write('out.csv.journal', `${journal}{"finished":true}\n`);
    expect((await folder.run({ screener: nobody })).state).toBe('finished');
    expectWhole();
  });

  it('is not gone on with under another input, map, order of dates, form, or list set', async () => {
    await goDown(9);
    const others: [RunSettings, RegExp][] = [
      [{ map: ['alias=notes'] }, /has another column map\.$/u],
      [{ dateOrder: 'month-first' }, /has another date order\.$/u],
      [{ schema: 'Person' }, /has another schema\.$/u],
      [{ allMatches: true }, /has another form of the results\.$/u],
      [{ format: 'jsonl', schema: 'Person' }, /has another schema, another form of the results\.$/u],
      [
        { screener: { ...fakeScreener(), fingerprint: 'of tomorrow' } },
        /has another list set, policy or engine\.$/u,
      ],
    ];
    for (const [settings, message] of others) {
      await expect(folder.run(settings)).rejects.toMatchObject({
        code: 'BATCH_RESUME_MISMATCH',
        message: expect.stringMatching(message),
      });
    }
    const input = folder.text('in.csv');
    folder.write('in.csv', `${input}X,Somebody New,,,\n`);
    await expect(folder.run()).rejects.toMatchObject({
      message: expect.stringMatching(/another input file\.$/u),
    });
    folder.write('in.csv', input);
    await folder.run();
    expectWhole();
  });

  it('is discarded on request', async () => {
    await goDown(9);
    const { resumedRows } = await folder.run({ restart: true });
    expect(resumedRows).toBe(0);
    expectWhole();
  });

  it('keeps older results until it is through, and asks again before it replaces them', async () => {
    folder.write('out.csv', 'older');
    await goDown(9, { force: true });
    expect(folder.text('out.csv')).toBe('older');
    await expect(folder.run()).rejects.toMatchObject({ code: 'BATCH_OUTPUT_EXISTS' });
    expect(folder.text('out.csv')).toBe('older');
    await folder.run({ force: true });
    expectWhole();
  });
});

describe('a run that is interrupted', () => {
  it('finishes the chunks under way, says how far it came, and goes on later', async () => {
    const controller = new AbortController();
    const outcome = await folder.run({
      signal: controller.signal,
      chunkRows: CHUNK,
      onProgress: ({ phase, done }) => {
        if (phase === 'screening' && done >= 200) controller.abort();
      },
    });
    expect(outcome.state).toBe('interrupted');
    expect(outcome.counts.rows).toBeGreaterThanOrEqual(200);
    expect(outcome.counts.rows).toBeLessThan(ROWS);
    expect(folder.exists('out.csv')).toBe(false);
    const { resumedRows } = await folder.run();
    expect(resumedRows).toBe(outcome.counts.rows);
    expectWhole();
  });

  it('before its first row leaves nothing behind', async () => {
    await expect(folder.run({ output: 'new.csv', signal: AbortSignal.abort() })).rejects.toThrow();
    expect(
      ['new.csv', 'new.csv.part', 'new.csv.journal', 'new.csv.lock'].filter((name) => folder.exists(name)),
    ).toEqual([]);
  });
});

describe('an input that changes while it is read', () => {
  it('is noticed, and nothing is put in place', async () => {
    let isTouched = false;
    const run = folder.run({
      onProgress: ({ phase }) => {
        if (phase !== 'screening' || isTouched) return;
        isTouched = true;
        utimesSync(folder.file('in.csv'), new Date(), new Date(0));
      },
    });
    await expect(run).rejects.toMatchObject({
      code: 'BATCH_INPUT',
      message: expect.stringContaining('changed'),
    });
    expect(folder.exists('out.csv')).toBe(false);
  });
});
