// Whether two claims tell of one event. Parties decide, then what would make it another event: other goods in return,
// another time, a plan against a deed. An office and its ministry agree; two strangers in one role do not.
import type { EventRole } from '../../model/reading.ts';
import type { ClaimFacts } from './claim-facts.ts';
import type { PartyDirectory } from './party-directory.ts';

/** `same`; `related`: the same parties in another event; undefined: nothing to do with one another. */
export interface EventRelation {
  readonly kind: 'same' | 'related';
  /** The stable name of what decided. */
  readonly rule: string;
  /** Whoever did it, or whom it struck, is the same; a shared recipient alone ties nothing together. */
  readonly isNear?: boolean;
}

/** Reports of one matter appear within so many days of one another where the text dates nothing. */
const WINDOW_DAYS = 60;
/** Days by which the times that two reports give may differ: time zones, and the day after. */
const TOLERANCE_DAYS = 7;
/** Words for weapons in general; they agree with any weapon. */
const ANY_WEAPON = new Set([
  'weapon',
  'arm',
  'munition',
  'ammunition',
  'weaponry',
  'aid',
  'assistanc',
  'equipment',
  'military',
  'type',
  'kind',
]);

/** How two claims' events are related; both in any order. */
export function eventRelation(
  one: ClaimFacts,
  other: ClaimFacts,
  directory: PartyDirectory,
): EventRelation | undefined {
  if (one.claim.event.type !== other.claim.event.type || one.kind.principal.length === 0) return undefined;
  const roles = compareRoles(one, other, directory);
  const isOneArticle = one.claim.article === other.claim.article;
  const principal = one.kind.principal.filter((role) => roles.agree.has(role)).length;
  const needed = one.kind.agreements ?? 1;
  // Within one article "a Slovak national" that the authority sanctioned is the man named elsewhere in it.
  const isUnnamed = isOneArticle && one.kind.isOfficialAct && roles.agree.has('authority') && principal === 0;
  if (isUnnamed && !roles.conflict.has('target') && isMissing(one, other, 'target'))
    return { kind: 'same', rule: 'act-of-one-authority' };
  if (principal === 0) return undefined;
  const [first] = one.kind.principal as readonly [EventRole];
  const related = (rule: string): EventRelation => ({
    kind: 'related',
    rule,
    isNear: roles.agree.has(first),
  });
  if (roles.conflict.size > 0) return related(`other-${[...roles.conflict][0]}`);
  if (principal < needed) return related('one-party-shared');
  if (areOtherStatus(one, other)) return related('other-status');
  if (areApart(one, other)) return related('other-time');
  if (one.stage !== undefined && other.stage !== undefined && one.stage !== other.stage)
    return related('other-stage');
  if (areDisjoint(one.counterGoods, other.counterGoods)) return related('other-return');
  if (areOtherGoods(one, other)) return related('other-goods');
  const isRecurring =
    one.kind.isRecurring && (one.stage === 'done' || one.claim.event.type === 'MILITARY_LOSS');
  if (isRecurring && !isTied(one, other)) return related('may-be-another-time');
  return { kind: 'same', rule: 'parties-agree' };
}

/** That somebody wants an act, or foretells it, is no report of it. */
function areOtherStatus(one: ClaimFacts, other: ClaimFacts): boolean {
  const isReport = ({ claim }: ClaimFacts): boolean => claim.modality === 'official-act';
  const isTalk = ({ claim }: ClaimFacts): boolean =>
    claim.modality === 'alleged' || claim.modality === 'planned';
  return (
    one.kind.isOfficialAct === true && ((isReport(one) && isTalk(other)) || (isTalk(one) && isReport(other)))
  );
}

interface RoleComparison {
  readonly agree: ReadonlySet<EventRole>;
  readonly conflict: ReadonlySet<EventRole>;
}

function compareRoles(one: ClaimFacts, other: ClaimFacts, directory: PartyDirectory): RoleComparison {
  const agree = new Set<EventRole>();
  const conflict = new Set<EventRole>();
  for (const [role, left] of one.parties) {
    const right = other.parties.get(role);
    if (!right) continue;
    const relations = left.flatMap((party) => right.map((there) => directory.relation(party, there)));
    if (relations.includes('same')) agree.add(role);
    // A part of a state's forces is another recipient than the state; an office of a ministry is the same authority.
    else if (relations.includes('part') && (role === 'authority' || one.stage !== 'done')) agree.add(role);
    else conflict.add(role);
  }
  return { agree, conflict };
}

function isMissing(one: ClaimFacts, other: ClaimFacts, role: EventRole): boolean {
  return !one.parties.has(role) || !other.parties.has(role);
}

/** True if the times that the two tell cannot be one. */
export function areApart(one: ClaimFacts, other: ClaimFacts): boolean {
  const isDated = (facts: ClaimFacts): boolean => facts.from !== undefined || facts.to !== undefined;
  if (isDated(one) && isDated(other)) return !doMeet(one, other, TOLERANCE_DAYS);
  if (one.kind.isOfficialAct) return false;
  const [here, there] = [one, other].map((facts) => dayNumber(facts.reading.article.published));
  return here !== undefined && there !== undefined && Math.abs(here - there) > WINDOW_DAYS;
}

function doMeet(one: ClaimFacts, other: ClaimFacts, tolerance: number): boolean {
  const start = (facts: ClaimFacts): number => dayNumber(facts.from) ?? Number.NEGATIVE_INFINITY;
  const end = (facts: ClaimFacts): number => dayNumber(facts.to) ?? Number.POSITIVE_INFINITY;
  return start(one) - tolerance <= end(other) && start(other) - tolerance <= end(one);
}

/** Days since 1970 of a date as exact as it comes; undefined if it is no date. */
export function dayNumber(date: string | undefined): number | undefined {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/u.exec(date ?? '');
  if (!match) return undefined;
  return Date.UTC(Number(match[1]), Number(match[2] ?? 1) - 1, Number(match[3] ?? 1)) / 86_400_000;
}

/** True if both name something and share nothing. */
export function areDisjoint(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size > 0 && other.size > 0 && one.isDisjointFrom(other);
}

function areOtherGoods(one: ClaimFacts, other: ClaimFacts): boolean {
  const isAny = (goods: ReadonlySet<string>): boolean => [...goods].some((stem) => ANY_WEAPON.has(stem));
  return !isAny(one.goods) && !isAny(other.goods) && areDisjoint(one.goods, other.goods);
}

/** True if an amount or a time ties two reports of what happens often to one occasion. */
function isTied(one: ClaimFacts, other: ClaimFacts): boolean {
  const amounts = (facts: ClaimFacts): string[] =>
    facts.claim.event.quantities.map((it) => `${it.op}${it.value}${it.to ?? ''}`);
  if (amounts(one).some((amount) => amounts(other).includes(amount))) return true;
  return one.from !== undefined && other.from !== undefined && doMeet(one, other, 0);
}
