import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slipsBetween } from './edit-distance.ts';

/** The same, by the book: the whole table, no limit. */
function plainly(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, row) =>
    Array.from({ length: other.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  for (let row = 1; row <= one.length; row += 1) {
    for (let column = 1; column <= other.length; column += 1) {
      const change = one[row - 1] === other[column - 1] ? 0 : 1;
      let cost = Math.min(
        table[row - 1]![column]! + 1,
        table[row]![column - 1]! + 1,
        table[row - 1]![column - 1]! + change,
      );
      const isSwap =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwap) cost = Math.min(cost, table[row - 2]![column - 2]! + 1);
      table[row]![column] = cost;
    }
  }
  return table[one.length]![other.length]!;
}

describe('slips between two words', () => {
  it('count a swap of neighbours as one', () => {
    expect(slipsBetween('untied', 'united', 2)).toBe(1);
    expect(slipsBetween('mkrtchyev', 'mkrtychev', 2)).toBe(2);
  });

  it('stop above the limit', () => {
    expect(slipsBetween('kirby', 'yellen', 2)).toBe(3);
    expect(slipsBetween('a', 'abcdefgh', 2)).toBe(3);
  });

  it('are those of the plain algorithm, up to the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (one, other, limit) => {
        expect(slipsBetween(one, other, limit)).toBe(Math.min(plainly(one, other), limit + 1));
      }),
    );
  });
});
