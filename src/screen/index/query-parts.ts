// A query as the index is asked it: the parts that listed names can agree with, and what of the query and of a name
// must agree at least, so that a name can reach its floor.
import { leastCoverage } from '../../names/compare/align-score.ts';
import type { NameScoreParameters } from '../../names/compare/parameters.ts';
import { LIKENESS } from '../../names/compare/relate-tokens.ts';
import type { NameForm } from '../../names/form/token.ts';
import { NO_RELATIONS, type RelationFinder, type TokenRelations } from './relation-finder.ts';

/**
 * What the names of a party must reach. Facts that speak for a match lower it; where it can be known beforehand that
 * they do not for most parties, those have a stricter floor.
 */
export interface Floor {
  /** Log-odds that the name of any party must reach; minus infinity takes every name that shares a related token. */
  readonly lowest: number;
  /** Log-odds that the name of a party must reach which is not favoured. */
  readonly strict: number;
  readonly isFavoured: (party: number) => boolean;
}

/** One floor for all parties. */
export function sameFloor(lowest: number): Floor {
  return { lowest, strict: lowest, isFavoured: () => true };
}

/** One part of the query that names can agree with: a token, two neighbours as one word, or a word as two. */
export interface Part {
  readonly relations: TokenRelations;
  /** Place among the parts; breaks ties. */
  readonly number: number;
  /** Its column in the table of its relations. */
  readonly column: number;
  /** The most weight of the query that can agree by it. */
  readonly weight: number;
  readonly isOfJoins: boolean;
}

/** Parts that one token of a query begins at most: itself, with its neighbour as one word, and as two. */
export const PARTS_OF_TOKEN = 3;

/** Weights that can agree: of the query, and of a listed name. */
export interface Shares {
  query: number;
  name: number;
}

/** What of a query and of a name must agree at least, for names with one floor. */
export interface Need {
  readonly floor: number;
  /** Share of either side's weight. */
  readonly coverage: number;
  /** Weight of the query, over what initials may bring. */
  readonly ofQuery: number;
}

/** What is asked of names: the weight of the query, what its initials bring at most, and what names must reach. */
export interface Asked {
  readonly total: number;
  readonly ofInitials: Shares;
  readonly ofAll: Need;
  /** Of names whose party is not favoured. */
  readonly ofMost: Need;
}

/** Sums of the same terms in another order differ in their last bits; no more than by this. */
export const MARGIN = 1e-9;

/** The parts of a query that anything is related to. */
export function partsOf(form: NameForm, finder: RelationFinder): Part[] {
  const { tokens } = form;
  const isSkeleton = form.kind === 'skeleton';
  const count = tokens.length;
  const parts = tokens.flatMap((token, at): Part[] => {
    const { weight } = token;
    const next = tokens[at + 1];
    const own = finder.relationsOf(token, isSkeleton);
    const neighbours = finder.joinedNeighbours(token);
    const pair = next ? finder.joinRelations(token, next) : NO_RELATIONS;
    const joined = weight + (next?.weight ?? 0);
    return [
      { relations: own, number: at, column: at, weight, isOfJoins: false },
      { relations: pair, number: count + at, column: count + at, weight: joined, isOfJoins: false },
      { relations: neighbours, number: 2 * count + at, column: at, weight, isOfJoins: true },
    ];
  });
  return parts.filter(({ relations }) => relations.ids.length > 0);
}

/** The parts that most names share come first, so that they are looked up least. */
export function commonestFirst(parts: readonly Part[]): Part[] {
  return [...parts].sort(
    (one, other) => other.relations.names - one.relations.names || one.number - other.number,
  );
}

/** What a query asks of names. */
export function askOf(
  { tokens }: NameForm,
  { lowest, strict }: Floor,
  parameters: NameScoreParameters,
): Asked {
  let total = 0;
  const ofInitials = { query: 0, name: 0 };
  for (const { role, weight } of tokens) {
    total += weight;
    if (role !== 'initial') continue;
    // An initial relates to half the vocabulary: it is granted to every name in the bound, and found by scoring.
    const credit = LIKENESS.initial ** parameters.creditExponent;
    ofInitials.query += weight * credit;
    ofInitials.name += credit;
  }
  const needOf = (floor: number): Need => {
    const coverage = leastCoverage(floor, parameters) - MARGIN;
    return { floor, coverage, ofQuery: coverage * total - ofInitials.query };
  };
  return { total, ofInitials, ofAll: needOf(lowest), ofMost: needOf(strict) };
}
