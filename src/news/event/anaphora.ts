// Deals told of in bare words: "negotiate a deal", "send a delegation", "is offering food". They are events only where
// the article has told of a deal in arms before and the sentence shares a party with it.
import type { EventRole } from '../../model/reading.ts';
import type { Clause } from './clauses.ts';
import type { Draft } from './draft.ts';
import type { FoundRole } from './found-event.ts';
import { ANAPHORA, type AnaphoraRule } from './frames.ts';
import { isOfKind } from './goods.ts';
import type { PartyLookup } from './party-lookup.ts';
import { resolvePronoun } from './pronouns.ts';
import type { SentenceView, Slot } from './sentence-view.ts';
import type { Story } from './story.ts';

const PARTNER_SLOTS = ['with', 'between', 'to', 'from', 'indirect'];

/** The event that a clause goes back to, if it does. */
export function anaphoraIn(
  view: SentenceView,
  parties: PartyLookup,
  story: Story,
  clause: Clause,
): Draft | undefined {
  for (const rule of ANAPHORA) {
    if (!rule.verbs.has(clause.verb.lemma)) continue;
    const draft = applyRule(rule, view, parties, story, clause);
    if (draft) return draft;
  }
  return undefined;
}

function applyRule(
  rule: AnaphoraRule,
  view: SentenceView,
  parties: PartyLookup,
  story: Story,
  clause: Clause,
): Draft | undefined {
  const object = view.slotOf(clause, 'object');
  if (!object || (rule.words && !rule.words.isIn(view.textOf(object.range)))) return undefined;
  if (rule.marker && !rule.marker.isIn(view.text)) return undefined;
  if (rule.objectParty && !parties.isOfKind(object.group, 'party')) return undefined;
  const goods = rule.counter ? view.goodsIn(object.range) : [];
  if (rule.counter && (goods.length === 0 || goods.some((one) => isOfKind(one, 'arms')))) return undefined;

  const subject = rolesIn(parties, view.slotOf(clause, 'subject')).map((role) =>
    resolvePronoun(view, parties, clause, role, []),
  );
  const partners = PARTNER_SLOTS.flatMap((name) => rolesIn(parties, view.slotOf(clause, name)));
  const objects = rule.objectParty ? parties.rolesOf(object.group) : [];
  const named = [...subject, ...partners, ...objects].filter(({ party }) => party !== undefined);
  const told = story.lastWith(named);
  // Who is named must have a part in it; who is not may only be left out of a sentence about the deal itself.
  if (!told || (named.length === 0 && (!rule.words || subject.length > 0))) return undefined;

  const draft: Draft = {
    type: told.type,
    rule: `event.back-reference.${clause.verb.lemma}`,
    isAct: false,
    roles: new Map(),
    ends: [],
    goods: [],
    counterGoods: goods.map(({ start, end }) => ({ start, end })),
    ...(rule.phase && { phase: rule.phase }),
    anchor: view.tokenRange(clause.verb.main, clause.verb.main + 1),
    clause,
    consumed: [object.range],
    isAnaphoric: true,
  };
  const isBroker =
    clause.subject !== undefined &&
    parties.isOfKind(clause.subject, 'not-country') &&
    !subject.some((one) => story.isIn(told, ['supplier', 'recipient'], one));
  if (rule.counter) return counterOf(draft, told, story, clause, subject, partners);
  if (rule.objectParty) {
    const isSame =
      subject.some((one) => story.isIn(told, ['supplier'], one)) &&
      objects.some((one) => story.isIn(told, ['recipient'], one));
    draft.type = 'ARMS_TRANSFER';
    draft.roles.set('supplier', subject);
    draft.roles.set('recipient', objects);
    return isSame ? draft : undefined;
  }
  draft.type = isBroker ? 'ARMS_BROKERING' : 'ARMS_TRANSFER';
  if (isBroker) draft.roles.set('broker', subject);
  adopt(draft, told, story, [...subject, ...partners]);
  return draft;
}

/** "North Korea would, in turn, receive cash": who receives what is paid supplies the arms. */
function counterOf(
  draft: Draft,
  told: Draft,
  story: Story,
  { verb }: Clause,
  subject: readonly FoundRole[],
  partners: readonly FoundRole[],
): Draft | undefined {
  const isTaking = ['receive', 'get', 'obtain'].includes(verb.lemma);
  const [supplier, recipient] = isTaking ? [subject, partners] : [partners, subject];
  const mayBe = (roles: readonly FoundRole[], as: EventRole): boolean =>
    roles.every((role) => (told.roles.get(as) ?? []).length === 0 || story.isIn(told, [as], role));
  if (subject.length === 0 || !mayBe(supplier, 'supplier') || !mayBe(recipient, 'recipient'))
    return undefined;
  if (supplier.length > 0) draft.roles.set('supplier', [...supplier]);
  if (recipient.length > 0) draft.roles.set('recipient', [...recipient]);
  for (const role of ['supplier', 'recipient', 'broker'] as const) {
    const known = told.roles.get(role);
    if (known && !draft.roles.has(role)) draft.roles.set(role, known);
  }
  return draft;
}

/** Gives the parties that a sentence names the roles that they had in the event told of. */
export function adopt(draft: Draft, told: Draft, story: Story, named: readonly FoundRole[]): void {
  for (const role of ['supplier', 'recipient'] as const) {
    if (draft.roles.has(role)) continue;
    const here = named.filter((one) => story.isIn(told, [role], one));
    if (here.length > 0) draft.roles.set(role, here);
  }
}

function rolesIn(parties: PartyLookup, slot: Slot | undefined): FoundRole[] {
  return slot ? parties.rolesOf(slot.group) : [];
}
