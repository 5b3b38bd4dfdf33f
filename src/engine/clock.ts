// Time comes from outside, so that a test, and a replay, can say what time it is.

export type Clock = () => Date;

/** The day of a moment, `YYYY-MM-DD` in UTC. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
