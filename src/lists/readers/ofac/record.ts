// From an OFAC entry to a list record: the one mapping of all four formats.
import { partyId } from '../../../model/record.ts';
import { isA, propertyOf, type SchemaName } from '../../../model/schema/schema.ts';
import { RecordBuilder } from '../../record-builder.ts';
import { type OfacEntry, type OfacFact, type OfacRelation, type OfacType, ofacType } from './entry.ts';
import { addFact, meaningOf } from './facts.ts';
import { addListings } from './listings.ts';
import { addNames } from './names.ts';
import { saysNoCountry } from './places.ts';

/** Finds the uid of the entry of the same list that a relation names; undefined if there is not exactly one. */
export type Resolve = (relation: OfacRelation) => string | undefined;

/** "Target Type" values by which OFAC itself says that an entity is a company. */
const COMPANY_TARGETS: ReadonlySet<string> = new Set([
  'Private Company',
  'Public Company',
  'State-Owned Enterprise',
]);
/** Only a company has shares or a bank's number. */
const COMPANY_PROPERTIES: ReadonlySet<string> = new Set(['isinCode', 'ticker', 'bikCode']);

/**
 * OFAC's relations -> FollowTheMoney: the schema, the end at which the entry stands, the other end. A relation that
 * is not here is an UnknownLink, and so is one of an entry that cannot stand at that end: an organisation that OFAC
 * does not call a company is no asset. OFAC's words are its role in any case, for "Owned or Controlled By" does not
 * say which of the two.
 */
const RELATIONS: Readonly<Record<string, readonly [SchemaName, string, string]>> = {
  'Acting for or on behalf of': ['Representation', 'agent', 'client'],
  'Family member of': ['Family', 'person', 'relative'],
  'Leader or official of': ['Directorship', 'director', 'organization'],
  'Owned or Controlled By': ['Ownership', 'asset', 'owner'],
  'Principal Executive Officer': ['Directorship', 'director', 'organization'],
  'Property in the interest of': ['Ownership', 'asset', 'owner'],
  'Vessel Owner': ['Ownership', 'asset', 'owner'],
};
const LINK = ['UnknownLink', 'subject', 'object'] as const;

/** The record of an entry; the caller passes on what the builder could not read, and builds it. */
export function recordOf(dataset: string, entry: OfacEntry, resolve: Resolve): RecordBuilder {
  const type = ofacType(entry.type);
  const record = new RecordBuilder(dataset, entry.uid, schemaOf(type, entry.facts));
  addNames(record, entry.names, type);
  record.add('topics', 'sanction', entry.at);
  for (const title of entry.titles) addFact(record, { label: 'Title', value: title.text, at: title.at });
  for (const fact of entry.facts) {
    const kind = meaningOf(fact.label)?.kind;
    if (kind === 'relation')
      addRelation(record, { type: fact.label, name: fact.value, at: fact.at }, resolve);
    else if (kind !== 'measure' && kind !== 'listing-date') addFact(record, fact);
  }
  for (const { at, id, country, ...parts } of entry.addresses) {
    const isKnown = country !== undefined && !saysNoCountry(country);
    record.addAddress({ ...parts, ...(isKnown ? { country } : {}) }, at, id);
    if (country !== undefined && !isKnown) record.add('notes', `Address country: ${country}`, at);
  }
  for (const relation of entry.relations) addRelation(record, relation, resolve);
  addListings(record, entry);
  if (type === 'other') record.add('notes', `Type: ${entry.type}`, entry.at);
  for (const note of entry.notes) record.add('notes', note.text, note.at);
  return record;
}

function schemaOf(type: OfacType, facts: readonly OfacFact[]): SchemaName {
  switch (type) {
    case 'individual':
      return 'Person';
    case 'vessel':
      return 'Vessel';
    case 'aircraft':
      return 'Airplane';
    case 'entity':
      return facts.some(saysCompany) ? 'Company' : 'Organization';
    case 'other':
      return 'LegalEntity';
  }
}

function saysCompany(fact: OfacFact): boolean {
  const meaning = meaningOf(fact.label);
  if (meaning?.kind !== 'property') return false;
  return (
    COMPANY_PROPERTIES.has(meaning.property) ||
    (meaning.property === 'classification' && COMPANY_TARGETS.has(fact.value))
  );
}

function addRelation(record: RecordBuilder, relation: OfacRelation, resolve: Resolve): void {
  const uid = resolve(relation);
  const name = relation.name ?? '';
  const quality = relation.quality ? ` (${relation.quality})` : '';
  const wanted = RELATIONS[relation.type] ?? LINK;
  const [schema, own, other] = canStandAt(record.party.schema, wanted[0], wanted[1]) ? wanted : LINK;
  const ends = { own, other, role: `${relation.role ?? relation.type}${quality}` };
  if (uid !== undefined) {
    record.addRelation(schema, { id: partyId(record.dataset, uid) }, ends, relation.at);
    return;
  }
  const named = schema === 'Family' ? { name, schema: 'Person' as const } : { name };
  record.addRelation(schema, named, ends, relation.at);
  if (relation.uid !== undefined)
    record.add('notes', `${relation.type} ${name} (OFAC uid ${relation.uid})`, relation.at);
}

/** True if a party of the schema may stand at that end of the relation. */
function canStandAt(party: SchemaName, relation: SchemaName, end: string): boolean {
  const { range } = propertyOf(relation, end);
  return range === undefined || isA(party, range);
}
