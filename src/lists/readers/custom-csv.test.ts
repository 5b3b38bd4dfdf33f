import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ofOneFile, readRecords } from '../../../test/support/read-list.ts';
import { toFollowTheMoney } from '../../model/entity.ts';
import { type ListRecord, partyOf } from '../../model/record.ts';
import { fileFromBytes, fileFromDisk } from '../list-file.ts';
import { recogniseFile } from '../read-list.ts';
import type { ColumnMap } from '../reader.ts';
import { LIST_READERS } from '../registry.ts';
import { customCsv } from './custom-csv.ts';

const shared = fileURLToPath(new URL('../../../../shared/lists/', import.meta.url));

async function read(text: string, columns?: ColumnMap) {
  const list = ofOneFile(customCsv, 'house_list', fileFromBytes('own.csv', text));
  const { report, records } = await readRecords({ ...list, ...(columns ? { columns } : {}) });
  return { report, records, parties: records.map((record) => toFollowTheMoney(partyOf(record))) };
}

describe('a list of one’s own as CSV', () => {
  it('gives each row as a party with its listing; unknown columns go to the notes', async () => {
    const { records, report } = await read(
      [
        'No;Type;Name;Aliases;DOB;Nationality;Passport no;Address;Shoe size;Reason;Listed on',
        '17;Individual;Jane Example;J. Example|Jane X;07.05.1966;Syrian;00123;"1 Main St; Aleppo";38;Fraud;01.02.2024',
      ].join('\n'),
    );
    expect(records[0]?.entities.map(toFollowTheMoney)).toEqual([
      {
        id: 'house_list-17',
        schema: 'Person',
        properties: {
          name: ['Jane Example'],
          alias: ['J. Example', 'Jane X'],
          birthDate: ['1966-05-07'],
          nationality: ['sy'],
          passportNumber: ['00123'],
          addressEntity: ['house_list-17-address-1', 'house_list-17-address-2'],
          address: ['1 Main St', 'Aleppo'],
          notes: ['Shoe size: 38'],
          topics: ['poi'],
        },
      },
      {
        id: 'house_list-17-id-1',
        schema: 'Passport',
        properties: {
          holder: ['house_list-17'],
          number: ['00123'],
          type: ['Passport'],
          passportNumber: ['00123'],
        },
      },
      {
        id: 'house_list-17-address-1',
        schema: 'Address',
        properties: { full: ['1 Main St'], street: ['1 Main St'] },
      },
      {
        id: 'house_list-17-address-2',
        schema: 'Address',
        properties: { full: ['Aleppo'], street: ['Aleppo'] },
      },
      {
        id: 'house_list-17-sanction-1',
        schema: 'Sanction',
        properties: {
          entity: ['house_list-17'],
          authority: ['house_list'],
          reason: ['Fraud'],
          listingDate: ['2024-02-01'],
        },
      },
    ]);
    expect(partyOf(records[0] as ListRecord).properties['name']?.[0]?.at).toBe('own.csv:2');
    expect(report).toMatchObject({ rows: { main: 1 }, entities: 1, rowsSetAside: [], valuesSetAside: [] });
  });

  it('joins the parts of a name, and tells persons and ships by what is said of them', async () => {
    const { parties } = await read(
      'First name\tLast name\tVessel name\tIMO\nAshot\tPriklad\t\t\n\t\tBLUE SEA\tIMO 9288693\n\t\tACME\t\n',
    );
    expect(parties.map(({ schema, properties }) => [schema, properties['name']])).toEqual([
      ['Person', ['Ashot Priklad']],
      ['Vessel', ['BLUE SEA']],
      ['LegalEntity', ['ACME']],
    ]);
  });

  it('goes by the map where there is one', async () => {
    const { parties } = await read('F1,F2,Name\nAcme,AC,not this\n', { name: 'F1', alias: ['F2'] });
    expect(parties[0]?.properties).toMatchObject({
      name: ['Acme'],
      alias: ['AC'],
      notes: ['Name: not this'],
    });
  });

  it('keeps what it cannot read, with its line', async () => {
    const { parties, report } = await read(
      'Name,DOB,Country,Gender,Type\nJane,31.31.1966,Atlantis,?,robot\n',
    );
    expect(parties[0]?.properties['notes']).toEqual([
      'schema: robot',
      'birthDate: 31.31.1966',
      'country: Atlantis',
      'gender: ?',
    ]);
    expect(report.valuesSetAside.map(({ line, text }) => [line, text])).toEqual([
      [2, 'robot'],
      [2, '31.31.1966'],
      [2, 'Atlantis'],
      [2, '?'],
    ]);
  });

  it('gives parties without an id one that lasts as long as name and birth date do', async () => {
    const one = await read('Name,Notes\nJane,a\nJane,b\n');
    const other = await read('Name,Notes\nOther,x\nJane,c\n');
    expect(one.records.map((record) => record.recordId)).toEqual([
      other.records[1]?.recordId,
      `${other.records[1]?.recordId}-2`,
    ]);
  });

  it('is read past the line in which Excel says the delimiter', async () => {
    const { parties } = await read('\uFEFFsep=;\r\nName;Notes\r\nJane;"a, b"\r\n');
    expect(parties[0]?.properties).toMatchObject({ name: ['Jane'], notes: ['a, b'] });
  });

  it('sets aside rows without a name, of another width, and without text', async () => {
    const { report } = await read('Name,Notes\n,no name\nJane,a,b\n,\nJane,a\n');
    expect(report.rows).toEqual({ main: 4 });
    expect(report.rowsSetAside).toMatchObject([
      { line: 2, reason: 'no name', text: ' | no name' },
      { line: 3, reason: '3 cells in place of 2' },
      { line: 4, reason: 'an empty row', isHarmless: true },
    ]);
    expect(report.rowsLost).toBe(2);
  });

  it.each<[string, string, ColumnMap | undefined, string, string]>([
    [
      'a cut row',
      'Name,Notes\nJane,a\nJohn',
      undefined,
      'LIST_TRUNCATED',
      'own.csv, line 3: the last row has 1 of 2 columns; the file was cut.',
    ],
    [
      'an open quote',
      'Name,Notes\nJane,"a\n',
      undefined,
      'LIST_TRUNCATED',
      expect.stringMatching(/^own\.csv, line \d: a quoted cell is not closed; the file was cut\.$/u),
    ],
    [
      'an id twice',
      'ID,Name\n1,Jane\n1,John\n',
      undefined,
      'LIST_MALFORMED',
      'List of your own (CSV): the record 1 occurs twice (own.csv:2; own.csv:3).',
    ],
    ['no row', 'Name,Notes\n', undefined, 'LIST_EMPTY', 'own.csv holds no listed party.'],
    [
      'no column with a name',
      'Shoe size,Notes\n1,2\n',
      undefined,
      'LIST_MALFORMED',
      'own.csv, line 1: no column gives the name of the party; the file has: Shoe size, Notes.',
    ],
    [
      'a map of a column that is not there',
      'Name\nJane\n',
      { alias: 'AKA' },
      'LIST_MALFORMED',
      'own.csv, line 1: there is no column "AKA" for alias; the file has: Name.',
    ],
    [
      'a map of no property',
      'Name\nJane\n',
      { nmae: 'Name' },
      'LIST_MALFORMED',
      'own.csv: the map speaks of "nmae", which is no property of a party or of a listing.',
    ],
  ])('is refused for %s', async (_what, text, columns, code, message) => {
    await expect(read(text, columns)).rejects.toMatchObject({ code, message });
  });

  it('is recognised where a column gives a name, by guess or by map, and after all other formats', async () => {
    const file = fileFromBytes('own.csv', 'F1,F2\na,b\n');
    await expect(recogniseFile(file, [customCsv])).rejects.toMatchObject({ code: 'LIST_FORMAT_UNKNOWN' });
    expect(await recogniseFile(file, LIST_READERS, { columns: { name: 'F1' } })).toMatchObject({
      reader: customCsv,
    });
    expect(await recogniseFile(fileFromBytes('own.csv', 'Name;Land\n'), LIST_READERS)).toMatchObject({
      reader: customCsv,
    });
    await expect(
      recogniseFile(fileFromBytes('a.json', '{"name": 1,\n"b": 2}'), [customCsv]),
    ).rejects.toThrow();
  });

  it.skipIf(!existsSync(shared))(
    'no official list is taken for one (left out without ../shared)',
    async () => {
      const files = (await readdir(shared, { recursive: true, withFileTypes: true })).filter((entry) =>
        entry.isFile(),
      );
      const taken: string[] = [];
      for (const { name, parentPath } of files) {
        const found = await recogniseFile(fileFromDisk(join(parentPath, name)), LIST_READERS).catch(
          () => undefined,
        );
        if (found?.reader.isOwnList) taken.push(name);
      }
      expect(files.length).toBeGreaterThan(25);
      expect(taken).toEqual([]);
    },
  );
});
