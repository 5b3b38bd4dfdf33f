// From results and the state of the lists to one of four decisions, with its reasons. A party is clear only if no
// result asks for a person and every required list is present, complete and fresh; starter data never clears anyone.
import type { Decision } from '../model/decision.ts';
import { percent } from '../model/percent.ts';
import type { ListUse } from '../model/screening.ts';
import type { Policy } from './policy/v1.ts';

export interface Decided {
  readonly decision: Decision;
  readonly reasons: readonly string[];
}

/** What `decide` needs of a result. */
export interface ResultToDecide {
  readonly id: string;
  readonly caption: string;
  readonly score: number;
}

const STATE_WORDS: Readonly<Record<Exclude<ListUse['state'], 'fresh'>, string>> = {
  stale: 'is stale',
  missing: 'is missing',
  incomplete: 'could not be read in full',
  starter: 'is only starter data, not the official list',
};

/**
 * Decides.
 * @param results all results above the cut-off, likeliest first
 * @param lists   every list that was used or is required
 */
export function decide(
  results: readonly ResultToDecide[],
  lists: readonly ListUse[],
  policy: Policy,
): Decided {
  const { stop, review } = policy.thresholds;
  const found = results.filter((result) => result.score >= review);
  const stopping = found.filter((result) => result.score >= stop);
  const shown = stopping.length > 0 ? stopping : found;
  const gaps = lists.filter((list) => list.required && list.state !== 'fresh').map(gapSentence);
  if (shown.length > 0) {
    const verdict = stopping.length > 0 ? 'is' : 'may be';
    const reasons = shown.map(
      (result) =>
        `The party ${verdict} ${result.caption} (${result.id}), probability ${percent(result.score)}.`,
    );
    return { decision: stopping.length > 0 ? 'stop' : 'review', reasons: [...reasons, ...gaps] };
  }
  const required = lists.filter((list) => list.required);
  if (gaps.length > 0 || required.length === 0) {
    const nothing = 'No listed party matches, but that is not a clearance:';
    return {
      decision: 'undetermined',
      reasons: [nothing, ...(gaps.length > 0 ? gaps : ['the profile requires no list.'])],
    };
  }
  return {
    decision: 'clear',
    reasons: [
      `No listed party matches on ${required.length} required lists, all present, complete and fresh.`,
    ],
  };
}

function gapSentence(list: ListUse): string {
  const age =
    list.state === 'stale' && list.age_days !== undefined
      ? ` (last known to be current ${list.age_days} days before)`
      : '';
  return `The list ${list.dataset} ${STATE_WORDS[list.state as keyof typeof STATE_WORDS]}${age}.`;
}
