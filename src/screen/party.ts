// A listed party as screening sees it: the records of several lists that are one party, and what of them can be
// compared with a query. Everything here is taken from the records; nothing is added.

import { captionOf, type Entity, textsOf } from '../model/entity.ts';
import { type ListRecord, partyOf } from '../model/record.ts';
import { isA, type SchemaName } from '../model/schema/schema.ts';
import type { NameKind } from '../names/form/token.ts';
import { isTailNumber } from '../names/knowledge/index.ts';

/** A name of a party, and whether its list calls it weak (a name that many bear, given for completeness). */
export interface PartyName {
  readonly text: string;
  readonly isWeak: boolean;
}

/** A number that identifies, without blanks and punctuation, and the country that issued it where that is known. */
export interface Identifier {
  readonly number: string;
  /** What it is: a property of FollowTheMoney such as `passportNumber` or `imoNumber`. */
  readonly property: string;
  readonly country?: string;
}

/** What can be compared, of a listed party or of a query. */
export interface PartyFacts {
  readonly schema: SchemaName;
  readonly names: readonly PartyName[];
  /** Prefixes: `1966-05-07`, `1966-05`, `1966`. */
  readonly birthDates: readonly string[];
  readonly birthPlaces: readonly string[];
  /** Nationality, citizenship, jurisdiction, flag: what country the party is of. */
  readonly nationalities: readonly string[];
  /** Countries where it is or has an address. */
  readonly countries: readonly string[];
  readonly genders: readonly string[];
  readonly identifiers: readonly Identifier[];
  readonly addresses: readonly string[];
  /** Telephone numbers and e-mail addresses: shared by many, never proof. */
  readonly contacts: readonly string[];
}

const NAME_PROPERTIES = ['name', 'alias', 'previousName', 'abbreviation'] as const;
/** The parts that make a name where none is given whole, in the order of speech. */
const COMPOSED_NAME = ['firstName', 'secondName', 'middleName', 'fatherName', 'lastName'] as const;
const WEAK_NAME_PROPERTIES = ['weakAlias'] as const;
const NATIONALITY_PROPERTIES = ['nationality', 'citizenship', 'jurisdiction', 'flag', 'mainCountry'] as const;
const CONTACT_PROPERTIES = ['phone', 'email'] as const;

/** Properties whose value is one thing's own number. Their order decides which name a number is shown under. */
export const IDENTIFIER_PROPERTIES = [
  'imoNumber',
  'mmsi',
  'leiCode',
  'innCode',
  'ogrnCode',
  'swiftBic',
  'isinCode',
  'uniqueEntityId',
  'passportNumber',
  'taxNumber',
  'registrationNumber',
  'idNumber',
  'socialSecurityNumber',
  'serialNumber',
  'icaoCode',
  'callSign',
  'publicKey',
  'okpoCode',
  'kppCode',
  'vatCode',
  'uscCode',
  'dunsCode',
  'npiCode',
] as const;

/** Numbers shorter than this identify nobody. */
const SHORTEST_IDENTIFIER = 4;

/** Numbers that may be of letters alone. */
const OF_LETTERS: ReadonlySet<string> = new Set(['registrationNumber', 'callSign']);

/**
 * Letters and digits only, in upper case; undefined if too little is left.
 * @param property what the number is; tail numbers and call signs may have no digit. @default one that must have one
 */
export function normaliseIdentifier(text: string, property = 'idNumber'): string | undefined {
  const kept = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/^IMO(?=\d{7}$)/u, '');
  const isNumber = /\d/u.test(kept) || (OF_LETTERS.has(property) && isTailNumber(text));
  return kept.length >= SHORTEST_IDENTIFIER && isNumber ? kept : undefined;
}

/** How the names of a schema are read. A legal entity that may be a person is read both ways. */
export function nameKindsOf(schema: SchemaName): readonly NameKind[] {
  if (schema === 'Person') return ['person'];
  if (isA(schema, 'Organization')) return ['organisation'];
  if (isA(schema, 'LegalEntity') || schema === 'Thing') return ['person', 'organisation'];
  return ['object'];
}

/** True if a query of the one schema can mean a party of the other. */
export function areSchemataComparable(one: SchemaName, other: SchemaName): boolean {
  return (
    nameKindsOf(one).some((kind) => nameKindsOf(other).includes(kind)) || one === 'Thing' || other === 'Thing'
  );
}

/** What can be compared of the records of one party. */
export function factsOfRecords(records: readonly ListRecord[], schema: SchemaName): PartyFacts {
  const parties = records.map(partyOf);
  const documents = records
    .flatMap((record) => record.entities)
    .filter((entity) => isA(entity.schema, 'Identification'));
  const wallets = records
    .flatMap((record) => record.entities)
    .filter((entity) => entity.schema === 'CryptoWallet');
  return {
    ...factsOf(schema, (property) => parties.flatMap((party) => textsOf(party, property))),
    identifiers: mergeIdentifiers([
      ...documents.flatMap(identifiersOfDocument),
      ...wallets.flatMap((wallet) => identifiersOf('publicKey', textsOf(wallet, 'publicKey'))),
      ...IDENTIFIER_PROPERTIES.flatMap((property) =>
        identifiersOf(
          property,
          parties.flatMap((party) => textsOf(party, property)),
        ),
      ),
      ...tailNumbers(schema, (property) => parties.flatMap((party) => textsOf(party, property))),
    ]),
  };
}

/** What can be compared of plain properties, such as those of a query. */
export function factsOfProperties(
  schema: SchemaName,
  properties: Readonly<Record<string, readonly string[]>>,
): PartyFacts {
  const textsOfProperty = (property: string): readonly string[] => properties[property] ?? [];
  const countries = [
    ...textsOfProperty('nationality'),
    ...textsOfProperty('citizenship'),
    ...textsOfProperty('country'),
  ];
  const [only] = countries;
  const issuedBy = new Set(countries).size === 1 ? only : undefined;
  return {
    ...factsOf(schema, textsOfProperty),
    identifiers: mergeIdentifiers([
      ...IDENTIFIER_PROPERTIES.flatMap((property) =>
        identifiersOf(property, textsOfProperty(property), issuedBy),
      ),
      ...tailNumbers(schema, textsOfProperty),
    ]),
  };
}

function factsOf(
  schema: SchemaName,
  texts: (property: string) => readonly string[],
): Omit<PartyFacts, 'identifiers'> {
  const all = (properties: readonly string[]): string[] => [...new Set(properties.flatMap(texts))];
  const strong = all(NAME_PROPERTIES);
  const composed = COMPOSED_NAME.map((property) => texts(property)[0])
    .filter(Boolean)
    .join(' ');
  const names = strong.length > 0 || !composed ? strong : [composed];
  return {
    schema,
    names: [
      ...names.map((text) => ({ text, isWeak: false })),
      ...all(WEAK_NAME_PROPERTIES)
        .filter((text) => !names.includes(text))
        .map((text) => ({ text, isWeak: true })),
    ],
    birthDates: all(['birthDate', 'incorporationDate', 'buildDate']),
    birthPlaces: all(['birthPlace']),
    nationalities: all(NATIONALITY_PROPERTIES),
    countries: all(['country']),
    genders: all(['gender']),
    addresses: all(['address']),
    contacts: all(CONTACT_PROPERTIES).map((text) => text.toLowerCase().replace(/[\s()+-]/gu, '')),
  };
}

/** Lists give an aircraft its registration for a name. */
function tailNumbers(schema: SchemaName, texts: (property: string) => readonly string[]): Identifier[] {
  if (!isA(schema, 'Airplane')) return [];
  return identifiersOf('registrationNumber', NAME_PROPERTIES.flatMap(texts).filter(isTailNumber));
}

function identifiersOf(property: string, texts: readonly string[], country?: string): Identifier[] {
  return texts.flatMap((text) => {
    const number = normaliseIdentifier(text, property);
    return number ? [{ number, property, ...(country ? { country } : {}) }] : [];
  });
}

function identifiersOfDocument(document: Entity): Identifier[] {
  const property = document.schema === 'Passport' ? 'passportNumber' : 'idNumber';
  return identifiersOf(property, textsOf(document, 'number'), textsOf(document, 'country')[0]);
}

/** Each number once; the entry that knows the issuing country wins, since it says more. */
function mergeIdentifiers(identifiers: readonly Identifier[]): Identifier[] {
  const byNumber = new Map<string, Identifier>();
  for (const identifier of identifiers) {
    const known = byNumber.get(identifier.number);
    if (!known || (!known.country && identifier.country)) {
      byNumber.set(identifier.number, {
        ...identifier,
        property: preferred(known?.property, identifier.property),
      });
    } else if (known) {
      byNumber.set(identifier.number, { ...known, property: preferred(known.property, identifier.property) });
    }
  }
  return [...byNumber.values()];
}

/** The more telling of two properties for one number: any other than the general `idNumber`. */
function preferred(known: string | undefined, other: string): string {
  return known === undefined || known === 'idNumber' ? other : known;
}

/** The caption of a party: the first name of its leading record. */
export function captionOfRecords(records: readonly ListRecord[]): string {
  const [first] = records;
  return first ? captionOf(partyOf(first)) : '';
}
