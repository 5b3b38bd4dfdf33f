import { describe, expect, it } from 'vitest';
import { isEvidenceGap, isUntrue } from './evidence-gap.ts';

describe('a remark that evidence is missing', () => {
  it.each([
    'the White House has failed to provide any evidence of such supply',
    'Norway made the claim without offering proof.',
    'There is no evidence that the shipments took place.',
    "The ministry hasn't shown any evidence.",
  ])('"%s"', (text) => {
    expect(isEvidenceGap(text)).toBe(true);
  });

  it.each([
    'The ministry presented evidence of the sale.',
    'No ship was found. The evidence is strong and was shown to all of the members.',
  ])('is not "%s"', (text) => {
    expect(isEvidenceGap(text)).toBe(false);
  });
});

describe('a statement that another is not so', () => {
  it.each(['that this is untrue', 'the claims were false', 'there was no truth to the report'])(
    '"%s"',
    (text) => {
      expect(isUntrue(text)).toBe(true);
    },
  );

  it('is not any word that is false', () => {
    expect(isUntrue('the vessel flew a false flag')).toBe(false);
    expect(isUntrue('this is true')).toBe(false);
  });
});
