import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../text/tokenise.ts';
import { wordsOf } from './words.ts';

function texts(text: string): string[] {
  return wordsOf(documentOf(text, [])).map((word) => `${word.text}${word.tail && `|${word.tail}`}`);
}

describe('words', () => {
  it.each([
    [
      'North Korea’s Kim Jong-un met Bashar al-Assad.',
      ['North', 'Korea|’s', 'Kim', 'Jong-un', 'met', 'Bashar', 'al-Assad'],
    ],
    [
      'The U.S. Treasury met Mr. Xi and J. P. Morgan Inc. lawyers.',
      ['The', 'U.S.', 'Treasury', 'met', 'Mr.', 'Xi', 'and', 'J.', 'P.', 'Morgan', 'Inc.', 'lawyers'],
    ],
    [
      'A Panama-flagged, US-led, pro-Russian fleet',
      ['A', 'Panama', 'flagged', 'US', 'led', 'pro', 'Russian', 'fleet'],
    ],
    [
      'Moscow-Pyongyang and Sino-Russian ties, Guinea-Bissau',
      ['Moscow', 'Pyongyang', 'and', 'Sino', 'Russian', 'ties', 'Guinea-Bissau'],
    ],
    [
      'the workers’ party of AT&T at Nguyễn O’Brien',
      ['the', 'workers|’', 'party', 'of', 'AT&T', 'at', 'Nguyễn', 'O’Brien'],
    ],
    ['a 56-year-old man paid 9,000', ['a', '56-year-old', 'man', 'paid', '9', '000']],
  ])('%s', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('are slices of the text and stand in order, with the text between them', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom('Jong-un', '’s', "'", 'U.S.', '-', 'al-', '.', 'Å', '김', '𝒜'),
            fc.string({ unit: 'grapheme', maxLength: 8 }),
          ),
          { maxLength: 30 },
        ),
        (pieces) => {
          const text = pieces.join(' ');
          let last = -1;
          for (const word of wordsOf(documentOf(text, []))) {
            expect(text.slice(word.start, word.end)).toBe(word.text);
            expect(word.start).toBeGreaterThan(last);
            last = word.start;
          }
        },
      ),
    );
  });
});
