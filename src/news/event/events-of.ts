// The events of the closed list in an article, sentence after sentence: frames on verbs and nouns, barters, offences,
// and words that go back to a deal told of before. Says nothing of who tells it and whether it is so.
import type { Document, FoundParty, Range } from '../document.ts';
import { adopt, anaphoraIn } from './anaphora.ts';
import { barterIn } from './barter.ts';
import type { Clause } from './clauses.ts';
import { type Draft, isArmsEvent } from './draft.ts';
import { eventOf } from './finish-event.ts';
import type { FoundEvent } from './found-event.ts';
import { FRAMES_BY_NOUN, FRAMES_BY_VERB, LONGEST_ANCHOR } from './frames.ts';
import type { FoundGoods } from './goods.ts';
import { isOfKind } from './goods.ts';
import { EXCHANGE_PREPOSITIONS, FrameMatcher } from './match-frame.ts';
import { offencesIn } from './offences.ts';
import { PartyLookup } from './party-lookup.ts';
import { governorsOf, phaseOf } from './phases.ts';
import { resolvePronoun } from './pronouns.ts';
import { SentenceView } from './sentence-view.ts';
import { Story } from './story.ts';

/** Longer sentences are lists or no prose; frames on them find nonsense. The longest of 30,544 in news had 222 words. */
const LONGEST_SENTENCE = 400;

/**
 * The events of an article in the order of its text.
 * @param parties of the same document; roles name them by number
 */
export function eventsOf(document: Document, parties: readonly FoundParty[]): FoundEvent[] {
  const lookup = new PartyLookup(document, parties);
  const story = new Story(lookup);
  const events: FoundEvent[] = [];
  let lastGoods: FoundGoods[] = [];
  for (const [number, sentence] of document.sentences.entries()) {
    const length = sentence.endToken - sentence.firstToken;
    if (
      sentence.zone.kind === 'boilerplate' ||
      sentence.zone.kind === 'dateline' ||
      length > LONGEST_SENTENCE
    )
      continue;
    const view = new SentenceView(document, number, lookup);
    const drafts = new SentenceReader(view, lookup, story, lastGoods).read();
    for (const draft of drafts) story.add(draft);
    events.push(
      ...drafts
        .map((draft) => eventOf(view, draft))
        .sort((one, other) => one.anchor.start - other.anchor.start),
    );
    const goods = view.goodsIn(sentence).filter((one) => isOfKind(one, 'arms'));
    if (goods.length > 0) lastGoods = goods;
  }
  return events;
}

class SentenceReader {
  readonly #view: SentenceView;
  readonly #parties: PartyLookup;
  readonly #story: Story;
  readonly #lastGoods: readonly FoundGoods[];
  #drafts: Draft[] = [];

  constructor(view: SentenceView, parties: PartyLookup, story: Story, lastGoods: readonly FoundGoods[]) {
    this.#view = view;
    this.#parties = parties;
    this.#story = story;
    const own = view.goodsIn(view.sentence).filter((one) => isOfKind(one, 'arms'));
    this.#lastGoods = own.length > 0 ? own : lastGoods;
  }

  read(): Draft[] {
    for (const clause of this.#view.clauses) this.#readClause(clause);
    this.#readNouns();
    this.#tellDeals();
    for (const clause of this.#view.clauses) this.#readBackReference(clause);
    this.#joinHalves();
    return this.#drafts;
  }

  #readClause(clause: Clause): void {
    const matcher = new FrameMatcher(this.#view, this.#parties, this.#lastGoods);
    const frames = FRAMES_BY_VERB.get(clause.verb.lemma) ?? [];
    const framed = firstOf(frames, (frame) => matcher.matchVerb(frame, clause));
    // A frame sees only the arms; a broker's frame knows more than the barter does.
    const event =
      framed?.type === 'ARMS_BROKERING' ? framed : (barterIn(this.#view, this.#parties, clause) ?? framed);
    if (event) this.#drafts.push(this.#withNames(this.#withReturn(event, clause), clause));
    this.#drafts.push(...offencesIn(this.#view, this.#parties, clause));
  }

  /** "would receive food in return for providing arms": what the governing clause gives is what goes the other way. */
  #withReturn(draft: Draft, clause: Clause): Draft {
    const parent = this.#view.parentOf(clause);
    if (draft.type !== 'ARMS_TRANSFER' || !parent || !EXCHANGE_PREPOSITIONS.includes(clause.link ?? ''))
      return draft;
    const object = this.#view.slotOf(parent, 'object');
    if (object)
      draft.counterGoods.push(...this.#view.goodsIn(object.range).filter((one) => !isOfKind(one, 'arms')));
    return draft;
  }

  /** Gives pronouns without a party the one that the sentence has in mind. */
  #withNames(draft: Draft, clause: Clause): Draft {
    const taken = [...draft.roles.values()].flat().map(({ party }) => party);
    for (const [role, fillers] of draft.roles) {
      const named = fillers.map((filler) => resolvePronoun(this.#view, this.#parties, clause, filler, taken));
      draft.roles.set(role, named);
    }
    return draft;
  }

  #readNouns(): void {
    const matcher = new FrameMatcher(this.#view, this.#parties, this.#lastGoods);
    for (const [at, chunk] of this.#view.chunks.entries()) {
      if (chunk.kind !== 'noun') continue;
      for (let length = Math.min(LONGEST_ANCHOR, chunk.head + 1 - chunk.first); length > 0; length--) {
        const first = chunk.head + 1 - length;
        const range = this.#view.tokenRange(first, chunk.head + 1);
        const frames = FRAMES_BY_NOUN.get(this.#view.textOf(range).toLowerCase());
        if (!frames) continue;
        if (this.#drafts.some(({ consumed }) => consumed.some((one) => covers(one, range)))) break;
        const draft = firstOf(frames, (frame) => matcher.matchNoun(frame, at, first, chunk.head + 1));
        if (draft) this.#drafts.push(draft);
        if (draft) break;
      }
    }
  }

  /** Brokering needs a deal in arms: told by the sentence itself, or by the article before it. */
  #tellDeals(): void {
    const transfers = this.#drafts.filter(({ type }) => type === 'ARMS_TRANSFER');
    const kept: Draft[] = [];
    for (const draft of this.#drafts) {
      if (draft.type !== 'ARMS_BROKERING') {
        kept.push(draft);
        continue;
      }
      // "plotted a deal to see the shipment of weapons": the deal is the transfer behind it.
      const transfer = transfers.find(
        (one) => one.anchor.start > draft.anchor.start && this.#isJoinedTo(one, draft),
      );
      if (transfer) {
        for (const role of ['supplier', 'recipient'] as const) {
          const roles = transfer.roles.get(role);
          if (roles && !draft.roles.has(role)) draft.roles.set(role, roles);
        }
        draft.goods.push(...transfer.goods.filter((one) => !draft.goods.some((known) => covers(known, one))));
        draft.counterGoods.push(...transfer.counterGoods);
        draft.isAnaphoric = false;
        transfers.splice(transfers.indexOf(transfer), 1);
        this.#drafts = this.#drafts.filter((one) => one !== transfer);
      }
      if (draft.isAnaphoric && !this.#findTold(draft)) continue;
      this.#brokerFor(draft);
      kept.push(draft);
    }
    this.#drafts = kept.filter((draft) => this.#drafts.includes(draft));
    for (const draft of this.#drafts) {
      this.#direct(draft);
      this.#goOn(draft);
    }
  }

  /** "it denies that it supplied them": who got them was told with the goods. */
  #goOn(draft: Draft): void {
    if (draft.type !== 'ARMS_TRANSFER' || !draft.goodsAreMeant) return;
    const told = this.#story.lastWith(draft.roles.get('supplier') ?? draft.roles.get('recipient') ?? []);
    for (const role of ['supplier', 'recipient'] as const) {
      const known = told?.roles.get(role);
      if (known && !draft.roles.has(role)) draft.roles.set(role, known);
    }
  }

  #isJoinedTo(inner: Draft, outer: Draft): boolean {
    if (!outer.clause) return false;
    if (inner.clause) return governorsOf(this.#view, inner.clause).includes(outer.clause);
    // A noun: its clause is the last verb before it.
    const around = this.#view.clauses.findLast(
      ({ verb }) => this.#view.tokenRange(verb.first, verb.end).start < inner.anchor.start,
    );
    return (
      around === outer.clause ||
      (around !== undefined && governorsOf(this.#view, around).includes(outer.clause))
    );
  }

  /** Ties a bare "deal" to the event that the article told before; false if there is none. */
  #findTold(draft: Draft): boolean {
    const told = this.#story.lastWith(draft.ends);
    if (told) adopt(draft, told, this.#story, draft.ends);
    return told !== undefined;
  }

  /** "worked with X to secure arms on behalf of Y": X supplies. */
  #brokerFor(draft: Draft): void {
    if (draft.roles.has('supplier') || !draft.clause || draft.goods.length === 0) return;
    const parent = this.#view.parentOf(draft.clause);
    const partner = parent && draft.clause.link === 'to' && this.#view.slotOf(parent, 'with');
    if (partner) draft.roles.set('supplier', this.#parties.rolesOf(partner.group));
    const prices = EXCHANGE_PREPOSITIONS.map((name) => this.#view.slotOf(draft.clause!, name));
    for (const price of prices)
      if (price && draft.counterGoods.length === 0)
        draft.counterGoods.push(...this.#view.goodsIn(price.range));
  }

  /** Gives a deal "between A and B" its direction, if the article has told it. */
  #direct(draft: Draft): void {
    if (draft.ends.length < 2 || draft.roles.has('supplier')) return;
    const told = this.#story.directionOf(draft.ends);
    if (told) adopt(draft, told, this.#story, draft.ends);
    else if (!draft.roles.has('actor') && draft.type === 'ARMS_TRANSFER')
      draft.roles.set('actor', draft.ends);
  }

  #readBackReference(clause: Clause): void {
    if (this.#drafts.some((draft) => draft.clause === clause && isArmsEvent(draft.type))) return;
    if (this.#drafts.some(({ clause: other }) => other === clause)) return;
    const draft = anaphoraIn(this.#view, this.#parties, this.#sentenceStory(), clause);
    if (!draft) return;
    const kin = this.#drafts.find(
      (other) =>
        isArmsEvent(other.type) && (this.#isJoinedTo(other, draft) || this.#isJoinedTo(draft, other)),
    );
    if (!kin) this.#drafts.push(draft);
  }

  /** What was told before, this sentence's own events included. */
  #sentenceStory(): Story {
    const own = this.#drafts.filter(({ type }) => isArmsEvent(type));
    return own.length === 0 ? this.#story : this.#story.with(own);
  }

  /** "turned to X for arms, and is offering food in return" is one event told in two halves. */
  #joinHalves(): void {
    for (const half of this.#drafts) {
      if (!half.isAnaphoric || half.counterGoods.length === 0) continue;
      const whole = this.#drafts.find(
        (one) =>
          one !== half &&
          one.type === half.type &&
          one.goods.length > 0 &&
          one.counterGoods.length === 0 &&
          this.#story.areKin(one, half),
      );
      if (!whole) continue;
      whole.counterGoods.push(...half.counterGoods);
      const phase = phaseOf(this.#view, half);
      if (phase) whole.phase = phase;
      whole.heldPhase = phase;
      this.#drafts = this.#drafts.filter((one) => one !== half);
    }
  }
}

function firstOf<Item, Result>(
  items: readonly Item[],
  find: (item: Item) => Result | undefined,
): Result | undefined {
  for (const item of items) {
    const result = find(item);
    if (result !== undefined) return result;
  }
  return undefined;
}

function covers(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}
