// A customer file that the server screens, as it stands: what the interface answers and the page shows.
import type { Decision } from './decision.ts';

/** `cancelled`: somebody stopped it; it can be started again, from the beginning. */
export type JobState = 'ready' | 'waiting' | 'running' | 'finished' | 'failed' | 'cancelled';

export interface JobStatus {
  readonly job: string;
  readonly name: string;
  readonly state: JobState;
  /** Rows with text; unknown before it runs. */
  readonly rows?: number;
  readonly done: number;
  /** Of these, rows that were done before the server was stopped and started again; absent if it was not. */
  readonly resumed?: number;
  readonly decisions: Readonly<Record<Decision, number>>;
  /** Rows that could not be screened, and values that were left out. */
  readonly problems: { readonly notScreened: number; readonly valuesLeftOut: number };
  /** What was assumed, one line each. */
  readonly notes: readonly string[];
  /** Until when it is kept, ISO 8601, UTC; absent while it waits or runs. */
  readonly keptUntil?: string;
  readonly decision?: Decision;
  /** Id of the entry in the record. */
  readonly recordId?: string;
  readonly error?: { readonly code: string; readonly message: string; readonly remedy: string };
}
