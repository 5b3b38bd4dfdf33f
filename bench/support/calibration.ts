// How well scores are probabilities: Brier score, logarithmic loss, and the reliability diagram, in which a good score
// lies on the diagonal: of the pairs scored .8, eight in ten are one party.
import type { Row } from './report.ts';

export interface Judged {
  readonly score: number;
  readonly isMatch: boolean;
  /** What the case counts. @default 1 */
  readonly weight?: number;
}

const EDGES = [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01];
/** Characters of a full bar. */
const BAR = 40;
/** A wrong certainty costs no more than this probability would. */
const LEAST = 0.001;

function weightOf({ weight = 1 }: Judged): number {
  return weight;
}

function total(of: readonly Judged[], value: (one: Judged) => number): number {
  return of.reduce((sum, one) => sum + weightOf(one) * value(one), 0);
}

/** Mean square and logarithmic error, the mean distance from the diagonal, and F1 at .5. */
export function judge(of: readonly Judged[]): Row {
  const weights = total(of, () => 1) || 1;
  const found = of.filter(({ score }) => score >= 0.5);
  const right = total(found, ({ isMatch }) => Number(isMatch));
  const gap = bins(of).reduce((sum, bin) => sum + bin.weight * Math.abs(bin.score - bin.match), 0);
  return {
    n: of.length,
    Brier: total(of, ({ score, isMatch }) => (score - Number(isMatch)) ** 2) / weights,
    'log loss':
      -total(of, ({ score, isMatch }) => Math.log(Math.max(LEAST, isMatch ? score : 1 - score))) / weights,
    'calibration error': gap / weights,
    'F1@.5': (2 * right) / (total(found, () => 1) + total(of, ({ isMatch }) => Number(isMatch)) || 1),
  };
}

function bins(
  of: readonly Judged[],
): { from: number; n: number; weight: number; score: number; match: number }[] {
  return EDGES.slice(0, -1).map((from, at) => {
    const inside = of.filter(({ score }) => score >= from && score < EDGES[at + 1]!);
    const weight = total(inside, () => 1);
    return {
      from,
      n: inside.length,
      weight,
      score: total(inside, ({ score }) => score) / (weight || 1),
      match: total(inside, ({ isMatch }) => Number(isMatch)) / (weight || 1),
    };
  });
}

/** The diagram as rows of text: `#` up to the share that matches, `|` where the diagonal is. */
export function reliability(of: readonly Judged[]): Row[] {
  return bins(of).map(({ from, n, score, match }) => ({
    'scores from': from,
    n,
    'mean score': score,
    'share that match': match,
    diagram: n === 0 ? '' : bar(match, score),
  }));
}

function bar(match: number, score: number): string {
  const cells: string[] = Array.from({ length: BAR + 1 }, (_, at) => (at < match * BAR ? '#' : '.'));
  cells[Math.round(score * BAR)] = '|';
  return cells.join('');
}
