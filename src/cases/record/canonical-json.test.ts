import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

/** The same value with the members of every object in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, turned(member)] as const);
  return Object.fromEntries(members.reverse());
}

describe('canonical JSON', () => {
  it('writes members in the order of their UTF-16 code units, without blanks', () => {
    // The order of the keys is that of the example in RFC 8785, section 3.2.3.
    const value = { '€': 1, '\r': 2, '\uFB33': 3, 1: 4, '😀': 5, '\u0080': 6, ö: 7 };
    expect(Object.keys(JSON.parse(canonicalJson(value)))).toEqual([
      '1',
      '\r',
      '\u0080',
      'ö',
      '€',
      '😀',
      '\uFB33',
    ]);
    expect(canonicalJson({ b: [1, { d: null, c: 'x y' }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"x y","d":null}]}',
    );
  });

  it('is one text for one value, whatever the order in which it was put together', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('leaves out what is undefined, and escapes half characters', () => {
    expect(canonicalJson({ a: undefined, b: '\uD800' })).toBe('{"b":"\\ud800"}');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, () => 0, 1n, [undefined]])('refuses %s', (value) => {
    expect(() => canonicalJson(value)).toThrow();
  });
});
