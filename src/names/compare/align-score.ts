// The heart of the name comparison: given the weights of two names' tokens and how alike each pair of tokens is, it
// aligns the tokens and scores the alignment. Agreement, omission and contradiction have separate effects, so a
// contradicted distinctive part is never averaged away by a long name.
// It works on scratch arrays and allocates nothing, because it runs for every candidate of every query. The result
// stays in the scratch until the next call: whoever wants the alignment reads it then.
import { MAX_TOKENS, type NameForm } from '../form/token.ts';
import type { NameScoreParameters } from './parameters.ts';
import { HOW } from './relate-tokens.ts';

/** Role codes of the scratch arrays. */
export const ROLE = {
  name: 0,
  patronymic: 1,
  initial: 2,
  minor: 3,
  legal: 4,
  word: 5,
  number: 6,
  known: 7,
  filiation: 8,
  generation: 9,
} as const;

/** A join of neighbours: two tokens of one side that are one token of the other. */
interface Join {
  /** True if the pair of tokens stands in the query. */
  isQuerySide: boolean;
  /** Index of the first of the two. */
  first: number;
  /** Index of the one token of the other side. */
  single: number;
  likeness: number;
}

const MAX_JOINS = 64;

/** The input and the output of one scoring; see `scorePair`. */
export const scratch = {
  queryCount: 0,
  candidateCount: 0,
  queryWeight: new Float64Array(MAX_TOKENS),
  candidateWeight: new Float64Array(MAX_TOKENS),
  queryRole: new Uint8Array(MAX_TOKENS),
  candidateRole: new Uint8Array(MAX_TOKENS),
  /** Likeness and relation of query token i and candidate token j, at i * MAX_TOKENS + j. */
  likeness: new Float64Array(MAX_TOKENS * MAX_TOKENS),
  how: new Uint8Array(MAX_TOKENS * MAX_TOKENS),
  joins: Array.from(
    { length: MAX_JOINS },
    (): Join => ({ isQuerySide: false, first: 0, single: 0, likeness: 0 }),
  ),
  joinCount: 0,
  /** Likeness of the whole query as the acronym of the candidate, or the other way round; 0 if it is not. */
  acronym: 0,
  isLossy: false,

  /** Output: the partner of each query token (-1 if it has none), and likeness and relation of the two. */
  queryPartner: new Int8Array(MAX_TOKENS),
  candidatePartner: new Int8Array(MAX_TOKENS),
  partLikeness: new Float64Array(MAX_TOKENS),
  partHow: new Uint8Array(MAX_TOKENS),
  candidateLikeness: new Float64Array(MAX_TOKENS),
  /** The strongest contradicted pair; -1 if nothing contradicts. */
  contradictedQuery: -1,
  contradictedCandidate: -1,
  /** Numerals that differ; -1 if not both names have one left over. */
  differentQuery: -1,
  differentCandidate: -1,
};

/** Adds a join to the scratch; those beyond the cap are not counted (no real pair of names has had over 20). */
export function addJoin(isQuerySide: boolean, first: number, single: number, likeness: number): void {
  if (scratch.joinCount >= MAX_JOINS) return;
  const join = scratch.joins[scratch.joinCount++]!;
  join.isQuerySide = isQuerySide;
  join.first = first;
  join.single = single;
  join.likeness = likeness;
}

/** Puts the tokens of one side into the scratch. */
export function loadTokens(form: NameForm, isQuery: boolean): void {
  const weights = isQuery ? scratch.queryWeight : scratch.candidateWeight;
  const roles = isQuery ? scratch.queryRole : scratch.candidateRole;
  form.tokens.forEach((token, at) => {
    weights[at] = token.weight;
    roles[at] = ROLE[token.role];
  });
  if (isQuery) scratch.queryCount = form.tokens.length;
  else scratch.candidateCount = form.tokens.length;
}

/** The lowest likeness at which a join is taken. */
export const JOIN_FLOOR = 0.8;

/** Likeness of tokens that are the same for sure, in sound or meaning: these are not given up for a join. */
const SURE = 0.95;

/**
 * Aligns greedily: equal tokens first, then joins above their floor, then by falling likeness. Ties go to the
 * heavier pair, then to the earlier one, so that the same input always gives the same alignment.
 */
function align(): void {
  const { queryCount, candidateCount, queryPartner, candidatePartner } = scratch;
  queryPartner.fill(-1, 0, queryCount);
  candidatePartner.fill(-1, 0, candidateCount);
  takePairs(SURE);
  takeJoins();
  takePairs(0);
}

/** Well-known names at least that alike are taken for spellings of one name: Gonzalez, Gonzales. */
const NEARLY_THE_SAME = 0.85;

/**
 * Takes back what the likeness of sounds gives too much, which the roles of the two tokens tell: two well-known names
 * that are not one family's are two names (Castro, Castillo), a particle is no name (al, Ali), and a rendering that
 * hides differences already (Han in pinyin) is not to be near as well.
 */
function temperSounds({ knownNames, lossySounds }: NameScoreParameters): void {
  const { queryCount, candidateCount, queryRole, candidateRole, likeness, how } = scratch;
  for (let q = 0; q < queryCount; q++) {
    const role = queryRole[q]!;
    for (let c = 0; c < candidateCount; c++) {
      const at = q * MAX_TOKENS + c;
      if (likeness[at] === 0 || (how[at] !== HOW.nearSound && how[at] !== HOW.slip)) continue;
      const other = candidateRole[c]!;
      if (isSmall(role) !== isSmall(other)) likeness[at] = 0;
      else if (role === ROLE.known && other === ROLE.known && likeness[at]! < NEARLY_THE_SAME)
        likeness[at]! *= knownNames;
      if (scratch.isLossy) likeness[at]! *= lossySounds;
    }
  }
}

function takePairs(floor: number): void {
  const {
    queryCount,
    candidateCount,
    queryWeight,
    candidateWeight,
    likeness,
    how,
    queryPartner,
    candidatePartner,
  } = scratch;
  for (;;) {
    let best = 0;
    let bestWeight = 0;
    let bestQuery = -1;
    let bestCandidate = -1;
    for (let q = 0; q < queryCount; q++) {
      if (queryPartner[q] !== -1) continue;
      const row = q * MAX_TOKENS;
      for (let c = 0; c < candidateCount; c++) {
        const alike = likeness[row + c]!;
        if (alike < floor || alike === 0 || alike < best || candidatePartner[c] !== -1) continue;
        // Neighbours in place are preferred among equals: the order of names carries a little.
        const weight = queryWeight[q]! + candidateWeight[c]! + (q === c ? 1e-6 : 0);
        if (alike > best || weight > bestWeight) {
          best = alike;
          bestWeight = weight;
          bestQuery = q;
          bestCandidate = c;
        }
      }
    }
    if (bestQuery < 0) return;
    takePair(bestQuery, bestCandidate, best, how[bestQuery * MAX_TOKENS + bestCandidate]!);
  }
}

function takePair(query: number, candidate: number, likeness: number, how: number): void {
  scratch.queryPartner[query] = candidate;
  scratch.candidatePartner[candidate] = query;
  scratch.partLikeness[query] = likeness;
  scratch.candidateLikeness[candidate] = likeness;
  scratch.partHow[query] = how;
}

function takeJoins(): void {
  const { joins, joinCount, queryPartner, candidatePartner } = scratch;
  for (;;) {
    let best: Join | undefined;
    for (let at = 0; at < joinCount; at++) {
      const join = joins[at]!;
      if (join.likeness < JOIN_FLOOR || (best && !isBetterJoin(join, best))) continue;
      const pairSide = join.isQuerySide ? queryPartner : candidatePartner;
      const singleSide = join.isQuerySide ? candidatePartner : queryPartner;
      if (pairSide[join.first] !== -1 || pairSide[join.first + 1] !== -1 || singleSide[join.single] !== -1)
        continue;
      best = join;
    }
    if (!best) return;
    if (best.isQuerySide) {
      takePair(best.first, best.single, best.likeness, HOW.joined);
      takePair(best.first + 1, best.single, best.likeness, HOW.joined);
    } else {
      takePair(best.single, best.first + 1, best.likeness, HOW.joined);
      takePair(best.single, best.first, best.likeness, HOW.joined);
      scratch.candidatePartner[best.first + 1] = best.single;
    }
  }
}

/** Ties are broken by place, so that the order in which joins were found does not matter. */
function isBetterJoin(one: Join, other: Join): boolean {
  if (one.likeness !== other.likeness) return one.likeness > other.likeness;
  if (one.isQuerySide !== other.isQuerySide) return one.isQuerySide;
  return one.first !== other.first ? one.first < other.first : one.single < other.single;
}

/** What identifies, and so can contradict and makes a name one of several parts: all but small words and numerals. */
function isPart(role: number): boolean {
  return !isSmall(role) && role !== ROLE.legal && role !== ROLE.number;
}

/** True for the second of two neighbours that are one token of the other side. */
function isJoinedToLast(partner: Int8Array, at: number): boolean {
  return at > 0 && partner[at]! >= 0 && partner[at] === partner[at - 1];
}

/** Particles, titles and suffixes, which names gain and lose freely. */
function isSmall(role: number): boolean {
  return role === ROLE.minor || role === ROLE.filiation || role === ROLE.generation;
}

/**
 * The upper bound of the score of any alignment with these coverages. `scorePair` never exceeds it, which lets the
 * index leave names out unscored.
 * @param queryCoverage,candidateCoverage share of each side's weight that can agree at most, 0 to 1
 */
export function boundOfCoverage(
  queryCoverage: number,
  candidateCoverage: number,
  parameters: NameScoreParameters,
): number {
  const larger = Math.max(queryCoverage, candidateCoverage);
  const smaller = Math.min(queryCoverage, candidateCoverage);
  if (smaller <= 0) return Number.NEGATIVE_INFINITY;
  const coverage =
    parameters.largerCoverage * Math.log(larger) + parameters.smallerCoverage * Math.log(smaller);
  return parameters.intercept + parameters.coverageSlope * coverage;
}

/** True if father and son changed places: Abdullah bin Omar is not Omar bin Abdullah. */
function isReversed(): boolean {
  const { queryCount, candidateCount, queryRole, candidateRole, queryPartner } = scratch;
  for (let q = 1; q + 1 < queryCount; q++) {
    if (queryRole[q] !== ROLE.filiation) continue;
    const c = queryPartner[q]!;
    if (c <= 0 || c + 1 >= candidateCount || candidateRole[c] !== ROLE.filiation) continue;
    if (queryPartner[q - 1] === c + 1 && queryPartner[q + 1] === c - 1) return true;
  }
  return false;
}

/** The least coverage that either side must have, so that `boundOfCoverage` can reach the floor at all. */
export function leastCoverage(floor: number, parameters: NameScoreParameters): number {
  const { intercept, coverageSlope, smallerCoverage } = parameters;
  return Math.exp((floor - intercept) / (coverageSlope * smallerCoverage));
}

/**
 * Aligns and scores what is in the scratch.
 *
 * @param softness how alike two tokens are that are not alike enough to agree (query and candidate index), 0 to 1;
 *                 asked only for the strongest contradicted pair
 * @param floor    a score below this is not needed exactly: some value below it may be returned early
 * @returns log-odds that the two names are one party's, from the names alone
 */
export function scorePair(
  parameters: NameScoreParameters,
  softness: (query: number, candidate: number) => number,
  floor = Number.NEGATIVE_INFINITY,
): number {
  temperSounds(parameters);
  align();
  const { queryCount, candidateCount, queryWeight, candidateWeight, queryRole, candidateRole } = scratch;
  const { queryPartner, candidatePartner, partLikeness, candidateLikeness } = scratch;
  let queryTotal = 0;
  let queryAgreed = 0;
  let candidateTotal = 0;
  let candidateAgreed = 0;
  let queryLeft = -1;
  let candidateLeft = -1;
  let queryGeneration = 0;
  let candidateGeneration = 0;
  let queryNumber = -1;
  let candidateNumber = -1;
  let queryLegalLeft = 0;
  let candidateLegalLeft = 0;
  let legalAgreed = 0;
  let queryParts = 0;
  let candidateParts = 0;
  for (let q = 0; q < queryCount; q++) {
    const weight = queryWeight[q]!;
    const role = queryRole[q]!;
    queryTotal += weight;
    if (isPart(role) && !isJoinedToLast(queryPartner, q)) queryParts += 1;
    if (queryPartner[q]! >= 0) {
      const credit = partLikeness[q]! ** parameters.creditExponent;
      queryAgreed += weight * credit;
      if (role === ROLE.legal) legalAgreed += 1;
    } else if (role === ROLE.number) queryNumber = q;
    else if (role === ROLE.legal) queryLegalLeft += 1;
    else if (role === ROLE.generation) queryGeneration += 1;
    else if (isPart(role) && (queryLeft < 0 || weight > queryWeight[queryLeft]!)) queryLeft = q;
  }
  for (let c = 0; c < candidateCount; c++) {
    const weight = candidateWeight[c]!;
    const role = candidateRole[c]!;
    candidateTotal += weight;
    if (isPart(role) && !isJoinedToLast(candidatePartner, c)) candidateParts += 1;
    if (candidatePartner[c]! >= 0)
      candidateAgreed += weight * candidateLikeness[c]! ** parameters.creditExponent;
    else if (role === ROLE.number) candidateNumber = c;
    else if (role === ROLE.legal) candidateLegalLeft += 1;
    else if (role === ROLE.generation) candidateGeneration += 1;
    else if (isPart(role) && (candidateLeft < 0 || weight > candidateWeight[candidateLeft]!))
      candidateLeft = c;
  }
  scratch.contradictedQuery = -1;
  scratch.contradictedCandidate = -1;
  scratch.differentQuery = -1;
  scratch.differentCandidate = -1;
  if (queryTotal <= 0 || candidateTotal <= 0) return Number.NEGATIVE_INFINITY;
  const queryCoverage = Math.max(queryAgreed / queryTotal, scratch.acronym);
  const candidateCoverage = Math.max(candidateAgreed / candidateTotal, scratch.acronym);
  let score = boundOfCoverage(queryCoverage, candidateCoverage, parameters);
  if (scratch.isLossy) score -= parameters.lossyForm;
  if (scratch.acronym > 0) return score;

  if (queryNumber >= 0 && candidateNumber >= 0) {
    scratch.differentQuery = queryNumber;
    scratch.differentCandidate = candidateNumber;
    score -= parameters.numberContradiction * (1 - softness(queryNumber, candidateNumber));
  } else if (queryNumber >= 0 || candidateNumber >= 0) score -= parameters.numberOmission;
  if (queryGeneration > 0 && candidateGeneration > 0) score -= parameters.numberContradiction;
  if (isReversed()) score -= parameters.contradictionBase + parameters.contradiction;
  if (queryLegalLeft > 0 && candidateLegalLeft > 0 && legalAgreed === 0)
    score -= parameters.legalContradiction;
  if (queryParts !== candidateParts && Math.min(queryParts, candidateParts) === 1)
    score -= parameters.singleToken;
  const agreedWeight = (queryAgreed + candidateAgreed) / 2;
  score -= parameters.thinAgreement * Math.max(0, parameters.enoughAgreement - agreedWeight);
  if (queryLeft < 0 || candidateLeft < 0 || score < floor) return score;

  // Left-overs on one side are an omission; on both sides the strongest of each contradict one another.
  scratch.contradictedQuery = queryLeft;
  scratch.contradictedCandidate = candidateLeft;
  const share = (queryWeight[queryLeft]! / queryTotal + candidateWeight[candidateLeft]! / candidateTotal) / 2;
  const loss = parameters.contradictionBase + parameters.contradiction * share;
  if (score - loss * (1 - parameters.softening) < floor) return Number.NEGATIVE_INFINITY;
  const soft = parameters.softening * softness(queryLeft, candidateLeft);
  return score - loss * (1 - soft);
}
