// Compares two names, plainly: every form of the one with every form of the other, every token with every token.
// This is what a score means; the index is a faster way to the same numbers.

import { analyseName } from '../form/analyse-name.ts';
import { MAX_TOKENS, type NameForm, type NameKind, type NameToken } from '../form/token.ts';
import { acronym } from '../knowledge/index.ts';
import { addJoin, loadTokens, scorePair, scratch } from './align-score.ts';
import { canJoin, canJoinAfter } from './join-likeness.ts';
import { type NamePart, readParts } from './name-part.ts';
import { NAME_SCORE_V1, type NameScoreParameters } from './parameters.ts';
import { LIKENESS } from './relate-tokens.ts';
import { RelationMemo } from './relation-memo.ts';
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

/**
 * Fills the scratch from two forms by asking every pair of tokens, and scores it.
 * @param memo for whoever scores forms of the same tokens several times
 */
export function scoreForms(
  query: NameForm,
  candidate: NameForm,
  kind: NameKind,
  parameters: NameScoreParameters = NAME_SCORE_V1,
  memo = new RelationMemo(),
): number {
  loadTokens(query, true);
  loadTokens(candidate, false);
  // A listed name without its vowels is taken as it was rendered; see FormKind.
  const isSkeleton = query.kind === 'skeleton';
  query.tokens.forEach((one, q) => {
    candidate.tokens.forEach((other, c) => {
      const { likeness, how } = memo.relate(one, other, isSkeleton);
      scratch.likeness[q * MAX_TOKENS + c] = likeness;
      scratch.how[q * MAX_TOKENS + c] = how;
    });
  });
  scratch.joinCount = 0;
  addJoins(query.tokens, candidate.tokens, true, memo);
  addJoins(candidate.tokens, query.tokens, false, memo);
  scratch.isLossy = query.isLossy || candidate.isLossy || isSkeleton;
  scratch.acronym = kind === 'organisation' ? acronymLikeness(query, candidate) : 0;
  return scorePair(parameters, (q, c) => softnessOf(query.tokens[q]!, candidate.tokens[c]!));
}

function addJoins(
  pairs: readonly NameToken[],
  singles: readonly NameToken[],
  isQuerySide: boolean,
  memo: RelationMemo,
): void {
  for (let at = 0; at + 1 < pairs.length; at++) {
    const [first, second] = [pairs[at]!, pairs[at + 1]!];
    if (!canJoin(first) || !canJoinAfter(second)) continue;
    singles.forEach((single, place) => {
      const likeness = memo.join(first, second, single);
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
  const memo = new RelationMemo();
  let best: { logOdds: number; query: NameForm; candidate: NameForm } | undefined;
  for (const query of queryForms) {
    for (const candidate of candidateForms) {
      if (!areFormsComparable(query, candidate)) continue;
      const logOdds = scoreForms(query, candidate, kind, parameters, memo);
      if (!best || logOdds > best.logOdds) best = { logOdds, query, candidate };
    }
  }
  if (!best) return undefined;
  scoreForms(best.query, best.candidate, kind, parameters, memo);
  return { ...best, kind, parameters, parts: readParts(best.query, best.candidate) };
}

/** True if any pair of forms reaches that score; asks no further than the first that does. */
export function doAnyFormsReach(
  floor: number,
  queryForms: readonly NameForm[],
  candidateForms: readonly NameForm[],
  kind: NameKind,
  parameters: NameScoreParameters = NAME_SCORE_V1,
): boolean {
  const memo = new RelationMemo();
  return queryForms.some((query) =>
    candidateForms.some(
      (candidate) =>
        areFormsComparable(query, candidate) && scoreForms(query, candidate, kind, parameters, memo) >= floor,
    ),
  );
}
