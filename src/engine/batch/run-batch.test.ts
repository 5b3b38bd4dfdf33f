import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountedRows, BatchFolder } from '../../../test/fixtures/batch/batch-folder.ts';
import { csvText, customerFile } from '../../../test/fixtures/batch/customer-rows.ts';
import { fakeScreener, fakeScreening } from '../../../test/fixtures/batch/fake-screener.ts';
import { InterdictError } from '../../model/errors.ts';
import type { BatchScreener } from './batch-screener.ts';
import { prepareBatch } from './prepare-batch.ts';
import type { BatchProgress } from './progress.ts';
import { runBatch } from './run-batch.ts';
import type { SourceRow } from './source-row.ts';

let folder: BatchFolder;
beforeEach(() => {
  folder = new BatchFolder();
});
afterEach(() => folder.remove());

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

describe('a batch from CSV to CSV', () => {
  it('writes one line for each row, in order, with what an analyst needs', async () => {
    folder.write(
      'in.csv',
      'customer_no;full_name;date_of_birth\nC1;Ashot Mkrtychev;07/05/1966\nC2;"Doe; Jane";\n',
    );
    const screener: BatchScreener = {
      fingerprint: 'one match',
      screen: async (queries) =>
        queries.map((query, index) => ({
          ...fakeScreening(query),
          decision: index === 0 ? 'stop' : 'clear',
          reasons: index === 0 ? ['A listed party matches.'] : [],
          results:
            index === 0
              ? [
                  {
                    id: 'us_ofac_sdn-41736',
                    caption: 'Ashot Mkrtychev',
                    schema: 'Person' as const,
                    score: 0.98761,
                    match: true,
                    datasets: ['us_ofac_sdn', 'gb_hmt_sanctions'],
                    referents: [],
                    properties: { birthDate: ['1966-05-07'], nationality: ['sk'], country: ['sk'] },
                    listings: [
                      {
                        dataset: 'us_ofac_sdn',
                        authority: 'OFAC',
                        program: 'DPRK',
                        listedOn: '2023-03-30',
                        sourceRecord: '41736',
                        measures: [],
                      },
                      {
                        dataset: 'gb_hmt_sanctions',
                        authority: 'HMT',
                        program: 'DPRK',
                        listedOn: '2023-11-08',
                        sourceRecord: '16067',
                        measures: [],
                      },
                    ],
                    links: [],
                    explanation: { sentence: 'Same name and day of birth.', features: [], against: [] },
                    claims: [],
                  },
                ]
              : [],
        })),
    };
    const outcome = await folder.run({ screener });
    expect(folder.table('out.csv')).toEqual([
      {
        row: '1',
        line: '2',
        id: 'C1',
        name: 'Ashot Mkrtychev',
        schema: 'Person',
        decision: 'stop',
        matches: '1',
        score: '0.9876',
        match_id: 'us_ofac_sdn-41736',
        match_name: 'Ashot Mkrtychev',
        match_schema: 'Person',
        match_birth_date: '1966-05-07',
        match_countries: 'sk',
        datasets: 'us_ofac_sdn; gb_hmt_sanctions',
        programmes: 'DPRK',
        listed_on: '2023-03-30; 2023-11-08',
        sentence: 'Same name and day of birth.',
        against: '',
        further_matches: '',
        reasons: 'A listed party matches.',
        as_of: '2026-11-22',
        screening: 'run-1',
      },
      expect.objectContaining({
        row: '2',
        line: '3',
        id: 'C2',
        name: 'Doe; Jane',
        decision: 'clear',
        matches: '0',
      }),
    ]);
    expect(outcome).toMatchObject({
      state: 'finished',
      decision: 'stop',
      counts: { rows: 2, screened: 2, notScreened: 0, decisions: { clear: 1, stop: 1 } },
    });
    expect(outcome.problems).toBeUndefined();
  });

  it('says what it assumed before the run', async () => {
    folder.write('in.csv', 'customer_no;full_name;date_of_birth;shoe size\nC1;Ashot;07/05/1966;43\n');
    const { notes } = await folder.run();
    expect(notes).toEqual([
      'in.csv: CSV, separated by semicolons, utf-8, 1 row',
      'columns: customer_no -> id, full_name -> name, date_of_birth -> birthDate; not used: shoe size',
      expect.stringMatching(/^schema: Person where/u),
      'dates such as 05/07/1966 are read day first',
    ]);
  });

  it('leaves no other file behind than results and problems', async () => {
    folder.write('in.csv', 'name\nA\n\n,\nB\n');
    const { counts } = await folder.run();
    expect(readdirSync(folder.path).sort()).toEqual(['in.csv', 'out.csv', 'out.csv.problems.csv']);
    expect(counts).toMatchObject({ rows: 3, screened: 2, notScreened: 1, blank: 1 });
  });

  it('puts each row either into the results or among the problems, whatever stands in it', async () => {
    const cell = fc
      .array(
        fc.constantFrom('"', ',', '\n', '\r\n', '=', '-', '🚢', 'Ж', 'a', ' ', "'", ';', '\t', '\u2028', '#'),
        {
          maxLength: 12,
        },
      )
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 40 }),
        async (rows) => {
          const withText = rows.filter((row) => row.some((text) => text.trim() !== ''));
          fc.pre(withText.length > 0);
          const lines = rows.map((row) => csvText(row));
          folder.write('in.csv', `customer_no,full_name,notes\n${lines.join('')}`);
          const { counts } = await folder.run({ force: true, chunkRows: 7 });
          expect(accountedRows(folder)).toEqual(upTo(withText.length));
          expect(counts.rows).toBe(withText.length);
          const named = withText.filter(([, name]) => /[\p{L}\p{N}]/u.test(name));
          expect(counts.screened).toBe(named.length);
          const plain = (text: string): string => text.replaceAll("'", '').replace(/\s+/gu, ' ').trim();
          expect(folder.table('out.csv').map((line) => plain(line.name ?? ''))).toEqual(
            named.map(([, name]) => plain(name)),
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  it('writes one line for each match if asked to', async () => {
    folder.write('in.csv', [...customerFile(200, 7)].join(''));
    await folder.run({ allMatches: true });
    const lines = folder.table('out.csv');
    const byRow = Map.groupBy(lines, (line) => line.row);
    expect(Math.max(...[...byRow.values()].map((all) => all.length))).toBe(3);
    for (const all of byRow.values()) {
      const matches = Number(all[0]?.matches);
      expect(all.length).toBe(Math.max(1, matches));
      expect(all.map((line) => line.match)).toEqual(matches === 0 ? [''] : upTo(matches).map(String));
    }
    expect(lines[0]).not.toHaveProperty('further_matches');
  });

  it('begins with a byte order mark only if asked to', async () => {
    folder.write('in.csv', 'name\nA\n');
    await folder.run();
    expect(folder.text('out.csv').startsWith('row,')).toBe(true);
    await folder.run({ byteOrderMark: true, force: true });
    expect(folder.text('out.csv').startsWith('\uFEFFrow,')).toBe(true);
  });
});

describe('rows that are bad', () => {
  it('stand in the problems file with line, reason and text, and the run goes on', async () => {
    folder.write(
      'in.csv',
      'id,full_name,date_of_birth,country\n1,Ashot,07/05/1966,sk\n2,,,sk\n3,Anna,1970\n4,"Bob,,\n5,Eve,someday,Nowhere\n',
    );
    const { counts, decision } = await folder.run();
    expect(folder.table('out.csv.problems.csv')).toEqual([
      { row: '2', line: '3', outcome: 'not screened', field: '', reason: 'it has no name', text: '2,,,sk' },
      {
        row: '3',
        line: '4',
        outcome: 'not screened',
        field: '',
        reason: 'it has 3 cells where the header has 4',
        text: '3,Anna,1970',
      },
      {
        row: '4',
        line: '5',
        outcome: 'not screened',
        field: '',
        reason: 'a quote is opened and never closed',
        text: '4,"Bob,,',
      },
      {
        row: '5',
        line: '6',
        outcome: 'screened without',
        field: 'birthDate',
        reason: 'it is no date (read day-first)',
        text: 'someday',
      },
      {
        row: '5',
        line: '6',
        outcome: 'screened without',
        field: 'country',
        reason: '"Nowhere" is no country that is known',
        text: 'Nowhere',
      },
    ]);
    expect(accountedRows(folder)).toEqual([1, 2, 3, 4, 5]);
    expect(counts).toMatchObject({ rows: 5, screened: 2, notScreened: 3, valuesLeftOut: 2 });
    expect(decision).not.toBe('clear');
  });

  it('make a file undetermined that would be clear', async () => {
    folder.write('in.csv', 'name,country\nAnna,de\n,fr\n');
    const clear: BatchScreener = {
      fingerprint: 'clear',
      screen: async (queries) =>
        queries.map((query) => ({ ...fakeScreening(query), decision: 'clear' as const })),
    };
    expect((await folder.run({ screener: clear })).decision).toBe('undetermined');
    folder.write('in.csv', 'name,country\nAnna,de\n');
    expect((await folder.run({ screener: clear, force: true })).decision).toBe('clear');
    expect(folder.exists('out.csv.problems.csv'), 'the problems of the older run are gone').toBe(false);
  });

  it('do not take the others of their chunk with them when the screener refuses one', async () => {
    folder.write(
      'in.csv',
      `name\n${upTo(20)
        .map((number) => `N${number}\n`)
        .join('')}`,
    );
    const screener: BatchScreener = {
      fingerprint: 'refuses one',
      screen: async (queries) => {
        if (queries.some((query) => query.properties.name?.[0] === 'N13'))
          throw new InterdictError('QUERY_INVALID', 'Thirteen is not screened.');
        return queries.map(fakeScreening);
      },
    };
    const { counts } = await folder.run({ screener });
    expect(counts).toMatchObject({ rows: 20, screened: 19, notScreened: 1 });
    expect(folder.table('out.csv.problems.csv')).toMatchObject([
      { row: '13', reason: 'it cannot be screened: Thirteen is not screened.', text: 'N13' },
    ]);
    expect(accountedRows(folder)).toEqual(upTo(20));
  });
});

describe('other forms of input and output', () => {
  it('reads flat JSON lines and FollowTheMoney entities, also mixed', async () => {
    folder.write(
      'in.dat',
      `{"full_name":"Ashot Mkrtychev","country":"sk","customer_no":1}
{"id":"e1","schema":"Company","properties":{"name":["Versor s.r.o."],"jurisdiction":["sk"]}}
not json
{"full_name":""}
`,
    );
    const { counts, notes } = await folder.run({ input: 'in.dat', output: 'out.jsonl', format: 'jsonl' });
    const lines = folder
      .text('out.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ row, line, query }) => ({ row, line, query }))).toEqual([
      {
        row: 1,
        line: 1,
        query: { id: '1', schema: 'LegalEntity', properties: { name: ['Ashot Mkrtychev'], country: ['sk'] } },
      },
      {
        row: 2,
        line: 2,
        query: { id: 'e1', schema: 'Company', properties: { name: ['Versor s.r.o.'], jurisdiction: ['sk'] } },
      },
    ]);
    expect(lines[0]).toEqual({ row: 1, line: 1, ...fakeScreening(lines[0].query), id: 'run-1' });
    expect(folder.table('out.jsonl.problems.csv').map((line) => [line.line, line.outcome])).toEqual([
      ['3', 'not screened'],
      ['4', 'not screened'],
    ]);
    expect(counts).toMatchObject({ rows: 4, screened: 2, notScreened: 2 });
    expect(notes[0]).toBe('in.dat: JSON lines, utf-8, 4 rows');
  });

  it('needs no column map for a file of entities only', async () => {
    folder.write('in.json', '{"schema":"Person","properties":{"name":["Ashot"]}}\n');
    expect((await folder.run({ input: 'in.json' })).counts.screened).toBe(1);
  });

  it('reads Windows-1252 and UTF-16 and says so', async () => {
    folder.write('in.csv', Buffer.from('name\nJosé Müller\n', 'latin1'));
    const { notes } = await folder.run();
    expect(notes[1]).toMatch(/Windows-1252/u);
    folder.write('in.csv', Buffer.from('\uFEFFname\tcountry\nОльга\tru\n', 'utf16le'));
    await folder.run({ output: 'two.csv' });
    expect([...folder.table('out.csv'), ...folder.table('two.csv')].map((line) => line.name)).toEqual([
      'José Müller',
      'Ольга',
    ]);
    folder.write('in.csv', Buffer.from([0x6e, 0x61, 0x6d, 0x65, 0x0a, 0xcf, 0xe5, 0xf2, 0xf0, 0x0a]));
    await folder.run({ output: 'three.csv', encoding: 'windows-1251' });
    expect(folder.table('three.csv')[0]?.name).toBe('Петр');
  });

  it('reads standard input through a file of its own that it takes away again', async () => {
    async function* input(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('name\nAsh');
      yield Buffer.from('ot\nAnna\n');
    }
    const { notes } = await folder.run({ input: '-', standardInput: input() });
    expect(notes[0]).toBe('standard input: CSV, one column, utf-8, 2 rows');
    expect(accountedRows(folder)).toEqual([1, 2]);
    expect(folder.exists('out.csv.input')).toBe(false);
  });

  it.skipIf(process.platform === 'win32')('reads a named pipe, which can be read only once', async () => {
    execFileSync('/usr/bin/env', ['mkfifo', folder.file('pipe')]);
    const writer = writeFile(folder.file('pipe'), 'name\nAnna\nBob\n');
    await folder.run({ input: 'pipe' });
    await writer;
    expect(accountedRows(folder)).toEqual([1, 2]);
    expect(folder.exists('out.csv.input')).toBe(false);
  });

  it('understands what Excel writes above a header, and reads by the delimiter that is told', async () => {
    folder.write('in.csv', '\uFEFFsep=|\r\nname|country\r\nSmith; John|gb\r\n');
    await folder.run();
    expect(folder.table('out.csv')).toMatchObject([{ line: '3', name: 'Smith; John' }]);
    folder.write('in.csv', 'name#country\nAnna#de\n');
    await folder.run({ delimiter: '#', force: true });
    expect(folder.table('out.csv')).toMatchObject([{ name: 'Anna' }]);
  });
});

describe('what stops a run before it begins', () => {
  async function refusal(settings: Parameters<BatchFolder['run']>[0] = {}): Promise<[string, string]> {
    const error = await folder.run(settings).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(InterdictError);
    expect(folder.exists('out.csv.lock')).toBe(false);
    const { code, message } = error as InterdictError;
    return [code, message.replaceAll(folder.path, '')];
  }

  it('an input that is empty, is no table, or has no row', async () => {
    const cases: [string | Uint8Array, string][] = [
      ['', 'in.csv is empty.'],
      ['\n \n\n', 'in.csv has no header line: it holds no text.'],
      ['name,country\n', 'in.csv holds a header and no row.'],
      ['name,country\n,\n\n', 'in.csv holds a header and no row.'],
      ['<!DOCTYPE html><html>', 'in.csv is no table: it is a web page or XML.'],
      [
        ' [ {"name":"A"}]',
        "in.csv is no table: it is one JSON array; give one object a line (jq -c '.[]' writes it so).",
      ],
      [Buffer.from('1f8b0800', 'hex'), 'in.csv is no table: it is packed with gzip; unpack it first.'],
      ['%PDF-1.7', 'in.csv is no table: it is a PDF.'],
      [
        '"name,country\nA,de\n',
        'in.csv has no header line: in its first line a quote is opened and never closed.',
      ],
    ];
    for (const [content, message] of cases) {
      folder.write('in.csv', content);
      expect(await refusal()).toEqual(['BATCH_INPUT', message]);
    }
    folder.write('in.csv', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    expect((await refusal())[1]).toMatch(/old kind \(\.xls\)/u);
    folder.write('in.csv', Buffer.from('504b030414000000', 'hex'));
    expect((await refusal())[0]).toBe('BATCH_INPUT');
  });

  it('a file that is not there, and a folder that is not there', async () => {
    expect(await refusal()).toEqual([
      'FILE_UNREADABLE',
      '/in.csv cannot be read or written: there is no such file or folder.',
    ]);
    folder.write('in.csv', 'name\nA\n');
    expect((await refusal({ output: 'no/where.csv' }))[0]).toBe('FILE_UNREADABLE');
  });

  it('columns of which none is a name', async () => {
    folder.write('in.csv', 'foo,bar\n1,2\n');
    expect(await refusal()).toEqual([
      'BATCH_COLUMNS',
      'No column gives the name of the party. The file has: "foo", "bar".',
    ]);
    expect((await folder.run({ map: ['name=foo'] })).counts.screened).toBe(1);
  });

  it('options that would do nothing', async () => {
    folder.write('in.csv', 'name\nA\n');
    expect(await refusal({ sheet: 'One' })).toEqual([
      'BATCH_INPUT',
      '--sheet is of no use for in.csv, which is CSV.',
    ]);
    folder.write('in.csv', '{"schema":"Person","properties":{"name":["A"]}}\n');
    expect((await refusal({ delimiter: ';' }))[1]).toMatch(/^--delimiter is of no use .* JSON lines\.$/u);
    expect((await refusal({ map: ['name=name'] }))[0]).toBe('BATCH_COLUMNS');
    expect((await refusal({ encoding: 'latin-17' }))[1]).toMatch(/^There is no encoding "latin-17"/u);
  });

  it('dates that can only be month first, unless the order is told', async () => {
    folder.write('in.csv', 'name,dob\nA,03/04/1966\nB,05/23/1966\n');
    const [code, message] = await refusal();
    expect(code).toBe('BATCH_DATE_ORDER');
    expect(message).toMatch(
      /^Line 3 has the date "05\/23\/1966", which can only be month first.*--date-order month-first/u,
    );
    await folder.run({ dateOrder: 'month-first', output: 'out.jsonl', format: 'jsonl' });
    expect(folder.text('out.jsonl')).toContain('"birthDate":["1966-03-04"]');
    const told = await folder.run({ dateOrder: 'day-first' });
    expect(told.counts.valuesLeftOut).toBe(1);
    expect(told.notes.at(-1)).toMatch(/^1 date can only be read month first/u);
  });

  it('no dates but those of date columns', async () => {
    folder.write('in.csv', 'name,order date\nA,05/23/1966\n');
    expect((await folder.run()).counts.screened).toBe(1);
  });

  it('results that are there already, or that would replace the input', async () => {
    folder.write('in.csv', 'name\nA\n');
    folder.write('out.csv', 'precious');
    expect(await refusal()).toEqual(['BATCH_OUTPUT_EXISTS', '/out.csv is there already.']);
    expect(folder.text('out.csv')).toBe('precious');
    await folder.run({ force: true });
    expect(folder.text('out.csv')).not.toContain('precious');
    const [code] = await refusal({ output: 'in.csv', force: true });
    expect(code).toBe('BATCH_OUTPUT_EXISTS');
    expect(folder.text('in.csv')).toBe('name\nA\n');
  });

  it('another process that is writing the same results, as long as it lives', async () => {
    folder.write('in.csv', 'name\nA\n');
    folder.write('out.csv.lock', String(process.ppid));
    await expect(folder.run()).rejects.toMatchObject({ code: 'BATCH_BUSY' });
    folder.write('out.csv.lock', '999999999');
    expect((await folder.run()).state).toBe('finished');
  });

  it.skipIf(process.platform !== 'linux')(
    'no process that only has the number of one that is gone',
    async () => {
      folder.write('in.csv', 'name\nA\n');
      folder.write('out.csv.lock', `${process.ppid} 1`);
      expect((await folder.run()).state).toBe('finished');
    },
  );

  it('a second run over the same results in one process', async () => {
    folder.write('in.csv', 'name\nA\n');
    const [first, second] = await Promise.allSettled([folder.run(), folder.run()]);
    expect(first).toMatchObject({ value: { state: 'finished' } });
    expect(second).toMatchObject({ reason: { code: 'BATCH_BUSY' } });
  });
});

describe('hostile rows', () => {
  it('a cell of ten megabytes is set aside and the next row is read', async () => {
    folder.write(
      'in.csv',
      `name,country\nA,de\n${'x'.repeat(10_000_000)},de\n"${'y\n'.repeat(5)}z",fr\nB,de\n`,
    );
    const { counts } = await folder.run();
    expect(counts).toMatchObject({ rows: 4, screened: 3, notScreened: 1 });
    expect(folder.table('out.csv.problems.csv')).toMatchObject([
      { row: '2', reason: 'it is too long (10,000,004 characters)' },
    ]);
    expect(folder.bytes('out.csv.problems.csv').length).toBeLessThan(5_000);
  });

  it('NUL bytes, half characters and unpaired surrogates are removed, reported, and come out well-formed', async () => {
    const parts = [
      'name,country\n',
      'A\0B,d\0e\n',
      'Müller Łukasz Ольга,de\n',
      Uint8Array.of(0xc3),
      ',de\n',
      'Z',
    ];
    folder.write(
      'in.csv',
      Buffer.concat([...parts.map((part) => Buffer.from(part)), Buffer.from(',\u00e9').subarray(0, 2)]),
    );
    const { counts, notes } = await folder.run();
    expect(notes[1]).toMatch(/2 damaged place/u);
    expect(counts).toMatchObject({ rows: 4, screened: 3, notScreened: 1 });
    expect(folder.table('out.csv').map((line) => line.name)).toEqual(['AB', 'Müller Łukasz Ольга', 'Z']);
    folder.write('in.json', '{"name":"A\\ud83d\\u0000"}\n{"name":"\\udc00"}\n');
    await folder.run({ input: 'in.json', output: 'out.jsonl', format: 'jsonl' });
    expect(JSON.parse(folder.text('out.jsonl')).query.properties.name).toEqual(['A\uFFFD']);
    expect(folder.table('out.jsonl.problems.csv').map((line) => line.outcome)).toEqual([
      'screened without',
      'not screened',
    ]);
  });

  it('equal headings give values to one property, and only one id', async () => {
    folder.write('in.csv', 'id,id,name,name,country\n1,2,Anna,Ana,de\n');
    const { notes } = await folder.run({ output: 'out.jsonl', format: 'jsonl' });
    expect(JSON.parse(folder.text('out.jsonl')).query).toEqual({
      id: '1',
      schema: 'LegalEntity',
      properties: { name: ['Anna', 'Ana'], country: ['de'] },
    });
    expect(notes[1]).toBe('columns: id -> id, name -> name, name -> name, country -> country; not used: id');
  });

  it('a formula in a name, an id or a broken row cannot run from the results', async () => {
    folder.write('in.csv', 'id,name\n=1+1,"=cmd|\' /C calc\'!A0"\n@x,+49 Ltd\n-1,Foo;=2+2\n=3,a,b\n');
    await folder.run();
    const cells = [...folder.table('out.csv'), ...folder.table('out.csv.problems.csv')].flatMap((line) =>
      Object.values(line),
    );
    expect(cells.filter((cell) => /^[=+\-@]/u.test(cell) || /[;,|]\s*[=+\-@]/u.test(cell))).toEqual([]);
    expect(folder.table('out.csv').map((line) => [line.id, line.name])).toEqual([
      ["'=1+1", "'=cmd|' /C calc'!A0"],
      ["'@x", "'+49 Ltd"],
      ["'-1", "Foo;'=2+2"],
    ]);
  });
});

describe('memory and order', () => {
  it('does not read ahead of the results by more than a few chunks', async () => {
    folder.write('in.csv', [...customerFile(1_000, 3)].join(''));
    const job = await prepareBatch({
      input: folder.file('in.csv'),
      output: folder.file('out.csv'),
      format: 'csv',
    });
    let read = 0;
    let written = 0;
    let furthest = 0;
    async function* counted(): AsyncGenerator<SourceRow> {
      for await (const row of job.source.rows()) {
        read += 1;
        furthest = Math.max(furthest, read - written);
        yield row;
      }
    }
    const onProgress = ({ done }: BatchProgress): void => {
      written = done;
    };
    const source = { ...job.source, rows: counted };
    await runBatch({ ...job, source }, fakeScreener(), { chunkRows: 10, chunksInFlight: 3, onProgress });
    await job.close();
    expect(read).toBe(1_000);
    expect(furthest).toBe(30);
  });

  it('keeps the order of the rows whichever chunk is answered first', async () => {
    folder.write('in.csv', [...customerFile(300, 4)].join(''));
    await folder.run();
    const inOrder = folder.text('out.csv');
    let turn = 0;
    const uneven: BatchScreener = {
      fingerprint: 'fake',
      screen: async (queries) => {
        turn += 1;
        await new Promise((resolve) => setTimeout(resolve, turn % 2 === 0 ? 0 : 5));
        return queries.map(fakeScreening);
      },
    };
    await folder.run({ screener: uneven, chunkRows: 20, chunksInFlight: 4, force: true });
    expect(folder.text('out.csv')).toBe(inOrder);
  });

  it('stops with an error if the screener answers too few', async () => {
    folder.write('in.csv', 'name\nA\nB\n');
    const short: BatchScreener = { fingerprint: 'short', screen: async () => [] };
    await expect(folder.run({ screener: short })).rejects.toMatchObject({ code: 'INTERNAL' });
  });

  it('tells how far it has come', async () => {
    folder.write('in.csv', [...customerFile(100, 5)].join(''));
    const seen: unknown[] = [];
    await folder.run({
      chunkRows: 40,
      chunksInFlight: 1,
      screener: fakeScreener(),
      onProgress: ({ phase, done, total }) => seen.push([phase, done, total]),
    });
    expect(seen).toEqual([
      ['examining', expect.any(Number), expect.any(Number)],
      ['screening', 0, expect.any(Number)],
      ['screening', expect.any(Number), expect.any(Number)],
      ['screening', expect.any(Number), expect.any(Number)],
      ['screening', 100, 100],
    ]);
  });
});
