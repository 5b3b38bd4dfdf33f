// Reports: reads one that is sent or named by its address, and answers what was read, with claims and findings.
import { Type } from '@sinclair/typebox';
import type { FastifyRequest } from 'fastify';
import type { ReportInput } from '../../engine/report-reader.ts';
import { InterdictError } from '../../model/errors.ts';
import { json } from '../answers/answer.ts';
import { ArticleEntry, Claim, ClaimAnswer, Reading } from '../answers/reading.ts';
import type { Context } from '../server.ts';
import { type App, checkOf, MAX_TEXT } from '../typebox.ts';
import { whoOf } from '../who.ts';
import { FileField, IdParams } from './schemas.ts';

const Id = Type.String({ minLength: 1, maxLength: 300 });
const Facts = {
  title: Type.Optional(Type.String({ maxLength: MAX_TEXT })),
  url: Type.Optional(Type.String({ maxLength: MAX_TEXT })),
  published: Type.Optional(Type.String({ maxLength: 40 })),
  publisher: Type.Optional(Type.String({ maxLength: 300 })),
};
const ReadBody = Type.Object(
  { text: Type.Optional(Type.String({ minLength: 1 })), ...Facts },
  { additionalProperties: false, description: '`text`, or a `url` to fetch.' },
);
const checkFields = checkOf(Type.Object(Facts), 'body');

/** Bytes of a report at most; the largest kind, PDF, is read up to this. */
const MAX_REPORT_BYTES = 60_000_000;

/** What a file of a report may be. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  html: 'text/html',
  htm: 'text/html',
  pdf: 'application/pdf',
};

export function registerReadings(app: App, { services }: Context): void {
  app.post(
    '/read',
    {
      // The body is checked below: it may be JSON or a form with a file.
      schema: {
        tags: ['reports'],
        summary: 'Read a report.',
        description:
          'JSON { text, title?, url?, published?, publisher? }, JSON { url }, or a form with `file`.',
        consumes: ['application/json', 'multipart/form-data'],
        form: Type.Object({ ...ReadBody.properties, file: Type.Optional(FileField) }),
        response: { 200: json(Reading) },
      },
    },
    async (request) => {
      if (request.isMultipart()) return services.reading.read(await reportOfForm(request), whoOf(request));
      const { text, ...facts } = bodyOf(request.body);
      if (text !== undefined) {
        const bytes = new TextEncoder().encode(text);
        return services.reading.read({ bytes, mediaType: 'text/plain', ...facts }, whoOf(request));
      }
      if (facts.url === undefined)
        throw new InterdictError('REQUEST_INVALID', 'There is neither a text nor a url.', { field: 'text' });
      return services.reading.readUrl(facts.url, whoOf(request));
    },
  );

  app.get(
    '/articles',
    {
      schema: {
        tags: ['reports'],
        summary: 'The reports that were read.',
        response: { 200: json(Type.Array(ArticleEntry), 'The reports, those that came in last first.') },
      },
    },
    async () => services.claims.articles(),
  );
  app.get(
    '/readings',
    {
      schema: {
        tags: ['reports'],
        summary: 'Several reports together.',
        querystring: Type.Object({
          articles: Type.String({ maxLength: 4_000, description: 'Ids, with commas.' }),
        }),
        response: { 200: json(Reading) },
      },
    },
    async ({ query }) => services.claims.readings(query.articles.split(',').filter(Boolean)),
  );
  app.get(
    '/claims',
    {
      schema: {
        tags: ['reports'],
        summary: 'Claims about a party or in a report.',
        querystring: Type.Object({
          about: Type.Optional(Id),
          article: Type.Optional(Id),
          contradictions: Type.Optional(Type.Boolean()),
        }),
        response: { 200: json(ClaimAnswer) },
      },
    },
    async ({ query }) => services.claims.claims(query),
  );
  app.post(
    '/claims/:id/review',
    {
      schema: {
        tags: ['reports'],
        summary: 'Confirm, reject or note a claim.',
        params: IdParams,
        body: Type.Object(
          {
            state: Type.Union([
              Type.Literal('auto'),
              Type.Literal('confirmed'),
              Type.Literal('rejected'),
              Type.Literal('edited'),
            ]),
            note: Type.Optional(Type.String({ maxLength: MAX_TEXT })),
          },
          { additionalProperties: false },
        ),
        response: { 200: json(Claim) },
      },
    },
    async (request) =>
      services.claims.review(request.params.id, request.body, whoOf(request) ?? services.user),
  );
}

const checkRead = checkOf(ReadBody, 'body');

function bodyOf(body: unknown): {
  text?: string;
  title?: string;
  url?: string;
  published?: string;
  publisher?: string;
} {
  const checked = checkRead(body ?? {});
  if ('error' in checked) throw checked.error;
  return checked.value as ReturnType<typeof bodyOf>;
}

async function reportOfForm(request: FastifyRequest): Promise<ReportInput> {
  const facts: Record<string, string> = {};
  let file: { bytes: Uint8Array; name: string } | undefined;
  for await (const part of request.parts({ limits: { fileSize: MAX_REPORT_BYTES } })) {
    if (part.type === 'file') file = { bytes: await part.toBuffer(), name: part.filename };
    else if (typeof part.value === 'string' && part.value !== '') facts[part.fieldname] = part.value;
  }
  if (!file) throw new InterdictError('REQUEST_INVALID', 'The form has no file.', { field: 'file' });
  const checked = checkFields(facts);
  if ('error' in checked) throw checked.error;
  const ending = /\.([a-z0-9]+)$/iu.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const mediaType = MEDIA_TYPES[ending];
  if (!mediaType) {
    const message = `The file must be ${Object.keys(MEDIA_TYPES).join(', ')}.`;
    throw new InterdictError('REQUEST_INVALID', message, { field: 'file' });
  }
  return { bytes: file.bytes, mediaType, name: file.name, ...(checked.value as object) };
}
