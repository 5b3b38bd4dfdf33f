// JSON lines as a source of rows: one object a line, blank lines passed over. A line that is no JSON object costs
// itself only. What the object means (flat keys, or a FollowTheMoney entity) is for others to say.
import { type InputFile, textOf } from './input-file.ts';
import {
  beginningOf,
  MAX_ROW_CHARACTERS,
  type RowContent,
  type RowSource,
  type SourceRow,
} from './source-row.ts';

export function openJsonLines(file: InputFile): RowSource {
  return { description: `JSON lines, ${file.encoding.encoding}`, rows: () => jsonRows(textOf(file)) };
}

/**
 * The rows of JSON lines. A carriage return before a line end is white space to JSON.
 * @param maxCharacters a longer line is a fault and is not kept in memory
 */
export async function* jsonRows(
  pieces: AsyncIterable<string>,
  maxCharacters = MAX_ROW_CHARACTERS,
): AsyncGenerator<SourceRow> {
  let line = 1;
  let text = '';
  let length = 0;
  const extend = (more: string): void => {
    if (length <= maxCharacters) text += more;
    length += more.length;
    if (length > maxCharacters) text = beginningOf(text, maxCharacters);
  };
  const finish = (): SourceRow => {
    const content = length > maxCharacters ? tooLong(length) : contentOf(text);
    const row = { line, text: text.trimEnd(), content };
    line += 1;
    text = '';
    length = 0;
    return row;
  };
  for await (const piece of pieces) {
    let start = 0;
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', start)) {
      extend(piece.slice(start, end));
      yield finish();
      start = end + 1;
    }
    extend(piece.slice(start));
  }
  if (length > 0) yield finish();
}

function tooLong(length: number): RowContent {
  return { kind: 'fault', reason: `it is too long (${length.toLocaleString('en')} characters)` };
}

function contentOf(line: string): RowContent {
  if (line.trim() === '') return { kind: 'blank' };
  try {
    const value = parseExactly(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { kind: 'object', object: value as Record<string, unknown> };
    return { kind: 'fault', reason: 'it is JSON, but not an object' };
  } catch (error) {
    return { kind: 'fault', reason: `it is not JSON (${(error as Error).message})` };
  }
}

type SourceReviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

/** Numbers that a double cannot hold as written (long ids, trailing zeros) come as their text. */
function parseExactly(line: string): unknown {
  if (!/\d{16}|\d\.\d|\d[eE]/u.test(line)) return JSON.parse(line);
  const keepText: SourceReviver = (_key, value, context) =>
    typeof value === 'number' && context.source !== undefined && String(value) !== context.source
      ? context.source
      : value;
  return JSON.parse(line, keepText as (key: string, value: unknown) => unknown);
}
