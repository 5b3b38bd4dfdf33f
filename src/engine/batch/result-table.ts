// The table that an analyst works through: one line for each row of the input with its best match, or one line for
// each match. CSV and XLSX have the same columns; JSON lines hold the whole screening instead.
import type { Screening, ScreeningResult } from '../../model/screening.ts';
import type { Cell } from './csv-cell.ts';
import { nameOf } from './party-of-row.ts';

/** Raised when columns change, so that a run begun by an older Interdict is not finished with other columns. */
export const TABLE_LAYOUT = 1;

/** The answer to one row of the input. */
export interface RowResult {
  /** Rows with text, counted from 1 below the header. */
  readonly row: number;
  /** Line of the file, or row of the sheet. */
  readonly line: number;
  readonly screening: Screening;
}

interface TableLine extends RowResult {
  readonly match: ScreeningResult | undefined;
  /** Place of the match in the row's results, from 1; 0 if there is none. */
  readonly rank: number;
}

interface Column {
  readonly heading: string;
  /** In characters, for spreadsheets. */
  readonly width: number;
  readonly cell: (line: TableLine) => Cell;
}

const COMMON: readonly Column[] = [
  { heading: 'row', width: 8, cell: (line) => line.row },
  { heading: 'line', width: 8, cell: (line) => line.line },
  { heading: 'id', width: 14, cell: (line) => line.screening.query.id },
  { heading: 'name', width: 30, cell: (line) => nameOf(line.screening.query) },
  { heading: 'schema', width: 12, cell: (line) => line.screening.query.schema },
  { heading: 'decision', width: 13, cell: (line) => line.screening.decision },
  { heading: 'matches', width: 9, cell: (line) => line.screening.results.length },
];
const RANK: Column = { heading: 'match', width: 7, cell: (line) => line.rank || undefined };
const MATCH: readonly Column[] = [
  { heading: 'score', width: 7, cell: ({ match }) => match && roundScore(match.score) },
  { heading: 'match_id', width: 26, cell: ({ match }) => match?.id },
  { heading: 'match_name', width: 30, cell: ({ match }) => match?.caption },
  { heading: 'match_schema', width: 13, cell: ({ match }) => match?.schema },
  { heading: 'match_birth_date', width: 16, cell: ({ match }) => values(match, ['birthDate']) },
  {
    heading: 'match_countries',
    width: 16,
    cell: ({ match }) => values(match, ['country', 'nationality', 'citizenship', 'jurisdiction', 'flag']),
  },
  { heading: 'datasets', width: 30, cell: ({ match }) => match && joined(match.datasets) },
  { heading: 'programmes', width: 24, cell: ({ match }) => listingTexts(match, 'program') },
  { heading: 'listed_on', width: 12, cell: ({ match }) => listingTexts(match, 'listedOn') },
  { heading: 'sentence', width: 60, cell: ({ match }) => match?.explanation.sentence },
  { heading: 'against', width: 40, cell: ({ match }) => match && joined(match.explanation.against) },
];
const FURTHER: Column = {
  heading: 'further_matches',
  width: 40,
  cell: ({ screening }) =>
    joined(
      screening.results.slice(1).map((match) => `${match.caption} (${match.id}, ${roundScore(match.score)})`),
    ),
};
const CLOSING: readonly Column[] = [
  { heading: 'reasons', width: 50, cell: (line) => line.screening.reasons.join(' ') },
  { heading: 'as_of', width: 12, cell: (line) => line.screening.asOf },
  { heading: 'screening', width: 20, cell: (line) => line.screening.id },
];

/** The columns of the table, in order. */
export function tableColumns(allMatches: boolean): readonly Column[] {
  return allMatches ? [...COMMON, RANK, ...MATCH, ...CLOSING] : [...COMMON, ...MATCH, FURTHER, ...CLOSING];
}

/** The lines of one row: one, or with `allMatches` as many as it has matches, and one if it has none. */
export function tableLines(result: RowResult, allMatches: boolean): Cell[][] {
  const { results } = result.screening;
  const count = allMatches ? Math.max(1, results.length) : 1;
  const columns = tableColumns(allMatches);
  return Array.from({ length: count }, (_, index) => {
    const line = { ...result, match: results[index], rank: results[index] ? index + 1 : 0 };
    return columns.map((column) => column.cell(line));
  });
}

function roundScore(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}

function joined(texts: Iterable<string>): string {
  return [...new Set(texts)].join('; ');
}

function values(match: ScreeningResult | undefined, properties: readonly string[]): string | undefined {
  return match && joined(properties.flatMap((property) => match.properties[property] ?? []));
}

function listingTexts(match: ScreeningResult | undefined, field: 'program' | 'listedOn'): string | undefined {
  return match && joined(match.listings.flatMap((listing) => listing[field] ?? []).sort());
}
