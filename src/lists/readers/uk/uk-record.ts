// One record from what was gathered of a UK party: the mapping that both UK lists share. Everything that has no
// property of its own in FollowTheMoney goes to the notes with its label.
import { partyId } from '../../../model/record.ts';
import { isA, type SchemaName } from '../../../model/schema/schema.ts';
import { numberedTexts } from '../../numbered-text.ts';
import { RecordBuilder } from '../../record-builder.ts';
import { unReferenceIn } from '../../un-reference.ts';
import { addUkCountry } from './uk-country.ts';
import { addUkAddresses, addUkIdentity } from './uk-identity.ts';
import { addUkNames } from './uk-names.ts';
import type { UkField, UkParty } from './uk-party.ts';

/** Longest text that is taken for one company's name; some cells hold a paragraph. */
const LONGEST_COMPANY_NAME = 120;

const COMPANY = /\bcompany\b|\b(?:LLC|LLP|LTD|[PCO]?JSC|PLC|GmbH)\b|\blimited\b|\bjoint[- ]stock\b/iu;
const LEGAL_FORM = /\bcompany\b|\b(?:LLC|LLP|LTD|[PCO]?JSC|PLC|GmbH)\b|partnership|limited|joint[- ]stock/iu;

export interface UkRecordContext {
  readonly dataset: string;
  readonly authority: string;
  /** The authority's own number of the listing, as far as it is not the record id. */
  readonly authorityId?: string | undefined;
  /** The record of the same list that alone has this name, if there is one. */
  readonly recordNamed: (name: string) => string | undefined;
}

/** Builds the record of a party. */
export function buildUkRecord(context: UkRecordContext, party: UkParty): RecordBuilder {
  const builder = new RecordBuilder(context.dataset, party.recordId, schemaOf(party));
  addUkNames(builder, party);
  builder.add('topics', 'sanction', party.at);
  addUkIdentity(builder, party);
  addUkAddresses(builder, party);
  addTitlesAndPositions(builder, party);
  addContacts(builder, party);
  addEntityFields(builder, party);
  addShipFields(builder, party);
  addRelations(context, builder, party);
  addListings(context, builder, party);
  for (const { text, at } of party.found('lastUpdated')) builder.addDate('modifiedAt', text, at);
  addNotes(builder, party, 'groupId', 'OFSI Group ID');
  addNotes(builder, party, 'designationSource', 'Designation source');
  for (const { text, at } of party.found('note')) builder.add('notes', text, at);
  return builder;
}

function schemaOf(party: UkParty): SchemaName {
  const kind = party.kind.trim().toLowerCase();
  if (kind === 'individual') return 'Person';
  if (kind === 'ship') return 'Vessel';
  if (kind !== 'entity') return 'LegalEntity';
  return party.found('entityType').some(({ text }) => COMPANY.test(text)) ? 'Company' : 'Organization';
}

function addNotes(builder: RecordBuilder, party: UkParty, field: UkField, label: string): void {
  for (const { text, at } of party.found(field)) builder.add('notes', `${label}: ${text}`, at);
}

function addTitlesAndPositions(builder: RecordBuilder, party: UkParty): void {
  for (const [field, property, label] of [
    ['title', 'title', 'Title'],
    ['position', 'position', 'Position'],
  ] as const) {
    for (const { text, at } of party.found(field)) {
      for (const item of numberedTexts(text)) {
        if (builder.party.schema === 'Person') builder.add(property, item, at);
        else builder.add('notes', `${label}: ${item}`, at);
      }
    }
  }
}

const EMAIL = /[^\s,;<>()]+@[^\s,;<>()]+/gu;
const WEBSITE =
  /(?:https?:\/\/|www\.)[^\s;,]+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:\/[^\s;,]*)?/giu;

function addContacts(builder: RecordBuilder, party: UkParty): void {
  // A vessel has none of these properties in FollowTheMoney.
  const hasContacts = isA(builder.party.schema, 'LegalEntity');
  for (const [field, label, values] of [
    ['phone', 'Phone number', phoneNumbers],
    ['fax', 'Fax', () => []],
    ['email', 'Email address', (text: string) => text.match(EMAIL) ?? []],
    ['website', 'Website', (text: string) => text.match(WEBSITE) ?? []],
  ] as const) {
    for (const { text, at } of party.found(field)) {
      const found = hasContacts ? values(text) : [];
      for (const value of found) builder.add(field, value.replace(/[.,]+$/u, ''), at);
      let rest = text.replace(/\(\d+\)/gu, ' ');
      for (const value of found) rest = rest.replace(value, ' ');
      if (/[\p{L}\p{N}]/u.test(rest.replace(/\b(?:and|or)\b/giu, ' '))) {
        builder.add('notes', `${label}: ${text}`, at);
      }
    }
  }
  for (const { text, at } of party.found('wallet')) {
    if (hasContacts) builder.addWallet(text, undefined, at);
    else builder.add('notes', `Crypto wallet: ${text}`, at);
  }
}

/** "+98 212049216. +98 22045237": parted where both sides are numbers. The column also holds places and scraps. */
function phoneNumbers(text: string): string[] {
  const digits = (part: string): number => part.replace(/\D/gu, '').length;
  return numberedTexts(text)
    .flatMap((item) => {
      const parts = item.split(/\.\s+|[;,]\s*/u).map((part) => part.trim());
      return parts.every((part) => digits(part) >= 6) ? parts : [item];
    })
    .filter((item) => digits(item) >= 5);
}

function addEntityFields(builder: RecordBuilder, party: UkParty): void {
  for (const { text, at } of party.found('entityType')) {
    for (const item of numberedTexts(text)) {
      if (!isA(builder.party.schema, 'LegalEntity')) builder.add('notes', `Type of entity: ${item}`, at);
      else builder.add(LEGAL_FORM.test(item) ? 'legalForm' : 'classification', item, at);
    }
  }
}

function addShipFields(builder: RecordBuilder, party: UkParty): void {
  if (builder.party.schema !== 'Vessel') {
    for (const [field, label] of SHIP_LABELS) addNotes(builder, party, field, label);
    return;
  }
  for (const { text, at } of party.found('imoNumber')) {
    const number = text.replace(/^IMO[\s:]*(?=\d)/iu, '');
    builder.party.add('imoNumber', number, at, number === text ? {} : { original: text });
  }
  for (const [field, property] of [
    ['flag', 'flag'],
    ['previousFlag', 'pastFlags'],
  ] as const) {
    for (const { text, at } of party.found(field)) {
      for (const country of numberedTexts(text)) addUkCountry(builder, property, country, at);
    }
  }
  for (const { text, at } of party.found('shipType')) builder.add('type', text, at);
  for (const { text, at } of party.found('tonnage')) builder.add('tonnage', text, at);
  for (const { text, at } of party.found('yearBuilt')) builder.addDate('buildDate', text, at);
  for (const { text, at } of party.found('hullNumber')) builder.add('registrationNumber', text, at);
  addNotes(builder, party, 'length', 'Length of ship');
}

const SHIP_LABELS: readonly (readonly [UkField, string])[] = [
  ['imoNumber', 'IMO number'],
  ['flag', 'Flag of ship'],
  ['previousFlag', 'Previous flags'],
  ['shipType', 'Type of ship'],
  ['tonnage', 'Tonnage of ship'],
  ['length', 'Length of ship'],
  ['yearBuilt', 'Year built'],
  ['hullNumber', 'Hull identification number'],
];

/** Field, what the other party is to this one, and which of the two owns the other. */
const RELATIONS = [
  ['parentCompany', 'Parent company', 'other'],
  ['subsidiary', 'Subsidiary', 'this'],
  ['owner', 'Current owner or operator', 'other'],
  ['previousOwner', 'Previous owner or operator', 'other'],
] as const satisfies readonly (readonly [UkField, string, 'this' | 'other'])[];

function addRelations(context: UkRecordContext, builder: RecordBuilder, party: UkParty): void {
  for (const [field, role, ownedBy] of RELATIONS) {
    for (const { text, at } of party.found(field)) {
      for (const name of numberedTexts(text).flatMap((item) => item.split(/;\s*/u))) {
        if (name.length > LONGEST_COMPANY_NAME) {
          builder.add('notes', `${role}: ${name}`, at);
          continue;
        }
        const record = context.recordNamed(name);
        const isListed = record !== undefined && record !== party.recordId;
        const other = isListed
          ? { id: partyId(context.dataset, record) }
          : { name, schema: 'Organization' as const };
        // The list gives a name, not an id: its words are kept where the link leads to a record.
        if (isListed) builder.add('notes', `${role}: ${name}`, at);
        // In FollowTheMoney only companies and ships can be owned; a plain link is true of any two parties.
        const isOwnership = ownedBy === 'other' && isA(builder.party.schema, 'Asset');
        const ends = isOwnership ? { own: 'asset', other: 'owner' } : { own: 'subject', other: 'object' };
        builder.addRelation(isOwnership ? 'Ownership' : 'UnknownLink', other, { ...ends, role }, at);
      }
    }
  }
}

function addListings(context: UkRecordContext, builder: RecordBuilder, party: UkParty): void {
  const join = (field: UkField, mark: string): string =>
    party
      .found(field)
      .map(({ text }) => text)
      .join(mark);
  const unIds = party.found('unReference').flatMap(({ text }) => unReferenceIn(text) ?? []);
  for (const { text, at } of party.found('unReference')) {
    if (text !== unIds[0]) builder.add('notes', `UN reference: ${text}`, at);
  }
  for (const { text, at } of party.found('sanctionsListId').slice(1)) {
    builder.add('notes', `UK Sanctions List reference: ${text}`, at);
  }
  for (const { regime, listedOn, designatedOn, at } of party.all('listing')) {
    builder.addListing(
      {
        authority: context.authority,
        country: 'gb',
        program: regime,
        listedOn,
        reason: join('reason', ' '),
        provisions: join('provision', '; '),
        authorityId: context.authorityId ?? party.found('sanctionsListId')[0]?.text,
        unscId: unIds[0],
      },
      at,
    );
    if (designatedOn && designatedOn !== listedOn) {
      builder.add('notes', `Date designated on the UK Sanctions List: ${designatedOn} (${regime})`, at);
    }
  }
}
