// The UK Sanctions List in XML: Designations, with DateGenerated and one Designation a party. The record id is the
// UniqueID (RUS1965). Written from public knowledge of the layout. Optional elements may be missing or new: what the
// mapping does not ask for goes to the notes. The file is read twice, since parents and owners are given by name.
import { parseDay } from '../../model/dates.ts';
import type { ListFile } from '../list-file.ts';
import { xmlElements } from '../read/xml.ts';
import { XmlFields } from '../read/xml-fields.ts';
import type { ListReader, ReadEvent, ReadInput } from '../reader.ts';
import { valueIssueEvents } from '../value-issues.ts';
import { UkNameIndex } from './uk/uk-name-index.ts';
import { namesOfUkParty } from './uk/uk-names.ts';
import { type UkField, UkParty } from './uk/uk-party.ts';
import { buildUkRecord } from './uk/uk-record.ts';
import { UK_SANCTIONS_LIST_AUTHORITY } from './uk-sanctions-list-csv.ts';

const ROOT = 'Designations';
const RECORD = 'Designation';
const GENERATED = 'DateGenerated';

const INDIVIDUAL = ['IndividualDetails', 'Individual'] as const;
const ENTITY = ['EntityDetails', 'Entity'] as const;
const SHIP = ['ShipDetails', 'Ship'] as const;

/** Elements that hold one value each: the path to them, and what they are. */
const FIELDS: readonly (readonly [readonly string[], UkField])[] = [
  [['LastUpdated'], 'lastUpdated'],
  [['OFSIGroupID'], 'groupId'],
  [['UNReferenceNumber'], 'unReference'],
  [['Titles', 'Title'], 'title'],
  [['DesignationSource'], 'designationSource'],
  [['OtherInformation'], 'note'],
  [['UKStatementofReasons'], 'reason'],
  [['PhoneNumbers', 'PhoneNumber'], 'phone'],
  [['EmailAddresses', 'EmailAddress'], 'email'],
  [['Websites', 'Website'], 'website'],
  [['CryptoWalletAddresses', 'CryptoWalletAddress'], 'wallet'],
  [[...INDIVIDUAL, 'DOBs', 'DOB'], 'birthDate'],
  [[...INDIVIDUAL, 'Nationalities', 'Nationality'], 'nationality'],
  [[...INDIVIDUAL, 'Positions', 'Position'], 'position'],
  [[...INDIVIDUAL, 'Genders', 'Gender'], 'gender'],
  [[...INDIVIDUAL, 'Titles', 'Title'], 'title'],
  [[...ENTITY, 'TypeOfEntities', 'TypeOfEntity'], 'entityType'],
  [[...ENTITY, 'ParentCompanies', 'ParentCompany'], 'parentCompany'],
  [[...ENTITY, 'Subsidiaries', 'Subsidiary'], 'subsidiary'],
  [[...ENTITY, 'BusinessRegistrationNumbers', 'BusinessRegistrationNumber'], 'businessNumber'],
  [[...SHIP, 'IMONumbers', 'IMONumber'], 'imoNumber'],
  [[...SHIP, 'CurrentOwnerOperators', 'CurrentOwnerOperator'], 'owner'],
  [[...SHIP, 'PreviousOwnerOperators', 'PreviousOwnerOperator'], 'previousOwner'],
  [[...SHIP, 'CurrentBelievedFlagOfShips', 'CurrentBelievedFlagOfShip'], 'flag'],
  [[...SHIP, 'PreviousFlags', 'PreviousFlag'], 'previousFlag'],
  [[...SHIP, 'TypeOfShipDetails', 'TypeOfShip'], 'shipType'],
  [[...SHIP, 'ShipTypes', 'ShipType'], 'shipType'],
  [[...SHIP, 'TonnageOfShipDetails', 'TonnageOfShip'], 'tonnage'],
  [[...SHIP, 'TonnageOfShips', 'TonnageOfShip'], 'tonnage'],
  [[...SHIP, 'LengthOfShipDetails', 'LengthOfShip'], 'length'],
  [[...SHIP, 'LengthOfShips', 'LengthOfShip'], 'length'],
  [[...SHIP, 'YearsBuilt', 'YearBuilt'], 'yearBuilt'],
  [[...SHIP, 'YearBuilt'], 'yearBuilt'],
  [[...SHIP, 'HullIdentificationNumbers', 'HullIdentificationNumber'], 'hullNumber'],
];

export const ukSanctionsListXml: ListReader = {
  format: 'uk-sanctions-list-xml',
  title: 'UK Sanctions List, XML',
  version: 1,
  dataset: 'gb_fcdo_sanctions',
  recognise(head) {
    return /<Designations[\s>]/u.test(head.text) ? { part: 'main' } : undefined;
  },
  async *read(input: ReadInput) {
    for (const { file } of input.files) yield* readFile(input.dataset, file);
  },
};

async function* readFile(dataset: string, file: ListFile): AsyncGenerator<ReadEvent> {
  const index = new UkNameIndex();
  for await (const { kind, element } of xmlElements(file, [RECORD], ROOT)) {
    if (kind === 'root') continue;
    const party = readParty(new XmlFields(element));
    for (const name of namesOfUkParty(party)) index.add(name, party.recordId);
  }
  let rows = 0;
  for await (const { kind, element } of xmlElements(file, [RECORD, GENERATED], ROOT)) {
    if (kind === 'root') continue;
    if (element.name === GENERATED) {
      const day = parseDay(element.text.replace(/[T ]\d\d:.*$/u, ''));
      if (day) yield { kind: 'published', day };
      continue;
    }
    rows += 1;
    const fields = new XmlFields(element);
    const party = readParty(fields);
    if (!party.recordId) {
      yield {
        kind: 'set-aside',
        part: 'main',
        scope: 'row',
        file: file.name,
        line: element.line,
        at: element.path,
        reason: 'no UniqueID',
        text: namesOfUkParty(party).join(' | ').slice(0, 200),
      };
      continue;
    }
    const builder = buildUkRecord(
      {
        dataset,
        authority: UK_SANCTIONS_LIST_AUTHORITY,
        authorityId: party.recordId,
        recordNamed: (name) => index.find(name),
      },
      party,
    );
    yield* valueIssueEvents(builder, file.name, element.line);
    yield { kind: 'record', record: builder.build(), rows: { main: 1 } };
  }
  yield { kind: 'total', part: 'main', rows };
}

function readParty(fields: XmlFields): UkParty {
  const id = fields.text('UniqueID') ?? '';
  const party = new UkParty(id, fields.text('IndividualEntityShip') ?? '', fields.at);
  for (const name of elementsAt(fields, 'Names', 'Name')) {
    const whole = name.text('Name');
    const parts = [1, 2, 3, 4, 5, 6].map((number) => name.text(`Name${number}`) ?? '');
    party.put('name', {
      parts: parts.some(Boolean) ? parts : ['', '', '', '', '', whole ?? ''],
      type: name.text('NameType') ?? '',
      quality: name.text('AliasStrength') ?? '',
      at: name.at,
    });
  }
  for (const name of elementsAt(fields, 'NonLatinNames', 'NonLatinName')) {
    party.put('scriptName', {
      name: name.text('NameNonLatinScript') ?? '',
      script: name.text('NonLatinScriptType') ?? '',
      language: name.text('NonLatinScriptLanguage') ?? '',
      at: name.at,
    });
  }
  for (const address of elementsAt(fields, 'Addresses', 'Address')) {
    party.put('address', {
      lines: [1, 2, 3, 4, 5, 6].map((line) => address.text(`AddressLine${line}`) ?? ''),
      postalCode: address.text('AddressPostalCode') ?? '',
      country: address.text('AddressCountry') ?? '',
      at: address.at,
    });
  }
  for (const place of elementsAt(fields, ...INDIVIDUAL, 'BirthDetails', 'Location')) {
    const [town, country] = [place.text('TownOfBirth') ?? '', place.text('CountryOfBirth') ?? ''];
    party.put('birthPlace', { town, country, at: place.at });
  }
  readDocuments(fields, party);
  party.put('listing', {
    regime: fields.text('RegimeName') ?? '',
    listedOn: fields.text('DateDesignated') ?? '',
    designatedOn: '',
    at: fields.at,
  });
  readMeasures(fields, party);
  for (const [path, field] of FIELDS) {
    for (const { text, at } of fields.all(...path)) party.add(field, text, at);
  }
  for (const { label, text, at } of fields.rest()) party.add('note', `${label}: ${text}`, at);
  return party;
}

function elementsAt(fields: XmlFields, ...path: readonly string[]): readonly XmlFields[] {
  return path.reduce<readonly XmlFields[]>(
    (level, name) => level.flatMap((item) => item.children(name)),
    [fields],
  );
}

function readDocuments(fields: XmlFields, party: UkParty): void {
  for (const [kind, list, item, name] of [
    ['passport', 'PassportDetails', 'Passport', 'Passport'],
    ['national', 'NationalIdentifierDetails', 'NationalIdentifier', 'NationalIdentifier'],
  ] as const) {
    for (const document of elementsAt(fields, ...INDIVIDUAL, list, item)) {
      party.put('document', {
        kind,
        number: document.text(`${name}Number`) ?? '',
        details: document.text(`${name}AdditionalInformation`) ?? '',
        at: document.at,
      });
    }
  }
}

/** The measures as the list words them; an indicator that is set adds one that the wording leaves out. */
function readMeasures(fields: XmlFields, party: UkParty): void {
  const keyOf = (text: string): string => text.toLowerCase().replace(/[^a-z]/gu, '');
  const worded: string[] = [];
  for (const { text, at } of fields.all('SanctionsImposed')) {
    for (const measure of text.split('|')) {
      worded.push(keyOf(measure));
      party.add('provision', measure, at);
    }
  }
  for (const indicator of fields
    .children('SanctionsImposedIndicators')
    .flatMap((list) => list.element.elements)) {
    const key = keyOf(indicator.name);
    const isWorded = worded.some((known) => known && (known.includes(key) || key.includes(known)));
    if (/^(?:true|1|yes)$/iu.test(indicator.text) && !isWorded) {
      party.add('provision', indicator.name.replace(/(?<=[a-z])(?=[A-Z])/gu, ' '), indicator.path);
    }
  }
  fields.ignore('SanctionsImposedIndicators');
}
