// Searches a name index: every name whose score with the query reaches the floor, and no other. The answer is that
// of scoring every name; only names that provably stay below the floor are left out. For each name the shares of
// both sides' weight that can agree at most are summed up from the postings, and only where the bound from these
// shares reaches the floor is the name scored.
import {
  addJoin,
  boundOfCoverage,
  leastCoverage,
  loadTokens,
  scorePair,
  scratch,
} from '../../names/compare/align-score.ts';
import {
  acronymsOf,
  canJoin,
  canJoinAfter,
  significantTokens,
  softnessOf,
} from '../../names/compare/compare-names.ts';
import type { NameScoreParameters } from '../../names/compare/parameters.ts';
import { LIKENESS } from '../../names/compare/relate-tokens.ts';
import { MAX_TOKENS, type NameForm } from '../../names/form/token.ts';
import { FORM_LOSSY, FORM_NATIVE, FORM_SINGLE, type NameIndex, NO_JOIN } from './name-index.ts';
import { NO_RELATIONS, RelationFinder, type TokenRelations } from './relation-finder.ts';
import { lowerBound } from './screen-index.ts';
import { textHash } from './text-hash.ts';

/** A name that reached the floor. */
export interface NameHit {
  readonly name: number;
  readonly logOdds: number;
}

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
interface Part {
  readonly relations: TokenRelations;
  /** The likeness of these relations, by vocabulary token (or join). */
  readonly likeness: Float64Array;
  /** Place among the parts, by which a name remembers which one added to it last. */
  readonly row: number;
  /** The most weight of the query that can agree by it. */
  readonly weight: number;
  readonly isOfJoins: boolean;
}

/** Two neighbours of a listed name weigh at most 1 each. */
const MOST_OF_NEIGHBOURS = 2;

export class NameSearcher {
  readonly index: NameIndex;
  readonly relations: RelationFinder;
  readonly #parameters: NameScoreParameters;
  /** For each query token (row) and vocabulary token: likeness and relation; only touched cells are not zero. */
  readonly #likeness: Float64Array[] = [];
  readonly #how: Uint8Array[] = [];
  /** The same for neighbours: of the query as one vocabulary token, and of listed names as one query token. */
  readonly #joinLikeness: Float64Array[] = [];
  readonly #neighbourLikeness: Float64Array[] = [];
  /** What can agree at most, by name; valid where `#stamp` is the present query's. */
  readonly #queryShare: Float64Array;
  readonly #candidateShare: Float64Array;
  readonly #stamp: Uint32Array;
  /** The last part of the query that added to a name, and what it added. */
  readonly #lastPart: Uint8Array;
  readonly #lastQueryShare: Float64Array;
  readonly #touched: Uint32Array;
  #touchedCount = 0;
  #query = 0;
  /** Names scored exactly for the last query; for the benchmark. */
  scored = 0;

  constructor(index: NameIndex, parameters: NameScoreParameters) {
    this.index = index;
    this.relations = new RelationFinder(index, parameters.creditExponent);
    this.#parameters = parameters;
    this.#queryShare = new Float64Array(index.nameCount);
    this.#candidateShare = new Float64Array(index.nameCount);
    this.#stamp = new Uint32Array(index.nameCount);
    this.#lastPart = new Uint8Array(index.nameCount);
    this.#lastQueryShare = new Float64Array(index.nameCount);
    this.#touched = new Uint32Array(index.nameCount);
  }

  /** All names whose log-odds with one form of the query reach the floor of their party, in no particular order. */
  search(form: NameForm, { lowest, strict, isFavoured }: Floor): NameHit[] {
    const hits: NameHit[] = [];
    if (form.tokens.length === 0) return hits;
    const isSkeleton = form.kind === 'skeleton';
    const isNative = form.kind === 'native';
    const tokens = form.tokens;
    const own = tokens.map((token) => this.relations.relationsOf(token, isSkeleton));
    const pairs = tokens.map((token, at) => {
      const next = tokens[at + 1];
      return next && canJoin(token) && canJoinAfter(next)
        ? this.relations.joinRelations(token, next)
        : NO_RELATIONS;
    });
    const neighbours = tokens.map((token) => this.relations.joinedNeighbours(token));

    this.#begin();
    this.#spread(own, pairs, neighbours);
    let slack = 0;
    let candidateSlack = 0;
    let queryTotal = 0;
    for (const { role, weight } of tokens) {
      queryTotal += weight;
      if (role !== 'initial') continue;
      // An initial relates to half the vocabulary: it is granted to every name in the bound, and found by scoring.
      slack += weight * LIKENESS.initial ** this.#parameters.creditExponent;
      candidateSlack += LIKENESS.initial ** this.#parameters.creditExponent;
    }
    const parts: Part[] = tokens.flatMap(({ weight }, at) => {
      const joined = weight + (tokens[at + 1]?.weight ?? 0);
      const count = tokens.length;
      return [
        { relations: own[at]!, likeness: this.#likeness[at]!, row: at, weight, isOfJoins: false },
        {
          relations: pairs[at]!,
          likeness: this.#joinLikeness[at]!,
          row: count + at,
          weight: joined,
          isOfJoins: false,
        },
        {
          relations: neighbours[at]!,
          likeness: this.#neighbourLikeness[at]!,
          row: 2 * count + at,
          weight,
          isOfJoins: true,
        },
      ];
    });
    // The margin keeps the bounds bounds: sums of the same terms in another order differ in their last bits.
    const leastOfAll = leastCoverage(lowest, this.#parameters) - 1e-9;
    const leastOfMost = leastCoverage(strict, this.#parameters) - 1e-9;
    const [finding, adding] = splitParts(parts, leastOfAll * queryTotal - slack);
    for (const part of finding) this.#collect(part);
    const most = adding.reduce((sum, { relations, weight }) => sum + weight * relations.mostCredit, slack);
    const acronyms = this.#acronymNames(form);
    for (const name of acronyms) this.#touch(name);

    loadTokens(form, true);
    this.scored = 0;
    for (let at = 0; at < this.#touchedCount; at++) {
      const name = this.#touched[at]!;
      const flags = this.index.flags[name]!;
      if (((flags & FORM_NATIVE) !== 0) !== isNative) continue;
      const isAcronym = acronyms.has(name);
      const isStrict = strict > lowest && !isFavoured(this.index.party[name]!);
      const floor = isStrict ? strict : lowest;
      if (!isAcronym) {
        const least = isStrict ? leastOfMost : leastOfAll;
        if (this.#queryShare[name]! + most < least * queryTotal) continue;
        for (const part of adding) this.#addRest(name, part);
        const queryCoverage = Math.min(1, (this.#queryShare[name]! + slack) / queryTotal);
        const candidateCoverage = Math.min(
          1,
          (this.#candidateShare[name]! + candidateSlack) / this.index.totalWeight[name]!,
        );
        if (queryCoverage < least || candidateCoverage < least) continue;
        if (boundOfCoverage(queryCoverage, candidateCoverage, this.#parameters) + 1e-9 < floor) continue;
      }
      this.scored += 1;
      const logOdds = this.#score(form, name, isSkeleton, isAcronym, floor);
      if (logOdds >= floor) hits.push({ name, logOdds });
    }
    this.#clear(own, pairs, neighbours);
    return hits;
  }

  #begin(): void {
    this.#query += 1;
    this.#touchedCount = 0;
  }

  #touch(name: number): void {
    if (this.#stamp[name] === this.#query) return;
    this.#stamp[name] = this.#query;
    this.#queryShare[name] = 0;
    this.#candidateShare[name] = 0;
    this.#lastPart[name] = 255;
    this.#touched[this.#touchedCount++] = name;
  }

  /** Adds what a part can agree with to all names that hold a related token. */
  #collect({ relations, row, weight, isOfJoins }: Part): void {
    const { postings, postingAt, joinPostings, joinPostingAt, vocabulary } = this.index;
    const [names, namesAt] = isOfJoins ? [joinPostings, joinPostingAt] : [postings, postingAt];
    for (let at = 0; at < relations.ids.length; at++) {
      const id = relations.ids[at]!;
      const credit = relations.credit[at]!;
      const candidateShare = credit * (isOfJoins ? MOST_OF_NEIGHBOURS : vocabulary.weight[id]!);
      for (let place = namesAt[id]!; place < namesAt[id + 1]!; place++) {
        const name = names[place]!;
        this.#touch(name);
        this.#add(name, row, weight * credit, candidateShare);
      }
    }
  }

  /** Adds to one name what a part can agree with that was not collected. */
  #addRest(name: number, { likeness, row, weight, isOfJoins }: Part): void {
    const { tokens, tokenAt, joinOf, vocabulary } = this.index;
    const end = tokenAt[name + 1]!;
    for (let place = tokenAt[name]!; place < end; place++) {
      const id = isOfJoins ? joinOf[place]! : tokens[place]!;
      const alike = id === NO_JOIN ? 0 : likeness[id]!;
      if (alike === 0) continue;
      const credit = alike ** this.#parameters.creditExponent;
      const most = isOfJoins ? MOST_OF_NEIGHBOURS : vocabulary.weight[id]!;
      this.#add(name, row, weight * credit, most * credit);
    }
  }

  #add(name: number, row: number, queryShare: number, candidateShare: number): void {
    this.#candidateShare[name]! += candidateShare;
    // A part of the query agrees with one token of a name: of several that it could agree with, the best counts.
    if (this.#lastPart[name] !== row) {
      this.#lastPart[name] = row;
      this.#lastQueryShare[name] = queryShare;
      this.#queryShare[name]! += queryShare;
    } else if (queryShare > this.#lastQueryShare[name]!) {
      this.#queryShare[name]! += queryShare - this.#lastQueryShare[name]!;
      this.#lastQueryShare[name] = queryShare;
    }
  }

  /** Writes the relations into tables that the scoring reads by vocabulary token. */
  #spread(
    own: readonly TokenRelations[],
    pairs: readonly TokenRelations[],
    neighbours: readonly TokenRelations[],
  ): void {
    const { vocabulary, joins } = this.index;
    for (let row = this.#likeness.length; row < own.length; row++) {
      this.#likeness.push(new Float64Array(vocabulary.count));
      this.#how.push(new Uint8Array(vocabulary.count));
      this.#joinLikeness.push(new Float64Array(vocabulary.count));
      this.#neighbourLikeness.push(new Float64Array(joins.count));
    }
    own.forEach((relations, row) => write(relations, this.#likeness[row]!, this.#how[row]!));
    pairs.forEach((relations, row) => write(relations, this.#joinLikeness[row]!));
    neighbours.forEach((relations, row) => write(relations, this.#neighbourLikeness[row]!));
  }

  #clear(
    own: readonly TokenRelations[],
    pairs: readonly TokenRelations[],
    neighbours: readonly TokenRelations[],
  ): void {
    own.forEach((relations, row) => erase(relations, this.#likeness[row]!));
    pairs.forEach((relations, row) => erase(relations, this.#joinLikeness[row]!));
    neighbours.forEach((relations, row) => erase(relations, this.#neighbourLikeness[row]!));
  }

  /** Names that the query is the acronym of, or that are an acronym of the query. */
  #acronymNames(form: NameForm): ReadonlySet<number> {
    const names = new Set<number>();
    if (this.index.kind !== 'organisation') return names;
    const significant = significantTokens(form);
    if (significant.length === 1 && significant[0]!.text.length >= 3) {
      const hash = textHash(significant[0]!.text);
      const { acronymHash, acronymName } = this.index;
      for (let at = lowerBound(acronymHash, hash); acronymHash[at] === hash; at++) {
        // Equal hashes are taken for equal letters: of some ten thousand acronyms, two that differ meet once in a
        // hundred million queries.
        names.add(acronymName[at]!);
      }
    } else if (significant.length >= 3) {
      for (const letters of acronymsOf(form)) {
        for (const id of this.relations.idsOfText(letters)) {
          const { postings, postingAt } = this.index;
          for (let at = postingAt[id]!; at < postingAt[id + 1]!; at++) {
            const name = postings[at]!;
            if ((this.index.flags[name]! & FORM_SINGLE) !== 0 && this.#isSignificant(id)) names.add(name);
          }
        }
      }
    }
    return names;
  }

  #isSignificant(id: number): boolean {
    const { role } = this.relations.tokenOf(id);
    return role !== 'minor' && role !== 'legal';
  }

  #score(form: NameForm, name: number, isSkeleton: boolean, isAcronym: boolean, floor: number): number {
    const { tokens, tokenAt, joinOf, vocabulary } = this.index;
    const from = tokenAt[name]!;
    const count = tokenAt[name + 1]! - from;
    scratch.candidateCount = count;
    scratch.joinCount = 0;
    for (let c = 0; c < count; c++) {
      const id = tokens[from + c]!;
      scratch.candidateWeight[c] = vocabulary.weight[id]!;
      scratch.candidateRole[c] = vocabulary.role[id]!;
    }
    for (let q = 0; q < scratch.queryCount; q++) {
      const likeness = this.#likeness[q]!;
      const how = this.#how[q]!;
      const joined = this.#joinLikeness[q]!;
      const neighbour = this.#neighbourLikeness[q]!;
      const row = q * MAX_TOKENS;
      const initial = form.tokens[q]!.role === 'initial';
      for (let c = 0; c < count; c++) {
        const id = tokens[from + c]!;
        const alike = likeness[id]!;
        scratch.likeness[row + c] = alike;
        scratch.how[row + c] = how[id]!;
        if (initial && alike === 0) this.#scoreInitial(form, q, c, id, isSkeleton);
        if (joined[id]! > 0) addJoin(true, q, c, joined[id]!);
        const join = joinOf[from + c]!;
        if (join !== NO_JOIN && neighbour[join]! > 0) addJoin(false, c, q, neighbour[join]!);
      }
    }
    scratch.isLossy = form.isLossy || isSkeleton || (this.index.flags[name]! & FORM_LOSSY) !== 0;
    scratch.acronym = isAcronym ? LIKENESS.acronym : 0;
    return scorePair(
      this.#parameters,
      (q, c) => softnessOf(form.tokens[q]!, this.relations.tokenOf(tokens[from + c]!)),
      floor,
    );
  }

  #scoreInitial(form: NameForm, q: number, c: number, id: number, isSkeleton: boolean): void {
    const relation = this.relations.relate(form.tokens[q]!, id, isSkeleton);
    scratch.likeness[q * MAX_TOKENS + c] = relation.likeness;
    scratch.how[q * MAX_TOKENS + c] = relation.how;
  }
}

/**
 * Parts in which names are looked up, and parts that are only added to names found by another: those that most names
 * share, as long as no name can reach what is needed by them alone.
 */
function splitParts(parts: readonly Part[], needed: number): [finding: Part[], adding: Part[]] {
  const [finding, adding]: [Part[], Part[]] = [[], []];
  const byNames = parts
    .filter(({ relations }) => relations.names > 0)
    .sort((one, other) => other.relations.names - one.relations.names || one.row - other.row);
  let left = needed;
  for (const part of byNames) {
    const most = part.weight * part.relations.mostCredit;
    if (most < left) {
      left -= most;
      adding.push(part);
    } else finding.push(part);
  }
  return [finding, adding];
}

function write(relations: TokenRelations, likeness: Float64Array, how?: Uint8Array): void {
  for (let at = 0; at < relations.ids.length; at++) {
    const id = relations.ids[at]!;
    likeness[id] = relations.likeness[at]!;
    if (how) how[id] = relations.how[at]!;
  }
}

function erase(relations: TokenRelations, likeness: Float64Array): void {
  for (let at = 0; at < relations.ids.length; at++) likeness[relations.ids[at]!] = 0;
}
