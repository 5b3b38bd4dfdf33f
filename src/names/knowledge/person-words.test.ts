import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personWord } from './person-words.ts';

describe('words of person names that do not identify', () => {
  it.each([
    ['dr', 'title'],
    ['haji', 'title'],
    ['mullah', 'title'],
    ['maulavi', 'title'],
    ['hojatoleslam', 'title'],
    ['colonel', 'title'],
    ['phd', 'suffix'],
    ['jr', 'generation'],
    ['iii', 'generation'],
    ['filho', 'generation'],
    ['al', 'article'],
    ['ash', 'article'],
    ['bin', 'filiation'],
    ['ould', 'filiation'],
    ['oglu', 'filiation'],
    ['abu', 'kunya'],
    ['umm', 'kunya'],
    ['von', 'nobiliary'],
    ['dos', 'nobiliary'],
  ] as const)('knows %s as %s', (token, kind) => {
    const word = personWord(token);
    expect(word?.kind).toBe(kind);
    expect(word!.weight).toBeGreaterThan(0);
    expect(word!.weight).toBeLessThanOrEqual(1);
  });

  it.each([
    'ali',
    'mac',
    'amir',
    'emir',
    'sultan',
    'imam',
    'hafiz',
    'khan',
    'don',
    'pan',
    'sen',
    'gen',
    'he',
    'md',
    'ed',
    'an',
    'eng',
  ])('takes %s for a name', (token) => expect(personWord(token)).toBeUndefined());

  it('counts the generations, so that Jr and II are one and Jr and III are two', () => {
    expect(personWord('jr')?.value).toBe(personWord('ii')?.value);
    expect(personWord('jr')?.value).not.toBe(personWord('iii')?.value);
    expect(personWord('dr')?.value).toBeUndefined();
  });

  it('takes the Korean syllable il for a name', () => expect(personWord('il')).toBeUndefined());

  it('tells names from particles by the place', () => {
    expect(personWord('ben', 'first')).toBeUndefined();
    expect(personWord('ben', 'middle')?.kind).toBe('filiation');
    expect(personWord('bin', 'last')).toBeUndefined();
    expect(personWord('bin', 'first')?.kind).toBe('filiation');
    expect(personWord('king', 'last')).toBeUndefined();
    expect(personWord('king', 'first')?.kind).toBe('title');
    expect(personWord('du', 'first')).toBeUndefined();
    expect(personWord('du', 'last')).toBeUndefined();
    expect(personWord('du')?.kind).toBe('nobiliary');
  });

  it('takes any text', () => {
    fc.assert(fc.property(fc.string(), (token) => void personWord(token)));
    expect(personWord('constructor')).toBeUndefined();
  });
});
