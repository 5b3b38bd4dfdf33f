import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locate } from './locate.ts';

const TEXT = 'Iran said no. Russia said yes. The army said nothing, Iran said.';

describe('the words of a proposal', () => {
  it('are found where they are said to stand', () => {
    expect(locate(TEXT, 'Iran said', 54)).toEqual({ start: 54, end: 63 });
  });

  it('are found in the one place that has them, however wrong the place given', () => {
    expect(locate(TEXT, 'Russia said yes', 9_999)).toEqual({ start: 14, end: 29 });
    expect(locate(TEXT, ' Russia said yes\n')).toEqual({ start: 14, end: 29 });
  });

  it('are not guessed if they stand in several places', () => {
    expect(locate(TEXT, 'Iran said')).toBeUndefined();
    expect(locate(TEXT, 'said', 3)).toBeUndefined();
  });

  it('are taken from the only place nearby', () => {
    const long = `Iran said no.${' x'.repeat(500)} Iran said yes.`;
    expect(locate(long, 'Iran said', 1_000)).toEqual({ start: 1_014, end: 1_023 });
  });

  it('must stand there letter by letter, and as whole words', () => {
    expect(locate(TEXT, 'Iran denied', 0)).toBeUndefined();
    expect(locate(TEXT, 'iran said no', 0)).toBeUndefined();
    expect(locate(TEXT, 'arm', 35)).toBeUndefined();
    expect(locate(TEXT, '  ', 0)).toBeUndefined();
  });

  it('are always those of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.integer(), (text, words, start) => {
        const range = locate(text, words, start);
        if (range) expect(text.slice(range.start, range.end)).toBe(words.trim());
      }),
    );
  });
});
