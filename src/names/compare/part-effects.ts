// What each part of two names does to their score: its marginal effect, by asking the same score again about names in
// which the part is otherwise.
// The effects need not add up to the score: what two parts do together is counted for each of them.
import type { NameForm, NameToken } from '../form/token.ts';
import { type NameComparison, scoreForms } from './compare-names.ts';
import type { NamePart } from './name-part.ts';
import { RelationMemo } from './relation-memo.ts';

/** Below this all names are equally unlike; it stands for minus infinity, so that every effect is a number. */
const LEAST_LOG_ODDS = -7;

/**
 * The effect of each part in log-odds, in the order of `names.parts`. For a part that agrees: against the same names if
 * it did not. For one that contradicts or stands in one name only: against the names without it.
 */
export function partEffects(names: NameComparison): number[] {
  const { kind, parameters, query, candidate } = names;
  const memo = new RelationMemo();
  const score = (own: NameForm, listed: NameForm): number =>
    Math.max(LEAST_LOG_ODDS, scoreForms(own, listed, kind, parameters, memo));
  const scoreOtherwise = (part: NamePart): number =>
    part.relation === 'agree'
      ? score(estrange(query, part.queryTokens), candidate)
      : score(drop(query, part.queryTokens), drop(candidate, part.candidateTokens));
  const whole = score(query, candidate);
  return names.parts.map((part) => whole - scoreOtherwise(part));
}

function drop(form: NameForm, tokens: readonly number[]): NameForm {
  return { ...form, tokens: form.tokens.filter((_, at) => !tokens.includes(at)) };
}

/** The form with tokens in these places that nothing is like, of the same weight and role. */
function estrange(form: NameForm, tokens: readonly number[]): NameForm {
  return {
    ...form,
    tokens: form.tokens.map((token, at) => (tokens.includes(at) ? strangerTo(token) : token)),
  };
}

function strangerTo({ role, weight }: NameToken): NameToken {
  return { text: '', key: new Uint8Array(), role, weight, families: [] };
}
