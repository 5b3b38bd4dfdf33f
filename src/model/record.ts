// One record of a list: the party that the publisher listed, and everything that hangs on it (addresses,
// identity documents, the listing itself as a FollowTheMoney Sanction, relations to other parties).
import type { Entity, Value } from './entity.ts';
import { firstText, textsOf } from './entity.ts';
import { isA } from './schema/schema.ts';

/**
 * `entities[0]` is the listed party; its id is `<dataset>-<recordId>`. The others belong to it alone, and their
 * ids begin with the party's. The list version is not repeated in each record: it is known by whoever holds them.
 */
export interface ListRecord {
  readonly dataset: string;
  /** The publisher's own id of the record: OFAC's uid, the UK's group id, the UN's reference number … */
  readonly recordId: string;
  readonly entities: readonly [Entity, ...Entity[]];
}

/** Where one value comes from, in full. */
export interface Provenance {
  readonly dataset: string;
  readonly recordId: string;
  /** `sha256:…` of the publisher's bytes. */
  readonly version: string;
  /** Row or element in the publisher's file. */
  readonly at?: string;
}

/** A listing in words that a result shows: who listed the party, under what, since when, why. */
export interface Listing {
  readonly dataset: string;
  readonly authority: string;
  readonly program?: string;
  readonly listedOn?: string;
  readonly endsOn?: string;
  readonly reason?: string;
  readonly legalBasis?: string;
  readonly status?: string;
  readonly sourceRecord: string;
  readonly sourceUrl?: string;
}

/** The id of a party: stable as long as the publisher keeps its own id. */
export function partyId(dataset: string, recordId: string): string {
  return `${dataset}-${recordId}`;
}

/** The listed party of a record. */
export function partyOf(record: ListRecord): Entity {
  return record.entities[0];
}

/** The full provenance of a value of a record read from a given version. */
export function provenanceOf(record: ListRecord, version: string, value: Value): Provenance {
  return {
    dataset: record.dataset,
    recordId: record.recordId,
    version,
    ...(value.at === undefined ? {} : { at: value.at }),
  };
}

/** The listings of a record, one for each Sanction entity that it carries. */
export function listingsOf(record: ListRecord): Listing[] {
  return record.entities
    .filter((entity) => isA(entity.schema, 'Sanction'))
    .map((sanction) => {
      const optional = {
        program: textsOf(sanction, 'program').join('; ') || undefined,
        listedOn: firstText(sanction, 'listingDate') ?? firstText(sanction, 'startDate'),
        endsOn: firstText(sanction, 'endDate'),
        reason: textsOf(sanction, 'reason').join(' ') || undefined,
        legalBasis: textsOf(sanction, 'summary').join('; ') || undefined,
        status: firstText(sanction, 'status'),
        sourceUrl: firstText(sanction, 'sourceUrl'),
      };
      return {
        dataset: record.dataset,
        authority: firstText(sanction, 'authority') ?? record.dataset,
        sourceRecord: record.recordId,
        ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
      };
    });
}
