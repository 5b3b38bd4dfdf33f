// The lists: how old they are, what changed in them, and an update with its progress as it happens.
import { Type } from '@sinclair/typebox';
import { isFailure } from '../../engine/lists/add-lists.ts';
import { diffAsJson, outcomeAsJson } from '../../engine/lists/as-json.ts';
import { DEFAULT_PROFILE } from '../../engine/profiles.ts';
import { json, jsonLines } from '../answers/answer.ts';
import { ListChanges, Lists, ListVersion, UpdateLine } from '../answers/lists.ts';
import { sendJsonLines } from '../json-lines.ts';
import type { Context } from '../server.ts';
import type { App } from '../typebox.ts';
import { Dataset, Day } from './schemas.ts';

/** A version by its day, or by the beginning of its hash. */
const Version = Type.Optional(Type.String({ minLength: 4, maxLength: 80 }));

/** Milliseconds between two lines about the progress of one step. */
const BETWEEN_LINES = 250;

/** One line of progress: bytes or records done, and how many there are where that is known. */
interface ProgressLine {
  readonly step: 'fetching' | 'reading';
  readonly dataset: string;
  readonly part?: string;
  readonly done: number;
  readonly total?: number;
}

export function registerLists(app: App, { services, clock }: Context): void {
  app.get(
    '/lists',
    {
      schema: {
        tags: ['lists'],
        summary: 'Which lists there are, and how old.',
        querystring: Type.Object({
          asOf: Type.Optional(Day),
          profile: Type.Optional(Type.String({ maxLength: 60 })),
        }),
        response: { 200: json(Lists, 'The lists, those that the profile requires first.') },
      },
    },
    async ({ query }) => {
      const { asOf = clock().toISOString().slice(0, 10), profile = DEFAULT_PROFILE } = query;
      const lists = await services.lists.status(profile, asOf);
      return { asOf, profile, profiles: services.lists.profiles(), lists };
    },
  );

  app.get(
    '/lists/:dataset/changes',
    {
      schema: {
        tags: ['lists'],
        summary: 'What changed between two versions of a list.',
        description: 'Without `to` the last version; without `from` the one before `to`.',
        params: Type.Object({ dataset: Dataset }),
        querystring: Type.Object({ from: Version, to: Version }),
        response: { 200: json(ListChanges) },
      },
    },
    async ({ params, query }) => {
      const found = await services.lists.diff(params.dataset, query.from, query.to);
      return { ...diffAsJson(found), words: found.words };
    },
  );

  app.get(
    '/lists/:dataset/versions',
    {
      schema: {
        tags: ['lists'],
        summary: 'The stored versions of a list, oldest publication first.',
        params: Type.Object({ dataset: Dataset }),
        response: { 200: json(Type.Array(ListVersion), 'The versions.') },
      },
    },
    async ({ params }) => services.lists.history(params.dataset),
  );

  app.post(
    '/lists/:dataset/confirm',
    {
      schema: {
        tags: ['lists'],
        summary: 'Take a held version into use.',
        description: 'A version that lost more than a tenth of its parties waits until a person confirms it.',
        params: Type.Object({ dataset: Dataset }),
        body: Type.Object({ version: Version }, { additionalProperties: false, default: {} }),
        response: { 200: json(ListVersion) },
      },
    },
    async ({ params, body }) => services.lists.confirm(params.dataset, body.version),
  );

  app.post(
    '/lists/update',
    {
      schema: {
        tags: ['lists'],
        summary: 'Fetch lists from their publishers; JSON lines as it goes.',
        body: Type.Object(
          {
            datasets: Type.Optional(Type.Array(Dataset, { maxItems: 100 })),
            acceptShrink: Type.Optional(Type.Boolean()),
          },
          { additionalProperties: false, default: {} },
        ),
        response: {
          200: jsonLines(UpdateLine, 'What happens, line by line; the last is the outcome, or an error.'),
        },
      },
    },
    async ({ body }, reply) =>
      sendJsonLines(reply, async (report) => {
        const say = atMostOften(report);
        const outcomes = await services.lists.update(body.datasets ?? [], {
          acceptShrink: body.acceptShrink,
          onFetch: (dataset, { part, bytes, total }) =>
            say({ step: 'fetching', dataset, part, done: bytes, ...(total === undefined ? {} : { total }) }),
          onProgress: ({ dataset, done, total }) =>
            say({ step: 'reading', dataset, done, ...(total === undefined ? {} : { total }) }),
        });
        return { ok: !outcomes.some(isFailure), outcomes: outcomes.map(outcomeAsJson) };
      }),
  );

  /** Progress comes with every piece of a file; a reader needs a few lines a second. */
  function atMostOften(report: (line: object) => void) {
    let last = { step: '', dataset: '', at: 0 };
    return (line: ProgressLine): void => {
      const at = clock().getTime();
      if (line.step === last.step && line.dataset === last.dataset && at - last.at < BETWEEN_LINES) return;
      last = { ...line, at };
      report(line);
    };
  }
}
