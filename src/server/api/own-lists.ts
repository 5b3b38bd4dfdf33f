// Lists of the user's own: sent as a file, looked at, taken into use (by the same confirmation as any version that is
// held), replaced and removed.
import { randomUUID } from 'node:crypto';
import { Type } from '@sinclair/typebox';
import type { FastifyRequest } from 'fastify';
import { OwnLists } from '../../engine/lists/own-lists.ts';
import { InterdictError } from '../../model/errors.ts';
import { json, nothing } from '../answers/answer.ts';
import { ListReview } from '../answers/lists.ts';
import { JobFolder } from '../files/job-folder.ts';
import type { Context } from '../server.ts';
import { type App, checkOf } from '../typebox.ts';
import { Columns, columnsOf, nameOf } from './file-forms.ts';
import { Dataset, Day, FileField } from './schemas.ts';

/** Bytes of a list of one's own at most: several hundred thousand parties. */
const MAX_BYTES = 64 << 20;

const Fields = Type.Object({ dataset: Dataset, published: Type.Optional(Day) });
const checkFields = checkOf(Fields, 'body');

const ListParams = Type.Object({ dataset: Dataset });
const VersionParams = Type.Object({
  dataset: Dataset,
  version: Type.String({ minLength: 4, maxLength: 80, description: 'A day, or the beginning of a hash.' }),
});

export function registerOwnLists(app: App, { services, settings, clock }: Context): void {
  const own = new OwnLists(services.lists, clock);

  app.post(
    '/lists',
    {
      schema: {
        tags: ['lists'],
        summary: 'Send a list of your own: CSV, JSON lines or YAML.',
        description:
          'A form with `file`, `dataset` (its name) and perhaps `published` and `columns` (JSON: property to column). The version is held until it is confirmed.',
        consumes: ['multipart/form-data'],
        form: Type.Object({ ...Fields.properties, columns: Type.Optional(Columns), file: FileField }),
        response: { 200: json(ListReview) },
      },
    },
    async (request) => {
      if (!request.isMultipart())
        throw new InterdictError('REQUEST_INVALID', 'The list is sent as a form (multipart/form-data).', {
          field: 'file',
        });
      const folder = await JobFolder.create(services.uploadFolder, randomUUID());
      try {
        return await own.offer(await listOfForm(request, folder));
      } finally {
        await folder.remove();
      }
    },
  );

  app.get(
    '/lists/:dataset/versions/:version',
    {
      schema: {
        tags: ['lists'],
        summary: 'What was read of a version, and what was not.',
        params: VersionParams,
        response: { 200: json(ListReview) },
      },
    },
    async ({ params }) => own.review(params.dataset, params.version),
  );

  app.delete(
    '/lists/:dataset/versions/:version',
    {
      schema: {
        tags: ['lists'],
        summary: 'Remove a version of a list of your own.',
        params: VersionParams,
        response: { 204: nothing('It is gone.') },
      },
    },
    async ({ params }, reply) => {
      await own.remove(params.dataset, params.version);
      return reply.code(204).send(undefined);
    },
  );

  app.delete(
    '/lists/:dataset',
    {
      schema: {
        tags: ['lists'],
        summary: 'Remove a list of your own, with all its versions.',
        params: ListParams,
        response: { 204: nothing('It is gone.') },
      },
    },
    async ({ params }, reply) => {
      await own.remove(params.dataset);
      return reply.code(204).send(undefined);
    },
  );

  async function listOfForm(request: FastifyRequest, folder: JobFolder) {
    const fields: Record<string, unknown> = {};
    let file: { readonly path: string; readonly name: string } | undefined;
    for await (const part of request.parts({
      limits: { fileSize: Math.min(MAX_BYTES, settings.fileLimit) },
    })) {
      if (part.type === 'field') {
        if (part.value !== '') fields[part.fieldname] = part.value;
        continue;
      }
      const name = nameOf(part.filename);
      file = { path: await folder.receive(part.file, name, 'list'), name };
    }
    if (!file) throw new InterdictError('REQUEST_INVALID', 'The form has no file.', { field: 'file' });
    const { columns, dataset, published } = fields;
    const checked = checkFields({ dataset, ...(published === undefined ? {} : { published }) });
    if ('error' in checked) throw checked.error;
    return {
      ...file,
      ...(checked.value as typeof Fields.static),
      columns: columns === undefined ? undefined : columnsOf(columns),
    };
  }
}
