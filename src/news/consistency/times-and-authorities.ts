// One official act, reported for two days that lie apart or as the act of two bodies of one state that have nothing to
// do with one another.
import type { FindingDraft } from '../across/article-reading.ts';
import type { ClaimFacts } from '../across/claim-facts.ts';
import type { PartyDirectory } from '../across/party-directory.ts';
import { areApart, dayNumber, eventRelation } from '../across/same-event.ts';
import { isSupportedAct } from './act-type.ts';

/** @param there facts of the same article, or of another */
export function actDetails(
  here: readonly ClaimFacts[],
  there: readonly ClaimFacts[],
  directory: PartyDirectory,
): FindingDraft[] {
  const isOneArticle = here === there;
  return here.flatMap((one, at) =>
    (isOneArticle ? there.slice(at + 1) : there).flatMap((other): FindingDraft[] => {
      if (!isSupportedAct(one) || !isSupportedAct(other)) return [];
      const relation = eventRelation(one, other, directory);
      const base = {
        severity: 'medium' as const,
        spans: [one.span],
        against: [other.span],
        claims: [one.claim.id, other.claim.id],
      };
      if (relation?.rule === 'other-time' && areNear(one, other))
        return [{ ...base, kind: 'date' as const, text: `Two days are given for ${one.kind.label}.` }];
      const isOneAct =
        relation?.rule === 'other-authority' && areOfOneState(one, other) && !areApart(one, other);
      if (!isOneAct) return [];
      return [
        {
          ...base,
          kind: 'authority' as const,
          text: `Two bodies of one state are named for ${one.kind.label}.`,
        },
      ];
    }),
  );
}

/** Acts of one kind that lie farther apart are two acts. */
const NEAR_DAYS = 60;

function areNear(one: ClaimFacts, other: ClaimFacts): boolean {
  const [here, there] = [one, other].map(({ from, to }) => dayNumber(from ?? to));
  return here !== undefined && there !== undefined && Math.abs(here - there) <= NEAR_DAYS;
}

function areOfOneState(one: ClaimFacts, other: ClaimFacts): boolean {
  const countries = (facts: ClaimFacts): string[] =>
    (facts.parties.get('authority') ?? []).flatMap((party) => party.countries);
  return countries(one).some((country) => countries(other).includes(country));
}
