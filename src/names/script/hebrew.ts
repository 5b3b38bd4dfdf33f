// Names in Hebrew: a table of usual names, then the letters with the vowels that are written. Yiddish spelling (which
// writes its vowels) comes out as a skeleton too.
import abjads from './generated/abjads.json' with { type: 'json' };
import table from './generated/hebrew-names.json' with { type: 'json' };
import { combineWords, type Rendering, type Segment, type WordForm } from './rendering.ts';
import { type Abjad, bare, guessed, sounds } from './skeleton.ts';

type LetterTable = Record<string, string | readonly [string, string]>;
const usual: LetterTable = { ...abjads.hebrew.letters, ...(abjads.hebrew.vowels as unknown as LetterTable) };
const { throat } = abjads.hebrew;
const usualLetters: Abjad = { letters: new Map(Object.entries(usual)), throat };
const otherLetters: Abjad = {
  letters: new Map(Object.entries({ ...usual, ...(abjads.hebrew.other as unknown as LetterTable) })),
  throat,
};
const names: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({ ...table.names, ...table.particles }),
);
const endings: readonly (readonly [string, readonly string[]])[] = Object.entries(table.endings).sort(
  ([a], [b]) => b.length - a.length,
);

function spelt(word: string, letters: Abjad): readonly string[] {
  // A final ה is mute and stands for a; a final בֿ or ףֿ is v or f.
  const mute = word.length > 2 && word.endsWith('ה');
  const heard = sounds(mute ? word.slice(0, -1) : word, letters);
  const close = (text: string) => {
    const open = mute && !/[aeiou]$/u.test(text) ? `${text}a` : text;
    return word.endsWith('ב') ? open.replace(/b$/u, 'v') : open;
  };
  return [close(guessed(heard)), close(bare(heard))];
}

function wordForms(word: string): readonly WordForm[] {
  const known = names.get(word);
  if (known) return known.map((text) => ({ text, kind: 'full' }));
  const ending = endings.find(([end]) => word.endsWith(end) && word.length > end.length + 1);
  const stem = ending ? word.slice(0, -ending[0].length) : word;
  const tails = ending ? ending[1] : [''];
  const stems = [
    ...new Set([...(names.get(stem) ?? []), ...spelt(stem, usualLetters), ...spelt(stem, otherLetters)]),
  ];
  const kind = names.has(stem) ? 'full' : 'skeleton';
  return tails.flatMap((tail) => stems.map((text) => ({ text: text + tail, kind }) satisfies WordForm));
}

/** Renderings of a stretch of Hebrew words (clean), most usual first, at most `limit`. */
export function romaniseHebrew(segment: Segment, limit: number): readonly Rendering[] {
  const choices = segment.words.map((word) => wordForms(word.replaceAll("'", '')));
  return combineWords(choices, segment.joins, limit).map((form) => ({ ...form, language: 'he' }));
}
