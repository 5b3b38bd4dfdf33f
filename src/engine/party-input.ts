// A party as a program states it, parsed once at the edge: dates as prefixes, countries as codes, genders as FollowTheMoney's
// words, whatever way the client wrote them. What cannot be understood is told, so that nothing is left out in silence.

import { propertiesOf, type SchemaName } from '../model/schema/schema.ts';
import { understand } from './batch/party-value.ts';

/** A value that was left out of the query. */
export interface InputIssue {
  readonly field: string;
  readonly reason: string;
}

export interface ReadProperties {
  readonly properties: Readonly<Record<string, readonly string[]>>;
  readonly issues: readonly InputIssue[];
}

/** The properties of a party of a schema; a `Thing` may have those of any. */
export function readProperties(
  schema: SchemaName,
  given: Readonly<Record<string, readonly string[]>>,
): ReadProperties {
  const known = propertiesOf(schema);
  const properties: Record<string, string[]> = {};
  const issues: InputIssue[] = [];
  for (const [field, texts] of Object.entries(given)) {
    const type = known.get(field)?.type ?? (schema === 'Thing' ? typeOfAnything(field) : undefined);
    if (type === undefined) {
      issues.push({ field, reason: `${schema} has no such property` });
      continue;
    }
    const values = new Set<string>();
    for (const text of texts) {
      const understood = understand(field, type, text, 'day-first');
      issues.push(...understood.issues.map((reason) => ({ field, reason })));
      for (const value of understood.values) values.add(value);
    }
    if (values.size > 0) properties[field] = [...values];
  }
  return { properties, issues };
}

/** What kinds of party a `Thing` may turn out to be. */
const KINDS: readonly SchemaName[] = ['Person', 'Company', 'Vessel', 'Airplane', 'CryptoWallet'];

function typeOfAnything(field: string): string | undefined {
  return KINDS.map((schema) => propertiesOf(schema).get(field)?.type).find((type) => type !== undefined);
}
