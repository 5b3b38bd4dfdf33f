// Names in Ethiopic (Amharic, Tigrinya): rows of one consonant, seven vowels. The sixth vowel is written and often not
// spoken; an i stands for it where consonants would pile up.
import { clean } from './clean.ts';
import table from './generated/syllabic.json' with { type: 'json' };
import { combineWords, fullForms, type Rendering, type Segment } from './rendering.ts';

const FIRST = 0x1200;
const ROW = 8;
const { rows, orders } = table.ethiopic;
const openRows: ReadonlySet<number> = new Set(table.ethiopic['open-rows']);
const names: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(table.ethiopic.names).map(([name, spellings]) => [clean(name), spellings]),
);

function spell(word: string, firstOrder: string): string {
  let out = '';
  for (let index = 0; index < word.length; index += 1) {
    const code = word.charCodeAt(index) - FIRST;
    const row = Math.floor(code / ROW);
    const consonant = rows[row];
    if (consonant === undefined) continue;
    const order = code % ROW;
    const vowel = order === 0 ? (openRows.has(row) ? 'a' : firstOrder) : orders[order]!;
    const mute = vowel === '' && index + 1 < word.length && !/[aeiou]$/u.test(out);
    // A vowel without a consonant of its own: እ.
    out += consonant + (mute || (vowel === '' && consonant === '') ? 'i' : vowel);
  }
  return out;
}

/** Renderings of a stretch of Ethiopic words (clean), most usual first, at most `limit`. */
export function romaniseEthiopic(segment: Segment, limit: number): readonly Rendering[] {
  const choices = segment.words.map((word) =>
    fullForms([...new Set([...(names.get(word) ?? []), spell(word, 'e'), spell(word, 'a')])]),
  );
  return combineWords(choices, segment.joins, limit).map((form) => ({ ...form, language: 'am' }));
}
