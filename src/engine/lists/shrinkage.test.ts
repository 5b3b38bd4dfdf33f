import { describe, expect, it } from 'vitest';
import { versionOfText } from '../../../test/fixtures/stored-versions.ts';
import { shrinkage } from './shrinkage.ts';

describe('a list that shrinks', () => {
  it.each([
    [1000, 500, 900, 500, undefined],
    [1000, 0, 899, 0, '899 parties after 1,000'],
    [1000, 0, 1500, 0, undefined],
    [1000, 2000, 1000, 0, '1,000 names after 3,000'],
    [1000, 2000, 1000, 1701, undefined],
    [0, 0, 0, 0, undefined],
  ])('from %i parties and %i aliases to %i and %i', (parties, aliases, partiesNow, aliasesNow, words) => {
    const before = versionOfText('a', { entities: parties, aliases });
    const after = versionOfText('b', { entities: partiesNow, aliases: aliasesNow });
    expect(shrinkage(before, after)).toBe(words);
  });
});
