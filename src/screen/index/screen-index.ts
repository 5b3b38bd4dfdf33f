// The index of a set of lists: names by kind, numbers, and the parties themselves. Built once for each set of list
// versions, written as one file, opened as it is.

import { analyseName } from '../../names/form/analyse-name.ts';
import type { NameKind } from '../../names/form/token.ts';
import { LISTED_RENDERINGS } from '../compare-parties.ts';
import type { ListedParty } from '../listed-party.ts';
import { nameKindsOf } from '../party.ts';
import { NameIndexBuilder } from './build-name-index.ts';
import type { NameIndex, NameIndexParts } from './name-index.ts';
import { textHash } from './text-hash.ts';

export const NAME_KINDS: readonly NameKind[] = ['person', 'organisation', 'object'];

/** The parties of an index, by number. */
export interface PartyTable {
  readonly count: number;
  partyOf(number: number): ListedParty;
  /** All parties, in the order of their numbers; for whoever reads each once: none is kept unpacked. */
  all(): Iterable<ListedParty>;
  /** Number of a party by its id or the id of any of its listings; undefined if there is none. */
  numberOf(id: string): number | undefined;
}

export interface ScreenIndex {
  readonly names: Readonly<Record<NameKind, NameIndex>>;
  readonly parties: PartyTable;
  /** First and last year of the birth dates of each party; 0 and 0 if none is known. */
  readonly birthYearFirst: Uint16Array;
  readonly birthYearLast: Uint16Array;
  /** Hashes of identifying numbers in ascending order, with the party that has each. */
  readonly identifierHash: Uint32Array;
  readonly identifierParty: Uint32Array;
}

/** What an index is built from: parties in a fixed order. */
export interface IndexParts {
  readonly names: Readonly<Record<NameKind, NameIndexParts>>;
  readonly birthYearFirst: Uint16Array;
  readonly birthYearLast: Uint16Array;
  readonly identifierHash: Uint32Array;
  readonly identifierParty: Uint32Array;
}

/** Indexes parties; their numbers are their places in the order given. */
export function indexParties(parties: Iterable<ListedParty>): IndexParts {
  const builders = {
    person: new NameIndexBuilder('person'),
    organisation: new NameIndexBuilder('organisation'),
    object: new NameIndexBuilder('object'),
  };
  const identifiers: { hash: number; party: number }[] = [];
  const years: { first: number; last: number }[] = [];
  let number = 0;
  for (const party of parties) {
    party.facts.names.forEach((name, nameOfParty) => {
      for (const kind of nameKindsOf(party.schema)) {
        for (const form of analyseName(name.text, kind, { limit: LISTED_RENDERINGS })) {
          builders[kind].add(form, number, nameOfParty, name.isWeak);
        }
      }
    });
    for (const identifier of party.facts.identifiers)
      identifiers.push({ hash: textHash(identifier.number), party: number });
    years.push(yearsOf(party.facts.birthDates));
    number += 1;
  }
  identifiers.sort((left, right) => left.hash - right.hash || left.party - right.party);
  return {
    names: {
      person: builders.person.build(),
      organisation: builders.organisation.build(),
      object: builders.object.build(),
    },
    birthYearFirst: Uint16Array.from(years, ({ first }) => first),
    birthYearLast: Uint16Array.from(years, ({ last }) => last),
    identifierHash: Uint32Array.from(identifiers, ({ hash }) => hash),
    identifierParty: Uint32Array.from(identifiers, ({ party }) => party),
  };
}

function yearsOf(dates: readonly string[]): { first: number; last: number } {
  const years = dates.map((date) => Number(date.slice(0, 4)));
  return years.length > 0 ? { first: Math.min(...years), last: Math.max(...years) } : { first: 0, last: 0 };
}

/** The first place at which a sorted array holds at least this value. */
export function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
