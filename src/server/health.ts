// Is the server alive, and is it ready: the two questions that whoever runs it asks all the time. Ready means that
// the index of the lists in force is open, so that a screening is answered at once.
import { json } from './answers/answer.ts';
import { HealthAnswer } from './answers/operation.ts';
import type { Context } from './server.ts';
import type { App } from './typebox.ts';

export class Health {
  isReady = false;
}

export function registerHealth(app: App, { health, services }: Context): void {
  app.get(
    '/healthz',
    {
      schema: {
        tags: ['operation'],
        summary: 'The process is alive.',
        response: { 200: json(HealthAnswer) },
      },
    },
    async () => ({ status: 'ok' }),
  );
  app.get(
    '/readyz',
    {
      schema: {
        tags: ['operation'],
        summary: 'The lists are loaded and screenings are answered.',
        response: { 200: json(HealthAnswer), 503: json(HealthAnswer, 'Not yet.') },
      },
    },
    async (_request, reply) => {
      if (health.isReady) return { status: 'ok' };
      return reply.code(503).send({ status: 'not ready' });
    },
  );
  app.addHook('onReady', async () => {
    // Not waited for: a server that has to build an index first should say that it is alive meanwhile.
    services.directory.snapshot().then(
      () => {
        health.isReady = true;
      },
      (error: unknown) =>
        app.log.error({ code: (error as { code?: string }).code }, 'the lists cannot be loaded'),
    );
  });
}
