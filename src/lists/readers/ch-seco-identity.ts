// One identity of a Swiss target: names in parts with their spellings in other scripts, birth, nationality, addresses
// and documents. An entry may have several identities; the first name of the main one is the name, all others aliases.
import { isA } from '../../model/schema/schema.ts';
import { placeIdentification } from '../identification-types.ts';
import { languageCode } from '../language-code.ts';
import type { XmlFields } from '../read/xml-fields.ts';
import type { RecordBuilder } from '../record-builder.ts';
import { orderOf, type SecoPlace, type SecoReferences } from './ch-seco-references.ts';

/** FollowTheMoney's property for a part of a person's name; parts that are not here only go into the whole name. */
const PROPERTY_OF_PART: Readonly<Record<string, string>> = {
  'given-name': 'firstName',
  'further-given-name': 'secondName',
  'father-name': 'fatherName',
  'family-name': 'lastName',
  'maiden-name': 'lastName',
  suffix: 'nameSuffix',
};

/** Order of the parts of a person's name where it is written given name first. */
const NATURAL_ORDER = [
  'given-name',
  'further-given-name',
  'whole-name',
  'other',
  'father-name',
  'grand-father-name',
  'family-name',
  'maiden-name',
  'tribal-name',
  'suffix',
];

/** Adds an identity to the party. */
export function addSecoIdentity(
  builder: RecordBuilder,
  identity: XmlFields,
  references: SecoReferences,
): void {
  identity.ignore('ssid');
  const isMain = identity.attribute('main') !== 'false';
  for (const name of identity.children('name')) addName(builder, name, isMain);
  for (const date of identity.children('day-month-year')) addDate(builder, date);
  for (const year of identity.all('year')) addDateText(builder, year.text, year.at);
  for (const nationality of identity.children('nationality')) addNationality(builder, nationality);
  for (const place of identity.children('place-of-birth')) addBirthPlace(builder, place, references);
  for (const address of identity.children('address')) addAddress(builder, address, references);
  for (const document of identity.children('identification-document')) {
    addDocument(builder, document, references);
  }
}

interface NamePart {
  readonly type: string;
  readonly order: number;
  readonly value: string;
  /** Spellings by `language script`. */
  readonly spellings: ReadonlyMap<string, readonly string[]>;
}

function addName(builder: RecordBuilder, name: XmlFields, isMain: boolean): void {
  name.ignore('ssid');
  const isPerson = builder.party.schema === 'Person';
  const type = name.attribute('name-type') ?? '';
  const isWeak = name.attribute('quality') === 'low';
  const lang = languageCode(name.attribute('lang'));
  const parts = name
    .children('name-part')
    .map(readPart)
    .sort((left, right) => left.order - right.order);
  for (const title of parts.filter((part) => part.type === 'title')) {
    if (isPerson) builder.add('title', title.value, name.at);
    else builder.add('notes', `Title: ${title.value}`, name.at);
  }
  const named = parts.filter((part) => part.type !== 'title' && part.value);
  const isName = isMain && type === 'primary-name' && !isWeak && !builder.party.has('name');
  const other = type === 'formerly-known-as' ? 'previousName' : isWeak ? 'weakAlias' : 'alias';
  const add = (property: string, values: readonly string[], code: string | undefined): void => {
    const original = values.join(' ');
    const value = isPerson ? inNaturalOrder(named, values) : original;
    builder.party.add(property, value, name.at, {
      ...(original === value ? {} : { original }),
      ...(code ? { lang: code } : {}),
    });
  };
  add(
    isName ? 'name' : other,
    named.map((part) => part.value),
    isName ? undefined : lang,
  );
  for (const { language, values, isMixed } of spellings(named)) {
    add(isMixed ? 'weakAlias' : other, values, languageCode(language));
  }
  if (isPerson && type === 'primary-name' && !isWeak) {
    for (const part of named) {
      const property = PROPERTY_OF_PART[part.type];
      if (property) builder.add(property, part.value, name.at);
    }
  }
}

function readPart(part: XmlFields): NamePart {
  const spellings = new Map<string, string[]>();
  for (const spelling of part.children('spelling-variant')) {
    const text = spelling.own();
    const key = `${spelling.attribute('lang') ?? ''} ${spelling.attribute('script') ?? ''}`;
    spelling.ignore('spelling-variant-type', 'ssid');
    if (text) spellings.set(key, [...(spellings.get(key) ?? []), text]);
  }
  part.attribute('order');
  part.ignore('ssid');
  // The text stands in <value>; an element without one holds it itself.
  return {
    type: part.attribute('name-part-type') ?? '',
    order: orderOf(part.element),
    value: part.text('value') ?? part.own() ?? '',
    spellings,
  };
}

interface Spelling {
  readonly language: string | undefined;
  readonly values: readonly string[];
  /** True if a part has no spelling in that script, so that two scripts stand in one name. */
  readonly isMixed: boolean;
}

/** The whole name in each language and script; a part without that spelling stands as the list writes it first. */
function* spellings(parts: readonly NamePart[]): Generator<Spelling> {
  for (const key of new Set(parts.flatMap((part) => [...part.spellings.keys()]))) {
    const [language, script] = key.split(' ');
    const given = parts.map((part) => part.spellings.get(key) ?? []);
    const isMixed = script !== 'LATN' && given.some((texts) => texts.length === 0);
    for (let index = 0; index < Math.max(...given.map((texts) => texts.length)); index += 1) {
      const values = parts.map((part, place) => given[place]?.[index] ?? given[place]?.[0] ?? part.value);
      yield { language, values, isMixed };
    }
  }
}

function inNaturalOrder(parts: readonly NamePart[], values: readonly string[]): string {
  const rank = (index: number): number => {
    const place = NATURAL_ORDER.indexOf(parts[index]?.type ?? '');
    return place < 0 ? NATURAL_ORDER.indexOf('other') : place;
  };
  const indexes = values
    .map((_, index) => index)
    .sort((left, right) => rank(left) - rank(right) || left - right);
  return indexes.map((index) => values[index]).join(' ');
}

/** Day, month and year as attributes; what is not given is 0 or missing. Blank if there is no year. */
function dateOf(date: XmlFields): string {
  date.ignore('ssid');
  const [day, month, year] = ['day', 'month', 'year'].map((name) => {
    const text = date.attribute(name);
    return text && Number(text) > 0 ? text : undefined;
  });
  const parts = [year, month?.padStart(2, '0'), month ? day?.padStart(2, '0') : undefined];
  return year ? parts.filter(Boolean).join('-') : '';
}

function addDate(builder: RecordBuilder, date: XmlFields): void {
  const calendar = date.attribute('calendar') ?? 'Gregorian';
  const about = ['good', undefined].includes(date.attribute('quality')) ? '' : 'circa ';
  const text = dateOf(date);
  if (text && /^gregorian$/iu.test(calendar)) addDateText(builder, `${about}${text}`, date.at);
  else {
    const said = Object.entries(date.element.attributes).filter(([name]) => name !== 'ssid');
    builder.add('notes', `Date: ${said.map(([name, value]) => `${name} ${value}`).join(', ')}`, date.at);
  }
}

/** A day that is written as text or as an element of its own. */
function dayIn(document: XmlFields, name: string): string | undefined {
  const [element] = document.children(name);
  const nested = element?.children('day-month-year')[0];
  return (nested ? dateOf(nested) : element?.own())?.slice(0, 10) || undefined;
}

/** A person's date is a birth, a body's its founding, a ship's its building. */
function addDateText(builder: RecordBuilder, text: string, at: string): void {
  const schema = builder.party.schema;
  const property =
    schema === 'Person' ? 'birthDate' : isA(schema, 'LegalEntity') ? 'incorporationDate' : 'buildDate';
  builder.addDate(property, text, at);
}

function addNationality(builder: RecordBuilder, nationality: XmlFields): void {
  nationality.ignore('ssid');
  for (const country of nationality.children('country')) {
    const text = country.own() ?? country.attribute('iso-code');
    country.ignore('iso-code');
    if (text)
      builder.addCountry(builder.party.schema === 'Person' ? 'nationality' : 'country', text, country.at);
  }
  for (const { text, at } of nationality.all('remark')) builder.add('notes', `Nationality: ${text}`, at);
}

/** The place that an element refers to, and what the element itself says of it. */
function placeOf(element: XmlFields, references: SecoReferences): SecoPlace {
  element.ignore('ssid');
  const id = element.attribute('place-id');
  const place = id === undefined ? undefined : references.places.get(id);
  const own = element.children('country')[0];
  return {
    location: element.text('location') ?? place?.location,
    area: element.text('area') ?? place?.area,
    country: own?.own() ?? own?.attribute('iso-code') ?? place?.country,
    variants: place?.variants ?? [],
  };
}

function addBirthPlace(builder: RecordBuilder, element: XmlFields, references: SecoReferences): void {
  const place = placeOf(element, references);
  const quality = element.attribute('quality');
  const text = [place.location, place.area, place.country].filter(Boolean).join(', ');
  if (builder.party.schema === 'Person') {
    builder.add('birthPlace', text, element.at);
    if (place.country) builder.addCountry('birthCountry', place.country, element.at);
  } else builder.add('notes', text && `Place of birth: ${text}`, element.at);
  if (quality && quality !== 'good')
    builder.add('notes', `Place of birth ${text}: quality ${quality}`, element.at);
  for (const variant of place.variants) builder.add('notes', `Place ${text}, also: ${variant}`, element.at);
  for (const { text: remark, at } of element.all('remark'))
    builder.add('notes', `Place of birth: ${remark}`, at);
}

function addAddress(builder: RecordBuilder, element: XmlFields, references: SecoReferences): void {
  const place = placeOf(element, references);
  const quality = element.attribute('quality');
  const remarks = [
    ...[...element.all('remark'), ...element.all('remarks')].map(({ text }) => text),
    element.attribute('current') === 'false' ? 'not current' : '',
    quality && quality !== 'good' ? `quality ${quality}` : '',
    element.attribute('main') === 'false' ? 'not the main address' : '',
    ...place.variants.map((variant) => `also: ${variant}`),
  ].filter(Boolean);
  const [careOf, box] = [element.text('c-o'), element.text('p-o-box')];
  const parts = {
    street: element.text('address-details'),
    street2: [careOf && `c/o ${careOf}`, box && `P.O. Box ${box}`].filter(Boolean).join(', '),
    city: place.location,
    region: place.area,
    postalCode: element.text('zip-code'),
    country: place.country,
  };
  if (Object.values(parts).some(Boolean))
    builder.addAddress({ ...parts, remarks: remarks.join('; ') }, element.at);
  else for (const remark of remarks) builder.add('notes', `Address: ${remark}`, element.at);
}

function addDocument(builder: RecordBuilder, document: XmlFields, references: SecoReferences): void {
  document.ignore('ssid');
  const type = (document.attribute('document-type') ?? '').replace(/-/gu, ' ');
  const issuer = document.children('issuer')[0];
  const country = issuer?.own() ?? issuer?.attribute('code');
  issuer?.ignore('code');
  const issuedAt = document.children('place-of-issue').map((element) => {
    const place = placeOf(element, references);
    return [place.location, place.area, place.country].filter(Boolean).join(', ');
  });
  const remarks = [
    ...[...document.all('remark'), ...document.all('remarks')].map(({ text }) => text),
    ...issuedAt.filter(Boolean).map((text) => `issued in ${text}`),
  ];
  const number = document.text('number');
  const [issued, expires] = [dayIn(document, 'date-of-issue'), dayIn(document, 'expiry-date')];
  if (!number) {
    const whole = [type, country, issued, expires, ...remarks].filter(Boolean).join('; ');
    builder.add('notes', `Identification document: ${whole}`, document.at);
    return;
  }
  const placed = placeIdentification(type, number, builder.party.schema, country);
  builder.addIdentification(
    {
      number: placed.number,
      type: type || 'Identification document',
      country,
      issued,
      expires,
      remarks: remarks.join('; '),
    },
    document.at,
    placed.property,
  );
}
