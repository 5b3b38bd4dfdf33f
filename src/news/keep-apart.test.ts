import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Range } from './document.ts';
import { keepApart } from './keep-apart.ts';

/** By the book: each range against all that are kept. */
function plainly(ranges: readonly Range[]): Range[] {
  const kept: Range[] = [];
  for (const range of ranges)
    if (!kept.some((other) => other.start < range.end && range.start < other.end)) kept.push(range);
  return kept.sort((one, other) => one.start - other.start);
}

describe('keeping ranges apart', () => {
  it('prefers those that come first in the list', () => {
    const [long, short, other] = [
      { start: 0, end: 10 },
      { start: 4, end: 6 },
      { start: 10, end: 12 },
    ];
    expect(keepApart([other, long, short])).toEqual([long, other]);
    expect(keepApart([short, long])).toEqual([short]);
  });

  it('keeps what the plain way keeps', () => {
    const range = fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 8 }))
      .map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 20 }), (ranges) => {
        expect(keepApart(ranges)).toEqual(plainly(ranges));
      }),
    );
  });
});
