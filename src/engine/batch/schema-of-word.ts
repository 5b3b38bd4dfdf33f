// What kind of party a customer file means: "natürliche Person", "company", or FollowTheMoney's own schema names.
import { isMatchable, SCHEMA_NAMES, type SchemaName } from '../../model/schema/schema.ts';
import words from './generated/party-words.json' with { type: 'json' };
import { wordKey } from './word-key.ts';

const schemas = new Map<string, SchemaName>([
  ...(Object.entries(words.schemas) as [string, SchemaName][]),
  ...SCHEMA_NAMES.filter(isMatchable).map((schema) => [wordKey(schema), schema] as const),
]);

/** The schema that a word stands for; undefined if it is not known. */
export function schemaOfWord(text: string): SchemaName | undefined {
  return schemas.get(wordKey(text));
}
