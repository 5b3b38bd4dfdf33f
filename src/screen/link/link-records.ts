// Finds which records of different lists are one party, by strong evidence only: the list says so (a number of
// another list), an identifying number is the same and the names do not contradict, or the names agree and the full
// date of birth is the same. Links are made anew from the records of the lists in use; they are kept apart from the
// lists' own data, each with its reason, and a person can cut one.

import { textsOf } from '../../model/entity.ts';
import { type ListRecord, partyId, partyOf } from '../../model/record.ts';
import { isA } from '../../model/schema/schema.ts';
import type { PartyLink } from '../../model/screening.ts';
import { doAnyFormsReach } from '../../names/compare/compare-names.ts';
import { analyseName } from '../../names/form/analyse-name.ts';
import type { NameForm, NameKind } from '../../names/form/token.ts';
import { areSchemataComparable, factsOfRecords, nameKindsOf, type PartyFacts } from '../party.ts';

/** Records that share a key at most before the key is held to be worthless (a placeholder number, 1 January). */
const MAX_SHARING = 40;

/** Least log-odds of the names beside an equal number, and beside an equal date of birth. */
const NAME_FLOOR_WITH_NUMBER = -1;
const NAME_FLOOR_WITH_BIRTH_DATE = 2.5;

/** Numbers that tell one party from all others. Bank codes and call signs are shared or passed on. */
const LINKING_PROPERTIES: ReadonlySet<string> = new Set([
  'imoNumber',
  'leiCode',
  'innCode',
  'ogrnCode',
  'passportNumber',
  'taxNumber',
  'registrationNumber',
  'idNumber',
  'uniqueEntityId',
  'publicKey',
]);
const SHORTEST_LINKING_NUMBER = 6;

/** A record with what linking compares, taken apart once. */
interface LinkableRecord {
  readonly id: string;
  readonly record: ListRecord;
  readonly facts: PartyFacts;
  forms?: readonly NameForm[];
}

/** A link before the names have been asked. */
interface Lead {
  readonly left: LinkableRecord;
  readonly right: LinkableRecord;
  readonly reason: string;
  /** Least log-odds of the best pair of names. */
  readonly nameFloor: number;
}

/** The key of a link, whichever way round. */
export function linkKey(one: string, other: string): string {
  return one < other ? `${one}|${other}` : `${other}|${one}`;
}

/**
 * Links the records of several lists.
 * @param records of all lists in use
 * @param cut     keys (linkKey) of links that a person has cut
 * @returns links, each with its reason; left comes before right in the order of the records
 */
export function linkRecords(
  records: readonly ListRecord[],
  cut: ReadonlySet<string> = new Set(),
): PartyLink[] {
  const linkable = records.map((record): LinkableRecord => {
    const { schema } = partyOf(record);
    return { id: partyId(record.dataset, record.recordId), record, facts: factsOfRecords([record], schema) };
  });
  const links = new Map<string, PartyLink>();
  for (const lead of [...statedLeads(linkable), ...numberLeads(linkable), ...birthDateLeads(linkable)]) {
    const key = linkKey(lead.left.id, lead.right.id);
    if (links.has(key) || cut.has(key)) continue;
    if (!areSchemataComparable(lead.left.facts.schema, lead.right.facts.schema)) continue;
    if (!doNamesAgree(lead)) continue;
    links.set(key, { left: lead.left.id, right: lead.right.id, reason: lead.reason });
  }
  return [...links.values()];
}

/** Numbers of other lists that a list gives: the UN's reference number, OFAC's uid in the US collection. */
function* statedLeads(records: readonly LinkableRecord[]): Generator<Lead> {
  const byId = new Map(records.map((record) => [record.id, record]));
  for (const left of records) {
    const listings = left.record.entities.filter((entity) => isA(entity.schema, 'Sanction'));
    for (const listing of listings) {
      const stated = [
        ...textsOf(listing, 'unscId').map((id) => partyId('un_sc_sanctions', id)),
        ...(left.record.dataset === 'us_trade_csl'
          ? textsOf(listing, 'authorityId').flatMap((id) => [
              partyId('us_ofac_sdn', id),
              partyId('us_ofac_cons', id),
            ])
          : []),
      ];
      for (const id of stated) {
        const right = byId.get(id);
        if (!right || right === left) continue;
        const reason = `${left.record.dataset} gives ${right.record.dataset}'s number ${right.record.recordId}`;
        yield { left, right, reason, nameFloor: NAME_FLOOR_WITH_NUMBER };
      }
    }
  }
}

function* numberLeads(records: readonly LinkableRecord[]): Generator<Lead> {
  const groups = groupBy(records, (record) =>
    record.facts.identifiers
      .filter(
        ({ number, property }) =>
          LINKING_PROPERTIES.has(property) && number.length >= SHORTEST_LINKING_NUMBER,
      )
      .map(({ number }) => number),
  );
  for (const [number, left, right] of pairsOf(groups)) {
    const own = left.facts.identifiers.find((identifier) => identifier.number === number);
    const other = right.facts.identifiers.find((identifier) => identifier.number === number);
    if (own?.country && other?.country && own.country !== other.country) continue;
    const reason = `both lists give the number ${number} (${own?.property ?? 'idNumber'})`;
    yield { left, right, reason, nameFloor: NAME_FLOOR_WITH_NUMBER };
  }
}

function* birthDateLeads(records: readonly LinkableRecord[]): Generator<Lead> {
  const people = records.filter((record) => record.facts.schema === 'Person');
  const groups = groupBy(people, (record) => record.facts.birthDates.filter((date) => date.length === 10));
  for (const [date, left, right] of pairsOf(groups)) {
    yield {
      left,
      right,
      reason: `same name and same date of birth, ${date}`,
      nameFloor: NAME_FLOOR_WITH_BIRTH_DATE,
    };
  }
}

function groupBy(
  records: readonly LinkableRecord[],
  keys: (record: LinkableRecord) => readonly string[],
): Map<string, LinkableRecord[]> {
  const groups = new Map<string, LinkableRecord[]>();
  for (const record of records) {
    for (const key of new Set(keys(record))) {
      const group = groups.get(key);
      if (group) group.push(record);
      else groups.set(key, [record]);
    }
  }
  return groups;
}

/** All pairs of records of different lists that share a key. One list never names a party twice on purpose. */
function* pairsOf(
  groups: Map<string, LinkableRecord[]>,
): Generator<[string, LinkableRecord, LinkableRecord]> {
  for (const [key, group] of groups) {
    if (group.length < 2 || group.length > MAX_SHARING) continue;
    for (const [at, left] of group.entries()) {
      for (const right of group.slice(at + 1)) {
        if (left.record.dataset !== right.record.dataset) yield [key, left, right];
      }
    }
  }
}

/** True if any pair of their names reaches the floor, strong names only. */
function doNamesAgree({ left, right, nameFloor }: Lead): boolean {
  const kind = nameKindsOf(left.facts.schema).find((own) => nameKindsOf(right.facts.schema).includes(own));
  return kind !== undefined && doAnyFormsReach(nameFloor, formsOf(left, kind), formsOf(right, kind), kind);
}

function formsOf(record: LinkableRecord, kind: NameKind): readonly NameForm[] {
  record.forms ??= record.facts.names
    .filter((name) => !name.isWeak)
    .flatMap((name) => analyseName(name.text, kind, { limit: 1 }));
  return record.forms;
}
