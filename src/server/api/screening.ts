// Screens a party, and compares two names.
import { Type } from '@sinclair/typebox';
import { compareNamePair } from '../../engine/compare-pairs.ts';
import { readProperties } from '../../engine/party-input.ts';
import { InterdictError } from '../../model/errors.ts';
import { parseSchemaName } from '../../model/schema/schema.ts';
import { json } from '../answers/answer.ts';
import { PairComparison, Screening } from '../answers/screening.ts';
import type { Context } from '../server.ts';
import { type App, MAX_TEXT } from '../typebox.ts';
import { whoOf } from '../who.ts';
import { Day, PartyQueryBody, SearchSettings } from './schemas.ts';

export function registerScreening(app: App, { services }: Context): void {
  app.post(
    '/screen',
    {
      schema: {
        tags: ['screening'],
        summary: 'Screen a party.',
        body: Type.Object(
          { query: PartyQueryBody, asOf: Type.Optional(Day), ...SearchSettings },
          { additionalProperties: false },
        ),
        response: { 200: json(Screening) },
      },
    },
    async (request) => {
      const { query, ...options } = request.body;
      const schema = parseSchemaName(query.schema);
      const { properties, issues } = readProperties(schema, query.properties);
      const [issue] = issues;
      if (issue)
        throw new InterdictError('QUERY_INVALID', `${issue.field}: ${issue.reason}.`, { field: issue.field });
      const screening = await services.screening.screen(
        { ...query, schema, properties },
        { ...options, who: whoOf(request) },
      );
      app.countDecision(screening.decision);
      return screening;
    },
  );

  const Name = Type.String({ minLength: 1, maxLength: MAX_TEXT });
  app.post(
    '/compare',
    {
      schema: {
        tags: ['screening'],
        summary: 'Compare two names without any list.',
        body: Type.Object(
          { schema: Type.Optional(Type.String({ maxLength: 40 })), left: Name, right: Name },
          {
            additionalProperties: false,
            examples: [{ schema: 'Person', left: 'Mkrtychev', right: 'Мкртычев' }],
          },
        ),
        response: { 200: json(PairComparison) },
      },
    },
    async ({ body }) => compareNamePair(body.left, body.right, parseSchemaName(body.schema ?? 'Person')),
  );
}
