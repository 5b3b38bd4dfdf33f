import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignQuotes } from './quote-alignment.ts';
import { wordsOf } from './words.ts';

function align(left: string, right: string): ReturnType<typeof alignQuotes> {
  return alignQuotes(wordsOf(left), wordsOf(right));
}

const WHOLE = 'The network moved chips through three front companies and paid its brokers in cash';

describe('two quotations', () => {
  it('are identical whatever their marks, case and commas', () => {
    expect(align(`“${WHOLE},”`, `"${WHOLE.toUpperCase()}."`)).toMatchObject({
      cut: 'none',
      wording: 'identical',
    });
  });

  it('tell which of them was cut at its beginning', () => {
    const short = 'moved chips through three front companies and paid its brokers in cash';
    expect(align(`What we see is that the network ${short}`, short)).toMatchObject({
      cut: 'right',
      wording: 'identical',
      left: { start: 7, end: 19 },
    });
    expect(align(short, `What we see is that the network ${short}`)).toMatchObject({ cut: 'left' });
  });

  it('tell an acronym written out from other words', () => {
    const of = (name: string): string =>
      `They sold the rockets to the ${name} for crude oil and grain last year`;
    expect(align(of('DPRK'), of('Democratic People’s Republic of Korea'))).toMatchObject({
      cut: 'none',
      wording: 'abbreviated',
    });
    expect(align(of('north'), of('south'))).toMatchObject({ cut: 'none', wording: 'altered' });
  });

  it('tell words that were changed in the middle', () => {
    expect(align(WHOLE, WHOLE.replace('three front companies', 'three shell companies'))).toMatchObject({
      cut: 'none',
      wording: 'altered',
    });
  });

  it('are identical when two people write one speech down', () => {
    const of = (who: string, law: string) =>
      `${who} told them that nobody owns the ${law} of the sea or of the air`;
    expect(align(of('We’ve', 'laws'), of('We have', 'law'))).toMatchObject({
      cut: 'none',
      wording: 'identical',
    });
    expect(align(of('We’ve', 'laws'), of('We have', 'maps'))).toMatchObject({ wording: 'altered' });
  });

  it('are not one when they only share a phrase', () => {
    expect(
      align(WHOLE, 'The minister thanked three front companies for their help with the harvest'),
    ).toBeUndefined();
    expect(align(WHOLE, '')).toBeUndefined();
  });

  it('align the same way round and back', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 })
      .map((list) => list.join(' '));
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [there, back] = [align(one, other), align(other, one)];
        expect(there?.shared).toBe(back?.shared);
      }),
    );
  });

  it('are the whole of one another when they are one text', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}$/u), { minLength: 1, maxLength: 40 }), (list) => {
        const text = list.join(' ');
        expect(align(text, text)).toEqual({
          shared: list.length,
          left: { start: 0, end: list.length },
          right: { start: 0, end: list.length },
          cut: 'none',
          wording: 'identical',
        });
      }),
    );
  });
});
