import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hang, printable, textWidth, wrapText } from './text-width.ts';

describe('the width of a text on a terminal', () => {
  it.each([
    ['Ashot Mkrtychev', 15],
    ['', 0],
    ['Мкртычев', 8],
    ['金正恩', 6],
    ['김정은', 6],
    ['ｱｼｮｯﾄ', 5],
    ['ＡＢＣ', 6],
    ['Mkrtyc\u030Cev', 8],
    ['José', 4],
    ['محمد', 4],
    ['مُحَمَّد', 4],
    ['นายก', 4],
    ['𠀀', 2],
    ['⛔', 2],
    ['✔️', 2],
    ['a\u200Db', 2],
    ['–→…', 3],
  ])('%s takes %i columns', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });
});

describe('text of unknown origin', () => {
  it('cannot steer the terminal', () => {
    expect(printable('A\u001B[2J\u001B]0;title\u0007B')).toBe('A[2J]0;titleB');
    expect(printable('one\r\ntwo\tthree')).toBe('one two three');
    expect(printable('abc\u202Ecba\u2066')).toBe('abccba');
    expect(printable('Ёж 金 محمد\u200F')).toBe('Ёж 金 محمد\u200F');
  });
});

describe('wrapped text', () => {
  it('breaks at blanks, and in words only where there is no other way', () => {
    expect(wrapText('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapText('a 0123456789 b', 4)).toEqual(['a', '0123', '4567', '89 b']);
    expect(wrapText('金正恩金正恩', 5)).toEqual(['金正', '恩金', '正恩']);
  });

  it('leaves a narrow first line empty rather than cut a word that fits the next', () => {
    expect(wrapText('abcdef gh', 8, 3)).toEqual(['', 'abcdef', 'gh']);
    expect(hang('/a/path/of/20/letters', 30, 'error SOME_CODE  ', '  ')).toBe(
      'error SOME_CODE\n  /a/path/of/20/letters',
    );
  });

  it('loses nothing and keeps its width', () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom('a', 'b', 'é', '金', 'e\u0301'), maxLength: 12 }),
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 20 }), (words, width) => {
        const text = words.filter(Boolean).join(' ');
        const lines = wrapText(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
