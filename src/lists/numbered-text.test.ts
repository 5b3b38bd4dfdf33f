import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letteredTexts, numberedTexts, splitNumbered } from './numbered-text.ts';

describe('numbered text', () => {
  it.each([
    ['(1) Mullah (2) Haji', ['1 Mullah', '2 Haji']],
    ['(1) Tunis (2) - (3) Oran.', ['1 Tunis', '3 Oran.']],
    ['(1-3) Libya (4) Morocco', ['1 Libya', '2 Libya', '3 Libya', '4 Morocco']],
    ['(1) to (2) Algeria (3) Morocco', ['1 Algeria', '2 Algeria', '3 Morocco']],
    ['Minister  of\nRain', ['1 Minister of Rain']],
    // A number within a value is no mark.
    ['Resolution (1) of 1999 (2) and 2000', ['1 Resolution (1) of 1999 (2) and 2000']],
    ['(1) Head of unit (74455) (2) Envoy', ['1 Head of unit (74455)', '2 Envoy']],
    ['(2) Second without a first', ['1 (2) Second without a first']],
    [' - ', []],
    ['', []],
  ])('splits %j', (text, items) => {
    expect(splitNumbered(text).map((item) => `${item.number} ${item.text}`)).toEqual(items);
  });

  it('gives back what was numbered, whatever stands between the marks', () => {
    // A value that is the word "to" and nothing else cannot be told from the range "(1) to (2)", tested above.
    const value = fc
      .string({ minLength: 1 })
      .filter((text) => /[\p{L}\d]/u.test(text) && !/[()]/u.test(text) && text.trim() !== 'to');
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), (values) => {
        const text = values.map((item, index) => `(${index + 1}) ${item}`).join(' ');
        const plain = values.map((item) => item.replace(/\s+/gu, ' ').trim());
        expect(splitNumbered(text)).toEqual(plain.map((item, index) => ({ number: index + 1, text: item })));
      }),
    );
  });

  it('leaves no stop at the end of a numbered value, but leaves a single text alone', () => {
    expect(numberedTexts('(1) Tunisia. (2) Libya,')).toEqual(['Tunisia', 'Libya']);
    expect(numberedTexts('Acme Ltd.')).toEqual(['Acme Ltd.']);
  });
});

describe('lettered text', () => {
  it.each([
    ['a) Minister of Rain b) Envoy,', ['Minister of Rain', 'Envoy']],
    ['(a) one; (b) two', ['one', 'two']],
    ['a) the only one', ['the only one']],
    ['Plan b) of the ministry', ['Plan b) of the ministry']],
    ['a) first c) still first', ['first c) still first']],
    ['', []],
  ])('splits %j', (text, texts) => {
    expect(letteredTexts(text)).toEqual(texts);
  });
});
