import { describe, expect, it } from 'vitest';
import { goodsAmong } from './goods.ts';

/** The goods that a text names, as `class: words`. */
function goods(text: string): string[] {
  const words = [...text.matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
  return goodsAmong(words).map(({ class: kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe('goods', () => {
  it.each([
    ['weapons and munitions', ['arms: weapons', 'arms: munitions']],
    ['commercial aircraft', ['commodity: commercial aircraft']],
    ['fighter jets for food aid', ['arms: fighter jets', 'commodity: food aid']],
    ['missile guidance chips', ['dual-use: chips']],
    ['drone engines', ['dual-use: drone engines']],
    ['a shell company with a gold mine', []],
    ['the missile programme', []],
    ['two ship-to-ship transfers of crude', ['commodity: crude']],
    ['hundreds of artillery shells', ['arms: artillery shells']],
  ])('in "%s"', (text, expected) => {
    expect(goods(text)).toEqual(expected);
  });
});
