import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ofOneFile, readRecords } from '../../../test/support/read-list.ts';
import { textsOf, toFollowTheMoney } from '../../model/entity.ts';
import { listingsOf, partyOf } from '../../model/record.ts';
import { fileFromBytes, fileFromDisk, type ListFile } from '../list-file.ts';
import { type XmlElement, xmlElements } from '../read/xml.ts';
import { lostWords } from './lost-words.ts';
import { aliasNames } from './un-aliases.ts';
import { unXml } from './un-xml.ts';

const shared = fileURLToPath(new URL('../../../../shared/lists/un/', import.meta.url));

async function read(file: ListFile) {
  const {
    records,
    report,
    propertiesOf: party,
  } = await readRecords(ofOneFile(unXml, 'un_sc_sanctions', file));
  return { records, report, party };
}

// Invented entries in the layout of the list.
const INDIVIDUAL = `<INDIVIDUAL>
  <DATAID>6900001</DATAID><VERSIONNUM>1</VERSIONNUM>
  <FIRST_NAME> AHMAD </FIRST_NAME><SECOND_NAME>EXAMPLE</SECOND_NAME><THIRD_NAME>AL-THIRD</THIRD_NAME><FOURTH_NAME>na</FOURTH_NAME>
  <UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE><REFERENCE_NUMBER>QDi.901</REFERENCE_NUMBER><LISTED_ON>2015-03-27-04:00</LISTED_ON>
  <NAME_ORIGINAL_SCRIPT>احمد</NAME_ORIGINAL_SCRIPT>
  <COMMENTS1>Gender: Male. Of no fixed abode.</COMMENTS1>
  <HAS_INTERPOL_LINK>YES</HAS_INTERPOL_LINK><INTERPOL_LINK>https://example.org/notice</INTERPOL_LINK>
  <TITLE><VALUE>Haji</VALUE></TITLE>
  <DESIGNATION><VALUE>a) Minister of Rain b) Envoy to the Sea</VALUE></DESIGNATION>
  <NATIONALITY><VALUE>Kuwait</VALUE><VALUE>na</VALUE><VALUE>Atlantis</VALUE></NATIONALITY>
  <LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE>
  <LAST_DAY_UPDATED><VALUE>2019-05-01</VALUE><VALUE/></LAST_DAY_UPDATED>
  <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>EXAMPLE, Ahmed</ALIAS_NAME><NAME_ORIGINAL_SCRIPT>احمد المثال (مُدرج سابقاً بهذا الاسم)</NAME_ORIGINAL_SCRIPT></INDIVIDUAL_ALIAS>
  <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Abu Matar</ALIAS_NAME><DATE_OF_BIRTH>1979-12-31</DATE_OF_BIRTH><CITY_OF_BIRTH>Maskara</CITY_OF_BIRTH><COUNTRY_OF_BIRTH>Algeria</COUNTRY_OF_BIRTH></INDIVIDUAL_ALIAS>
  <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Ahmad Former</ALIAS_NAME><NOTE>previously listed as</NOTE></INDIVIDUAL_ALIAS>
  <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
  <INDIVIDUAL_ADDRESS><STREET>1 Main Street</STREET><CITY>Doha</CITY><STATE_PROVINCE>Ad Dawhah</STATE_PROVINCE><ZIP_CODE>123</ZIP_CODE><COUNTRY>Qatar</COUNTRY><NOTE>as at 2015</NOTE></INDIVIDUAL_ADDRESS>
  <INDIVIDUAL_ADDRESS><COUNTRY/><NOTE>In prison</NOTE></INDIVIDUAL_ADDRESS>
  <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1973-03-06</DATE></INDIVIDUAL_DATE_OF_BIRTH>
  <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1970</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
  <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1966</FROM_YEAR><TO_YEAR>1967</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
  <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><YEAR>1958</YEAR><NOTE>Sep.</NOTE></INDIVIDUAL_DATE_OF_BIRTH>
  <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>24/06/1402 (Hijri Calendar)</NOTE></INDIVIDUAL_DATE_OF_BIRTH>
  <INDIVIDUAL_PLACE_OF_BIRTH><CITY>Doha</CITY><COUNTRY>Qatar</COUNTRY><NOTE>or near it</NOTE></INDIVIDUAL_PLACE_OF_BIRTH>
  <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>Qatari passport number 00868774</NUMBER><DATE_OF_ISSUE>2008-10-28</DATE_OF_ISSUE><CITY_OF_ISSUE>Doha</CITY_OF_ISSUE><COUNTRY_OF_ISSUE>Qatar</COUNTRY_OF_ISSUE><NOTE>expired on 27 Apr. 2014</NOTE></INDIVIDUAL_DOCUMENT>
  <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>National Identification Number</TYPE_OF_DOCUMENT><NOTE>Italian Fiscal Code: XMPLMD74T11Z352Z</NOTE></INDIVIDUAL_DOCUMENT>
  <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NOTE>issued in 1993</NOTE></INDIVIDUAL_DOCUMENT>
  <INDIVIDUAL_DOCUMENT/>
  <SORT_KEY/><SORT_KEY_LAST_MOD/>
  <SHOE_SIZE>44</SHOE_SIZE>
</INDIVIDUAL>`;
const ENTITY = `<ENTITY>
  <DATAID>6900002</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME>EXAMPLE RAIN COMPANY</FIRST_NAME>
  <UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPe.901</REFERENCE_NUMBER><LISTED_ON>2016-03-02</LISTED_ON>
  <SUBMITTED_ON>2016-02-01</SUBMITTED_ON><COMMENTS1/>
  <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Rain Co., Ltd</ALIAS_NAME></ENTITY_ALIAS>
  <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Drizzle Company</ALIAS_NAME></ENTITY_ALIAS>
  <ENTITY_ADDRESS><CITY>Pyongyang</CITY><COUNTRY>Democratic People's Republic of Korea</COUNTRY></ENTITY_ADDRESS>
</ENTITY>`;

function document(...entries: string[]): string {
  const individuals = entries.filter((entry) => entry.startsWith('<INDIVIDUAL>')).join('\n');
  const entities = entries.filter((entry) => entry.startsWith('<ENTITY>')).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="2026-04-17T23:00:06.464Z">
<INDIVIDUALS>${individuals}</INDIVIDUALS>
<ENTITIES>${entities}</ENTITIES>
</CONSOLIDATED_LIST>`;
}

describe('the UN list', () => {
  it('gives a person with everything that the list says', async () => {
    const { records, report, party } = await read(fileFromBytes('un.xml', document(INDIVIDUAL, ENTITY)));
    expect(report).toMatchObject({
      published: '2026-04-17',
      rows: { main: 2 },
      entities: 2,
      rowsSetAside: [],
    });
    expect(party('QDi.901')).toEqual({
      name: ['AHMAD EXAMPLE AL-THIRD'],
      firstName: ['AHMAD'],
      secondName: ['EXAMPLE'],
      middleName: ['AL-THIRD'],
      alias: ['احمد', 'Ahmed EXAMPLE'],
      weakAlias: ['Abu Matar'],
      previousName: ['احمد المثال', 'Ahmad Former'],
      topics: ['sanction'],
      title: ['Haji'],
      position: ['Minister of Rain', 'Envoy to the Sea'],
      nationality: ['kw'],
      birthDate: ['1979-12-31', '1973-03-06', '1970', '1966', '1967', '1958', '1958-09'],
      birthPlace: ['Maskara, Algeria', 'Doha, Qatar'],
      birthCountry: ['dz', 'qa'],
      gender: ['male'],
      passportNumber: ['00868774'],
      idNumber: ['XMPLMD74T11Z352Z'],
      addressEntity: ['un_sc_sanctions-QDi.901-address-1'],
      address: ['1 Main Street, Doha, Ad Dawhah, 123, Qatar'],
      country: ['qa'],
      modifiedAt: ['2019-05-01'],
      notes: [
        'Alias Ahmad Former: previously listed as',
        'nationality: Atlantis',
        'birthDate: 24/06/1402 (Hijri Calendar)',
        'Place of birth: or near it',
        'Document: Passport; issued in 1993',
        'Address: In prison',
        'INTERPOL-UN Security Council Special Notice: https://example.org/notice',
        'Gender: Male. Of no fixed abode.',
        'DATAID: 6900001, version 1',
        'SHOE_SIZE: 44',
      ],
    });
    expect(report.valuesSetAside.map((value) => value.text)).toEqual([
      'Atlantis',
      '24/06/1402 (Hijri Calendar)',
    ]);
    const [record] = records;
    const passport = record?.entities.find((entity) => entity.schema === 'Passport');
    expect(passport && toFollowTheMoney(passport).properties).toMatchObject({
      number: ['00868774'],
      country: ['qa'],
      startDate: ['2008-10-28'],
      endDate: ['2014-04-27'],
      summary: ['Qatari passport number 00868774; issued in Doha, Qatar; expired on 27 Apr. 2014'],
    });
    expect(record && listingsOf(record)).toMatchObject([{ program: 'Al-Qaida', listedOn: '2015-03-27' }]);
    const sanction = record?.entities.find((entity) => entity.schema === 'Sanction');
    expect(sanction && textsOf(sanction, 'unscId')).toEqual(['QDi.901']);
  });

  it('keeps approximate dates and ranges in the words of the list', async () => {
    const { records } = await read(fileFromBytes('un.xml', document(INDIVIDUAL)));
    const dates = records[0] && partyOf(records[0]).properties.birthDate;
    expect(dates?.map(({ original }) => original)).toEqual([
      undefined,
      undefined,
      'circa 1970',
      '1966 to 1967',
      '1966 to 1967',
      undefined,
      'Sep 1958',
    ]);
    expect(dates?.[0]?.at).toBe('INDIVIDUAL[1]/INDIVIDUAL_ALIAS[2]/DATE_OF_BIRTH[1]');
  });

  it('gives a body with its aliases and former names', async () => {
    const { party } = await read(fileFromBytes('un.xml', document(ENTITY)));
    expect(party('KPe.901')).toMatchObject({
      name: ['EXAMPLE RAIN COMPANY'],
      alias: ['Rain Co., Ltd'],
      previousName: ['Drizzle Company'],
      country: ['kp'],
      notes: ['Submitted on: 2016-02-01', 'DATAID: 6900002, version 1'],
    });
  });

  it('tells two entries with one reference number apart by their DATAID', async () => {
    const twin = INDIVIDUAL.replace('6900001', '6900009');
    const { records } = await read(fileFromBytes('un.xml', document(INDIVIDUAL, twin)));
    expect(records.map(({ recordId }) => recordId)).toEqual(['QDi.901', 'QDi.901-6900009']);
  });

  it('sets an entry without a reference number or without a name aside, naming the line', async () => {
    const nameless = ENTITY.replace('EXAMPLE RAIN COMPANY', '');
    const numberless = INDIVIDUAL.replace('QDi.901', '');
    const { report } = await read(fileFromBytes('un.xml', document(INDIVIDUAL, numberless, nameless)));
    expect(report.entities).toBe(1);
    expect(report.rowsSetAside).toMatchObject([
      { reason: 'no REFERENCE_NUMBER', line: 34, at: 'INDIVIDUAL[2]' },
      { reason: 'no name', at: 'ENTITY[1]' },
    ]);
  });

  it.each([
    ['a cut file', document(INDIVIDUAL).slice(0, 900), 'LIST_TRUNCATED'],
    ['broken XML', document(INDIVIDUAL).replace('</DATAID>', '</DATA>'), 'LIST_MALFORMED'],
    ['another root', document(INDIVIDUAL).replaceAll('CONSOLIDATED_LIST', 'LIST'), 'LIST_WRONG_FORMAT'],
    ['a web page', '<!DOCTYPE html><html><body>Moved</body></html>', 'LIST_WRONG_FORMAT'],
    ['a list of nobody', document(), 'LIST_EMPTY'],
  ])('refuses %s', async (_what, text, code) => {
    await expect(read(fileFromBytes('un.xml', text))).rejects.toMatchObject({ code });
  });

  it.each([
    ['Abdul Rehman; Abd Ur-Rehman', ['Abdul Rehman', 'Abd Ur-Rehman']],
    ['Haji Gulab Gul (حاجی گلاب گل)', ['Haji Gulab Gul', 'حاجی گلاب گل']],
    [
      'حاجى مالك نورزى (Hajji Malik Noorzai; Haji Malek Noorzai)',
      ['حاجى مالك نورزى', 'Hajji Malik Noorzai', 'Haji Malek Noorzai'],
    ],
    ['Encep Nurjaman (birth name)', ['Encep Nurjaman']],
    ['Lom-ali Butayev (Butaev)', ['Lom-ali Butayev (Butaev)']],
    ['Khirullah Khairkhwa, born in Kandahar on 01 Jan.1967', ['Khirullah Khairkhwa']],
    ['MAKENGA, Colonel SULTANI', ['Colonel SULTANI MAKENGA']],
    ['Hilarion Santos, III (third)', ['Hilarion Santos, III']],
    ['(Sheikh) Musa Hilal', ['Musa Hilal']],
    [' ', []],
  ])('reads the alias %s', (text, names) => {
    expect(aliasNames(text, true).map(({ value }) => value)).toEqual(names);
  });

  describe.skipIf(!existsSync(shared))('real lists (left out without ../shared)', () => {
    it.each([
      ['2025-04-19', 684, 193],
      ['2025-11-20', 727, 273],
      ['2026-04-17', 733, 272],
    ])('reads every entry of %s and loses no word of any', async (day, individuals, entities) => {
      const file = fileFromDisk(`${shared}${day}/consolidated.xml.gz`);
      const { records, report } = await read(file);
      expect(report).toMatchObject({
        published: day,
        rows: { main: individuals + entities },
        entities: individuals + entities,
        rowsSetAside: [],
      });
      expect(records.filter((record) => partyOf(record).schema === 'Person')).toHaveLength(individuals);
      const byId = new Map(records.map((record) => [record.recordId, record]));
      for await (const { kind, element } of xmlElements(
        file,
        ['INDIVIDUAL', 'ENTITY'],
        'CONSOLIDATED_LIST',
      )) {
        if (kind === 'root') continue;
        const record = byId.get(element.textAt('REFERENCE_NUMBER') ?? '');
        if (!record) throw new Error(element.path);
        expect([element.path, lostWords(textsIn(element), record)]).toEqual([element.path, []]);
      }
    });

    it('reads the known facts of QDi.334', async () => {
      const { party } = await read(fileFromDisk(`${shared}2026-04-17/consolidated.xml.gz`));
      expect(party('QDi.334')).toMatchObject({
        birthDate: ['1954'],
        birthPlace: ['Doha, Qatar'],
        nationality: ['qa'],
        passportNumber: ['01461558', '00868774'],
        idNumber: ['25463400086', '25463401784'],
      });
    });
  });
});

/** Elements whose text is a grade, a kind or a constant, which becomes a property or nothing. */
const KINDS = ['QUALITY', 'TYPE_OF_DATE', 'LIST_TYPE', 'HAS_INTERPOL_LINK'];

function textsIn(element: XmlElement): string[] {
  if (KINDS.includes(element.name)) return [];
  // "na" is no value; marks of lettered texts, "approximately" (kept as "circa") and zones of days are no content.
  const text = element.text
    .replace(/^na$/u, '')
    .replace(/^approximately$/iu, '')
    .replace(/(?:^|(?<=\s))[a-z]\) /gu, '')
    .replace(/^(\d{4}-\d\d-\d\d)-\d\d:\d\d$/u, '$1');
  return [text, ...element.elements.flatMap(textsIn)];
}
