import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acronym } from './acronym.ts';

const of = (name: string) => acronym(name.split(' '));

describe('acronyms', () => {
  it.each([
    ['islamic republic of iran shipping lines', 'irisl'],
    ['national iranian tanker company', 'nitc'],
    ['defence industries organisation', 'dio'],
    ['shahid hemmat industrial group', 'shig'],
    ['islamic revolutionary guard corps', 'irgc'],
    ['korea mining development trading corporation', 'kmdtc'],
    ['popular front for the liberation of palestine', 'pflp'],
    ['united shipbuilding corporation jsc', 'usc'],
  ])('"%s" may be %s', (name, letters) => {
    expect(of(name)).toContain(letters);
  });

  it('puts the initials without small words first', () => {
    expect(of('bank of the islamic republic')).toEqual(['bir', 'botir']);
  });

  it('gives none for a name of few words', () => {
    expect(of('gazprom')).toEqual([]);
    expect(of('gazprom neft')).toEqual([]);
    expect(acronym([])).toEqual([]);
  });

  it('gives at most four, each once, of three to ten letters', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('of', 'ltd', 'bank', 'joint', 'stock', 'company'))),
        (tokens) => {
          const found = acronym(tokens);
          expect(found.length).toBeLessThanOrEqual(4);
          expect(new Set(found).size).toBe(found.length);
          expect(found.every((letters) => letters.length >= 3 && letters.length <= 10)).toBe(true);
        },
      ),
    );
  });
});
