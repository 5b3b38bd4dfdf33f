// Errors, in the two forms in which the server tells them.
import { Type } from '@sinclair/typebox';
import { oneOf } from './answer.ts';

export const ErrorAnswer = Type.Object(
  {
    error: Type.Object({
      code: Type.String({
        description: 'Stable; all are listed in the documentation.',
        examples: ['QUERY_INVALID'],
      }),
      message: Type.String(),
      field: Type.Optional(Type.String({ description: 'What of the request it is about.' })),
      remedy: Type.String({ description: 'What to do.' }),
    }),
  },
  { title: 'ErrorAnswer', description: 'What went wrong, and what to do.' },
);

/** As yente tells errors: a sentence, or the places of a request that its schema refuses. */
export const CompatibleError = Type.Object(
  {
    detail: Type.Union([
      Type.String(),
      Type.Array(
        Type.Object({ loc: Type.Array(Type.String()), msg: Type.String(), type: oneOf(['value_error']) }),
      ),
    ]),
    code: Type.String({ description: 'As of ErrorAnswer.' }),
  },
  { title: 'CompatibleError', description: 'What went wrong.' },
);
