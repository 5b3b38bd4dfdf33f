// An event while its sentence is being read.
import type { EventPhase, EventRole, EventType } from '../../model/reading.ts';
import type { Range } from '../document.ts';
import type { Clause } from './clauses.ts';
import type { FoundRole } from './found-event.ts';

export interface Draft {
  type: EventType;
  readonly rule: string;
  isAct: boolean;
  readonly roles: Map<EventRole, FoundRole[]>;
  /** Both ends of a deal whose direction the sentence does not tell. */
  ends: FoundRole[];
  goods: Range[];
  counterGoods: Range[];
  /** The goods are those that a pronoun means. */
  goodsAreMeant?: boolean;
  /** What the frame says of the phase if the sentence says nothing. */
  phase?: EventPhase;
  /** The phase that the other half of the sentence gave it. */
  heldPhase?: EventPhase | undefined;
  readonly anchor: Range;
  /** Absent if a noun is the anchor. */
  readonly clause?: Clause;
  /** Stretches that this event has read, so that nouns in them are no events of their own. */
  readonly consumed: Range[];
  isAnaphoric: boolean;
}

/** Events whose goods are arms. */
export function isArmsEvent(type: EventType): boolean {
  return type === 'ARMS_TRANSFER' || type === 'ARMS_BROKERING';
}
