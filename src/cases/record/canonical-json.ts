// JSON with one spelling only: keys in order, no blanks. What is hashed must not depend on the order in which an
// object was put together. The rules are those of RFC 8785 (JSON Canonicalization Scheme): keys in the order of
// their UTF-16 code units, numbers and strings as ECMAScript writes them.
import { InterdictError } from '../../model/errors.ts';

/**
 * The canonical JSON of a value. Members that are undefined are left out, as JSON.stringify does.
 * @throws InterdictError INTERNAL if the value holds what JSON has no word for (a function, NaN, a cycle is not told)
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  const isJson = value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);
  if (isJson) return JSON.stringify(value);
  throw new InterdictError('INTERNAL', `${String(value)} cannot be written as JSON.`);
}
