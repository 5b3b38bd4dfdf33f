import { describe, expect, it } from 'vitest';
import { ofOneFile, readRecords } from '../../../test/support/read-list.ts';
import { toFollowTheMoney } from '../../model/entity.ts';
import { listingsOf, partyOf } from '../../model/record.ts';
import { fileFromBytes } from '../list-file.ts';
import { chSecoXml } from './ch-seco-xml.ts';

// Invented entries in the layout of the list, from public knowledge of its schema.
const PERSON = `<target ssid="5001">
    <sanctions-set-id>4387</sanctions-set-id>
    <foreign-identifier>QDi.901</foreign-identifier>
    <individual sex="male">
      <identity ssid="2" main="false">
        <name ssid="14" name-type="primary-name" quality="good"><name-part order="1" name-part-type="whole-name"><value>Ivan Second</value></name-part></name>
      </identity>
      <identity ssid="1" main="true">
        <name ssid="2" name-type="primary-name" quality="good" lang="eng">
          <name-part order="1" name-part-type="family-name"><value>Exampleuski</value><spelling-variant lang="RUS" script="LATN" spelling-variant-type="not-defined">Exampleuskiy</spelling-variant><spelling-variant lang="RUS" script="CYRL">Примеровский</spelling-variant></name-part>
          <name-part order="2" name-part-type="given-name"><value>Ivan</value><spelling-variant lang="RUS" script="CYRL">Иван</spelling-variant></name-part>
          <name-part order="3" name-part-type="father-name"><value>Petrovich</value><spelling-variant lang="RUS" script="CYRL">Петрович</spelling-variant></name-part>
          <name-part order="4" name-part-type="title"><value>Colonel</value></name-part>
        </name>
        <name ssid="3" name-type="alias" quality="low" lang="eng"><name-part order="1" name-part-type="whole-name"><value>Vanya</value></name-part></name>
        <name ssid="4" name-type="formerly-known-as" quality="good"><name-part order="1" name-part-type="whole-name"><value>I. Oldname</value></name-part></name>
        <day-month-year ssid="5" day="23" month="3" year="1980" calendar="Gregorian" quality="good"/>
        <day-month-year ssid="6" day="0" month="0" year="1981" calendar="Gregorian" quality="low"/>
        <day-month-year ssid="7" day="1" month="1" year="1359" calendar="Islamic"/>
        <place-of-birth ssid="8" place-id="900" quality="good"/>
        <nationality ssid="9"><country iso-code="BY">Belarus</country></nationality>
        <address ssid="10" place-id="900" quality="low" current="false"><c-o>Sports Club</c-o><address-details>ul. Primernaya 4</address-details><p-o-box>12</p-o-box><zip-code>220029</zip-code><remark>as at 2020</remark></address>
        <identification-document ssid="11" document-type="diplomatic-passport"><number>MP1234567</number><issuer code="BY">Belarus</issuer><date-of-issue>2015-02-03</date-of-issue><place-of-issue place-id="900"/><expiry-date><day-month-year day="3" month="2" year="2025"/></expiry-date><remark>seen once</remark></identification-document>
        <identification-document ssid="12" document-type="id-card"><remark>burnt</remark></identification-document>
      </identity>
      <justification ssid="13">Ran the ministry of rain.</justification>
      <relation ssid="15" target-id="5002" relation-type="related-to"><remark>chairman</remark></relation>
      <relation ssid="16" target-id="5003" relation-type="related-to"/>
      <relation ssid="17" target-id="77" relation-type="related-to"/>
      <other-information ssid="18">Phone number: +375 17 000 00 01</other-information>
      <shoe-size>44</shoe-size>
    </individual>
    <generic-attribute ssid="19" name="Listing number">7</generic-attribute>
    <modification modification-type="amended" effective-date="2022-03-16"><added><individual><identity ssid="1"><name><name-part><value>Never Shown</value></name-part></name></identity></individual></added></modification>
    <modification modification-type="listed" publication-date="2020-10-13" effective-date="2020-10-12"/>
    <modification modification-type="de-listed" effective-date="2018-01-01"/>
    <modification modification-type="listed" effective-date="2016-01-01"/>
  </target>`;
const ENTITY = `<target ssid="5002" sanctions-set-id="4387"><sanctions-set-id>46113</sanctions-set-id>
    <entity><identity main="true"><name name-type="primary-name" quality="good"><name-part order="1" name-part-type="whole-name"><value>Example Works</value></name-part></name></identity>
    <other-information>Tax Identification Number: INN 7707083893</other-information><other-information>Website: www.example.by</other-information><other-information>Date of registration: 1.2.1994</other-information></entity>
    <modification modification-type="listed" effective-date="2021-01-01"/></target>`;
const FORMER = `<target ssid="5003"><sanctions-set-id>4387</sanctions-set-id>
    <individual><identity main="true"><name name-type="primary-name"><name-part order="1" name-part-type="whole-name"><value>Gone Person</value></name-part></name></identity></individual>
    <modification modification-type="amended" effective-date="2019-01-01"/><modification modification-type="de-listed" effective-date="2020-01-01"/></target>`;
const SHIP = `<target ssid="5004"><sanctions-set-id>4387</sanctions-set-id>
    <object object-type="vessel"><identity main="true"><name name-type="primary-name"><name-part order="1" name-part-type="whole-name"><value>EXAMPLE STAR</value></name-part></name></identity>
    <other-information>IMO Number: 8405270</other-information></object></target>`;
const SOON_OFF = `<target ssid="5005"><individual><identity><name name-type="alias"><name-part><value>Still Listed</value></name-part></name></identity></individual>
    <modification modification-type="de-listed" effective-date="2026-09-01"/><modification modification-type="listed" effective-date="2020-01-01"/></target>`;

function document(targets: readonly string[], listType = 'whole-list'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<swiss-sanctions-list list-type="${listType}" date="2026-08-27">
  <sanctions-program ssid="20" version-date="2026-05-21" predecessor-version-date="2025-12-12">
    <program-key lang="ger">Belarus (de)</program-key><program-key lang="eng">Belarus</program-key>
    <program-name lang="ger">Verordnung</program-name><program-name lang="eng">Ordinance on Belarus, annex 13</program-name>
    <sanctions-set ssid="4387" lang="ger">Finanzsanktionen</sanctions-set><sanctions-set ssid="4387" lang="eng">article 12, financial sanctions</sanctions-set>
    <sanctions-set ssid="46113" lang="eng">article 16, capital market</sanctions-set>
    <origin>EU</origin>
  </sanctions-program>
  ${targets.join('\n  ')}
  <place ssid="900"><location>Minsk</location><location-variant variant-type="spelling">Miensk</location-variant><area>Minsk Region</area><country iso-code="BY">Belarus</country></place>
</swiss-sanctions-list>
`;
}

const ALL = [PERSON, ENTITY, FORMER, SHIP, SOON_OFF];

const read = (text: string) =>
  readRecords(ofOneFile(chSecoXml, 'ch_seco_sanctions', fileFromBytes('seco.xml', text)));

describe('the Swiss list', () => {
  it('gives a person with everything that the list says', async () => {
    const { of, report } = await read(document(ALL));
    expect(report).toMatchObject({
      published: '2026-08-27',
      rows: { main: 5 },
      entities: 4,
      valuesSetAside: [],
    });
    expect(toFollowTheMoney(partyOf(of('5001'))).properties).toEqual({
      name: ['Ivan Petrovich Exampleuski'],
      alias: ['Ivan Petrovich Exampleuskiy', 'Иван Петрович Примеровский', 'Ivan Second'],
      weakAlias: ['Vanya'],
      previousName: ['I. Oldname'],
      firstName: ['Ivan'],
      fatherName: ['Petrovich'],
      lastName: ['Exampleuski'],
      title: ['Colonel'],
      birthDate: ['1980-03-23', '1981'],
      birthPlace: ['Minsk, Minsk Region, Belarus'],
      birthCountry: ['by'],
      nationality: ['by'],
      addressEntity: ['ch_seco_sanctions-5001-address-1'],
      address: ['ul. Primernaya 4, c/o Sports Club, P.O. Box 12, Minsk, Minsk Region, 220029, Belarus'],
      country: ['by'],
      passportNumber: ['MP1234567'],
      topics: ['sanction'],
      gender: ['male'],
      phone: ['+375 17 000 00 01'],
      modifiedAt: ['2022-03-16', '2020-10-12', '2018-01-01', '2016-01-01'],
      notes: [
        'Date: day 1, month 1, year 1359, calendar Islamic',
        'Place Minsk, Minsk Region, Belarus, also: Miensk',
        'Identification document: id card; burnt',
        'Phone number: +375 17 000 00 01',
        'Relation: related to, target 77',
        'Foreign identifier: QDi.901',
        'Origin of the listing: EU',
        'Listing number: 7',
        'individual shoe-size: 44',
      ],
    });
    expect(partyOf(of('5001')).properties.name?.[0]?.original).toBe('Exampleuski Ivan Petrovich');
    expect(partyOf(of('5001')).properties.alias?.map(({ lang }) => lang)).toEqual(['ru', 'ru', undefined]);
    const passport = of('5001').entities.find((entity) => entity.schema === 'Passport');
    expect(passport && toFollowTheMoney(passport).properties).toMatchObject({
      type: ['diplomatic passport'],
      country: ['by'],
      startDate: ['2015-02-03'],
      endDate: ['2025-02-03'],
      summary: ['seen once; issued in Minsk, Minsk Region, Belarus'],
    });
    const address = of('5001').entities.find((entity) => entity.schema === 'Address');
    expect(address?.properties.remarks?.[0]?.value).toBe(
      'as at 2020; not current; quality low; also: Miensk',
    );
    // On the list since it was put back on it.
    expect(listingsOf(of('5001'))).toEqual([
      {
        dataset: 'ch_seco_sanctions',
        authority: 'State Secretariat for Economic Affairs',
        sourceRecord: '5001',
        program: 'Belarus',
        listedOn: '2020-10-12',
        reason: 'Ran the ministry of rain.',
        legalBasis: 'Ordinance on Belarus, annex 13',
      },
    ]);
  });

  it('leads relations to records, or to a name where the other is no longer listed', async () => {
    const { of } = await read(document(ALL));
    const links = of('5001').entities.filter((entity) => entity.schema === 'UnknownLink');
    expect(links.map((link) => toFollowTheMoney(link).properties)).toEqual([
      {
        subject: ['ch_seco_sanctions-5001'],
        object: ['ch_seco_sanctions-5002'],
        role: ['related to; chairman'],
      },
      {
        subject: ['ch_seco_sanctions-5001'],
        object: ['ch_seco_sanctions-5001-related-1'],
        role: ['related to'],
      },
    ]);
    const other = of('5001').entities.find((entity) => entity.id.endsWith('related-1'));
    expect(other?.properties.name?.[0]?.value).toBe('Gone Person');
  });

  it('gives a body with a listing for each set of measures, and a ship with its number', async () => {
    const { of } = await read(document(ALL));
    expect(toFollowTheMoney(partyOf(of('5002')))).toMatchObject({
      schema: 'Organization',
      properties: {
        name: ['Example Works'],
        innCode: ['7707083893'],
        website: ['www.example.by'],
        incorporationDate: ['1994-02-01'],
      },
    });
    const sanctions = of('5002').entities.filter((entity) => entity.schema === 'Sanction');
    expect(sanctions.map((entity) => entity.properties.provisions?.[0]?.value)).toEqual([
      'article 12, financial sanctions',
      'article 16, capital market',
    ]);
    expect(toFollowTheMoney(partyOf(of('5004')))).toMatchObject({
      schema: 'Vessel',
      properties: { imoNumber: ['8405270'] },
    });
  });

  it('sets targets that were taken off the list aside, without calling the list incomplete', async () => {
    const { report } = await read(document(ALL));
    expect(report.rowsSetAside).toMatchObject([
      {
        at: 'target[3]',
        text: '5003 | Gone Person',
        reason: 'taken off the list on 2020-01-01',
        isHarmless: true,
      },
    ]);
    expect(report.rowsLost).toBe(0);
  });

  it('keeps a target that will only be taken off after the day of the list', async () => {
    const { of } = await read(document(ALL));
    expect(toFollowTheMoney(partyOf(of('5005'))).properties).toMatchObject({ name: ['Still Listed'] });
  });

  it('sets a target without a name aside as a loss', async () => {
    const { report } = await read(document([PERSON, '<target ssid="6"><individual/></target>']));
    expect(report.rowsSetAside).toMatchObject([{ reason: 'no name', line: 48, text: '6' }]);
    expect(report.rowsLost).toBe(1);
  });

  it.each([
    ['a list of changes', document(ALL, 'delta-list'), 'LIST_WRONG_FORMAT'],
    ['a cut file', document(ALL).slice(0, 3000), 'LIST_TRUNCATED'],
    ['broken XML', document(ALL).replace('</identity>', '</id>'), 'LIST_MALFORMED'],
    ['another root', document(ALL).replaceAll('swiss-sanctions-list', 'list'), 'LIST_WRONG_FORMAT'],
    ['a web page', '<html><body>Moved</body></html>', 'LIST_WRONG_FORMAT'],
    ['a list of which all were taken off', document([FORMER]), 'LIST_EMPTY'],
  ])('refuses %s', async (_what, text, code) => {
    await expect(read(text)).rejects.toMatchObject({ code });
  });
});
