// A long job answered line by line: each line one JSON object, the last one the result or the error. The job goes on
// to its end even if the client leaves: what it does to the lists must not depend on who is looking.
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { asInterdictError, errorBody } from './problem.ts';

/**
 * Sends what a job reports as JSON lines.
 * @param job told where to report; what it resolves to is the last line
 */
export function sendJsonLines(
  reply: FastifyReply,
  job: (report: (line: object) => void) => Promise<object>,
): FastifyReply {
  const stream = new Readable({ read: () => {} });
  const write = (line: object): void => {
    if (!stream.destroyed) stream.push(`${JSON.stringify(line)}\n`);
  };
  job(write)
    .then(write, (thrown: unknown) => {
      const error = asInterdictError(thrown);
      if (error.code === 'INTERNAL') reply.log.error({ code: error.code }, 'a job failed');
      write(errorBody(error));
    })
    .finally(() => stream.push(null));
  return reply.type('application/x-ndjson; charset=utf-8').header('Cache-Control', 'no-store').send(stream);
}
