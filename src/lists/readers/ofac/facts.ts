// What OFAC's labels mean. OFAC states most of what it knows of a party as a label with a value; the CSV prints them
// in one remark, the XML formats give them apart, under the same labels or older names of them. This file is the
// table of labels and the one place that puts a statement where FollowTheMoney keeps it. A label that is not known
// is never guessed at: the statement goes whole to the party's notes.
import { propertiesOf } from '../../../model/schema/schema.ts';
import { addTypedIdentification, IDENTIFICATION_TYPES } from '../../identification-types.ts';
import type { RecordBuilder } from '../../record-builder.ts';
import type { OfacFact } from './entry.ts';
import { countryAtEnd, saysNoCountry } from './places.ts';

/** How a value is read before it is stored. */
type Form = 'text' | 'date' | 'country' | 'number' | 'gender' | 'birthplace';

export type Meaning =
  | { readonly kind: 'property'; readonly property: string; readonly form: Form }
  | { readonly kind: 'document' }
  | { readonly kind: 'wallet'; readonly currency: string }
  /** A tie to a party that is named by the value. */
  | { readonly kind: 'relation' }
  /** A condition of the listing, such as a directive or the risk of secondary sanctions. */
  | { readonly kind: 'measure' }
  /** The day of a listing under one programme. */
  | { readonly kind: 'listing-date' }
  /** Known, and nothing in FollowTheMoney for it. */
  | { readonly kind: 'note' };

const WALLET = 'Digital Currency Address - ';

/** Property -> how its value is read, and the labels that state it. */
const PROPERTY_LABELS: Readonly<Record<string, readonly [Form, ...string[]]>> = {
  birthDate: ['date', 'DOB', 'Birthdate'],
  birthPlace: ['birthplace', 'POB', 'Place of Birth'],
  nationality: ['country', 'nationality', 'Nationality Country'],
  citizenship: ['country', 'citizen', 'Citizenship Country'],
  gender: ['gender', 'Gender'],
  ethnicity: ['text', 'ethnicity'],
  position: ['text', 'Title', 'Position:', 'Alternate Title,', 'Alternate Title:', 'Rank'],
  profession: ['text', 'Occupation:'],
  incorporationDate: ['date', 'Organization Established Date'],
  sector: ['text', 'Organization Type'],
  classification: ['text', 'Target Type'],
  jurisdiction: ['country', 'Nationality of Registration', 'Registration Country'],
  website: ['text', 'Website'],
  email: ['text', 'Email Address', 'Email'],
  phone: ['text', 'Phone Number', 'Phone No.', 'Phone', 'Telephone Number', 'Telephone No.', 'Telephone'],
  swiftBic: ['text', 'SWIFT/BIC'],
  bikCode: ['text', 'BIK (RU)'],
  dunsCode: ['text', 'D-U-N-S Number'],
  isinCode: ['text', 'ISIN'],
  ticker: ['text', 'Equity Ticker', 'MICEX Code'],
  // The name under which a party's shares are traded; it is the same party.
  alias: ['text', 'Issuer Name'],
  callSign: ['text', 'Vessel Call Sign', 'Other Vessel Call Sign'],
  type: ['text', 'Vessel Type', 'Other Vessel Type'],
  flag: ['country', 'Vessel Flag', 'Other Vessel Flag'],
  pastFlags: ['country', 'Former Vessel Flag'],
  tonnage: ['number', 'Vessel Tonnage'],
  grossRegisteredTonnage: ['number', 'Vessel Gross Registered Tonnage'],
  buildDate: ['date', 'Vessel Year of Build', 'Aircraft Manufacture Date'],
  model: ['text', 'Aircraft Model'],
  registrationNumber: ['text', 'Aircraft Tail Number'],
  // An aircraft is listed under its tail number, so an earlier one is an earlier name.
  previousName: ['text', 'Previous Aircraft Tail Number'],
  serialNumber: [
    'text',
    "Aircraft Manufacturer's Serial Number (MSN)",
    'Aircraft Construction Number (also called L/N or S/N or F/N)',
  ],
  icaoCode: ['text', 'Aircraft Mode S Transponder Code'],
};

const RELATION_LABELS = ['Vessel Owner', 'Aircraft Operator'] as const;

const MEASURE_LABELS = [
  'Additional Sanctions Information',
  'CAATSA Section 235 Information',
  'For more information on directives, please visit the following link',
  'For more information, please reference the following link',
  'IFCA Determination',
  'PEESA Information',
  'Secondary sanctions risk',
  'Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions',
] as const;

/** Labels with a programme or an order in them, of which there are ever new ones. */
const MEASURE_LABEL = /^(?:executive order \d{5}\b|(?:effective|purchase\/sales for divestment) date \()/u;
/** A kind of document that the table does not have yet still says what it is: "Kuwaiti National ID No.". */
const DOCUMENT_LABEL = /(?:\sno\.?|number|\s#|\sid|\scard|\scode)$/u;
const LISTING_DATE_LABEL = /^listing date \(/u;

/** A telegraph code of a Chinese name is no number of the person: namesakes share it. */
const NOTE_LABELS = [
  'Chinese Commercial Code',
  'UN/LOCODE',
  'Fax',
  'Fax No.',
  'Fax Number',
  'TELEX',
  'Tribe',
] as const;

const meanings = new Map<string, Meaning>([
  ...IDENTIFICATION_TYPES.map((type) => [labelKey(type), { kind: 'document' }] as const),
  ...Object.entries(PROPERTY_LABELS).flatMap(([property, [form, ...labels]]) =>
    labels.map((label) => [labelKey(label), { kind: 'property', property, form }] as const),
  ),
  ...RELATION_LABELS.map((label) => [labelKey(label), { kind: 'relation' }] as const),
  ...MEASURE_LABELS.map((label) => [labelKey(label), { kind: 'measure' }] as const),
  ...NOTE_LABELS.map((label) => [labelKey(label), { kind: 'note' }] as const),
]);

/** Labels that a remark can begin with, longest first, so that "Passport Booklet" is not read as "Passport". */
export const REMARK_LABELS: readonly string[] = [
  ...IDENTIFICATION_TYPES,
  ...Object.values(PROPERTY_LABELS).flatMap(([, ...labels]) => labels),
  ...RELATION_LABELS,
  ...MEASURE_LABELS,
  ...NOTE_LABELS,
].sort((left, right) => right.length - left.length);

/** Labels differ between the formats in case, apostrophes and the mark at their end: ":", " -", ",". */
function labelKey(label: string): string {
  return label
    .trim()
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\s+/gu, ' ')
    .replace(/\s*[:,-]+$/u, '');
}

/** What a label of OFAC's means; undefined if it is not known. */
export function meaningOf(label: string): Meaning | undefined {
  const key = labelKey(label);
  const known = meanings.get(key);
  if (known) return known;
  if (label.startsWith(WALLET)) return { kind: 'wallet', currency: label.slice(WALLET.length).trim() };
  if (LISTING_DATE_LABEL.test(key)) return { kind: 'listing-date' };
  if (MEASURE_LABEL.test(key)) return { kind: 'measure' };
  return DOCUMENT_LABEL.test(key) ? { kind: 'document' } : undefined;
}

/** Label and value as OFAC prints them in a row: "Secondary sanctions risk: section 1(b) of …". */
export function printedFact(fact: OfacFact): string {
  const country = fact.country ? ` (${fact.country})` : '';
  const issued = fact.issued ? ` issued ${fact.issued}` : '';
  const expires = fact.expires ? ` expires ${fact.expires}` : '';
  const remarks = fact.remarks ? `; ${fact.remarks}` : '';
  return `${fact.label} ${fact.value}${country}${issued}${expires}${remarks}`;
}

/**
 * Adds a statement about the party itself; one that has no property of the party's schema goes to its notes.
 * Conditions of the listing and ties to others are the caller's: see `meaningOf`.
 */
export function addFact(record: RecordBuilder, fact: OfacFact): void {
  const meaning = meaningOf(fact.label);
  const isDocument = meaning?.kind === 'document' || (fact.isDocument === true && meaning === undefined);
  if (isDocument && fact.value) {
    addDocument(record, fact);
    return;
  }
  if (meaning?.kind === 'wallet') record.addWallet(fact.value, meaning.currency, fact.at);
  const isStored =
    meaning?.kind === 'wallet' || (meaning?.kind === 'property' && addProperty(record, fact, meaning));
  if (!isStored || !fact.value || fact.remarks) record.add('notes', printedFact(fact), fact.at);
}

function addDocument(record: RecordBuilder, fact: OfacFact): void {
  const { value: number, country, issued, expires, remarks } = fact;
  const type = fact.label.replace(/\s*:$/u, '');
  addTypedIdentification(record, { type, number, country, issued, expires, remarks }, fact.at);
}

/** @returns false if the party cannot have the property or the value is none of its kind */
function addProperty(
  record: RecordBuilder,
  { value, at }: OfacFact,
  { property, form }: { readonly property: string; readonly form: Form },
): boolean {
  const known = propertiesOf(record.party.schema);
  if (!known.has(property)) {
    // A ship or an aircraft has no jurisdiction, but every party has a country.
    if (form !== 'country' || saysNoCountry(value)) return false;
    record.addCountry('country', value, at);
    return true;
  }
  switch (form) {
    case 'text':
      record.add(property, value, at);
      break;
    case 'date':
      record.addDate(property, value, at);
      break;
    case 'country':
      if (saysNoCountry(value)) return false;
      record.addCountry(property, value, at);
      break;
    case 'number': {
      const figures = value.replaceAll(',', '');
      if (!/^\d+(?:\.\d+)?$/u.test(figures)) return false;
      record.party.add(property, figures, at, figures === value ? {} : { original: value });
      break;
    }
    case 'gender': {
      const gender = value.toLowerCase();
      if (gender !== 'male' && gender !== 'female') return false;
      record.party.add(property, gender, at, { original: value });
      break;
    }
    case 'birthplace':
      record.add(property, value, at).addCountry('birthCountry', countryAtEnd(value), at);
      break;
  }
  return true;
}
