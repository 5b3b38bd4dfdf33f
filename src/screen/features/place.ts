// Birth places and addresses: compared by the words that both have, since lists write them in many ways.
import type { FeatureEffect } from '../../model/screening.ts';
import { fold } from '../../names/script/index.ts';
import type { PartyFacts } from '../party.ts';
import type { Policy } from '../policy/v1.ts';

/** Words that say nothing about which place it is. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  'the of and street st str road rd ave avenue building bld floor no number city province district region village town area near po box house office room ul ulitsa dom'.split(
    ' ',
  ),
);

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !EMPTY_WORDS.has(word));
}

/** Share of the shorter text's words that the other one has too. */
function overlap(one: string, other: string): number {
  const [ownWords, otherWords] = [wordsOf(one), new Set(wordsOf(other))];
  if (ownWords.length === 0 || otherWords.size === 0) return 0;
  const common = ownWords.filter((word) => otherWords.has(word)).length;
  return common / Math.min(ownWords.length, otherWords.size);
}

function bestPair(
  own: readonly string[],
  others: readonly string[],
): { query: string; candidate: string; share: number } | undefined {
  let best: { query: string; candidate: string; share: number } | undefined;
  for (const query of own) {
    for (const candidate of others) {
      const share = overlap(query, candidate);
      if (!best || share > best.share) best = { query, candidate, share };
    }
  }
  return best;
}

export function birthPlace(query: PartyFacts, candidate: PartyFacts, policy: Policy): FeatureEffect[] {
  const best = bestPair(query.birthPlaces, candidate.birthPlaces);
  if (!best) return [];
  const isShared = best.share >= 0.5;
  const effect = isShared ? policy.effects.birthPlaceEqual : policy.effects.birthPlaceDifferent;
  const detail = isShared ? 'same place' : 'another place';
  return [{ feature: 'birth_place', effect, query: best.query, candidate: best.candidate, detail }];
}

/** Addresses that differ say nothing: people move, companies have several. */
export function address(query: PartyFacts, candidate: PartyFacts, policy: Policy): FeatureEffect[] {
  const best = bestPair(query.addresses, candidate.addresses);
  if (!best || best.share < 0.6 || wordsOf(best.query).length < 2) return [];
  const effect = policy.effects.addressEqual;
  return [
    { feature: 'address', effect, query: best.query, candidate: best.candidate, detail: 'same address' },
  ];
}
