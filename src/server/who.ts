// Who asks, as the record has it: the name of the key that was shown. Without one it is the user of this machine, and
// whoever opened the engine has said who that is.
import type { FastifyRequest } from 'fastify';

export function whoOf({ accessKey }: FastifyRequest): string | undefined {
  return accessKey && `key ${accessKey.name}`;
}
