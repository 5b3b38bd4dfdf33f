// The OpenAPI document and a page to try it. The document is made from the schemas that requests are checked with and
// those that describe answers.

import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { TSchema } from '@sinclair/typebox';
import type { FastifySchema } from 'fastify';
import { ENGINE_VERSION } from '../engine/version.ts';
import { json } from './answers/answer.ts';
import { COMPATIBLE_ANSWERS } from './answers/compatible.ts';
import { prepareForClients } from './answers/for-clients.ts';
import { CompatibleError, ErrorAnswer } from './answers/problem.ts';
import type { App } from './typebox.ts';

const DESCRIPTION = `Screens parties against official sanctions lists, explained and repeatable.
Everything below \`/api/v1\` is Interdict's own. The paths under "compatible" take and give what yente does, with our
explanation in further fields.`;

declare module 'fastify' {
  interface FastifySchema {
    /** What a form holds that the route reads piece by piece; shown, not checked. */
    form?: TSchema;
    summary?: string;
  }
}

export async function registerDocs(app: App): Promise<void> {
  await app.register(swagger, {
    transform: ({ schema, url, route }) => ({
      schema: described(schema ?? {}, `${route.method} ${url}`),
      url,
    }),
    transformObject: (parts) => {
      if (!('openapiObject' in parts)) return parts.swaggerObject;
      const { paths = {}, components, ...rest } = parts.openapiObject;
      const schemas = prepareForClients(paths as Record<string, object>);
      return { ...rest, components: { ...components, schemas }, paths } as typeof parts.openapiObject;
    },
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Interdict',
        version: ENGINE_VERSION,
        description: DESCRIPTION,
        license: { name: 'Apache-2.0' },
      },
      tags: [
        { name: 'screening', description: 'Screen and compare parties.' },
        { name: 'parties', description: 'What the lists say about a party.' },
        { name: 'reports', description: 'Read reports; ask for claims.' },
        { name: 'lists', description: 'Which lists there are, how old, what changed.' },
        { name: 'files', description: 'Screen a file of customers.' },
        { name: 'record', description: 'Every screening and reading, chained by hash.' },
        { name: 'compatible', description: 'As yente answers.' },
        { name: 'operation', description: 'Health, figures, sign-in.' },
      ],
      // A key is asked for only where the server was started so.
      security: [{}, { key: [] }],
      components: {
        securitySchemes: {
          key: { type: 'apiKey', in: 'header', name: 'Authorization', description: '`ApiKey <key>`' },
        },
      },
    },
  });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: { docExpansion: 'list', tryItOutEnabled: true, validatorUrl: null },
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}

/** A route as the document shows it: with its form, what it answers, and how it tells an error. */
function described({ form, ...schema }: FastifySchema, route: string): FastifySchema {
  const compatible = COMPATIBLE_ANSWERS[route];
  if (compatible) {
    const response = { ...compatible, default: json(CompatibleError) };
    return { summary: compatible[200].description, ...schema, tags: ['compatible'], hide: false, response };
  }
  const answers = schema.response as object | undefined;
  return {
    ...schema,
    ...(form ? { body: form } : {}),
    ...(answers ? { response: { ...answers, default: json(ErrorAnswer) } } : {}),
  };
}
