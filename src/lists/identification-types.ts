// What the lists call an identity document or a registration number, and where FollowTheMoney keeps such a number.
// The one table that all readers use: a type that a list writes is added here, under its property. A type that is
// not in the table is placed by the words in it, and failing that as `idNumber`; the type's own text is always kept
// on the Identification, so that nothing depends on the table being complete.
import { parseCountry } from '../model/country.ts';
import { propertiesOf, type SchemaName } from '../model/schema/schema.ts';
import type { IdentificationParts, RecordBuilder } from './record-builder.ts';

/** Where a number stands on a party, and how it is written there. */
export interface PlacedNumber {
  /** A property that the party's schema has. */
  readonly property: string;
  readonly number: string;
}

/**
 * FollowTheMoney property -> types of identification as lists write them (compared without case and punctuation).
 * What each OFAC type is was looked up by its country: NIT, RUC, RIF, RTN, NUIT, C.U.I.T. and R.F.C. are the taxpayer
 * numbers of Colombia, Peru (Panama, Ecuador), Venezuela, Honduras, Mozambique, Argentina and Mexico; C.I.F. and
 * N.I.F. Spain's; C.U.R.P., C.U.I., D.N.I., I.F.E., LE and Tazkira are numbers of persons. Lower-case ones without
 * blanks (regnumber, fiscalcode) are the codes of the EU list.
 */
const TYPES_OF_PROPERTY: Readonly<Record<string, readonly string[]>> = {
  passportNumber: [
    'Passport',
    'Diplomatic Passport',
    'Passport Booklet',
    'Passport Card',
    'British National Overseas Passport',
    'Stateless Person Passport',
    'Passport Number',
    'National Passport',
  ],
  socialSecurityNumber: ['SSN', 'Social Security Number'],
  taxNumber: [
    'C.I.F.',
    'C.U.I.T.',
    'Fiscal Code',
    'fiscalcode',
    'Italian Fiscal Code',
    'N.I.F.',
    'NIT #',
    'Numero Unico de Identificacao Tributaria (NUIT)',
    'Paraguayan tax identification number',
    'R.F.C.',
    'RFC',
    'RIF #',
    'Romanian Tax Registration',
    'RSIN',
    'RTN',
    'RUC #',
    'Tax ID No.',
    'Tax Identification Number',
    'US FEIN',
  ],
  vatCode: ['V.A.T. Number', 'VAT Number', 'VAT'],
  innCode: ['INN'],
  ogrnCode: ['OGRN', 'Russian State Individual Business Registration Number Pattern (OGRNIP)', 'OGRNIP'],
  okpoCode: ['OKPO'],
  uscCode: [
    'Unified Social Credit Code (USCC)',
    'Unified Social Credit Code',
    'United Social Credit Code Certificate (USCCC)',
  ],
  leiCode: ['Legal Entity Number', 'Legal Entity Identifier', 'LEI'],
  dunsCode: ['D-U-N-S Number', 'DUNS'],
  swiftBic: ['SWIFT/BIC', 'SWIFT', 'BIC', 'swiftbic'],
  giiNumber: ['Global Intermediary Identification Number', 'GIIN'],
  bikCode: ['BIK (RU)', 'BIK'],
  isinCode: ['ISIN'],
  imoNumber: ['IMO', 'IMO Number', 'IMO No.', 'International Maritime Organization No.'],
  mmsi: ['MMSI'],
  callSign: ['Call Sign', 'Vessel Call Sign', 'Other Vessel Call Sign'],
  serialNumber: ['Aircraft Serial Identification', 'Serial No.'],
  licenseNumber: [
    'Afghan Money Service Provider License Number',
    'License',
    'Permit Number',
    'Pilot License Number',
    'SRE Permit No.',
    'Tourism License No.',
    'Trade License No.',
    'tradelic',
  ],
  registrationNumber: [
    'Branch Unit Number',
    'Business Number',
    'Business Registration Document #',
    'Business Registration Number',
    'C.R. No.',
    'Central Registration System Number',
    'Certificate of Incorporation Number',
    'Chamber of Commerce Number',
    'Commercial Registry Number',
    'Company Number',
    'Dubai Chamber of Commerce Membership No.',
    'Economic Register Number (CBLS)',
    'Enterprise Number',
    'File Number',
    'Folio Mercantil No.',
    'Istanbul Chamber of Comm. No.',
    'MSB Registration Number',
    'Matricula Mercantil No',
    'Organization Code',
    'Public Registration Number',
    'Registered Charity No.',
    'Registration Certificate Number (Dubai)',
    'Registration ID',
    'Registration Number',
    'Romanian C.R.',
    'UK Company Number',
    'Vessel Registration Identification',
    'regnumber',
  ],
  idNumber: [
    'Birth Certificate Number',
    'Bosnian Personal ID No.',
    'C.I.N.',
    'C.U.I.',
    'C.U.I.P.',
    'C.U.R.P.',
    'CNP (Personal Numerical Code)',
    'Cartilla de Servicio Militar Nacional',
    'Cedula No.',
    "Citizen's Card Number",
    'Credencial electoral',
    'D.N.I.',
    "Driver's License No.",
    'Electoral Registry No.',
    'Government Gazette Number',
    'I.F.E.',
    'Identification Number',
    'Immigration No.',
    'Kenyan ID No.',
    'LE Number',
    'Military Registration Number',
    'Moroccan Personal ID No.',
    'N.I.E.',
    'National Foreign ID Number',
    'National ID No.',
    'National Identification Number',
    'Numero de Identidad',
    'Personal ID Card',
    'Public Security and Immigration No.',
    'Refugee ID Card',
    'Residency Number',
    'Romanian Permanent Resident',
    "Seafarer's Identification Document",
    'Stateless Person ID Card',
    'Tazkira National ID Card',
    'Trademark number',
    'Travel Document Number',
    'Turkish Identification Number',
    'UAE Identification',
    'VisaNumberID',
    'drivinglicence',
  ],
};

/** Words that place a type which is not in the table; the first that occurs decides. */
const PROPERTY_BY_WORD: readonly (readonly [RegExp, string])[] = [
  [/passport|passeport|pasaporte/iu, 'passportNumber'],
  [/\bimo\b/iu, 'imoNumber'],
  [/\bmmsi\b/iu, 'mmsi'],
  [/\bvat\b|v\.a\.t\./iu, 'vatCode'],
  [/social security/iu, 'socialSecurityNumber'],
  [/\btax|fiscal/iu, 'taxNumber'],
  [/social credit/iu, 'uscCode'],
  [/driv\w+ licen[cs]e/iu, 'idNumber'],
  [/licen[cs]e|permit/iu, 'licenseNumber'],
  [
    /regist|company|business|incorporation|commerc|enterprise|organi[sz]ation|charity/iu,
    'registrationNumber',
  ],
];

const propertyOfType = new Map(
  Object.entries(TYPES_OF_PROPERTY).flatMap(([property, types]) =>
    types.map((type) => [typeKey(type), property] as const),
  ),
);

/** All types of the table, as lists write them. */
export const IDENTIFICATION_TYPES: readonly string[] = Object.values(TYPES_OF_PROPERTY).flat();

/** "Tax ID No." and "tax id no" are one type. */
function typeKey(type: string): string {
  return type
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Places a number on a party by what the list calls it and, where that is certain, by what it is: a number of a
 * Russian party whose check digit is right is its INN or OGRN, "IMO 7406784" is a ship's number whatever its label.
 *
 * @param type    the list's own text, such as "Tax ID No."
 * @param country name or code of the country that issued it, if the list says so
 */
export function placeIdentification(
  type: string,
  number: string,
  party: SchemaName,
  country?: string,
): PlacedNumber {
  const known = propertiesOf(party);
  const text = number.trim();
  const imo = /^IMO[\s:]*(\d{7})$/iu.exec(text)?.[1];
  if (imo && known.has('imoNumber')) return { property: 'imoNumber', number: imo };
  const wanted =
    propertyOfType.get(typeKey(type)) ??
    PROPERTY_BY_WORD.find(([word]) => word.test(type))?.[1] ??
    'idNumber';
  const certain = country && parseCountry(country) === 'ru' ? russianProperty(type, text, wanted) : wanted;
  const property = [certain, wanted, 'idNumber', 'registrationNumber'].find((name) => known.has(name));
  return { property: property ?? 'notes', number: text };
}

/** Adds an identity document or number to a record, its number at the property that its type says. */
export function addTypedIdentification(builder: RecordBuilder, parts: IdentificationParts, at: string): void {
  const { property, number } = placeIdentification(
    parts.type,
    parts.number,
    builder.party.schema,
    parts.country,
  );
  builder.addIdentification({ ...parts, number }, at, property);
}

function russianProperty(type: string, number: string, otherwise: string): string {
  if (otherwise === 'taxNumber' && isInn(number)) return 'innCode';
  if (otherwise === 'registrationNumber' && isOgrn(number)) return 'ogrnCode';
  // OFAC's "Government Gazette Number" of a Russian firm is its number in the statistics register.
  if (typeKey(type) === 'government gazette number' && /^(?:\d{8}|\d{10})$/u.test(number)) return 'okpoCode';
  return otherwise;
}

/** True for 10 (firm) or 12 (person) digits with right check digits, as Russia's tax service defines them. */
export function isInn(number: string): boolean {
  const control = (weights: readonly number[]): boolean => {
    const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
    return (sum % 11) % 10 === Number(number[weights.length]);
  };
  if (/^\d{10}$/u.test(number)) return control([2, 4, 10, 3, 5, 9, 4, 6, 8]);
  return (
    /^\d{12}$/u.test(number) &&
    control([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) &&
    control([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8])
  );
}

/** True for 13 (firm) or 15 (sole trader) digits whose last is the right check digit. */
export function isOgrn(number: string): boolean {
  if (!/^(?:\d{13}|\d{15})$/u.test(number)) return false;
  const modulus = number.length === 13 ? 11n : 13n;
  return (BigInt(number.slice(0, -1)) % modulus) % 10n === BigInt(number.slice(-1));
}
