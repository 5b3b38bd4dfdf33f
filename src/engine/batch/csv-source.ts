// A CSV file as a source of rows: finds the delimiter, takes the first line with text as the header, and gives the
// rows below it. "sep=;" on the first line, which Excel understands, is understood here too.
import { InterdictError } from '../../model/errors.ts';
import { CsvSplitter } from './csv-splitter.ts';
import { type InputFile, textOf } from './input-file.ts';
import type { RowSource, SourceRow } from './source-row.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
};

/** Text in which the delimiter is looked for, in characters, and rows that must agree with the header. */
const SAMPLE_CHARACTERS = 65_536;
const SAMPLE_ROWS = 20;

/**
 * Opens a CSV file.
 * @param delimiter told by the user. @default found from the header
 * @throws InterdictError BATCH_INPUT if there is no header
 */
export async function openCsv(file: InputFile, delimiter?: string): Promise<RowSource> {
  const sample = await beginningOf(file);
  const hint = /^sep=([^\r\n])(?:\r\n|\r|\n)/iu.exec(sample);
  const separator = delimiter ?? hint?.[1] ?? findDelimiter(sample);
  const header = await findHeader(file, separator, hint !== null);
  const content = header?.row.content;
  if (!header || content?.kind !== 'cells') {
    const found = content?.kind === 'fault' ? `in its first line ${content.reason}` : 'it holds no text';
    const message = `${file.name} has no header line: ${found}.`;
    throw new InterdictError('BATCH_INPUT', message, { file: file.name, line: header?.row.line ?? 1 });
  }
  const headings = content.cells.map((heading) => heading.replace(/\s+/gu, ' ').trim());
  const named =
    separator === undefined ? 'one column' : `separated by ${DELIMITER_NAMES[separator] ?? separator}`;
  return {
    headings,
    description: `CSV, ${named}, ${file.encoding.encoding}`,
    rows: () => rowsBelow(header, file, separator, headings.length),
  };
}

async function beginningOf(file: InputFile): Promise<string> {
  let text = '';
  for await (const piece of textOf(file)) {
    text += piece;
    if (text.length >= SAMPLE_CHARACTERS) break;
  }
  return text.slice(0, SAMPLE_CHARACTERS);
}

/**
 * The delimiter of a file: the one that cuts the header into most cells, provided that most of the first rows agree
 * with the header; undefined if none occurs in the header (a file of one column).
 */
export function findDelimiter(sample: string): string | undefined {
  const candidates = DELIMITERS.map((delimiter) => {
    const splitter = new CsvSplitter(delimiter);
    // The sample may end within a record; a record that is not whole must not count.
    const records = splitter.push(sample);
    const rows = records.length > 0 ? records : splitter.end();
    const counts = rows.filter((row) => row.content.kind === 'cells').map(cellCount);
    const [columns = 0, ...below] = counts.slice(0, SAMPLE_ROWS + 1);
    const agreeing = below.filter((count) => count === columns).length;
    return { delimiter, columns, agrees: agreeing * 2 >= below.length };
  }).filter((candidate) => candidate.columns > 1);
  const agreeing = candidates.filter((candidate) => candidate.agrees);
  const choice = agreeing.length > 0 ? agreeing : candidates;
  return choice.sort((one, other) => other.columns - one.columns)[0]?.delimiter;
}

function cellCount(row: SourceRow): number {
  return row.content.kind === 'cells' ? row.content.cells.length : 0;
}

interface Header {
  readonly row: SourceRow;
  /** Records up to and including the header. */
  readonly position: number;
}

async function findHeader(
  file: InputFile,
  separator: string | undefined,
  hasHint: boolean,
): Promise<Header | undefined> {
  let position = 0;
  for await (const row of records(file, new CsvSplitter(separator))) {
    position += 1;
    const isAbove = row.content.kind === 'blank' || (position === 1 && hasHint);
    if (!isAbove) return { row, position };
  }
  return undefined;
}

async function* rowsBelow(
  header: Header,
  file: InputFile,
  separator: string | undefined,
  columns: number,
): AsyncGenerator<SourceRow> {
  let position = 0;
  for await (const row of records(file, new CsvSplitter(separator, columns))) {
    position += 1;
    if (position > header.position) yield row;
  }
}

async function* records(file: InputFile, splitter: CsvSplitter): AsyncGenerator<SourceRow> {
  for await (const text of textOf(file)) yield* splitter.push(text);
  yield* splitter.end();
}
