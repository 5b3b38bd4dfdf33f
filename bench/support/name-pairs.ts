// Pairs of names with the truth about them, to fit and to check the score: from the official lists themselves (a name
// with the likest other name of its entry, and with the likest name of another entry) and the labelled pairs.
// The two halves are parted by entry, so that no name of the one half is in the other. Within a list two entries are
// taken for two parties; across lists that is not known, so each list is used by itself.
import { readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { isSchemaName } from '../../src/model/schema/schema.ts';
import { compareForms } from '../../src/names/compare/compare-names.ts';
import type { NameScoreParameters } from '../../src/names/compare/parameters.ts';
import { analyseName } from '../../src/names/form/analyse-name.ts';
import type { NameForm, NameKind } from '../../src/names/form/token.ts';
import { fold } from '../../src/names/script/index.ts';
import { compareParties, LISTED_RENDERINGS } from '../../src/screen/compare-parties.ts';
import { indexInMemory } from '../../src/screen/index/index-file.ts';
import { textHash } from '../../src/screen/index/text-hash.ts';
import { type ListedParty, makeListedParty } from '../../src/screen/listed-party.ts';
import { factsOfProperties, nameKindsOf } from '../../src/screen/party.ts';
import { probabilityOf } from '../../src/screen/probability.ts';
import { Screener } from '../../src/screen/screener.ts';
import { type RealList, realRecords, SHARED } from './real-lists.ts';
import { seeded } from './report.ts';

export interface NamePair {
  readonly one: string;
  readonly other: string;
  readonly kind: NameKind;
  readonly isMatch: boolean;
  /** Where it is from: a list, or `labelled`. */
  readonly from: string;
  /** True for the half that parameters are fitted to. */
  readonly isForFit: boolean;
}

/** Entries of one list that give a pair of each sort, at most. */
const ENTRIES = 1500;

function isForFit(text: string): boolean {
  return textHash(`half/${text}`) % 2 === 0;
}

/** A pair taken apart, and what it counts: every sort (list or labelled, match or not, half) counts the same. */
export interface PreparedPair {
  readonly pair: NamePair;
  readonly one: readonly NameForm[];
  readonly other: readonly NameForm[];
  readonly weight: number;
}

/** Takes pairs apart as screening does, so that scoring them under many parameters is cheap. */
function preparePairs(pairs: readonly NamePair[]): PreparedPair[] {
  const sortOf = (pair: NamePair): string => `${pair.from === 'labelled'}/${pair.isMatch}/${pair.isForFit}`;
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(sortOf(pair), (counts.get(sortOf(pair)) ?? 0) + 1);
  return pairs.map((pair) => ({
    pair,
    one: analyseName(pair.one, pair.kind),
    other: analyseName(pair.other, pair.kind, { limit: LISTED_RENDERINGS }),
    weight: 1 / counts.get(sortOf(pair))!,
  }));
}

/** The probability that the score gives a pair. */
export function scoreOfPair({ pair, one, other }: PreparedPair, parameters: NameScoreParameters): number {
  const found = compareForms(one, other, pair.kind, parameters);
  return found ? probabilityOf(found.logOdds) : 0;
}

/** All pairs: of the OFAC and UN lists, and the labelled ones. */
export async function allPairs(): Promise<PreparedPair[]> {
  return preparePairs([...(await pairsOfList('ofac')), ...(await pairsOfList('un')), ...labelledPairs()]);
}

/** Names of entries drawn by chance, each with its nearest alias and with its nearest namesake. */
async function pairsOfList(list: RealList, seed = 1946): Promise<NamePair[]> {
  const parties = (await realRecords(list)).map((record) => makeListedParty([record], []));
  const screener = new Screener(indexInMemory(parties));
  const random = seeded(seed);
  const drawn = parties
    .filter((party) => nameKindsOf(party.schema)[0] !== 'object' && strongNames(party).length > 0)
    .map((party) => ({ party, order: random() }))
    .sort((left, right) => left.order - right.order)
    .slice(0, ENTRIES);
  return drawn.flatMap(({ party }): NamePair[] => {
    const [kind] = nameKindsOf(party.schema);
    const names = strongNames(party);
    const one = names[Math.floor(random() * names.length)]!;
    const base = { one, kind: kind!, from: list, isForFit: isForFit(party.id) };
    const alias = nearestAlias(party, one);
    const near = nearestOther(screener, party, one);
    return [
      ...(alias ? [{ ...base, other: alias, isMatch: true }] : []),
      ...(near ? [{ ...base, other: near, isMatch: false }] : []),
    ];
  });
}

function strongNames(party: ListedParty): string[] {
  return party.facts.names.filter(({ isWeak }) => !isWeak).map(({ text }) => text);
}

/**
 * The other name of an entry that is likest to one of its names: a party is found by its best name, so a name that has
 * nothing in common with this one says nothing about the score.
 */
function nearestAlias(party: ListedParty, name: string): string | undefined {
  const rest = { ...party.facts, names: party.facts.names.filter(({ text }) => !isSame(text, name)) };
  const found = compareParties(factsOfProperties(party.schema, { name: [name] }), rest).names;
  return found && Number.isFinite(found.logOdds) ? found.candidate.surface : undefined;
}

function isSame(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

/** The name of another entry that is likest to a name. */
function nearestOther(screener: Screener, party: ListedParty, name: string): string | undefined {
  const found = screener.search(factsOfProperties(party.schema, { name: [name] }), {
    limit: 4,
    cutoff: 0.001,
  });
  return found.find((candidate) => candidate.party.id !== party.id)?.names?.candidate.surface;
}

/** The labelled development pairs. A name recurs in several of them, so halves are parted by the second name. */
function labelledPairs(): NamePair[] {
  const rows = parseCsv(readFileSync(`${SHARED}eval/name-pairs.csv`), { columns: true }) as Record<
    string,
    string
  >[];
  return rows.map((row) => {
    const schema = row['schema']!;
    const [kind] = nameKindsOf(isSchemaName(schema) ? schema : 'LegalEntity');
    return {
      one: row['name1']!,
      other: row['name2']!,
      kind: schema === 'LegalEntity' ? 'organisation' : kind!,
      isMatch: row['is_match'] === 'true',
      from: 'labelled',
      isForFit: isForFit(row['name2']!.toLowerCase()),
    };
  });
}
