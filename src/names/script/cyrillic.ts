// Names in Cyrillic, for eleven languages. The language is told, or read off the letters; where the letters leave it
// open the text is taken as Russian and the other languages' first spelling comes later. A word is judged with its
// neighbours: `Мкртичов` alone could be any, beside `Зеленський` it is Ukrainian.
import anyAscii from 'any-ascii';
import { AlphabetSpelling } from './alphabet-spelling.ts';
import table from './generated/cyrillic.json' with { type: 'json' };
import { type LetterRule, letterRules } from './letter-rules.ts';
import type { Rendering, Segment, WordForm } from './rendering.ts';

interface Language {
  readonly code: string;
  readonly bit: number;
  readonly telltale: RegExp | undefined;
  readonly spelling: AlphabetSpelling;
}

/** Letters of other peoples (ә in Tatar, ҫ in Chuvash) and of the past that no table has. */
function unknownLetter(letter: string): string {
  return /\p{Script=Cyrillic}/u.test(letter)
    ? anyAscii(letter)
        .toLowerCase()
        .replace(/[^a-z]/gu, '')
    : '';
}

type LanguageTable = { letters: string; own: string; telltale?: string; systems: LetterRule[][] };
const tables = table.languages as unknown as Record<string, LanguageTable>;
const names: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(table.names));
const languages: readonly Language[] = table.order.map((code, index) => ({
  code,
  bit: 1 << index,
  telltale: tables[code]!.telltale === undefined ? undefined : new RegExp(tables[code]!.telltale, 'u'),
  spelling: new AlphabetSpelling(
    names,
    tables[code]!.systems.map((rules) => letterRules(rules, unknownLetter)),
  ),
}));
const besideRussian = languages.filter((language) => table.besideRussian.includes(language.code));
const russian = languages.find((language) => language.code === 'ru')!;

/** Letters from here on (the supplementary blocks) are in no alphabet. */
const AFTER_LAST_LETTER =
  1 +
  Math.max(
    ...Object.values(tables).flatMap(({ letters, own }) =>
      [...letters, ...own].map((letter) => letter.charCodeAt(0)),
    ),
  );
/** The bits of all languages. */
const ALL = ~0;
/** For each letter, the languages that write with it, and those that alone do. */
const alphabetBits = new Int32Array(AFTER_LAST_LETTER).fill(ALL);
const ownBits = new Int32Array(AFTER_LAST_LETTER);
for (const { code, bit } of languages) {
  for (const letter of tables[code]!.letters) {
    const at = letter.charCodeAt(0);
    alphabetBits[at] = alphabetBits[at] === ALL ? bit : alphabetBits[at]! | bit;
  }
  for (const letter of tables[code]!.own) {
    ownBits[letter.charCodeAt(0)]! |= bit;
  }
}

/** The languages to try, most likely first: told ones, else what the letters say. */
function likelyLanguages(words: readonly string[], told: readonly string[]): readonly Language[] {
  const named = told.flatMap((code) => languages.find((language) => language.code === code) ?? []);
  if (named.length > 0) return named;
  let possible = ALL;
  let own = 0;
  for (const word of words) {
    for (let index = 0; index < word.length; index += 1) {
      const code = word.charCodeAt(index);
      if (code >= AFTER_LAST_LETTER) continue;
      possible &= alphabetBits[code]!;
      own |= ownBits[code]!;
    }
  }
  if (own !== 0) {
    const owners = languages.filter(({ bit }) => (own & bit) !== 0);
    const fitting = owners.filter(({ bit }) => (possible & bit) !== 0);
    return fitting.length > 0 ? fitting : owners;
  }
  if ((possible & russian.bit) !== 0) {
    const others = besideRussian.filter(({ bit }) => (possible & bit) !== 0);
    const marked = others.find(({ telltale }) => telltale && words.some((word) => telltale.test(word)));
    return marked ? [marked, russian] : [russian, ...others];
  }
  const speakers = languages.filter(({ bit }) => (possible & bit) !== 0);
  return speakers.length > 0 ? speakers : [russian];
}

/** Renderings of a stretch of Cyrillic words (clean), most usual first, at most `limit`. */
export function romaniseCyrillic(
  segment: Segment,
  told: readonly string[],
  limit: number,
): readonly Rendering[] {
  const [first, ...others] = likelyLanguages(segment.words, told);
  if (!first) return [];
  const found = new Map<string, Rendering>();
  const add = ({ code }: Language, { text, kind }: WordForm) => {
    if (found.size < limit && !found.has(text)) found.set(text, { text, kind, language: code });
  };
  // The first language's own spellings, one for each other language, then what room is left for the first one's.
  const forms = first.spelling.spell(segment, limit);
  const room = Math.max(1, limit - others.length);
  for (const form of forms.slice(0, room)) add(first, form);
  for (const language of others) if (found.size < limit) add(language, language.spelling.first(segment));
  for (const form of forms.slice(room)) add(first, form);
  return [...found.values()];
}
