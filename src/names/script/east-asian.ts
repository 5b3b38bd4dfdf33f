// Names in Han characters and kana: which languages they may be read in, and in which order. Kana decide for Japanese;
// characters alone are Chinese first, Japanese where tables know the whole name, Korean where the surname allows it.
import { chineseForms } from './chinese.ts';
import { hasKana, japaneseForms } from './japanese.ts';
import { hanjaForms } from './korean.ts';
import type { Rendering, Segment } from './rendering.ts';

type Reader = 'zh' | 'ja' | 'ko';

/** Korean readings of Han characters that nobody said are Korean: the South's spelling and the North's. */
const KOREAN_BESIDE_CHINESE = 2;

function toldReaders(told: readonly string[]): readonly Reader[] {
  return told.flatMap((code): Reader[] => {
    if (code === 'zh' || code === 'ja' || code === 'ko') return [code];
    return code === 'kp' ? ['ko'] : [];
  });
}

/** Renderings of a stretch of Han and kana words (clean), most usual first, at most `limit`. */
export function romaniseEastAsian(
  segment: Segment,
  told: readonly string[],
  limit: number,
): readonly Rendering[] {
  const found = new Map<string, Rendering>();
  const add = (language: Reader, texts: readonly string[]) => {
    for (const text of texts) {
      if (text !== '' && found.size < limit && !found.has(text))
        found.set(text, { text, kind: 'full', language });
    }
  };
  const readers = toldReaders(told);
  const japanese = japaneseForms(segment);
  if (hasKana(segment)) {
    add('ja', japanese.forms);
    add('ja', kanaFallback(segment, japanese.forms));
    return [...found.values()];
  }
  const chinese = chineseForms(segment);
  const korean = hanjaForms(segment, told, limit);
  const all: Record<Reader, readonly string[]> = {
    zh: [...chinese.pinyin, ...chinese.others],
    ja: japanese.forms,
    ko: korean.forms,
  };
  for (const reader of readers) add(reader, all[reader]);
  const long = segment.words.join('').length > 3;
  if (readers.length === 0 && japanese.known && long) add('ja', japanese.forms.slice(0, 2));
  add('zh', chinese.pinyin.slice(0, 1));
  if (korean.likely) add('ko', korean.forms.slice(0, KOREAN_BESIDE_CHINESE));
  add('zh', chinese.pinyin.slice(1));
  if (japanese.known) add('ja', japanese.forms.slice(0, 1));
  add('ko', korean.forms.slice(0, KOREAN_BESIDE_CHINESE));
  add('zh', chinese.others);
  return [...found.values()];
}

/** Kana beside kanji that no table reads: the kanji as Chinese is better than nothing. */
function kanaFallback(segment: Segment, forms: readonly string[]): readonly string[] {
  return forms.length > 0 ? [] : chineseForms(segment).pinyin.slice(0, 1);
}
