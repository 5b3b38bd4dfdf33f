// What changed between two versions of a list: which parties came, which went, and for those that stayed, property
// by property. Records are the same if the publisher's id is; within a record, addresses, documents, listings and
// relations are compared by what they say, since their own ids are only running numbers. Where a value stands in
// the file, and how it was written there, is no change.
import { captionOf, type Entity, firstText, textsOf } from '../model/entity.ts';
import { type ListRecord, partyOf } from '../model/record.ts';
import { isA, type SchemaName } from '../model/schema/schema.ts';

/** A party that was added or removed. */
export interface DiffParty {
  readonly recordId: string;
  readonly caption: string;
  readonly schema: SchemaName;
  readonly programs: readonly string[];
  /** First listing day that the record tells. */
  readonly listedOn?: string;
}

/** Values of one property that are only in the newer version, and those only in the older. */
export interface PropertyChange {
  readonly property: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What something that hangs on a party says: its own properties, without the reference to the party. */
export interface AttachmentContent {
  readonly schema: SchemaName;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

export type AttachmentChange =
  | { readonly kind: 'added' | 'removed'; readonly content: AttachmentContent }
  /** The same listing, document or relation with other particulars; `content` is the newer. */
  | {
      readonly kind: 'changed';
      readonly content: AttachmentContent;
      readonly changes: readonly PropertyChange[];
    };

export interface ChangedParty {
  readonly recordId: string;
  readonly caption: string;
  readonly schema: SchemaName;
  /** Only if it was of another schema before. */
  readonly schemaBefore?: SchemaName;
  readonly properties: readonly PropertyChange[];
  /** Addresses, documents, listings, wallets, relations. */
  readonly attachments: readonly AttachmentChange[];
}

export interface ListDiff {
  readonly added: readonly DiffParty[];
  readonly removed: readonly DiffParty[];
  readonly changed: readonly ChangedParty[];
  readonly unchanged: number;
}

type Records = Iterable<ListRecord> | AsyncIterable<ListRecord>;

/**
 * Compares two versions of a list. Holds the older one in memory; the newer one passes through.
 * @returns parties in the order of their lists
 */
export async function diffRecords(before: Records, after: Records): Promise<ListDiff> {
  const older = new Map<string, ListRecord>();
  for await (const record of before) older.set(record.recordId, record);
  const added: DiffParty[] = [];
  const changed: ChangedParty[] = [];
  let unchanged = 0;
  for await (const record of after) {
    const earlier = older.get(record.recordId);
    older.delete(record.recordId);
    const change = earlier && diffRecord(earlier, record);
    if (!earlier) added.push(partyFacts(record));
    else if (change) changed.push(change);
    else unchanged += 1;
  }
  return { added, removed: [...older.values()].map(partyFacts), changed, unchanged };
}

/** What changed within a record; undefined if nothing did. */
function diffRecord(before: ListRecord, after: ListRecord): ChangedParty | undefined {
  const [older, newer] = [partyOf(before), partyOf(after)];
  const properties = diffProperties(ownProperties(before, older), ownProperties(after, newer));
  const attachments = diffAttachments(attachmentsOf(before), attachmentsOf(after));
  const isOtherSchema = older.schema !== newer.schema;
  if (properties.length === 0 && attachments.length === 0 && !isOtherSchema) return undefined;
  return {
    recordId: after.recordId,
    caption: captionOf(newer),
    schema: newer.schema,
    ...(isOtherSchema ? { schemaBefore: older.schema } : {}),
    properties,
    attachments,
  };
}

function partyFacts(record: ListRecord): DiffParty {
  const party = partyOf(record);
  const listings = record.entities.filter((entity) => isA(entity.schema, 'Sanction'));
  const [listedOn] = listings.flatMap((listing) => textsOf(listing, 'listingDate')).sort();
  return {
    recordId: record.recordId,
    caption: captionOf(party),
    schema: party.schema,
    programs: [...new Set(listings.flatMap((listing) => textsOf(listing, 'program')))],
    ...(listedOn === undefined ? {} : { listedOn }),
  };
}

type Texts = Readonly<Record<string, readonly string[]>>;

/** An entity's values without those that refer to entities of the same record. */
function ownProperties(record: ListRecord, entity: Entity): Texts {
  const own = new Set(record.entities.map(({ id }) => id));
  const texts = Object.keys(entity.properties).map(
    (name) => [name, textsOf(entity, name).filter((text) => !own.has(text))] as const,
  );
  return Object.fromEntries(texts.filter(([, values]) => values.length > 0));
}

/**
 * What hangs on the party. A named party that is only the far end of a relation is told with the relation, as if
 * the relation had its name.
 */
function attachmentsOf(record: ListRecord): AttachmentContent[] {
  const [party, ...others] = record.entities;
  const byId = new Map(others.map((entity) => [entity.id, entity]));
  const farEnds = new Set<string>();
  const contents = others.map((entity) => {
    const properties: Record<string, readonly string[]> = { ...ownProperties(record, entity) };
    for (const name of Object.keys(entity.properties)) {
      for (const reference of textsOf(entity, name)) {
        const other = byId.get(reference);
        if (!other || reference === party.id) continue;
        farEnds.add(reference);
        properties[name] = [...(properties[name] ?? []), firstText(other, 'name') ?? captionOf(other)];
      }
    }
    return { id: entity.id, schema: entity.schema, properties };
  });
  return contents
    .filter(({ id }) => !farEnds.has(id))
    .map(({ schema, properties }) => ({ schema, properties }));
}

function diffProperties(before: Texts, after: Texts): PropertyChange[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((property) => {
    const [older, newer] = [new Set(before[property]), new Set(after[property])];
    const added = [...newer.difference(older)];
    const removed = [...older.difference(newer)];
    return added.length + removed.length > 0 ? [{ property, added, removed }] : [];
  });
}

function diffAttachments(
  before: readonly AttachmentContent[],
  after: readonly AttachmentContent[],
): AttachmentChange[] {
  const gone = Map.groupBy(before, contentKey);
  const come = after.filter((content) => gone.get(contentKey(content))?.pop() === undefined);
  const left = before.filter((content) => {
    const rest = gone.get(contentKey(content));
    return rest?.includes(content) === true;
  });
  const changes: AttachmentChange[] = [];
  for (const content of come) {
    const earlier = counterpart(content, left, come);
    if (earlier) {
      left.splice(left.indexOf(earlier), 1);
      changes.push({
        kind: 'changed',
        content,
        changes: diffProperties(earlier.properties, content.properties),
      });
    } else {
      changes.push({ kind: 'added', content });
    }
  }
  return [...changes, ...left.map((content) => ({ kind: 'removed', content }) as const)];
}

function contentKey({ schema, properties }: AttachmentContent): string {
  const sorted = Object.entries(properties).map(([name, values]) => [name, [...values].sort()] as const);
  return JSON.stringify([schema, sorted.sort(([one], [other]) => (one < other ? -1 : 1))]);
}

/** By what a thing is known as the same although its particulars changed. An address is only its text. */
const IDENTITY: Partial<Record<SchemaName, readonly string[]>> = {
  Sanction: ['authorityId', 'unscId', 'program'],
  Passport: ['number'],
  Identification: ['number'],
  CryptoWallet: ['publicKey'],
  UnknownLink: ['subject', 'object'],
  Ownership: ['owner', 'asset'],
  Directorship: ['director', 'organization'],
  Family: ['person', 'relative'],
  Associate: ['person', 'associate'],
  Membership: ['member', 'organization'],
  Employment: ['employee', 'employer'],
};

/** The earlier form of something: the one with the same mark of identity, or the only listing that is left. */
function counterpart(
  content: AttachmentContent,
  left: readonly AttachmentContent[],
  come: readonly AttachmentContent[],
): AttachmentContent | undefined {
  const marks = IDENTITY[content.schema];
  if (!marks) return undefined;
  const candidates = left.filter(({ schema }) => schema === content.schema);
  for (const mark of marks) {
    const texts = content.properties[mark] ?? [];
    const same = candidates.find(({ properties }) => properties[mark]?.some((text) => texts.includes(text)));
    if (same) return same;
  }
  const isOnly =
    candidates.length === 1 && come.filter(({ schema }) => schema === content.schema).length === 1;
  return content.schema === 'Sanction' && isOnly ? candidates[0] : undefined;
}
