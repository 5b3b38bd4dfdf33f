// Joins who speaks with what happens: one claim for each attribution, one for each event that the outlet tells in its
// own voice, and parts where one statement holds several events. Which claim disputes or repeats which is for
// relate-drafts.ts.
import type { CueClass } from '../../model/reading.ts';
import type { Attribution, Document, FoundParty, Range } from '../document.ts';
import type { FoundEvent } from '../event/found-event.ts';
import { PartyLookup } from '../event/party-lookup.ts';
import { certaintyOf } from '../modality/certainty.ts';
import {
  type JudgedModality,
  modalityOf,
  modalityOfStatement,
  type StatementScope,
} from '../modality/modality-of.ts';
import { chainOf, type NestedAttribution } from './chain.ts';
import { type ClaimDraft, isWithin, lengthOf, startOf } from './draft.ts';
import { isEvidenceGap } from './evidence-gap.ts';
import { nestAttributions } from './nest-attributions.ts';
import type { Speaker } from './source-of.ts';

/** Roles of those who do the thing, so that what they say of it is no accusation. */
const OWN_ROLES = [
  'authority',
  'supplier',
  'recipient',
  'broker',
  'actor',
  'owner',
  'owned',
  'target',
] as const;

/** An event that takes up this much of a statement is the statement. */
const WHOLE_SHARE = 0.95;
/** An act is told by its own verb where that says so ("announced sanctions"); "charged" and "dismissed" only do it. */
const TELLING_CUES: ReadonlySet<CueClass> = new Set<CueClass>(['say', 'report', 'order']);
/** Of several events the first stands for the statement, unless it tells less than another by more than this. */
const TELLING_LESS = 2;
/** A full stop and a quotation mark may stand between the end of a content and that of its sentence. */
const LOOSE_END = 3;

export interface DraftInput {
  readonly document: Document;
  readonly parties: readonly FoundParty[];
  readonly attributions: readonly Attribution[];
  readonly events: readonly FoundEvent[];
}

/** The claims of an article before they are related to one another, in the order of the text. */
export function draftClaims(input: DraftInput): ClaimDraft[] {
  return new ClaimDrafter(input).run();
}

class ClaimDrafter {
  readonly #document: Document;
  readonly #events: readonly FoundEvent[];
  readonly #attributions: readonly NestedAttribution[];
  readonly #lookup: PartyLookup;
  /** Attributions that say only that evidence is missing. */
  readonly #gaps: ReadonlySet<number>;
  readonly #innermostOf = new Map<FoundEvent, number | undefined>();
  readonly #drafts: ClaimDraft[] = [];
  readonly #byAttribution = new Map<number, ClaimDraft>();

  constructor({ document, parties, attributions, events }: DraftInput) {
    this.#document = document;
    this.#events = events;
    this.#lookup = new PartyLookup(document, parties);
    this.#attributions = nestAttributions(document, parties, attributions);
    this.#gaps = new Set(
      this.#attributions.filter((one) => this.#isEvidenceGap(one)).map(({ number }) => number),
    );
  }

  run(): ClaimDraft[] {
    // Outer attributions first, so that the inner ones can point to them.
    const byDepth = [...this.#attributions].sort((one, other) => this.#depth(one) - this.#depth(other));
    for (const attribution of byDepth) this.#draftAttribution(attribution);
    for (const event of this.#events) if (this.#innermost(event) === undefined) this.#draftOutletVoice(event);
    this.#draftEvidenceGaps();
    return this.#drafts.sort(
      (one, other) => startOf(one) - startOf(other) || (one.partOf ? 1 : 0) - (other.partOf ? 1 : 0),
    );
  }

  #depth({ outer }: NestedAttribution): number {
    return outer === undefined ? 0 : 1 + this.#depth(this.#attributions[outer]!);
  }

  #draftAttribution(attribution: NestedAttribution): void {
    const start = (attribution.content[0] ?? attribution.cue[0])!.start;
    if (this.#document.sentences[this.#sentenceAt(start)]?.zone.kind === 'boilerplate') return;
    const inside = this.#events.filter((event) => isTold(event, attribution));
    const own = inside.filter((event) => this.#innermost(event) === attribution.number);
    const most = Math.max(...inside.map(weightOf));
    const main = inside.find((event) => weightOf(event) >= most - TELLING_LESS);
    if (!main && this.#gaps.has(attribution.number)) return;
    const partOf = attribution.outer === undefined ? undefined : this.#byAttribution.get(attribution.outer);
    const draft = this.#draft(attribution, main, attribution.content, partOf);
    this.#drafts.push(draft);
    this.#byAttribution.set(attribution.number, draft);
    if (inside.length < 2) return;
    const isOnlyReasons = inside.every((event) => event === main || event.isReason);
    for (const event of own) {
      const content = cut(event, attribution.content);
      // The whole said once more is no part.
      const isWhole = lengthOf([content]) >= WHOLE_SHARE * lengthOf(attribution.content);
      if (event === main && (isWhole || isOnlyReasons)) continue;
      const { cue: _, attribution: __, ...part } = this.#draft(attribution, event, [content], draft);
      this.#drafts.push(part);
    }
  }

  #draft(
    attribution: NestedAttribution,
    found: FoundEvent | undefined,
    content: readonly Range[],
    partOf: ClaimDraft | undefined,
  ): ClaimDraft {
    const event = found && this.#withSpeaker(found, attribution);
    const scope = this.#scopeOf(attribution, event, content, found);
    const judged = event ? modalityOf(event, scope) : modalityOfStatement(scope);
    return {
      content: content.length > 0 ? content : attribution.cue,
      form: attribution.form,
      ...(attribution.speaker && {
        speaker: { ...attribution.speaker, ...(attribution.isImplicit && { isImplicit: true }) },
      }),
      cue: { cue: attribution.cue, cueClass: attribution.cueClass },
      ...(event && { event }),
      type: event?.type ?? 'OTHER_CONTEXT',
      judged,
      ...this.#certainty(judged, [...attribution.source, ...content]),
      sentence: this.#sentenceAt(content[0]?.start ?? attribution.cue[0]!.start),
      rule: event ? `${attribution.rule}+${event.rule}` : attribution.rule,
      ...(partOf && { partOf }),
      attribution: attribution.number,
      chain: chainOf(this.#document.text, attribution, this.#attributions),
    };
  }

  /** "We have never exported": whoever speaks. An act that an authority tells of is its own if no other is named. */
  #withSpeaker(event: FoundEvent, { speaker }: NestedAttribution): FoundEvent {
    if (event.isAct && !event.roles.authority && speaker?.isAuthority && speaker.ranges[0]) {
      const { ranges, party } = speaker;
      const authority = [{ ...ranges[0]!, ...(party === undefined ? {} : { party }) }];
      return { ...event, roles: { ...event.roles, authority } };
    }
    if (speaker?.party === undefined) return event;
    const { party } = speaker;
    const roles = Object.fromEntries(
      Object.entries(event.roles).map(([role, fillers]) => [
        role,
        fillers.map((filler) =>
          filler.party === undefined && /^(?:we|us|our|i|me|my)$/iu.test(this.#textOf(filler))
            ? { ...filler, party }
            : filler,
        ),
      ]),
    );
    return { ...event, roles };
  }

  #textOf({ start, end }: Range): string {
    return this.#document.text.slice(start, end);
  }

  #scopeOf(
    attribution: NestedAttribution,
    event: FoundEvent | undefined,
    content: readonly Range[],
    found: FoundEvent | undefined,
  ): StatementScope {
    const inner = found && this.#innermost(found);
    const chain = this.#cuesFrom(inner === undefined ? attribution : this.#attributions[inner]!);
    const speakers = chain.map(({ speaker }) => speaker).filter((speaker) => speaker !== undefined);
    return {
      zone: this.#document.sentences[
        event?.sentence ?? this.#sentenceAt(content[0]?.start ?? attribution.cue[0]!.start)
      ]!.zone.kind,
      cues: chain.map(({ cueClass }): CueClass => cueClass),
      isOwnMatter:
        event !== undefined &&
        speakers.length > 0 &&
        speakers.every((speaker) => this.#isOwn(event, speaker)),
      isAuthoritySpeaking: attribution.speaker?.isAuthority ?? false,
      text: content.map(({ start, end }) => this.#document.text.slice(start, end)).join(' '),
    };
  }

  /** An attribution and those that it stands within, innermost first. */
  #cuesFrom(attribution: NestedAttribution): NestedAttribution[] {
    const chain = [attribution];
    for (let at = attribution.outer; at !== undefined; at = this.#attributions[at]!.outer)
      chain.push(this.#attributions[at]!);
    return chain;
  }

  /** True if the speaker is on the side of somebody whose deed the event is. */
  #isOwn(event: FoundEvent, speaker: NonNullable<NestedAttribution['speaker']>): boolean {
    const words = speaker.ranges.map((range) => this.#textOf(range).toLowerCase());
    const isNamedAlike = OWN_ROLES.some((role) =>
      event.roles[role]?.some((filler) => words.includes(this.#textOf(filler).toLowerCase())),
    );
    // "Oman has never supplied arms, its foreign ministry said."
    const isTheirs = words.some((text) => /(?:^|\s)(?:its|their|his|her)\s/u.test(text));
    if (isNamedAlike || isTheirs || speaker.party === undefined) return isNamedAlike || isTheirs;
    const sides = [this.#lookup.sideOf(speaker.party), this.#sideOfSpeaker(speaker)];
    return OWN_ROLES.some((role) =>
      event.roles[role]?.some(
        (filler) => filler.party !== undefined && sides.includes(this.#lookup.sideOf(filler.party)),
      ),
    );
  }

  /** "the Foreign Ministry" after a country has spoken is the ministry of that country, if no other is named. */
  #sideOfSpeaker({ party, kind }: Speaker): string {
    const own = this.#lookup.partyAt(party!);
    if (kind !== 'government' || !own || own.type === 'place' || own.countries.length > 0)
      return this.#lookup.sideOf(party!);
    const number = this.#attributions.findIndex((one) => one.speaker?.party === party);
    const before = this.#attributions[number - 1]?.speaker;
    const isCountry = before?.party !== undefined && this.#lookup.partyAt(before.party)?.type === 'place';
    return this.#lookup.sideOf(isCountry ? before.party! : party!);
  }

  #draftOutletVoice(event: FoundEvent): void {
    const sentence = this.#document.sentences[event.sentence]!;
    const siblings = this.#events.filter(
      (other) => other.sentence === event.sentence && this.#innermost(other) === undefined,
    );
    const act = siblings.find(
      (other) => other !== event && other.isAct && other.anchor.start < event.anchor.start,
    );
    const isReason = event.isReason === true && act !== undefined;
    const isAlone =
      siblings.filter(({ isReason: reason }) => !reason).length === 1 && !this.#isSpokenIn(sentence, event);
    const content = isAlone && !isReason ? trimmed(this.#document.text, sentence) : event;
    const before = isReason ? undefined : this.#goesOnFrom(event);
    const speaker = isReason ? authorityOf(act) : before?.speaker && { ...before.speaker, isImplicit: true };
    const parent = isReason ? this.#drafts.find((draft) => draft.event === act) : undefined;
    const judged = modalityOf(event, {
      zone: sentence.zone.kind,
      cues: before ? [before.cueClass] : [],
      isOwnMatter: false,
      isAuthoritySpeaking: false,
      text: this.#document.text.slice(content.start, content.end),
    });
    this.#drafts.push({
      content: [{ start: content.start, end: content.end }],
      form: before ? 'indirect' : 'outlet-voice',
      ...(speaker && { speaker }),
      event,
      type: event.type,
      judged,
      ...this.#certainty(judged, [content]),
      sentence: event.sentence,
      rule: `outlet-voice+${event.rule}`,
      ...(parent && { partOf: parent }),
      chain: speaker
        ? [
            {
              role: 'origin',
              ...(speaker.party === undefined ? {} : { party: speaker.party }),
              ...(speaker.ranges[0] && { range: speaker.ranges[0] }),
            },
          ]
        : [],
    });
  }

  /** "has failed to provide any evidence of such supply" says nothing; it is said of who does not say it. */
  #isEvidenceGap({ source, cue, content, outer }: NestedAttribution): boolean {
    if (outer !== undefined || source.length === 0) return false;
    const words = (ranges: readonly Range[]): string =>
      this.#document.text.slice(
        Math.min(...ranges.map(({ start }) => start)),
        Math.max(...ranges.map(({ end }) => end)),
      );
    return isEvidenceGap(words([...source, ...cue])) && !isEvidenceGap(words(content));
  }

  /** "has failed to provide any evidence": the outlet's own remark on a claim. */
  #draftEvidenceGaps(): void {
    for (const [number, sentence] of this.#document.sentences.entries()) {
      if (sentence.zone.kind !== 'body') continue;
      const text = this.#document.text.slice(sentence.start, sentence.end);
      if (!isEvidenceGap(text)) continue;
      const rest = this.#restOf(sentence);
      if (!rest || !isEvidenceGap(this.#textOf(rest))) continue;
      this.#drafts.push({
        content: [rest],
        form: 'outlet-voice',
        type: 'OTHER_CONTEXT',
        judged: { modality: 'asserted', polarity: -1, rule: 'modality.outlet-voice' },
        sentence: number,
        rule: 'outlet-voice+evidence-gap',
        chain: [],
      });
    }
  }

  /** What of a sentence comes behind the last words that somebody else said in it; nothing if it ends with them. */
  #restOf(sentence: Range): Range | undefined {
    const spoken = this.#attributions
      .filter(({ number }) => !this.#gaps.has(number))
      .flatMap(({ content, cue, source }) => [...content, ...cue, ...source])
      .filter(({ start, end }) => start < sentence.end && end > sentence.start);
    const from = Math.max(sentence.start, ...spoken.map(({ end }) => end));
    const skipped = /^[\s,;]*(?:but|and|though|although)?\s*/iu.exec(
      this.#textOf({ start: from, end: sentence.end }),
    )![0].length;
    return from + skipped < sentence.end - 1
      ? trimmed(this.#document.text, { start: from + skipped, end: sentence.end })
      : undefined;
  }

  /** "North Korea would, in turn, receive cash": still what the sentence before was told by. */
  #goesOnFrom({ isAnaphoric, sentence: number }: FoundEvent): NestedAttribution | undefined {
    const [sentence, before] = [this.#document.sentences[number]!, this.#document.sentences[number - 1]];
    if (!isAnaphoric || !before || before.paragraph !== sentence.paragraph) return undefined;
    return this.#attributions.find(({ content }) =>
      content.some(
        ({ start, end }) => start < before.end && end >= before.end - LOOSE_END && end <= before.end,
      ),
    );
  }

  /** True if somebody is quoted in a stretch of text, other than the authority of an act that gives its reason. */
  #isSpokenIn(range: Range, act: FoundEvent): boolean {
    const authority = act.isAct ? act.roles.authority?.[0]?.party : undefined;
    return this.#attributions.some(
      (attribution) =>
        !this.#gaps.has(attribution.number) &&
        (authority === undefined || attribution.speaker?.party !== authority) &&
        attribution.content.some(({ start, end }) => start < range.end && end > range.start),
    );
  }

  /** The attribution nearest around an event; one whose cue is the event's own verb counts as around it. */
  #innermost(event: FoundEvent): number | undefined {
    if (this.#innermostOf.has(event)) return this.#innermostOf.get(event);
    let best: NestedAttribution | undefined;
    for (const attribution of this.#attributions) {
      if (!isTold(event, attribution)) continue;
      if (!best || lengthOf(attribution.content) < lengthOf(best.content)) best = attribution;
    }
    this.#innermostOf.set(event, best?.number);
    return best?.number;
  }

  /** What an authority has done is done, however its reason is hedged. */
  #certainty({ modality }: JudgedModality, ranges: readonly Range[]): Pick<ClaimDraft, 'certainty'> {
    if (modality === 'official-act') return {};
    const text = ranges.map(({ start, end }) => this.#document.text.slice(start, end)).join(' ; ');
    const certainty = certaintyOf(text);
    return certainty ? { certainty } : {};
  }

  #sentenceAt(offset: number): number {
    const { sentences } = this.#document;
    let [low, high] = [0, sentences.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (sentences[middle]!.start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** The authority of an act as the speaker of its reason. */
function authorityOf({ roles: { authority } }: FoundEvent): Speaker | undefined {
  return (
    authority && {
      kind: 'government',
      ranges: authority.map(({ start, end }) => ({ start, end })),
      isAuthority: true,
      ...(authority[0]?.party === undefined ? {} : { party: authority[0].party }),
    }
  );
}

/** True if an event is told inside an attribution: in its content, or by its cue ("announced sanctions"). */
function isTold({ anchor }: FoundEvent, { content, cue, cueClass }: Attribution): boolean {
  return isWithin(anchor, content) || (isWithin(anchor, cue) && TELLING_CUES.has(cueClass));
}

/** How much an event tells: the fullest one stands for a statement of several. */
function weightOf({ roles, goods, counterGoods, isAnaphoric, isReason, isAct, verb }: FoundEvent): number {
  const filled = Object.values(roles).filter((fillers) => fillers.length > 0).length;
  return (
    filled * 2 +
    Math.min(goods.length, 2) +
    Math.min(counterGoods.length, 1) +
    (isAct && verb?.isDone ? 4 : 0) -
    (isAnaphoric ? 4 : 0) -
    (isReason ? 3 : 0)
  );
}

/** A range without what sticks out of the content that holds it. */
function cut({ start, end }: Range, content: readonly Range[]): Range {
  const around = content.findLast((range) => range.start < end && range.end > start);
  if (!around) return { start, end };
  return { start: Math.max(start, around.start), end: Math.min(end, around.end) };
}

/** A sentence without bullet and full stop. */
function trimmed(text: string, { start, end }: Range): Range {
  const sentence = text.slice(start, end);
  const head = /^[\s•·*–—-]+/u.exec(sentence)?.[0].length ?? 0;
  const tail = /[.\s]+$/u.exec(sentence)?.[0].length ?? 0;
  return head + tail < sentence.length ? { start: start + head, end: end - tail } : { start, end };
}
