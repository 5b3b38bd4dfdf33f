// Everything that the lists say about one party: each value with the record that it stands in, the relations in both
// directions with those at their other ends. Nothing is merged away: two lists that say the same are two values.
import { countryName } from '../../model/country.ts';
import { captionOf, type Entity, firstText, textsOf, type Value } from '../../model/entity.ts';
import type { Fact, PartyDetails, RelatedNode, Relation } from '../../model/party-details.ts';
import type { ListRecord } from '../../model/record.ts';
import { partyOf } from '../../model/record.ts';
import {
  edgeOf,
  type PropertyType,
  propertiesOf,
  type SchemaName,
  schemaLabel,
  TOPICS,
} from '../../model/schema/schema.ts';
import type { ListedParty } from '../../screen/listed-party.ts';
import { endsOf } from './party-book.ts';

/** Properties that only point to another entity of the record; what they point to is shown instead. */
const POINTERS: ReadonlySet<string> = new Set(['addressEntity', 'sanctions', 'holder']);

/** Finds a listed party by an id of any of its listings. */
export type FindParty = (id: string) => ListedParty | undefined;

/**
 * Puts together what is known of a party.
 * @param records  the records of the party, strongest first
 * @param incoming records of other parties that hold a relation to it
 */
export function detailsOf(
  party: ListedParty,
  records: readonly ListRecord[],
  incoming: readonly ListRecord[],
  find: FindParty,
): PartyDetails {
  const { id, caption, schema, datasets, referents, listings, links } = party;
  return {
    id,
    caption,
    schema,
    datasets,
    referents,
    facts: factsOf(records, schema),
    listings,
    links,
    ...relationsOf(party, [...records, ...incoming], find),
  };
}

function factsOf(records: readonly ListRecord[], schema: SchemaName): Fact[] {
  const facts = new Map<string, { label: string; values: Fact['values'][number][] }>();
  const add = (property: string, label: string, value: Value, record: ListRecord, text = value.value) => {
    const fact = facts.get(property) ?? { label, values: [] };
    const sourceUrl = sourceUrlOf(record);
    const words = inWords(propertiesOf(partyOf(record).schema).get(property)?.type, text);
    fact.values.push({
      text,
      ...(words === undefined ? {} : { words }),
      dataset: record.dataset,
      recordId: record.recordId,
      ...(sourceUrl ? { sourceUrl } : {}),
      ...(value.at === undefined ? {} : { at: value.at }),
      ...(value.original === undefined ? {} : { original: value.original }),
    });
    facts.set(property, fact);
  };
  for (const record of records) {
    const own = partyOf(record);
    const known = propertiesOf(own.schema);
    for (const [property, values] of Object.entries(own.properties)) {
      if (POINTERS.has(property)) continue;
      for (const value of values) add(property, known.get(property)?.label ?? property, value, record);
    }
    for (const entity of record.entities) addDocument(entity, record, own, add);
  }
  const order = [...propertiesOf(schema).keys()];
  const rank = (property: string): number => {
    const known = ORDER.indexOf(property);
    return known >= 0 ? known : ORDER.length + order.indexOf(property);
  };
  return [...facts]
    .map(([property, fact]) => ({ property, ...fact }))
    .sort((left, right) => rank(left.property) - rank(right.property));
}

/** A code as what a person calls it; undefined where the value is no code. */
function inWords(type: PropertyType | undefined, text: string): string | undefined {
  if (type === 'country') return countryName(text);
  if (type === 'topic') return TOPICS[text];
  return undefined;
}

/** What a reader looks for first; the rest follows in FollowTheMoney's order. */
const ORDER = [
  'name',
  'alias',
  'weakAlias',
  'previousName',
  'firstName',
  'middleName',
  'lastName',
  'birthDate',
  'birthPlace',
  'nationality',
  'citizenship',
  'country',
  'jurisdiction',
  'position',
  'gender',
  'identification',
  'passportNumber',
  'idNumber',
  'registrationNumber',
  'address',
];

type AddFact = (property: string, label: string, value: Value, record: ListRecord, text?: string) => void;

/** Identity documents and wallets are entities of their own; a reader wants them as one line each. */
function addDocument(entity: Entity, record: ListRecord, own: Entity, add: AddFact): void {
  const [number] = entity.properties.number ?? [];
  if (number && textsOf(entity, 'holder').includes(own.id)) {
    const about = [firstText(entity, 'type'), firstText(entity, 'country')?.toUpperCase()].filter(Boolean);
    add('identification', 'Identity documents', number, record, [...about, number.value].join(' '));
  }
  if (entity.schema !== 'CryptoWallet') return;
  for (const key of entity.properties.publicKey ?? []) {
    const currency = firstText(entity, 'currencySymbol');
    add('publicKey', 'Wallet addresses', key, record, currency ? `${currency} ${key.value}` : key.value);
  }
}

function sourceUrlOf(record: ListRecord): string | undefined {
  for (const entity of record.entities) {
    const url = firstText(entity, 'sourceUrl');
    if (url) return url;
  }
  return undefined;
}

function relationsOf(
  party: ListedParty,
  records: readonly ListRecord[],
  find: FindParty,
): Pick<PartyDetails, 'relations' | 'nodes'> {
  const unlisted = new Map(records.flatMap((record) => record.entities).map((entity) => [entity.id, entity]));
  const nodes = new Map<string, RelatedNode>();
  const relations = new Map<string, Relation>();
  /** The id under which an end is shown: of the listed party that it is one of the records of, if it is one. */
  const nodeOf = (id: string): string => {
    const listed = find(id);
    const entity = unlisted.get(id);
    const node: RelatedNode = listed
      ? { id: listed.id, caption: listed.caption, schema: listed.schema, isListed: true }
      : {
          id,
          caption: entity ? captionOf(entity) : id,
          schema: entity?.schema ?? 'LegalEntity',
          isListed: false,
        };
    nodes.set(node.id, node);
    return node.id;
  };
  for (const record of records) {
    for (const entity of record.entities) {
      const ends = endsOf(entity);
      // A sanction or a passport is no relation between two parties, though it has two ends for FollowTheMoney.
      if (!ends || edgeOf(entity.schema) === undefined) continue;
      const [from, to] = [find(ends.from)?.id ?? ends.from, find(ends.to)?.id ?? ends.to];
      if (from !== party.id && to !== party.id) continue;
      const label =
        firstText(entity, 'role') ?? firstText(entity, 'relationship') ?? schemaLabel(entity.schema);
      const relation = {
        from: nodeOf(from),
        to: nodeOf(to),
        kind: entity.schema,
        label,
        dataset: record.dataset,
      };
      relations.set([from, to, entity.schema, label, record.dataset].join('\n'), relation);
    }
  }
  nodes.delete(party.id);
  const self = { id: party.id, caption: party.caption, schema: party.schema, isListed: true };
  return { relations: [...relations.values()], nodes: relations.size > 0 ? [self, ...nodes.values()] : [] };
}
