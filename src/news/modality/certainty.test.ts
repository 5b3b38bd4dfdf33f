import { describe, expect, it } from 'vitest';
import { certaintyOf } from './certainty.ts';

describe('the certainty of a statement', () => {
  it.each([
    ['Unconfirmed reports say that two ships sank', 'unconfirmed'],
    ['evidence supposedly provided by sources', 'hedged'],
    ['shortages have likely worsened', 'likely'],
    ['this could indicate that sanctions work', 'speculative'],
    ['it will act if he does not leave', 'conditional'],
    ['the office sanctioned him in May 2023', undefined],
  ])('in "%s"', (text, expected) => {
    expect(certaintyOf(text)).toBe(expected);
  });
});
