// An official act that only a heading or a passing word tells of, beside another act that is reported as such: "US
// arrests man" over a body in which the man is put under sanctions. Works inside one article and between two.

import type { EventType, ZoneKind } from '../../model/reading.ts';
import { distinctSpans, type FindingDraft } from '../across/article-reading.ts';
import type { ClaimFacts } from '../across/claim-facts.ts';
import { FOLLOWS } from '../across/event-kinds.ts';
import type { Party, PartyDirectory } from '../across/party-directory.ts';
import { listed } from './context.ts';

/** Zones in which a sentence may report an act; a headline alone never makes one. */
const REPORTING_ZONES: ReadonlySet<ZoneKind> = new Set(['body', 'deck', 'caption']);

/** True if the claim reports an official act with authority and act in a sentence. */
export function isSupportedAct({ claim, kind }: ClaimFacts): boolean {
  return kind.isOfficialAct === true && claim.modality === 'official-act' && REPORTING_ZONES.has(claim.zone);
}

/**
 * The acts that no sentence of their own article supports.
 * @param facts of one article
 */
export function unsupportedActs(facts: readonly ClaimFacts[], directory: PartyDirectory): ClaimFacts[] {
  const supported = facts.filter(isSupportedAct);
  return facts.filter(
    (one) =>
      one.kind.isOfficialAct === true &&
      !one.isDenial &&
      one.claim.modality !== 'alleged' &&
      one.claim.modality !== 'planned' &&
      !isSupportedAct(one) &&
      !supported.some(
        (act) => act.claim.event.type === one.claim.event.type && mayBeOneTarget(one, act, directory),
      ),
  );
}

/**
 * Acts that are not supported in `here` and contradicted by the act that `there` supports.
 * @param here facts of one article
 * @param there facts of the same or of another article
 */
export function actTypeConflicts(
  here: readonly ClaimFacts[],
  there: readonly ClaimFacts[],
  directory: PartyDirectory,
): FindingDraft[] {
  const supported = there.filter(isSupportedAct);
  const groups = new Map<string, { wrong: ClaimFacts[]; right: Set<ClaimFacts> }>();
  for (const one of unsupportedActs(here, directory)) {
    const { type } = one.claim.event;
    const right = supported.filter(
      (act) => areRivals(type, act.claim.event.type) && mayBeOneTarget(one, act, directory),
    );
    if (right.length === 0) continue;
    const group = groups.get(type) ?? { wrong: [], right: new Set() };
    group.wrong.push(one);
    for (const act of right) group.right.add(act);
    groups.set(type, group);
  }
  return [...groups.values()].map(({ wrong, right }) => finding(wrong, [...right]));
}

function finding(wrong: readonly ClaimFacts[], right: readonly ClaimFacts[]): FindingDraft {
  const [first] = wrong as readonly [ClaimFacts];
  const target = [...wrong, ...right].map(targetOf).find((party) => party !== undefined);
  const where = wrong.every(({ claim }) => claim.zone === 'headline')
    ? 'A headline'
    : 'A passing word or heading';
  const about = target ? ` of ${target.label}` : '';
  const reported = listed(right.map(({ kind }) => kind.label));
  const isOneArticle = right.every(({ claim }) => claim.article === first.claim.article);
  const what = isOneArticle
    ? 'what is reported with its authority is'
    : 'another report tells, with its authority, of';
  return {
    kind: 'act-type',
    severity: 'high',
    spans: distinctSpans(wrong.map(({ span }) => span)),
    against: distinctSpans(right.map(({ span }) => span)),
    claims: [...wrong, ...right].map(({ claim }) => claim.id),
    text: `${where} tells of ${first.kind.label}${about}; ${what} ${reported}. No sentence reports ${first.kind.label}.`,
  };
}

/** Acts that one party does not undergo as steps of one matter, so that one is told in place of the other. */
function areRivals(one: EventType, other: EventType): boolean {
  return one !== other && !FOLLOWS[one]?.includes(other) && !FOLLOWS[other]?.includes(one);
}

function targetOf({ parties }: ClaimFacts): Party | undefined {
  return parties.get('target')?.find((party) => party.type !== 'place');
}

/** True if two acts may strike one party: the same target, or an unnamed one struck by the same authority. */
function mayBeOneTarget(one: ClaimFacts, other: ClaimFacts, directory: PartyDirectory): boolean {
  const [left, right] = [targetOf(one), targetOf(other)];
  if (left && right) return left.id === right.id;
  if (one.claim.article !== other.claim.article && !left)
    return sharesAuthority(one, other, directory) && isHeadline(one);
  return sharesAuthority(one, other, directory);
}

function isHeadline({ claim }: ClaimFacts): boolean {
  return claim.zone === 'headline' || claim.zone === 'deck';
}

function sharesAuthority(one: ClaimFacts, other: ClaimFacts, directory: PartyDirectory): boolean {
  const left = one.parties.get('authority') ?? [];
  const right = other.parties.get('authority') ?? [];
  return left.some((party) => right.some((there) => directory.relation(party, there) !== undefined));
}
