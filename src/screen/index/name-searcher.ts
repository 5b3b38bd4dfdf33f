// Searches a name index: every name whose score with the query reaches the floor, and no other. The answer is that
// of scoring every name; only names that provably stay below the floor are left out. Names are looked up in the postings
// of the query's rarer parts, as long as no name can reach the floor without any of these; the shares of both sides'
// weight that can agree at most are summed up, and only where the bound from these reaches the floor is a name scored.
import {
  addJoin,
  boundOfCoverage,
  leastCoverage,
  loadTokens,
  ROLE,
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
import { RelationTable } from './relation-table.ts';
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
  /** Place among the parts, by which a name remembers which one added to it last. */
  readonly number: number;
  /** Its column in the table of its relations. */
  readonly column: number;
  /** The most weight of the query that can agree by it. */
  readonly weight: number;
  readonly isOfJoins: boolean;
}

/** The most that a token of a listed name weighs, and two neighbours. */
const MOST_OF_TOKEN = 1;
const MOST_OF_NEIGHBOURS = 2;

export class NameSearcher {
  readonly index: NameIndex;
  readonly relations: RelationFinder;
  readonly #parameters: NameScoreParameters;
  /**
   * Relations of the present query: of its tokens and then of its neighbours as one word to vocabulary tokens, and of
   * its tokens to neighbours of listed names.
   */
  readonly #tokenTable: RelationTable;
  readonly #joinTable: RelationTable;
  /** What can agree at most by the relations looked up, by name; valid where `#stamp` is the present query's. */
  readonly #queryShare: Float64Array;
  readonly #candidateShare: Float64Array;
  readonly #stamp: Uint32Array;
  /** The last part of the query that added to a name, and what it added to the name's own share. */
  readonly #lastPart: Uint8Array;
  readonly #lastCandidateShare: Float64Array;
  readonly #touched: Uint32Array;
  #touchedCount = 0;
  readonly #sum = { query: 0, candidate: 0 };
  #query = 0;

  constructor(index: NameIndex, parameters: NameScoreParameters) {
    this.index = index;
    this.relations = new RelationFinder(index, parameters.creditExponent);
    this.#parameters = parameters;
    this.#tokenTable = new RelationTable(index.vocabulary.count);
    this.#joinTable = new RelationTable(index.joins.count);
    this.#queryShare = new Float64Array(index.nameCount);
    this.#candidateShare = new Float64Array(index.nameCount);
    this.#lastCandidateShare = new Float64Array(index.nameCount);
    this.#stamp = new Uint32Array(index.nameCount);
    this.#lastPart = new Uint8Array(index.nameCount);
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
    const count = tokens.length;
    const parts: Part[] = tokens.flatMap(({ weight }, at) => {
      const joined = weight + (tokens[at + 1]?.weight ?? 0);
      return [
        { relations: own[at]!, number: at, column: at, weight, isOfJoins: false },
        { relations: pairs[at]!, number: count + at, column: count + at, weight: joined, isOfJoins: false },
        { relations: neighbours[at]!, number: 2 * count + at, column: at, weight, isOfJoins: true },
      ];
    });
    const present = parts.filter(({ relations }) => relations.ids.length > 0);
    this.#tokenTable.open(2 * count);
    this.#joinTable.open(count);
    for (const part of present) this.#tableOf(part).put(part.relations, part.column);
    // The margin keeps the bounds bounds: sums of the same terms in another order differ in their last bits.
    const leastOfAll = leastCoverage(lowest, this.#parameters) - 1e-9;
    const leastOfMost = leastCoverage(strict, this.#parameters) - 1e-9;
    const { finding, adding, weak, unseen, weakShares } = planSearch(
      present,
      leastOfAll * queryTotal - slack,
    );
    for (const part of finding) this.#collect(part, weak);
    const acronyms = this.#acronymNames(form);
    for (const name of acronyms) this.#touch(name);

    loadTokens(form, true);
    for (let at = 0; at < this.#touchedCount; at++) {
      const name = this.#touched[at]!;
      const flags = this.index.flags[name]!;
      if (((flags & FORM_NATIVE) !== 0) !== isNative) continue;
      const isAcronym = acronyms.has(name);
      const isStrict = strict > lowest && !isFavoured(this.index.party[name]!);
      const floor = isStrict ? strict : lowest;
      if (!isAcronym) {
        const least = isStrict ? leastOfMost : leastOfAll;
        const total = this.index.totalWeight[name]!;
        if (this.#queryShare[name]! + unseen.query + slack < least * queryTotal) continue;
        if (this.#candidateShare[name]! + unseen.candidate + candidateSlack < least * total) continue;
        // What was not looked up is asked of the name itself, but for the weak relations.
        this.#sumShares(name, adding);
        const ofQuery = this.#queryShare[name]! + this.#sum.query + weakShares.query + slack;
        const ofName =
          this.#candidateShare[name]! + this.#sum.candidate + weakShares.candidate + candidateSlack;
        const queryCoverage = Math.min(1, ofQuery / queryTotal);
        const candidateCoverage = Math.min(1, ofName / total);
        if (queryCoverage < least || candidateCoverage < least) continue;
        if (boundOfCoverage(queryCoverage, candidateCoverage, this.#parameters) + 1e-9 < floor) continue;
      }
      const logOdds = this.#score(form, name, isSkeleton, isAcronym, floor);
      if (logOdds >= floor) hits.push({ name, logOdds });
    }
    for (const part of present) this.#tableOf(part).clear(part.relations);
    return hits;
  }

  #begin(): void {
    this.#query += 1;
    this.#touchedCount = 0;
  }

  #tableOf({ isOfJoins }: Part): RelationTable {
    return isOfJoins ? this.#joinTable : this.#tokenTable;
  }

  #touch(name: number): void {
    if (this.#stamp[name] === this.#query) return;
    this.#stamp[name] = this.#query;
    this.#queryShare[name] = 0;
    this.#candidateShare[name] = 0;
    this.#lastPart[name] = 255;
    this.#touched[this.#touchedCount++] = name;
  }

  /** Adds what a part can agree with to all names that hold a token of a relation that is not weak. */
  #collect({ relations, number, weight, isOfJoins }: Part, weak: number): void {
    const { postings, postingAt, joinPostings, joinPostingAt, vocabulary } = this.index;
    const [names, namesAt] = isOfJoins ? [joinPostings, joinPostingAt] : [postings, postingAt];
    for (let at = 0; at < relations.ids.length; at++) {
      const id = relations.ids[at]!;
      const credit = relations.credit[at]!;
      // The strongest relation comes first, so that all that follow are weak as well.
      if (weight * credit <= weak) return;
      const candidateShare = credit * (isOfJoins ? MOST_OF_NEIGHBOURS : vocabulary.weight[id]!);
      for (let place = namesAt[id]!; place < namesAt[id + 1]!; place++) {
        const name = names[place]!;
        this.#touch(name);
        // A part of the query agrees with one token of a name: of several that it could agree with, the best counts.
        if (this.#lastPart[name] !== number) {
          this.#lastPart[name] = number;
          this.#lastCandidateShare[name] = candidateShare;
          this.#queryShare[name]! += weight * credit;
          this.#candidateShare[name]! += candidateShare;
        } else if (candidateShare > this.#lastCandidateShare[name]!) {
          this.#candidateShare[name]! += candidateShare - this.#lastCandidateShare[name]!;
          this.#lastCandidateShare[name] = candidateShare;
        }
      }
    }
  }

  /** What some parts can agree with at most in one name, of the query's weight and of the name's. */
  #sumShares(name: number, parts: readonly Part[]): void {
    const { tokens, tokenAt, joinOf, vocabulary } = this.index;
    const [from, end] = [tokenAt[name]!, tokenAt[name + 1]!];
    const [ofTokens, ofJoins] = [this.#tokenTable, this.#joinTable];
    let [query, candidate] = [0, 0];
    for (let at = 0; at < parts.length; at++) {
      const { column, weight, isOfJoins } = parts[at]!;
      const { rowOf, credit, width } = isOfJoins ? ofJoins : ofTokens;
      const ids = isOfJoins ? joinOf : tokens;
      let [bestCredit, bestOfName] = [0, 0];
      for (let place = from; place < end; place++) {
        const id = ids[place]!;
        const row = id === NO_JOIN ? 0 : rowOf[id]!;
        if (row === 0) continue;
        const own = credit[row * width + column]!;
        const ofName = own * (isOfJoins ? MOST_OF_NEIGHBOURS : vocabulary.weight[id]!);
        if (own > bestCredit) bestCredit = own;
        if (ofName > bestOfName) bestOfName = ofName;
      }
      query += weight * bestCredit;
      candidate += bestOfName;
    }
    this.#sum.query = query;
    this.#sum.candidate = candidate;
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
    const [own, joins] = [this.#tokenTable, this.#joinTable];
    const queryCount = scratch.queryCount;
    for (let c = 0; c < count; c++) {
      const id = tokens[from + c]!;
      const join = joinOf[from + c]!;
      // Row 0 is no token's: its cells are never read.
      const row = own.rowOf[id]! * own.width;
      const joinRow = join === NO_JOIN ? 0 : joins.rowOf[join]! * joins.width;
      for (let q = 0; q < queryCount; q++) {
        const cell = q * MAX_TOKENS + c;
        const alike = row === 0 ? 0 : own.likeness[row + q]!;
        scratch.likeness[cell] = alike;
        scratch.how[cell] = row === 0 ? 0 : own.how[row + q]!;
        if (alike === 0 && scratch.queryRole[q] === ROLE.initial)
          this.#scoreInitial(form, q, c, id, isSkeleton);
        const joined = row === 0 ? 0 : own.likeness[row + queryCount + q]!;
        if (joined > 0) addJoin(true, q, c, joined);
        const neighbour = joinRow === 0 ? 0 : joins.likeness[joinRow + q]!;
        if (neighbour > 0) addJoin(false, c, q, neighbour);
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

/** Share of what could go unseen that weak relations are left out for; found by trying on the official lists. */
const WEAK_SHARE = 0.3;

/** Weights that can agree: of the query, and of a listed name. */
interface Shares {
  readonly query: number;
  readonly candidate: number;
}

/** How the names are found that a query needs. */
interface Plan {
  /** Parts whose relations names are looked up by. */
  readonly finding: readonly Part[];
  /** Parts that are only asked of names found by others. */
  readonly adding: readonly Part[];
  /** Relations of the finding parts that bring no more than this are passed over. */
  readonly weak: number;
  /** The most that the relations passed over can bring. */
  readonly weakShares: Shares;
  /** The most that can agree besides what was looked up. */
  readonly unseen: Shares;
}

/**
 * Leaves out of the looking up what no name can reach the needed share by alone: first whole parts, those that most
 * names share, and then the weak relations of the others.
 */
function planSearch(parts: readonly Part[], needed: number): Plan {
  const [finding, adding]: [Part[], Part[]] = [[], []];
  const byNames = [...parts].sort(
    (one, other) => other.relations.names - one.relations.names || one.number - other.number,
  );
  let left = needed;
  const ofAdding = { query: 0, candidate: 0 };
  for (const part of byNames) {
    const { mostCredit } = part.relations;
    const most = part.weight * mostCredit;
    if (most >= left) finding.push(part);
    else {
      left -= most;
      adding.push(part);
      ofAdding.query += most;
      ofAdding.candidate += mostCredit * mostOf(part);
    }
  }
  // Only a part of what is left: the more goes unseen, the less does what was seen tell.
  const weak = left > 0 && finding.length > 0 ? (WEAK_SHARE * left) / finding.length : 0;
  const weakShares = {
    query: weak * finding.length,
    candidate: finding.reduce((sum, part) => sum + (weak / part.weight) * mostOf(part), 0),
  };
  const unseen = {
    query: ofAdding.query + weakShares.query,
    candidate: ofAdding.candidate + weakShares.candidate,
  };
  return { finding, adding, weak, weakShares, unseen };
}

/** The most weight of a listed name that one part can agree with. */
function mostOf({ isOfJoins }: Part): number {
  return isOfJoins ? MOST_OF_NEIGHBOURS : MOST_OF_TOKEN;
}
