import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch } from './query-text.ts';

const word = (text: string, isPrefix = false) => ({ words: [text], isPrefix });

describe('the text of a search box', () => {
  it.each([
    ['', [], []],
    ['  * ? ', [], []],
    ['Putin', [[word('putin')]], []],
    ['vladimir putin', [[word('vladimir')], [word('putin')]], []],
    ['vladimir AND putin', [[word('vladimir')], [word('putin')]], []],
    ['putin OR lavrov', [[word('putin'), word('lavrov')]], []],
    ['OR putin', [[word('putin')]], []],
    ['putin -spouse', [[word('putin')]], [word('spouse')]],
    ['"vladimir putin" mos*', [[{ words: ['vladimir', 'putin'], isPrefix: false }], [word('mos', true)]], []],
    ['name:putin', [[word('putin')]], []],
    ['properties.name:"vladimir putin"', [[{ words: ['vladimir', 'putin'], isPrefix: false }]], []],
    ['"left open', [[{ words: ['left', 'open'], isPrefix: false }]], []],
    ["O'Neil-Smith", [[{ words: ['o', 'neil', 'smith'], isPrefix: false }]], []],
    ['+putin', [[word('putin')]], []],
  ])('%s', (text, must, not) => {
    expect(parseSearch(text)).toEqual({ must, not });
  });

  it('whatever it is, gives words that can be searched', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const { must, not } = parseSearch(text);
        for (const { words } of [...must.flat(), ...not]) {
          expect(words.length).toBeGreaterThan(0);
          for (const one of words) expect(one).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
        }
      }),
    );
  });
});
