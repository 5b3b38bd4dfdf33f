// Tries one frame on one verb or noun of a sentence. All or nothing: a frame whose needs are not met gives no event.
import type { Range } from '../document.ts';
import type { Clause } from './clauses.ts';
import type { Draft } from './draft.ts';
import type { FoundRole } from './found-event.ts';
import { DEAL_WORDS, type Frame, type PartyKind, type SlotSpec, type WordRule } from './frames.ts';
import { type FoundGoods, isOfKind } from './goods.ts';
import type { PartyLookup } from './party-lookup.ts';
import { resolvePronoun } from './pronouns.ts';
import type { SentenceView, Slot } from './sentence-view.ts';

/** What goes the other way is behind one of these. */
export const EXCHANGE_PREPOSITIONS = ['in exchange for', 'in exchange of', 'in return for'];
const GOODS_PRONOUNS = /^(?:them|it|these|those)$/iu;

const DEEDS_OF_ANYBODY: ReadonlySet<string> = new Set(['ARREST_DETENTION', 'ASSET_FREEZE']);

/** How a frame reaches the slots of its anchor. */
interface Anchor {
  readonly range: Range;
  readonly slot: (name: string) => Slot | undefined;
  readonly clause?: Clause;
}

export class FrameMatcher {
  readonly #view: SentenceView;
  readonly #parties: PartyLookup;
  /** The goods that "them" may stand for. */
  readonly #lastGoods: readonly FoundGoods[];

  constructor(view: SentenceView, parties: PartyLookup, lastGoods: readonly FoundGoods[]) {
    this.#view = view;
    this.#parties = parties;
    this.#lastGoods = lastGoods;
  }

  matchVerb(frame: Frame, clause: Clause): Draft | undefined {
    const { under } = frame;
    if (under) {
      const parent = this.#view.parentOf(clause);
      const subject = parent?.subject && this.#view.textOf(this.#view.rangeOf(parent.subject));
      if (!parent || !under.verbs.has(parent.verb.lemma) || !subject || !under.subject.isIn(subject))
        return undefined;
    }
    return this.#match(frame, {
      range: this.#view.tokenRange(clause.verb.main, clause.verb.main + 1),
      slot: (name) => this.#view.slotOf(clause, name),
      clause,
    });
  }

  matchNoun(frame: Frame, chunk: number, firstToken: number, endToken: number): Draft | undefined {
    return this.#match(frame, {
      range: this.#view.tokenRange(firstToken, endToken),
      slot: (name) => this.#view.nounSlotOf(chunk, firstToken, name),
    });
  }

  #match(frame: Frame, anchor: Anchor): Draft | undefined {
    const consumed: Range[] = [];
    for (const rule of frame.words) {
      const slot = this.#slotWith(rule, anchor);
      if (!slot) return undefined;
      consumed.push(slot.range);
    }
    if (frame.without.some((rule) => this.#slotWith(rule, anchor))) return undefined;
    if (frame.ifThere.some((rule) => this.#isThere(rule, anchor) && !this.#slotWith(rule, anchor)))
      return undefined;
    if (frame.marker && !frame.marker.isIn(this.#view.text)) return undefined;
    if (frame.oneOf.length > 0 && !frame.oneOf.some((spec) => this.#hasOne(spec, anchor))) return undefined;
    const draft: Draft = {
      type: frame.type,
      rule: frame.rule,
      isAct: frame.isAct,
      roles: new Map(),
      ends: [],
      goods: [],
      counterGoods: [],
      ...(frame.phase && { phase: frame.phase }),
      anchor: anchor.range,
      ...(anchor.clause && { clause: anchor.clause }),
      consumed,
      isAnaphoric: false,
    };
    if (!this.#fillGoods(draft, frame, anchor)) return undefined;
    this.#fillRoles(draft, frame, anchor);
    if (frame.isAct && anchor.clause && !this.#allowsActor(draft, anchor)) return undefined;
    if (frame.needs.some((role) => !isFilled(draft, role))) return undefined;
    if (frame.needsOne.length > 0 && !frame.needsOne.some((role) => isFilled(draft, role))) return undefined;
    return draft;
  }

  /** True if a preposition follows the anchor, also with no noun behind it: "designated as unfit". */
  #isThere({ slots }: WordRule, anchor: Anchor): boolean {
    const behind = this.#view.textOf({ start: anchor.range.end, end: this.#view.sentence.end }).trimStart();
    return slots.some((name) => anchor.slot(name) || behind.startsWith(`${name} `));
  }

  /** True if a slot is filled, also by a clause: "charged with conspiring". */
  #hasOne(spec: SlotSpec, anchor: Anchor): boolean {
    if (this.#fill(spec, anchor)) return true;
    const behind = this.#view.textOf({ start: anchor.range.end, end: this.#view.sentence.end }).trimStart();
    return spec.kind === undefined && spec.slots.some((name) => behind.startsWith(`${name} `));
  }

  #slotWith(rule: WordRule, anchor: Anchor): Slot | undefined {
    return rule.slots
      .map((name) => anchor.slot(name))
      .find((slot) => slot && rule.words.isIn(this.#view.textOf(slot.range)));
  }

  #fill({ slots, kind }: SlotSpec, anchor: Anchor): Slot | undefined {
    return slots
      .map((name) => anchor.slot(name))
      .find((slot) => slot && (kind === undefined || this.#isOfKind(slot, kind, anchor)));
  }

  /** Of a pronoun the party that it means decides: "SECO said it was investigating". */
  #isOfKind({ group, range }: Slot, kind: PartyKind, { clause }: Anchor): boolean {
    if (this.#parties.isOfKind(group, kind)) return true;
    if (!clause) return false;
    const { party } = resolvePronoun(this.#view, this.#parties, clause, range, []);
    return party !== undefined && this.#parties.isPartyOfKind(party, kind);
  }

  #fillRoles(draft: Draft, frame: Frame, anchor: Anchor): void {
    for (const { role, specs } of frame.roles) {
      const slot = specs.map((spec) => this.#fill(spec, anchor)).find((found) => found !== undefined);
      if (!slot) continue;
      const roles = this.#examplesOf(slot, anchor) ?? this.#parties.rolesOf(slot.group);
      draft.consumed.push(slot.range);
      if (role === 'authority') this.#nameBody(roles, anchor);
      if (role === 'party') draft.ends.push(...roles);
      else draft.roles.set(role, withoutKnown(draft, roles));
      if (draft.roles.get(role as never)?.length === 0) draft.roles.delete(role as never);
    }
    if (draft.ends.length === 1 && draft.roles.size === 0) draft.ends = [];
  }

  /**
   * Acts are those of authorities. What a body of unknown kind, a militia or a bank does is kept as its deed where the
   * kind of event allows for it; a shop that fines its supplier is nobody's business.
   */
  #allowsActor(draft: Draft, anchor: Anchor): boolean {
    const subject = anchor.slot('subject');
    const authority = draft.roles.get('authority');
    if (!subject || !authority || authority[0]!.start !== this.#parties.rolesOf(subject.group)[0]!.start)
      return true;
    if (this.#isOfKind(subject, 'authority', anchor) || GOODS_PRONOUNS.test(this.#view.textOf(subject.range)))
      return true;
    if (/^(?:they|we|he|she)$/iu.test(this.#view.textOf(subject.range))) return true;
    const isUnknownBody =
      authority[0]!.party !== undefined && !this.#parties.isOfKind(subject.group, 'person');
    if (!isUnknownBody && !DEEDS_OF_ANYBODY.has(draft.type)) return false;
    draft.roles.delete('authority');
    draft.roles.set('actor', authority);
    draft.isAct = false;
    return true;
  }

  /** "the Department of the Treasury's Office of X announced": the office acts, not the department. */
  #nameBody(roles: FoundRole[], anchor: Anchor): void {
    const [role] = roles;
    if (role?.party === undefined || role.start > anchor.range.start) return;
    const body = this.#parties.mentionsIn({ start: role.start, end: anchor.range.start }).at(-1);
    if (body && this.#parties.partyAt(body.party)?.parent === role.party) {
      roles[0] = { start: role.start, end: body.end, party: body.party };
    }
  }

  /** "suppliers of last resort like A and B": the parties behind a word that names none itself. */
  #examplesOf(slot: Slot, anchor: Anchor): FoundRole[] | undefined {
    if (this.#parties.rolesOf(slot.group).some(({ party }) => party !== undefined)) return undefined;
    for (const name of ['like', 'such as', 'including']) {
      const examples = anchor.slot(name);
      if (!examples || examples.range.start < slot.range.start) continue;
      const roles = this.#parties.rolesOf(examples.group).filter(({ party }) => party !== undefined);
      if (roles.length > 0) return roles;
    }
    return undefined;
  }

  /** False if the frame wants goods that are not there. */
  #fillGoods(draft: Draft, { goods, goodsKind, deal }: Frame, anchor: Anchor): boolean {
    if (deal) return this.#fillDeal(draft, deal, anchor);
    if (goods.length === 0) return true;
    for (const name of goods) {
      const slot = anchor.slot(name);
      if (!slot) continue;
      const found = this.#goodsOf(slot);
      const wanted = found.filter((one) => goodsKind === undefined || isOfKind(one, goodsKind));
      // What a ship carries is known by its class; what is seized or laundered is whatever the slot holds.
      if (wanted.length > 0) {
        draft.goods = wanted.map(({ start, end }) => ({ start, end }));
        draft.goodsAreMeant = GOODS_PRONOUNS.test(this.#view.textOf(slot.range));
        draft.consumed.push(slot.range);
        this.#fillCounterGoods(draft, anchor);
        return true;
      }
      if (goodsKind === undefined || goodsKind === 'anything') {
        draft.goods = [this.#view.rangeOf(slot.group)];
        return true;
      }
    }
    return goodsKind === undefined;
  }

  #goodsOf(slot: Slot): readonly FoundGoods[] {
    const found = this.#view.goodsIn(slot.range);
    if (found.length > 0) return found;
    return GOODS_PRONOUNS.test(this.#view.textOf(slot.range)) ? this.#lastGoods : [];
  }

  #fillCounterGoods(draft: Draft, anchor: Anchor): void {
    for (const name of EXCHANGE_PREPOSITIONS) {
      const slot = anchor.slot(name);
      if (slot)
        draft.counterGoods.push(...this.#view.goodsIn(slot.range).map(({ start, end }) => ({ start, end })));
    }
  }

  #fillDeal(draft: Draft, names: readonly string[], anchor: Anchor): boolean {
    if (names.includes('self')) {
      draft.isAnaphoric = true;
      return true;
    }
    const slot = names
      .map((name) => anchor.slot(name))
      .find((found) => found && DEAL_WORDS.isIn(this.#view.textOf(found.range)));
    if (!slot) return false;
    draft.consumed.push(slot.range);
    for (const name of ['between', 'with']) {
      const ends = anchor.slot(name);
      if (ends) draft.ends.push(...this.#parties.rolesOf(ends.group));
    }
    const behind = [slot, anchor.slot('for'), anchor.slot('of')].flatMap((one) => (one ? [one.range] : []));
    const arms = behind.flatMap((range) => this.#view.goodsIn(range)).filter((one) => isOfKind(one, 'arms'));
    draft.goods = arms.map(({ start, end }) => ({ start, end }));
    draft.isAnaphoric = arms.length === 0;
    return true;
  }
}

function isFilled(draft: Draft, role: string): boolean {
  return role === 'party' ? draft.ends.length > 1 : (draft.roles.get(role as never)?.length ?? 0) > 0;
}

/** A party has one role in an event: the first that it was given. */
function withoutKnown(draft: Draft, roles: readonly FoundRole[]): FoundRole[] {
  const known = [...draft.roles.values()].flat();
  return roles.filter(
    (role) =>
      !known.some(
        ({ start, end, party }) =>
          (start === role.start && end === role.end) || (party !== undefined && party === role.party),
      ),
  );
}
