// Holds a reported designation against the lists: the entry of the authority itself shows that it happened, and when.
import type { Claim, Mention } from '../../model/reading.ts';
import type { ClaimFacts } from './claim-facts.ts';
import type { Party } from './party-directory.ts';
import { dayNumber } from './same-event.ts';

/** Days that may lie between an act, its entry on the list and its report. */
const TOLERANCE_DAYS = 7;

/** Bodies of several states by the first part of their datasets' names; that of a state is its country's code. */
const BODIES: Readonly<Record<string, RegExp>> = {
  un: /\b(?:UN|United Nations|Security Council)\b/u,
  eu: /\b(?:EU|European Union|European Council)\b/u,
};

/**
 * The entry of a list that shows the act of a claim, in words; undefined if no list in use has one.
 * @param mentionOf the mention of an id
 */
export function listEntryOf(
  { claim, parties, reading, isDenial }: ClaimFacts,
  mentionOf: (id: string) => Mention | undefined,
): string | undefined {
  if (claim.event.type !== 'SANCTION_DESIGNATION' || claim.modality !== 'official-act' || isDenial)
    return undefined;
  const authorities = parties.get('authority') ?? [];
  for (const { party } of targetsOf(claim, mentionOf)) {
    if (!party) continue;
    const listings = party.listings ?? party.datasets.map((dataset) => ({ dataset, authority: dataset }));
    for (const listing of listings) {
      if (!authorities.some((authority) => isListOf(listing.dataset, authority))) continue;
      const listedOn = 'listedOn' in listing ? listing.listedOn : undefined;
      if (!couldBe(listedOn, claim, reading.article.published)) continue;
      const since = listedOn === undefined ? ', day of listing not known' : `, listed on ${listedOn}`;
      return `${party.caption} (${party.id}) by ${listing.authority}${since}`;
    }
  }
  return undefined;
}

function targetsOf(claim: Claim, mentionOf: (id: string) => Mention | undefined): Mention[] {
  return (claim.event.roles.target ?? []).flatMap(({ mention }) =>
    mention === undefined ? [] : (mentionOf(mention) ?? []),
  );
}

/** True if the list is kept by the authority, or by its state. */
function isListOf(dataset: string, { countries, label }: Party): boolean {
  const prefix = dataset.split('_')[0] as string;
  return countries.includes(prefix) || BODIES[prefix]?.test(label) === true;
}

/** True if an entry of that day can be the one reported: not of another time than the text tells, and not later. */
function couldBe(listedOn: string | undefined, claim: Claim, published: string | undefined): boolean {
  const listed = dayNumber(listedOn);
  if (listed === undefined) return true;
  for (const { from, to, certainty } of claim.event.dates) {
    if (certainty === 'vague') continue;
    const [first, last] = [dayNumber(from), dayNumber(to)];
    if (first !== undefined && listed < first - TOLERANCE_DAYS) return false;
    if (last !== undefined && listed > last + TOLERANCE_DAYS) return false;
  }
  const report = published === undefined ? undefined : dayNumber(published);
  return report === undefined || listed <= report + TOLERANCE_DAYS;
}
