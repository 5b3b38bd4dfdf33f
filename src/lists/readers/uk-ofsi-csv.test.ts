import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { ofOneFile, readRecords } from '../../../test/support/read-list.ts';
import { toFollowTheMoney } from '../../model/entity.ts';
import { listingsOf, partyOf } from '../../model/record.ts';
import { fileFromBytes, fileFromDisk, type ListFile } from '../list-file.ts';
import { csvRows } from '../read/csv.ts';
import { lostWords } from './lost-words.ts';
import { ukOfsiCsv } from './uk-ofsi-csv.ts';

const shared = fileURLToPath(
  new URL('../../../../shared/lists/uk/ofsi-conlist-2025-04-10/ConList.csv.gz', import.meta.url),
);

const HEADER =
  'Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,Non-Latin Script Type,Non-Latin Script Language,DOB,Town of Birth,Country of Birth,Nationality,Passport Number,Passport Details,National Identification Number,National Identification Details,Position,Address 1,Address 2,Address 3,Address 4,Address 5,Address 6,Post/Zip Code,Country,Other Information,Group Type,Alias Type,Alias Quality,Regime,Listed On,UK Sanctions List Date Designated,Last Updated,Group ID';
const COLUMNS = HEADER.split(',');
const DATED = 'Last Updated,10/04/2025\n';

function row(cells: Readonly<Record<string, string>>): string {
  for (const heading of Object.keys(cells)) if (!COLUMNS.includes(heading)) throw new Error(heading);
  return `${COLUMNS.map((heading) => `"${(cells[heading] ?? '').replaceAll('"', '""')}"`).join(',')}\n`;
}

// Invented parties in the layout of the list.
const PERSON = {
  'Group ID': '90001',
  'Group Type': 'Individual',
  Title: '(1) Mullah (2) Haji',
  'Town of Birth': '(1) Tunis (2) Maskara (3) -',
  'Country of Birth': '(1) Tunisia (2-3) Algeria',
  Nationality: '(1) Tunisia. (2) Utopia',
  'Passport Number': '(1) G827238 (2) - (3) R348',
  'Passport Details': '(1) Tunisia number, issued on 1 June 1996 (expired on 31 May 2001) (2) Lost. (3) -',
  'National Identification Number': '653225197110100533',
  'National Identification Details': 'Chinese national identity card number',
  Position: '(1) Minister of Rain (2) Envoy',
  'Other Information':
    '(UK Sanctions List Ref):AFG9001. Financial sanctions imposed in addition to an asset freeze: Trust services. (UN Ref):TAi.901. Belongs to the Rain tribe (as of (2022): so it is said). (UK Statement of Reasons):Made rain. (Phone number):(1) +93 700 000 001 (2) +93 700 000 002 (Email address):a@example.af. b@example.af (Website):Social media: http://example.af/x (Gender):Male',
  Regime: 'Afghanistan',
  'Listed On': '23/02/2001',
  'UK Sanctions List Date Designated': '31/12/2020',
  'Last Updated': '01/02/2021',
};
const ENTITY = {
  'Group ID': '90002',
  'Group Type': 'Entity',
  'Alias Type': 'Primary name',
  'Name 6': 'EXAMPLE RAIN LLC',
  'Address 6': 'Minsk',
  Country: 'Belarus (previous address)',
  'Other Information':
    '(UK Sanctions List Ref):BEL9001. (UK Statement of Reasons):Sold rain. (Type of entity):Limited Liability Company (Parent company):EXAMPLE HOLDING (EH) (Business Reg No):(1) UNP: 101 544 478 (2) OGRN 1027700132195',
  Regime: 'Belarus',
  'Listed On': '01/02/2022',
  'Last Updated': '01/02/2022',
};
const ROWS = [
  row({
    ...PERSON,
    'Name 6': 'EXAMPLE',
    'Name 1': 'ABDUL',
    'Alias Type': 'AKA',
    'Alias Quality': 'Low quality',
    DOB: '00/00/1961',
  }),
  row(ENTITY),
  row({
    ...PERSON,
    'Name 6': 'EXAMPLE',
    'Name 1': 'ABDULLAH',
    'Name 2': 'BIN',
    'Name 3': 'RAIN',
    'Alias Type': 'Primary name',
    'Name Non-Latin Script': 'عبدالله',
    'Non-Latin Script Language': 'Persian/Farsi',
    DOB: '00/00/1961',
  }),
  row({
    ...PERSON,
    'Name 6': 'EXAMPLE',
    'Name 1': 'ABDULLAH',
    'Name 2': 'BIN',
    'Name 3': 'RAIN',
    'Alias Type': 'Primary name',
    DOB: '01/09/1957',
  }),
  row({
    ...PERSON,
    'Name 6': 'EXEMPLAR',
    'Name 1': 'ABDULLAH',
    'Alias Type': 'Primary name variation',
    DOB: '01/09/1957',
  }),
  row({
    ...PERSON,
    'Name 6': 'OLDNAME',
    'Alias Type': 'FKA',
    Regime: 'Iraq',
    'Listed On': '01/01/2003',
    DOB: '01/09/1957',
  }),
  row({
    'Group ID': '90003',
    'Group Type': 'Entity',
    'Alias Type': 'Primary name variation',
    'Name 6': 'EXAMPLE HOLDING',
    Regime: 'Belarus',
    'Listed On': '01/02/2022',
  }),
];
const CSV = `${DATED}${HEADER}\n${ROWS.join('')}`;

const read = (file: ListFile) => readRecords(ofOneFile(ukOfsiCsv, 'gb_hmt_sanctions', file));

const readText = (text: string) => read(fileFromBytes('ConList.csv', text));

describe('the OFSI list', () => {
  it('gathers the rows of a group and takes their texts apart', async () => {
    const { of, report } = await readText(CSV);
    expect(report).toMatchObject({
      published: '2025-04-10',
      rows: { main: 7 },
      entities: 3,
      rowsSetAside: [],
    });
    expect(toFollowTheMoney(partyOf(of('90001'))).properties).toEqual({
      name: ['ABDULLAH BIN RAIN EXAMPLE'],
      firstName: ['ABDULLAH'],
      secondName: ['BIN'],
      middleName: ['RAIN'],
      lastName: ['EXAMPLE', 'EXEMPLAR'],
      alias: ['ABDULLAH EXEMPLAR', 'عبدالله'],
      weakAlias: ['ABDUL EXAMPLE'],
      previousName: ['OLDNAME'],
      topics: ['sanction'],
      birthDate: ['1961', '1957-09-01'],
      birthPlace: ['Tunis, Tunisia', 'Maskara, Algeria', 'Algeria'],
      birthCountry: ['tn', 'dz'],
      nationality: ['tn'],
      gender: ['male'],
      passportNumber: ['G827238', 'R348'],
      idNumber: ['653225197110100533'],
      title: ['Mullah', 'Haji'],
      position: ['Minister of Rain', 'Envoy'],
      phone: ['+93 700 000 001', '+93 700 000 002'],
      email: ['a@example.af', 'b@example.af'],
      website: ['http://example.af/x'],
      modifiedAt: ['2021-02-01'],
      notes: [
        'nationality: Utopia',
        'Passport: Lost.',
        'Website: Social media: http://example.af/x',
        'Date designated on the UK Sanctions List: 31/12/2020 (Afghanistan)',
        'Date designated on the UK Sanctions List: 31/12/2020 (Iraq)',
        'Belongs to the Rain tribe (as of (2022): so it is said).',
      ],
    });
    expect(partyOf(of('90001')).properties.name).toEqual([
      { value: 'ABDULLAH BIN RAIN EXAMPLE', at: 'ConList.csv:5', original: 'EXAMPLE, ABDULLAH BIN RAIN' },
    ]);
    expect(partyOf(of('90001')).properties.alias?.[1]?.lang).toBe('fa');
    expect(listingsOf(of('90001'))).toMatchObject([
      { program: 'Afghanistan', listedOn: '2001-02-23', reason: 'Made rain.' },
      { program: 'Iraq', listedOn: '2003-01-01', reason: 'Made rain.' },
    ]);
    const [sanction, passport] = ['Sanction', 'Passport'].map((schema) =>
      of('90001').entities.find((entity) => entity.schema === schema),
    );
    expect(sanction && toFollowTheMoney(sanction).properties).toMatchObject({
      authorityId: ['AFG9001'],
      unscId: ['TAi.901'],
      provisions: ['Financial sanctions imposed in addition to an asset freeze: Trust services.'],
    });
    expect(passport && toFollowTheMoney(passport).properties).toMatchObject({
      country: ['tn'],
      startDate: ['1996-06-01'],
      endDate: ['2001-05-31'],
    });
  });

  it('gives a company with its numbers, its parent and its former address', async () => {
    const { of } = await readText(CSV);
    expect(toFollowTheMoney(partyOf(of('90002')))).toMatchObject({
      schema: 'Company',
      properties: {
        name: ['EXAMPLE RAIN LLC'],
        registrationNumber: ['UNP: 101 544 478'],
        ogrnCode: ['1027700132195'],
        address: ['Minsk, Belarus'],
        legalForm: ['Limited Liability Company'],
        notes: ['Parent company: EXAMPLE HOLDING (EH)'],
      },
    });
    const [address, link] = ['Address', 'Ownership'].map((schema) =>
      of('90002').entities.find((entity) => entity.schema === schema),
    );
    expect(address?.properties.remarks?.[0]?.value).toBe('Country in the list: Belarus (previous address)');
    expect(link && toFollowTheMoney(link).properties).toEqual({
      asset: ['gb_hmt_sanctions-90002'],
      owner: ['gb_hmt_sanctions-90003'],
      role: ['Parent company'],
    });
  });

  it('calls a party by its first name where no name is called primary', async () => {
    const { of } = await readText(CSV);
    expect(toFollowTheMoney(partyOf(of('90003'))).properties).toMatchObject({ name: ['EXAMPLE HOLDING'] });
  });

  it('reports a country that it does not know', async () => {
    const { report } = await readText(CSV);
    expect(report.valuesSetAside).toMatchObject([{ text: 'Utopia', at: 'ConList.csv:3' }]);
  });

  it('sets a row without a group aside, naming the line', async () => {
    const { report } = await readText(`${CSV}${row({ 'Name 6': 'NOBODY' })}${ROWS[1]}`);
    expect(report.rowsSetAside).toMatchObject([{ line: 10, reason: 'no Group ID', text: 'NOBODY' }]);
  });

  it.each([
    ['cut within a row', CSV.slice(0, CSV.lastIndexOf(',""')), 'LIST_TRUNCATED', 'line 9'],
    ['cut within a quoted cell', CSV.slice(0, -2), 'LIST_TRUNCATED', 'not closed'],
    [
      'without a column that says who it is',
      CSV.replace(',Group ID', ',Group No'),
      'LIST_MALFORMED',
      '"Group ID"',
    ],
    ['of headers only', `${DATED}${HEADER}\n`, 'LIST_EMPTY', 'no listed party'],
    ['with one line', DATED, 'LIST_TRUNCATED', 'header'],
    ['that is a web page', '<!DOCTYPE html><html></html>', 'LIST_WRONG_FORMAT', 'web page'],
    ['of nothing', '\n', 'LIST_EMPTY', 'no row'],
  ])('refuses a file %s', async (_what, text, code, words) => {
    await expect(readText(text)).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
  });

  it('parts passport numbers that stand in one cell, and takes no place for a telephone number', async () => {
    const cells = {
      'Group ID': '90004',
      'Group Type': 'Individual',
      'Alias Type': 'Primary name',
      'Name 6': 'EXAMPLE',
      'Passport Number': '200275550. 732975994',
      'National Identification Number': '14.335.819',
      'Other Information': '(Phone number):British Virgin Islands (Gender):Male',
      Regime: 'Russia',
    };
    const { of } = await readText(`${DATED}${HEADER}\n${row(cells)}`);
    expect(toFollowTheMoney(partyOf(of('90004'))).properties).toMatchObject({
      passportNumber: ['200275550', '732975994'],
      idNumber: ['14.335.819'],
      notes: ['Phone number: British Virgin Islands'],
    });
  });

  describe.skipIf(!existsSync(shared))('the real list (left out without ../shared)', () => {
    let list: Awaited<ReturnType<typeof read>>;
    beforeAll(async () => {
      list = await read(fileFromDisk(shared));
    });

    it('accounts for each of its 18,796 rows and 4,686 groups', () => {
      const { report, records } = list;
      expect(report).toMatchObject({
        published: '2025-04-10',
        rows: { main: 18_796 },
        entities: 4686,
        rowsSetAside: [],
      });
      expect(records.filter((record) => !partyOf(record).properties.name)).toEqual([]);
      // Misprints of the publisher: "Belrus", "Sundan", a post code for a country …
      expect(report.valuesSetAside).toHaveLength(9);
    });

    it('reads group 16067', () => {
      const { of } = list;
      expect(toFollowTheMoney(partyOf(of('16067'))).properties).toMatchObject({
        name: ['Ashot MKRTYCHEV'],
        birthDate: ['1966-05-07'],
        birthPlace: ['Baku, Azerbaijan'],
        nationality: ['sk'],
        passportNumber: ['BD3843329', 'BD5609822'],
        gender: ['male'],
      });
      expect(listingsOf(of('16067'))).toMatchObject([{ program: 'Russia', listedOn: '2023-08-08' }]);
    });

    it('loses no word of any row', async () => {
      const byId = new Map(list.records.map((record) => [record.recordId, record]));
      const texts = new Map<string, Set<string>>();
      let header: readonly string[] = [];
      for await (const { cells } of csvRows(fileFromDisk(shared))) {
        if (cells.length < COLUMNS.length) continue;
        if (header.length === 0) {
          header = cells;
          continue;
        }
        const id = cells[header.indexOf('Group ID')] ?? '';
        const known = texts.get(id) ?? new Set<string>();
        for (const [index, cell] of cells.entries()) {
          if (!KINDS.has(header[index] ?? '')) known.add(withoutMarks(cell));
        }
        texts.set(id, known);
      }
      expect(texts.size).toBe(4686);
      for (const [id, known] of texts) {
        const record = byId.get(id);
        if (!record) throw new Error(id);
        expect([id, lostWords(known, record)]).toEqual([id, []]);
      }
    });
  });
});

/** Columns that become a property, a schema, a language or nothing. */
const KINDS = new Set([
  'Group ID',
  'Group Type',
  'Alias Type',
  'Alias Quality',
  'Non-Latin Script Type',
  'Non-Latin Script Language',
]);

/** Without the numbers of items and without the tags of "Other Information". */
function withoutMarks(cell: string): string {
  return cell
    .replace(
      /\((?:UK Sanctions List Ref|UK Statement of Reasons|UN Ref|Gender|Phone number|Tel|Fax|Email address|Website|Type of entity|Parent company|Business Reg No|Subsidiaries|IMO number|Current owners|Flag of ship|Previous flags|Type of ship|Tonnage of ship|Length of ship|Year built|non-Latin script)\)\s*:/gu,
      ' ',
    )
    .replace(/Non Latin Script (?:Type|Language): \p{L}+/gu, ' ')
    .replace(/\(\d+\)(?:\s*to\s*\(\d+\))?|\(\d+-\d+\)/gu, ' ');
}
