import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ofOneFile, readRecords } from '../../../test/support/read-list.ts';
import type { ListRecord } from '../../model/record.ts';
import { listingsOf, partyOf } from '../../model/record.ts';
import { fileFromBytes, fileFromDisk } from '../list-file.ts';
import { readList } from '../read-list.ts';
import { bisDeniedPersons } from './bis-denied-persons.ts';

const HEADER =
  'Name\tStreet_Address\tCity\tState\tCountry\tPostal_Code\tEffective_Date\tExpiration_Date\tStandard_Order\tLast_Update\tAction\tFR_Citation\n';
const shared = fileURLToPath(new URL('../../../../shared/lists/us/', import.meta.url));

const read = (text: string) =>
  readRecords(ofOneFile(bisDeniedPersons, 'us_bis_denied', fileFromBytes('dpl.txt', text)));

describe('the BIS Denied Persons List', () => {
  it('gives each order as a party with its address and its order as a listing', async () => {
    const row =
      'JANE EXAMPLE\t1 MAIN STREET\tEL PASO\tTX\tUS\t79905\t08/24/2022\t01/14/2026\tY\t2022-08-29\tF.R. NOTICE ADDED\t87 F.R. 1\n';
    const { records, report } = await read(HEADER + row);
    const [record] = records;
    if (!record) throw new Error('no record');
    expect(partyOf(record).properties['name']).toEqual([{ value: 'JANE EXAMPLE', at: 'dpl.txt:2' }]);
    expect(partyOf(record).properties['address']?.[0]?.value).toBe('1 MAIN STREET, EL PASO, TX, 79905, US');
    expect(listingsOf(record)).toMatchObject([
      { listedOn: '2022-08-24', endsOn: '2026-01-14', legalBasis: '87 F.R. 1' },
    ]);
    expect(report).toMatchObject({ rows: { main: 1 }, entities: 1, addresses: 1, rowsSetAside: [] });
  });

  it('sets a row without a name aside, with its line', async () => {
    const good = 'JANE EXAMPLE\t\t\t\tUS\t\t08/24/2022\t\tY\t\t\t87 F.R. 1\n';
    const { report } = await read(`${HEADER}\t\t\t\tUS\t\t08/24/2022\t\tY\t\t\t87 F.R. 2\n${good}`);
    expect(report.entities).toBe(1);
    expect(report.rowsSetAside).toMatchObject([{ line: 2, reason: 'no name', file: 'dpl.txt' }]);
  });

  it('keeps a misprinted date as text and reports it', async () => {
    const row = 'JANE EXAMPLE\t\t\t\tUS\t\t08/99/2022\t\tY\t\t\t87 F.R. 1\n';
    const { report } = await read(HEADER + row);
    expect(report.valuesSetAside).toMatchObject([{ line: 2, text: '08/99/2022' }]);
  });

  it('refuses a file that was cut in a row, naming the line', async () => {
    const good = 'JANE EXAMPLE\t\t\t\tUS\t\t08/24/2022\t\tY\t\t\t87 F.R. 1\n';
    await expect(read(`${HEADER}${good}JOHN EXAMPLE\t1 MAIN`)).rejects.toMatchObject({
      code: 'LIST_TRUNCATED',
      place: { file: 'dpl.txt', line: 3 },
    });
  });

  it.skipIf(!existsSync(shared)).each([
    ['bis-dpl-2022-09', 581],
    ['bis-dpl-2023-11', 665],
  ])('reads every row of the real list %s (left out without ../shared)', async (folder, rows) => {
    const records: ListRecord[] = [];
    const file = { part: 'main', file: fileFromDisk(`${shared}${folder}/dpl.txt`) };
    const list = { reader: bisDeniedPersons, dataset: 'us_bis_denied', files: [file] };
    const report = await readList(list, (record) => void records.push(record));
    expect(report.rows['main']).toBe(rows);
    expect(report.entities + report.rowsSetAside.length).toBe(rows);
  });
});
