// The four answers, and what each is as an exit code of the command line.

/**
 * `clear`: no listed party is this one, and every list that the profile requires is present, complete and fresh.
 * `review`: a person must look. `stop`: a listed party matches. `undetermined`: it cannot be said, and why is said.
 */
export type Decision = 'clear' | 'review' | 'stop' | 'undetermined';

export const EXIT_CODES = {
  clear: 0,
  review: 10,
  stop: 20,
  undetermined: 30,
} as const satisfies Record<Decision, number>;

/** Exit codes besides the decisions: a failure, and a command that was used wrongly. */
export const EXIT_FAILURE = 1;
export const EXIT_USAGE = 2;

/** From the least to the most serious; a file of many parties ends with the most serious of its decisions. */
export const DECISIONS_BY_GRAVITY: readonly Decision[] = ['clear', 'undetermined', 'review', 'stop'];

/** The most serious of several decisions; `clear` if there are none. */
export function gravest(decisions: Iterable<Decision>): Decision {
  let worst = 0;
  for (const decision of decisions) worst = Math.max(worst, DECISIONS_BY_GRAVITY.indexOf(decision));
  return DECISIONS_BY_GRAVITY[worst] ?? 'clear';
}
