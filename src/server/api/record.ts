// The record: every screening, reading and batch that was answered, in a chain that shows any change.
import { Type } from '@sinclair/typebox';
import { file, json } from '../answers/answer.ts';
import { RecordedEntry, RecordSummary, Rerun, Verification } from '../answers/record.ts';
import type { Context } from '../server.ts';
import type { App } from '../typebox.ts';
import { IdParams } from './schemas.ts';

/** A report holds names and texts of others; it is a document and runs nothing, whatever is in it. */
const REPORT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'none'; sandbox";

const REPORT_ANSWERS = {
  html: file('The document.', { 'text/html': 'text' }),
  pdf: file('The document.', { 'application/pdf': 'binary' }),
};

export function registerRecord(app: App, { services }: Context): void {
  const { record } = services;

  app.get(
    '/record',
    {
      schema: {
        tags: ['record'],
        summary: 'What was asked, newest first.',
        querystring: Type.Object({
          before: Type.Optional(
            Type.Integer({ minimum: 1, description: 'Only entries with a lower number.' }),
          ),
          limit: Type.Integer({ minimum: 1, maximum: 500, default: 50 }),
        }),
        response: { 200: json(Type.Array(RecordSummary), 'The entries.') },
      },
    },
    async ({ query }) => record.list(query.before, query.limit),
  );
  app.get(
    '/record/:id',
    {
      schema: {
        tags: ['record'],
        summary: 'One entry, whole.',
        params: IdParams,
        response: { 200: json(RecordedEntry) },
      },
    },
    async ({ params }) => record.get(params.id),
  );
  app.post(
    '/record/verify',
    {
      schema: {
        tags: ['record'],
        summary: 'Check the whole chain.',
        response: { 200: json(Verification) },
      },
    },
    async () => record.verify(),
  );
  app.post(
    '/record/:id/rerun',
    {
      schema: {
        tags: ['record'],
        summary: 'Ask the same again, of the very same lists.',
        params: IdParams,
        response: { 200: json(Rerun) },
      },
    },
    async ({ params }) => record.rerun(params.id),
  );
  for (const format of ['html', 'pdf'] as const) {
    app.get(
      `/record/:id/report.${format}`,
      {
        schema: {
          tags: ['record'],
          summary: `What an examiner files, as ${format.toUpperCase()}.`,
          params: IdParams,
          response: { 200: REPORT_ANSWERS[format] },
        },
      },
      async ({ params }, reply) => {
        const report = await record.report(params.id, format);
        if (format === 'html') reply.header('Content-Security-Policy', REPORT_POLICY);
        return reply
          .type(format === 'html' ? 'text/html; charset=utf-8' : 'application/pdf')
          .header('Content-Disposition', `inline; filename="${fileName(params.id)}.${format}"`)
          .send(Buffer.from(report));
      },
    );
  }
}

/** An id as part of a file name: nothing in it can end the header or leave the folder. */
function fileName(id: string): string {
  return `interdict-${id.replace(/[^\w-]+/gu, '').slice(0, 60)}`;
}
