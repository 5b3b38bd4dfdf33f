// A party of a user's own list, made from what the list says of it: pairs of a target (a FollowTheMoney property, a
// property of the listing, `id` or `schema`) and a text. For all formats in which users write lists of their own.
// Nothing is dropped: what has no place on the party, or cannot be read, goes to its notes under its own label.
import { createHash } from 'node:crypto';
import { parseCountry } from '../model/country.ts';
import {
  isMatchable,
  isSchemaName,
  propertiesOf,
  propertyOf,
  SCHEMA_NAMES,
  type SchemaName,
  TOPICS,
} from '../model/schema/schema.ts';
import words from './generated/party-words.json' with { type: 'json' };
import { headingKey } from './heading-key.ts';
import { parseNationality } from './nationality.ts';
import { RecordBuilder } from './record-builder.ts';

/** What a list says of itself. */
export interface OwnList {
  readonly dataset: string;
  readonly title?: string | undefined;
  readonly authority?: string | undefined;
  /** Country that imposes the listings, as a code. */
  readonly country?: string | undefined;
  /** FollowTheMoney topics of parties that have none of their own. @default ['poi'] */
  readonly topics?: readonly string[] | undefined;
}

/** One text about a party. */
export interface OwnValue {
  /** Undefined for a column that is not known: its text goes to the notes. */
  readonly target: string | undefined;
  /** What the list calls it. */
  readonly label: string;
  readonly text: string;
  readonly at: string;
}

/** Properties of the listing that a list can give; all others are the party's. */
export const LISTING_TARGETS = [
  'program',
  'reason',
  'listingDate',
  'endDate',
  'authority',
  'sourceUrl',
] as const;

const NAMES = ['name', 'alias', 'weakAlias', 'previousName'];
/** Parts of a person's name in the order in which they make a name. */
const NAME_PARTS = ['firstName', 'secondName', 'middleName', 'fatherName', 'lastName'];
const PERSON_EVIDENCE = [...NAME_PARTS, 'birthDate', 'birthPlace', 'gender', 'passportNumber'];
const VESSEL_EVIDENCE = ['imoNumber', 'mmsi', 'callSign', 'flag'];
/** Countries that a party which has no such property has under the plainer name. */
const COUNTRIES = new Set([
  'nationality',
  'citizenship',
  'jurisdiction',
  'flag',
  'birthCountry',
  'mainCountry',
]);

const schemas = new Map<string, SchemaName>([
  ...(Object.entries(words.schemas) as [string, SchemaName][]),
  ...SCHEMA_NAMES.filter(isMatchable).map((schema) => [headingKey(schema), schema] as const),
]);
const genders: Readonly<Record<string, string>> = words.genders;

/** True for what a column or key can be. */
export function isOwnTarget(target: string): boolean {
  return (
    target === 'id' ||
    target === 'schema' ||
    (LISTING_TARGETS as readonly string[]).includes(target) ||
    SCHEMA_NAMES.some((schema) => isMatchable(schema) && propertiesOf(schema).has(target))
  );
}

/** Running numbers for parties without an id of their own whose names and birth dates are the same. */
export type OwnIds = Map<string, number>;

/**
 * The record of a party.
 * @param ids one for the whole list
 * @returns the reason as text if the values make no party
 */
export function ownRecord(
  list: OwnList,
  values: readonly OwnValue[],
  at: string,
  ids: OwnIds,
): RecordBuilder | string {
  const given = values.filter(({ text }) => text.trim());
  const textsOf = (target: string): string[] =>
    given.filter((value) => value.target === target).map((value) => value.text.trim());
  const named = textsOf('schema')[0];
  const schema = (named && schemas.get(headingKey(named))) || schemaByEvidence(given);
  const joined = NAME_PARTS.flatMap(textsOf).join(' ');
  const isPerson = propertiesOf(schema).has('firstName');
  if (![joined, ...NAMES.flatMap(textsOf)].some((text) => /[\p{L}\p{N}]/u.test(text))) return 'no name';
  const builder = new RecordBuilder(list.dataset, recordIdOf(textsOf, joined, ids), schema);
  if (named && !schemas.has(headingKey(named)))
    keep(builder, 'schema', named, at, 'no kind of party that is known');
  if (joined && (isPerson || textsOf('name').length === 0) && !textsOf('name').includes(joined))
    builder.add(textsOf('name').length > 0 ? 'alias' : 'name', joined, at);
  for (const value of given) if (value.target !== 'id' && value.target !== 'schema') addValue(builder, value);
  if (!builder.party.has('name')) promoteAlias(builder, given);
  if (!builder.party.has('topics'))
    for (const topic of list.topics ?? ['poi']) builder.add('topics', topic, at);
  addListing(builder, list, textsOf, at);
  return builder;
}

/** A person if the values hold what only people have, a vessel if what only vessels have; else it is left open. */
function schemaByEvidence(values: readonly OwnValue[]): SchemaName {
  const has = (targets: readonly string[]): boolean =>
    values.some(({ target }) => target !== undefined && targets.includes(target));
  if (has(PERSON_EVIDENCE)) return 'Person';
  return has(VESSEL_EVIDENCE) ? 'Vessel' : 'LegalEntity';
}

/** The list's own id; else one from names and birth date, the same as long as these are. */
function recordIdOf(textsOf: (target: string) => string[], joined: string, ids: OwnIds): string {
  const own = textsOf('id')[0]?.replace(/\s+/gu, '-');
  if (own) return own;
  const identity = [joined, ...textsOf('name'), ...textsOf('birthDate')].join('\n');
  const id = createHash('sha256').update(identity).digest('hex').slice(0, 16);
  const count = (ids.get(id) ?? 0) + 1;
  ids.set(id, count);
  return count === 1 ? id : `${id}-${count}`;
}

function addValue(builder: RecordBuilder, { target, label, text, at }: OwnValue): void {
  if (target !== undefined && (LISTING_TARGETS as readonly string[]).includes(target)) return;
  const known = propertiesOf(builder.party.schema);
  const property =
    target !== undefined && !known.has(target) && COUNTRIES.has(target) && known.has('country')
      ? 'country'
      : target;
  if (property === undefined || !known.has(property)) {
    const isInName = target !== undefined && NAME_PARTS.includes(target);
    if (!isInName) builder.add('notes', target === undefined && !label ? text : `${label}: ${text}`, at);
    return;
  }
  const { type } = propertyOf(builder.party.schema, property);
  if (property === 'address') builder.addAddress({ street: text }, at);
  else if (property === 'passportNumber') builder.addIdentification({ number: text, type: 'Passport' }, at);
  else if (type === 'date') builder.addDate(property, text, at);
  else if (type === 'country') addCountries(builder, property, text, at);
  else if (type === 'gender')
    addWord(builder, property, text, at, genders[headingKey(text)], 'no gender that is known');
  else if (type === 'topic')
    addWord(
      builder,
      property,
      text,
      at,
      Object.hasOwn(TOPICS, text) ? text : undefined,
      'no topic of FollowTheMoney',
    );
  else if (type === 'entity') builder.add('notes', `${label}: ${text}`, at);
  else builder.add(property, text, at);
}

function addWord(
  builder: RecordBuilder,
  property: string,
  text: string,
  at: string,
  word: string | undefined,
  reason: string,
): void {
  if (word) builder.party.add(property, word, at, word === text ? {} : { original: text });
  else keep(builder, property, text, at, reason);
}

/** One country, or several with marks between them; the whole is tried first, as "Korea, North" is one. */
function addCountries(builder: RecordBuilder, property: string, text: string, at: string): void {
  const parts = parseCountry(text) ? [text] : text.split(/[;|/,]/u);
  for (const part of parts.map((one) => one.trim()).filter(Boolean)) {
    const codes = parseNationality(part);
    for (const code of codes) builder.party.add(property, code, at, code === part ? {} : { original: part });
    if (codes.length === 0) builder.addCountry(property, part, at);
  }
}

function keep(builder: RecordBuilder, property: string, text: string, at: string, reason: string): void {
  builder.issues.push({ property, text, at, reason });
  builder.add('notes', `${property}: ${text}`, at);
}

/** A party of which only further names are given is called by the first of them. */
function promoteAlias(builder: RecordBuilder, values: readonly OwnValue[]): void {
  const first = values.find(({ target }) => target !== undefined && NAMES.includes(target));
  builder.add('name', first?.text, first?.at ?? '');
}

function addListing(
  builder: RecordBuilder,
  list: OwnList,
  textsOf: (target: string) => string[],
  at: string,
): void {
  const said = (target: (typeof LISTING_TARGETS)[number]): string | undefined =>
    textsOf(target).join('; ') || undefined;
  builder.addListing(
    {
      authority: said('authority') ?? list.authority ?? list.title ?? list.dataset,
      country: list.country,
      program: said('program') ?? list.title,
      reason: said('reason'),
      listedOn: said('listingDate'),
      endsOn: said('endDate'),
      sourceUrl: said('sourceUrl'),
    },
    at,
  );
}

/** Targets of which one cell of a table may hold several, separated by ";", "|" or a line end. */
const LISTS = new Set([
  'alias',
  'weakAlias',
  'previousName',
  'address',
  'email',
  'phone',
  'website',
  'topics',
]);

/** The values of one cell of a table. */
export function cellTexts(target: string | undefined, text: string): string[] {
  return target !== undefined && LISTS.has(target)
    ? text.split(/[;|\n]/u).filter((one) => one.trim())
    : [text];
}

/** A schema by FollowTheMoney's name; for messages of formats that require it. */
export function isKnownSchema(text: string): boolean {
  return isSchemaName(text) || schemas.has(headingKey(text));
}
