// How a file job stands, as it begins.
import type { JobStatus } from '../../model/file-job.ts';

export function notBegun(job: string, name: string, state: 'ready' | 'waiting'): JobStatus {
  return {
    job,
    name,
    state,
    done: 0,
    decisions: { clear: 0, review: 0, stop: 0, undetermined: 0 },
    problems: { notScreened: 0, valuesLeftOut: 0 },
    notes: [],
  };
}

/** True for a job that waits or is being screened. */
export function isGoing({ state }: JobStatus): boolean {
  return state === 'waiting' || state === 'running';
}
