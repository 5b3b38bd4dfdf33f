// What happens in a sentence, before anybody asks who says so.
import type { EventPhase, EventRole, EventType } from '../../model/reading.ts';
import type { Range } from '../document.ts';

export interface FoundRole extends Range {
  /** Number of the party in the article's list of parties; absent if the words name none ("three tankers"). */
  readonly party?: number;
}

export type FoundRoles = Partial<Record<EventRole, readonly FoundRole[]>>;

/** The verb behind an event, as far as modality needs it. */
export interface EventVerb {
  readonly lemma: string;
  /** Past, perfect, or the present of a headline; neither planned nor negated nor conditional. */
  readonly isDone: boolean;
  readonly isNegated: boolean;
  /** Verbs that govern it, nearest first. */
  readonly governors: readonly string[];
}

export interface FoundEvent extends Range {
  readonly type: EventType;
  readonly phase?: EventPhase;
  readonly roles: FoundRoles;
  readonly goods: readonly Range[];
  readonly counterGoods: readonly Range[];
  /** The word that made it an event. */
  readonly anchor: Range;
  readonly sentence: number;
  /** The kind of event that an authority does; whether it did is for modality to say. */
  readonly isAct: boolean;
  /** Absent for an event that a noun presupposes ("X's arrest"). */
  readonly verb?: EventVerb;
  /** It is what an authority gives for its act: "sanctioned for brokering". Told by that authority, not by the outlet. */
  readonly isReason?: boolean;
  /** It took its type from an event told of before. */
  readonly isAnaphoric?: boolean;
  readonly rule: string;
}
