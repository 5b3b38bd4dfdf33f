import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ofOneFile, readRecords } from '../../../test/support/read-list.ts';
import { toFollowTheMoney } from '../../model/entity.ts';
import { type ListRecord, listingsOf, partyOf } from '../../model/record.ts';
import { fileFromBytes, fileFromDisk, type ListFile } from '../list-file.ts';
import { xmlElements } from '../read/xml.ts';
import { caAliases, caEntityNames } from './ca-sema-names.ts';
import { caSemaXml } from './ca-sema-xml.ts';
import { lostWords } from './lost-words.ts';

const shared = fileURLToPath(
  new URL('../../../../shared/lists/ca/sema-2025-05/sema-lmes.xml.gz', import.meta.url),
);

// Invented entries in both layouts of the list.
const PERSON = `<record><Country>Belarus / Bélarus</Country><LastName>EXAMPLEUSKI</LastName><GivenName>Ivan Petrovich</GivenName><Aliases>Belarusian: Іван Прыклад, Russian: Иван Примеров; Vanya</Aliases><DateOfBirthOrShipBuildDate>1966 or 1967</DateOfBirthOrShipBuildDate><TitleOrShip>Major General/major-général</TitleOrShip><Schedule>1, Part 1</Schedule><Item>7</Item><DateOfListing>2020-09-28</DateOfListing><ShoeSize>44</ShoeSize></record>`;
const SHIP = `<record><Country>Russia / Russie</Country><EntityOrShip>Example
Star</EntityOrShip><TitleOrShip>Oil Tanker</TitleOrShip><ShipIMONumber>9274434</ShipIMONumber><DateOfBirthOrShipBuildDate>2003</DateOfBirthOrShipBuildDate><Schedule>1.1</Schedule><Item>24</Item><DateOfListing>2025-02-21</DateOfListing></record>`;
const ENTITY = `<record><Country>Iran</Country><EntityOrShip>Institute of Applied Rain/Institut de pluie appliquée</EntityOrShip><Aliases>IAR, Rain Institute, Завод "Дождь", АО</Aliases><Schedule>1, Part 1</Schedule><Item>12</Item><DateOfListing>2016-02-05</DateOfListing></record>`;

const NEW_NAMES: readonly (readonly [string, string])[] = [
  ['Country', 'Country-Pays'],
  ['EntityOrShip', 'EntityOrShip-EntiteOuNavire'],
  ['LastName', 'LastName-NomDeFamille'],
  ['GivenName', 'GivenName-Prenom'],
  ['Aliases', 'Aliases-Alias'],
  ['DateOfBirthOrShipBuildDate', 'DateOfBirthOrShipBuildDate-DateDeNaissanceOuDateDeConstructionDuNavire'],
  ['TitleOrShip', 'TitleOrShipType-TitreOuTypeDeNavire'],
  ['ShipIMONumber', 'ShipIMONumber-NumeroOMIDuNavire'],
  ['Schedule', 'Schedule-Annexe'],
  ['Item', 'Item-NumeroDarticle'],
  ['DateOfListing', 'DateOfListing-DateDinscription'],
];

function document(...records: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<data-set xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n${records.join('\n')}\n</data-set>\n`;
}

function inNewLayout(xml: string): string {
  return NEW_NAMES.reduce((text, [old, name]) => text.replaceAll(`${old}>`, `${name}>`), xml);
}

const read = (file: ListFile) => readRecords(ofOneFile(caSemaXml, 'ca_dfatd_sema_sanctions', file));

const readText = (text: string) => read(fileFromBytes('sema.xml', text));
const partiesOf = (records: readonly ListRecord[]) =>
  records.map((record) => toFollowTheMoney(partyOf(record)));

describe('the Canadian list', () => {
  it('gives persons, ships and bodies', async () => {
    const { records, report } = await readText(document(PERSON, SHIP, ENTITY));
    expect(report).toMatchObject({ rows: { main: 3 }, entities: 3, rowsSetAside: [], valuesSetAside: [] });
    expect(report.published).toBeUndefined();
    expect(partiesOf(records)).toMatchObject([
      {
        schema: 'Person',
        properties: {
          name: ['Ivan Petrovich EXAMPLEUSKI'],
          firstName: ['Ivan Petrovich'],
          lastName: ['EXAMPLEUSKI'],
          alias: ['Іван Прыклад', 'Иван Примеров'],
          weakAlias: ['Vanya'],
          topics: ['sanction'],
          birthDate: ['1966', '1967'],
          title: ['Major General', 'major-général'],
          notes: ['ShoeSize: 44'],
        },
      },
      {
        schema: 'Vessel',
        properties: {
          name: ['Example Star'],
          imoNumber: ['9274434'],
          buildDate: ['2003'],
          type: ['Oil Tanker'],
        },
      },
      {
        schema: 'Organization',
        properties: {
          name: ['Institute of Applied Rain'],
          alias: ['Institut de pluie appliquée', 'IAR, Rain Institute, Завод "Дождь", АО'],
        },
      },
    ]);
    const [person] = records;
    expect(person && partyOf(person).properties.name).toEqual([
      {
        value: 'Ivan Petrovich EXAMPLEUSKI',
        at: 'record[1]/LastName[1]',
        original: 'EXAMPLEUSKI, Ivan Petrovich',
      },
    ]);
    expect(person && partyOf(person).properties.alias?.map(({ lang }) => lang)).toEqual(['be', 'ru']);
    expect(person && listingsOf(person)).toMatchObject([
      {
        authority: 'Global Affairs Canada',
        program: 'Belarus / Bélarus',
        listedOn: '2020-09-28',
        legalBasis: 'Schedule 1, Part 1, item 7',
      },
    ]);
  });

  it('gives the same records, with the same ids, from the layout of 2026', async () => {
    const [old, now] = [document(PERSON, SHIP, ENTITY), inNewLayout(document(PERSON, SHIP, ENTITY))];
    const [before, after] = [await readText(old), await readText(now)];
    expect(after.records.map(({ recordId }) => recordId)).toEqual(
      before.records.map(({ recordId }) => recordId),
    );
    expect(partiesOf(after.records)).toEqual(partiesOf(before.records));
  });

  it('makes an id that does not depend on line breaks, case or other entries, and tells twins apart', async () => {
    const [alone] = (await readText(document(SHIP))).records;
    const respelt = SHIP.replace('Example\nStar', 'EXAMPLE  STAR');
    const { records } = await readText(document(PERSON, respelt, SHIP));
    expect(alone?.recordId).toMatch(/^[0-9a-f]{16}$/u);
    expect(records.slice(1).map(({ recordId }) => recordId)).toEqual([
      alone?.recordId,
      `${alone?.recordId}-2`,
    ]);
  });

  it('sets an entry without a name aside, naming the line', async () => {
    const { report } = await readText(
      document(PERSON, '<record><Country>Iran</Country><Item>1</Item></record>'),
    );
    expect(report.rowsSetAside).toMatchObject([{ reason: 'no name', line: 4, text: 'Iran | 1' }]);
  });

  it.each([
    ['a cut file', document(PERSON, SHIP).slice(0, 500), 'LIST_TRUNCATED'],
    ['broken XML', document(PERSON).replace('</Item>', '</Itm>'), 'LIST_MALFORMED'],
    ['another root', document(PERSON).replaceAll('data-set', 'data'), 'LIST_WRONG_FORMAT'],
    ['a web page', '<html><body>Moved</body></html>', 'LIST_WRONG_FORMAT'],
    ['a list of nobody', document(), 'LIST_EMPTY'],
  ])('refuses %s', async (_what, text, code) => {
    await expect(readText(text)).rejects.toMatchObject({ code });
  });

  it.each([
    ['Belarusian: Андрэй Федзін, Russian: Андрей Федин', true, ['Андрэй Федзін', 'Андрей Федин']],
    ['Роман УДАЛОВ / Роман УДАЛОВЪ', true, ['Роман УДАЛОВ', 'Роман УДАЛОВЪ']],
    ['Majeed, Abdul', true, ['Majeed, Abdul']],
    ['Hemedti, Mohamed Hamdan, Muhammad Dagalo', true, ['Hemedti', 'Mohamed Hamdan', 'Muhammad Dagalo']],
    ['Наталья Браунинг or Наталья Тимченко', true, ['Наталья Браунинг', 'Наталья Тимченко']],
    ['Katsiaryna or Katerina Smuschkovich', true, ['Katsiaryna or Katerina Smuschkovich']],
    ['(Юрий ГОВТВИН', true, ['Юрий ГОВТВИН']],
    ['КВЗ-Ремсервис, АО', false, ['КВЗ-Ремсервис, АО']],
    [
      'Агентство по делам СНГ, соотечественников, и связям',
      false,
      ['Агентство по делам СНГ, соотечественников, и связям'],
    ],
    ['Министерство финансов or МинФин; MinFin', false, ['Министерство финансов', 'МинФин', 'MinFin']],
    ['GORT/ORTAS', false, ['GORT/ORTAS']],
    ['', false, []],
  ] as const)('reads the aliases "%s"', (text, isPerson, names) => {
    expect(caAliases(text, isPerson).map(({ value }) => value)).toEqual(names);
  });

  it('reads the names of bodies', () => {
    expect(caEntityNames('Rain Plant JSC (also\nknown as Aktsionernoe Dozhd)')).toEqual([
      'Rain Plant JSC',
      'Aktsionernoe Dozhd',
    ]);
    expect(caEntityNames('GORT/ORTAS')).toEqual(['GORT/ORTAS']);
  });

  it.skipIf(!existsSync(shared))(
    'reads each of the 4,759 entries of the real list and loses no word (left out without ../shared)',
    async () => {
      const file = fileFromDisk(shared);
      const { records, report } = await read(file);
      expect(report).toMatchObject({ rows: { main: 4759 }, entities: 4759, rowsSetAside: [] });
      const schemata = Map.groupBy(records, (record) => partyOf(record).schema);
      expect(schemata.get('Person')).toHaveLength(3334);
      expect(schemata.get('Vessel')).toHaveLength(109);
      expect(schemata.get('Organization')).toHaveLength(1425 - 109);
      expect(records.every(({ recordId }) => /^[0-9a-f]{16}$/u.test(recordId))).toBe(true);
      let index = 0;
      for await (const { kind, element } of xmlElements(file, ['record'], 'data-set')) {
        if (kind === 'root') continue;
        const record = records[index++];
        if (!record) throw new Error(element.path);
        const lost = lostWords(
          element.elements.map((child) => child.text),
          record,
        );
        expect([element.path, lost]).toEqual([element.path, []]);
      }
    },
  );
});
