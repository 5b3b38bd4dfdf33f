// How a route says what it answers. A schema with a title is a shared one: the OpenAPI document holds it once, under
// that name. Nothing that is sent passes through these schemas; they describe, and test/server/answers.test.ts holds
// real answers to them. Objects stay open: a client must pass over fields that it does not know.
import { type TSchema, type TUnsafe, Type } from '@sinclair/typebox';

/** What a route answers with one status, as OpenAPI has it. */
export interface Answer {
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly schema: TSchema }>>;
}

/** @param description @default what the schema says of itself */
export function json(schema: TSchema, description: string = schema.description ?? ''): Answer {
  return { description, content: { 'application/json': { schema } } };
}

/** Lines, each a JSON value of the schema. */
export function jsonLines(line: TSchema, description: string): Answer {
  return { description, content: { 'application/x-ndjson': { schema: line } } };
}

/** A file of one of several media types; one that is binary has bytes and no characters. */
export function file(description: string, mediaTypes: Readonly<Record<string, 'text' | 'binary'>>): Answer {
  const content = Object.entries(mediaTypes).map(([mediaType, kind]) => {
    const schema = Type.String(kind === 'binary' ? { format: 'binary' } : {});
    return [mediaType, { schema }] as const;
  });
  return { description, content: Object.fromEntries(content) };
}

/** No content. */
export const nothing = (description: string): TSchema => Type.Null({ description });

/** One of some words. */
export function oneOf<const Words extends readonly string[]>(
  words: Words,
  options: { readonly title?: string; readonly description?: string } = {},
): TUnsafe<Words[number]> {
  return Type.Unsafe<Words[number]>({ type: 'string', enum: words, ...options });
}

/** A shared schema in a place where it would hold itself. */
export function again(title: string): TUnsafe<unknown> {
  return Type.Unsafe<unknown>({ $ref: `#/components/schemas/${title}` });
}

/** Keys that the data has, each with the same kind of value. */
export function byKey<Schema extends TSchema>(schema: Schema, description?: string) {
  return Type.Record(Type.String(), schema, description === undefined ? {} : { description });
}
