// What those ask who run the server or sign in to it.
import { Type } from '@sinclair/typebox';
import { SCOPE_NAMES } from '../../model/scopes.ts';
import { oneOf } from './answer.ts';

export const HealthAnswer = Type.Object(
  { status: Type.String({ examples: ['ok'] }) },
  { title: 'Health', description: 'How the server is.' },
);

export const Session = Type.Object(
  {
    needsKey: Type.Boolean(),
    name: Type.Optional(Type.String({ description: 'Of the key that the browser signed in with.' })),
    scopes: Type.Optional(Type.Array(oneOf(SCOPE_NAMES))),
  },
  { title: 'Session', description: 'Whether a key is needed, and whose is in use.' },
);
