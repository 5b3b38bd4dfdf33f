import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scriptOf, scriptRuns } from './script-of.ts';

describe('scriptOf', () => {
  test.each([
    ['Putin', 'latin'],
    ['Путин', 'cyrillic'],
    ['Πούτιν', 'greek'],
    ['Պուտին', 'armenian'],
    ['პუტინი', 'georgian'],
    ['بوتين', 'arabic'],
    ['פוטין', 'hebrew'],
    ['普京', 'han'],
    ['プーチン', 'kana'],
    ['푸틴', 'hangul'],
    ['पुतिन', 'devanagari'],
    ['পুতিন', 'bengali'],
    ['ਪੁਤਿਨ', 'gurmukhi'],
    ['પુતિન', 'gujarati'],
    ['ପୁଟିନ', 'oriya'],
    ['புட்டின்', 'tamil'],
    ['పుతిన్', 'telugu'],
    ['ಪುತಿನ್', 'kannada'],
    ['പുടിൻ', 'malayalam'],
    ['පුටින්', 'sinhala'],
    ['ปูติน', 'thai'],
    ['ປູຕິນ', 'lao'],
    ['ပူတင်', 'burmese'],
    ['ពូទីន', 'khmer'],
    ['ፑቲን', 'ethiopic'],
    ['ᏣᎳᎩ', 'other'],
  ])('%s is %s', (text, script) => {
    expect(scriptOf(text)).toBe(script);
  });

  test('goes by most letters, and is silent where there are none', () => {
    expect(scriptOf('ООО Gazprom')).toBe('latin');
    expect(scriptOf('2000 - !')).toBeUndefined();
    expect(scriptOf('')).toBeUndefined();
  });
});

describe('scriptRuns', () => {
  test('gives offsets that cut the text', () => {
    const text = '金 Kim 김정은 2';
    expect(scriptRuns(text).map(({ script, start, end }) => [script, text.slice(start, end)])).toEqual([
      ['han', '金'],
      ['latin', 'Kim'],
      ['hangul', '김정은'],
    ]);
  });

  test('never overlaps or runs past the end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let last = 0;
        for (const { start, end } of scriptRuns(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
