import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32, deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileFromBytes, fileFromDisk, type ListFile } from '../list-file.ts';
import { type XlsxCell, xlsxRows, xlsxSavedAt } from './xlsx.ts';
import type { WorkbookOptions } from './xlsx-workbook.ts';
import { openZip } from './zip.ts';

const shared = fileURLToPath(new URL('../../../../shared/lists/', import.meta.url));

interface Part {
  readonly name: string;
  readonly text: string;
  readonly isStored?: boolean;
  readonly checksum?: number;
  readonly flags?: number;
}

/** A zip archive as its specification describes it (PKWARE APPNOTE 4.3), with room for mistakes. */
function zipOf(...parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.text);
    const packed = part.isStored ? content : deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(part.flags ?? 0, 2);
    common.writeUInt16LE(part.isStored ? 0 : 8, 4);
    common.writeUInt32LE(part.checksum ?? crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(Buffer.byteLength(part.name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(part.name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, rest, Buffer.from(part.name)]));
    bodies.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, ...directory, Buffer.from('PK\x05\x06'), end]);
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function workbookParts(
  sheet: string,
  more: { strings?: string; styles?: string; book?: string } = {},
): Part[] {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  return [
    {
      name: '_rels/.rels',
      text: `<Relationships>${relation('r1', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      text: more.book ?? '<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'sharedStrings', 'sharedStrings.xml')}${relation('r3', 'styles', 'styles.xml')}</Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      text: `<x:worksheet><x:sheetData>${sheet}</x:sheetData></x:worksheet>`,
    },
    { name: 'xl/sharedStrings.xml', text: `<sst>${more.strings ?? ''}</sst>` },
    { name: 'xl/styles.xml', text: `<styleSheet>${more.styles ?? ''}</styleSheet>` },
  ];
}

function workbook(...[sheet, more]: Parameters<typeof workbookParts>): ListFile {
  return fileFromBytes('book.xlsx', zipOf(...workbookParts(sheet, more)));
}

async function texts(file: ListFile, options?: WorkbookOptions): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { cells } of xlsxRows(file, options)) rows.push(cells.map((cell) => cell.text));
  return rows;
}

async function cells(file: ListFile): Promise<readonly XlsxCell[]> {
  for await (const row of xlsxRows(file)) return row.cells;
  return [];
}

async function excel(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<ListFile> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Customers'), book);
  return fileFromBytes('book.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
}

describe('the rows of a workbook', () => {
  it('come with their number, with blanks between and without blanks after', async () => {
    const file = workbook(
      '<row r="3"><c r="B3" t="inlineStr"><is><t>two</t></is></c><c r="D3" t="b"><v>1</v></c><c r="F3" s="0"/></row><row r="4"/>',
    );
    const rows = [];
    for await (const row of xlsxRows(file)) rows.push(row);
    expect(rows).toEqual([
      {
        line: 3,
        cells: [
          { text: '', kind: 'blank' },
          { text: 'two', kind: 'text' },
          { text: '', kind: 'blank' },
          { text: 'TRUE', kind: 'boolean' },
        ],
      },
      { line: 4, cells: [] },
    ]);
  });

  it('are read where rows and cells do not say their place', async () => {
    expect(
      await texts(workbook('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>')),
    ).toEqual([['1', '2'], ['3']]);
  });

  it('take shared text with its runs joined, escapes undone and Japanese reading aids left out', async () => {
    const strings =
      '<si><r><t>Mkrty</t></r><r><t xml:space="preserve">chev </t></r></si><si><t>山田</t><rPh sb="0" eb="2"><t>ヤマダ</t></rPh></si><si><t>a_x000D_b_x005F_x000D_</t></si>';
    const sheet = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>';
    expect(await texts(workbook(sheet, { strings }))).toEqual([['Mkrtychev ', '山田', 'a\rb_x000D_']]);
  });

  it('tell a date from a number by the format, as exact as the format shows', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="[$-C09]d\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="0&quot; days&quot;"/><numFmt numFmtId="166" formatCode="yyyy"/><numFmt numFmtId="167" formatCode="0000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="17"/><xf numFmtId="165"/><xf numFmtId="22"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs>';
    const cell = (style: number, value: string): string => `<c s="${style}"><v>${value}</v></c>`;
    const sheet = `<row>${cell(0, '24234')}${cell(1, '24234')}${cell(2, '24234')}${cell(3, '24234')}${cell(4, '24234')}${cell(5, '24234.5625')}${cell(6, '24234')}${cell(7, '1234')}</row>`;
    expect(await cells(workbook(sheet, { styles }))).toEqual([
      { text: '24234', kind: 'number', serial: 24234 },
      { text: '1966-05-07', kind: 'date', serial: 24234 },
      { text: '1966-05-07', kind: 'date', serial: 24234 },
      { text: '1966-05', kind: 'date', serial: 24234 },
      { text: '24234', kind: 'number', serial: 24234 },
      { text: '1966-05-07 13:30:00', kind: 'date', serial: 24234.5625 },
      { text: '1966', kind: 'date', serial: 24234 },
      { text: '0001234', kind: 'number', serial: 1234 },
    ]);
  });

  it('count days from 1904 where the workbook says so', async () => {
    const book =
      '<workbook><workbookPr date1904="1"/><sheets><sheet name="A" r:id="r1"/></sheets></workbook>';
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>';
    const [cell] = await cells(workbook('<row><c><v>22772</v></c></row>', { styles, book }));
    expect(cell?.text).toBe('1966-05-07');
  });

  it('write long whole numbers out and keep what a formula gave', async () => {
    const sheet =
      '<row><c><v>1.234567890123E+15</v></c><c><v>0.10000000000000001</v></c><c t="str"><f>A1&amp;B1</f><v>joined</v></c><c t="e"><v>#N/A</v></c></row>';
    expect(await cells(workbook(sheet))).toMatchObject([
      { text: '1234567890123000', kind: 'number' },
      { text: '0.1', kind: 'number' },
      { text: 'joined', kind: 'text' },
      { text: '#N/A', kind: 'error' },
    ]);
  });

  it('come from the first sheet that is not hidden, or from the one that is asked for', async () => {
    const file = await excel((sheet, book) => {
      sheet.addRow(['hidden']);
      sheet.state = 'hidden';
      book.addWorksheet('Open').addRow(['open']);
    });
    expect(await texts(file)).toEqual([['open']]);
    expect(await texts(file, { sheet: 'Customers' })).toEqual([['hidden']]);
    await expect(texts(file, { sheet: 'Gone' })).rejects.toMatchObject({
      code: 'LIST_MALFORMED',
      message: 'book.xlsx has no sheet "Gone"; its sheets: "Customers", "Open".',
    });
  });

  it('give back whatever text another program wrote', async () => {
    const text = fc.string({ unit: 'binary' }).filter((value) => /\S/u.test(value) && !/\p{C}/u.test(value));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (values) => {
        const file = await excel((sheet) => void sheet.addRow(values));
        expect(await texts(file)).toEqual([values]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a workbook is refused', () => {
  const sheet = '<row r="7"><c r="A7"><v>1</v></c></row>';

  it('cut anywhere, saying that it was cut or damaged', async () => {
    const whole = zipOf(...workbookParts(sheet));
    for (let length = 4; length < whole.length; length += 97) {
      const file = fileFromBytes('book.xlsx', whole.subarray(0, length));
      await expect(texts(file)).rejects.toMatchObject({
        code: 'LIST_TRUNCATED',
        message: 'book.xlsx has no zip directory at its end; the file was cut.',
      });
    }
  });

  it.each([
    ['<html>not found</html>', 'LIST_WRONG_FORMAT', 'book.xlsx is no Excel workbook (.xlsx).'],
    [
      '\xD0\xCF\x11\xE0\xA1\xB1',
      'LIST_WRONG_FORMAT',
      'book.xlsx is an Excel file of the older format (.xls) or one protected by a password; save it as .xlsx without one.',
    ],
    ['', 'LIST_EMPTY', 'book.xlsx holds no bytes.'],
  ])('if it is %j', async (content, code, message) => {
    const file = fileFromBytes('book.xlsx', Buffer.from(content, 'latin1'));
    await expect(texts(file)).rejects.toMatchObject({ code, message });
  });

  it('if it is a zip archive of something else', async () => {
    const file = fileFromBytes('book.xlsx', zipOf({ name: 'readme.txt', text: 'hello', isStored: true }));
    await expect(texts(file)).rejects.toMatchObject({
      code: 'LIST_WRONG_FORMAT',
      message: 'book.xlsx is a zip archive but no Excel workbook (.xlsx).',
    });
  });

  it('if a part unpacks to more than the limit, before it has been unpacked', async () => {
    const bomb = workbook(`${sheet}<row>${' '.repeat(5_000_000)}</row>`);
    await expect(texts(bomb, { maxUnpackedBytes: 1_000_000 })).rejects.toMatchObject({
      code: 'LIST_MALFORMED',
      message:
        'book.xlsx is a damaged or unusual zip archive: "xl/worksheets/sheet1.xml" unpacks to over 1000000 bytes.',
    });
  });

  it('if one text does not end', async () => {
    const file = workbook(`${sheet}<row r="8"><c t="inlineStr"><is><t>${'x'.repeat(2_000_000)}`);
    await expect(texts(file)).rejects.toMatchObject({
      code: 'LIST_MALFORMED',
      message: 'book.xlsx is a damaged Excel workbook: row 8: it has a text of over 1048576 characters.',
    });
  });

  it.each([
    ['<row r="8"><c r="A8"', /row 8: not well-formed XML/u],
    ['<row r="8"><c r="A8"><v>abc</v></c></row>', /row 8: a number is written "abc"/u],
    [
      '<row r="8"><c r="A8" t="s"><v>5</v></c></row>',
      /row 8: a cell points to text 5, which does not exist/u,
    ],
    ['<row r="8"><c r="ZZZZ8"><v>5</v></c></row>', /row 8: a cell outside the sheet \(ZZZZ8\)/u],
  ])('if its sheet holds %s', async (more, message) => {
    await expect(texts(workbook(sheet + more))).rejects.toMatchObject({
      code: 'LIST_MALFORMED',
      message: expect.stringMatching(message),
    });
  });

  it('if a part is damaged, encrypted or missing', async () => {
    const damaged = workbookParts(sheet).map((part) => ({ ...part, checksum: 1 }));
    await expect(texts(fileFromBytes('a.xlsx', zipOf(...damaged)))).rejects.toThrow(
      /does not fit its checksum/u,
    );
    const locked = workbookParts(sheet).map((part) => ({ ...part, flags: 1 }));
    await expect(texts(fileFromBytes('a.xlsx', zipOf(...locked)))).rejects.toThrow(
      /protected by a password/u,
    );
    const without = workbookParts(sheet).filter((part) => !part.name.includes('sheet1'));
    await expect(texts(fileFromBytes('a.xlsx', zipOf(...without)))).rejects.toThrow(/has no part "xl/u);
  });

  it('with an answer of the table of errors, however its bytes are changed', async () => {
    const whole = zipOf(...workbookParts(sheet));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] as number) ^ change;
        const outcome = await texts(fileFromBytes('a.xlsx', bytes)).catch((error: Error) => error.name);
        expect(outcome === 'InterdictError' || Array.isArray(outcome)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a zip archive', () => {
  it('gives stored and deflated parts by name', async () => {
    const archive = await openZip(
      fileFromBytes('a.zip', zipOf({ name: 'a', text: 'one', isStored: true }, { name: 'ä/b', text: 'two' })),
    );
    const found: string[] = [];
    for (const name of archive.names)
      for await (const chunk of archive.file(name).open()) found.push(`${name}=${Buffer.from(chunk)}`);
    expect(found).toEqual(['a=one', 'ä/b=two']);
  });
});

describe.skipIf(!existsSync(shared))('the real workbooks of ../shared (left out where it is absent)', () => {
  it.each([
    ['au/dfat-2024-12/regulation8_consolidated.xlsx', 9_561, '2024-11-11T01:01:21Z'],
    ['uk/ofsi-conlist-2025-04-10/ConList.xlsx', 18_798, undefined],
  ])('%s gives all its rows', async (path, count, savedAt) => {
    const file = fileFromDisk(`${shared}${path}`);
    let rows = 0;
    for await (const _row of xlsxRows(file)) rows += 1;
    expect(rows).toBe(count);
    expect(await xlsxSavedAt(file)).toBe(savedAt);
  });
});
