import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { ofOneFile, readRecords } from '../../../test/support/read-list.ts';
import { textsOf, toFollowTheMoney } from '../../model/entity.ts';
import { type ListRecord, listingsOf, partyOf } from '../../model/record.ts';
import { fileFromBytes, fileFromDisk, type ListFile } from '../list-file.ts';
import { recogniseFile } from '../read-list.ts';
import { auDfatXlsx } from './au-dfat-xlsx.ts';

const shared = fileURLToPath(new URL('../../../../shared/lists/', import.meta.url));

/** The layout of 2026; that of 2024 lacks some of the columns. */
const HEADER = [
  'Reference',
  'Name of Individual or Entity',
  'Type',
  'Name Type',
  'Alias Strength',
  'Date of Birth',
  'Place of Birth',
  'Citizenship',
  'Address',
  'Additional Information',
  'Listing Information',
  'IMO Number',
  'Committees',
  'Control Date',
  'Instrument of Designation',
  'Targeted Financial Sanction',
  'Travel Ban',
  'Arms Embargo',
  'Maritime Restriction',
];
type Cells = Partial<Record<string, string | number | Date>>;

async function workbook(
  rows: readonly Cells[],
  header: readonly string[] = HEADER,
  modified = new Date('2026-09-03T22:30:00Z'),
): Promise<ListFile> {
  const book = new ExcelJS.Workbook();
  book.modified = modified;
  const sheet = book.addWorksheet('Consolidated List');
  sheet.addRow([...header]);
  for (const row of rows) sheet.addRow(header.map((heading) => row[heading] ?? null));
  return fileFromBytes('list.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
}

const read = (file: ListFile) => readRecords(ofOneFile(auDfatXlsx, 'au_dfat_sanctions', file));

function row(reference: string | number, name: string, more: Cells = {}): Cells {
  return {
    Reference: reference,
    'Name of Individual or Entity': name,
    Type: 'Individual',
    'Name Type': 'Primary Name',
    Committees: 'Autonomous (Russia)',
    ...more,
  };
}

describe('the Australian consolidated list', () => {
  it('makes one party of all rows that share a number, wherever they stand', async () => {
    const common = {
      'Date of Birth': new Date('1966-05-07T00:00:00Z'),
      'Place of Birth': 'Baku, Azerbaijan',
      Citizenship: 'a) Slovak b) Azerbaijani',
      'Additional Information': 'Trader.',
      'Control Date': new Date('2024-02-23T00:00:00Z'),
      'Instrument of Designation': 'Instrument No. 1 of 2024',
      'Targeted Financial Sanction': 'true',
      'Travel Ban': 'true',
      'Arms Embargo': 'false',
    };
    const { records, report } = await read(
      await workbook([
        row('9001a', 'Asot PRIKLAD ', {
          ...common,
          Type: 'individual ',
          'Name Type': 'Aka ',
          'Alias Strength': 'Strong',
        }),
        row(9002, 'OTHER PARTY', { Type: 'Entity' }),
        row('9001', 'Ashot PRIKLAD', common),
        row('9001b1', 'Прыклад', { ...common, 'Name Type': 'Original Script' }),
        row('9001c', 'Prick', { ...common, 'Name Type': 'Alias', 'Alias Strength': 'Weak' }),
        row('9001d', 'Old Name', { ...common, 'Name Type': 'Formerly known as' }),
      ]),
    );
    expect(report).toMatchObject({ rows: { main: 6 }, entities: 2, aliases: 4, published: '2026-09-04' });
    expect(records[0]?.entities.map(toFollowTheMoney)).toEqual([
      {
        id: 'au_dfat_sanctions-9001',
        schema: 'Person',
        properties: {
          topics: ['sanction'],
          name: ['Ashot PRIKLAD'],
          alias: ['Asot PRIKLAD', 'Прыклад'],
          weakAlias: ['Prick'],
          previousName: ['Old Name'],
          birthDate: ['1966-05-07'],
          birthPlace: ['Baku, Azerbaijan'],
          birthCountry: ['az'],
          citizenship: ['sk', 'az'],
          notes: ['Trader.', 'Control date: 2024-02-23'],
        },
      },
      {
        id: 'au_dfat_sanctions-9001-sanction-1',
        schema: 'Sanction',
        properties: {
          entity: ['au_dfat_sanctions-9001'],
          authority: ['Department of Foreign Affairs and Trade, Australian Sanctions Office'],
          program: ['Autonomous (Russia)'],
          country: ['au'],
          summary: ['Instrument No. 1 of 2024'],
          provisions: ['Targeted Financial Sanction; Travel Ban'],
          listingDate: ['2024-02-23'],
        },
      },
    ]);
    expect(partyOf(records[0] as ListRecord).properties['alias']?.[0]?.at).toBe('list.xlsx:2');
  });

  it('reads dates of birth as people wrote them, and keeps what is none', async () => {
    const dates: [string | number | Date, string[]][] = [
      [1965, ['1965']],
      ['a) Approximately 1955- 1957 b) 11 Apr. 1963', ['1955', '1956', '1957', '1963-04-11']],
      ['5 Feb. 1970 (this aka only, alt born 5 Feb. 1969)', ['1970-02-05']],
      ['19/03/1967; alt DOB: 19/11/1956', ['1967-03-19', '1956-11-19']],
      ['1945, 1946, 1950', ['1945', '1946', '1950']],
      ['14 Mar 1974 >> 1 Aug 1970', ['1974-03-14', '1970-08-01']],
      ['approximately 1977/1978', ['1977', '1978']],
      ['21. Jul 1997', ['1997-07-21']],
      ['24/06/1402 (Hijri Calendar)', []],
      ['NA', []],
    ];
    const rows = dates.map(([date], index) => row(index + 1, `PARTY ${index}`, { 'Date of Birth': date }));
    const { records, report } = await read(await workbook(rows));
    expect(records.map((record) => textsOf(partyOf(record), 'birthDate'))).toEqual(
      dates.map(([, expected]) => expected),
    );
    expect(partyOf(records[2] as ListRecord).properties['birthDate']?.[0]?.original).toMatch(
      /this aka only/u,
    );
    expect(textsOf(partyOf(records[8] as ListRecord), 'notes')).toContain(
      'birthDate: 24/06/1402 (Hijri Calendar)',
    );
    expect(report.valuesSetAside).toMatchObject([{ line: 10, text: '24/06/1402 (Hijri Calendar)' }]);
  });

  it('takes plain statements out of the free text and keeps the text', async () => {
    const text =
      'QDi.999. Passport no.: a) Indian number A-333602, issued on 4 Jun. 1985 b) Afghan passport number D000912 (expired on 1 Feb. 1996). National identification no.: 12345678. Gender: Male. Review pursuant to a resolution. https://www.interpol.int/x';
    const { records } = await read(await workbook([row(7, 'SOME ONE', { 'Additional Information': text })]));
    const [party, ...others] = (records[0] as ListRecord).entities.map(toFollowTheMoney);
    expect(party?.properties).toMatchObject({
      passportNumber: ['A-333602', 'D000912'],
      gender: ['male'],
      notes: [text],
    });
    expect(party?.properties).not.toHaveProperty('website');
    expect(
      others.filter(({ schema }) => schema === 'Passport').map(({ properties }) => properties),
    ).toMatchObject([
      { number: ['A-333602'], country: ['in'], startDate: ['1985-06-04'] },
      { number: ['D000912'], country: ['af'], endDate: ['1996-02-01'] },
    ]);
    expect(others.find(({ schema }) => schema === 'Sanction')?.properties).toMatchObject({
      unscId: ['QDi.999'],
    });
  });

  it('gives vessels their number, entities their country, and a listing for each committee', async () => {
    const { records } = await read(
      await workbook([
        row(8227, 'EXAMPLE SKIES', {
          Type: 'Vessel',
          'IMO Number': 9288693,
          'Listing Information': 'Listed on 18 Jun. 2025 (amended 1 July 2025)',
          'Control Date': new Date('2025-07-01T00:00:00Z'),
          'Maritime Restriction': 'true',
        }),
        row('5', 'EXAMPLE WORKS', {
          Type: 'Entity ',
          Citizenship: 'Russian',
          Address: '1 Main St, Moscow, Russia',
        }),
        row('5a', 'EX WORKS', { Type: 'Entity', 'Name Type': 'aka', Committees: '1718 (DPRK)' }),
      ]),
    );
    const [ship, works] = records as [ListRecord, ListRecord];
    expect(partyOf(ship)).toMatchObject({
      schema: 'Vessel',
      properties: { imoNumber: [{ value: '9288693' }] },
    });
    expect(listingsOf(ship)).toMatchObject([{ listedOn: '2025-06-18' }]);
    expect(textsOf(partyOf(works), 'country')).toEqual(['ru']);
    expect(textsOf(partyOf(works), 'address')).toEqual(['1 Main St, Moscow, Russia']);
    expect(listingsOf(works).map((listing) => listing.program)).toEqual([
      'Autonomous (Russia)',
      '1718 (DPRK)',
    ]);
  });

  it('takes columns in any order and keeps those that it does not know', async () => {
    const header = ['New Column', ...HEADER.toReversed()];
    const { records } = await read(await workbook([row(1, 'SOME ONE', { 'New Column': 'news' })], header));
    expect(textsOf(partyOf(records[0] as ListRecord), 'notes')).toEqual(['New Column: news']);
  });

  it('sets aside rows without reference, without name and without anything', async () => {
    const { report } = await read(
      await workbook([row('', 'NOBODY'), row('12', ''), {}, row('x9', 'ODD'), row(13, 'SOME ONE')]),
    );
    expect(report.rows).toEqual({ main: 5 });
    expect(report.rowsSetAside).toMatchObject([
      { line: 2, reason: 'no reference' },
      { line: 3, reason: 'no name' },
      { line: 4, reason: 'an empty row' },
      { line: 5, reason: 'no reference', text: expect.stringContaining('ODD') },
    ]);
  });

  it('refuses a list without a column that it needs, and one without a party', async () => {
    const header = HEADER.filter((heading) => heading !== 'Type');
    await expect(read(await workbook([row(1, 'X')], header))).rejects.toMatchObject({
      code: 'LIST_MALFORMED',
      message: expect.stringMatching(/^list\.xlsx, row 1: the column "Type" is missing; found Reference, /u),
      place: { file: 'list.xlsx', line: 1, field: 'Type' },
    });
    await expect(read(await workbook([]))).rejects.toMatchObject({ code: 'LIST_EMPTY' });
  });

  it('is recognised by its header, and no other workbook is', async () => {
    const file = await workbook([row(1, 'X')]);
    expect(await recogniseFile(file, [auDfatXlsx])).toMatchObject({ part: 'main', reader: auDfatXlsx });
    await expect(recogniseFile(await workbook([], ['Name', 'Country']), [auDfatXlsx])).rejects.toMatchObject({
      code: 'LIST_FORMAT_UNKNOWN',
      message: 'list.xlsx is a spreadsheet or a zip archive, and no list that is known is laid out like it.',
    });
  });
});

describe.skipIf(!existsSync(shared))('the real Australian list (left out without ../shared)', () => {
  it('gives every row to a party, and one party three names in two rows', async () => {
    const { records, report } = await read(
      fileFromDisk(`${shared}au/dfat-2024-12/regulation8_consolidated.xlsx`),
    );
    expect(report).toMatchObject({ rows: { main: 9_560 }, entities: 3_062, published: '2024-11-11' });
    expect(report.rowsSetAside.map((one) => one.reason)).toEqual(Array(7).fill('an empty row'));
    // All 6,491 rows of further names come out, but for those that repeat a name of their party.
    expect(report.aliases).toBeGreaterThan(6_460);
    expect(report.valuesSetAside.length).toBeLessThan(25);
    const found = records.find((record) => record.recordId === '7893') as ListRecord;
    expect(toFollowTheMoney(partyOf(found)).properties).toEqual({
      topics: ['sanction'],
      name: ['Ashot MKRTYCHEV'],
      alias: ['Asot MKRTYCEV'],
      birthDate: ['1966-05-07'],
      birthPlace: ['Baku, Azerbaijan'],
      birthCountry: ['az'],
      citizenship: ['sk', 'az'],
      notes: ['Arms dealer', 'Control date: 2024-02-23'],
    });
    expect(listingsOf(found)).toMatchObject([{ program: 'Autonomous (Russia)', listedOn: '2024-02-23' }]);
  });

  it('alone of all real files is recognised as it', async () => {
    const recognised: string[] = [];
    const entries = await readdir(shared, { recursive: true, withFileTypes: true });
    for (const { name, parentPath } of entries.filter((entry) => entry.isFile())) {
      const file = fileFromDisk(join(parentPath, name));
      await recogniseFile(file, [auDfatXlsx]).then(
        () => recognised.push(name),
        () => undefined,
      );
    }
    expect(recognised).toEqual(['regulation8_consolidated.xlsx']);
  });
});
