import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceWords, wordsOf } from './words.ts';

describe('the words of a rendering', () => {
  it.each([
    ["al-assad o'neil", ['al', 'assad', 'oneil']],
    ["san'a' 5", ['sana', '5']],
    ['', []],
  ])('of %s are %j', (rendering, words) => {
    expect(wordsOf(rendering)).toEqual(words);
  });
});

describe('the words of a name as it was given', () => {
  it.each([
    ["RAHMAN YASIN, Abdul; O'Neil-Smith (Jr.)", ['RAHMAN', 'YASIN', 'Abdul', "O'Neil", 'Smith', '(Jr.)']],
    ['A & B -- 7', ['A', 'B', '7']],
    ['Müller, Ян', ['Müller', 'Ян']],
  ])('of %s are %j', (name, words) => {
    expect(sourceWords(name)).toEqual(words);
  });

  it('are those that regular expressions find, for ASCII as for any text', () => {
    const ascii = fc.string({
      unit: fc.integer({ min: 0, max: 0x7f }).map((code) => String.fromCharCode(code)),
    });
    fc.assert(
      fc.property(ascii, (name) => {
        // A letter beyond ASCII sends the whole name the long way.
        expect(sourceWords(`${name} é`)).toEqual([...sourceWords(name), 'é']);
      }),
      { seed: 5, numRuns: 2000 },
    );
  });
});
