import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_RENDERINGS, fold, romanise, romaniseForms, scriptOf } from './index.ts';

const SHAPE = /^[a-z0-9](?:[a-z0-9' -]*[a-z0-9])?$/u;
/** NFKC makes 18 characters of the longest ligature, a letter makes at most a dozen. */
const LONGEST_GROWTH = 18 * 12;

/** Letters of every script that has a romaniser, and what likes to stand between them. */
const LETTERS = [
  ...'abzÄßŁə ийщўђқөαουςΐաեւგყابدعمپیهٹآأشרםוי金李正々恩山田さっょンー김정은리नरेन्द्रিৎকਸਿੰਘકிந்தక్ಕകൻක්සสมชายเ์็ວຽົအောင်ျှំ៉្កហអሕመ',
  ...[
    ' ',
    '-',
    "'",
    '·',
    '.',
    ',',
    '1',
    '\u200c',
    '\u200d',
    '\u0640',
    '\u0301',
    '\u202e',
    '\ud83d',
    '\u{1f600}',
    '\u{20000}',
  ],
];

function expectSound(text: string): void {
  const forms = romaniseForms(text);
  expect(forms.length).toBeLessThanOrEqual(DEFAULT_RENDERINGS);
  expect(new Set(forms.map((form) => form.text)).size).toBe(forms.length);
  for (const form of forms) {
    expect(form.text).toMatch(SHAPE);
    expect(form.text).not.toMatch(/ {2}/u);
    expect(form.text.length).toBeLessThanOrEqual(LONGEST_GROWTH * Math.max(1, text.length));
  }
  if (scriptOf(fold(text)) !== undefined && /\p{L}/u.test(fold(text)))
    expect(forms.length).toBeGreaterThan(0);
}

describe('romanise', () => {
  test('gives sound renderings for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), expectSound), { numRuns: 2000 });
  });

  test('gives sound renderings for any mixture of letters it knows', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 30 }), expectSound), {
      numRuns: 5000,
    });
  });

  test('gives sound renderings for lone surrogates and marks of direction', () => {
    const units = fc.array(
      fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0x200f, 0x202e, 0xd800, 0xdc00)),
    );
    fc.assert(
      fc.property(units, (codes) => expectSound(String.fromCharCode(...codes))),
      { numRuns: 1000 },
    );
  });

  test.each(LETTERS.filter((letter) => /\p{L}/u.test(letter)))('answers ten thousand times %s', (letter) => {
    expectSound(letter.repeat(10_000));
    expectSound(`${letter} `.repeat(5_000));
  });

  test.each([
    'لو',
    'الله',
    'الدين',
    'عبدال',
    'ابوال',
    'زاده',
    'محمد',
    "ا'",
    'ال',
    'ົວ',
    'เร',
    '김',
    '々',
    'ー',
    '-',
    'ὰ',
    'ﷺ',
  ])('answers four thousand times %s in one word', (part) => {
    expectSound(part.repeat(4_000));
  });

  test('says nothing where there is no letter and no figure', () => {
    expect(romanise('')).toEqual([]);
    expect(romanise(' -—\u200b…')).toEqual([]);
  });

  test('never leaves a letter without an answer, even one that nothing reads', () => {
    expect(romanise('\u{16ae0}')).not.toEqual([]);
    expect(romanise('ᏣᎳᎩ')).not.toEqual([]);
  });

  test('is content with its own work', () => {
    for (const text of ['Евгений Пригожин', 'بشار الأسد', '金正恩', "O'Neil-Smith"]) {
      for (const rendering of romanise(text)) expect(romanise(rendering)).toEqual([rendering]);
    }
  });

  test('the quick way of plain ASCII agrees with the long way', () => {
    const ascii = fc.string({
      unit: fc.integer({ min: 0, max: 0x7f }).map((code) => String.fromCharCode(code)),
    });
    const likely = fc.string({ unit: fc.constantFrom(..."abZ09 -'`.,/"), maxLength: 20 });
    fc.assert(
      fc.property(fc.oneof(ascii, likely), (text) => {
        // A word in another script sends the whole text the long way.
        const [long] = romanise(`${text} Ж`);
        expect(long).toBe([...romanise(text), 'zh'].join(' '));
      }),
      { numRuns: 5000 },
    );
  });

  test('keeps to the limit', () => {
    expect(romanise('Сергей Викторович Лавров', { limit: 3 })).toHaveLength(3);
    expect(romanise('محمد علي', { limit: 1 })).toEqual(['mohammed ali']);
    expect(romanise('Müller', { limit: 0 })).toEqual(['muller']);
  });

  test('keeps hyphens, drops other punctuation, joins scripts in order', () => {
    expect(romanise('Қасым-Жомарт')[0]).toBe('kasym-zhomart');
    expect(romanise('"КИМ", Чен--Ын (мл.)')[0]).toBe('kim chen-yn ml');
    expect(romanise('— ООО — Gazprom/Нефть —')[0]).toBe('ooo gazprom neft');
  });

  test('says whether vowels were written', () => {
    expect(romaniseForms('بشار الأسد').map(({ kind }) => kind)).not.toContain('skeleton');
    expect(romaniseForms('قطمير زنجبل')[0]).toEqual({
      text: 'qatmir zanjabal',
      kind: 'skeleton',
      language: 'ar',
    });
    expect(romaniseForms('קטמיר')[0]?.kind).toBe('skeleton');
    expect(romaniseForms('Путин')[0]).toEqual({ text: 'putin', kind: 'full', language: 'ru' });
  });

  test('takes the word of the caller for the language', () => {
    expect(romanise('Богдан')[0]).toBe('bogdan');
    expect(romanise('Богдан', { languages: ['uk'] })[0]).toBe('bohdan');
    expect(romanise('حسین', { languages: ['fa'] })[0]).toBe('hossein');
    expect(romanise('حسین', { languages: ['ur'] })[0]).toBe('hussain');
    expect(romanise('金正恩', { languages: ['ko'] })[0]).toBe('kim jung eun');
    expect(romanise('林', { languages: ['ja'] })[0]).toBe('hayashi');
    expect(romanise('Путин', { languages: ['ar', 'zz'] })[0]).toBe('putin');
  });
});

const variantsFile = new URL(
  '../../../../shared/eval/name-variants/putin-name-variants.txt',
  import.meta.url,
);
const pairsFile = new URL('../../../../shared/eval/name-variants/cross-script-pairs.csv', import.meta.url);

/** Letters to put in, take out or change to get from one word to another. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(from[i - 1] !== to[j - 1]));
    }
    row = next;
  }
  return row[to.length]!;
}

describe.skipIf(!existsSync(variantsFile))(
  'one name in many scripts (left out where ../shared is absent)',
  () => {
    const names = existsSync(variantsFile)
      ? readFileSync(variantsFile, 'utf8').split('\n').filter(Boolean)
      : [];

    test.each(names.filter((name) => scriptOf(name) !== 'latin'))('%s holds putin', (name) => {
      const words = romanise(name).flatMap((rendering) => rendering.split(' '));
      expect(Math.min(...words.map((word) => editDistance(word, 'putin')))).toBeLessThanOrEqual(1);
    });
  },
);

describe.skipIf(!existsSync(pairsFile))('pairs across scripts (left out where ../shared is absent)', () => {
  const rows = existsSync(pairsFile)
    ? readFileSync(pairsFile, 'utf8')
        .split('\n')
        .filter((line) => line.includes(',') && !line.startsWith('#'))
        .map((line) => line.split(','))
    : [];

  test.each(rows.map(([name, usual]) => [name!, usual!] as const))('%s comes near %s', (name, usual) => {
    const distances = romanise(name).map((rendering) => editDistance(rendering, fold(usual)));
    expect(Math.min(...distances)).toBeLessThanOrEqual(1);
  });
});
