// What could not be read or understood, as lines of the problems file that stands beside the results.
import { csvLine } from './csv-cell.ts';
import { PROBLEM_TEXT_CHARACTERS } from './source-row.ts';

/** `not screened`: the whole row. `screened without`: one value was left out of the query. */
type ProblemOutcome = 'not screened' | 'screened without';

export interface Problem {
  readonly row: number;
  readonly line: number;
  readonly outcome: ProblemOutcome;
  /** The property that was left out; absent for whole rows. */
  readonly field?: string;
  readonly reason: string;
  /** The row or the value as the file has it. */
  readonly text: string;
}

const PROBLEM_COLUMNS = ['row', 'line', 'outcome', 'field', 'reason', 'text'] as const;

export function problemHeader(): string {
  return csvLine(PROBLEM_COLUMNS);
}

/** A line of the problems file; a long text is cut, and its length said. */
export function problemLine(problem: Problem): string {
  const { row, line, outcome, field, reason } = problem;
  return csvLine([row, line, outcome, field, reason, shortened(problem.text)]);
}

function shortened(text: string): string {
  const characters = text.toWellFormed().replaceAll('\0', '\u2400');
  if (characters.length <= PROBLEM_TEXT_CHARACTERS) return characters;
  const beginning = characters.slice(0, PROBLEM_TEXT_CHARACTERS).toWellFormed();
  return `${beginning}… (${characters.length.toLocaleString('en')} characters)`;
}
