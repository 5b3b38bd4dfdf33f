// The results of a finished run as a workbook: the table, and a sheet that says which run it was.
import { createReadStream } from 'node:fs';
import type { Screening } from '../../model/screening.ts';
import { describeMap } from './column-map.ts';
import type { BatchCounts } from './counts.ts';
import type { Cell } from './csv-cell.ts';
import { jsonRows } from './json-lines-source.ts';
import type { BatchJob } from './prepare-batch.ts';
import type { ProgressListener } from './progress.ts';
import { type RowResult, tableColumns, tableLines } from './result-table.ts';
import { decoded } from './text-encoding.ts';
import { WorkbookWriter } from './workbook-writer.ts';

/** Makes the workbook out of the results so far, which are JSON lines. */
export async function convertToWorkbook(
  job: BatchJob,
  counts: BatchCounts,
  onProgress?: ProgressListener,
): Promise<void> {
  const allMatches = job.options.allMatches ?? false;
  const workbook = await WorkbookWriter.create(job.paths.converted);
  try {
    let first: Screening | undefined;
    let done = 0;
    const lines = async function* (): AsyncGenerator<Cell[]> {
      for await (const result of resultsIn(job.paths.part)) {
        first ??= result.screening;
        yield* tableLines(result, allMatches);
        done += 1;
        if (done % 1_000 === 0) onProgress?.({ phase: 'converting', done, total: counts.screened });
      }
    };
    await workbook.addTable('Results', tableColumns(allMatches), lines());
    const columns = [
      { heading: 'what', width: 26 },
      { heading: 'value', width: 100 },
    ];
    await workbook.addTable('Run', columns, aboutRun(job, counts, first));
    await workbook.close();
  } catch (error) {
    await workbook.abandon();
    throw error;
  }
}

async function* resultsIn(path: string): AsyncGenerator<RowResult> {
  const pieces = decoded(createReadStream(path) as AsyncIterable<Uint8Array>, 'utf-8');
  for await (const { content } of jsonRows(pieces, Number.POSITIVE_INFINITY)) {
    if (content.kind !== 'object') continue;
    const { row, line, ...screening } = content.object;
    yield { row: row as number, line: line as number, screening: screening as unknown as Screening };
  }
}

function aboutRun(job: BatchJob, counts: BatchCounts, first: Screening | undefined): Cell[][] {
  const { input, rules } = job;
  const engine =
    first && `${first.engine.version}, policy ${first.engine.policy} (${first.engine.policyHash})`;
  return [
    ['input', input.name],
    ['input SHA-256', input.sha256],
    ['columns', describeMap(rules.columns)],
    ['dates', rules.dateOrder],
    ['rows', counts.rows],
    ['rows screened', counts.screened],
    ['rows not screened', counts.notScreened],
    ['empty rows', counts.blank],
    ['values left out', counts.valuesLeftOut],
    ...Object.entries(counts.decisions).map(([decision, count]) => [`decision ${decision}`, count]),
    ['lists of', first?.asOf],
    ['engine', engine],
    ...(first?.lists ?? []).map(({ dataset, version, published, state }) => [
      `list ${dataset}`,
      [published, state, version].filter(Boolean).join(', '),
    ]),
  ];
}
