// One listed party, with every value's source, its relations, and the claims that reports make about it.

import { json } from '../answers/answer.ts';
import { Party } from '../answers/party.ts';
import type { Context } from '../server.ts';
import type { App } from '../typebox.ts';
import { IdParams } from './schemas.ts';

export function registerParties(app: App, { services }: Context): void {
  app.get(
    '/parties/:id',
    {
      schema: {
        tags: ['parties'],
        summary: 'Everything that the lists and the reports say about a party.',
        params: IdParams,
        response: { 200: json(Party) },
      },
    },
    async ({ params }) => {
      const details = await services.directory.details(params.id);
      const { claims } = await services.claims.claims({ about: details.id });
      return { ...details, claims };
    },
  );
}
