// Birth dates (for companies: of incorporation; for ships: of building). Dates are prefixes, so a date known to the
// year agrees with any day of it, and says less. Slips of writing are told from real differences.
import type { FeatureEffect } from '../../model/screening.ts';
import type { PartyFacts } from '../party.ts';
import type { EffectName, Policy } from '../policy/v1.ts';

interface DateRelation {
  readonly effect: EffectName;
  readonly detail: string;
}

/** The relation of two dates, each `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function relateDates(one: string, other: string, nearYears: number): DateRelation {
  const precision = Math.min(one.length, other.length);
  if (one.slice(0, precision) === other.slice(0, precision)) {
    if (precision >= 10) return { effect: 'birthDayEqual', detail: 'same day' };
    return precision >= 7
      ? { effect: 'birthMonthEqual', detail: 'same year and month, as far as known' }
      : { effect: 'birthYearEqual', detail: 'same year, as far as known' };
  }
  const [oneYear, otherYear] = [one.slice(0, 4), other.slice(0, 4)];
  const apart = Math.abs(Number(oneYear) - Number(otherYear));
  const areDays = precision >= 10;
  if (apart === 0) {
    if (areDays && one.slice(5, 7) === other.slice(8, 10) && one.slice(8, 10) === other.slice(5, 7)) {
      return { effect: 'birthDaySwapped', detail: 'day and month changed places' };
    }
    if (areDays && digitsApart(one, other) === 1)
      return { effect: 'birthDigitSlip', detail: 'one digit differs' };
    return { effect: 'birthSameYear', detail: 'same year, another day' };
  }
  if (
    areDays &&
    one.slice(5) === other.slice(5) &&
    (digitsApart(oneYear, otherYear) === 1 || isSwap(oneYear, otherYear))
  ) {
    return { effect: 'birthYearSlip', detail: `same day, year differs by a slip (${oneYear}, ${otherYear})` };
  }
  const years = apart === 1 ? 'one year apart' : `${apart} years apart`;
  if (apart === 1) return { effect: areDays ? 'birthNextYearDay' : 'birthNextYear', detail: years };
  return { effect: apart <= nearYears ? 'birthNear' : 'birthFar', detail: years };
}

function digitsApart(one: string, other: string): number {
  let apart = 0;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) apart += 1;
  return apart;
}

/** True if two neighbouring digits changed places. */
function isSwap(one: string, other: string): boolean {
  for (let at = 0; at + 1 < one.length; at++) {
    if (one.slice(0, at) + one[at + 1] + one[at] + one.slice(at + 2) === other) return true;
  }
  return false;
}

/** Compares all dates of both sides; the pair that speaks most for a match counts. */
export function birthDate(query: PartyFacts, candidate: PartyFacts, policy: Policy): FeatureEffect[] {
  let best: FeatureEffect | undefined;
  for (const one of query.birthDates) {
    for (const other of candidate.birthDates) {
      const { effect, detail } = relateDates(one, other, policy.nearYears);
      const value = policy.effects[effect];
      if (!best || value > best.effect)
        best = { feature: 'birth_date', effect: value, query: one, candidate: other, detail };
    }
  }
  return best ? [best] : [];
}
