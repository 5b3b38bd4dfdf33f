// Puts claims that say one thing together: the same event told alike, the same quotation, a copy. Denials stand apart
// from what they deny; links say how clusters touch.
import type { ClaimLink } from '../../model/reading.ts';
import { type ClaimFacts, partiesOf } from './claim-facts.ts';
import { FOLLOWS } from './event-kinds.ts';
import type { PartyDirectory } from './party-directory.ts';
import { eventRelation } from './same-event.ts';
import { PART_OF_QUOTATION } from './same-quotes.ts';

export interface ClaimGroup {
  /** The first claim's id names the group. */
  readonly id: string;
  readonly members: readonly ClaimFacts[];
}

/** Members of a group that a new one is held against. A matter that is told more often is known well enough by these. */
const MOST_COMPARED = 40;

/** Links between claims of one event, and between events that touch. One link ties a claim to what it joins. */
export function eventLinks(facts: readonly ClaimFacts[], directory: PartyDirectory): ClaimLink[] {
  const links: ClaimLink[] = [];
  const byId = new Map(facts.map((one) => [one.claim.id, one]));
  const earlier = new Map<string, ClaimFacts[][]>();
  for (const one of facts) {
    // What an article says twice in its contents list or caption is one claim; it joins the one that it repeats.
    if (one.claim.repeats !== undefined) {
      const first = byId.get(one.claim.repeats);
      if (first) links.push(linkOf(one, first, 'same-event', 'repeats'));
      continue;
    }
    const keys = blockKeys(one);
    const groups = new Set(keys.flatMap((key) => earlier.get(key) ?? []));
    const home = [...groups].find((group) => joins(one, group, directory, links));
    if (home) home.push(one);
    const own = home ?? [one];
    for (const key of keys) {
      const known = earlier.get(key) ?? [];
      if (!known.includes(own)) earlier.set(key, [...known, own]);
    }
  }
  return links;
}

/** Only claims that share the kind of event and a party, or the article, can be one event. */
function blockKeys({ claim, ...facts }: ClaimFacts): string[] {
  if (facts.kind.principal.length === 0) return [];
  const { type } = claim.event;
  const parties = partiesOf({ claim, ...facts }).map((party) => `${type} ${party.id}`);
  return facts.kind.isOfficialAct ? [...parties, `${type} in ${claim.article}`] : parties;
}

/** Adds the links of a claim to a group; true if it belongs there. */
function joins(
  one: ClaimFacts,
  group: readonly ClaimFacts[],
  directory: PartyDirectory,
  links: ClaimLink[],
): boolean {
  let same: ClaimLink | undefined;
  let related: ClaimLink | undefined;
  let isKeptOut = false;
  for (const other of group.slice(0, MOST_COMPARED)) {
    const relation = eventRelation(one, other, directory);
    if (!relation) continue;
    const { rule } = relation;
    if (relation.kind === 'related') {
      isKeptOut ||= rule !== 'one-party-shared' && rule !== 'may-be-another-time';
      const kind = isLaterStage(other, one) ? 'updates' : 'related';
      if (relation.isNear) related ??= linkOf(one, other, kind, rule);
    } else if (one.isDenial === other.isDenial) same ??= linkOf(one, other, 'same-event', rule);
    else {
      isKeptOut = true;
      const kind =
        one.claim.modality === 'denied' || other.claim.modality === 'denied' ? 'disputes' : 'contradicts';
      const [denial, claim] = one.isDenial ? [one, other] : [other, one];
      related ??= linkOf(denial, claim, kind, 'denial-of-one-event');
    }
  }
  if (same && !isKeptOut) {
    links.push(same);
    return true;
  }
  if (related) links.push(related);
  return false;
}

/** True if the second tells of the same dealings as the first, later and further on. */
function isLaterStage(first: ClaimFacts, second: ClaimFacts): boolean {
  return (
    first.stage === 'ahead' &&
    second.stage !== undefined &&
    second.stage !== 'ahead' &&
    isLater(first, second)
  );
}

/** Links from an act to the last act of the same matter before it: from a conviction to its charge. */
export function courseLinks(facts: readonly ClaimFacts[]): ClaimLink[] {
  const acts = facts.filter(
    ({ kind, isDenial, claim }) => kind.isOfficialAct && !isDenial && claim.repeats === undefined,
  );
  const ofTarget = new Map<string, ClaimFacts[]>();
  for (const act of acts)
    for (const { id } of act.parties.get('target') ?? [])
      ofTarget.set(id, [...(ofTarget.get(id) ?? []), act]);
  const links = new Map<string, ClaimLink>();
  for (const course of ofTarget.values()) {
    for (const act of course) {
      const before = course
        .filter((one) => FOLLOWS[one.claim.event.type]?.includes(act.claim.event.type) && isLater(one, act))
        .reduce<ClaimFacts | undefined>((last, one) => (last && !isLater(last, one) ? last : one), undefined);
      // One article tells an act more than once; one link for each is enough.
      const key = `${act.claim.article} ${act.claim.event.type} ${before?.claim.id}`;
      if (before && !links.has(key)) links.set(key, linkOf(act, before, 'updates', 'act-that-follows'));
    }
  }
  return [...links.values()];
}

function isLater(first: ClaimFacts, second: ClaimFacts): boolean {
  const [before, after] = [first.reading.article.published, second.reading.article.published];
  return before !== undefined && after !== undefined && before.slice(0, 10) < after.slice(0, 10);
}

/** Links of claims about claims, as the article itself ties them. */
export function statedLinks(facts: readonly ClaimFacts[]): ClaimLink[] {
  const byId = new Map(facts.map((one) => [one.claim.id, one]));
  return facts.flatMap((one) => {
    const { about } = one.claim;
    const other = about && byId.get(about.claim);
    // Who limits an earlier statement of his own disputes nothing.
    if (!other || (about.how === 'disputes' && isOneSpeaker(one, other))) return [];
    return [linkOf(one, other, about.how === 'evidence-gap' ? 'related' : about.how, `stated-${about.how}`)];
  });
}

function isOneSpeaker({ claim }: ClaimFacts, other: ClaimFacts): boolean {
  return claim.source?.mention !== undefined && claim.source.mention === other.claim.source?.mention;
}

function linkOf(one: ClaimFacts, other: ClaimFacts, kind: ClaimLink['kind'], rule: string): ClaimLink {
  return { left: one.claim.id, right: other.claim.id, kind, rule, evidence: [one.span, other.span] };
}

const JOINING: ReadonlySet<ClaimLink['kind']> = new Set(['same-quote', 'same-event', 'copy-of']);

/** Every claim in exactly one group; links that join make the groups. In the order of the claims. */
export function groupClaims(facts: readonly ClaimFacts[], links: readonly ClaimLink[]): ClaimGroup[] {
  const factsOf = new Map(facts.map((one) => [one.claim.id, one]));
  const groupOf = new Map(facts.map((one) => [one.claim.id, [one]]));
  for (const { left, right, kind, rule } of links) {
    if (!JOINING.has(kind) || rule === PART_OF_QUOTATION) continue;
    const [into, from] = [groupOf.get(left), groupOf.get(right)];
    if (!into || !from || into === from) continue;
    // A quotation and its denial may share words; they never become one claim.
    if (factsOf.get(left)?.isDenial !== factsOf.get(right)?.isDenial) continue;
    const [large, small] = into.length >= from.length ? [into, from] : [from, into];
    for (const one of small) {
      large.push(one);
      groupOf.set(one.claim.id, large);
    }
  }
  const place = new Map(facts.map((one, at) => [one, at]));
  return [...new Set(groupOf.values())].map((members) => {
    const inOrder = members.toSorted((one, other) => (place.get(one) ?? 0) - (place.get(other) ?? 0));
    return { id: `cluster-${inOrder[0]?.claim.id}`, members: inOrder };
  });
}
