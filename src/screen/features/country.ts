// Countries: nationality against nationality, and, weaker, nationality against where the other side is.
// A state and its forerunner or part do not contradict one another (model/country.ts).
import { areCountriesCompatible, countryName } from '../../model/country.ts';
import type { FeatureEffect } from '../../model/screening.ts';
import type { PartyFacts } from '../party.ts';
import type { Policy } from '../policy/v1.ts';

function namesOf(codes: readonly string[]): string {
  return [...new Set(codes)].map(countryName).join(', ');
}

function shared(one: readonly string[], other: readonly string[]): string | undefined {
  return one.find((code) => other.some((otherCode) => areCountriesCompatible(code, otherCode)));
}

export function country(query: PartyFacts, candidate: PartyFacts, policy: Policy): FeatureEffect[] {
  const { effects } = policy;
  if (query.nationalities.length > 0 && candidate.nationalities.length > 0) {
    const common = shared(query.nationalities, candidate.nationalities);
    return [
      {
        feature: 'nationality',
        effect: common ? effects.nationalityEqual : effects.nationalityDifferent,
        query: namesOf(query.nationalities),
        candidate: namesOf(candidate.nationalities),
        detail: common ? `both of ${countryName(common)}` : 'no nationality in common',
      },
    ];
  }
  const own = [...query.nationalities, ...query.countries];
  const others = [...candidate.nationalities, ...candidate.countries];
  if (own.length === 0 || others.length === 0) return [];
  const common = shared(own, others);
  return [
    {
      feature: 'country',
      effect: common ? effects.countryEqual : effects.countryDifferent,
      query: namesOf(own),
      candidate: namesOf(others),
      detail: common ? `both connected with ${countryName(common)}` : 'no country in common',
    },
  ];
}
