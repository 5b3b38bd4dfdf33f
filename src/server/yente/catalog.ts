// GET /catalog and /algorithms: which lists there are, in which version, and by what they are compared.
import { createHash } from 'node:crypto';
import type { Context } from '../server.ts';
import type { Services } from '../services.ts';
import type { App } from '../typebox.ts';
import { algorithmsAnswer } from './algorithms.ts';
import { moment } from './entity.ts';
import { COLLECTIONS } from './scope.ts';

/** Seconds that a client may go by an answer that it has. */
const MAX_AGE = 300;

export function registerCatalog(app: App, { services }: Context): void {
  for (const path of ['/catalog', '/manifest']) {
    app.get(
      path,
      {
        schema: {
          tags: ['compatible'],
          summary: 'The lists and their versions.',
        },
      },
      async (request, reply) => {
        const text = JSON.stringify(await catalogOf(services));
        const tag = `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`;
        reply.header('ETag', tag).header('Cache-Control', `public, max-age=${MAX_AGE}`);
        if (request.headers['if-none-match'] === tag) return reply.code(304).send();
        return reply
          .type('application/json; charset=utf-8')
          .serializer((body: string) => body)
          .send(text);
      },
    );
  }
  app.get(
    '/algorithms',
    {
      schema: {
        tags: ['compatible'],
        summary: 'By what parties are compared.',
      },
    },
    async () => algorithmsAnswer(),
  );
}

async function catalogOf({ lists }: Pick<Services, 'lists'>): Promise<object> {
  const status = (await lists.status()).filter(({ inForce }) => inForce !== undefined);
  const names = status.map(({ dataset }) => dataset);
  const updated = status.map(({ inForce }) => inForce!.confirmedAt ?? inForce!.retrievedAt).sort();
  const versions = status.map(({ inForce }) => inForce!.version).join('\n');
  const common = {
    load: true,
    index_current: true,
    delta_url: null,
    entities_url: null,
    summary: null,
    url: null,
  };
  const whole = createHash('sha256').update(versions).digest('hex').slice(0, 16);
  return {
    datasets: [
      ...status.map(({ dataset, title, inForce, state, entities }) => {
        const version = `${inForce!.published.replaceAll('-', '')}-${inForce!.version.slice('sha256:'.length, 'sha256:'.length + 12)}`;
        return {
          ...common,
          name: dataset,
          title,
          version,
          index_version: version,
          children: [],
          updated_at: moment(inForce!.confirmedAt ?? inForce!.retrievedAt),
          interdict: { version: inForce!.version, published: inForce!.published, state, entities },
        };
      }),
      ...Object.entries(COLLECTIONS).map(([name, title]) => ({
        ...common,
        name,
        title,
        version: whole,
        index_version: whole,
        children: names,
        updated_at: moment(updated.at(-1)),
      })),
    ],
    current: [...names, ...Object.keys(COLLECTIONS)],
    outdated: [],
    index_stale: false,
  };
}
