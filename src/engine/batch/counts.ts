// What a run has counted so far. It stands in every entry of the journal, so that a resumed run goes on counting.
import { DECISIONS_BY_GRAVITY, type Decision, gravest } from '../../model/decision.ts';

export interface BatchCounts {
  /** Rows with text. Each is either screened or not, so `rows` is always `screened + notScreened`. */
  readonly rows: number;
  readonly screened: number;
  readonly notScreened: number;
  /** Rows without any text, passed over. */
  readonly blank: number;
  /** Values that rows were screened without. */
  readonly valuesLeftOut: number;
  /** Rows with at least one result. */
  readonly rowsWithMatches: number;
  readonly decisions: Readonly<Record<Decision, number>>;
}

export const NO_COUNTS: BatchCounts = {
  rows: 0,
  screened: 0,
  notScreened: 0,
  blank: 0,
  valuesLeftOut: 0,
  rowsWithMatches: 0,
  decisions: { clear: 0, review: 0, stop: 0, undetermined: 0 },
};

export function addCounts(one: BatchCounts, other: BatchCounts): BatchCounts {
  return {
    rows: one.rows + other.rows,
    screened: one.screened + other.screened,
    notScreened: one.notScreened + other.notScreened,
    blank: one.blank + other.blank,
    valuesLeftOut: one.valuesLeftOut + other.valuesLeftOut,
    rowsWithMatches: one.rowsWithMatches + other.rowsWithMatches,
    decisions: {
      clear: one.decisions.clear + other.decisions.clear,
      review: one.decisions.review + other.decisions.review,
      stop: one.decisions.stop + other.decisions.stop,
      undetermined: one.decisions.undetermined + other.decisions.undetermined,
    },
  };
}

/**
 * The decision on the whole file: the gravest of its rows. A row that could not be screened has no answer, so the
 * file is not clear but undetermined, unless another row weighs more.
 */
export function decisionOf(counts: BatchCounts): Decision {
  const met = DECISIONS_BY_GRAVITY.filter((decision) => counts.decisions[decision] > 0);
  return gravest(counts.notScreened > 0 ? [...met, 'undetermined'] : met);
}
