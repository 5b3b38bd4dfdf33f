// A screening for a terminal: the decision first, then each party with the two names part under part, what speaks
// for and against, its listings, and last the lists that were asked and how old they are.

import type { PairComparison } from '../../engine/compare-pairs.ts';
import type { Decision } from '../../model/decision.ts';
import { percent } from '../../model/percent.ts';
import type {
  AlignedPart,
  FeatureEffect,
  ListUse,
  Screening,
  ScreeningResult,
} from '../../model/screening.ts';
import type { Colours, Output } from './output.ts';
import { renderTable } from './table.ts';
import { hang, printable, textWidth } from './text-width.ts';

/** A decision is a word and a sign; the colour only helps. */
const SIGNS: Readonly<Record<Decision, string>> = {
  clear: '✓ CLEAR',
  review: '? REVIEW',
  stop: '✗ STOP',
  undetermined: '– UNDETERMINED',
};

function paintOf(decision: Decision, colours: Colours): (text: string) => string {
  const paints = {
    clear: colours.green,
    review: colours.yellow,
    stop: colours.red,
    undetermined: colours.magenta,
  };
  return (text) => colours.bold(paints[decision](text));
}

/** Prints a screening in the width of the output. */
export function printScreening(output: Output, screening: Screening): void {
  const { columns, colours } = output;
  const sign = SIGNS[screening.decision];
  const query = printable((screening.query.properties.name ?? ['(no name)']).join(' / '));
  const lines = [
    `${paintOf(screening.decision, colours)(sign)}  ${colours.bold(query)}  ${colours.dim(`as of ${screening.asOf}`)}`,
  ];
  for (const reason of screening.reasons) lines.push(hang(printable(reason), columns, '  ', '  '));
  output.write(`${lines.join('\n')}\n`);
  screening.results.forEach((result, at) => printResult(output, result, at + 1));
  printLists(output, screening.lists);
}

function printResult(output: Output, result: ScreeningResult, rank: number): void {
  const { columns, colours } = output;
  const also = result.referents.length > 0 ? `, also ${result.referents.join(', ')}` : '';
  const write = (text: string): void => output.write(`${text}\n`);
  write('');
  write(
    `${colours.bold(`${rank}. ${printable(result.caption)}`)}  ${result.schema}  ${percent(result.score)}${result.match ? '  match' : ''}`,
  );
  write(colours.dim(hang(`${result.id}${also}`, columns, '   ', '   ')));
  const { names, features, against } = result.explanation;
  if (names) for (const line of alignedNames(names.parts, columns, colours)) write(line);
  for (const feature of features) write(featureLine(feature, columns, colours));
  for (const line of against.filter((words) => !words.includes('(')).map(printable)) {
    write(hang(line, columns, '   against  ', undefined, colours.yellow));
  }
  const rows = result.listings.map((listing) =>
    [listing.dataset, listing.program ?? '', listing.listedOn ?? '', listing.sourceRecord].map(printable),
  );
  const headings = [
    { heading: 'listed by' },
    { heading: 'programme', isFlexible: true },
    { heading: 'since' },
    { heading: 'record' },
  ];
  write('');
  output.write(renderTable(headings, rows, columns, colours.dim));
  for (const link of result.links)
    write(
      colours.dim(
        hang(printable(`${link.left} = ${link.right}: ${link.reason}`), columns, '  one party: ', '    '),
      ),
    );
}

const MARKS: Readonly<Record<AlignedPart['relation'], string>> = { agree: '=', omit: '·', contradict: '≠' };

/** The two names part under part; as many parts to a line as there is room for. */
function alignedNames(parts: readonly AlignedPart[], width: number, colours: Colours): string[] {
  const cells = parts.map((part) => {
    const [own, other] = [printable(part.query ?? '—'), printable(part.candidate ?? '—')];
    const mark =
      `${MARKS[part.relation]} ${part.relation === 'agree' && part.how === 'same' ? '' : shortHow(part)}`.trim();
    return {
      own,
      other,
      mark,
      relation: part.relation,
      wide: Math.max(textWidth(own), textWidth(other), textWidth(mark)),
    };
  });
  const lines: string[] = [];
  for (let at = 0; at < cells.length; ) {
    let used = 12;
    let end = at;
    while (end < cells.length && (end === at || used + cells[end]!.wide + 2 <= width))
      used += cells[end++]!.wide + 2;
    const row = cells.slice(at, end);
    const line = (
      label: string,
      text: (cell: (typeof row)[number]) => string,
      paint: (cell: (typeof row)[number], text: string) => string,
    ): string =>
      `   ${label.padEnd(9)}${row.map((cell) => paint(cell, text(cell) + ' '.repeat(cell.wide - textWidth(text(cell))))).join('  ')}`.trimEnd();
    const paint = (cell: (typeof row)[number], text: string): string =>
      cell.relation === 'agree'
        ? colours.green(text)
        : cell.relation === 'contradict'
          ? colours.red(text)
          : colours.dim(text);
    lines.push(
      line(
        'asked',
        (cell) => cell.own,
        (_, text) => text,
      ),
    );
    lines.push(
      line(
        'listed',
        (cell) => cell.other,
        (_, text) => text,
      ),
    );
    lines.push(line('', (cell) => cell.mark, paint));
    at = end;
  }
  return lines;
}

function shortHow(part: AlignedPart): string {
  if (part.relation === 'omit') return part.query === undefined ? 'only listed' : 'only asked';
  return part.relation === 'contradict' ? 'differs' : part.how;
}

function featureLine(
  { feature, effect, query, candidate, detail }: FeatureEffect,
  width: number,
  colours: Colours,
): string {
  const paint = effect >= 0 ? colours.green : colours.red;
  const sign = effect >= 0 ? '+' : '−';
  const label = `   ${feature.replaceAll('_', ' ')}`.padEnd(17);
  const values = query === candidate ? `${query}` : `${query} / listed ${candidate}`;
  return hang(
    printable(`${values}: ${detail}`),
    width,
    `${label}${sign}${Math.abs(effect).toFixed(1)}  `,
    undefined,
    paint,
  );
}

function printLists(output: Output, lists: readonly ListUse[]): void {
  const { colours } = output;
  const rows = lists.map((list) => [
    list.dataset,
    list.published ?? '',
    list.entities?.toLocaleString('en-GB') ?? '',
    list.age_days === undefined ? '' : `${list.age_days}`,
    { text: list.state, paint: list.state === 'fresh' ? colours.green : colours.yellow },
    list.required ? 'required' : '',
  ]);
  const headings = [
    { heading: 'list asked' },
    { heading: 'published' },
    { heading: 'entries', align: 'right' as const },
    { heading: 'days old', align: 'right' as const },
    { heading: 'state' },
    { heading: '' },
  ];
  output.write(`\n${renderTable(headings, rows, output.columns, colours.dim)}`);
}

/** Prints the comparison of two names. */
export function printComparison(output: Output, { score, names, features }: PairComparison): void {
  const { columns, colours } = output;
  output.write(`${colours.bold(percent(score))}  probability that these are names of one party\n`);
  const lines = [
    ...(names
      ? alignedNames(names.parts, columns, colours)
      : ['   The names have nothing that can be compared.']),
    ...features.map((feature) => featureLine(feature, columns, colours)),
  ];
  output.write(`${lines.join('\n')}\n`);
}
