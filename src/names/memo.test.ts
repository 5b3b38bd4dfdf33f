import { describe, expect, it } from 'vitest';
import { Memo } from './memo.ts';

function counting<Value>(find: (text: string) => Value, most: number) {
  const asked: string[] = [];
  const memo = new Memo((text) => {
    asked.push(text);
    return find(text);
  }, most);
  return { memo, asked };
}

describe('a memo', () => {
  it('finds a value once, also an empty one', () => {
    const { memo, asked } = counting((text) => (text === 'a' ? '' : false), 10);
    expect(['a', 'b', 'a', 'b'].map((text) => memo.get(text))).toEqual(['', false, '', false]);
    expect(asked).toEqual(['a', 'b']);
  });

  it('never keeps more than it may, and answers all the same', () => {
    const { memo } = counting((text) => text.length, 7);
    for (let at = 0; at < 100; at++) {
      expect(memo.get('x'.repeat(at % 40))).toBe(at % 40);
      expect(memo.size).toBeLessThanOrEqual(7);
    }
  });

  it('keeps no text that is far too long for a word', () => {
    const { memo } = counting((text) => text.length, 10);
    expect(memo.get('x'.repeat(1000))).toBe(1000);
    expect(memo.size).toBe(0);
  });
});
