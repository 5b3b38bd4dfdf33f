// A listed party ready for screening: the records of all lists that name it, under one id.
import { textsOf } from '../model/entity.ts';
import { type ListRecord, listingsOf, partyId, partyOf } from '../model/record.ts';
import { isA, type SchemaName } from '../model/schema/schema.ts';
import type { ListingResult, PartyLink } from '../model/screening.ts';
import { captionOfRecords, factsOfRecords, type PartyFacts } from './party.ts';

/** What a result shows of a party; kept in the index file, one document a party. */
export interface ListedParty {
  readonly id: string;
  readonly caption: string;
  readonly schema: SchemaName;
  readonly datasets: readonly string[];
  readonly referents: readonly string[];
  readonly properties: Readonly<Record<string, readonly string[]>>;
  readonly listings: readonly ListingResult[];
  readonly links: readonly PartyLink[];
  readonly facts: PartyFacts;
}

/**
 * From the strongest listing to the weakest: whose id the party has, and whose name it is called by. A blocking
 * list comes before one that repeats others, an official list before a user's own.
 */
const DATASET_ORDER = [
  'us_ofac_sdn',
  'un_sc_sanctions',
  'eu_fsf',
  'gb_fcdo_sanctions',
  'gb_hmt_sanctions',
  'ch_seco_sanctions',
  'ca_dfatd_sema_sanctions',
  'au_dfat_sanctions',
  'us_ofac_cons',
  'us_bis_denied',
];
/** Repeats what other lists decide, so it never leads where one of them names the party. */
const COLLECTIONS = ['us_trade_csl'];

function rankOf(dataset: string): number {
  const known = DATASET_ORDER.indexOf(dataset);
  if (known >= 0) return known;
  return DATASET_ORDER.length + (COLLECTIONS.includes(dataset) ? 1 : 0);
}

/** The records of a party, strongest listing first. */
export function orderRecords(records: readonly ListRecord[]): ListRecord[] {
  return [...records].sort(
    (left, right) =>
      rankOf(left.dataset) - rankOf(right.dataset) ||
      (left.dataset < right.dataset ? -1 : left.dataset > right.dataset ? 1 : 0) ||
      (left.recordId < right.recordId ? -1 : 1),
  );
}

/** Properties that point to other entities: shown through what they point to, not as ids. */
const POINTERS: ReadonlySet<string> = new Set(['addressEntity', 'holder', 'sanctions']);

/**
 * Makes one party of the records that name it.
 * @param records at least one
 * @param links   why they are held to be one party
 */
export function makeListedParty(records: readonly ListRecord[], links: readonly PartyLink[]): ListedParty {
  const ordered = orderRecords(records);
  const [leading, ...others] = ordered;
  if (!leading) throw new RangeError('a party has at least one record');
  const schema = mostSpecificSchema(ordered.map((record) => partyOf(record).schema));
  const properties: Record<string, string[]> = {};
  for (const record of ordered) {
    for (const name of Object.keys(partyOf(record).properties)) {
      if (POINTERS.has(name)) continue;
      const merged = new Set([...(properties[name] ?? []), ...textsOf(partyOf(record), name)]);
      properties[name] = [...merged];
    }
  }
  return {
    id: partyId(leading.dataset, leading.recordId),
    caption: captionOfRecords(ordered),
    schema,
    datasets: [...new Set(ordered.map((record) => record.dataset))],
    referents: others.map((record) => partyId(record.dataset, record.recordId)),
    properties,
    listings: ordered.flatMap((record) =>
      listingsOf(record).map((listing) => ({ ...listing, measures: [] })),
    ),
    links,
    facts: factsOfRecords(ordered, schema),
  };
}

/** Of the schemata that lists give one party, the one that says most: Person rather than LegalEntity. */
function mostSpecificSchema(schemata: readonly SchemaName[]): SchemaName {
  return schemata.reduce((best, schema) => (isA(schema, best) ? schema : best));
}
