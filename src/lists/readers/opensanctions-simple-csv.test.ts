import { describe, expect, it } from 'vitest';
import { ofOneFile, readRecords } from '../../../test/support/read-list.ts';
import { toFollowTheMoney } from '../../model/entity.ts';
import { type ListRecord, listingsOf, partyOf } from '../../model/record.ts';
import { fileFromBytes } from '../list-file.ts';
import { recogniseFile } from '../read-list.ts';
import { LIST_READERS } from '../registry.ts';
import { openSanctionsSimpleCsv } from './opensanctions-simple-csv.ts';

const HEADER =
  '"id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions","phones","emails","dataset","first_seen","last_seen","last_change"\n';

const read = (text: string) =>
  readRecords(ofOneFile(openSanctionsSimpleCsv, 'xx_list', fileFromBytes('targets.simple.csv', text)));

describe('OpenSanctions’ simple CSV', () => {
  it('gives each row as a party, cells with several values taken apart', async () => {
    const { records, report } = await read(
      `${HEADER}"Q1","Person","Jane Example","J. Example;""Jane; the Elder""","1966-05-07;1967","sk;ru","1 Main St, Bratislava","P123;X9","DPRK - 2023-03-30;Block","+421 1","j@example.org","List One;List Two","2023-01-01","2026-11-01","2026-10-01"\n` +
        '"Q2","Vessel","BLUE SEA","","","pa","","IMO9288693;C7","","","","List One","2023-01-01","2026-11-01",""\n',
    );
    const [jane, ship] = records as [ListRecord, ListRecord];
    expect(toFollowTheMoney(partyOf(jane)).properties).toEqual({
      name: ['Jane Example'],
      alias: ['J. Example', 'Jane; the Elder'],
      birthDate: ['1966-05-07', '1967'],
      country: ['sk', 'ru'],
      addressEntity: ['xx_list-Q1-address-1'],
      address: ['1 Main St, Bratislava'],
      idNumber: ['P123', 'X9'],
      phone: ['+421 1'],
      email: ['j@example.org'],
      topics: ['sanction'],
      notes: ['first_seen: 2023-01-01', 'last_seen: 2026-11-01', 'last_change: 2026-10-01'],
    });
    expect(listingsOf(jane).map(({ authority, program }) => [authority, program])).toEqual([
      ['List One; List Two', 'DPRK - 2023-03-30'],
      ['List One; List Two', 'Block'],
    ]);
    expect(toFollowTheMoney(partyOf(ship)).properties).toMatchObject({
      imoNumber: ['9288693'],
      registrationNumber: ['C7'],
      notes: expect.arrayContaining(['Dataset: List One']),
    });
    expect(partyOf(ship).properties).not.toHaveProperty('topics');
    expect(report).toMatchObject({ rows: { main: 2 }, entities: 2, valuesSetAside: [] });
  });

  it('takes columns in any order and keeps new ones', async () => {
    const { records } = await read('schema,id,new,name,program_ids\nCompany,Q1,thing,ACME,US-A;US-B\n');
    expect(toFollowTheMoney(partyOf(records[0] as ListRecord)).properties).toEqual({
      name: ['ACME'],
      programId: ['US-A', 'US-B'],
      notes: ['new: thing'],
    });
  });

  it('sets aside rows that are no party', async () => {
    const { report } = await read(
      'id,schema,name\n,Person,Jane\nQ1,Robot,R2\nQ2,Person,\nQ3,Address,Main St\nQ4,Person,Jane\n',
    );
    expect(report.rowsSetAside.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'no id'],
      [3, '"Robot" is no schema of a party'],
      [4, 'no name'],
      [5, '"Address" is no schema of a party'],
    ]);
  });

  it.each([
    [
      'id,schema\n1,Person\n',
      'LIST_MALFORMED',
      'targets.simple.csv, line 1: the column "name" is missing; found id, schema.',
    ],
    [
      `${HEADER}"Q1","Person","Jane`,
      'LIST_TRUNCATED',
      /^targets\.simple\.csv, line \d: a quoted cell is not closed; the file was cut\.$/u,
    ],
    [
      'id,schema,name\nQ1,Person,Jane\nQ2,Per',
      'LIST_TRUNCATED',
      'targets.simple.csv, line 3: the last row has 2 of 3 columns; the file was cut.',
    ],
    [HEADER, 'LIST_EMPTY', 'targets.simple.csv holds no listed party.'],
  ])('is refused: %j', async (text, code, message) => {
    await expect(read(text)).rejects.toMatchObject({
      code,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    });
  });

  it('is recognised by its header, and does not say which list it is', async () => {
    const found = await recogniseFile(fileFromBytes('x.csv', HEADER), LIST_READERS);
    expect(found.reader).toBe(openSanctionsSimpleCsv);
    expect(found.dataset).toBeUndefined();
  });
});
