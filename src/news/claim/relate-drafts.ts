// Relates the claims of one article: which disputes which, which remark says that evidence is missing, which line only
// repeats another, and which heading may tell of an official act because a sentence of the body does.
import { EVENT_KINDS } from '../across/event-kinds.ts';
import type { Document, FoundParty } from '../document.ts';
import type { FoundEvent, FoundRole } from '../event/found-event.ts';
import { PartyLookup } from '../event/party-lookup.ts';
import { hasActForm } from '../modality/modality-of.ts';
import { type ClaimDraft, startOf } from './draft.ts';
import { isEvidenceGap, isUntrue } from './evidence-gap.ts';

/** What a denial says that goes back to something said before: "denies the allegations", "denied it". */
const SAID_BEFORE =
  /\b(?:allegations?|accusations?|claims?|reports?|charges?|accounts?|assertions?|statements?|this|it|them|wrongdoing|involvement)\b/iu;

/** An act that a heading, a caption or a passing word tells of and no sentence of the body. */
export interface UnsupportedAct {
  readonly draft: ClaimDraft;
  /** What the body does report of the same party. */
  readonly instead: readonly ClaimDraft[];
}

/**
 * Completes the drafts and gives the acts that are not supported. Drafts come in the order of the text.
 * @param subjects the drafts to complete; the others are only looked at. @default all
 */
export function relateDrafts(
  document: Document,
  parties: readonly FoundParty[],
  drafts: readonly ClaimDraft[],
  subjects: readonly ClaimDraft[] = drafts,
): UnsupportedAct[] {
  const related = new DraftRelations(document, parties, drafts, subjects);
  related.disputes();
  related.evidenceGaps();
  related.repeats();
  return related.acts();
}

class DraftRelations {
  readonly #document: Document;
  readonly #lookup: PartyLookup;
  readonly #drafts: readonly ClaimDraft[];
  readonly #subjects: readonly ClaimDraft[];

  constructor(
    document: Document,
    parties: readonly FoundParty[],
    drafts: readonly ClaimDraft[],
    subjects: readonly ClaimDraft[],
  ) {
    this.#document = document;
    this.#lookup = new PartyLookup(document, parties);
    this.#drafts = drafts;
    this.#subjects = subjects;
  }

  disputes(): void {
    for (const draft of this.#subjects) {
      if (!draft.event && draft.speaker && isUntrue(this.#textOf(draft))) this.#disputeBare(draft);
      else if (draft.judged.modality === 'denied') this.#disputeEvent(draft);
    }
  }

  /** "maintains that this is untrue": the last claim that somebody else made. */
  #disputeBare(draft: ClaimDraft): void {
    const told = this.#lastBefore(
      draft,
      (other) =>
        this.#speakerSide(other) !== this.#speakerSide(draft) &&
        other.event !== undefined &&
        other.judged.polarity === 1,
    );
    draft.judged = { modality: 'denied', polarity: -1, rule: 'modality.denied' };
    if (!told?.event) return;
    draft.about = { claim: told, how: 'disputes' };
    Object.assign(draft, { event: told.event, type: told.type });
  }

  /** "denies that it supplied": the claim of that event that somebody else made. */
  #disputeEvent(draft: ClaimDraft): void {
    const { event } = draft;
    const isOther = (other: ClaimDraft): boolean =>
      other.judged.modality !== 'denied' &&
      other.judged.modality !== 'planned' &&
      other.judged.polarity === 1 &&
      this.#speakerSide(other) !== this.#speakerSide(draft) &&
      other.partOf !== draft;
    const told = event
      ? (this.#lastBefore(
          draft,
          (other) => isOther(other) && other.type === draft.type && this.#sharesParty(event, other.event),
        ) ??
        this.#firstAfter(
          draft,
          (other) => isOther(other) && other.type === draft.type && this.#sharesParty(event, other.event),
        ))
      : this.#lastBefore(
          draft,
          (other) =>
            isOther(other) &&
            other.event !== undefined &&
            other.speaker !== undefined &&
            SAID_BEFORE.test(this.#textOf(draft)),
        );
    if (told) draft.about = { claim: told, how: 'disputes' };
  }

  evidenceGaps(): void {
    for (const draft of this.#subjects) {
      if (draft.event || draft.about || !isEvidenceGap(this.#textOf(draft))) continue;
      const told = this.#lastBefore(
        draft,
        (other) =>
          other.speaker !== undefined &&
          other.event !== undefined &&
          other.judged.modality !== 'official-act' &&
          this.#speakerSide(other) !== (this.#speakerSide(draft) ?? 'none'),
      );
      if (told) draft.about = { claim: told, how: 'evidence-gap' };
      draft.judged = { ...draft.judged, polarity: -1 };
    }
  }

  /** The same line again: in a contents list, as a second caption. */
  repeats(): void {
    for (const draft of this.#subjects) {
      const { repeats } = this.#document.sentences[draft.sentence]!.zone;
      if (repeats === undefined) continue;
      const first = this.#drafts.find(
        (other) =>
          other !== draft &&
          other.repeats !== draft &&
          this.#document.sentences[other.sentence]!.zone.start === repeats &&
          other.type === draft.type &&
          (other.partOf === undefined) === (draft.partOf === undefined),
      );
      if (first) draft.repeats = first;
    }
  }

  /** Lets headings and captions tell of acts that the body reports; gives those that it does not. */
  acts(): UnsupportedAct[] {
    const reported = this.#drafts.filter(({ judged }) => judged.modality === 'official-act');
    const unsupported: UnsupportedAct[] = [];
    for (const draft of this.#subjects) {
      const { event, judged } = draft;
      if (!event || judged.modality !== 'asserted' || !isActOrNominal(draft)) continue;
      const isSupported = reported.some(
        (act) => act.type === draft.type && this.#mayBeOne(event, act.event!),
      );
      const scope = { cues: [], isAuthoritySpeaking: false };
      if (isSupported && hasActForm(event, scope)) {
        draft.judged = { modality: 'official-act', polarity: 1, rule: 'modality.official-act-in-body' };
      } else if (!isSupported && (this.#isOutsideBody(draft) || !event.verb)) {
        const instead = reported.filter(
          (act) => act.type !== draft.type && this.#mayBeOne(event, act.event!),
        );
        unsupported.push({ draft, instead });
      }
    }
    return unsupported;
  }

  #isOutsideBody({ sentence }: ClaimDraft): boolean {
    return this.#document.sentences[sentence]!.zone.kind !== 'body';
  }

  /** The same target; where one is not named, the same authority. */
  #mayBeOne(one: FoundEvent, other: FoundEvent): boolean {
    const [left, right] = [this.#sides(one.roles.target), this.#sides(other.roles.target)];
    if (left.size > 0 && right.size > 0) return intersects(left, right);
    const [here, there] = [this.#sides(one.roles.authority), this.#sides(other.roles.authority)];
    return here.size > 0 && intersects(here, there);
  }

  #sharesParty(one: FoundEvent, other: FoundEvent | undefined): boolean {
    if (!other) return false;
    const sidesOf = ({ roles }: FoundEvent): Set<string> => this.#sides(Object.values(roles).flat());
    return intersects(sidesOf(one), sidesOf(other));
  }

  #sides(roles: readonly FoundRole[] = []): Set<string> {
    return new Set(roles.flatMap(({ party }) => (party === undefined ? [] : [this.#lookup.sideOf(party)])));
  }

  #speakerSide({ speaker }: ClaimDraft): string | undefined {
    if (!speaker) return undefined;
    if (speaker.party !== undefined) return this.#lookup.sideOf(speaker.party);
    return speaker.ranges.map(({ start, end }) => this.#document.text.slice(start, end)).join(' ');
  }

  #lastBefore(draft: ClaimDraft, isWanted: (other: ClaimDraft) => boolean): ClaimDraft | undefined {
    return this.#drafts.findLast(
      (other) => other !== draft && startOf(other) < startOf(draft) && isWanted(other),
    );
  }

  #firstAfter(draft: ClaimDraft, isWanted: (other: ClaimDraft) => boolean): ClaimDraft | undefined {
    return this.#drafts.find(
      (other) => other !== draft && startOf(other) > startOf(draft) && isWanted(other),
    );
  }

  #textOf({ content }: ClaimDraft): string {
    return content.map(({ start, end }) => this.#document.text.slice(start, end)).join(' ');
  }
}

/** Acts in the words of an act ("US arrests man") and acts that a noun presupposes ("X's arrest"). */
function isActOrNominal({ event, type }: ClaimDraft): boolean {
  if (!event) return false;
  const isActType = event.isAct || (!event.verb && EVENT_KINDS[type].isOfficialAct === true);
  return isActType && (event.verb === undefined || event.verb.isDone);
}

function intersects(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const item of one) if (other.has(item)) return true;
  return false;
}
