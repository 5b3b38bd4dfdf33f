import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readRecords } from '../../../test/support/read-list.ts';
import { textsOf, toFollowTheMoney } from '../../model/entity.ts';
import { listingsOf, partyOf } from '../../model/record.ts';
import { fileFromBytes, fileFromDisk, type ListFile, readHead } from '../list-file.ts';
import { csvRows } from '../read/csv.ts';
import { personName } from './ofac/names.ts';
import { ofacAdvancedXml } from './ofac-advanced-xml.ts';
import { ofacCsv } from './ofac-csv.ts';
import { ofacEnhancedXml } from './ofac-enhanced-xml.ts';
import { ofacSdnXml } from './ofac-sdn-xml.ts';

const END = '\u001A';
const shared = fileURLToPath(new URL('../../../../shared/lists/', import.meta.url));

/** A file of rows as OFAC writes it: CRLF, and 0x1A at the very end. */
function rows(...lines: readonly string[]): string {
  return `${lines.map((line) => `${line}\r\n`).join('')}${END}`;
}

/** A row of the main file with the twelve columns of OFAC. */
function entry(
  uid: number,
  name: string,
  more: { type?: string; programs?: string; remarks?: string } = {},
): string {
  const text = (value: string | undefined) => (value === undefined ? '-0- ' : `"${value}"`);
  const nulls = Array.from({ length: 7 }, () => '-0- ');
  const { type, programs = 'SDGT', remarks } = more;
  return [uid, text(name), text(type), text(programs), ...nulls, text(remarks)].join(',');
}

const read = (parts: Readonly<Record<string, string | ListFile>>) =>
  readRecords({
    reader: ofacCsv,
    dataset: 'us_ofac_sdn',
    files: Object.entries(parts).map(([part, content]) => ({
      part,
      file: typeof content === 'string' ? fileFromBytes(`${part}.csv`, content) : content,
    })),
  });

async function recognise(name: string, content: string) {
  return ofacCsv.recognise(await readHead(fileFromBytes(name, content)));
}

describe("OFAC's legacy CSV", () => {
  it('joins the four files into one record, each value with its row', async () => {
    const { records, report } = await read({
      primary: rows(
        entry(90001, 'EXAMPLOV, Ivan', {
          type: 'individual',
          programs: 'DPRK] [SDGT',
          remarks: `DOB 07 May 1966; Passport XX1 (Slovakia) expires 08 Apr 2029; a.k.a. 'VANYA'; ${'x'.repeat(905)}; nationality Slo`,
        }),
      ),
      alias: rows('90001,1,"aka","EXEMPLOV, Iwan",-0- ', '90001,2,"fka","OLDOV, Ivan","until 2001"'),
      address: rows(
        '90001,3,"1 Example Street","Bratislava 84105","Slovakia",-0- ',
        '90001,4,-0- ,-0- ,-0- ,-0- ',
      ),
      comments: rows('90001,"vakia."'),
    });
    expect(report).toMatchObject({
      rows: { primary: 1, alias: 2, address: 2, comments: 1 },
      entities: 1,
      addresses: 1,
      rowsSetAside: [],
      valuesSetAside: [],
    });
    const [record] = records;
    if (!record) throw new Error('no record');
    expect(partyOf(record).id).toBe('us_ofac_sdn-90001');
    expect(partyOf(record).properties).toMatchObject({
      name: [{ value: 'Ivan EXAMPLOV', original: 'EXAMPLOV, Ivan', at: 'primary.csv:1' }],
      alias: [{ value: 'Iwan EXEMPLOV', at: 'alias.csv:1' }],
      previousName: [{ value: 'Ivan OLDOV', at: 'alias.csv:2' }],
      weakAlias: [{ value: 'VANYA', at: 'primary.csv:1' }],
      birthDate: [{ value: '1966-05-07', original: '07 May 1966' }],
      nationality: [{ value: 'sk', original: 'Slovakia' }],
      passportNumber: [{ value: 'XX1' }],
      address: [{ value: '1 Example Street, Bratislava, 84105, Slovakia', at: 'address.csv:1' }],
      notes: [{ value: 'x'.repeat(905) }, { value: 'OLDOV, Ivan: until 2001', at: 'alias.csv:2' }],
    });
    expect(listingsOf(record).map((listing) => listing.program)).toEqual(['DPRK', 'SDGT']);
  });

  it('is read from the main file alone', async () => {
    const { report } = await read({ primary: rows(entry(1, 'EXAMPLE LTD.')) });
    expect(report).toMatchObject({ rows: { primary: 1 }, entities: 1, rowsSetAside: [] });
  });

  it('says which remark is cut when the comments file is not given, and does not read the clause that is', async () => {
    const remarks = `Website www.example.com; ${'x'.repeat(950)}; Passport 123456`.padEnd(1000, '7');
    const { records, report } = await read({
      primary: rows(entry(1, 'EXAMPLE', { type: 'individual', remarks })),
    });
    expect(report.valuesSetAside).toMatchObject([
      { line: 1, text: expect.stringMatching(/^Passport 1234567/u) },
    ]);
    const [record] = records;
    expect(record && textsOf(partyOf(record), 'passportNumber')).toEqual([]);
    expect(record && textsOf(partyOf(record), 'notes')[1]).toMatch(/^Passport 1234567/u);
  });

  it('finds linked parties by name, whether or not the remark has eaten their full stop', async () => {
    const { records } = await read({
      primary: rows(
        entry(1, 'EXAMPLE SHIPPING CO., LTD.'),
        entry(2, 'STAR', { type: 'vessel', remarks: 'Linked To: EXAMPLE SHIPPING CO., LTD.' }),
        entry(3, 'MOON', { remarks: 'Linked To: EXAMPLE LINES; Linked To: NOBODY KNOWN; Linked To: TWIN' }),
        entry(4, 'TWIN'),
        entry(5, 'TWIN'),
      ),
      alias: rows('1,1,"aka","EXAMPLE LINES",-0- '),
    });
    const objects = records.map(({ entities }) =>
      entities.filter(({ schema }) => schema === 'UnknownLink').flatMap((link) => textsOf(link, 'object')),
    );
    expect(objects).toEqual([
      [],
      ['us_ofac_sdn-1'],
      ['us_ofac_sdn-1', 'us_ofac_sdn-3-related-1', 'us_ofac_sdn-3-related-2'],
      [],
      [],
    ]);
    const named = records[2]?.entities
      .filter(({ id }) => id.includes('related'))
      .map((e) => textsOf(e, 'name'));
    expect(named).toEqual([['NOBODY KNOWN'], ['TWIN']]);
  });

  it('reads ships and aircraft', async () => {
    const { records } = await read({
      primary: rows(
        '1,"EXAMPLE STAR","vessel","IRAN",-0- ,"9HXX9","Crude Oil Tanker","299,500","160,576","None Identified","Example Owner","Former Vessel Flag Malta; alt. Former Vessel Flag Tuvalu; Vessel Registration Identification IMO  9218454; MMSI 256864000."',
        entry(2, 'EP-XXX', {
          type: 'aircraft',
          remarks:
            "Aircraft Manufacture Date 22 Mar 2018; Aircraft Model ATR-72; Aircraft Operator Example Air; Aircraft Manufacturer's Serial Number (MSN) 1489; Aircraft Mode S Transponder Code 140AE7; Previous Aircraft Tail Number YI-XXX; Aircraft Tail Number EP-XXX.",
        }),
        entry(3, 'EXAMPLE AIR'),
      ),
    });
    expect(records.map((record) => toFollowTheMoney(partyOf(record)).properties)).toMatchObject([
      {
        callSign: ['9HXX9'],
        type: ['Crude Oil Tanker'],
        tonnage: ['299500'],
        grossRegisteredTonnage: ['160576'],
        pastFlags: ['mt', 'tv'],
        imoNumber: ['9218454'],
        mmsi: ['256864000'],
        notes: ['Vessel Flag None Identified'],
      },
      {
        buildDate: ['2018-03-22'],
        model: ['ATR-72'],
        serialNumber: ['1489'],
        icaoCode: ['140AE7'],
        previousName: ['YI-XXX'],
        registrationNumber: ['EP-XXX'],
      },
      {},
    ]);
    const [ship, plane] = records.map((record) => record.entities.map(toFollowTheMoney));
    expect(ship?.find(({ schema }) => schema === 'Ownership')?.properties).toMatchObject({
      asset: ['us_ofac_sdn-1'],
      role: ['Vessel Owner'],
    });
    expect(plane?.find(({ schema }) => schema === 'UnknownLink')?.properties).toMatchObject({
      object: ['us_ofac_sdn-3'],
      role: ['Aircraft Operator'],
    });
  });

  it('takes an entity for a company only where OFAC says so', async () => {
    const { records } = await read({
      primary: rows(
        entry(1, 'EXAMPLE PLC', { remarks: 'ISIN US16941M1099; Equity Ticker EXA US.' }),
        entry(2, 'EXAMPLE LTD.', { remarks: 'Target Type Private Company.' }),
        entry(3, 'EXAMPLE MINISTRY', { remarks: 'Target Type Government Entity.' }),
      ),
    });
    expect(records.map((record) => partyOf(record).schema)).toEqual(['Company', 'Company', 'Organization']);
  });

  it('keeps a party of a type that is not known yet', async () => {
    const { records } = await read({ primary: rows(entry(1, 'EXAMPLE, Ivan', { type: 'robot' })) });
    expect(records[0] && toFollowTheMoney(partyOf(records[0]))).toMatchObject({
      schema: 'LegalEntity',
      properties: { name: ['EXAMPLE, Ivan'], notes: ['Type: robot'] },
    });
  });

  it('sets broken rows aside with their line, and rows that belong to no entry', async () => {
    const { report } = await read({
      primary: rows(
        entry(1, 'EXAMPLE'),
        '2,"TOO SHORT",-0- ',
        'x,"NO NUMBER",-0- ,"SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
        '4,-0- ,-0- ,"SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
        entry(6, 'LAST'),
      ),
      alias: rows('1,1,"aka","GOOD",-0- ', '99,2,"aka","OF NO ENTRY",-0- ', '1,3,"aka",-0- ,-0- '),
      address: rows('99,3,"1 Example Street",-0- ,-0- ,-0- '),
    });
    expect(report.entities).toBe(2);
    expect(report.rowsSetAside.map(({ file, line, reason }) => [file, line, reason])).toEqual([
      ['alias.csv', 3, 'no name'],
      ['primary.csv', 2, '3 cells in place of 12'],
      ['primary.csv', 3, 'no entry number in the first cell'],
      ['primary.csv', 4, 'no name'],
      ['alias.csv', 2, 'no entry 99 in the main file'],
      ['address.csv', 1, 'no entry 99 in the main file'],
    ]);
    // An address of no entry hides nobody.
    expect(report.rowsLost).toBe(5);
  });

  it.each([
    [
      'without its end mark',
      `${entry(1, 'EXAMPLE')}\r\n`,
      { code: 'LIST_TRUNCATED', place: { file: 'primary.csv' } },
    ],
    [
      'cut in a row',
      `${entry(1, 'EXAMPLE')}\r\n2,"EXAMPLE"`,
      { code: 'LIST_TRUNCATED', place: { file: 'primary.csv' } },
    ],
    [
      'cut in a quoted cell',
      `${entry(1, 'EXAMPLE')}\r\n2,"EXAM`,
      { code: 'LIST_TRUNCATED', place: { file: 'primary.csv' } },
    ],
    [
      'with a last row that is too short',
      rows(entry(1, 'EXAMPLE'), '2,"EXAMPLE"'),
      { code: 'LIST_TRUNCATED', place: { file: 'primary.csv', line: 2 } },
    ],
    [
      'with a broken quote',
      rows('1,"EXAMPLE" X,-0- '),
      { code: 'LIST_MALFORMED', place: { file: 'primary.csv', line: 1 } },
    ],
    [
      'with an entry twice',
      rows(entry(1, 'EXAMPLE'), entry(1, 'EXAMPLE')),
      { code: 'LIST_MALFORMED', place: { file: 'primary.csv' } },
    ],
    ['without a row', END, { code: 'LIST_EMPTY', place: { file: 'primary.csv' } }],
    ['that is a web page', '<!DOCTYPE html><html>', { code: 'LIST_WRONG_FORMAT', place: { line: 1 } }],
  ])('refuses a file %s', async (_what, text, error) => {
    await expect(read({ primary: text })).rejects.toMatchObject(error);
  });

  it('refuses a list whose alias file was cut', async () => {
    const alias = '1,1,"aka","EXAMPLE LINES",-0- \r\n';
    await expect(read({ primary: rows(entry(1, 'EXAMPLE')), alias })).rejects.toMatchObject({
      code: 'LIST_TRUNCATED',
      place: { file: 'alias.csv' },
    });
  });

  it('refuses a list without its main file', async () => {
    await expect(read({ alias: rows('1,1,"aka","EXAMPLE LINES",-0- ') })).rejects.toMatchObject({
      code: 'LIST_PART_MISSING',
    });
  });
});

describe('what an OFAC CSV file is', () => {
  it('is told from its content, whatever its name', async () => {
    expect(await recognise('a', rows(entry(1, 'X'), entry(2, 'Y')))).toEqual({
      part: 'primary',
      dataset: 'us_ofac_sdn',
    });
    expect(await recognise('a', rows(entry(1, 'X', { programs: 'NS-PLC' })))).toEqual({
      part: 'primary',
      dataset: 'us_ofac_cons',
    });
    expect(await recognise('a', rows('1,1,"aka","X",-0- '))).toEqual({ part: 'alias' });
    expect(await recognise('cons_add.csv', rows('1,1,-0- ,"Moscow","Russia",-0- '))).toEqual({
      part: 'address',
      dataset: 'us_ofac_cons',
    });
    expect(await recognise('sdn_comments.csv', rows('1,"rest of a remark."'))).toEqual({
      part: 'comments',
      dataset: 'us_ofac_sdn',
    });
  });

  it('is told although a row is broken', async () => {
    const text = rows(entry(1, 'X'), '2,"TOO SHORT"', entry(3, 'Y'));
    expect(await recognise('a', text)).toMatchObject({ part: 'primary' });
  });

  it.each([
    ['a table with a header', 'id,name\r\n1,"X."\r\n'],
    ['two plain columns', '1,Jane Example\r\n2,John Example\r\n'],
    ['a web page', '<html>'],
    ['XML', '<?xml version="1.0"?><sdnList/>'],
  ])('is not claimed of %s', async (_what, text) => {
    expect(await recognise('a', text)).toBeUndefined();
  });
});

describe.skipIf(!existsSync(shared))('real OFAC files (left out without ../shared)', () => {
  const at = (name: string): ListFile => fileFromDisk(join(shared, 'ofac', name));
  const december = {
    primary: at('sdn-2023-12-28/sdn.csv.gz'),
    alias: at('sdn-2023-12-28/alt.csv'),
    address: at('sdn-2023-12-28/add.csv.gz'),
    comments: at('sdn-2023-12-28/sdn_comments.csv'),
  };

  // Read once: three tests look at it.
  let whole: ReturnType<typeof read> | undefined;
  const readDecember = () => {
    whole ??= read(december);
    return whole;
  };

  it('December 2023: 13,821 entries, 17,091 aliases, 18,990 addresses, nothing lost', async () => {
    const { records, report } = await readDecember();
    expect(report).toMatchObject({
      rows: { primary: 13_821, alias: 17_091, address: 18_990, comments: 17 },
      entities: 13_821,
      rowsSetAside: [],
      rowsLost: 0,
    });
    const schemata = Map.groupBy(records, (record) => partyOf(record).schema);
    expect(schemata.get('Person')).toHaveLength(6646);
    expect(schemata.get('Vessel')).toHaveLength(764);
    expect(schemata.get('Airplane')).toHaveLength(378);
    // 2,652 of the address rows hold nothing but nulls, two the word that no country is known.
    expect(report.addresses).toBe(16_336);
    // Names of countries that no table knows, and nationalities that are none: read, kept in notes, and reported.
    expect(report.valuesSetAside.length).toBeLessThan(40);
    const remaining = records.filter((record) => textsOf(partyOf(record), 'name').length !== 1);
    expect(remaining).toEqual([]);
  });

  it('has every alias row as a name of its entry', async () => {
    const { records } = await readDecember();
    const byId = new Map(records.map((record) => [record.recordId, partyOf(record)]));
    const missing: string[] = [];
    for await (const { cells } of csvRows(december.alias, { endMark: END })) {
      const party = byId.get(cells[0] ?? '');
      const listForm = cells[3] ?? '';
      const text = party?.schema === 'Person' ? personName(listForm).full : listForm;
      const names = ['name', 'alias', 'previousName'].flatMap((property) =>
        party ? textsOf(party, property) : [],
      );
      if (!names.includes(text.replace(/\s+/gu, ' ').trim())) missing.push(cells.join());
    }
    expect(missing).toEqual([]);
  });

  it('has entry 41736 in full', async () => {
    const { records } = await readDecember();
    const record = records.find(({ recordId }) => recordId === '41736');
    expect(record?.entities.map(toFollowTheMoney)).toEqual([
      {
        id: 'us_ofac_sdn-41736',
        schema: 'Person',
        properties: {
          name: ['Ashot MKRTYCHEV'],
          lastName: ['MKRTYCHEV', 'MKRTYCEV'],
          firstName: ['Ashot', 'Asot'],
          alias: ['Asot MKRTYCEV'],
          topics: ['sanction'],
          birthDate: ['1966-05-07'],
          birthPlace: ['Baku, Azerbaijan'],
          birthCountry: ['az'],
          citizenship: ['sk'],
          gender: ['male'],
          passportNumber: ['BD3843329', 'BD5609822'],
          addressEntity: ['us_ofac_sdn-41736-address-62284'],
          address: ['Hana Melichkova Street 3448/37, Bratislava, 84105, Slovakia'],
          country: ['sk'],
        },
      },
      ...[
        ['1', 'BD3843329', '2029-04-08'],
        ['2', 'BD5609822', '2024-05-19'],
      ].map(([count, number, endDate]) => ({
        id: `us_ofac_sdn-41736-id-${count}`,
        schema: 'Passport',
        properties: {
          holder: ['us_ofac_sdn-41736'],
          number: [number],
          type: ['Passport'],
          passportNumber: [number],
          country: ['sk'],
          endDate: [endDate],
        },
      })),
      {
        id: 'us_ofac_sdn-41736-address-62284',
        schema: 'Address',
        properties: {
          full: ['Hana Melichkova Street 3448/37, Bratislava, 84105, Slovakia'],
          street: ['Hana Melichkova Street 3448/37'],
          city: ['Bratislava'],
          postalCode: ['84105'],
          country: ['sk'],
        },
      },
      {
        id: 'us_ofac_sdn-41736-sanction-1',
        schema: 'Sanction',
        properties: {
          entity: ['us_ofac_sdn-41736'],
          authority: ['US Department of the Treasury, Office of Foreign Assets Control'],
          program: ['DPRK'],
          country: ['us'],
          provisions: [
            'Secondary sanctions risk: North Korea Sanctions Regulations, sections 510.201 and 510.210; Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions: North Korea Sanctions Regulations section 510.214',
          ],
        },
      },
    ]);
  });

  it.each([
    ['sdn-2023-03-28', 11_986, false],
    ['sdn-2023-03-30', 11_964, true],
  ])('%s is read from sdn.csv alone', async (folder, entities, hasEntry) => {
    const { records, report } = await read({ primary: at(`${folder}/sdn.csv.gz`) });
    expect(report).toMatchObject({ rows: { primary: entities }, entities, rowsSetAside: [] });
    expect(records.some(({ recordId }) => recordId === '41736')).toBe(hasEntry);
    const cut = report.valuesSetAside.filter(({ reason }) => reason.startsWith('Remarks: cut'));
    expect(cut.length).toBeGreaterThan(10);
  });

  it('July 2023 and the consolidated list of December 2025', async () => {
    const july = await read({
      primary: at('sdn-2023-07-24/sdn.csv.gz'),
      alias: at('sdn-2023-07-24/alt.csv'),
      address: at('sdn-2023-07-24/add.csv.gz'),
    });
    expect(july.report).toMatchObject({
      rows: { primary: 12_750, alias: 16_128, address: 17_885 },
      rowsSetAside: [],
    });
    const consolidated = await read({
      primary: at('consolidated-2025-12/cons_prim.csv'),
      alias: at('consolidated-2025-12/cons_alt.csv'),
      address: at('consolidated-2025-12/cons_add.csv'),
      comments: at('consolidated-2025-12/cons_comments.csv'),
    });
    expect(consolidated.report).toMatchObject({
      rows: { primary: 442, alias: 1073, address: 574, comments: 10 },
      rowsSetAside: [],
      valuesSetAside: [],
    });
  });

  it('are told from all other files, and from one another', async () => {
    const readers = [ofacCsv, ofacSdnXml, ofacEnhancedXml, ofacAdvancedXml];
    const found: Record<string, string> = {};
    for (const folder of readdirSync(shared, { recursive: true, withFileTypes: true })) {
      if (!folder.isFile()) continue;
      const head = await readHead(fileFromDisk(join(folder.parentPath, folder.name)));
      const claims = readers.flatMap((reader) => {
        const recognition = reader.recognise(head);
        return recognition ? [`${reader.format} ${recognition.part} ${recognition.dataset ?? '?'}`] : [];
      });
      if (claims.length > 0) found[join(folder.parentPath, folder.name).slice(shared.length)] = claims.join();
    }
    expect(found).toEqual({
      'ofac/consolidated-2025-01-10/cons_enhanced.xml.gz': 'ofac-enhanced-xml main us_ofac_cons',
      'ofac/consolidated-2025-03-28/consolidated.xml': 'ofac-sdn-xml main us_ofac_cons',
      'ofac/consolidated-2025-12/cons_add.csv': 'ofac-csv address us_ofac_cons',
      'ofac/consolidated-2025-12/cons_alt.csv': 'ofac-csv alias us_ofac_cons',
      'ofac/consolidated-2025-12/cons_comments.csv': 'ofac-csv comments us_ofac_cons',
      'ofac/consolidated-2025-12/cons_prim.csv': 'ofac-csv primary us_ofac_cons',
      'ofac/sdn-2023-03-28/sdn.csv.gz': 'ofac-csv primary us_ofac_sdn',
      'ofac/sdn-2023-03-30/sdn.csv.gz': 'ofac-csv primary us_ofac_sdn',
      'ofac/sdn-2023-07-24/add.csv.gz': 'ofac-csv address ?',
      'ofac/sdn-2023-07-24/alt.csv': 'ofac-csv alias ?',
      'ofac/sdn-2023-07-24/sdn.csv.gz': 'ofac-csv primary us_ofac_sdn',
      'ofac/sdn-2023-12-28/add.csv.gz': 'ofac-csv address ?',
      'ofac/sdn-2023-12-28/alt.csv': 'ofac-csv alias ?',
      'ofac/sdn-2023-12-28/sdn.csv.gz': 'ofac-csv primary us_ofac_sdn',
      'ofac/sdn-2023-12-28/sdn_comments.csv': 'ofac-csv comments us_ofac_sdn',
    });
  });
});
