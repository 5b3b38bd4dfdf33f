// Gender, where both sides state it.
import type { FeatureEffect } from '../../model/screening.ts';
import type { PartyFacts } from '../party.ts';
import type { Policy } from '../policy/v1.ts';

export function gender(query: PartyFacts, candidate: PartyFacts, policy: Policy): FeatureEffect[] {
  const [own] = query.genders;
  const [other] = candidate.genders;
  if (!own || !other) return [];
  const isShared = query.genders.some((value) => candidate.genders.includes(value));
  const effect = isShared ? policy.effects.genderEqual : policy.effects.genderDifferent;
  return [
    { feature: 'gender', effect, query: own, candidate: other, detail: isShared ? 'same' : 'different' },
  ];
}
