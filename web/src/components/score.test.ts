import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percent, scoreWord } from './score.tsx';

describe('a score', () => {
  it('is never shown as a certainty', () => {
    const score = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(score, (given) => {
        expect(['0.0 %', '100.0 %']).not.toContain(percent(given));
      }),
    );
  });

  it('has a word for every number', () => {
    expect([0, 0.3, 0.6, 0.95, 1].map(scoreWord)).toEqual([
      'almost certainly another',
      'probably another',
      'perhaps the same',
      'very likely the same',
      'almost certainly the same',
    ]);
  });
});
