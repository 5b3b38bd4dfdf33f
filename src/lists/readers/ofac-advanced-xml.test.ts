import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ofOneFile, readRecords } from '../../../test/support/read-list.ts';
import { toFollowTheMoney } from '../../model/entity.ts';
import { listingsOf, partyOf } from '../../model/record.ts';
import { fileFromBytes, readHead } from '../list-file.ts';
import { xmlElements } from '../read/xml.ts';
import { periodText } from './ofac/advanced-references.ts';
import { ofacAdvancedXml } from './ofac-advanced-xml.ts';

const samplePath = fileURLToPath(new URL('./ofac/samples/sdn_advanced.xml', import.meta.url));
const schemaPath = fileURLToPath(
  new URL('../../../../shared/lists/schemas/ofac-sdn_advanced.xsd', import.meta.url),
);
const SAMPLE = readFileSync(samplePath, 'utf8');
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;

const read = (text: string) =>
  readRecords(ofOneFile(ofacAdvancedXml, 'us_ofac_sdn', fileFromBytes('sdn_advanced.xml', text)));

/** The sample without one section, or with another text for it. */
function withSection(section: string, text: string): string {
  return SAMPLE.replace(new RegExp(`<${section}>.*</${section}>`, 'su'), `<${section}>${text}</${section}>`);
}

describe("OFAC's advanced XML", () => {
  it.skipIf(!hasXmllint || !existsSync(schemaPath))(
    "has a sample that is valid by OFAC's own schema (left out without ../shared or xmllint)",
    () => {
      const check = spawnSync('xmllint', ['--noout', '--schema', schemaPath, samplePath], {
        encoding: 'utf8',
      });
      expect(check.stderr).toContain('validates');
      expect(check.status).toBe(0);
    },
  );

  it('resolves references, scripts, documents, places, relations and entries into a person', async () => {
    const { records, report } = await read(SAMPLE);
    expect(report).toMatchObject({
      published: '2025-03-07',
      rows: { main: 3 },
      entities: 3,
      rowsSetAside: [],
      valuesSetAside: [],
    });
    const [record] = records;
    if (!record) throw new Error('no record');
    const entities = record.entities.map(toFollowTheMoney);
    expect(entities[0]).toEqual({
      id: 'us_ofac_sdn-90001',
      schema: 'Person',
      properties: {
        name: ['Ivan Petrovich EXAMPLOV'],
        lastName: ['EXAMPLOV', 'EXEMPLOV', 'OLDOV'],
        firstName: ['Ivan Petrovich', 'Iwan', 'Ivan'],
        middleName: ['Petrovich'],
        alias: ['Иван Петрович ПРИМЕРОВ', 'Iwan EXEMPLOV'],
        previousName: ['Ivan OLDOV'],
        weakAlias: ['Vanya'],
        topics: ['sanction'],
        position: ['Director', 'Colonel'],
        birthDate: ['1966-05-07', '1965', '1966', '1967', '1970-09'],
        birthPlace: ['Omsk, Russia'],
        birthCountry: ['ru'],
        nationality: ['ru'],
        gender: ['male'],
        passportNumber: ['XX1234567', '745000001'],
        addressEntity: ['us_ofac_sdn-90001-address-500', 'us_ofac_sdn-90001-address-500-2'],
        address: [
          '1 Example Street, Building 2, Moscow, 101000, Russia',
          'ул. Примерная, д. 1, Москва, 101000, Russia',
        ],
        country: ['ru'],
        notes: [
          'Birthdate circa 1970-09; False',
          'Digital Currency Address - XBT 1BoatSLRHtKNngkdXEeobR76b53LETtpyT; No forks.',
          'all offices worldwide',
        ],
      },
    });
    const documents = entities
      .filter(({ schema }) => schema === 'Passport')
      .map(({ properties }) => properties);
    expect(documents).toMatchObject([
      { number: ['XX1234567'], country: ['ru'], startDate: ['2019-05-20'], endDate: ['2029-05-19'] },
      {
        number: ['745000001'],
        country: ['kp'],
        summary: ['fraudulent; Example Embassy; Panama City; Expired; in the name of OLDOV, Ivan'],
      },
    ]);
    expect(entities.find(({ schema }) => schema === 'CryptoWallet')?.properties).toMatchObject({
      publicKey: ['1BoatSLRHtKNngkdXEeobR76b53LETtpyT'],
      currencySymbol: ['XBT'],
    });
    expect(entities.find(({ schema }) => schema === 'Representation')?.properties).toMatchObject({
      agent: ['us_ofac_sdn-90001'],
      client: ['us_ofac_sdn-90003'],
    });
    expect(listingsOf(record)).toMatchObject([
      { program: 'RUSSIA-EO14024', listedOn: '2023-03-30', legalBasis: 'Executive Order 14024 (Russia)' },
      { program: 'DPRK4', listedOn: '2024-02-23', legalBasis: 'Executive Order 13810 (North Korea)' },
    ]);
    expect(partyOf(record).properties['name']).toEqual([
      {
        value: 'Ivan Petrovich EXAMPLOV',
        original: 'EXAMPLOV, Ivan Petrovich',
        at: 'DistinctParty[1]/Profile[1]/Identity[1]/Alias[1]/DocumentedName[1]',
      },
    ]);
  });

  it('tells ships and firms by sub-type and type, and who owns the ship', async () => {
    const { records } = await read(SAMPLE);
    const [, ship, firm] = records.map((record) => record.entities.map(toFollowTheMoney));
    expect(ship?.[0]).toMatchObject({
      schema: 'Vessel',
      properties: {
        name: ['EXAMPLE STAR'],
        callSign: ['9HXX9'],
        type: ['Bulk Carrier'],
        flag: ['pa'],
        grossRegisteredTonnage: ['12345'],
        imoNumber: ['9074729'],
      },
    });
    expect(ship?.find(({ schema }) => schema === 'Ownership')?.properties).toEqual({
      asset: ['us_ofac_sdn-90002'],
      owner: ['us_ofac_sdn-90003'],
      role: ['Owned or Controlled By (High; Property of)'],
    });
    expect(firm?.[0]).toMatchObject({
      schema: 'Organization',
      properties: { incorporationDate: ['2010'], website: ['www.example.com'], innCode: ['7707083893'] },
    });
  });

  it('keeps a party without a sanctions entry, and reports entries without a party', async () => {
    const { records, report } = await read(
      SAMPLE.replace('ProfileID="90002" ListID', 'ProfileID="77777" ListID'),
    );
    expect(report.entities).toBe(3);
    expect(records[1] && listingsOf(records[1])).toHaveLength(1);
    expect(report.rowsSetAside).toMatchObject([
      { reason: 'a sanctions entry of profile 77777, which is not here', text: 'RUSSIA-EO14024' },
    ]);
    expect(report.rowsLost).toBe(1);
  });

  it('reports documents and relations without a party, which hide nobody', async () => {
    const { report } = await read(
      SAMPLE.replace('IdentityID="81002"', 'IdentityID="66666"').replace(
        'From-ProfileID="90002"',
        'From-ProfileID="66666"',
      ),
    );
    expect(report.rowsSetAside.map(({ reason }) => reason)).toEqual([
      'a relation of profile 66666, which is not here',
      'a document of identity 66666, which is not here',
    ]);
    expect(report.rowsLost).toBe(0);
  });

  it('sets a party without a primary name aside, and what belongs to it with it', async () => {
    const { report } = await read(
      SAMPLE.replace('FixedRef="90002" AliasTypeID="1403"', 'FixedRef="90002" AliasTypeID="1400"'),
    );
    expect(report.rowsSetAside.map(({ at, reason, text }) => [at, reason, text])).toEqual([
      ['DistinctParty[2]', 'no primary name', '90002 EXAMPLE STAR'],
    ]);
  });

  it('keeps a feature in the notes that points to nothing', async () => {
    const { records } = await read(
      SAMPLE.replace('<VersionLocation LocationID="500" />', '<VersionLocation LocationID="4711" />').replace(
        'FeatureTypeID="14"',
        'FeatureTypeID="4712"',
      ),
    );
    const notes = (index: number) => records[index] && partyOf(records[index]).properties['notes'];
    expect(notes(0)).toContainEqual(expect.objectContaining({ value: 'Location no. 4711' }));
    expect(notes(2)).toMatchObject([{ value: 'FeatureType 4712 www.example.com' }]);
  });

  it('keeps a party of a type that is not known', async () => {
    const { records } = await read(SAMPLE.replace('PartySubTypeID="3"', 'PartySubTypeID="99"'));
    expect(records[2] && toFollowTheMoney(partyOf(records[2]))).toMatchObject({
      schema: 'LegalEntity',
      properties: { name: ['EXAMPLE SHIPPING CO., LTD.'] },
    });
  });

  it.each([
    ['a cut file', SAMPLE.slice(0, -2000), { code: 'LIST_TRUNCATED', place: { file: 'sdn_advanced.xml' } }],
    ['a broken tag', SAMPLE.replace('</Locations>', '</Location>'), { code: 'LIST_MALFORMED' }],
    ['another root', SAMPLE.replaceAll('<Sanctions ', '<Sanction '), { code: 'LIST_WRONG_FORMAT' }],
    ['no party', withSection('DistinctParties', ''), { code: 'LIST_EMPTY' }],
    [
      'a file without reference values',
      SAMPLE.replace(/<ReferenceValueSets>.*<\/ReferenceValueSets>/su, ''),
      { code: 'LIST_MALFORMED', place: { line: expect.any(Number) } },
    ],
  ])('refuses %s', async (_what, text, error) => {
    await expect(read(text)).rejects.toMatchObject(error);
  });

  it('is told by its root and its reference values, and the list by its name alone', async () => {
    const told = async (name: string, text: string) =>
      ofacAdvancedXml.recognise(await readHead(fileFromBytes(name, text)));
    expect(await told('SDN_ADVANCED.XML', SAMPLE)).toEqual({ part: 'main', dataset: 'us_ofac_sdn' });
    expect(await told('cons_advanced.xml', SAMPLE)).toEqual({ part: 'main', dataset: 'us_ofac_cons' });
    expect(await told('list.xml', SAMPLE)).toEqual({ part: 'main' });
    expect(await told('a', '<Sanctions><Sanction/></Sanctions>')).toBeUndefined();
  });
});

describe('a period of the advanced format', () => {
  const point = (text: string) => {
    const [year, month, day] = text.split('-');
    return `<Year>${year}</Year><Month>${month}</Month><Day>${day}</Day>`;
  };
  const boundary = (name: string, from: string, to: string) =>
    `<${name} Approximate="false"><From>${point(from)}</From><To>${point(to)}</To></${name}>`;

  it.each([
    ['1966-05-07', '1966-05-07', '1966-05-07'],
    ['1966-01-01', '1966-12-31', '1966'],
    ['1966-02-01', '1966-02-28', '1966-02'],
    ['1968-02-01', '1968-02-29', '1968-02'],
    ['1965-01-01', '1967-12-31', '1965 to 1967'],
    ['1965-03-01', '1966-03-31', '1965-03-01 to 1966-03-31'],
    ['1966-00-00', '1966-00-00', '1966'],
  ])('from %s to %s is "%s"', async (from, to, text) => {
    const xml = `<x><DatePeriod>${boundary('Start', from, from)}${boundary('End', to, to)}</DatePeriod></x>`;
    for await (const { kind, element } of xmlElements(fileFromBytes('x', xml), ['DatePeriod'], 'x'))
      if (kind === 'element') expect(periodText(element)).toBe(text);
    expect.assertions(1);
  });
});
