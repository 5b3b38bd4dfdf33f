// Compares two names, plainly: every form of the one with every form of the other, every token with every token.
// This is what a score means; the index is a faster way to the same numbers.

import { analyseName } from '../form/analyse-name.ts';
import { MAX_TOKENS, type NameForm, type NameKind, type NameToken } from '../form/token.ts';
import { acronym } from '../knowledge/index.ts';
import { FAR, likenessOfDistance, pairTolerance, soundDistance } from '../sound/sound-distance.ts';
import { soundKey } from '../sound/sound-key.ts';
import { addJoin, JOIN_FLOOR, loadTokens, scorePair, scratch } from './align-score.ts';
import { NAME_SCORE_V1, type NameScoreParameters } from './parameters.ts';
import { HOW, HOW_WORDS, LIKENESS, relateTokens } from './relate-tokens.ts';

export type NamePartRelation = 'agree' | 'omit' | 'contradict';

/** One part of the alignment of two names. */
export interface NamePart {
  readonly query?: string;
  readonly candidate?: string;
  readonly relation: NamePartRelation;
  readonly how: string;
  /** Likeness of the two parts, 0 to 1; 0 for a part that one name alone has. */
  readonly likeness: number;
  /** What the part is worth in its name: the larger weight of the two. */
  readonly weight: number;
}

export interface NameComparison {
  /** Log-odds that the names are one party's, from the names alone; minus infinity if nothing agrees. */
  readonly logOdds: number;
  readonly query: NameForm;
  readonly candidate: NameForm;
  readonly parts: readonly NamePart[];
}

const NO_SOFTNESS = 0;

/** How alike two contradicted tokens sound, beyond all tolerance: 0 to 1. */
export function softnessOf(one: NameToken, other: NameToken): number {
  if (one.key.length === 0 || other.key.length === 0) return NO_SOFTNESS;
  const distance = soundDistance(one.key, other.key);
  return distance === FAR ? NO_SOFTNESS : likenessOfDistance(distance, one.key.length, other.key.length);
}

/** True if forms of these kinds can be compared at all: native characters only with native characters. */
export function areFormsComparable(one: NameForm, other: NameForm): boolean {
  return (one.kind === 'native') === (other.kind === 'native');
}

/** The likeness of a token to two neighbours written as one word; 0 if the join is not near enough. */
export function joinLikeness(first: NameToken, second: NameToken, single: NameToken): number {
  if (!canJoin(first) || !canJoinAfter(second) || single.role === 'initial' || single.value !== undefined)
    return 0;
  if (first.text + second.text === single.text) return LIKENESS.same;
  const key = soundKey(first.text + second.text);
  const distance = soundDistance(key, single.key, pairTolerance(key.length, single.key.length));
  if (distance === FAR) return 0;
  const likeness = likenessOfDistance(distance, key.length, single.key.length) * LIKENESS.sameSound;
  return likeness >= JOIN_FLOOR ? likeness : 0;
}

/** Initials, numerals and legal forms do not begin a word written together. */
export function canJoin(token: NameToken): boolean {
  return canJoinAfter(token) && token.role !== 'legal';
}

/** A legal form may end one: SiemensAG. */
export function canJoinAfter(token: NameToken): boolean {
  return token.role !== 'initial' && token.value === undefined && token.key.length > 0;
}

/** Fills the scratch from two forms by asking every pair of tokens, and scores it. */
export function scoreForms(
  query: NameForm,
  candidate: NameForm,
  kind: NameKind,
  parameters: NameScoreParameters = NAME_SCORE_V1,
): number {
  loadTokens(query, true);
  loadTokens(candidate, false);
  const isSkeleton = query.kind === 'skeleton' || candidate.kind === 'skeleton';
  query.tokens.forEach((one, q) => {
    candidate.tokens.forEach((other, c) => {
      const { likeness, how } = relateTokens(one, other, isSkeleton);
      scratch.likeness[q * MAX_TOKENS + c] = likeness;
      scratch.how[q * MAX_TOKENS + c] = how;
    });
  });
  scratch.joinCount = 0;
  addJoins(query.tokens, candidate.tokens, true);
  addJoins(candidate.tokens, query.tokens, false);
  scratch.isLossy = query.isLossy || candidate.isLossy || isSkeleton;
  scratch.acronym = kind === 'organisation' ? acronymLikeness(query, candidate) : 0;
  return scorePair(parameters, (q, c) => softnessOf(query.tokens[q]!, candidate.tokens[c]!));
}

function addJoins(pairs: readonly NameToken[], singles: readonly NameToken[], isQuerySide: boolean): void {
  for (let first = 0; first + 1 < pairs.length; first++) {
    singles.forEach((single, at) => {
      const likeness = joinLikeness(pairs[first]!, pairs[first + 1]!, single);
      if (likeness > 0) addJoin(isQuerySide, first, at, likeness);
    });
  }
}

/** The likeness of a name of one word to the initial letters of a longer one; 0 if it is not its acronym. */
function acronymLikeness(one: NameForm, other: NameForm): number {
  const [short, long] = significantTokens(one).length === 1 ? [one, other] : [other, one];
  const [only] = significantTokens(short);
  if (
    !only ||
    significantTokens(short).length !== 1 ||
    significantTokens(long).length < 3 ||
    only.text.length < 3
  )
    return 0;
  return acronymsOf(long).includes(only.text) ? LIKENESS.acronym : 0;
}

/** The acronyms of a name, from the words of its rendering: tokens run the words of a concept together. */
export function acronymsOf(form: NameForm): readonly string[] {
  return acronym(
    form.text
      .replaceAll("'", '')
      .split(/[\s-]+/u)
      .filter(Boolean),
  );
}

/** The tokens that identify: all but particles, titles, stop words and legal forms. */
export function significantTokens(form: NameForm): NameToken[] {
  return form.tokens.filter((token) => token.role !== 'minor' && token.role !== 'legal');
}

/**
 * Compares two names of the same kind of thing.
 * @returns the best-scoring pair of forms with its alignment; undefined if either holds no letter
 */
export function compareNames(
  query: string,
  candidate: string,
  kind: NameKind,
  parameters: NameScoreParameters = NAME_SCORE_V1,
): NameComparison | undefined {
  return compareForms(analyseName(query, kind), analyseName(candidate, kind), kind, parameters);
}

/** The same for names already taken apart. */
export function compareForms(
  queryForms: readonly NameForm[],
  candidateForms: readonly NameForm[],
  kind: NameKind,
  parameters: NameScoreParameters = NAME_SCORE_V1,
): NameComparison | undefined {
  let best: { logOdds: number; query: NameForm; candidate: NameForm } | undefined;
  for (const query of queryForms) {
    for (const candidate of candidateForms) {
      if (!areFormsComparable(query, candidate)) continue;
      const logOdds = scoreForms(query, candidate, kind, parameters);
      if (!best || logOdds > best.logOdds) best = { logOdds, query, candidate };
    }
  }
  if (!best) return undefined;
  scoreForms(best.query, best.candidate, kind, parameters);
  return { ...best, parts: readParts(best.query, best.candidate) };
}

/** Reads the alignment of the last scoring out of the scratch. */
function readParts(query: NameForm, candidate: NameForm): NamePart[] {
  const parts: NamePart[] = [];
  const shown = new Set<number>();
  query.tokens.forEach((token, q) => {
    const partner = scratch.queryPartner[q]!;
    if (partner < 0) return;
    const other = candidate.tokens[partner]!;
    const isSecondOfJoin = scratch.partHow[q] === HOW.joined && shown.has(partner);
    shown.add(partner);
    if (isSecondOfJoin) return;
    const likeness = scratch.partLikeness[q]!;
    parts.push({
      query: sourceOf(joinedTokens(query, q, (at) => scratch.queryPartner[at] === partner)),
      candidate: sourceOf(joinedTokens(candidate, partner, (at) => scratch.candidatePartner[at] === q)),
      relation: 'agree',
      how: HOW_WORDS[scratch.partHow[q]!] ?? 'same',
      likeness,
      weight: Math.max(token.weight, other.weight),
    });
  });
  const { contradictedQuery, contradictedCandidate } = scratch;
  const [left, right] = [query.tokens[contradictedQuery], candidate.tokens[contradictedCandidate]];
  if (left && right) {
    const weight = Math.max(left.weight, right.weight);
    const likeness = softnessOf(left, right);
    parts.push({
      query: sourceOf([left]),
      candidate: sourceOf([right]),
      relation: 'contradict',
      how: 'different',
      likeness,
      weight,
    });
  }
  for (const [form, side, contradicted] of [
    [query, 'query', contradictedQuery],
    [candidate, 'candidate', contradictedCandidate],
  ] as const) {
    const partners = side === 'query' ? scratch.queryPartner : scratch.candidatePartner;
    const other = side === 'query' ? 'candidate' : 'query';
    form.tokens.forEach((token, at) => {
      if (partners[at] !== -1 || at === contradicted) return;
      const how = `only in the ${other === 'query' ? 'listed name' : 'name asked about'}`;
      parts.push({ [side]: sourceOf([token]), relation: 'omit', how, likeness: 0, weight: token.weight });
    });
  }
  return parts;
}

/** The token, or the two neighbours that were joined to meet one token of the other side. */
function joinedTokens(form: NameForm, at: number, isPartner: (at: number) => boolean): NameToken[] {
  return form.tokens.filter((_, index) => index === at || (Math.abs(index - at) === 1 && isPartner(index)));
}

function sourceOf(tokens: readonly NameToken[]): string {
  return tokens.map((token) => token.source ?? token.text).join(' ');
}
