// Names in Burmese, syllable by syllable as Burmese are written in English (Aung San Suu Kyi): an initial with its
// medials, then a rhyme. Tones go. Foreign names written in Burmese come joined as a second form.
import { clean } from './clean.ts';
import table from './generated/syllabic.json' with { type: 'json' };
import { combineWords, fullForms, type Rendering, type Segment } from './rendering.ts';

const TONES = /[\u1037\u1038]/gu;
const { consonants, clusters, independent, rhymes } = table.burmese;
const initials: ReadonlyMap<string, string> = new Map(Object.entries(consonants));
const fused: ReadonlyMap<string, string> = new Map(Object.entries(clusters));
const alone: ReadonlyMap<string, string> = new Map(Object.entries(independent));
const rhymeSounds: ReadonlyMap<string, string> = new Map(Object.entries(rhymes));
const names: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(table.burmese.names).map(([name, spellings]) => [clean(name).replace(TONES, ''), spellings]),
);
/** A letter, its medials, its vowels, and a consonant that a killer sign or a letter below makes final. */
const SYLLABLE =
  /([\u1000-\u1021\u103f])([\u103b-\u103e]*)([\u102b-\u1032\u1036]*)((?:[\u1000-\u1021](?=\u103a)\u103a)?(?:\u103a)?)|([\u1023-\u102a])/gu;

function onset(letter: string, medials: string): string {
  const breathed = medials.includes('\u103e');
  const y = /[\u103b\u103c]/u.exec(medials)?.[0];
  const w = medials.includes('\u103d') ? 'w' : '';
  const fusion =
    (y && fused.get(letter + y)) ?? (breathed ? fused.get(`${letter}${y ?? ''}\u103e`) : undefined);
  if (fusion !== undefined) return fusion + w;
  const plain = (initials.get(letter) ?? '') + (y ? 'y' : '') + w;
  return breathed && plain !== '' ? `h${plain}` : plain;
}

/** w before a rhyme turns it: kwan is kun, but kywe stays. */
function rhyme(vowels: string, final: string, glide: boolean): string {
  const key = vowels + final;
  const sound = rhymeSounds.get(key) ?? (rhymeSounds.get(vowels) ?? '') + (rhymeSounds.get(final) ?? '');
  if (!glide) return sound;
  return key === 'န်' || key === 'မ်' || key === 'ံ' ? 'un' : key === 'တ်' || key === 'ပ်' ? 'ut' : sound;
}

function wordSyllables(word: string): readonly string[] {
  const text = word
    .replace(TONES, '')
    .replaceAll('\u1004\u103a\u1039', '\u1004\u103a')
    .replaceAll('\u1039', '\u103a');
  const found: string[] = [];
  for (const match of text.matchAll(SYLLABLE)) {
    const [whole, letter, medials = '', vowels = '', final = '', vowelLetter] = match;
    if (vowelLetter !== undefined) {
      found.push(alone.get(vowelLetter) ?? '');
      continue;
    }
    const named = names.get(whole);
    const sound = rhyme(vowels, final, medials.includes('\u103d'));
    const start = onset(letter!, medials);
    found.push(named?.[0] ?? (/^u[nt]$/u.test(sound) ? start.replace(/w$/u, '') : start) + sound);
  }
  return found.filter(Boolean);
}

function wordForms(word: string): readonly string[] {
  const known = names.get(word.replace(TONES, ''));
  const parts = wordSyllables(word);
  return [...new Set([...(known ?? []), parts.join(' '), parts.join('')])];
}

/** Renderings of a stretch of Burmese words (clean), most usual first, at most `limit`. */
export function romaniseBurmese(segment: Segment, limit: number): readonly Rendering[] {
  const choices = segment.words.map((word) => fullForms(wordForms(word)));
  return combineWords(choices, segment.joins, limit).map((form) => ({ ...form, language: 'my' }));
}
