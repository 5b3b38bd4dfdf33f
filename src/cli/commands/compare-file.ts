// `interdict compare --file`: scores a file of pairs, a line for each, in the order of the file.
// CSV keeps its own columns and gains `score` and `explanation`; JSON lines gain the same two fields.

import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import { parse } from 'csv-parse';
import { csvLine } from '../../engine/batch/csv-cell.ts';
import { compareEntityPair, compareNamePair, type PairComparison } from '../../engine/compare-pairs.ts';
import { InterdictError } from '../../model/errors.ts';
import { parseSchemaName } from '../../model/schema/schema.ts';
import type { PartyQuery } from '../../model/screening.ts';
import type { CliContext } from '../context.ts';

const REQUIRED = ['schema', 'name1', 'name2'] as const;

/**
 * Scores a file of pairs.
 * @param output where the scored pairs go. @default standard output
 * @throws InterdictError FILE_UNREADABLE, QUERY_INVALID or SCHEMA_UNKNOWN, with file and line
 */
export async function compareFile(
  path: string,
  output: string | undefined,
  context: CliContext,
): Promise<void> {
  const write = output === undefined ? (text: string) => context.stdout.write(text) : undefined;
  const stream = output === undefined ? undefined : createWriteStream(output);
  const put = async (text: string): Promise<void> => {
    if (write) write(text);
    else if (stream && !stream.write(text)) await once(stream, 'drain');
  };
  const isJson = /\.(?:jsonl|ndjson|json)$/iu.test(path);
  const count = isJson ? await compareJsonLines(path, put) : await compareCsv(path, put);
  if (stream) await closed(stream);
  context.stderr.write(`${count} pairs compared${output === undefined ? '' : ` into ${output}`}.\n`);
}

async function closed(stream: Writable): Promise<void> {
  stream.end();
  await once(stream, 'finish');
}

async function compareCsv(path: string, put: (text: string) => Promise<void>): Promise<number> {
  const rows = readText(path).pipe(parse({ bom: true, columns: true, info: true, skip_empty_lines: true }));
  let count = 0;
  for await (const { record, info } of rows as AsyncIterable<{
    record: Record<string, string>;
    info: { lines: number };
  }>) {
    const missing = REQUIRED.find((column) => record[column] === undefined);
    if (missing)
      throw new InterdictError('QUERY_INVALID', `${path} has no column "${missing}".`, {
        file: path,
        line: 1,
      });
    const comparison = placed(path, info.lines, () =>
      compareNamePair(record['name1']!, record['name2']!, parseSchemaName(record['schema']!)),
    );
    if (count === 0) await put(csvLine([...Object.keys(record), 'score', 'explanation']));
    await put(csvLine([...Object.values(record), comparison.score, explanationOf(comparison)]));
    count += 1;
  }
  return count;
}

async function compareJsonLines(path: string, put: (text: string) => Promise<void>): Promise<number> {
  let count = 0;
  let line = 0;
  for await (const text of createInterface({ input: readText(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (!text.trim()) continue;
    const comparison = placed(path, line, () => {
      const { left, right } = JSON.parse(text) as { left: PartyQuery; right: PartyQuery };
      return compareEntityPair(asQuery(left), asQuery(right));
    });
    const pair = JSON.parse(text) as Record<string, unknown>;
    await put(`${JSON.stringify({ ...pair, score: comparison.score, explanation: comparison })}\n`);
    count += 1;
  }
  return count;
}

/** Entities may state one text where the model has a list of them. */
function asQuery(entity: PartyQuery): PartyQuery {
  if (!entity || typeof entity.schema !== 'string' || typeof entity.properties !== 'object') {
    throw new InterdictError('QUERY_INVALID', 'Each of "left" and "right" needs a schema and properties.');
  }
  const properties = Object.fromEntries(
    Object.entries(entity.properties).map(([name, values]) => [
      name,
      ([values].flat() as unknown[]).map(String),
    ]),
  );
  return { schema: parseSchemaName(entity.schema), properties };
}

function explanationOf({ names, features }: PairComparison): string {
  const parts = (names?.parts ?? []).map(
    (part) => `${part.query ?? '-'} ~ ${part.candidate ?? '-'}: ${part.relation}, ${part.how}`,
  );
  return [...parts, ...features.map(({ feature, detail }) => `${feature}: ${detail}`)].join('; ');
}

/** Adds file and line to whatever is wrong with one pair. */
function placed<Result>(file: string, line: number, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    const code = cause instanceof InterdictError ? cause.code : 'QUERY_INVALID';
    throw new InterdictError(
      code,
      `${file}, line ${line}: ${(cause as Error).message}`,
      { file, line },
      { cause },
    );
  }
}

function readText(path: string) {
  return createReadStream(path, { encoding: 'utf8' }).on('error', (cause) => {
    throw new InterdictError(
      'FILE_UNREADABLE',
      `${path} cannot be read: ${cause.message}.`,
      { file: path },
      { cause },
    );
  });
}
