// From links between records to parties: records that are linked, directly or through others, are one party.
import { type ListRecord, partyId } from '../../model/record.ts';
import type { PartyLink } from '../../model/screening.ts';

/** The records of one party, and the links that hold them together. */
export interface PartyGroup {
  readonly records: ListRecord[];
  readonly links: PartyLink[];
}

/**
 * Groups records by their links, in the order of the first record of each.
 * A link that would bring two records of the same list into one party is left out: the list itself holds them apart.
 */
export function groupRecords(records: readonly ListRecord[], links: readonly PartyLink[]): PartyGroup[] {
  const idOf = (record: ListRecord): string => partyId(record.dataset, record.recordId);
  const groupOf = new Map(
    records.map((record) => [idOf(record), { records: [record], links: [] as PartyLink[] }]),
  );
  for (const link of links) {
    const [left, right] = [groupOf.get(link.left), groupOf.get(link.right)];
    if (!left || !right) continue;
    if (left === right) {
      left.links.push(link);
      continue;
    }
    const datasets = new Set(left.records.map((record) => record.dataset));
    if (right.records.some((record) => datasets.has(record.dataset))) continue;
    left.records.push(...right.records);
    left.links.push(...right.links, link);
    for (const record of right.records) groupOf.set(idOf(record), left);
  }
  return [...new Set(groupOf.values())];
}
