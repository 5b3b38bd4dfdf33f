import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ofOneFile, readRecords } from '../../../test/support/read-list.ts';
import { toFollowTheMoney } from '../../model/entity.ts';
import { listingsOf, partyOf } from '../../model/record.ts';
import { fileFromBytes, fileFromDisk, type ListFile, readHead } from '../list-file.ts';
import { recogniseFile } from '../read-list.ts';
import { LIST_READERS } from '../registry.ts';
import { interdictJsonl } from './interdict-jsonl.ts';

const HEADER = {
  'interdict-starter': 1,
  dataset: 'us_ofac_sdn',
  asOf: '2023-12-28',
  records: 1,
  authority: 'Office of Examples',
  country: 'us',
  note: 'For a test.',
};
const PARTY = {
  recordId: '7',
  schema: 'Person',
  properties: { name: ['Jane EXAMPLE'] },
  listings: [{ program: 'TEST' }],
  source: 'the list of a test, 7',
};

function lines(...parts: unknown[]): string {
  return parts.map((part) => `${JSON.stringify(part)}\n`).join('');
}

const readFile = (file: ListFile, dataset = 'us_ofac_sdn') =>
  readRecords(ofOneFile(interdictJsonl, dataset, file));

function read(text: string) {
  return readFile(fileFromBytes('starter.jsonl', text));
}

describe('a starter list', () => {
  it('gives each line as a party with its documents, addresses, wallets, listings and relations', async () => {
    const party = {
      recordId: '7',
      schema: 'Person',
      properties: {
        name: ['Jane EXAMPLE'],
        alias: [{ value: 'Джейн Пример', lang: 'ru' }],
        birthDate: ['1966-05-07'],
        citizenship: ['Korea, North'],
      },
      identifications: [{ type: 'Passport', number: 'X1', country: 'Slovakia', expires: '2029-04-08' }],
      addresses: [{ street: '1 Main Street', city: 'Pyongyang', country: 'North Korea' }],
      wallets: [{ publicKey: '0xAB', currency: 'ETH' }],
      listings: [{ program: 'ONE', listedOn: '2023-03-30' }, { program: 'TWO' }],
      related: [
        { schema: 'UnknownLink', id: '8', role: 'Linked To' },
        { schema: 'Ownership', end: 'asset', name: 'EXAMPLE LTD' },
      ],
      source: 'the list of a test, 7',
    };
    const { records, report } = await read(lines(HEADER, party));
    const [record] = records;
    if (!record) throw new Error('no record');
    const entities = record.entities.map(toFollowTheMoney);
    expect(entities[0]).toEqual({
      id: 'us_ofac_sdn-7',
      schema: 'Person',
      properties: {
        name: ['Jane EXAMPLE'],
        alias: ['Джейн Пример'],
        birthDate: ['1966-05-07'],
        citizenship: ['kp'],
        topics: ['sanction'],
        passportNumber: ['X1'],
        addressEntity: ['us_ofac_sdn-7-address-1'],
        address: ['1 Main Street, Pyongyang, North Korea'],
        country: ['kp'],
        notes: ['Taken from: the list of a test, 7'],
      },
    });
    expect(partyOf(record).properties['alias']).toEqual([
      { value: 'Джейн Пример', at: 'starter.jsonl:2', lang: 'ru' },
    ]);
    expect(listingsOf(record)).toEqual([
      {
        dataset: 'us_ofac_sdn',
        authority: 'Office of Examples',
        sourceRecord: '7',
        program: 'ONE',
        listedOn: '2023-03-30',
      },
      { dataset: 'us_ofac_sdn', authority: 'Office of Examples', sourceRecord: '7', program: 'TWO' },
    ]);
    expect(entities.filter(({ schema }) => schema === 'UnknownLink' || schema === 'Ownership')).toMatchObject(
      [
        { properties: { subject: ['us_ofac_sdn-7'], object: ['us_ofac_sdn-8'], role: ['Linked To'] } },
        { properties: { asset: ['us_ofac_sdn-7'], owner: ['us_ofac_sdn-7-related-1'] } },
      ],
    );
    expect(entities.find(({ schema }) => schema === 'Passport')?.properties).toMatchObject({
      country: ['sk'],
      endDate: ['2029-04-08'],
    });
    expect(entities.find(({ schema }) => schema === 'CryptoWallet')?.properties).toMatchObject({
      publicKey: ['0xAB'],
      currencySymbol: ['ETH'],
    });
    expect(report).toMatchObject({ published: '2023-12-28', rows: { main: 1 }, entities: 1, listings: 2 });
    expect(report.valuesSetAside).toEqual([]);
  });

  it('passes blank lines over and takes CRLF for a line end', async () => {
    const text = lines(HEADER, PARTY).replaceAll('\n', '\r\n\r\n');
    const { records } = await read(text);
    expect(records.map((record) => record.entities[0]?.properties['name']?.[0])).toEqual([
      { value: 'Jane EXAMPLE', at: 'starter.jsonl:3' },
    ]);
  });

  it('keeps a date and a country that cannot be read in the notes, and reports them', async () => {
    const properties = { name: ['Jane EXAMPLE'], birthDate: ['one day'], nationality: ['Atlantis'] };
    const { records, report } = await read(lines(HEADER, { ...PARTY, properties }));
    expect(report.valuesSetAside).toMatchObject([
      { line: 2, text: 'one day' },
      { line: 2, text: 'Atlantis' },
    ]);
    const notes = records[0]?.entities[0].properties['notes']?.map(({ value }) => value);
    expect(notes).toContain('birthDate: one day');
    expect(notes).toContain('nationality: Atlantis');
  });

  it.each([
    ['a line that is no JSON', `${lines(HEADER)}{"recordId":\n`, 'LIST_MALFORMED', 2],
    ['a last line without its end', lines(HEADER, PARTY).slice(0, -20), 'LIST_TRUNCATED', 2],
    [
      'fewer parties than the header says',
      lines({ ...HEADER, records: 2 }, PARTY),
      'LIST_COUNT_WRONG',
      undefined,
    ],
    [
      'more parties than the header says',
      lines(HEADER, PARTY, { ...PARTY, recordId: '8' }),
      'LIST_COUNT_WRONG',
      undefined,
    ],
    [
      'a record that occurs twice',
      lines({ ...HEADER, records: 2 }, PARTY, PARTY),
      'LIST_MALFORMED',
      undefined,
    ],
    ['no party', lines({ ...HEADER, records: 0 }), 'LIST_EMPTY', undefined],
    [
      'another version of the format',
      lines({ ...HEADER, 'interdict-starter': 2 }, PARTY),
      'LIST_MALFORMED',
      1,
    ],
    ['a day that is none', lines({ ...HEADER, asOf: '2023-02-30' }, PARTY), 'LIST_MALFORMED', 1],
    ['no number of records', lines({ ...HEADER, records: 'one' }, PARTY), 'LIST_MALFORMED', 1],
    ['a key that is not known', lines(HEADER, { ...PARTY, remark: 'x' }), 'LIST_MALFORMED', 2],
    ['a line that is a list', lines(HEADER, [PARTY]), 'LIST_MALFORMED', 2],
    ['a schema of no party', lines(HEADER, { ...PARTY, schema: 'Sanction' }), 'LIST_MALFORMED', 2],
    ['no name', lines(HEADER, { ...PARTY, properties: { alias: ['x'] } }), 'LIST_MALFORMED', 2],
    [
      'a property of another schema',
      lines(HEADER, { ...PARTY, properties: { name: ['x'], imoNumber: ['1'] } }),
      'LIST_MALFORMED',
      2,
    ],
    ['a number for a text', lines(HEADER, { ...PARTY, properties: { name: [7] } }), 'LIST_MALFORMED', 2],
    ['no listing', lines(HEADER, { ...PARTY, listings: [] }), 'LIST_MALFORMED', 2],
    [
      'a document without a number',
      lines(HEADER, { ...PARTY, identifications: [{ type: 'Passport' }] }),
      'LIST_MALFORMED',
      2,
    ],
    [
      'a relation to nobody',
      lines(HEADER, { ...PARTY, related: [{ schema: 'UnknownLink' }] }),
      'LIST_MALFORMED',
      2,
    ],
    [
      'a relation of no relation',
      lines(HEADER, { ...PARTY, related: [{ schema: 'Person', id: '8' }] }),
      'LIST_MALFORMED',
      2,
    ],
  ])('refuses a file with %s', async (_what, text, code, line) => {
    await expect(read(text)).rejects.toMatchObject({
      code,
      place: { file: 'starter.jsonl', ...(line === undefined ? {} : { line }) },
    });
  });

  it('says in a refusal what is wrong and where', async () => {
    const text = lines(HEADER, { ...PARTY, properties: { name: ['x'], imoNumber: ['9179842'] } });
    await expect(read(text)).rejects.toThrow(
      'starter.jsonl, line 2: the party 7 has a property "imoNumber" that a Person cannot have here.',
    );
  });

  it('refuses a file that was cut anywhere', async () => {
    const whole = new TextEncoder().encode(
      lines({ ...HEADER, records: 2 }, PARTY, {
        ...PARTY,
        recordId: '8',
        properties: { name: ['Žofia ПРИМЕР'] },
      }),
    );
    // Without its last line end the file still holds every fact; cut any earlier it does not.
    const cut = fc.integer({ min: 0, max: whole.length - 2 });
    await fc.assert(
      fc.asyncProperty(cut, async (length) => {
        const file = fileFromBytes('starter.jsonl', whole.subarray(0, length));
        await expect(readFile(file).then(({ report }) => report)).rejects.toMatchObject({
          code: expect.stringMatching(/^LIST_(?:EMPTY|TRUNCATED|MALFORMED|COUNT_WRONG)$/u),
        });
      }),
      { numRuns: 200 },
    );
  });

  it('is recognised by its header line, which names the list', async () => {
    const file = fileFromBytes('any-name.txt', `\uFEFF${lines(HEADER, PARTY)}`);
    expect(await recogniseFile(file, LIST_READERS)).toMatchObject({
      reader: { format: 'interdict-jsonl' },
      dataset: 'us_ofac_sdn',
    });
  });

  it('does not take other JSON lines for one of its own', async () => {
    const head = await readHead(fileFromBytes('entities.ftm.json', lines(PARTY, HEADER)));
    expect(interdictJsonl.recognise(head)).toBeUndefined();
  });
});

describe('the starter lists of the repository', () => {
  const folder = fileURLToPath(new URL('../../../data/starter/', import.meta.url));
  const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));

  it('are one list of each of four authorities, over 150 parties in all', async () => {
    const reports = await Promise.all(
      names.map(async (name) => {
        const file = fileFromDisk(folder + name);
        const { dataset } = await recogniseFile(file, LIST_READERS);
        expect(name).toBe(`${dataset}.jsonl`);
        return (await readFile(file, dataset)).report;
      }),
    );
    expect(
      Object.fromEntries(reports.map(({ dataset, published, entities }) => [dataset, [published, entities]])),
    ).toEqual({
      au_dfat_sanctions: ['2024-12-17', 12],
      gb_hmt_sanctions: ['2025-04-10', 29],
      un_sc_sanctions: ['2026-04-17', 26],
      us_ofac_sdn: ['2023-12-28', 95],
    });
  });

  it.each(names)(
    '%s is read without a value set aside, and its relations lead to parties of it',
    async (name) => {
      const { records, report } = await readFile(fileFromDisk(folder + name), name.replace('.jsonl', ''));
      expect(report.valuesSetAside).toEqual([]);
      const known = new Set(records.flatMap((record) => record.entities.map((entity) => entity.id)));
      const ends = records
        .flatMap((record) => record.entities)
        .filter(({ schema }) => schema === 'UnknownLink' || schema === 'Ownership')
        .flatMap(({ properties }) =>
          ['subject', 'object', 'owner', 'asset'].flatMap((end) => properties[end] ?? []),
        );
      expect(ends.map(({ value }) => value).filter((id) => !known.has(id))).toEqual([]);
    },
  );

  it('hold the broker three times, with one date of birth and three programmes', async () => {
    const listed = await Promise.all(
      [
        ['us_ofac_sdn', '41736'],
        ['gb_hmt_sanctions', '16067'],
        ['au_dfat_sanctions', '7893'],
      ].map(async ([dataset = '', recordId]) => {
        const { records } = await readFile(fileFromDisk(`${folder}${dataset}.jsonl`), dataset);
        const record = records.find((one) => one.recordId === recordId);
        if (!record) throw new Error(`no ${recordId} in ${dataset}`);
        return {
          birth: partyOf(record).properties['birthDate']?.[0]?.value,
          programme: listingsOf(record)[0]?.program,
        };
      }),
    );
    expect(listed).toEqual([
      { birth: '1966-05-07', programme: 'DPRK' },
      { birth: '1966-05-07', programme: 'Russia' },
      { birth: '1966-05-07', programme: 'Autonomous (Russia)' },
    ]);
  });

  it('carry no statement of reasons: facts only', () => {
    for (const name of names) expect(readFileSync(folder + name, 'utf8')).not.toContain('"reason"');
  });
});
