// Delimited text as rows with their line numbers. Quoting errors refuse the file; a row with too few or too many
// cells is handed over marked, for the reader to set aside; if that row is the last one and too short, the file was
// cut and is refused.
import { CsvError, parse } from 'csv-parse';
import { InterdictError } from '../../model/errors.ts';
import { type ListFile, textOf } from '../list-file.ts';

export interface CsvRow {
  /** Line on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvOptions {
  /** @default ',' */
  readonly delimiter?: string;
  /** Cells that each row must have; a last row with fewer means that the file was cut. */
  readonly columns?: number;
  /** A mark that the publisher puts at the very end; a file without it was cut. Not part of the last row. */
  readonly endMark?: string;
}

/**
 * Streams the rows of a delimited file. Rows without any text are passed over.
 * @throws InterdictError LIST_EMPTY, LIST_MALFORMED, LIST_TRUNCATED or LIST_WRONG_FORMAT, with file and line
 */
export async function* csvRows(file: ListFile, options: CsvOptions = {}): AsyncGenerator<CsvRow> {
  const parser = parse({
    delimiter: options.delimiter ?? ',',
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  const pump = feed(file, parser, options.endMark);
  // The error of the pump reaches the loop below through the parser; this keeps it from being "unhandled" meanwhile.
  pump.catch(() => {});
  let previous: CsvRow | undefined;
  let line = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      if (previous) yield previous;
      previous = { line, cells: record };
      line = info.lines + 1;
    }
    await pump;
  } catch (cause) {
    if (cause instanceof CsvError) throw refusal(file, cause, line);
    throw cause;
  }
  if (!previous) throw new InterdictError('LIST_EMPTY', `${file.name} holds no row.`, { file: file.name });
  if (options.columns !== undefined && previous.cells.length < options.columns) {
    const found = `the last row has ${previous.cells.length} of ${options.columns} columns`;
    throw new InterdictError(
      'LIST_TRUNCATED',
      `${file.name}, line ${previous.line}: ${found}; the file was cut.`,
      {
        file: file.name,
        line: previous.line,
      },
    );
  }
  yield previous;
}

/** Writes the file into the parser, checking its beginning and its end. */
async function feed(
  file: ListFile,
  parser: ReturnType<typeof parse>,
  endMark: string | undefined,
): Promise<void> {
  try {
    let isFirst = true;
    let tail = '';
    for await (const text of textOf(file)) {
      if (isFirst && /^\s*<(?:!doctype|html|\?xml)\b/iu.test(text)) {
        const message = `${file.name}, line 1: expected delimited text, found a web page or XML.`;
        throw new InterdictError('LIST_WRONG_FORMAT', message, { file: file.name, line: 1 });
      }
      isFirst = false;
      const whole = tail + text;
      const kept = endMark ? endMark.length : 0;
      tail = kept ? whole.slice(-kept) : '';
      const ready = kept ? whole.slice(0, -kept) : whole;
      if (ready && !parser.write(ready)) await new Promise((resolve) => parser.once('drain', resolve));
    }
    if (endMark && tail !== endMark && !isFirst) {
      const mark = `the end mark (0x${endMark.charCodeAt(0).toString(16).toUpperCase()})`;
      const message = `${file.name} ends without ${mark} that its publisher writes; the file was cut.`;
      throw new InterdictError('LIST_TRUNCATED', message, { file: file.name });
    }
    parser.end();
  } catch (error) {
    parser.destroy(error as Error);
    throw error;
  }
}

function refusal(file: ListFile, error: CsvError, line: number): InterdictError {
  const place = { file: file.name, line };
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    const message = `${file.name}, line ${line}: a quoted cell is not closed; the file was cut.`;
    return new InterdictError('LIST_TRUNCATED', message, place, { cause: error });
  }
  const message = `${file.name}, line ${line}: not well-formed delimited text (${error.message}).`;
  return new InterdictError('LIST_MALFORMED', message, place, { cause: error });
}
