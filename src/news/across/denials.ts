// Who is accused and has not been heard: no denial in these articles is not the same as no denial, and is said as such.
import { distinctSpans, type FindingDraft } from './article-reading.ts';
import { type ClaimFacts, partiesOf } from './claim-facts.ts';
import { ACCUSED_ROLES } from './event-kinds.ts';
import type { Party, PartyDirectory } from './party-directory.ts';

/** Spans of accusations that are shown. */
const MOST_SPANS = 3;

/** For each accused party whose denial no article tells, that none was found. */
export function missingDenials(facts: readonly ClaimFacts[], directory: PartyDirectory): FindingDraft[] {
  const accused = new Map<string, { party: Party; claims: ClaimFacts[] }>();
  for (const one of facts) {
    if (!isAccusation(one)) continue;
    for (const party of accusedIn(one)) {
      const known = accused.get(party.id) ?? { party, claims: [] };
      known.claims.push(one);
      accused.set(party.id, known);
    }
  }
  const parties = [...accused.values()].map(({ party }) => party);
  return [...accused.values()]
    .filter(({ party }) => !parties.some((other) => standsFor(other, party, directory)))
    .filter(({ party }) => !facts.some((one) => denies(one, party, directory)))
    .map(({ party, claims }) => ({
      kind: 'no-denial-found',
      severity: 'low',
      spans: distinctSpans(claims.map(({ span }) => span)).slice(0, MOST_SPANS),
      against: [],
      claims: claims.map(({ claim }) => claim.id),
      text: `No denial by ${party.label} was found in ${articlesOn(party, facts)}; that does not say that none was made.`,
    }));
}

/** The articles that tell of a party, in words. */
function articlesOn(party: Party, facts: readonly ClaimFacts[]): string {
  const about = facts.filter((one) => partiesOf(one).some((named) => named.id === party.id));
  const count = new Set(about.map(({ claim }) => claim.article)).size;
  return count === 1 ? 'this article' : `these ${count} articles`;
}

/** True for what somebody is alleged to have done; a loss in war, or a matter of no kind, accuses nobody. */
function isAccusation({ claim, kind, isDenial }: ClaimFacts): boolean {
  const { type } = claim.event;
  const accuses =
    kind.principal.length > 0 && !kind.isOfficialAct && type !== 'MILITARY_LOSS' && type !== 'FAMILY';
  return accuses && claim.modality === 'alleged' && !isDenial && claim.repeats === undefined;
}

/** True if a state that is accused too answers for the party: its army, its ministry, its head. */
function standsFor(state: Party, party: Party, directory: PartyDirectory): boolean {
  if (state.id === party.id || state.type !== 'place') return false;
  const isOfState = party.countries.some((country) => state.countries.includes(country));
  return isOfState || directory.relation(party, state) === 'part';
}

function accusedIn({ parties, claim }: ClaimFacts): Party[] {
  const speaker = claim.source?.mention;
  const found = ACCUSED_ROLES.flatMap((role) => parties.get(role) ?? []);
  return [...new Set(found)].filter((party) => party.id !== speaker && party.type !== 'outlet');
}

/** True if the party, or somebody of its own, denies or disputes something. */
function denies(one: ClaimFacts, party: Party, directory: PartyDirectory): boolean {
  const isDenial = one.claim.modality === 'denied' || one.claim.about?.how === 'disputes';
  if (!isDenial) return false;
  const speaker = directory.ofMention(one.claim.source?.mention);
  if (speaker) return directory.relation(speaker, party) !== undefined;
  return partiesOf(one).some((named) => named.id === party.id);
}
