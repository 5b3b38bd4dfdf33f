// One listed party, with every value's source, its relations, and the claims that reports make about it.
import type { Context } from '../server.ts';
import { type App, answer } from '../typebox.ts';
import { IdParams } from './schemas.ts';

export function registerParties(app: App, { services }: Context): void {
  app.get(
    '/parties/:id',
    {
      schema: {
        tags: ['parties'],
        summary: 'Everything that the lists and the reports say about a party.',
        params: IdParams,
        response: {
          200: answer(
            '{ id, caption, schema, datasets, referents, facts, listings, links, relations, nodes, claims }',
          ),
        },
      },
    },
    async ({ params }) => {
      const details = await services.directory.details(params.id);
      const { claims } = await services.claims.claims({ about: details.id });
      return { ...details, claims };
    },
  );
}
