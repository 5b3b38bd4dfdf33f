import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ofOneFile, readRecords } from '../../../test/support/read-list.ts';
import { toFollowTheMoney } from '../../model/entity.ts';
import { listingsOf, partyOf } from '../../model/record.ts';
import { fileFromBytes, fileFromDisk, type ListFile } from '../list-file.ts';
import { type XmlElement, xmlElements } from '../read/xml.ts';
import { euFsfXml } from './eu-fsf-xml.ts';
import { lostWords } from './lost-words.ts';

const shared = fileURLToPath(new URL('../../../../shared/lists/', import.meta.url));
const EXCERPT = `${shared}eu/fsf-xml-excerpt-2020-04-15/excerpt.xml`;
const SCHEMA = `${shared}schemas/eu-fsf-schema_1_1.xsd`;
const hasXmllint = spawnSync('xmllint', ['--version']).error === undefined;

// Invented entries; valid against the list's schema 1.1.
const MAIN =
  'regulationType="regulation" publicationDate="2022-03-09" numberTitle="2022/394 (OJ L81)" publicationUrl="https://example.org/l81"';
const LATER =
  'regulationType="amendment" publicationDate="2023-02-25" numberTitle="2023/430 (OJ L59I)" publicationUrl="https://example.org/l59"';
const SUMMARY = `<regulationSummary ${MAIN}/>`;
const AMENDED = `<regulationSummary ${LATER}/>`;
const XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-08-05T16:47:04.449+02:00" globalFileId="1">
  <sanctionEntity designationDate="2022-03-01" designationDetails="Annex I, no. 7" unitedNationId="QDi.901" euReferenceNumber="EU.901.1" logicalId="901">
    <remark>Director of works</remark>
    <additionalInformation key="shoe size" value="44"/>
    <regulation regulationType="regulation" organisationType="council" publicationDate="2022-03-09" entryIntoForceDate="2022-03-10" numberTitle="2022/394 (OJ L81)" programme="UKR" logicalId="1">
      <publicationUrl>https://example.org/l81</publicationUrl>
    </regulation>
    <subjectType code="person" classificationCode="P"/>
    <nameAlias firstName="Иван" middleName="" lastName="Примеров" wholeName="Иван Примеров" function="" title="" nameLanguage="RU" strong="true" regulationLanguage="en" logicalId="5">${SUMMARY}</nameAlias>
    <nameAlias firstName="" middleName="" lastName="" wholeName="Vanya" function="" title="" nameLanguage="" strong="true" regulationLanguage="en" logicalId="4"><remark>low quality alias</remark>${SUMMARY}</nameAlias>
    <nameAlias firstName="" middleName="" lastName="" wholeName="Ivan Altname" function="" title="" nameLanguage="" strong="false" regulationLanguage="en" logicalId="6"><remark>formerly known as</remark>${AMENDED}</nameAlias>
    <nameAlias firstName="Ivan" middleName="P" lastName="Primerov" wholeName="Ivan P Primerov" function="(a) Director, (b) Deputy" gender="M" title="(a) Colonel, (b) Dr." nameLanguage="EN" strong="true" regulationLanguage="en" logicalId="7">${SUMMARY}</nameAlias>
    <nameAlias firstName="" middleName="" lastName="" wholeName="Ivan Primeroff" function="" title="" nameLanguage="FR" strong="true" regulationLanguage="en" logicalId="3">${SUMMARY}</nameAlias>
    <citizenship acquisitionDate="1999-01-01" region="" countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION" regulationLanguage="en" logicalId="8">${SUMMARY}</citizenship>
    <birthdate circa="false" calendarType="GREGORIAN" city="Omsk" zipCode="644000" birthdate="1970-05-02" dayOfMonth="2" monthOfYear="5" year="1970" region="Siberia" place="Hospital" countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION" regulationLanguage="en" logicalId="9">${SUMMARY}</birthdate>
    <birthdate circa="true" calendarType="GREGORIAN" city="" zipCode="" yearRangeFrom="1968" yearRangeTo="1969" region="" place="" countryIso2Code="00" countryDescription="UNKNOWN" regulationLanguage="en" logicalId="10">${SUMMARY}</birthdate>
    <birthdate circa="false" calendarType="GREGORIAN" city="" zipCode="" monthOfYear="7" year="1971" region="" place="" countryIso2Code="00" countryDescription="UNKNOWN" regulationLanguage="en" logicalId="10">${SUMMARY}</birthdate>
    <birthdate circa="false" calendarType="ISLAMIC" city="" zipCode="" year="1343" region="" place="" countryIso2Code="00" countryDescription="UNKNOWN" regulationLanguage="en" logicalId="11">${SUMMARY}</birthdate>
    <address city="Moscow" street="1 Main Street" poBox="12" zipCode="101000" region="" place="" asAtListingTime="true" countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION" regulationLanguage="en" logicalId="12"><remark>seen in 2020</remark>${SUMMARY}<contactInfo key="EMAIL" value="a@example.ru, b@example.ru"/><contactInfo key="FAX" value="+7 495 000"/></address>
    <identification diplomatic="true" knownExpired="false" knownFalse="true" reportedLost="false" revokedByIssuer="false" issueDate="2010-01-02" issuedBy="MID" latinNumber="" nameOnDocument="Ivan P" number="AA123" validTo="2020-01-02" identificationTypeCode="passport" identificationTypeDescription="National passport" region="" countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION" regulationLanguage="en" logicalId="13">${SUMMARY}</identification>
    <identification diplomatic="false" knownExpired="false" knownFalse="false" reportedLost="false" revokedByIssuer="false" number="" identificationTypeCode="id" identificationTypeDescription="National identification card" countryIso2Code="00" countryDescription="UNKNOWN" regulationLanguage="en" logicalId="14"><remark>Card burnt</remark>${SUMMARY}</identification>
  </sanctionEntity>
  <sanctionEntity logicalId="902">
    <regulation regulationType="regulation" organisationType="commission" publicationDate="2022-03-09" entryIntoForceDate="2022-03-10" numberTitle="2022/394 (OJ L81)" programme="UKR" logicalId="1"/>
    <subjectType code="enterprise" classificationCode="E"/>
    <nameAlias wholeName="Example Works" function="Makes rain" strong="true" regulationLanguage="en" logicalId="20">${SUMMARY}</nameAlias>
    <address city="" street="" poBox="" zipCode="" region="" place="" countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION" regulationLanguage="en" logicalId="21">${SUMMARY}<contactInfo key="WEB" value="www.example.ru"/><contactInfo key="PHONE" value="+7 495 000 00 01"/></address>
    <identification number="7707083893" identificationTypeCode="fiscalcode" identificationTypeDescription="Fiscal code" countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION" regulationLanguage="en" logicalId="22">${SUMMARY}</identification>
    <identification number="1027700132195" identificationTypeCode="regnumber" identificationTypeDescription="Registration number" countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION" regulationLanguage="en" logicalId="23">${SUMMARY}</identification>
  </sanctionEntity>
</export>
`;

const read = (file: ListFile) => readRecords(ofOneFile(euFsfXml, 'eu_fsf', file));

const readText = (text: string) => read(fileFromBytes('fsf.xml', text));

describe('the EU list', () => {
  it('gives a person with everything that the list says', async () => {
    const { of, report } = await readText(XML);
    expect(report).toMatchObject({
      published: '2026-08-05',
      rows: { main: 2 },
      entities: 2,
      valuesSetAside: [],
    });
    expect(toFollowTheMoney(partyOf(of('EU.901.1'))).properties).toEqual({
      name: ['Ivan P Primerov'],
      alias: ['Иван Примеров', 'Ivan Primeroff'],
      weakAlias: ['Vanya'],
      previousName: ['Ivan Altname'],
      firstName: ['Иван', 'Ivan'],
      middleName: ['P'],
      lastName: ['Примеров', 'Primerov'],
      title: ['Colonel', 'Dr.'],
      position: ['Director', 'Deputy'],
      gender: ['male'],
      topics: ['sanction'],
      citizenship: ['ru'],
      birthDate: ['1970-05-02', '1968', '1969', '1971-07'],
      birthPlace: ['Hospital, Omsk, Siberia, 644000, RUSSIAN FEDERATION'],
      birthCountry: ['ru'],
      addressEntity: ['eu_fsf-EU.901.1-address-1'],
      address: ['1 Main Street, P.O. Box 12, Moscow, 101000, RUSSIAN FEDERATION'],
      country: ['ru'],
      email: ['a@example.ru', 'b@example.ru'],
      passportNumber: ['AA123'],
      notes: [
        'Name Vanya: low quality alias',
        'Name Ivan Altname: formerly known as',
        'Citizenship RUSSIAN FEDERATION: acquired on 1999-01-01',
        'Date of birth: 1343 (islamic calendar)',
        'FAX: +7 495 000',
        'Identification: National identification card; Card burnt',
        'Regulation 2022/394 (OJ L81): council regulation, published 2022-03-09, in force from 2022-03-10',
        'Director of works',
        'Designation details: Annex I, no. 7',
        'Logical id: 901',
        'Regulation 2023/430 (OJ L59I): amendment, published 2023-02-25, https://example.org/l59',
        'additionalInformation key: shoe size',
        'additionalInformation value: 44',
      ],
    });
    expect(partyOf(of('EU.901.1')).properties.alias?.map(({ lang }) => lang)).toEqual(['ru', 'fr']);
    expect(partyOf(of('EU.901.1')).properties.birthDate?.map(({ original }) => original)).toEqual([
      undefined,
      'circa 1968 to 1969',
      'circa 1968 to 1969',
      undefined,
    ]);
    const passport = of('EU.901.1').entities.find((entity) => entity.schema === 'Passport');
    expect(passport && toFollowTheMoney(passport).properties).toMatchObject({
      summary: ['diplomatic; known to be false; issued by MID; name on it: Ivan P'],
      startDate: ['2010-01-02'],
      endDate: ['2020-01-02'],
      country: ['ru'],
    });
    expect(listingsOf(of('EU.901.1'))).toEqual([
      {
        dataset: 'eu_fsf',
        authority: 'European Union',
        sourceRecord: 'EU.901.1',
        program: 'UKR',
        listedOn: '2022-03-01',
        legalBasis: '2022/394 (OJ L81)',
        sourceUrl: 'https://example.org/l81',
      },
    ]);
    const sanction = of('EU.901.1').entities.find((entity) => entity.schema === 'Sanction');
    expect(sanction?.properties.unscId?.[0]?.value).toBe('QDi.901');
  });

  it('gives a body by its logical id where it has no reference number', async () => {
    const { of } = await readText(XML);
    expect(toFollowTheMoney(partyOf(of('902')))).toMatchObject({
      schema: 'Organization',
      properties: {
        name: ['Example Works'],
        innCode: ['7707083893'],
        ogrnCode: ['1027700132195'],
        website: ['www.example.ru'],
        phone: ['+7 495 000 00 01'],
      },
    });
    expect(listingsOf(of('902'))).toMatchObject([{ listedOn: '2022-03-10' }]);
  });

  it('loses no word of an entry', async () => {
    await expectNothingLost(fileFromBytes('fsf.xml', XML));
  });

  it.runIf(hasXmllint && existsSync(SCHEMA))(
    'is tested with a file that is valid (left out without xmllint or ../shared)',
    () => {
      const checked = spawnSync('xmllint', ['--noout', '--schema', SCHEMA, '-'], {
        input: XML,
        encoding: 'utf8',
      });
      expect(checked.stderr).toBe('- validates\n');
    },
  );

  it('tells two entries of one reference number apart by their logical ids', async () => {
    const text = XML.replace(' logicalId="902"', ' euReferenceNumber="EU.901.1" logicalId="902"');
    const { records } = await readText(text);
    expect(records.map(({ recordId }) => recordId)).toEqual(['EU.901.1', 'EU.901.1-902']);
  });

  it('sets an entry without a name aside, naming the line', async () => {
    const { report } = await readText(XML.replace('wholeName="Example Works"', 'wholeName=""'));
    expect(report.rowsSetAside).toMatchObject([{ reason: 'no name', line: 24, text: '902' }]);
  });

  it.each([
    ['a cut file', XML.slice(0, 4000), 'LIST_TRUNCATED'],
    ['broken XML', XML.replace('</nameAlias>', '</name>'), 'LIST_MALFORMED'],
    ['another root', XML.replaceAll('export', 'import'), 'LIST_WRONG_FORMAT'],
    ['a web page', '<html><body>Maintenance</body></html>', 'LIST_WRONG_FORMAT'],
    ['a list of nobody', XML.replace(/<sanctionEntity[\s\S]*<\/sanctionEntity>/u, ''), 'LIST_EMPTY'],
  ])('refuses %s', async (_what, text, code) => {
    await expect(readText(text)).rejects.toMatchObject({ code });
  });

  it.skipIf(!existsSync(EXCERPT))(
    'reads the real excerpt and loses no word (left out without ../shared)',
    async () => {
      const { of, report } = await read(fileFromDisk(EXCERPT));
      expect(report).toMatchObject({
        published: '2020-04-15',
        rows: { main: 7 },
        entities: 7,
        rowsSetAside: [],
      });
      // Named first in the file is "Abou Ali", a French spelling of a nickname.
      expect(toFollowTheMoney(partyOf(of('EU.27.28'))).properties).toMatchObject({
        name: ['Saddam Hussein Al-Tikriti'],
        birthDate: ['1937-04-28'],
        citizenship: ['iq'],
      });
      await expectNothingLost(fileFromDisk(EXCERPT));
    },
  );
});

/** Attributes that are ids of the publisher's database, codes told in words beside them, flags, or parts of a date. */
const NOT_KEPT = new Set([
  'logicalId',
  'regulationLanguage',
  'countryIso2Code',
  'identificationTypeCode',
  'code',
  'classificationCode',
  'strong',
  'circa',
  'asAtListingTime',
  'diplomatic',
  'knownExpired',
  'knownFalse',
  'reportedLost',
  'revokedByIssuer',
  'dayOfMonth',
  'monthOfYear',
  'nameLanguage',
  'gender',
  'key',
  'calendarType',
  'publicationUrl',
]);

async function expectNothingLost(file: ListFile): Promise<void> {
  const { records } = await read(file);
  const byId = new Map(records.map((record) => [record.recordId, record]));
  for await (const { kind, element } of xmlElements(file, ['sanctionEntity'], 'export')) {
    if (kind === 'root') continue;
    const record = byId.get(element.attribute('euReferenceNumber') ?? element.attribute('logicalId') ?? '');
    if (!record) throw new Error(element.path);
    expect([element.path, lostWords(textsIn(element), record)]).toEqual([element.path, []]);
  }
}

function textsIn(element: XmlElement): string[] {
  const attributes = Object.entries(element.attributes)
    .filter(([name, value]) => !NOT_KEPT.has(name) && value !== 'UNKNOWN')
    .map(([, value]) => value.replace(/\([ab]\) /gu, ''));
  // A summary of the entry's own regulation says nothing that the regulation does not.
  const own =
    element.name === 'regulationSummary' ? attributes.filter((text) => text !== 'regulation') : attributes;
  return [element.text, ...own, ...element.elements.flatMap(textsIn)];
}
