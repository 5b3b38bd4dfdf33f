import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ofOneFile, readRecords } from '../../../test/support/read-list.ts';
import { toFollowTheMoney } from '../../model/entity.ts';
import { type ListRecord, listingsOf, partyOf } from '../../model/record.ts';
import { fileFromBytes } from '../list-file.ts';
import type { ListReader } from '../reader.ts';
import { ukSanctionsListCsv } from './uk-sanctions-list-csv.ts';
import { ukSanctionsListXml } from './uk-sanctions-list-xml.ts';

const HEADER = [
  'Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type',
  'Alias strength,Title,Name non-latin script,Non-latin script type,Non-latin script language,Regime Name',
  'Designation Type,Designation source,Sanctions Imposed,Other Information,UK Statement of Reasons',
  'Address Line 1,Address Line 2,Address Line 3,Address Line 4,Address Line 5,Address Line 6',
  'Address Postal Code,Address Country,Phone number,Website,Email address,Date Designated,D.O.B',
  'Nationality(/ies),National Identifier number,National Identifier additional information,Passport number',
  'Passport additional information,Position,Gender,Town of birth,Country of birth,Type of entity,Subsidiaries',
  'Parent company,Business registration number (s),IMO number,Current owner/operator (s)',
  'Previous owner/operator (s),Current believed flag of ship,Previous flags,Type of ship,Tonnage of ship',
  'Length of ship,Year Built,Hull identification number (HIN)',
].join(',');
const COLUMNS = HEADER.split(',');

/** A row from some of its cells, by heading. */
function row(cells: Readonly<Record<string, string>>): string {
  for (const heading of Object.keys(cells)) if (!COLUMNS.includes(heading)) throw new Error(heading);
  return COLUMNS.map((heading) => `"${(cells[heading] ?? '').replaceAll('"', '""')}"`).join(',');
}

const RUSSIA = 'The Russia (Sanctions) (EU Exit) Regulations 2019';
const ASHOT = {
  'Last Updated': '08/08/2023',
  'Unique ID': 'RUS1965',
  'OFSI Group ID': '16067',
  'UN Reference Number': 'QDi.901',
  'Regime Name': RUSSIA,
  'Designation Type': 'Individual',
  'Date Designated': '08/08/2023',
  'Sanctions Imposed': 'Asset freeze|Travel Ban',
  'Address Line 6': 'Bratislava',
  'Address Country': 'Slovakia',
};
const HOLDING = {
  'Unique ID': 'RUS9002',
  'Name 6': 'EXAMPLE HOLDING',
  'Name type': 'Primary Name',
  'Regime Name': RUSSIA,
  'Designation Type': 'Entity',
  'Date Designated': '01/02/2024',
};
const CSV = [
  'Report Date: 02-Oct-2026',
  HEADER,
  row({
    ...ASHOT,
    'Name 6': 'MKRTYCEV',
    'Name 1': 'Ashot',
    'Name type': 'Alias',
    'Alias strength': 'Low quality a.k.a',
    'D.O.B': '07/05/1966',
  }),
  row(HOLDING),
  row({
    ...ASHOT,
    'Name 6': 'MKRTYCHEV',
    'Name 1': 'Ashot',
    'Name type': 'Primary Name',
    'D.O.B': '07/05/1966',
  }),
  row({
    ...ASHOT,
    'Name 6': 'MKRTYCHEV',
    'Name 1': 'Ashot',
    'Name type': 'Primary Name',
    'D.O.B': 'dd/mm/1967',
    'Passport number': 'BD3843329',
  }),
  '',
].join('\n');
// Two of its parties are the ones above.
const XML = readFileSync(new URL('./uk/samples/uk-sanctions-list.xml', import.meta.url), 'utf8');

const read = (text: string, reader: ListReader = ukSanctionsListCsv) =>
  readRecords(ofOneFile(reader, 'gb_fcdo_sanctions', fileFromBytes('uksl', text)));

describe('the UK Sanctions List, CSV', () => {
  it('gathers the rows of a party, wherever they stand, and counts each', async () => {
    const { of, report } = await read(CSV);
    expect(report).toMatchObject({
      published: '2026-10-02',
      rows: { main: 4 },
      entities: 2,
      rowsSetAside: [],
    });
    const record = of('RUS1965');
    expect(toFollowTheMoney(partyOf(record)).properties).toMatchObject({
      name: ['Ashot MKRTYCHEV'],
      weakAlias: ['Ashot MKRTYCEV'],
      birthDate: ['1966-05-07', '1967'],
      passportNumber: ['BD3843329'],
      address: ['Bratislava, Slovakia'],
      notes: ['OFSI Group ID: 16067'],
    });
    expect(partyOf(record).properties.name?.[0]?.at).toBe('uksl:5');
    expect(listingsOf(record)).toMatchObject([{ program: RUSSIA, listedOn: '2023-08-08' }]);
  });

  it('gives the same party as the XML, as far as both say the same', async () => {
    const fromXml = await read(XML, ukSanctionsListXml);
    const fromCsv = await read(CSV);
    const plain = (record: ListRecord) => toFollowTheMoney(partyOf(record));
    expect(plain(fromCsv.of('RUS9002'))).toEqual(plain(fromXml.of('RUS9002')));
  });

  it('keeps a column that it does not know as a note', async () => {
    const lines = CSV.trimEnd().split('\n');
    const more = lines.map((line, index) =>
      index === 0 ? line : `${line},${index === 1 ? 'Shoe size' : '44'}`,
    );
    const { of } = await read(more.join('\n'));
    expect(toFollowTheMoney(partyOf(of('RUS9002'))).properties.notes).toEqual(['Shoe size: 44']);
  });

  it('does without optional columns', async () => {
    const text =
      'Unique ID,OFSI Group ID,Name 6,Name 1,Name type,Regime Name,Designation Type\nA1,,X,,Primary Name,R,Entity\n';
    const { report } = await read(text);
    expect(report).toMatchObject({ entities: 1 });
    expect(report.published).toBeUndefined();
  });

  it('sets a row without its id aside, and one with too many cells', async () => {
    const text = `${CSV}${row({ 'Name 6': 'NOBODY' })}\n${row(HOLDING)},more\n${row(HOLDING)}\n`;
    const { report } = await read(text);
    expect(report.rowsSetAside).toMatchObject([
      { line: 7, reason: 'no Unique ID', text: 'NOBODY' },
      { line: 8, reason: '59 cells in place of 58' },
    ]);
    expect(report.rows.main).toBe(7);
  });

  it.each([
    ['without a required column', CSV.replace('Unique ID', 'Uniq ID'), 'LIST_MALFORMED', '"Unique ID"'],
    ['cut within a row', CSV.slice(0, -100), 'LIST_TRUNCATED', 'line'],
    ['cut within a quoted cell', CSV.slice(0, -2), 'LIST_TRUNCATED', 'not closed'],
    ['cut before its header', 'Report Date: 02-Oct-2026\n', 'LIST_TRUNCATED', 'header'],
    ['without a row', `Report Date: 02-Oct-2026\n${HEADER}\n`, 'LIST_EMPTY', 'no listed party'],
    ['that is a web page', '<!DOCTYPE html><html></html>', 'LIST_WRONG_FORMAT', 'web page'],
  ])('refuses a file %s', async (_what, text, code, words) => {
    await expect(read(text)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words),
    });
  });
});
