// What is given in return for goods, told in two ways that share nothing: food here, cash and aircraft there. Either
// these are two deals, or one of the two is wrong; a part of the same list is only less detail.
import type { Span } from '../../model/reading.ts';
import { distinctSpans, type FindingDraft } from '../across/article-reading.ts';
import { type ClaimFacts, partiesOf } from '../across/claim-facts.ts';
import { areDisjoint } from '../across/same-event.ts';

const SHARED_PARTIES = 2;

/**
 * @param there facts of the same article, or of another
 * @returns one finding at most: the first claim of each side, with all that agree with it
 */
export function goodsConflicts(here: readonly ClaimFacts[], there: readonly ClaimFacts[]): FindingDraft[] {
  for (const one of here.filter(isBarter)) {
    const others = there.filter(
      (other) =>
        isBarter(other) && areDisjoint(one.counterGoods, other.counterGoods) && shareParties(one, other),
    );
    if (others.length === 0) continue;
    const [a, b] = [returnOf([one]), returnOf(others)];
    return [
      {
        kind: 'goods',
        severity: 'medium',
        spans: a,
        against: b,
        claims: [one, ...others].map(({ claim }) => claim.id),
        text: `What is given in return is ${quoted(a)} here and ${quoted(b)} there: two deals, or one told in two ways.`,
      },
    ];
  }
  return [];
}

function isBarter({ claim, counterGoods }: ClaimFacts): boolean {
  return claim.event.type.startsWith('ARMS_') && counterGoods.size > 0;
}

function shareParties(one: ClaimFacts, other: ClaimFacts): boolean {
  const ids = new Set(partiesOf(other).map((party) => party.id));
  return partiesOf(one).filter((party) => ids.has(party.id)).length >= SHARED_PARTIES;
}

function returnOf(facts: readonly ClaimFacts[]): Span[] {
  return distinctSpans(facts.flatMap(({ claim }) => claim.event.counterGoods)).slice(0, 6);
}

function quoted(spans: readonly Span[]): string {
  return `"${[...new Set(spans.map((span) => span.surface.toLowerCase()))].slice(0, 3).join(', ')}"`;
}
