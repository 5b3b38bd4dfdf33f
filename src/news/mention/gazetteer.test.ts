import { describe, expect, it } from 'vitest';
import { documentOf } from '../text/tokenise.ts';
import { entryOfName, gazetteerAt, gazetteerEntry } from './gazetteer.ts';
import { wordsOf } from './words.ts';

function first(text: string, at = 0): [string, number] | undefined {
  const words = wordsOf(documentOf(text, []));
  const match = gazetteerAt(words, at, words.length);
  return match && [match.entry.id, match.length];
}

describe('the gazetteer', () => {
  it('finds the longest name that begins at a word', () => {
    expect(first('North Korean leaders')).toEqual(['demonym:north korean', 2]);
    expect(first('Washington Post reporters')).toEqual(['outlet:wapo', 2]);
    expect(first('Democratic People’s Republic of Korea said')).toEqual(['country:kp', 5]);
    expect(first('Foreign, Commonwealth and Development Office said')).toEqual(['body:gb-fcdo', 5]);
  });

  it('finds bodies with their country before them, in any of its names', () => {
    for (const name of [
      'US Treasury',
      'U.S. Treasury',
      'American Treasury',
      'United States Department of the Treasury',
    ])
      expect(entryOfName(name)?.id).toBe('body:us-treasury');
  });

  it('takes abbreviations in capitals only', () => {
    expect(first('US and others')).toEqual(['country:us', 1]);
    expect(first('U.S. and others')).toEqual(['country:us', 1]);
    expect(first('Us and others')).toBeUndefined();
    expect(first('Who and what')).toBeUndefined();
  });

  it('takes no name in small letters', () => {
    expect(first('the turkey was eaten', 1)).toBeUndefined();
    expect(first('the Turkey of today', 1)).toEqual(['country:tr', 1]);
  });

  it('knows what a body is part of', () => {
    expect(entryOfName('OFAC')?.parent).toBe('body:us-treasury');
    expect(gazetteerEntry('body:us-treasury')?.countries).toEqual(['us']);
  });
});
