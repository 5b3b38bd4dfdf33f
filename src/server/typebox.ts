// TypeBox as the one description of what comes in: routes get typed input from it, requests are checked against it,
// and the OpenAPI document shows it. Answers are described but not checked: their types are the engine's own.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Static, TSchema } from '@sinclair/typebox';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { Value } from '@sinclair/typebox/value';
import type { FastifyBaseLogger, FastifyInstance, FastifyTypeProvider, RawServerDefault } from 'fastify';
import { InterdictError } from '../model/errors.ts';

export interface TypeBoxProvider extends FastifyTypeProvider {
  readonly validator: this['schema'] extends TSchema ? Static<this['schema']> : unknown;
  readonly serializer: unknown;
}

/** Fastify with requests typed by their schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxProvider
>;

/** Ids, keys and names of one request have at most this many characters unless their schema says less. */
export const MAX_TEXT = 2_000;

type Check = (data: unknown) => { readonly value: unknown } | { readonly error: Error };

/** Where a schema stands in a request, as Fastify calls it. */
type Part = 'body' | 'querystring' | 'params' | 'headers' | string;

/**
 * Makes the check of one part of a request. Texts of addresses become the numbers and lists that the schema asks for;
 * a body says itself what it is.
 */
export function checkOf(schema: TSchema, part: Part): Check {
  const compiled = TypeCompiler.Compile(schema);
  const isText = part !== 'body';
  return (data) => {
    const given = Value.Default(schema, isText ? { ...(data as object) } : data);
    const value = isText ? Value.Convert(schema, given) : given;
    if (compiled.Check(value)) return { value };
    const [first] = [...compiled.Errors(value)].sort((one, other) => other.path.length - one.path.length);
    const field = first?.path.slice(1).replaceAll('/', '.') ?? '';
    const message = `${field || part}: ${first?.message ?? 'it is not as the API describes it'}.`;
    return { error: new InterdictError('REQUEST_INVALID', message, { field: field || part }) };
  };
}
