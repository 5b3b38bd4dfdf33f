import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type QuotedPiece, wordDifferences } from './word-differences.ts';

function lone(pieces: readonly QuotedPiece[]): string[] {
  return pieces.filter(({ isShared }) => !isShared).map(({ text }) => text.trim());
}

describe('two quotations word by word', () => {
  it('differ in the words that only one of them has', () => {
    const [left, right] = wordDifferences(
      'We remain concerned that North Korea will provide further support this year.',
      'we remain concerned that North Korea will provide more support',
    );
    expect(lone(left)).toEqual(['further', 'this year.']);
    expect(lone(right)).toEqual(['more']);
  });

  it('do not differ in case, commas and kinds of apostrophes', () => {
    const [left, right] = wordDifferences('“We’ve never, ever sold arms.”', "we've never ever sold arms");
    expect([...lone(left), ...lone(right)]).toEqual([]);
  });

  it('are shown whole, with as many shared words on either side', () => {
    const text = fc.array(fc.constantFrom('we', 'sold', 'no', 'arms,', 'ever'), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [left, right] = wordDifferences(one.join(' '), other.join(' '));
        expect(left.map((piece) => piece.text).join('')).toBe(one.join(' '));
        expect(right.map((piece) => piece.text).join('')).toBe(other.join(' '));
        const shared = (pieces: readonly QuotedPiece[]): string[] =>
          pieces.flatMap((piece) => (piece.isShared ? (piece.text.match(/\w+/g) ?? []) : []));
        expect(shared(left)).toEqual(shared(right));
      }),
    );
  });

  it('of more words than are compared are shown whole all the same', () => {
    const long = Array.from({ length: 500 }, (_, at) => `word${at}`).join(' ');
    const [left] = wordDifferences(long, 'word0');
    expect(left.map(({ text }) => text).join('')).toBe(long);
  });
});
