// A customer file: sent, its columns said, screened in the background, looked through, downloaded.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { Type } from '@sinclair/typebox';
import { csvLine } from '../../engine/batch/csv-cell.ts';
import { columnTargets, type FilePreview } from '../../engine/batch/preview.ts';
import { tableColumns, tableLines } from '../../engine/batch/result-table.ts';
import { DECISIONS_BY_GRAVITY } from '../../model/decision.ts';
import { InterdictError } from '../../model/errors.ts';
import type { Screening } from '../../model/screening.ts';
import { type Answer, file, json, jsonLines, nothing } from '../answers/answer.ts';
import { FilePreview as FilePreviewAnswer, FileRow, FileRows, JobStatus } from '../answers/files.ts';
import type { ColumnChoice } from '../files/column-choice.ts';
import type { Context } from '../server.ts';
import type { App } from '../typebox.ts';
import { whoOf } from '../who.ts';
import { Columns, columnsOf, nameOf } from './file-forms.ts';
import { Day, FileField, SearchSettings } from './schemas.ts';

const JobParams = Type.Object({ job: Type.String({ pattern: '^[0-9a-f-]{1,64}$' }) });
const DecisionName = Type.Union(DECISIONS_BY_GRAVITY.map((decision) => Type.Literal(decision)));

const RESULTS_ANSWER: Answer = {
  description: 'The results.',
  content: {
    ...file('', { 'text/csv': 'text' }).content,
    ...jsonLines(FileRow, '').content,
  },
};

export function registerFiles(app: App, { files }: Context): void {
  app.post(
    '/files',
    {
      schema: {
        tags: ['files'],
        summary: 'Send a file of customers: CSV, JSON lines or XLSX.',
        description:
          'A form with `file`. What its columns seem to be is answered, and nothing is screened yet.',
        consumes: ['multipart/form-data'],
        form: Type.Object({ file: FileField, columns: Type.Optional(Type.String()) }),
        response: {
          200: json(FilePreviewAnswer),
        },
      },
    },
    async (request) => {
      if (!request.isMultipart())
        throw new InterdictError('REQUEST_INVALID', 'The file is sent as a form (multipart/form-data).', {
          field: 'file',
        });
      let columns: ColumnChoice | undefined;
      for await (const part of request.parts()) {
        if (part.type === 'field') {
          if (part.fieldname === 'columns') columns = columnsOf(part.value);
          continue;
        }
        const { job, preview } = await files.take(part.file, nameOf(part.filename), whoOf(request));
        const seen = whatWasSeen(job, preview);
        return { ...seen, columns: columns ?? seen.columns };
      }
      throw new InterdictError('REQUEST_INVALID', 'The form has no file.', { field: 'file' });
    },
  );

  app.post(
    '/files/:job/start',
    {
      schema: {
        tags: ['files'],
        summary: 'Screen the file.',
        params: JobParams,
        body: Type.Object(
          {
            columns: Type.Optional(Columns),
            dateOrder: Type.Optional(Type.Union([Type.Literal('day-first'), Type.Literal('month-first')])),
            asOf: Type.Optional(Day),
            ...SearchSettings,
          },
          { additionalProperties: false },
        ),
        response: { 202: json(JobStatus) },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      return reply.code(202).send(await files.start(params.job, whoOf(request), body));
    },
  );

  app.post(
    '/files/:job/stop',
    {
      schema: {
        tags: ['files'],
        summary: 'Stop it, and keep the file.',
        description: 'It can be started again, from the beginning. A file that is finished stays so.',
        params: JobParams,
        response: { 200: json(JobStatus) },
      },
    },
    async (request) => files.stop(request.params.job, whoOf(request)),
  );

  app.get(
    '/files',
    {
      schema: {
        tags: ['files'],
        summary: 'The files that are here.',
        response: { 200: json(Type.Array(JobStatus), 'The files, newest first.') },
      },
    },
    async (request) => files.list(whoOf(request)),
  );
  app.get(
    '/files/:job',
    {
      schema: {
        tags: ['files'],
        summary: 'How far it is.',
        params: JobParams,
        response: {
          200: json(JobStatus),
        },
      },
    },
    async (request) => files.status(request.params.job, whoOf(request)),
  );
  app.get(
    '/files/:job/preview',
    {
      schema: {
        tags: ['files'],
        summary: 'What its columns seem to be.',
        description: 'The same as when it was sent.',
        params: JobParams,
        response: {
          200: json(FilePreviewAnswer),
        },
      },
    },
    async (request) => whatWasSeen(request.params.job, files.preview(request.params.job, whoOf(request))),
  );
  app.get(
    '/files/:job/rows',
    {
      schema: {
        tags: ['files'],
        summary: 'Rows that are done, page by page.',
        params: JobParams,
        querystring: Type.Object({
          offset: Type.Integer({ minimum: 0, default: 0 }),
          limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
          decision: Type.Optional(DecisionName),
        }),
        response: { 200: json(FileRows, 'The rows.') },
      },
    },
    async (request) => {
      const { offset, limit, decision } = request.query;
      const page = await files.rows(request.params.job, whoOf(request), offset, limit, decision);
      return { offset, limit, ...page };
    },
  );
  app.get(
    '/files/:job/results',
    {
      schema: {
        tags: ['files'],
        summary: 'The finished results.',
        params: JobParams,
        querystring: Type.Object({
          format: Type.Union([Type.Literal('csv'), Type.Literal('jsonl'), Type.Literal('problems')], {
            default: 'csv',
          }),
        }),
        response: { 200: RESULTS_ANSWER },
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const { name, results, problems } = files.files(params.job, whoOf(request));
      if (query.format === 'problems' && !problems)
        throw new InterdictError('NOT_FOUND', 'Every row was screened with all its values.');
      const isJson = query.format === 'jsonl';
      const ending = query.format === 'problems' ? 'problems.csv' : `results.${query.format}`;
      const stream =
        query.format === 'problems'
          ? createReadStream(problems!)
          : isJson
            ? createReadStream(results)
            : Readable.from(csvOf(results), { objectMode: false });
      return reply
        .type(isJson ? 'application/x-ndjson; charset=utf-8' : 'text/csv; charset=utf-8')
        .header('Content-Disposition', `attachment; filename="${plainName(name)}.${ending}"`)
        .send(stream);
    },
  );
  app.delete(
    '/files/:job',
    {
      schema: {
        tags: ['files'],
        summary: 'Stop it and remove the file.',
        params: JobParams,
        response: { 204: nothing('It is gone.') },
      },
    },
    async (request, reply) => {
      await files.remove(request.params.job, whoOf(request));
      return reply.code(204).send(undefined);
    },
  );
}

/** What a person is shown of a file, so that they can say what its columns are. */
function whatWasSeen(job: string, { name, description, headings, targets, rows, isEntities }: FilePreview) {
  return {
    job,
    name,
    description,
    headings,
    columns: byTarget(headings, targets),
    unused: headings.filter((_, at) => targets[at] === undefined),
    sample: rows,
    isEntities,
    targets: columnTargets(),
  };
}

/** The results as a table, made out of JSON lines as they are sent. */
async function* csvOf(path: string): AsyncGenerator<string> {
  yield csvLine(tableColumns(false).map(({ heading }) => heading));
  for await (const text of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const { row, line, ...screening } = JSON.parse(text) as { row: number; line: number } & Screening;
    for (const cells of tableLines({ row, line, screening }, false)) yield csvLine(cells);
  }
}

/** Target -> heading; several headings of one target as an array. */
function byTarget(headings: readonly string[], targets: readonly (string | undefined)[]): ColumnChoice {
  const columns: Record<string, string | string[]> = {};
  headings.forEach((heading, at) => {
    const target = targets[at];
    if (target === undefined) return;
    const known = columns[target];
    columns[target] = known === undefined ? heading : [known, heading].flat();
  });
  return columns;
}

/** As part of a header: letters, digits, dots, dashes, without its ending. */
function plainName(name: string): string {
  const plain = name
    .replace(/\.[^.]*$/u, '')
    .normalize('NFKD')
    .replace(/[^\w.-]+/gu, '-');
  return plain.replace(/^[-.]+|[-.]+$/gu, '') || 'customers';
}
