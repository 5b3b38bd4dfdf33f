// From an entry of the US Consolidated Screening List to a list record. Rows of the Treasury's lists go through the
// one mapping of OFAC's formats; the others (Commerce and State) say little more than name, address and notice.
import type { Entity, Value } from '../../../model/entity.ts';
import type { ListRecord } from '../../../model/record.ts';
import { isA, type SchemaName } from '../../../model/schema/schema.ts';
import sources from '../../generated/us-csl-sources.json' with { type: 'json' };
import { addTypedIdentification } from '../../identification-types.ts';
import { RecordBuilder } from '../../record-builder.ts';
import { type OfacEntry, type OfacFact, type OfacName, ofacType } from '../ofac/entry.ts';
import { type Resolve, recordOf } from '../ofac/record.ts';
import { parseRemark } from '../ofac/remarks.ts';
import type { CslRow, CslText } from './csl-row.ts';

/** One of the lists that the Consolidated Screening List joins. */
export interface CslSource {
  /** The letters by which it is known: `SDN`, `EL`. */
  readonly code: string;
  readonly title: string;
  readonly authority: string;
  readonly topics: readonly string[];
  readonly isOfac?: boolean;
  /** False for a list that is new: it counts as sanctions until the table says what it is. */
  readonly isKnown: boolean;
}

const KNOWN: Readonly<Record<string, Omit<CslSource, 'code' | 'isKnown'>>> = sources;

const SCHEMAS: Readonly<Record<string, SchemaName>> = {
  individual: 'Person',
  entity: 'Organization',
  vessel: 'Vessel',
  aircraft: 'Airplane',
};

/** The list that the text of the `source` column names. */
export function sourceOf(text: string): CslSource {
  const code = /\(([A-Z-]+)(?: List)?\)/u.exec(text)?.[1] ?? '';
  const known = Object.hasOwn(KNOWN, code) ? KNOWN[code] : undefined;
  if (known) return { ...known, code, isKnown: true };
  const [title = text, authority = text] = text.split(' - ');
  const letters = code || title.replace(/[^\p{L}\p{N}]+/gu, '-');
  return { code: letters, title, authority, topics: ['sanction'], isKnown: false };
}

/** The id of a row's record, such as `SDN-41736`: the same party is on several of the lists. */
export function recordIdOf(row: CslRow): string {
  return `${sourceOf(row.source).code}-${row.entityNumber ?? row.id}`;
}

/** A record with what of it could not be read. */
export interface CslRecord {
  readonly record: ListRecord;
  readonly issues: RecordBuilder['issues'];
}

/** @param resolve finds the record that a relation of an OFAC row names */
export function cslRecord(dataset: string, recordId: string, row: CslRow, resolve: Resolve): CslRecord {
  const source = sourceOf(row.source);
  const isOfac = source.isOfac === true;
  const builder = isOfac
    ? recordOf(dataset, ofacEntry(recordId, row), resolve)
    : plainRecord(dataset, recordId, row, source);
  if (!source.isKnown) {
    builder.issues.push({
      property: 'source',
      text: row.source,
      at: row.at,
      reason: 'not a list that is known',
    });
    builder.add('notes', `source: ${row.source}`, row.at);
  }
  const record = builder.build();
  return { record: isOfac ? withReferences(record, row) : record, issues: builder.issues };
}

/** Fields of a Treasury row that OFAC's own files do not have. */
const BESIDE_OFAC: readonly CslText[] = [
  'federal_register_notice',
  'start_date',
  'end_date',
  'standard_order',
  'license_requirement',
  'license_policy',
];

/** Fields that OFAC states under a label. */
const OFAC_LABELS: Readonly<Partial<Record<CslText, string>>> = {
  call_sign: 'Vessel Call Sign',
  vessel_type: 'Vessel Type',
  gross_tonnage: 'Vessel Tonnage',
  gross_registered_tonnage: 'Vessel Gross Registered Tonnage',
  vessel_flag: 'Vessel Flag',
  vessel_owner: 'Vessel Owner',
};

function ofacEntry(uid: string, row: CslRow): OfacEntry {
  const { at, texts } = row;
  const located = (text: string): { text: string; at: string } => ({ text, at });
  const remark = parseRemark(texts.remarks ?? '', at, row.titles.map(located));
  const facts = (label: string, values: readonly string[]): OfacFact[] =>
    values.map((value) => ({ label, value, at }));
  const names: OfacName[] = [
    { kind: 'primary', listForm: row.name, at },
    ...row.altNames.map((listForm): OfacName => ({ kind: 'aka', listForm, at })),
    ...remark.names,
  ];
  return {
    uid,
    at,
    type: ofacType(row.type),
    names,
    programmes: row.programs.map(located),
    titles: row.titles.map(located),
    facts: [
      ...facts('DOB', row.birthDates),
      ...facts('POB', row.birthPlaces),
      ...facts('nationality', row.nationalities),
      ...facts('citizen', row.citizenships),
      ...Object.entries(OFAC_LABELS).flatMap(([field, label]) =>
        facts(label, present(texts[field as CslText])),
      ),
      ...row.ids,
      ...remark.facts,
    ],
    addresses: row.addresses,
    relations: remark.relations,
    notes: [...remark.notes, ...notesOf(row, BESIDE_OFAC).map(located)],
  };
}

function present(text: string | undefined): string[] {
  return text === undefined ? [] : [text];
}

/** Fields as notes: "Federal register notice: 87 FR 20299"; and the fields that are not known. */
function notesOf(row: CslRow, fields: readonly CslText[]): string[] {
  const label = (field: string): string =>
    `${field.charAt(0).toUpperCase()}${field.slice(1).replaceAll('_', ' ')}`;
  return [
    ...fields.flatMap((field) => present(row.texts[field]).map((text) => `${label(field)}: ${text}`)),
    ...row.others.map(([field, text]) => `${label(field)}: ${text}`),
  ];
}

/** OFAC's mapping knows no uid of its own list here: the listings get it, so that the records can be linked. */
function withReferences(record: ListRecord, { entityNumber, texts, at }: CslRow): ListRecord {
  const value = (text: string | undefined): Value[] => (text ? [{ value: text, at }] : []);
  const references = {
    authorityId: value(entityNumber),
    sourceUrl: value(texts.source_information_url ?? texts.source_list_url),
  };
  const [party, ...others] = record.entities.map((entity): Entity => {
    if (!isA(entity.schema, 'Sanction')) return entity;
    const added = Object.entries(references).filter(([, values]) => values.length > 0);
    return { ...entity, properties: { ...entity.properties, ...Object.fromEntries(added) } };
  });
  return { ...record, entities: [party as Entity, ...others] };
}

/** Fields of a row of Commerce or State that have no property. */
const BESIDE_PLAIN: readonly CslText[] = [
  'call_sign',
  'vessel_type',
  'gross_tonnage',
  'gross_registered_tonnage',
  'vessel_flag',
  'vessel_owner',
];

function plainRecord(dataset: string, recordId: string, row: CslRow, source: CslSource): RecordBuilder {
  const { at, texts } = row;
  const schema = SCHEMAS[row.type?.toLowerCase() ?? ''] ?? 'LegalEntity';
  const builder = new RecordBuilder(dataset, recordId, schema).add('name', row.name, at);
  for (const alias of row.altNames) builder.add('alias', alias.replace(/^and\s+/u, ''), at);
  for (const topic of source.topics) builder.add('topics', topic, at);
  for (const { at: place, id, ...parts } of row.addresses) builder.addAddress(parts, place, id);
  for (const { label: type, value: number, ...parts } of row.ids)
    addTypedIdentification(builder, { type, number, ...parts }, at);
  addPersonal(builder, row);
  for (const program of row.programs.length > 0 ? row.programs : [source.title]) {
    builder.addListing(
      {
        authority: source.authority,
        country: 'us',
        program,
        listedOn: texts.start_date,
        endsOn: texts.end_date,
        legalBasis: texts.federal_register_notice,
        provisions: provisionsOf(row),
        authorityId: row.entityNumber,
        sourceUrl: texts.source_information_url ?? texts.source_list_url,
      },
      at,
    );
  }
  if (row.type !== undefined && !Object.hasOwn(SCHEMAS, row.type.toLowerCase()))
    builder.add('notes', `Type: ${row.type}`, at);
  for (const text of [...present(texts.remarks), ...notesOf(row, BESIDE_PLAIN)])
    builder.add('notes', text, at);
  return builder;
}

/** What only a person can have; of a party that may be a firm it goes to the notes. */
function addPersonal(builder: RecordBuilder, row: CslRow): void {
  const isPerson = builder.party.schema === 'Person';
  const note = (label: string, texts: readonly string[]): void => {
    for (const text of texts) builder.add('notes', `${label}: ${text}`, row.at);
  };
  if (!isPerson) {
    note('Title', row.titles);
    note('Date of birth', row.birthDates);
    note('Place of birth', row.birthPlaces);
    for (const country of [...row.nationalities, ...row.citizenships])
      builder.addCountry('country', country, row.at);
    return;
  }
  for (const title of row.titles) builder.add('position', title, row.at);
  for (const date of row.birthDates) builder.addDate('birthDate', date, row.at);
  for (const place of row.birthPlaces) builder.add('birthPlace', place, row.at);
  for (const country of row.nationalities) builder.addCountry('nationality', country, row.at);
  for (const country of row.citizenships) builder.addCountry('citizenship', country, row.at);
}

function provisionsOf({ texts }: CslRow): string {
  const order =
    texts.standard_order &&
    (/^y/iu.test(texts.standard_order) ? 'Standard order' : `Standard order: ${texts.standard_order}`);
  return [
    texts.license_requirement && `Licence requirement: ${texts.license_requirement}`,
    texts.license_policy && `Licence policy: ${texts.license_policy}`,
    order,
  ]
    .filter(Boolean)
    .join('; ');
}
