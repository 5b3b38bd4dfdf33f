// Compares two names, plainly: every form of the one with every form of the other, every token with every token.
// This is what a score means; the index is a faster way to the same numbers.

import { analyseName } from '../form/analyse-name.ts';
import { MAX_TOKENS, type NameForm, type NameKind, type NameToken } from '../form/token.ts';
import { acronym } from '../knowledge/index.ts';
import {
  distanceOfLikeness,
  FAR,
  likenessOfDistance,
  pairTolerance,
  soundDistance,
} from '../sound/sound-distance.ts';
import { soundKey } from '../sound/sound-key.ts';
import { addJoin, JOIN_FLOOR, loadTokens, scorePair, scratch } from './align-score.ts';
import { type NamePart, readParts } from './name-part.ts';
import { NAME_SCORE_V1, type NameScoreParameters } from './parameters.ts';
import { LIKENESS, relateTokens } from './relate-tokens.ts';
import { softnessOf } from './softness.ts';

export type { NamePart, NamePartRelation } from './name-part.ts';
export { softnessOf } from './softness.ts';

export interface NameComparison {
  /** Log-odds that the names are one party's, from the names alone; minus infinity if nothing agrees. */
  readonly logOdds: number;
  readonly kind: NameKind;
  readonly parameters: NameScoreParameters;
  readonly query: NameForm;
  readonly candidate: NameForm;
  readonly parts: readonly NamePart[];
}

/** True if forms of these kinds can be compared at all: native characters only with native characters. */
export function areFormsComparable(one: NameForm, other: NameForm): boolean {
  return (one.kind === 'native') === (other.kind === 'native');
}

/** The likeness of a token to two neighbours written as one word; 0 if the join is not near enough. */
export function joinLikeness(first: NameToken, second: NameToken, single: NameToken): number {
  if (!canJoin(first) || !canJoinAfter(second)) return 0;
  const text = first.text + second.text;
  return likenessToJoined(text, soundKey(text), single);
}

/** The same, from the two as one word and its sound key. */
function likenessToJoined(text: string, key: Uint8Array, single: NameToken): number {
  if (single.role === 'initial' || single.value !== undefined) return 0;
  if (text === single.text) return LIKENESS.same;
  const [own, other] = [key.length, single.key.length];
  // One unit is added, so that rounding never cuts off what is exactly that alike.
  const alike = distanceOfLikeness(JOIN_FLOOR / LIKENESS.sameSound, own, other) + 1;
  const distance = soundDistance(key, single.key, Math.min(pairTolerance(own, other), alike));
  if (distance === FAR) return 0;
  const likeness = likenessOfDistance(distance, own, other) * LIKENESS.sameSound;
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
  // A listed name without its vowels is taken as it was rendered; see FormKind.
  const isSkeleton = query.kind === 'skeleton';
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
  for (let at = 0; at + 1 < pairs.length; at++) {
    const [first, second] = [pairs[at]!, pairs[at + 1]!];
    if (!canJoin(first) || !canJoinAfter(second)) continue;
    const text = first.text + second.text;
    const key = soundKey(text);
    singles.forEach((single, place) => {
      const likeness = likenessToJoined(text, key, single);
      if (likeness > 0) addJoin(isQuerySide, at, place, likeness);
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
  return { ...best, kind, parameters, parts: readParts(best.query, best.candidate) };
}
