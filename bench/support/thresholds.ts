// Precision, recall and F1 of scored cases at a threshold, and the threshold where F1 is best.
import type { Row } from './report.ts';

export interface Scored {
  readonly score: number;
  readonly isMatch: boolean;
}

function atThreshold(
  scored: readonly Scored[],
  threshold: number,
): { precision: number; recall: number; f1: number } {
  const found = scored.filter(({ score }) => score >= threshold);
  const right = found.filter(({ isMatch }) => isMatch).length;
  const all = scored.filter(({ isMatch }) => isMatch).length;
  return {
    precision: right / (found.length || 1),
    recall: right / (all || 1),
    f1: (2 * right) / (found.length + all || 1),
  };
}

function bestF1(scored: readonly Scored[]): { threshold: number; f1: number } {
  const thresholds = [...new Set(scored.map(({ score }) => score))];
  return thresholds
    .map((threshold) => ({ threshold, f1: atThreshold(scored, threshold).f1 }))
    .reduce((best, one) => (one.f1 > best.f1 ? one : best), { threshold: 0.5, f1: 0 });
}

/** A row for each slice: the figures at .5, which is the review threshold, at .7, and the best there are. */
export function thresholdRows(slices: Readonly<Record<string, readonly Scored[]>>): Row[] {
  return Object.entries(slices).map(([slice, scored]) => {
    const half = atThreshold(scored, 0.5);
    const best = bestF1(scored);
    return {
      slice,
      n: scored.length,
      'P@.5': half.precision,
      'R@.5': half.recall,
      'F1@.5': half.f1,
      'F1@.7': atThreshold(scored, 0.7).f1,
      'best F1': best.f1,
      at: best.threshold,
    };
  });
}
