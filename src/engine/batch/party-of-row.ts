// One row of a customer's file as a party to screen. A row without a name is a fault; anything else that cannot be
// understood is left out of the query and reported, and the row is screened without it.
import type { DateOrder } from '../../model/dates.ts';
import {
  isMatchable,
  isSchemaName,
  type PropertyType,
  propertiesOf,
  type SchemaName,
} from '../../model/schema/schema.ts';
import type { PartyQuery } from '../../model/screening.ts';
import { cleanText } from './clean-text.ts';
import type { ColumnMap } from './column-map.ts';
import { PARTY_PROPERTIES } from './party-properties.ts';
import { isGender, type Understood, understand } from './party-value.ts';
import { schemaOfWord } from './schema-of-word.ts';
import type { RowContent } from './source-row.ts';
import { wordKey } from './word-key.ts';

export interface PartyRules {
  readonly columns: ColumnMap;
  /** The schema of rows that do not say one. @default told from what the row holds */
  readonly schema?: SchemaName;
  readonly dateOrder: DateOrder;
}

/** Something in a row that was left out of the query. */
interface ValueIssue {
  readonly field: string;
  readonly reason: string;
  readonly text: string;
}

export type PartyOfRow =
  | { readonly query: PartyQuery; readonly issues: readonly ValueIssue[] }
  /** The row cannot be screened; `reason` begins in lower case. */
  | { readonly reason: string };

const VESSEL_EVIDENCE = ['imoNumber', 'mmsi', 'callSign'];
/** Parts of a person's name in the order in which they make a name. */
const NAME_PARTS = ['firstName', 'secondName', 'middleName', 'fatherName', 'lastName'];
const NAMES = ['name', 'alias', 'previousName', 'weakAlias'];
/** Countries that a party of another schema has under a plainer name. */
const COUNTRIES = new Set([
  'nationality',
  'citizenship',
  'jurisdiction',
  'mainCountry',
  'flag',
  'birthCountry',
]);

/** Texts by field, as the row has them; a field may have several. */
type Fields = Map<string, string[]>;

/** What a row says, before it is checked against a schema. */
interface Stated {
  readonly id?: string;
  readonly schema?: SchemaName;
  readonly fields: Fields;
  readonly issues: ValueIssue[];
}

/** The party that a row describes. */
export function partyOfRow(content: RowContent, rules: PartyRules): PartyOfRow {
  if (content.kind === 'fault') return { reason: content.reason };
  if (content.kind === 'blank') return { reason: 'it holds no text' };
  const stated =
    content.kind === 'object' && isFtm(content.object)
      ? statedByFtm(content.object)
      : statedByColumns(content, rules.columns);
  if ('reason' in stated) return stated;
  const schema = stated.schema ?? rules.schema ?? schemaByEvidence(stated.fields, rules.dateOrder);
  return build(stated, schema, rules.dateOrder);
}

/** True for `{"schema": …, "properties": {…}}`, with or without an id. */
export function isFtm(object: Readonly<Record<string, unknown>>): boolean {
  const { properties } = object;
  return typeof object.schema === 'string' && isObject(properties);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function statedByFtm(object: Readonly<Record<string, unknown>>): Stated | { readonly reason: string } {
  const schema = object.schema as string;
  if (!isSchemaName(schema)) return { reason: `there is no schema "${schema}"` };
  if (!isMatchable(schema)) return { reason: `a party cannot be of schema "${schema}"` };
  const id = textsIn(object.id)?.[0];
  const fields: Fields = new Map();
  const issues: ValueIssue[] = [];
  for (const [property, value] of Object.entries(object.properties as Record<string, unknown>)) {
    const texts = textsIn(value);
    if (texts) fields.set(property, texts);
    else issues.push({ field: property, reason: 'it is no text', text: JSON.stringify(value) });
  }
  return { ...(id ? { id } : {}), schema, fields, issues };
}

function statedByColumns(content: Extract<RowContent, { kind: 'cells' | 'object' }>, map: ColumnMap): Stated {
  const fields: Fields = new Map();
  const issues: ValueIssue[] = [];
  let id: string | undefined;
  let schema: SchemaName | undefined;
  for (const { heading, index, target } of map.columns) {
    const value = content.kind === 'cells' ? content.cells[index] : ownValue(content.object, heading);
    const texts = textsIn(value);
    if (!texts) {
      issues.push({ field: target, reason: 'it is no text', text: JSON.stringify(value) });
      continue;
    }
    const [text] = texts;
    if (text === undefined) continue;
    // German files say "Herr", "Frau" and "Firma" in one column.
    const kind =
      target === 'schema' || (target === 'gender' && !isGender(text)) ? schemaOfWord(text) : undefined;
    if (target === 'id') id ??= cleanText(text);
    else if (kind) schema ??= kind;
    else if (target === 'schema')
      issues.push({ field: target, reason: 'it is no kind of party that is known', text });
    else fields.set(target, [...(fields.get(target) ?? []), ...texts]);
  }
  return { ...(id ? { id } : {}), ...(schema ? { schema } : {}), fields, issues };
}

/** Never what an object inherits: a column may be called "constructor". */
function ownValue(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The texts of a cell or JSON value, blank ones left out; undefined if it is an object or an array of such. */
function textsIn(value: unknown): string[] | undefined {
  const all = Array.isArray(value) ? value : [value];
  const texts: string[] = [];
  for (const one of all) {
    if (one === null || one === undefined) continue;
    if (typeof one === 'object') return undefined;
    const text = String(one);
    if (text.trim() !== '') texts.push(text);
  }
  return texts;
}

function joinedName(fields: Fields): string {
  return NAME_PARTS.flatMap((part) => fields.get(part) ?? [])
    .map(cleanText)
    .filter(Boolean)
    .join(' ');
}

/**
 * A person if the row holds what only people have, a vessel if it has a ship's number, else LegalEntity, which leaves
 * it open. A wrong guess would cost hits, since persons are not compared with companies: so a date or gender that
 * cannot be understood ("n/a") is no evidence; nor is a last name alone, since files of persons carry their companies
 * there; nor a first and last name beside another name, since they may be a company's contact.
 */
function schemaByEvidence(fields: Fields, dateOrder: DateOrder): SchemaName {
  const isUnderstood = (property: string, type: PropertyType): boolean =>
    (fields.get(property) ?? []).some(
      (text) => understand(property, type, text, dateOrder).values.length > 0,
    );
  if (isUnderstood('birthDate', 'date') || isUnderstood('gender', 'gender')) return 'Person';
  if ((fields.get('passportNumber') ?? []).some((text) => /\d/u.test(text))) return 'Person';
  if (fields.has('firstName') && fields.has('lastName')) {
    const joined = joinedName(fields);
    const name = new Set((fields.get('name') ?? [joined]).flatMap((text) => wordKey(text).split(' ')));
    if (
      wordKey(joined)
        .split(' ')
        .every((word) => name.has(word))
    )
      return 'Person';
  }
  return VESSEL_EVIDENCE.some((property) => fields.has(property)) ? 'Vessel' : 'LegalEntity';
}

function build(stated: Stated, schema: SchemaName, dateOrder: DateOrder): PartyOfRow {
  const { fields } = stated;
  const issues = [...stated.issues];
  const known = propertiesOf(schema);
  const properties = new Map<string, string[]>();
  const joined = joinedName(fields);
  // For what is no person, the parts can be of a contact: they make a name only where there is no other.
  const isJoined = schema === 'Person' || schema === 'LegalEntity' || !fields.has('name');
  if (joined && isJoined) fields.set('name', [...(fields.get('name') ?? []), joined]);
  for (const [field, texts] of fields) {
    const property = !known.has(field) && COUNTRIES.has(field) ? 'country' : field;
    const type = known.get(property)?.type;
    if (!type && isJoined && NAME_PARTS.includes(field)) continue;
    for (const text of texts) {
      const { values, issues: found } = type
        ? understand(property, type, text, dateOrder)
        : foreign(field, schema, text, dateOrder);
      issues.push(...found.map((reason) => ({ field, reason, text })));
      const held = properties.get(property) ?? [];
      for (const value of values) if (!held.includes(value)) held.push(value);
      if (held.length > 0) properties.set(property, held);
    }
  }
  const names = NAMES.flatMap((property) => properties.get(property) ?? []);
  if (!names.some((name) => /[\p{L}\p{N}]/u.test(name))) {
    const found = issues.find((issue) => NAMES.includes(issue.field));
    return { reason: found ? `its name cannot be used: ${found.reason}` : 'it has no name' };
  }
  const query = {
    ...(stated.id ? { id: stated.id } : {}),
    schema,
    properties: Object.fromEntries([...properties].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
  return { query, issues };
}

/** A value of a property that the schema does not have; that it is no value at all is the better reason. */
function foreign(field: string, schema: SchemaName, text: string, dateOrder: DateOrder): Understood {
  const { values, issues } = understand(field, PARTY_PROPERTIES.get(field)?.type ?? 'text', text, dateOrder);
  return { values: [], issues: values.length > 0 ? [`schema ${schema} has no such property`] : issues };
}

/** The name under which a row is shown: its first name, else its first alias. */
export function nameOf(query: PartyQuery): string {
  return NAMES.flatMap((property) => query.properties[property] ?? [])[0] ?? '';
}
