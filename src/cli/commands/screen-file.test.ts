import { Readable } from 'node:stream';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountedRows, BatchFolder } from '../../../test/fixtures/batch/batch-folder.ts';
import { customerFile } from '../../../test/fixtures/batch/customer-rows.ts';
import { fakeScreener, fakeScreening } from '../../../test/fixtures/batch/fake-screener.ts';
import type { BatchScreener } from '../../engine/batch/batch-screener.ts';
import { outputTo } from '../print/output.ts';
import {
  addScreenFileOptions,
  EXIT_INTERRUPTED,
  runScreenFile,
  type ScreenFileContext,
  type ScreenFileOptions,
} from './screen-file.ts';

let folder: BatchFolder;
let stdout: string;
let stderr: string;
let opened: number;

beforeEach(() => {
  folder = new BatchFolder();
  stdout = '';
  stderr = '';
  opened = 0;
});
afterEach(() => folder.remove());

function context(
  more: Partial<ScreenFileContext> & { readonly screener?: BatchScreener } = {},
): ScreenFileContext {
  let milliseconds = 0;
  return {
    openScreener: async () => {
      opened += 1;
      return more.screener ?? fakeScreener();
    },
    stdin: Readable.from([]),
    stdout: outputTo({ write: (text) => (stdout += text) }, {}),
    stderr: outputTo({ write: (text) => (stderr += text) }, {}),
    now: () => {
      milliseconds += 10;
      return milliseconds;
    },
    ...more,
  };
}

/** Runs with arguments as a user gives them; `in.csv` and such are files of the folder. */
async function run(args: readonly string[], more: Parameters<typeof context>[0] = {}): Promise<number> {
  const command = addScreenFileOptions(new Command().exitOverride())
    .option('--file <path>')
    .option('--schema <schema>')
    .option('--json');
  command.configureOutput({ writeErr: (text) => (stderr += text) });
  command.parse(
    args.map((arg) => (/^\w+\.\w+$/u.test(arg) ? folder.file(arg) : arg)),
    { from: 'user' },
  );
  return runScreenFile(command.opts<ScreenFileOptions>(), context(more));
}

function deciding(decision: 'clear' | 'review' | 'stop' | 'undetermined'): BatchScreener {
  return {
    fingerprint: decision,
    screen: async (queries) => queries.map((query) => ({ ...fakeScreening(query), decision })),
  };
}

describe('screening a file from the command line', () => {
  it('says what it understood, then the summary', async () => {
    folder.write(
      'in.csv',
      'customer_no,full_name,date_of_birth,remark\n1,Anna,07/05/1966,x\n2,,,y\n3,Bob,soon,z\n',
    );
    const code = await run(['--file', 'in.csv', '-o', 'out.csv'], { screener: deciding('review') });
    expect(code).toBe(10);
    expect(stderr.replaceAll(folder.path, '')).toBe(`in.csv: CSV, separated by commas, utf-8, 3 rows
columns: customer_no -> id, full_name -> name, date_of_birth -> birthDate; not used: remark
schema: Person where a row has a birth date, a gender or a first and a last name, Vessel where it has a ship’s number, else LegalEntity
dates such as 05/07/1966 are read day first
results: /out.csv
`);
    expect(
      stdout.replaceAll(folder.path, '').replace(/^3 rows in .*$/mu, '3 rows in …'),
    ).toBe(`/out.csv: 3 rows: 0 clear, 2 review, 0 stop, 0 undetermined
/out.csv.problems.csv: 1 row not screened, 1 value left out
3 rows in …
decision on the file: review
`);
    expect(accountedRows(folder)).toEqual([1, 2, 3]);
  });

  it('prints the summary as JSON and nothing else on the standard output', async () => {
    folder.write('in.csv', 'name\nAnna\n');
    await run(['--file', 'in.csv', '-o', 'out.jsonl', '--json'], { screener: deciding('clear') });
    expect(JSON.parse(stdout)).toEqual({
      state: 'finished',
      decision: 'clear',
      input: 'in.csv',
      inputSha256: expect.stringMatching(/^[\da-f]{64}$/u),
      output: folder.file('out.jsonl'),
      problems: null,
      rows: 1,
      screened: 1,
      notScreened: 0,
      blank: 0,
      valuesLeftOut: 0,
      rowsWithMatches: expect.any(Number),
      decisions: { clear: 1, review: 0, stop: 0, undetermined: 0 },
      resumedRows: 0,
      seconds: expect.any(Number),
      rowsPerSecond: expect.any(Number),
    });
    expect(JSON.parse(folder.text('out.jsonl')).query.properties.name).toEqual(['Anna']);
  });

  it('exits with the gravest decision', async () => {
    folder.write('in.csv', 'name\nAnna\n');
    for (const [decision, code] of [
      ['clear', 0],
      ['review', 10],
      ['stop', 20],
      ['undetermined', 30],
    ] as const) {
      expect(
        await run(['--file', 'in.csv', '-o', 'out.csv', '--force'], { screener: deciding(decision) }),
      ).toBe(code);
    }
  });

  it('names the results after the input where no name is given, and tells the form from the name', async () => {
    folder.write('in.csv', 'name\nAnna\n');
    await run(['--file', 'in.csv']);
    await run(['--file', 'in.csv', '--format', 'jsonl']);
    await run(['--file', 'in.csv', '-o', 'three.xlsx']);
    expect(folder.text('in.results.csv')).toMatch(/^row,line/u);
    expect(folder.text('in.results.jsonl')).toMatch(/^\{"row":1/u);
    expect(folder.bytes('three.xlsx').toString('latin1', 0, 2)).toBe('PK');
  });

  it('passes on what the user says of the input', async () => {
    folder.write('in.csv', 'Foo\tBar\tBaz\nVersor\t05/23/1966\tSlovakia\n');
    const args = ['--map', 'name=Foo', '--map', 'incorporationDate=Bar', '--map', 'country=Baz'];
    const more = [
      '--date-order',
      'month-first',
      '--delimiter',
      'tab',
      '--schema',
      'Company',
      '-o',
      'out.jsonl',
    ];
    await run(['--file', 'in.csv', ...args, ...more]);
    expect(JSON.parse(folder.text('out.jsonl')).query).toEqual({
      schema: 'Company',
      properties: { name: ['Versor'], incorporationDate: ['1966-05-23'], country: ['sk'] },
    });
  });

  it('reads standard input', async () => {
    const stdin = Readable.from([Buffer.from('name\nAnna\n')]);
    await run(['--file', '-', '-o', 'out.csv'], { stdin });
    expect(accountedRows(folder)).toEqual([1]);
  });

  it('refuses a wrong option before it opens the lists', async () => {
    folder.write('in.csv', 'foo\nAnna\n');
    await expect(run(['--file', 'in.csv', '-o', 'out.csv'])).rejects.toMatchObject({ code: 'BATCH_COLUMNS' });
    await expect(run(['--file', 'in.csv', '--schema', 'person'])).rejects.toMatchObject({
      code: 'SCHEMA_UNKNOWN',
    });
    await expect(run(['--file', 'in.csv', '--format', 'pdf'])).rejects.toThrow(
      /Allowed choices are csv, jsonl, xlsx/u,
    );
    await expect(run(['--file', 'in.csv', '--delimiter', 'ab'])).rejects.toThrow(/Give one character/u);
    await expect(run(['--file', 'in.csv', '-o', '-'])).rejects.toThrow(/Give a file/u);
    expect(opened).toBe(0);
  });

  it('stops at the first interrupt, says how to go on, and goes on', async () => {
    folder.write('in.csv', [...customerFile(2_000, 31)].join(''));
    let asked = 0;
    const interrupted: BatchScreener = {
      fingerprint: 'fake',
      screen: async (queries) => {
        asked += 1;
        if (asked === 3) process.emit('SIGINT');
        return queries.map(fakeScreening);
      },
    };
    const listeners = process.listenerCount('SIGINT');
    expect(await run(['--file', 'in.csv', '-o', 'out.csv'], { screener: interrupted })).toBe(
      EXIT_INTERRUPTED,
    );
    expect(stderr).toMatch(
      /Interrupted after [\d,]+ of 2,000 rows\. The same command goes on from there\.\n$/u,
    );
    expect(stdout).toBe('');
    expect(process.listenerCount('SIGINT')).toBe(listeners);
    await run(['--file', 'in.csv', '-o', 'out.csv']);
    expect(stdout).toMatch(/; \d{3,} rows by an earlier run$/mu);
    expect(accountedRows(folder).length).toBe(2_000);
    expect(new Set(accountedRows(folder)).size).toBe(2_000);
  });

  it('does not let a heading steer the terminal', async () => {
    folder.write('in.csv', 'name,\u001B[2J evil\nAnna,x\n');
    await run(['--file', 'in.csv', '-o', 'out.csv']);
    expect(stderr).not.toContain('\u001B');
    expect(stderr).toContain('not used: [2J evil');
  });

  it('can be interrupted before the first row', async () => {
    folder.write('in.csv', 'name\nAnna\n');
    const code = await run(['--file', 'in.csv', '-o', 'out.csv'], { signal: AbortSignal.abort() });
    expect(code).toBe(EXIT_INTERRUPTED);
    expect(stderr).toBe('Interrupted before the first row was screened.\n');
    expect(folder.exists('out.csv.lock')).toBe(false);
  });

  it('shows rate, rows and time left: drawn on a terminal, a line at each tenth in a log', async () => {
    folder.write('in.csv', [...customerFile(2_000, 32)].join(''));
    let milliseconds = 0;
    const now = (): number => {
      milliseconds += 2_000;
      return milliseconds;
    };
    await run(['--file', 'in.csv', '-o', 'out.csv'], { now });
    expect(stderr).toMatch(/^screening {2}50 % {2}1,000 of 2,000 rows {2}\d+ rows\/s {2}0:\d\d left$/mu);
    const drawn = outputTo(
      { write: (text) => (stderr += text), isTTY: true, columns: 100 },
      { NO_COLOR: '1' },
    );
    stderr = '';
    await run(['--file', 'in.csv', '-o', 'out.csv', '--force'], { now, stderr: drawn });
    expect(stderr).toMatch(/\rscreening {2}█{10}░{10} {2}50 % {2}1,000 of 2,000 rows/u);
    expect(stderr.endsWith('\r\u001B[K')).toBe(true);
  });
});
