// One line of a FollowTheMoney file: an entity as JSON, checked in shape once, here.
import { InterdictError } from '../../../model/errors.ts';
import { isSchemaName, propertiesOf, type SchemaName } from '../../../model/schema/schema.ts';
import type { TextLine } from '../../read/lines.ts';

export interface FtmLine {
  readonly id: string;
  /** As the file says it; not always one that this version of FollowTheMoney has. */
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
  /** OpenSanctions' mark for what a list is about, as against what merely hangs on it. */
  readonly target?: boolean;
  readonly caption?: string;
  readonly datasets: readonly string[];
  readonly referents: readonly string[];
  /** OpenSanctions' own dates: `first_seen`, `last_seen`, `last_change`. */
  readonly seen: Readonly<Record<string, string>>;
}

const SEEN = ['first_seen', 'last_seen', 'last_change'] as const;

/**
 * Reads a line.
 * @throws InterdictError LIST_MALFORMED, or LIST_TRUNCATED for a last line that breaks off
 */
export function parseFtmLine({ line, text, isEnded }: TextLine, file: string): FtmLine {
  const place = { file, line };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw isEnded
      ? new InterdictError(
          'LIST_MALFORMED',
          `${file}, line ${line}: no JSON (${(cause as Error).message}).`,
          place,
          { cause },
        )
      : new InterdictError(
          'LIST_TRUNCATED',
          `${file}, line ${line}: the file ends in the middle of a line.`,
          place,
          { cause },
        );
  }
  const { id, schema, properties, target, caption, datasets, referents, ...rest } = isObject(json)
    ? json
    : {};
  const fault = (what: string): InterdictError =>
    new InterdictError('LIST_MALFORMED', `${file}, line ${line}: ${what}.`, place);
  if (typeof id !== 'string' || !id) throw fault('expected an entity with an "id"');
  if (typeof schema !== 'string') throw fault(`the entity ${id} has no "schema"`);
  if (!isObject(properties)) throw fault(`the entity ${id} has no "properties"`);
  for (const [name, values] of Object.entries(properties))
    if (!isTexts(values)) throw fault(`the property "${name}" of ${id} is no array of texts`);
  return {
    id,
    schema,
    properties: properties as Record<string, string[]>,
    ...(typeof target === 'boolean' ? { target } : {}),
    ...(typeof caption === 'string' ? { caption } : {}),
    datasets: isTexts(datasets) ? datasets : [],
    referents: isTexts(referents) ? referents : [],
    seen: Object.fromEntries(
      SEEN.flatMap((key) => (typeof rest[key] === 'string' ? [[key, rest[key]]] : [])),
    ),
  };
}

/** The ids of other entities that an entity refers to, with the property at which it does. */
export function* references(
  schema: SchemaName,
  properties: FtmLine['properties'],
): Generator<readonly [property: string, id: string]> {
  const known = propertiesOf(schema);
  for (const [property, values] of Object.entries(properties))
    if (known.get(property)?.type === 'entity') for (const value of values) yield [property, value];
}

/** The schema of a line if it is one that is known. */
export function knownSchema(line: FtmLine): SchemaName | undefined {
  return isSchemaName(line.schema) ? line.schema : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
