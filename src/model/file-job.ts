// A customer file that the server screens, as it stands: what the interface answers and the page shows.
import type { Decision } from './decision.ts';

export type JobState = 'ready' | 'waiting' | 'running' | 'finished' | 'failed' | 'cancelled';

export interface JobStatus {
  readonly job: string;
  readonly name: string;
  readonly state: JobState;
  /** Rows with text; unknown before it runs. */
  readonly rows?: number;
  readonly done: number;
  readonly decisions: Readonly<Record<Decision, number>>;
  /** Rows that could not be screened, and values that were left out. */
  readonly problems: { readonly notScreened: number; readonly valuesLeftOut: number };
  /** What was assumed, one line each. */
  readonly notes: readonly string[];
  readonly decision?: Decision;
  /** Id of the entry in the record. */
  readonly recordId?: string;
  readonly error?: { readonly code: string; readonly message: string; readonly remedy: string };
}
