// Searches a name index: every name whose score with the query reaches the floor, and no other. The answer is that
// of scoring every name; only names that provably stay below the floor are left out, in three steps, each of which
// costs more for a name than the one before it and leaves fewer names:
// 1. A name is looked for in the postings of the query's parts, the commonest part first: what a part is related to is
//    looked up only if with all parts before it the query can agree enough, and only in names that are so light that
//    enough of them can agree.
// 2. One more run over the postings adds up what of the query's weight can agree with each name that was found.
// 3. The tokens of the name itself tell both sides' shares, and these a bound of the score.
import {
  addJoin,
  boundOfCoverage,
  loadTokens,
  ROLE,
  scorePair,
  scratch,
} from '../../names/compare/align-score.ts';
import { acronymsOf, significantTokens, softnessOf } from '../../names/compare/compare-names.ts';
import type { NameScoreParameters } from '../../names/compare/parameters.ts';
import { LIKENESS } from '../../names/compare/relate-tokens.ts';
import { MAX_TOKENS, type NameForm } from '../../names/form/token.ts';
import { FORM_LOSSY, FORM_NATIVE, FORM_SINGLE, type NameIndex, pairNumber } from './name-index.ts';
import {
  type Asked,
  askOf,
  commonestFirst,
  type Floor,
  MARGIN,
  type Need,
  PARTS_OF_TOKEN,
  type Part,
  partsOf,
  type Shares,
} from './query-parts.ts';
import { RelationFinder } from './relation-finder.ts';
import { RelationTable } from './relation-table.ts';
import { lowerBound } from './screen-index.ts';
import { textHash } from './text-hash.ts';

/** A name that reached the floor. */
export interface NameHit {
  readonly name: number;
  readonly logOdds: number;
}

/** The reach of a name that was found, before anything is added to it. */
const FOUND = 1e-30;
/** How far sums of 32 bits may fall short. */
const REACH_MARGIN = 1e-4;

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
  /** The joins in that table, by the numbers of their pairs of tokens. */
  readonly #joinOfPair = new Map<number, number>();
  /** By name, what of the query's weight can agree with it at most; 0 for names that were not found. */
  readonly #reach: Float32Array;
  /** The names that were found. */
  readonly #found: Uint32Array;
  #foundCount = 0;
  /** The most credit that one name gives to each part. */
  readonly #bestCredit = new Float64Array(PARTS_OF_TOKEN * MAX_TOKENS);
  readonly #shares: Shares = { query: 0, name: 0 };

  constructor(index: NameIndex, parameters: NameScoreParameters) {
    this.index = index;
    this.relations = new RelationFinder(index, parameters.creditExponent);
    this.#parameters = parameters;
    this.#tokenTable = new RelationTable(index.vocabulary.count);
    this.#joinTable = new RelationTable(index.joins.count);
    this.#reach = new Float32Array(index.nameCount);
    this.#found = new Uint32Array(index.nameCount);
  }

  /** All names whose log-odds with one form of the query reach the floor of their party, in no particular order. */
  search(form: NameForm, floor: Floor): NameHit[] {
    if (form.tokens.length === 0) return [];
    const parts = partsOf(form, this.relations);
    const asked = askOf(form, floor, this.#parameters);
    const acronyms = this.#acronymNames(form);
    try {
      this.#open(form, parts);
      this.#findNames(parts, asked, floor);
      for (const name of acronyms) this.#take(name);
      return this.#scoreFound(form, parts, asked, floor, acronyms);
    } finally {
      this.#clear(parts);
    }
  }

  /** Puts the relations of the parts into the tables. */
  #open({ tokens }: NameForm, parts: readonly Part[]): void {
    const { first, second } = this.index.joins;
    this.#tokenTable.open(2 * tokens.length);
    this.#joinTable.open(tokens.length);
    for (const part of parts) {
      const { relations, column, weight, isOfJoins } = part;
      this.#tableOf(part).put(relations, column, weight);
      if (!isOfJoins) continue;
      for (const id of relations.ids) this.#joinOfPair.set(pairNumber(first[id]!, second[id]!), id);
    }
  }

  /** Leaves nothing behind for the next query, also where this one failed. */
  #clear(parts: readonly Part[]): void {
    for (let at = 0; at < this.#foundCount; at++) this.#reach[this.#found[at]!] = 0;
    this.#foundCount = 0;
    this.#joinOfPair.clear();
    for (const part of parts) this.#tableOf(part).clear(part.relations);
  }

  /** Finds the names that may reach their floor, and adds up what of the query can agree with each. */
  #findNames(parts: readonly Part[], { ofInitials, ofAll, ofMost }: Asked, { isFavoured }: Floor): void {
    const before = { query: 0, name: ofInitials.name };
    for (const part of commonestFirst(parts)) {
      this.#find(part, before, ofMost, () => true);
      if (ofAll.floor < ofMost.floor) this.#find(part, before, ofAll, isFavoured);
      before.query += part.weight * part.relations.mostCredit;
      before.name += part.relations.mostOfName;
    }
    for (const part of parts) this.#addReach(part);
  }

  /** The names found whose score reaches the floor of their party. */
  #scoreFound(
    form: NameForm,
    parts: readonly Part[],
    { total, ofInitials, ofAll, ofMost }: Asked,
    { isFavoured }: Floor,
    acronyms: ReadonlySet<number>,
  ): NameHit[] {
    const hits: NameHit[] = [];
    const isNative = form.kind === 'native';
    loadTokens(form, true);
    for (let at = 0; at < this.#foundCount; at++) {
      const name = this.#found[at]!;
      const isAcronym = acronyms.has(name);
      if (this.#reach[name]! + REACH_MARGIN < ofAll.ofQuery && !isAcronym) continue;
      if (((this.index.flags[name]! & FORM_NATIVE) !== 0) !== isNative) continue;
      const need = isFavoured(this.index.party[name]!) ? ofAll : ofMost;
      if (!isAcronym) {
        const own = this.index.totalWeight[name]!;
        const share = this.#sharesOf(name);
        const ofName = share.name + ofInitials.name;
        if (share.query < need.ofQuery || ofName < need.coverage * own) continue;
        const queryCoverage = Math.min(1, (this.#queryShareOf(name, parts) + ofInitials.query) / total);
        const nameCoverage = Math.min(1, ofName / own);
        if (queryCoverage < need.coverage) continue;
        if (boundOfCoverage(queryCoverage, nameCoverage, this.#parameters) + MARGIN < need.floor) continue;
      }
      const logOdds = this.#score(form, name, isAcronym, need.floor);
      if (logOdds >= need.floor) hits.push({ name, logOdds });
    }
    return hits;
  }

  #tableOf({ isOfJoins }: Part): RelationTable {
    return isOfJoins ? this.#joinTable : this.#tokenTable;
  }

  #take(name: number): void {
    if (this.#reach[name] !== 0) return;
    this.#reach[name] = FOUND;
    this.#found[this.#foundCount++] = name;
  }

  /** The postings that a part is looked up in. */
  #postingsOf({ isOfJoins }: Part): readonly [names: Uint32Array, namesAt: Uint32Array] {
    const { postings, postingAt, joinPostings, joinPostingAt } = this.index;
    return isOfJoins ? [joinPostings, joinPostingAt] : [postings, postingAt];
  }

  /**
   * Takes the names that a part is the last of all parts to agree with, if they can agree enough.
   * @param before what the parts before it can bring at most: of the query's weight, and of a name's
   */
  #find(part: Part, before: Shares, need: Need, isWanted: (party: number) => boolean): void {
    const [names, namesAt] = this.#postingsOf(part);
    const { party } = this.index;
    const { ids, credit, ofName } = part.relations;
    for (let at = 0; at < ids.length; at++) {
      // The strongest relation comes first, so that all that follow bring less.
      if (before.query + part.weight * credit[at]! < need.ofQuery) return;
      const end = this.#namesUpTo((before.name + ofName[at]!) / need.coverage);
      const last = namesAt[ids[at]! + 1]!;
      for (let place = namesAt[ids[at]!]!; place < last; place++) {
        const name = names[place]!;
        if (name >= end) break;
        if (isWanted(party[name]!)) this.#take(name);
      }
    }
  }

  /** Adds what a part can bring to all names that were found; for one with several tokens like it, more than it can. */
  #addReach(part: Part): void {
    const [names, namesAt] = this.#postingsOf(part);
    const reach = this.#reach;
    const { ids, credit } = part.relations;
    for (let at = 0; at < ids.length; at++) {
      const share = part.weight * credit[at]!;
      const last = namesAt[ids[at]! + 1]!;
      for (let place = namesAt[ids[at]!]!; place < last; place++) {
        const name = names[place]!;
        const known = reach[name]!;
        if (known !== 0) reach[name] = known + share;
      }
    }
  }

  /** How many names weigh no more than that; they are the first. A weight that is not positive asks for all. */
  #namesUpTo(weight: number): number {
    const { totalWeight, nameCount } = this.index;
    if (!(weight > 0) || weight >= totalWeight[nameCount - 1]!) return nameCount;
    let [low, high] = [0, nameCount];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (totalWeight[middle]! <= weight) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** A quick bound of what can agree: of the query's weight and of the name's. */
  #sharesOf(name: number): Shares {
    const { tokens, tokenAt } = this.index;
    const [ofTokens, ofJoins] = [this.#tokenTable, this.#joinTable];
    const [from, end] = [tokenAt[name]!, tokenAt[name + 1]!];
    let [query, own] = [0, 0];
    for (let place = from; place < end; place++) {
      const row = ofTokens.rowOf[tokens[place]!]!;
      if (row === 0) continue;
      query += ofTokens.ofQuery[row]!;
      own += ofTokens.ofName[row]!;
    }
    for (let place = from; place + 1 < end && this.#joinOfPair.size > 0; place++) {
      const row = this.#joinRowAt(place);
      if (row === 0) continue;
      query += ofJoins.ofQuery[row]!;
      own += ofJoins.ofName[row]!;
    }
    this.#shares.query = query;
    this.#shares.name = own;
    return this.#shares;
  }

  /** The row of the join of the tokens at this place and the next; 0 if nothing is related to it. */
  #joinRowAt(place: number): number {
    if (this.#joinOfPair.size === 0) return 0;
    const { tokens } = this.index;
    const join = this.#joinOfPair.get(pairNumber(tokens[place]!, tokens[place + 1]!));
    return join === undefined ? 0 : this.#joinTable.rowOf[join]!;
  }

  /** What of the query's weight can agree with a name: each part with the token that is most like it. */
  #queryShareOf(name: number, parts: readonly Part[]): number {
    const { tokens, tokenAt } = this.index;
    const [ofTokens, ofJoins] = [this.#tokenTable, this.#joinTable];
    const end = tokenAt[name + 1]!;
    const best = this.#bestCredit;
    best.fill(0, 0, ofTokens.width + ofJoins.width);
    for (let place = tokenAt[name]!; place < end; place++) {
      const row = ofTokens.rowOf[tokens[place]!]!;
      if (row > 0) keepBest(best, 0, ofTokens, row);
      const joinRow = place + 1 < end ? this.#joinRowAt(place) : 0;
      if (joinRow > 0) keepBest(best, ofTokens.width, ofJoins, joinRow);
    }
    let share = 0;
    for (const { column, weight, isOfJoins } of parts)
      share += weight * best[isOfJoins ? ofTokens.width + column : column]!;
    return share;
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

  #score(form: NameForm, name: number, isAcronym: boolean, floor: number): number {
    const isSkeleton = form.kind === 'skeleton';
    const { tokens, tokenAt, vocabulary } = this.index;
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
      // Row 0 is no token's: its cells are never read.
      const row = own.rowOf[id]! * own.width;
      const joinRow = c + 1 < count ? this.#joinRowAt(from + c) * joins.width : 0;
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

/** Raises the credits of all columns to those of a row. */
function keepBest(best: Float64Array, at: number, { credit, width }: RelationTable, row: number): void {
  for (let column = 0; column < width; column++) {
    const own = credit[row * width + column]!;
    if (own > best[at + column]!) best[at + column] = own;
  }
}
