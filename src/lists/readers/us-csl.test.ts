import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ofOneFile, readRecords } from '../../../test/support/read-list.ts';
import { textsOf, toFollowTheMoney } from '../../model/entity.ts';
import { type ListRecord, listingsOf, partyOf } from '../../model/record.ts';
import { fileFromBytes, fileFromDisk, type ListFile } from '../list-file.ts';
import { recogniseFile } from '../read-list.ts';
import type { ListReader } from '../reader.ts';
import { LIST_READERS } from '../registry.ts';
import { usCslCsv } from './us-csl-csv.ts';
import { usCslJson } from './us-csl-json.ts';

const real = fileURLToPath(
  new URL('../../../../shared/lists/us/csl-2022-05-06/consolidated.csv.gz', import.meta.url),
);

const COLUMNS =
  '_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids'.split(
    ',',
  );
const SDN = 'Specially Designated Nationals (SDN) - Treasury Department';
const EL = 'Entity List (EL) - Bureau of Industry and Security';
const CAP = 'Capta List (CAP) - Treasury Department';

type Cells = Readonly<Record<string, string>>;

function csv(rows: readonly Cells[], columns: readonly string[] = COLUMNS): ListFile {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? '')).join(','));
  return fileFromBytes(
    'consolidated.csv',
    `${columns.join(',')}\n${lines.map((line) => `${line}\n`).join('')}`,
  );
}

function json(entries: readonly unknown[], total: number | undefined = entries.length): ListFile {
  return fileFromBytes('consolidated.json', `${JSON.stringify({ total, results: entries }, null, 1)}\n`);
}

async function read(file: ListFile, reader: ListReader = usCslCsv) {
  const { records, report } = await readRecords(ofOneFile(reader, 'us_trade_csl', file));
  return { report, records, entities: records.map((record) => record.entities.map(toFollowTheMoney)) };
}

const JANE: Cells = {
  _id: '90001',
  source: SDN,
  entity_number: '90001',
  type: 'Individual',
  programs: 'DPRK; RUSSIA-EO14024',
  name: 'EXAMPLE, Jane',
  title: 'Director',
  addresses: '1 Main Street, Bratislava, 84105, SK; AM',
  remarks: 'Director; (Linked To: EXAMPLE WORKS); Tall.',
  alt_names: 'XAMPLE, Jana',
  citizenships: 'SK',
  dates_of_birth: '1966-05-07; circa 1968',
  nationalities: 'AM',
  places_of_birth: 'Baku, Azerbaijan',
  source_list_url: 'http://example.org/list',
  source_information_url: 'http://example.org/about',
  ids: 'Female, Gender; SK, 2024-11-22, 2014-11-22, P0961840, Passport; RU, 2019-01-01, 7707083893, Tax ID No.; something without a label',
};

describe('the US Consolidated Screening List', () => {
  it('gives rows of the Treasury as OFAC’s own lists give them, with OFAC’s uid on the listings', async () => {
    const works = {
      _id: '90002',
      source: SDN,
      entity_number: '90002',
      type: 'Entity',
      name: 'EXAMPLE WORKS',
      programs: 'DPRK',
    };
    const { entities, report } = await read(csv([JANE, works]));
    const [party, ...others] = entities[0] ?? [];
    expect(party).toEqual({
      id: 'us_trade_csl-SDN-90001',
      schema: 'Person',
      properties: {
        name: ['Jane EXAMPLE'],
        alias: ['Jana XAMPLE'],
        lastName: ['EXAMPLE', 'XAMPLE'],
        firstName: ['Jane', 'Jana'],
        topics: ['sanction'],
        position: ['Director'],
        birthDate: ['1966-05-07', '1968'],
        birthPlace: ['Baku, Azerbaijan'],
        birthCountry: ['az'],
        nationality: ['am'],
        citizenship: ['sk'],
        gender: ['female'],
        passportNumber: ['P0961840'],
        innCode: ['7707083893'],
        addressEntity: ['us_trade_csl-SDN-90001-address-1', 'us_trade_csl-SDN-90001-address-2'],
        address: ['1 Main Street, Bratislava, 84105, SK', 'AM'],
        country: ['sk', 'am'],
        notes: [expect.stringContaining('something without a label'), 'Tall.'],
      },
    });
    expect(others.find(({ schema }) => schema === 'Passport')?.properties).toMatchObject({
      number: ['P0961840'],
      country: ['sk'],
      startDate: ['2014-11-22'],
      endDate: ['2024-11-22'],
    });
    // Of one date alone it cannot be told whether it is of issue or of expiry.
    expect(others.find(({ schema }) => schema === 'Identification')?.properties).toMatchObject({
      summary: ['dated 2019-01-01'],
    });
    expect(others.find(({ schema }) => schema === 'UnknownLink')?.properties).toMatchObject({
      object: ['us_trade_csl-SDN-90002'],
      role: ['Linked To'],
    });
    expect(
      others.filter(({ schema }) => schema === 'Sanction').map(({ properties }) => properties),
    ).toMatchObject([
      { program: ['DPRK'], authorityId: ['90001'], sourceUrl: ['http://example.org/about'] },
      { program: ['RUSSIA-EO14024'], authorityId: ['90001'] },
    ]);
    expect(report).toMatchObject({ rows: { main: 2 }, entities: 2, valuesSetAside: [] });
  });

  it('gives rows of Commerce and State with what their lists mean', async () => {
    const plain = (source: string, more: Cells = {}): Cells => ({
      _id: `h${source.length}`,
      source,
      name: ' Example Works Ltd. ',
      ...more,
    });
    const { records } = await read(
      csv([
        plain(EL, {
          alt_names: 'Works One; and Works Two',
          addresses: 'Unit 1, Hong Kong, HK',
          federal_register_notice: '87 FR 1',
          start_date: '2022-04-07',
          license_requirement: 'For all items.',
          license_policy: 'Presumption of denial.',
        }),
        plain('Denied Persons List (DPL) - Bureau of Industry and Security', {
          standard_order: 'Y',
          end_date: '2030-01-01',
          remarks: 'Notice added',
        }),
        plain('Unverified List (UVL) - Bureau of Industry and Security'),
        plain('Military End User (MEU) List - Bureau of Industry and Security'),
        plain('ITAR Debarred (DTC) - State Department'),
        plain('Nonproliferation Sanctions (ISN) - State Department', { programs: 'E.O. 13382; INKSNA' }),
      ]),
    );
    expect(
      records.map((record) => [
        record.recordId.split('-')[0],
        partyOf(record).schema,
        textsOf(partyOf(record), 'topics'),
      ]),
    ).toEqual([
      ['EL', 'LegalEntity', ['export.control']],
      ['DPL', 'LegalEntity', ['export.control']],
      ['UVL', 'LegalEntity', ['export.control']],
      ['MEU', 'LegalEntity', ['export.control']],
      ['DTC', 'LegalEntity', ['debarment']],
      ['ISN', 'LegalEntity', ['sanction']],
    ]);
    const [works, denied] = records as [ListRecord, ListRecord];
    expect(toFollowTheMoney(partyOf(works)).properties).toMatchObject({
      name: ['Example Works Ltd.'],
      alias: ['Works One', 'Works Two'],
      country: ['hk'],
    });
    expect(works.entities.at(-1)?.schema).toBe('Sanction');
    expect(toFollowTheMoney(works.entities.at(-1) as never).properties).toMatchObject({
      authority: ['US Department of Commerce, Bureau of Industry and Security'],
      program: ['Entity List'],
      summary: ['87 FR 1'],
      provisions: ['Licence requirement: For all items.; Licence policy: Presumption of denial.'],
      listingDate: ['2022-04-07'],
    });
    expect(listingsOf(denied)).toMatchObject([{ program: 'Denied Persons List', endsOn: '2030-01-01' }]);
    expect(textsOf(partyOf(denied), 'notes')).toEqual(['Notice added']);
    expect(records.at(-1) && listingsOf(records.at(-1) as ListRecord).map(({ program }) => program)).toEqual([
      'E.O. 13382',
      'INKSNA',
    ]);
  });

  it('gives ships with their numbers', async () => {
    const { entities } = await read(
      csv([
        {
          _id: '9',
          source: SDN,
          entity_number: '9',
          type: 'Vessel',
          name: 'BLUE SEA',
          vessel_flag: 'Panama',
          vessel_type: 'Tug',
          call_sign: '5IM411',
          gross_tonnage: '99144',
          vessel_owner: 'EXAMPLE LINES',
          ids: 'IMO 9288693, Vessel Registration Identification; 677049700, MMSI',
        },
      ]),
    );
    expect(entities[0]?.[0]).toMatchObject({
      schema: 'Vessel',
      properties: {
        imoNumber: ['9288693'],
        mmsi: ['677049700'],
        flag: ['pa'],
        type: ['Tug'],
        callSign: ['5IM411'],
        tonnage: ['99144'],
      },
    });
    expect(entities[0]?.find(({ schema }) => schema === 'Ownership')?.properties).toMatchObject({
      asset: ['us_trade_csl-SDN-9'],
    });
  });

  it('takes columns of another order and other names, and keeps new ones', async () => {
    const columns = [
      'name',
      'new_field',
      'id',
      'source',
      'federal_register_notice',
      'entity_number',
      'alt_names',
      'type',
    ];
    const rows = [
      { id: '5', entity_number: '5', source: SDN, type: 'Entity', name: 'ACME', new_field: 'news' },
    ];
    const { records } = await read(csv(rows, columns));
    expect(records[0]?.recordId).toBe('SDN-5');
    expect(textsOf(partyOf(records[0] as ListRecord), 'notes')).toEqual(['New field: news']);
  });

  it('takes a list that is new for sanctions, and says so', async () => {
    const source = 'Brand New List (BNL) - Some Department';
    const { records, report } = await read(csv([{ _id: 'x', source, name: 'ACME' }]));
    expect(records[0]?.recordId).toBe('BNL-x');
    expect(listingsOf(records[0] as ListRecord)).toMatchObject([
      { authority: 'Some Department', program: 'Brand New List (BNL)' },
    ]);
    expect(report.valuesSetAside).toMatchObject([
      { line: 2, reason: 'source: not a list that is known', text: source },
    ]);
  });

  it('keeps the same party apart by list, and a row that is there twice once', async () => {
    const row = (source: string, more: Cells = {}): Cells => ({
      _id: '7',
      entity_number: '7',
      source,
      type: 'Entity',
      name: 'BANK',
      ...more,
    });
    const { records, report } = await read(
      csv([
        row(SDN),
        row(CAP),
        row(CAP, { source_list_url: 'http://example.org' }),
        row(CAP, { alt_names: 'OTHER' }),
      ]),
    );
    expect(records.map((record) => record.recordId)).toEqual(['SDN-7', 'CAP-7', 'CAP-7-2']);
    expect(report.rowsSetAside).toMatchObject([
      { line: 4, reason: 'says the same as consolidated.csv:3', isHarmless: true },
    ]);
  });

  it('sets aside rows without name, without source, and of another width', async () => {
    const text =
      'id,source,name,entity_number,federal_register_notice,alt_names\n1,S,,,,\n2,,ACME,,,\n3,S\n4,S,ACME,,,\n';
    const { report } = await read(fileFromBytes('c.csv', text));
    expect(report.rowsSetAside.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'no name'],
      [3, 'no source'],
      [4, '2 cells in place of 6'],
    ]);
    expect(report.rowsLost).toBe(3);
  });

  it.each([
    ['id,source\n1,S\n', 'LIST_MALFORMED', 'c.csv, line 1: the column "name" is missing; found id, source.'],
    [
      'source,name\nS,N\n',
      'LIST_MALFORMED',
      'c.csv, line 1: the column "id" is missing; found source, name.',
    ],
    [
      'id,source,name\n1,S,N\n2,S',
      'LIST_TRUNCATED',
      'c.csv, line 3: the last row has 2 of 3 columns; the file was cut.',
    ],
    ['id,source,name\n', 'LIST_EMPTY', 'c.csv holds no listed party.'],
  ])('is refused as CSV: %j', async (text, code, message) => {
    await expect(read(fileFromBytes('c.csv', text))).rejects.toMatchObject({ code, message });
  });
});

describe('the US Consolidated Screening List as JSON', () => {
  const entry = {
    id: '90001',
    source: SDN,
    entity_number: 90001,
    type: 'Individual',
    programs: ['DPRK', 'RUSSIA-EO14024'],
    name: 'EXAMPLE, Jane',
    title: 'Director',
    addresses: [
      { address: '1 Main Street', city: 'Bratislava', state: null, postal_code: '84105', country: 'SK' },
      { address: null, city: null, state: null, postal_code: null, country: 'AM' },
    ],
    remarks: 'Director; Tall.',
    alt_names: ['XAMPLE, Jana'],
    citizenships: ['SK'],
    dates_of_birth: ['1966-05-07', 'circa 1968'],
    nationalities: ['AM'],
    places_of_birth: ['Baku, Azerbaijan'],
    source_list_url: 'http://example.org/list',
    source_information_url: 'http://example.org/about',
    ids: [
      { type: 'Gender', number: 'Female', country: null },
      {
        type: 'Passport',
        number: 'P0961840',
        country: 'SK',
        issue_date: '2014-11-22',
        expiration_date: '2024-11-22',
      },
    ],
    brand_new: [{ a: 1 }],
  };

  it('gives what the CSV gives, and addresses in parts', async () => {
    const fromJson = await read(json([entry]), usCslJson);
    const cells = {
      ...JANE,
      remarks: 'Director; Tall.',
      ids: 'Female, Gender; SK, 2024-11-22, 2014-11-22, P0961840, Passport',
      brand_new: '{"a":1}',
    };
    const fromCsv = await read(csv([cells], [...COLUMNS, 'brand_new']));
    const told = ({ schema, properties }: { schema: string; properties: object }): object =>
      schema === 'Address' ? { schema } : { schema, ...properties };
    expect(fromJson.entities[0]?.map(told)).toEqual(fromCsv.entities[0]?.map(told));
    expect(fromJson.entities[0]?.find(({ schema }) => schema === 'Address')?.properties).toEqual({
      full: ['1 Main Street, Bratislava, 84105, SK'],
      street: ['1 Main Street'],
      city: ['Bratislava'],
      postalCode: ['84105'],
      country: ['sk'],
    });
    expect(partyOf(fromJson.records[0] as ListRecord).properties['name']?.[0]?.at).toBe('results[0]');
  });

  it('sets aside what is no entry', async () => {
    const { report } = await read(
      json([entry, 5, { source: SDN, id: 'x' }, { id: 'y', name: 'ACME' }]),
      usCslJson,
    );
    expect(report.rowsSetAside.map(({ at, reason }) => [at, reason])).toEqual([
      ['results[1]', 'no object'],
      ['results[2]', 'no name'],
      ['results[3]', 'no source'],
    ]);
  });

  it.each([
    [
      '{"total":1,"results":[{"id":"1","so',
      'LIST_TRUNCATED',
      'c.json ends before its end: expected "]}" after the last entry.',
    ],
    [
      '{"total":1,"results":[{"id":x}]}',
      'LIST_MALFORMED',
      /^c\.json: not well-formed JSON \(unexpected "x".+\)\.$/u,
    ],
    [
      '{"results":[{"id":"1","source":"S (X) - Y","name":"N"}],"total":2}',
      'LIST_COUNT_WRONG',
      'c.json says that it has 2 entries and holds 1.',
    ],
    ['{"total":0,"results":[]}', 'LIST_EMPTY', 'c.json holds no listed party.'],
    ['[]', 'LIST_WRONG_FORMAT', 'c.json: expected JSON that begins with "{".'],
    [
      '{"results":[{"id":"1","source":"S","name":"N"}]}{}',
      'LIST_MALFORMED',
      /^c\.json: not well-formed JSON/u,
    ],
  ])('is refused: %j', async (text, code, message) => {
    await expect(read(fileFromBytes('c.json', text), usCslJson)).rejects.toMatchObject({
      code,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    });
  });

  it('is recognised, and other JSON is not', async () => {
    expect(await recogniseFile(json([entry]), LIST_READERS)).toMatchObject({ reader: usCslJson });
    expect(await recogniseFile(fileFromBytes('c.json', '{"results":[]}'), LIST_READERS)).toMatchObject({
      reader: usCslJson,
    });
    await expect(
      recogniseFile(fileFromBytes('c.json', '{"results":[{"name":"x"}]}'), LIST_READERS),
    ).rejects.toMatchObject({
      code: 'LIST_FORMAT_UNKNOWN',
    });
    expect(await recogniseFile(csv([JANE]), LIST_READERS)).toMatchObject({ reader: usCslCsv });
  });
});

describe.skipIf(!existsSync(real))('the real list of May 2022 (left out without ../shared)', () => {
  it('gives every row, by list as many as the list has', async () => {
    const { report, records } = await read(fileFromDisk(real));
    expect(report).toMatchObject({ rows: { main: 14_160 }, entities: 14_159, rowsLost: 0 });
    expect(report.valuesSetAside.length).toBeLessThan(10);
    const counts = Map.groupBy(records, (record) => record.recordId.replace(/-[^-]+$/u, ''));
    expect(Object.fromEntries([...counts].map(([code, found]) => [code, found.length]))).toEqual({
      SDN: 10_026,
      EL: 2_001,
      DTC: 727,
      DPL: 462,
      SSI: 290,
      UVL: 201,
      ISN: 163,
      PLC: 78,
      MEU: 71,
      CMIC: 68,
      CAP: 52,
      'NS-MBS': 17,
      FSE: 3,
    });
    const evader = records.find((record) => record.recordId === 'FSE-26182') as ListRecord;
    expect(toFollowTheMoney(partyOf(evader)).properties).toMatchObject({
      name: ['Evren KAYAKIRAN'],
      birthDate: ['1980-02-08'],
      citizenship: ['tr'],
      passportNumber: ['U00242309'],
      gender: ['male'],
    });
  });
});
