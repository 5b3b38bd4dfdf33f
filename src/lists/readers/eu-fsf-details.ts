// What the EU list says of a party besides its names: birth, address and contact, identity documents. Countries stand
// twice, as a code and in words; "00" and "UNKNOWN" mean that there is none.
import { parseCountry } from '../../model/country.ts';
import { isA } from '../../model/schema/schema.ts';
import { datesOfDocument } from '../document-text.ts';
import { placeIdentification } from '../identification-types.ts';
import type { XmlFields } from '../read/xml-fields.ts';
import type { RecordBuilder } from '../record-builder.ts';

/** Passes over what every detail carries and nobody screens by. */
export function skipTechnical(detail: XmlFields): void {
  detail.ignore('logicalId', 'regulationLanguage');
}

/** The country of a detail in words that can be read, else as the list writes it; undefined if it has none. */
export function euCountry(detail: XmlFields): string | undefined {
  const words = detail.attribute('countryDescription');
  const code = detail.attribute('countryIso2Code');
  if (!words || words === 'UNKNOWN') return code && code !== '00' ? code : undefined;
  return parseCountry(words) || !code || !parseCountry(code) ? words : code;
}

/** Adds a birth date or a range of years, and the place of birth. Dates of other calendars are kept as words only. */
export function addEuBirth(builder: RecordBuilder, birth: XmlFields): void {
  skipTechnical(birth);
  const isPerson = builder.party.schema === 'Person';
  const circa = birth.attribute('circa') === 'true' ? 'circa ' : '';
  const calendar = birth.attribute('calendarType') ?? 'GREGORIAN';
  const [day, month, year] = ['dayOfMonth', 'monthOfYear', 'year'].map((name) => birth.attribute(name));
  const [from, to] = [birth.attribute('yearRangeFrom'), birth.attribute('yearRangeTo')];
  const whole = birth.attribute('birthdate');
  const parts = [year, month?.padStart(2, '0'), month ? day?.padStart(2, '0') : undefined].filter(Boolean);
  const dates = [
    whole ?? (year ? parts.join('-') : undefined),
    from && to ? `${from} to ${to}` : (from ?? to),
  ];
  for (const date of dates.filter((text) => text !== undefined)) {
    if (calendar === 'GREGORIAN' && isPerson) builder.addDate('birthDate', `${circa}${date}`, birth.at);
    else
      builder.add('notes', `Date of birth: ${circa}${date} (${calendar.toLowerCase()} calendar)`, birth.at);
  }
  if (day && !month) builder.add('notes', `Date of birth: day ${day}, month not given`, birth.at);
  const country = euCountry(birth);
  const place = ['place', 'city', 'region', 'zipCode'].map((name) => birth.attribute(name));
  const text = [...place, country].filter(Boolean).join(', ');
  if (isPerson) {
    builder.add('birthPlace', text, birth.at);
    if (country) builder.addCountry('birthCountry', country, birth.at);
  } else if (text) builder.add('notes', `Place of birth: ${text}`, birth.at);
  for (const remark of birth.all('remark')) builder.add('notes', `Birth: ${remark.text}`, remark.at);
}

/** Adds an address with the ways to reach the party that stand under it. */
export function addEuAddress(builder: RecordBuilder, address: XmlFields): void {
  skipTechnical(address);
  const box = address.attribute('poBox');
  const isOld = address.attribute('asAtListingTime') === 'true';
  const remarks = address.all('remark').map(({ text }) => text);
  const parts = {
    street: address.attribute('street'),
    street2: [box && `P.O. Box ${box}`, address.attribute('place')].filter(Boolean).join(', '),
    city: address.attribute('city'),
    region: address.attribute('region'),
    postalCode: address.attribute('zipCode'),
    country: euCountry(address),
  };
  const notes = [...remarks, isOld ? 'as at the time of listing' : ''].filter(Boolean).join('; ');
  if (Object.values(parts).some(Boolean)) builder.addAddress({ ...parts, remarks: notes }, address.at);
  else for (const remark of remarks) builder.add('notes', `Address: ${remark}`, address.at);
  for (const contact of address.children('contactInfo')) addContact(builder, contact);
}

const CONTACTS: Readonly<Record<string, string>> = {
  PHONE: 'phone',
  MOBILE: 'phone',
  EMAIL: 'email',
  WEB: 'website',
};

/** One contact may hold several: "a@x.org, b@x.org". */
function addContact(builder: RecordBuilder, contact: XmlFields): void {
  const key = contact.attribute('key') ?? '';
  const text = contact.attribute('value');
  if (!text) return;
  const property = isA(builder.party.schema, 'LegalEntity') ? CONTACTS[key.toUpperCase()] : undefined;
  if (!property) builder.add('notes', `${key}: ${text}`, contact.at);
  else for (const value of text.split(/[,;]\s*/u)) builder.add(property, value, contact.at);
}

/** Flags of a document, and how they read in its remarks. */
const FLAGS = [
  ['diplomatic', 'diplomatic'],
  ['knownExpired', 'known to have expired'],
  ['knownFalse', 'known to be false'],
  ['reportedLost', 'reported lost'],
  ['revokedByIssuer', 'revoked by its issuer'],
] as const;

/** Adds an identity document or number; its type is a code with a description. */
export function addEuIdentification(builder: RecordBuilder, document: XmlFields): void {
  skipTechnical(document);
  const code = document.attribute('identificationTypeCode') ?? '';
  const description = document.attribute('identificationTypeDescription') ?? '';
  const [number, latin] = [document.attribute('number'), document.attribute('latinNumber')];
  const flags = FLAGS.filter(([name]) => document.attribute(name) === 'true').map(([, words]) => words);
  const remarks = document.all('remark').map(({ text }) => text);
  const [issuedBy, nameOn, region] = [
    document.attribute('issuedBy'),
    document.attribute('nameOnDocument'),
    document.attribute('region'),
  ];
  const facts = [
    ...flags,
    issuedBy && `issued by ${issuedBy}`,
    nameOn && `name on it: ${nameOn}`,
    region && `region: ${region}`,
    ...remarks,
  ].filter(Boolean);
  const country = euCountry(document);
  const [issueDate, validFrom, validTo] = [
    document.attribute('issueDate'),
    document.attribute('validFrom'),
    document.attribute('validTo'),
  ];
  if (issueDate && validFrom && issueDate !== validFrom) facts.push(`valid from ${validFrom}`);
  const numbers = [...new Set([number, latin].filter((text) => text !== undefined))];
  if (numbers.length === 0) {
    const whole = [description || code, country, issueDate ?? validFrom, validTo, ...facts].filter(Boolean);
    builder.add('notes', `Identification: ${whole.join('; ')}`, document.at);
  }
  const dates = datesOfDocument(remarks.join('; '));
  for (const text of numbers) {
    // "other" says nothing of where the number belongs; its description may.
    const type = code && code !== 'other' ? code : description;
    const placed = placeIdentification(type, text, builder.party.schema, country);
    builder.addIdentification(
      {
        number: placed.number,
        type: description || code || 'Identification Number',
        country,
        issued: issueDate ?? validFrom ?? dates.issued,
        expires: validTo ?? dates.expires,
        remarks: facts.join('; '),
      },
      document.at,
      placed.property,
    );
  }
}
