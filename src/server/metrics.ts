// Figures for Prometheus: how many requests, how long they took, what was decided, how old the lists are.
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Decision } from '../model/decision.ts';
import { file } from './answers/answer.ts';
import type { App } from './typebox.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Counts one decision of a screening. */
    countDecision(decision: Decision): void;
  }
}

/** Seconds; a single screening is to take some milliseconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export async function registerMetrics(app: App): Promise<void> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'interdict_' });
  const durations = new Histogram({
    name: 'interdict_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last byte of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  });
  const decisions = new Counter({
    name: 'interdict_decisions_total',
    help: 'Screenings answered, by decision.',
    labelNames: ['decision'],
    registers: [registry],
  });
  app.decorate('countDecision', (decision: Decision) => decisions.inc({ decision }));
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? '(none)';
    durations.observe(
      { method: request.method, route, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
  });
  app.get(
    '/metrics',
    {
      schema: {
        tags: ['operation'],
        summary: 'Figures for Prometheus.',
        response: { 200: file('The figures.', { 'text/plain': 'text' }) },
      },
    },
    async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()),
  );
  app.addHook('onClose', async () => registry.clear());
}
