import { describe, expect, it } from 'vitest';
import {
  initialsOf,
  isMisspelling,
  isShortForBody,
  isShortForPerson,
  likenessOfPeople,
} from './same-name.ts';

function people(one: string, other: string): string | undefined {
  return likenessOfPeople(one.split(' '), other.split(' '));
}

describe('two people named in full', () => {
  it.each([
    ['john kirby', 'john kirby', 'same'],
    ['j kirby', 'john kirby', 'same'],
    ['joseph r biden', 'joe biden', 'same'],
    ['carlos andres garcia', 'carlos garcia', 'same'],
    ['anthony blinken', 'antony blinken', 'spelling'],
    ['ashot mkrtchyev', 'ashot mkrtychev', 'spelling'],
    ['kim jongun', 'kim jong un', 'spelling'],
    ['jinping xi', 'xi jinping', 'same'],
    ['maria ivanova', 'mario ivanovo', undefined],
    ['john smith', 'jane smith', undefined],
    ['ivan petrovsky', 'irina petrovskaya', undefined],
    ['john adams smith', 'john baker smith', undefined],
  ])('%s and %s: %s', (one, other, likeness) => {
    expect(people(one, other)).toBe(likeness);
    expect(people(other, one)).toBe(likeness);
  });
});

describe('a short name', () => {
  it('is the end of the full one, or a slip away from a long surname', () => {
    expect(isShortForPerson(['kirby'], ['john', 'kirby'])).toBe('short');
    expect(isShortForPerson(['van', 'der', 'merwe'], ['jan', 'van', 'der', 'merwe'])).toBe('short');
    expect(isShortForPerson(['assad'], ['bashar', 'alassad'])).toBe('short');
    expect(isShortForPerson(['mkrtchyev'], ['ashot', 'mkrtychev'])).toBe('spelling');
    expect(isShortForPerson(['john'], ['john', 'kirby'])).toBeUndefined();
  });

  it('tells a body if it holds more than words of trades and places', () => {
    expect(isShortForBody(['huawei'], ['huawei', 'technologies'])).toBe(true);
    expect(isShortForBody(['linghang'], ['shenzhen', 'linghang', 'electronics'])).toBe(true);
    expect(isShortForBody(['bank'], ['bank', 'melli'])).toBe(false);
    expect(isShortForBody(['tulsa'], ['tulsa', 'police', 'department'])).toBe(false);
  });
});

describe('a misspelling', () => {
  it('is of a long word with an equal first letter', () => {
    expect(isMisspelling('mkrtchyev', 'mkrtychev')).toBe(true);
    expect(isMisspelling('kirby', 'kirbi')).toBe(false);
    expect(isMisspelling('akrtychev', 'mkrtychev')).toBe(false);
  });
});

it('makes initials without small words', () => {
  expect(initialsOf(['office', 'of', 'foreign', 'assets', 'control'])).toBe('ofac');
});
