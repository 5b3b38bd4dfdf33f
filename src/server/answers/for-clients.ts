// Brings an OpenAPI document into the form that makers of clients understand: each shared schema stands under its name
// among the components with references where it was, objects with free keys are `additionalProperties`, and what has a
// default need not be given.

type Json = Record<string, unknown>;

interface Operation {
  readonly parameters?: { required: boolean; readonly schema: Json }[];
  requestBody?: unknown;
  responses?: unknown;
}

/** As TypeBox writes the keys of a record that may be any text. */
const ANY_KEY = '^(.*)$';

/**
 * Prepares the operations of a document.
 * @param paths the paths of the document, changed in place
 * @returns the shared schemas, those of requests and answers that have a title, by title
 * @throws Error if two different schemas have one title
 */
export function prepareForClients(paths: Readonly<Record<string, object>>): Json {
  const shared = new Map<string, { readonly schema: Json; readonly text: string }>();

  function hoisted(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(hoisted);
    if (typeof value !== 'object' || value === null) return value;
    const { title, ...rest } = value as Json;
    // Of properties that are called title, the value is a schema.
    if (typeof title !== 'string') return withFreeKeys(members(value as Json));
    const schema = withFreeKeys(members(rest));
    const text = JSON.stringify(schema);
    const known = shared.get(title);
    if (known && known.text !== text) throw new Error(`Two schemas have the title ${title}.`);
    shared.set(title, { schema, text });
    return { $ref: `#/components/schemas/${title}` };
  }

  function members(value: Json): Json {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, hoisted(member)]));
  }

  for (const operations of Object.values(paths))
    for (const operation of Object.values(operations) as Operation[]) {
      for (const parameter of operation.parameters ?? [])
        if (parameter.schema.default !== undefined) parameter.required = false;
      if (operation.requestBody) operation.requestBody = hoisted(operation.requestBody);
      operation.responses = hoisted(operation.responses);
    }
  const byTitle = [...shared].sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(byTitle.map(([title, { schema }]) => [title, schema]));
}

function withFreeKeys(schema: Json): Json {
  const { patternProperties, ...rest } = schema as { patternProperties?: Json };
  const anyKey = patternProperties?.[ANY_KEY];
  return anyKey === undefined ? schema : { ...rest, additionalProperties: anyKey };
}
