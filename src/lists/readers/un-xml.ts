// The Consolidated List of the UN Security Council, XML. The record id is the REFERENCE_NUMBER (QDi.335): it stays
// the same when an entry is re-issued, while the DATAID changes; should two entries share one, the later gets its
// DATAID added. The UN numbers a person's names without saying which is the family name, so none is called that.
import { parseDates, parseDay } from '../../model/dates.ts';
import { datesOfDocument, documentNumberIn, isDocumentNumber, plainMonths } from '../document-text.ts';
import { placeIdentification } from '../identification-types.ts';
import type { ListFile } from '../list-file.ts';
import { letteredTexts } from '../numbered-text.ts';
import { xmlElements } from '../read/xml.ts';
import { keepRest, XmlFields } from '../read/xml-fields.ts';
import type { ListReader, ReadEvent, ReadInput } from '../reader.ts';
import { RecordBuilder } from '../record-builder.ts';
import { valueIssueEvents } from '../value-issues.ts';
import { addUnAlias } from './un-aliases.ts';

const ROOT = 'CONSOLIDATED_LIST';
const AUTHORITY = 'United Nations Security Council';
const NAME_PARTS = [
  ['FIRST_NAME', 'firstName'],
  ['SECOND_NAME', 'secondName'],
  ['THIRD_NAME', 'middleName'],
  ['FOURTH_NAME', 'middleName'],
] as const;

export const unXml: ListReader = {
  format: 'un-xml',
  title: 'UN Security Council Consolidated List, XML',
  version: 1,
  dataset: 'un_sc_sanctions',
  recognise(head) {
    return /<CONSOLIDATED_LIST[\s>]/u.test(head.text) ? { part: 'main' } : undefined;
  },
  async *read(input: ReadInput) {
    for (const { file } of input.files) yield* readFile(input.dataset, file);
  },
};

async function* readFile(dataset: string, file: ListFile): AsyncGenerator<ReadEvent> {
  const known = new Set<string>();
  let rows = 0;
  for await (const { kind, element } of xmlElements(file, ['INDIVIDUAL', 'ENTITY'], ROOT)) {
    if (kind === 'root') {
      const day = parseDay(element.attribute('dateGenerated')?.slice(0, 10) ?? '');
      if (day) yield { kind: 'published', day };
      continue;
    }
    rows += 1;
    const fields = new XmlFields(element);
    const reference = fields.text('REFERENCE_NUMBER');
    const dataId = fields.text('DATAID');
    const recordId = reference && known.has(reference) ? `${reference}-${dataId ?? rows}` : reference;
    const fault = recordId ? (wholeName(fields) ? '' : 'no name') : 'no REFERENCE_NUMBER';
    if (!recordId || fault) {
      yield {
        kind: 'set-aside',
        part: 'main',
        scope: 'row',
        file: file.name,
        line: element.line,
        at: element.path,
        reason: fault,
        text: [reference, wholeName(fields), dataId].filter(Boolean).join(' | ').slice(0, 200),
      };
      continue;
    }
    known.add(recordId);
    const builder = buildRecord(dataset, recordId, fields);
    yield* valueIssueEvents(builder, file.name, element.line);
    yield { kind: 'record', record: builder.build(), rows: { main: 1 } };
  }
  yield { kind: 'total', part: 'main', rows };
}

function buildRecord(dataset: string, recordId: string, fields: XmlFields): RecordBuilder {
  const isPerson = fields.element.name === 'INDIVIDUAL';
  const builder = new RecordBuilder(dataset, recordId, isPerson ? 'Person' : 'Organization');
  addNames(builder, fields);
  builder.add('topics', 'sanction', fields.at);
  for (const alias of [...fields.children('INDIVIDUAL_ALIAS'), ...fields.children('ENTITY_ALIAS')]) {
    addUnAlias(builder, alias);
  }
  if (isPerson) addPerson(builder, fields);
  for (const address of [...fields.children('INDIVIDUAL_ADDRESS'), ...fields.children('ENTITY_ADDRESS')]) {
    addAddress(builder, address);
  }
  addListing(builder, fields);
  addGenderAndComments(builder, fields);
  const dataId = fields.found('DATAID');
  const version = fields.text('VERSIONNUM');
  if (dataId) {
    builder.add('notes', `DATAID: ${dataId.text}${version ? `, version ${version}` : ''}`, dataId.at);
  }
  // "UN List" in every entry of every file seen.
  if (fields.all('LIST_TYPE', 'VALUE').every(({ text }) => text === 'UN List')) fields.ignore('LIST_TYPE');
  keepRest(builder, fields);
  return builder;
}

/** What only persons have; should a body have one of these elements, it ends up in the notes. */
function addPerson(builder: RecordBuilder, fields: XmlFields): void {
  for (const { text, at } of fields.all('TITLE', 'VALUE')) builder.add('title', text, at);
  for (const { text, at } of fields.all('DESIGNATION', 'VALUE')) {
    for (const position of letteredTexts(text)) builder.add('position', position, at);
  }
  for (const { text, at } of [...fields.all('NATIONALITY', 'VALUE'), ...fields.all('NATIONALITY2')]) {
    // "na" is how the list's schema writes that there is no value.
    if (text !== 'na') builder.addCountry('nationality', text, at);
  }
  for (const birth of fields.children('INDIVIDUAL_DATE_OF_BIRTH')) addBirthDate(builder, birth);
  for (const place of fields.children('INDIVIDUAL_PLACE_OF_BIRTH')) addBirthPlace(builder, place);
  for (const document of fields.children('INDIVIDUAL_DOCUMENT')) addDocument(builder, document);
}

function nameParts(fields: XmlFields): { property: string; text: string; at: string }[] {
  return NAME_PARTS.flatMap(([name, property]) => {
    const part = fields.found(name);
    return part && part.text !== 'na' ? [{ property, ...part }] : [];
  });
}

function wholeName(fields: XmlFields): string {
  return nameParts(fields)
    .map(({ text }) => text)
    .join(' ');
}

function addNames(builder: RecordBuilder, fields: XmlFields): void {
  builder.add('name', wholeName(fields), fields.at);
  if (builder.party.schema === 'Person') {
    for (const { property, text, at } of nameParts(fields)) builder.add(property, text, at);
  }
  for (const { text, at } of fields.all('NAME_ORIGINAL_SCRIPT')) builder.add('alias', text, at);
}

/** TYPE_OF_DATE says how sure the date is; a note may hold the date itself ("Nov. 1973") or the word "approximately". */
function addBirthDate(builder: RecordBuilder, birth: XmlFields): void {
  const type = birth.text('TYPE_OF_DATE') ?? '';
  const note = birth.text('NOTE');
  const about = /approx/iu.test(`${type} ${note ?? ''}`) ? 'circa ' : '';
  const stated = birth.text('DATE') ?? birth.text('YEAR');
  const [from, to] = [birth.text('FROM_YEAR'), birth.text('TO_YEAR')];
  const range = from && to ? `${from} to ${to}` : (from ?? to);
  for (const date of [stated, range]) {
    if (date) builder.addDate('birthDate', `${about}${date}`, birth.at);
  }
  if (note && !/^approximately$/iu.test(note)) {
    // "Sep." beside a year is its month.
    const dated = [plainMonths(note).trim(), `${plainMonths(note).trim()} ${stated ?? ''}`].find(
      (text) => parseDates(text).length > 0,
    );
    if (dated) builder.addDate('birthDate', dated, birth.at);
    else if (stated || range) builder.add('notes', `Date of birth: ${note}`, birth.at);
    else builder.addDate('birthDate', note, birth.at);
  }
}

function addBirthPlace(builder: RecordBuilder, place: XmlFields): void {
  const country = place.found('COUNTRY');
  const parts = ['STREET', 'CITY', 'STATE_PROVINCE'].map((name) => place.text(name));
  const note = place.text('NOTE');
  builder.add('birthPlace', [...parts, country?.text].filter(Boolean).join(', '), place.at);
  if (country) builder.addCountry('birthCountry', country.text, country.at);
  if (note) builder.add('notes', `Place of birth: ${note}`, place.at);
}

/** The number stands in NUMBER, in words around it, or only in the type or the note. */
function addDocument(builder: RecordBuilder, document: XmlFields): void {
  const [type = '', kind = ''] = [document.text('TYPE_OF_DOCUMENT'), document.text('TYPE_OF_DOCUMENT2')];
  const note = document.text('NOTE') ?? '';
  const stated = document.text('NUMBER') ?? '';
  const source =
    stated || ([kind, note].find((text) => isDocumentNumber(documentNumberIn(text).number)) ?? '');
  const found = documentNumberIn(source);
  const country = document.text('ISSUING_COUNTRY') ?? document.text('COUNTRY_OF_ISSUE') ?? found.country;
  const issuedIn = [document.text('CITY_OF_ISSUE'), document.text('COUNTRY_OF_ISSUE')]
    .filter(Boolean)
    .join(', ');
  const issued = document.text('DATE_OF_ISSUE');
  const expires = document.text('DATE_OF_EXPIRY');
  const remarks = [
    source !== note && found.isChanged ? source : '',
    source === kind ? '' : kind,
    issuedIn ? `issued in ${issuedIn}` : '',
    note,
  ]
    .filter(Boolean)
    .join('; ');
  if (!isDocumentNumber(found.number)) {
    const whole = [type, stated, remarks, country, issued, expires].filter(Boolean).join('; ');
    if (whole) builder.add('notes', `Document: ${whole}`, document.at);
    return;
  }
  const hasOwnKind = kind && source !== kind && !kind.toLowerCase().includes(type.toLowerCase());
  const dates = datesOfDocument([note, stated].join('; '));
  const placed = placeIdentification(kind || type, found.number, builder.party.schema, country);
  builder.addIdentification(
    {
      number: placed.number,
      type: [type, hasOwnKind ? kind : ''].filter(Boolean).join(', ') || 'Identification Number',
      country,
      issued: issued ?? dates.issued,
      expires: expires ?? dates.expires,
      remarks,
    },
    document.at,
    placed.property,
  );
}

function addAddress(builder: RecordBuilder, address: XmlFields): void {
  const note = address.text('NOTE');
  const parts = {
    street: address.text('STREET'),
    city: address.text('CITY'),
    region: address.text('STATE_PROVINCE'),
    postalCode: address.text('ZIP_CODE'),
    country: address.text('COUNTRY'),
  };
  if (Object.values(parts).some(Boolean)) builder.addAddress({ ...parts, remarks: note }, address.at);
  // Some entries give the whole address as a note: "Branch Office 14: Dubai, United Arab Emirates".
  else if (note) builder.add('notes', `Address: ${note}`, address.at);
}

function addListing(builder: RecordBuilder, fields: XmlFields): void {
  const reference = fields.text('REFERENCE_NUMBER');
  builder.addListing(
    {
      authority: AUTHORITY,
      program: fields.text('UN_LIST_TYPE'),
      listedOn: dayOf(fields.text('LISTED_ON')),
      endsOn: dayOf(fields.text('DELISTED_ON')),
      authorityId: reference,
      unscId: reference,
    },
    fields.at,
  );
  for (const { text, at } of fields.all('LAST_DAY_UPDATED', 'VALUE')) builder.addDate('modifiedAt', text, at);
  for (const { text, at } of fields.all('SUBMITTED_BY')) builder.add('notes', `Submitted by: ${text}`, at);
  for (const { text, at } of fields.all('SUBMITTED_ON')) builder.add('notes', `Submitted on: ${text}`, at);
  for (const { text, at } of fields.all('INTERPOL_LINK')) {
    builder.add('notes', `INTERPOL-UN Security Council Special Notice: ${text}`, at);
  }
  // Says only whether the link is there.
  fields.ignore('HAS_INTERPOL_LINK');
}

/** Days of the list's own schema may carry a zone: `2015-03-27-04:00`. The zone is that of the office, not a time. */
function dayOf(text: string | undefined): string | undefined {
  return text?.replace(/^(\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:\d\d)$/u, '$1');
}

/** Gender has an element of its own in some entries and stands in the comments ("Gender: Male.") of others. */
function addGenderAndComments(builder: RecordBuilder, fields: XmlFields): void {
  const comments = fields.found('COMMENTS1');
  const stated = fields.found('GENDER');
  const inComments = /\bgender\s*:\s*((?:fe)?male)\b/iu.exec(comments?.text ?? '')?.[1];
  const gender = (stated?.text ?? inComments ?? '').toLowerCase();
  const at = stated?.at ?? comments?.at ?? fields.at;
  if (builder.party.schema === 'Person' && /^(?:fe)?male$/u.test(gender)) {
    const original = stated?.text ?? inComments ?? gender;
    builder.party.add('gender', gender, at, original === gender ? {} : { original });
  } else if (stated) builder.add('notes', `Gender: ${stated.text}`, at);
  if (comments) builder.add('notes', comments.text, comments.at);
}
