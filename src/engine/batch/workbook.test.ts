import { renameSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BatchFolder } from '../../../test/fixtures/batch/batch-folder.ts';
import { customerFile } from '../../../test/fixtures/batch/customer-rows.ts';
import { fakeScreening } from '../../../test/fixtures/batch/fake-screener.ts';
import { fileFromDisk } from '../../lists/list-file.ts';
import { type XlsxRow, xlsxRows } from '../../lists/read/xlsx.ts';
import { WorkbookWriter } from './workbook-writer.ts';

let folder: BatchFolder;
beforeEach(() => {
  folder = new BatchFolder();
});
afterEach(() => folder.remove());

/** The workbook as another program reads it. */
async function readElsewhere(name: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(folder.file(name));
  return workbook;
}

async function ownRows(name: string, sheet?: string): Promise<XlsxRow[]> {
  const rows: XlsxRow[] = [];
  for await (const row of xlsxRows(fileFromDisk(folder.file(name)), sheet === undefined ? {} : { sheet }))
    rows.push(row);
  return rows;
}

describe('a workbook of customers', () => {
  /** Written by another program than ours, with real dates, numbers, formulas and a second sheet. */
  async function writeCustomers(): Promise<void> {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Customers');
    sheet.addRow(['customer_no', 'full_name', 'date_of_birth', 'country', '']);
    sheet.addRow([
      1001,
      'Ashot Mkrtychev',
      new Date(Date.UTC(1966, 4, 7)),
      'Slovakia',
      'a remark without heading',
    ]);
    sheet.addRow([]);
    sheet.addRow([
      'C-2',
      { richText: [{ text: 'Jane ' }, { text: 'Doe', font: { bold: true } }] },
      '07/05/1966',
    ]);
    sheet.addRow([3, { formula: 'A1&"x"', result: 'Result Ltd' }, 1966]);
    sheet.addRow([4, { error: '#N/A' }]);
    const other = workbook.addWorksheet('Old');
    other.addRow(['name']);
    other.addRow(['Anna']);
    await workbook.xlsx.writeFile(folder.file('in.xlsx'));
  }

  it('is read with its dates, numbers, texts and results of formulas', async () => {
    await writeCustomers();
    const { counts, notes } = await folder.run({ input: 'in.xlsx', output: 'out.jsonl', format: 'jsonl' });
    const lines = folder
      .text('out.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ line, query }) => [line, query])).toEqual([
      [
        2,
        {
          id: '1001',
          schema: 'Person',
          properties: { name: ['Ashot Mkrtychev'], birthDate: ['1966-05-07'], country: ['sk'] },
        },
      ],
      [4, { id: 'C-2', schema: 'Person', properties: { name: ['Jane Doe'], birthDate: ['1966-05-07'] } }],
      [5, { id: '3', schema: 'Person', properties: { name: ['Result Ltd'], birthDate: ['1966'] } }],
    ]);
    expect(folder.table('out.jsonl.problems.csv')).toMatchObject([
      { row: '4', line: '6', reason: 'its name cannot be used: it is an error of the spreadsheet' },
    ]);
    expect(counts).toMatchObject({ rows: 4, screened: 3, notScreened: 1 });
    expect(notes[0]).toBe('in.xlsx: XLSX, first sheet, 4 rows');
  });

  it('is told by its content, and gives the sheet that is asked for', async () => {
    await writeCustomers();
    folder.write('customers.csv', folder.bytes('in.xlsx'));
    await folder.run({ input: 'customers.csv', sheet: 'Old' });
    expect(folder.table('out.csv')).toMatchObject([{ name: 'Anna' }]);
    await expect(folder.run({ input: 'in.xlsx', sheet: 'None', force: true })).rejects.toMatchObject({
      code: 'BATCH_INPUT',
    });
  });
});

describe('results as a workbook', () => {
  it('have the columns of the CSV, numbers as numbers and texts as texts that nothing runs', async () => {
    folder.write('in.csv', [...customerFile(300, 21)].join(''));
    await folder.run({ output: 'out.csv' });
    await folder.run({ output: 'out.xlsx', format: 'xlsx' });
    const workbook = await readElsewhere('out.xlsx');
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['Results', 'Run']);
    const sheet = workbook.getWorksheet('Results');
    const csv = folder.table('out.csv');
    const headings = ((sheet?.getRow(1).values ?? []) as string[]).slice(1);
    expect(headings).toEqual(Object.keys(csv[0] ?? {}));
    expect(sheet?.rowCount).toBe(csv.length + 1);
    const plain = (text: string): string => text.replaceAll("'", '');
    for (const [index, line] of csv.entries()) {
      const row = sheet?.getRow(index + 2);
      for (const [column, heading] of headings.entries()) {
        const value = row?.getCell(column + 1).value ?? '';
        expect(plain(String(value)), `${heading} of row ${line.row}`).toBe(plain(line[heading] ?? ''));
        expect(typeof value === 'string' || typeof value === 'number').toBe(true);
      }
    }
    expect(sheet?.getCell('A2').value).toBe(1);
    expect(folder.exists('out.xlsx.part')).toBe(false);
    expect(folder.exists('out.xlsx.converting')).toBe(false);
    expect(folder.text('out.xlsx.problems.csv')).toBe(folder.text('out.csv.problems.csv'));
  });

  it('keep a formula a text', async () => {
    folder.write('in.csv', 'name\n=1+1\n');
    await folder.run({ output: 'out.xlsx', format: 'xlsx' });
    const [, row] = await ownRows('out.xlsx', 'Results');
    expect(row?.cells[3]).toEqual({ text: '=1+1', kind: 'text' });
    const cell = (await readElsewhere('out.xlsx')).getWorksheet('Results')?.getCell('D2');
    expect(cell?.value).toBe('=1+1');
    expect(cell?.numFmt).toBe('@');
  });

  it('go on after a cut like the others, also in the middle of the conversion', async () => {
    folder.write('in.csv', [...customerFile(300, 22)].join(''));
    await folder.run({ output: 'whole.xlsx', format: 'xlsx' });
    let asked = 0;
    const failing = {
      fingerprint: 'fake',
      screen: async (queries: Parameters<typeof fakeScreening>[0][]) => {
        asked += 1;
        if (asked === 5) throw new Error('went down');
        return queries.map(fakeScreening);
      },
    };
    const settings = { output: 'out.xlsx', format: 'xlsx', chunkRows: 20 } as const;
    await expect(folder.run({ ...settings, screener: failing as never })).rejects.toThrow('went down');
    folder.write('out.xlsx.converting', 'half a workbook');
    const journal = folder.text('out.xlsx.journal');
    await folder.run(settings);
    expect(folder.bytes('out.xlsx').equals(folder.bytes('whole.xlsx'))).toBe(true);
    // As it stands between the end of the conversion and the new name.
    renameSync(folder.file('out.xlsx'), folder.file('out.xlsx.converting'));
    folder.write('out.xlsx.journal', `${journal}{"finished":true}\n`);
    await folder.run(settings);
    expect(folder.bytes('out.xlsx').equals(folder.bytes('whole.xlsx'))).toBe(true);
  });

  it('say on a sheet of their own which run it was', async () => {
    folder.write('in.csv', 'name\nAnna\n');
    await folder.run({ output: 'out.xlsx', format: 'xlsx' });
    const rows = await ownRows('out.xlsx', 'Run');
    const facts = Object.fromEntries(rows.map((row) => [row.cells[0]?.text, row.cells[1]?.text]));
    expect(facts).toMatchObject({
      input: 'in.csv',
      rows: '1',
      columns: 'name -> name',
      'lists of': '2026-11-22',
    });
  });
});

describe('writing workbooks', () => {
  const columns = [{ heading: 'a', width: 10 }];

  async function written(texts: readonly string[]): Promise<string[]> {
    const workbook = await WorkbookWriter.create(folder.file('w.xlsx'));
    await workbook.addTable(
      'One',
      columns,
      texts.map((text) => [text]),
    );
    await workbook.close();
    const [, ...rows] = await ownRows('w.xlsx');
    const other = (await readElsewhere('w.xlsx')).getWorksheet('One');
    expect(other?.rowCount).toBe(texts.length + 1);
    return rows.map((row) => row.cells[0]?.text ?? '');
  }

  it('brings back every text that XML and Excel can hold, and drops only what they cannot', async () => {
    const texts = [
      '<a> & "b" \'c\'',
      ' spaces  kept ',
      'two\nlines',
      'a\tb',
      '_x0041_',
      'Ольга 小明 🚢',
      'a\u2028b',
    ];
    expect(await written(texts)).toEqual(texts);
    expect(await written(['a\0b\u0007c', 'x\uD83D'])).toEqual(['abc', 'x\uFFFD']);
    expect(await written(['a\rb'])).toEqual(['a\rb']);
  });

  it('cuts a text that Excel could not open, and marks the cut', async () => {
    const [text] = await written(['x'.repeat(40_000)]);
    expect(text?.length).toBe(32_767);
    expect(text?.endsWith('x…')).toBe(true);
  });

  it('gives a table without rows a header', async () => {
    expect(await written([])).toEqual([]);
  });

  it('goes on in another sheet where one is full, and not before', async () => {
    const rows = (count: number): string[][] => Array.from({ length: count }, (_, index) => [`r${index}`]);
    const workbook = await WorkbookWriter.create(folder.file('w.xlsx'), 4);
    await workbook.addTable('Full', columns, rows(3));
    await workbook.addTable('More', columns, rows(4));
    await workbook.close();
    const sheets = (await readElsewhere('w.xlsx')).worksheets;
    expect(sheets.map((sheet) => [sheet.name, sheet.rowCount])).toEqual([
      ['Full', 4],
      ['More', 4],
      ['More 2', 2],
    ]);
    expect(sheets[2]?.getCell('A1').value).toBe('a');
    expect(sheets[2]?.getCell('A2').value).toBe('r3');
  });
});
