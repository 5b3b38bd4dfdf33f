import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesBetween } from './differences.ts';

describe('the differences of two answers', () => {
  it('are told by path, with both values', () => {
    const recorded = { a: 1, list: [{ score: 0.9, name: 'x' }, { score: 0.5 }], gone: 'y' };
    const now = { a: 1, list: [{ score: 0.8, name: 'x' }], come: null };
    expect(differencesBetween(recorded, now)).toEqual([
      { path: 'list[0].score', recorded: '0.9', now: '0.8' },
      { path: 'list[1]', recorded: '{"score":0.5}' },
      { path: 'gone', recorded: '"y"' },
      { path: 'come', now: 'null' },
    ]);
  });

  it('tell an object from a list, and a list from a text', () => {
    expect(differencesBetween({ a: [] }, { a: {} })).toEqual([{ path: 'a', recorded: '[]', now: '{}' }]);
    expect(differencesBetween(['x'], 'x')).toEqual([{ path: '', recorded: '["x"]', now: '"x"' }]);
  });

  it('are at most a hundred, with values that can be read', () => {
    const found = differencesBetween(
      Array.from({ length: 500 }, () => 'a'.repeat(1000)),
      Array.from({ length: 500 }, () => 'b'),
    );
    expect(found).toHaveLength(100);
    expect(found[0]?.recorded).toHaveLength(301);
  });

  it('name the order where nothing else differs', () => {
    expect(differencesBetween({ a: 1, b: 2 }, { b: 2, a: 1 })).toEqual([{ path: '(order of members)' }]);
  });

  it('are there for any two values that are not the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(differencesBetween(one, other).length).toBeGreaterThan(0);
      }),
    );
  });
});
