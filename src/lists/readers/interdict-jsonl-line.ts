// The two kinds of lines of an Interdict starter list, parsed: the header, and one listed party a line.
// data/starter/README.md describes them. The format is Interdict's own, so it is held to strictly: a key that is not
// known, a value of the wrong kind or a property that the schema does not have refuses the file. A list of a user's
// own is not written in this format.
import { parseDay } from '../../model/dates.ts';
import { InterdictError, type Place } from '../../model/errors.ts';
import {
  edgeOf,
  isMatchable,
  isSchemaName,
  propertiesOf,
  type SchemaName,
} from '../../model/schema/schema.ts';
import type { AddressParts, IdentificationParts, ListingParts } from '../record-builder.ts';

/** The format's version, which stands in the header as the value of `interdict-starter`. */
const FORMAT_VERSION = 1;

/** What a listing may say besides its programme. */
const LISTING_TEXTS = ['listedOn', 'legalBasis', 'provisions', 'authorityId', 'unscId'] as const;

export interface StarterHeader {
  readonly dataset: string;
  /** The day of the official list that the facts were taken from: `YYYY-MM-DD`. */
  readonly asOf: string;
  /** How many parties follow. */
  readonly records: number;
  readonly authority: string;
  /** Code of the country that imposes the listings; the UN is none. */
  readonly country: string | undefined;
}

/** A value as the official list writes it, with its language where it is told. */
export interface StarterText {
  readonly value: string;
  readonly lang?: string;
}

export interface StarterRelation {
  readonly schema: SchemaName;
  /** The ends of the relation at which this party and the other one stand. */
  readonly own: string;
  readonly other: string;
  readonly role: string | undefined;
  /** The other party: a record of the same list, or a name. */
  readonly party: { readonly recordId: string } | { readonly name: string };
}

export interface StarterParty {
  readonly recordId: string;
  readonly schema: SchemaName;
  readonly properties: Readonly<Record<string, readonly StarterText[]>>;
  readonly identifications: readonly IdentificationParts[];
  readonly addresses: readonly AddressParts[];
  readonly wallets: readonly { readonly publicKey: string; readonly currency: string | undefined }[];
  readonly listings: readonly Omit<ListingParts, 'authority' | 'country'>[];
  readonly related: readonly StarterRelation[];
  /** The official file and the publisher's id of the record in it, in words. */
  readonly source: string;
}

/** A JSON object whose keys are taken one by one; what is left at the end is an error. */
class Fields {
  readonly #values: Map<string, unknown>;
  readonly #what: string;
  readonly place: Place;

  constructor(json: unknown, what: string, place: Place) {
    this.#what = what;
    this.place = place;
    if (typeof json !== 'object' || json === null || Array.isArray(json)) throw this.refusal('is no object');
    this.#values = new Map(Object.entries(json));
  }

  refusal(problem: string): InterdictError {
    const { file, line } = this.place;
    return new InterdictError(
      'LIST_MALFORMED',
      `${file}, line ${line}: ${this.#what} ${problem}.`,
      this.place,
    );
  }

  keys(): string[] {
    return [...this.#values.keys()];
  }

  take(key: string): unknown {
    const value = this.#values.get(key);
    this.#values.delete(key);
    return value;
  }

  optionalText(key: string): string | undefined {
    const value = this.take(key);
    if (value === undefined) return undefined;
    if (typeof value !== 'string' || !value.trim()) throw this.refusal(`has a "${key}" that is no text`);
    return value;
  }

  text(key: string): string {
    const value = this.optionalText(key);
    if (value === undefined) throw this.refusal(`has no "${key}"`);
    return value;
  }

  list(key: string): unknown[] {
    const value = this.take(key);
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw this.refusal(`has a "${key}" that is no list`);
    return value;
  }

  objects(key: string, what: string): Fields[] {
    return this.list(key).map((json) => new Fields(json, what, this.place));
  }

  object(key: string, what: string): Fields {
    return new Fields(this.take(key), what, this.place);
  }

  /** The texts of an object that holds nothing else. */
  texts<Required extends string, Optional extends string>(
    required: readonly Required[],
    optional: readonly Optional[],
  ): Record<Required, string> & Record<Optional, string | undefined> {
    const texts = Object.fromEntries([
      ...required.map((key) => [key, this.text(key)]),
      ...optional.map((key) => [key, this.optionalText(key)]),
    ]) as Record<Required, string> & Record<Optional, string | undefined>;
    this.end();
    return texts;
  }

  end(): void {
    const unknown = this.keys().map((key) => `"${key}"`);
    if (unknown.length > 0)
      throw this.refusal(`has keys that the format does not know: ${unknown.join(', ')}`);
  }
}

/** True if a file begins as a starter list. */
export function beginsAsStarter(text: string): boolean {
  return /^\s*\{\s*"interdict-starter"\s*:/u.test(text);
}

/**
 * The first line.
 * @throws InterdictError LIST_MALFORMED
 */
export function parseStarterHeader(json: unknown, place: Place): StarterHeader {
  const fields = new Fields(json, 'the header', place);
  const version = fields.take('interdict-starter');
  if (version !== FORMAT_VERSION)
    throw fields.refusal(`is of version ${JSON.stringify(version)}; this Interdict reads ${FORMAT_VERSION}`);
  const records = fields.take('records');
  if (!Number.isSafeInteger(records) || (records as number) < 0)
    throw fields.refusal('does not say how many "records" follow');
  const asOf = fields.text('asOf');
  if (parseDay(asOf) !== asOf) throw fields.refusal(`has an "asOf" that is no day: "${asOf}"`);
  const header: StarterHeader = {
    dataset: fields.text('dataset'),
    asOf,
    records: records as number,
    authority: fields.text('authority'),
    country: fields.optionalText('country'),
  };
  fields.optionalText('note');
  fields.end();
  return header;
}

/**
 * Any other line.
 * @throws InterdictError LIST_MALFORMED
 */
export function parseStarterParty(json: unknown, place: Place): StarterParty {
  const fields = new Fields(json, 'the party', place);
  const recordId = fields.text('recordId');
  const schema = fields.text('schema');
  if (!isSchemaName(schema) || !isMatchable(schema))
    throw fields.refusal(`has a schema "${schema}" that no listed party has`);
  const party: StarterParty = {
    recordId,
    schema,
    properties: parseProperties(fields.object('properties', `the party ${recordId}`), schema),
    identifications: fields
      .objects('identifications', 'an identification')
      .map((one) => one.texts(['type', 'number'], ['country', 'issued', 'expires', 'remarks'])),
    addresses: fields
      .objects('addresses', 'an address')
      .map((one) => one.texts([], ['street', 'city', 'region', 'postalCode', 'country'])),
    wallets: fields.objects('wallets', 'a wallet').map((one) => one.texts(['publicKey'], ['currency'])),
    listings: fields.objects('listings', 'a listing').map((one) => one.texts(['program'], LISTING_TEXTS)),
    related: fields.objects('related', 'a relation').map(parseRelation),
    source: fields.text('source'),
  };
  if (party.listings.length === 0) throw fields.refusal('has no listing');
  fields.end();
  return party;
}

function parseProperties(fields: Fields, schema: SchemaName): Record<string, StarterText[]> {
  const known = propertiesOf(schema);
  const properties: Record<string, StarterText[]> = {};
  for (const name of fields.keys()) {
    const property = known.get(name);
    if (!property || property.type === 'entity')
      throw fields.refusal(`has a property "${name}" that a ${schema} cannot have here`);
    properties[name] = fields.list(name).map((json) => {
      if (typeof json === 'string' && json.trim()) return { value: json };
      return new Fields(json, `a value of "${name}"`, fields.place).texts(['value', 'lang'], []);
    });
  }
  if (!properties['name']?.length) throw fields.refusal('has no name');
  return properties;
}

function parseRelation(fields: Fields): StarterRelation {
  const { schema, end, id, name, role } = fields.texts(['schema'], ['end', 'id', 'name', 'role']);
  const edge = isSchemaName(schema) ? edgeOf(schema) : undefined;
  if (!isSchemaName(schema) || !edge) throw fields.refusal(`is of a schema "${schema}" that relates nothing`);
  const own = end ?? edge.source;
  if (own !== edge.source && own !== edge.target) throw fields.refusal(`has no end "${own}"`);
  const other = own === edge.source ? edge.target : edge.source;
  if (id !== undefined && name === undefined) return { schema, own, other, role, party: { recordId: id } };
  if (name !== undefined && id === undefined) return { schema, own, other, role, party: { name } };
  throw fields.refusal('needs either an "id" or a "name"');
}
