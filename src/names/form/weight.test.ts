import { describe, expect, it } from 'vitest';
import { soundKey } from '../sound/sound-key.ts';
import { rarity, weightOf } from './weight.ts';

function rarityOf(text: string): number {
  return rarity(text, soundKey(text));
}

describe('how much a token identifies', () => {
  it('falls with how many listed parties bear it, all spellings together', () => {
    expect(rarityOf('mohammed')).toBeLessThan(rarityOf('tikriti'));
    expect(rarityOf('tikriti')).toBeLessThan(rarityOf('mkrtychev'));
    expect(rarityOf('mouhammad')).toBeCloseTo(rarityOf('muhammad'), 1);
  });

  it('is not full for names that are rare on the lists and common in the world', () => {
    expect(rarityOf('taylor')).toBeLessThan(rarityOf('mkrtychev'));
  });

  it('is less for what stands beside names than for any name', () => {
    const weight = (text: string, role: 'minor' | 'legal' | 'initial' | 'name') =>
      weightOf(role, rarityOf(text));
    expect(weight('dr', 'minor')).toBeLessThan(weight('mohammed', 'name'));
    expect(weight('gmbh', 'legal')).toBeLessThan(weight('mohammed', 'name'));
    expect(weight('a', 'initial')).toBeLessThanOrEqual(weight('mohammed', 'name'));
  });
});
