// What identifies a UK party besides its names: birth, nationality, identity documents, registration numbers.
import { countryName, parseCountry } from '../../../model/country.ts';
import { countryOfDocument, datesOfDocument, documentNumberIn } from '../../document-text.ts';
import { placeIdentification } from '../../identification-types.ts';
import { numberedTexts, splitNumbered } from '../../numbered-text.ts';
import type { RecordBuilder } from '../../record-builder.ts';
import { registrationNumbers, SHARED_NUMBER_TYPES } from '../../registration-text.ts';
import { addUkCountry, ukCountryCodes } from './uk-country.ts';
import type { UkAddress, UkBirthPlace, UkDocument, UkParty } from './uk-party.ts';

/** Adds birth, nationality, gender and documents. */
export function addUkIdentity(builder: RecordBuilder, party: UkParty): void {
  const isPerson = builder.party.schema === 'Person';
  for (const { text, at } of party.found('birthDate')) addBirthDate(builder, text, at);
  for (const place of party.all('birthPlace')) addBirthPlaces(builder, place);
  for (const { text, at } of party.found('nationality')) {
    for (const country of numberedTexts(text)) {
      addUkCountry(builder, isPerson ? 'nationality' : 'country', country, at);
    }
  }
  for (const { text, at } of party.found('gender')) {
    const gender = text.toLowerCase();
    if (isPerson && /^(?:fe)?male$/u.test(gender)) {
      builder.party.add('gender', gender, at, gender === text ? {} : { original: text });
    } else builder.add('notes', `Gender: ${text}`, at);
  }
  for (const document of party.all('document')) addDocuments(builder, document);
  for (const { text, at } of party.found('businessNumber')) addBusinessNumbers(builder, text, at, party);
}

/** "dd/mm/1945", "dd/07/1978" and "'00/00/1975" leave out what is not known; the rest are whole days or years. */
function addBirthDate(builder: RecordBuilder, text: string, at: string): void {
  const property = builder.party.schema === 'Person' ? 'birthDate' : 'incorporationDate';
  const [, month = '', year] = /^'?(?:dd|00)\/(mm|\d\d)\/(\d{4})$/iu.exec(text) ?? [];
  if (builder.party.schema === 'Vessel') builder.add('notes', `Date of birth: ${text}`, at);
  else if (!year) builder.addDate(property, text, at);
  else {
    const known = /^(?:mm|00)$/iu.test(month) ? year : `${year}-${month}`;
    builder.party.add(property, known, at, { original: text });
  }
}

/** Towns and countries of birth belong together by their numbers: "(1) Tiaret (2) Maskara", "(1-2) Algeria". */
function addBirthPlaces(builder: RecordBuilder, place: UkBirthPlace): void {
  const [towns, countries] = [splitNumbered(place.town), splitNumbered(place.country)];
  const single = countries.length === 1 && !/^\s*\(1/u.test(place.country) ? countries[0]?.text : undefined;
  for (const { text: country } of countries) {
    if (builder.party.schema === 'Person') addUkCountry(builder, 'birthCountry', country, place.at);
    else addUkCountry(builder, 'country', country, place.at);
  }
  const numbers = new Set([...towns, ...countries].map(({ number }) => number));
  for (const number of numbers) {
    const town = towns.find((item) => item.number === number)?.text;
    const country = single ?? countries.find((item) => item.number === number)?.text;
    const whole = [town, country].filter(Boolean).join(', ');
    if (builder.party.schema === 'Person') builder.add('birthPlace', whole, place.at);
    else builder.add('notes', `Place of birth: ${whole}`, place.at);
  }
}

/** Numbers and the details that go with them by number; details without numbers go with all. */
function addDocuments(builder: RecordBuilder, { kind, number, details, at }: UkDocument): void {
  const label = kind === 'passport' ? 'Passport' : 'National identification';
  const numbers = splitNumbered(number);
  const remarks = splitNumbered(details);
  const isShared = !/^\s*\(1[)-]/u.test(details) || !/^\s*\(1[)-]/u.test(number);
  for (const item of numbers) {
    const own = isShared ? details : (remarks.find((remark) => remark.number === item.number)?.text ?? '');
    for (const text of numbersApart(item.text)) addDocument(builder, kind, text, own, at);
  }
  const unused = remarks.filter((remark) =>
    isShared ? numbers.length === 0 : !numbers.some((item) => item.number === remark.number),
  );
  for (const { text } of unused) builder.add('notes', `${label}: ${text}`, at);
}

/** "200275550. 732975994" is two numbers; "14.335.819" and "CG 1234. Lost" are one. */
function numbersApart(text: string): string[] {
  const parts = text.split(/\.\s+/u);
  return parts.every((part) => /^[\p{Lu}\d]{4,}$/u.test(part)) ? parts : [text];
}

function addDocument(
  builder: RecordBuilder,
  kind: UkDocument['kind'],
  text: string,
  details: string,
  at: string,
): void {
  const { number, country, isChanged } = documentNumberIn(text);
  const type = kind === 'passport' ? 'Passport' : nationalType(details);
  const dates = { ...datesOfDocument(text), ...datesOfDocument(details) };
  const issuer = country ?? countryOfDocument(details);
  const parts = {
    number,
    type,
    country: issuer,
    ...dates,
    remarks: [isChanged ? text : '', details].filter(Boolean).join('. '),
  };
  const placed = placeIdentification(type, number, builder.party.schema, issuer);
  builder.addIdentification(parts, at, placed.property);
}

/** What kind of national number it is where the details name one that has a property of its own. */
function nationalType(details: string): string {
  if (/\bINN\b/u.test(details)) return 'INN';
  if (/social security/iu.test(details)) return 'Social Security Number';
  if (/\btax/iu.test(details)) return 'Tax Identification Number';
  return 'National Identification Number';
}

/** A number of a business that has no better place is its registration number. */
function addBusinessNumbers(builder: RecordBuilder, text: string, at: string, party: UkParty): void {
  const seat = onlyCountry(party.all('address'));
  for (const item of numberedTexts(text)) {
    const numbers = registrationNumbers(item).filter(({ type }) => !SHARED_NUMBER_TYPES.has(type));
    // Kept as a note unless an identification below carries the whole text.
    if (numbers.length === 0) builder.add('notes', `Business registration number: ${item}`, at);
    for (const { type, number, country } of numbers) {
      const placed = placeIdentification(type, number, builder.party.schema, country ?? seat);
      const property = placed.property === 'idNumber' ? 'registrationNumber' : placed.property;
      const remarks = item === number || item === `${type}: ${number}` ? undefined : item;
      builder.addIdentification({ number: placed.number, type, country, remarks }, at, property);
    }
  }
}

/** The country that all addresses lie in, if it is one: it says which tax office a bare number belongs to. */
function onlyCountry(addresses: readonly UkAddress[]): string | undefined {
  const codes = new Set(addresses.flatMap(({ country }) => (country ? ukCountryCodes(country) : [])));
  const [code] = codes;
  return codes.size === 1 ? code : undefined;
}

/** Adds the addresses; lines 1 to 5 are the street and what lies in it, line 6 is the town or, rarely, the province. */
export function addUkAddresses(builder: RecordBuilder, party: UkParty): void {
  for (const { lines, postalCode, country, at } of party.all('address')) {
    const codes = country && !parseCountry(country) ? ukCountryCodes(country) : [];
    const [code] = codes;
    builder.addAddress(
      {
        street: lines[0],
        street2: lines.slice(1, 5).filter(Boolean).join(', '),
        city: lines[5],
        postalCode,
        country: code ? countryName(code) : country,
        remarks: code ? `Country in the list: ${country}` : undefined,
      },
      at,
    );
  }
}
