import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ofOneFile, readRecords } from '../../../test/support/read-list.ts';
import { toFollowTheMoney } from '../../model/entity.ts';
import { listingsOf, partyOf } from '../../model/record.ts';
import { fileFromBytes } from '../list-file.ts';
import { lostWords } from './lost-words.ts';
import { ukSanctionsListXml } from './uk-sanctions-list-xml.ts';

// Invented but for the public facts of RUS1965.
const XML = readFileSync(new URL('./uk/samples/uk-sanctions-list.xml', import.meta.url), 'utf8');
const RUSSIA = 'The Russia (Sanctions) (EU Exit) Regulations 2019';

const read = (text: string) =>
  readRecords(ofOneFile(ukSanctionsListXml, 'gb_fcdo_sanctions', fileFromBytes('uksl', text)));

/** All texts of the elements of one designation. */
function textsOfDesignation(id: string): string[] {
  const block = XML.split('<Designation>').find((part) => part.includes(`<UniqueID>${id}<`)) ?? '';
  return [...block.matchAll(/>([^<>]+)</gu)].map((match) => (match[1] ?? '').replace(/&quot;/gu, '"'));
}

describe('the UK Sanctions List, XML', () => {
  it('gives a person with everything that the list says', async () => {
    const { of, report } = await read(XML);
    expect(report).toMatchObject({
      published: '2026-10-02',
      rows: { main: 4 },
      entities: 4,
      rowsSetAside: [],
    });
    const record = of('RUS1965');
    expect(toFollowTheMoney(partyOf(record))).toEqual({
      id: 'gb_fcdo_sanctions-RUS1965',
      schema: 'Person',
      properties: {
        name: ['Ashot MKRTYCHEV'],
        firstName: ['Ashot', 'Asot'],
        lastName: ['MKRTYCHEV'],
        alias: ['Asot MKRTYCHEV', 'Ашот МКРТЫЧЕВ'],
        weakAlias: ['Ashot MKRTYCEV'],
        topics: ['sanction'],
        birthDate: ['1966-05-07', '1967', '1968-07'],
        birthPlace: ['Baku, Former USSR Currently Azerbaijan'],
        birthCountry: ['az'],
        nationality: ['sk'],
        gender: ['male'],
        passportNumber: ['BD3843329'],
        idNumber: ['660507000'],
        addressEntity: ['gb_fcdo_sanctions-RUS1965-address-1'],
        address: ['Hana Melichkova Street 3448/37, Bratislava, 84105, Slovakia'],
        country: ['sk'],
        title: ['Mr'],
        position: ['Director'],
        phone: ['+421 2 000 00 01'],
        email: ['a@example.sk', 'b@example.sk'],
        website: ['www.example.sk'],
        modifiedAt: ['2023-08-08'],
        notes: [
          'birthDate: 15/08/19yy',
          'OFSI Group ID: 16067',
          'Designation source: UK',
          'Broker.',
          'ShoeSize: 44',
        ],
      },
    });
    expect(partyOf(record).properties.name).toEqual([
      {
        value: 'Ashot MKRTYCHEV',
        at: 'Designation[1]/Names[1]/Name[2]',
        original: 'MKRTYCHEV, Ashot',
      },
    ]);
    expect(partyOf(record).properties.alias?.[1]).toMatchObject({
      lang: 'ru',
      original: 'МКРТЫЧЕВ, Ашот',
    });
    expect(listingsOf(record)).toEqual([
      {
        dataset: 'gb_fcdo_sanctions',
        authority: 'UK Foreign, Commonwealth and Development Office',
        sourceRecord: 'RUS1965',
        program: RUSSIA,
        listedOn: '2023-08-08',
        reason: 'Brokered arms deals.',
      },
    ]);
    const sanction = record.entities.find((entity) => entity.schema === 'Sanction');
    expect(sanction?.properties).toMatchObject({
      provisions: [{ value: 'Asset freeze; Travel Ban; Trust Services Sanctions' }],
      authorityId: [{ value: 'RUS1965' }],
      unscId: [{ value: 'QDi.901' }],
    });
    const passport = record.entities.find((entity) => entity.schema === 'Passport');
    expect(passport?.properties).toMatchObject({
      country: [{ value: 'sk' }],
      startDate: [{ value: '2015-06-04' }],
      endDate: [{ value: '2025-06-04' }],
    });
    expect(report.valuesSetAside).toMatchObject([{ text: '15/08/19yy', line: 4 }]);
  });

  it('tells registration numbers apart, by label and by check digit', async () => {
    const { of } = await read(XML);
    const party = toFollowTheMoney(partyOf(of('RUS9001')));
    expect(party.schema).toBe('Company');
    expect(party.properties).toMatchObject({
      legalForm: ['Joint Stock Company'],
      innCode: ['7707083893'],
      ogrnCode: ['1027700132195'],
    });
    // Thousands of firms share a KPP: it must not identify one.
    expect(JSON.stringify(party.properties)).not.toContain('773601001');
    expect(lostWords(['773601001'], of('RUS9001'))).toEqual([]);
  });

  it('leads a parent company or an owner to its record where one alone has the name', async () => {
    const { of } = await read(XML);
    const ends = (id: string) =>
      of(id)
        .entities.filter(({ schema }) => schema === 'Ownership' || schema === 'UnknownLink')
        .map((link) => toFollowTheMoney(link).properties);
    expect(ends('RUS9001')).toEqual([
      {
        asset: ['gb_fcdo_sanctions-RUS9001'],
        owner: ['gb_fcdo_sanctions-RUS9002'],
        role: ['Parent company'],
      },
      {
        subject: ['gb_fcdo_sanctions-RUS9001'],
        object: ['gb_fcdo_sanctions-RUS9001-related-1'],
        role: ['Subsidiary'],
      },
    ]);
    expect(ends('DPR0105')).toMatchObject([
      { owner: ['gb_fcdo_sanctions-RUS9002'], role: ['Current owner or operator'] },
      { owner: ['gb_fcdo_sanctions-DPR0105-related-1'], role: ['Previous owner or operator'] },
    ]);
  });

  it('gives a ship its number, flags and measures', async () => {
    const { of } = await read(XML);
    const { schema, properties } = toFollowTheMoney(partyOf(of('DPR0105')));
    expect(schema).toBe('Vessel');
    expect(properties).toMatchObject({
      name: ['EXAMPLE SAN'],
      imoNumber: ['8660313'],
      flag: ['kp'],
      pastFlags: ['pa', 'kr'],
      type: ['Oil tanker'],
      tonnage: ['2808'],
      buildDate: ['2005'],
      registrationNumber: ['HIN-1'],
    });
    expect(properties.notes).toContain('Length of ship: 83');
  });

  it('loses no word of a designation', async () => {
    const { of } = await read(XML);
    for (const id of ['RUS1965', 'RUS9001', 'DPR0105', 'RUS9002']) {
      // Kinds of name, of party and of script become properties; indicators are true or false.
      const labels =
        /^(?:ALias|Alias|Primary Name.*|Low quality a\.k\.a|Individual|Entity|Ship|true|false|Cyrillic|Russian)$/u;
      const texts = textsOfDesignation(id).filter((text) => !labels.test(text));
      expect(lostWords(texts, of(id))).toEqual([]);
    }
  });

  it('sets a designation without its id aside, naming the line', async () => {
    const { report } = await read(XML.replace('<UniqueID>RUS9001</UniqueID>', ''));
    expect(report.entities).toBe(3);
    expect(report.rowsSetAside).toMatchObject([
      { line: 42, reason: 'no UniqueID', text: 'EXAMPLE ENGINES JSC' },
    ]);
  });

  it.each([
    ['a cut file', XML.slice(0, 3000), 'LIST_TRUNCATED'],
    ['broken XML', XML.replace('</LastUpdated>', '</LastUpdate>'), 'LIST_MALFORMED'],
    ['another root', XML.replaceAll('Designations', 'Names'), 'LIST_WRONG_FORMAT'],
    ['a web page', '<!DOCTYPE html><html><body>Not found</body></html>', 'LIST_WRONG_FORMAT'],
    [
      'a list of nobody',
      '<Designations><DateGenerated>02/10/2026</DateGenerated></Designations>',
      'LIST_EMPTY',
    ],
    ['blank text', ' \n', 'LIST_EMPTY'],
    ['an id that occurs twice', XML.replace('RUS9002', 'RUS9001'), 'LIST_MALFORMED'],
  ])('refuses %s', async (_what, text, code) => {
    await expect(read(text)).rejects.toMatchObject({ code });
  });
});
