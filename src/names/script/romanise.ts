// Whole names in a-z, several ways: the door of the script half of names/. Cuts a text into stretches of one writing
// system, lets each system's own file render its stretch, and puts the renderings together. It knows no names itself
// and decides nothing about likeness.
import anyAscii from 'any-ascii';
import { romaniseAlphabet } from './alphabets.ts';
import { romaniseArabic } from './arabic.ts';
import { romaniseBurmese } from './burmese.ts';
import { clean } from './clean.ts';
import { romaniseCyrillic } from './cyrillic.ts';
import { deconfuseWords } from './deconfuse.ts';
import { romaniseEastAsian } from './east-asian.ts';
import { romaniseEthiopic } from './ethiopic.ts';
import { spellOut } from './fold.ts';
import { romaniseHebrew } from './hebrew.ts';
import { romaniseIndic } from './indic.ts';
import { romaniseKhmer } from './khmer.ts';
import { romaniseHangul } from './korean.ts';
import { APOSTROPHE, HYPHEN, isAscii, TIDY, tidyAscii } from './plain-latin.ts';
import { combineWords, joinWords, type Rendering, type Segment } from './rendering.ts';
import { LAST_OF_BASIC_PLANE, type Script, scriptOfCode } from './script-of.ts';
import { romaniseThai } from './thai.ts';

/**
 * Renderings given at most, by default. Russian has five systems in real use and a common given name four or five
 * spellings; eight holds the systems and the usual spellings of the given name. An index pays for each.
 */
export const DEFAULT_RENDERINGS = 8;

export interface RomaniseOptions {
  /**
   * Languages the name may be in, most likely first (ISO 639-1; `kp` beside `ko` for North Korean usage). Languages
   * that do not use the script at hand are passed over. @default none: judged from the letters
   */
  readonly languages?: readonly string[];
  /** Renderings at most, 1 or more. @default DEFAULT_RENDERINGS */
  readonly limit?: number;
}

/** Han and kana are one stretch, for Japanese mixes them; figures go with Latin. */
type Kind = Exclude<Script, 'han' | 'kana'> | 'east-asian';

interface Stretch extends Segment {
  readonly kind: Kind;
  readonly words: string[];
  readonly joins: string[];
}

const UNSAFE = /[^a-z0-9' -]+/gu;
const SAYS_SOMETHING = /[a-z0-9]/u;
const LETTER = /\p{L}/u;
const FIGURE = /\p{Nd}/u;
const HYPHENS = /[\u2010-\u2015\u2212\ufe58\ufe63\u058a\u05be]/gu;
/** Persian and Urdu part a word with it where no space may stand; arabic.ts reads it as a stretch mark. */
const ARABIC_JOINT = /(?<=\p{Script=Arabic})\u200c(?=\p{Script=Arabic})/gu;
const STRETCH_MARK = /\u0640/gu;
const ARABIC = /\p{Script=Arabic}/u;

function kindOf(code: number): Kind | undefined {
  const script = scriptOfCode(code);
  if (script === undefined) return FIGURE.test(String.fromCodePoint(code)) ? 'latin' : undefined;
  return script === 'han' || script === 'kana' ? 'east-asian' : script;
}

/** Stretches of one writing system. Whatever is no letter, figure, hyphen or apostrophe ends a word like a space. */
function cut(text: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  /** Where the word that is being read began; -1 between words. */
  let start = -1;
  let kind: Kind | undefined;
  let join = '';
  const endWord = (end: number) => {
    if (start < 0 || kind === undefined) return;
    const word = text.slice(start, end);
    const last = stretches.at(-1);
    if (last?.kind === kind) {
      last.words.push(word);
      last.joins.push(join);
    } else stretches.push({ kind, words: [word], joins: [join] });
    start = -1;
    join = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at)!;
    const own = kindOf(code);
    if (own !== undefined) {
      if (own !== kind) endWord(at);
      kind = own;
      if (start < 0) start = at;
    } else if (code !== APOSTROPHE || start < 0) {
      endWord(at);
      if (stretches.length > 0 && (code !== HYPHEN || join === '')) join = code === HYPHEN ? '-' : ' ';
    }
    // A letter beyond the basic plane is written in two units.
    if (code > LAST_OF_BASIC_PLANE) at += 1;
  }
  endWord(text.length);
  return stretches;
}

/** ASCII of words that no table here reads. */
function asciiOf({ words, joins }: Segment): string {
  const ascii = words.map((word) => anyAscii(word).toLowerCase().replaceAll('`', "'").replace(UNSAFE, ''));
  return joinWords(ascii, joins);
}

function romaniseStretch(stretch: Stretch, told: readonly string[], limit: number): readonly Rendering[] {
  switch (stretch.kind) {
    case 'cyrillic':
      return romaniseCyrillic(stretch, told, limit);
    case 'greek':
    case 'armenian':
    case 'georgian':
      return romaniseAlphabet(stretch, stretch.kind, limit);
    case 'arabic':
      return romaniseArabic(stretch, told, limit);
    case 'hebrew':
      return romaniseHebrew(stretch, limit);
    case 'east-asian':
      return romaniseEastAsian(stretch, told, limit);
    case 'hangul':
      return romaniseHangul(stretch, told, limit);
    case 'thai':
    case 'lao':
      return romaniseThai(stretch, stretch.kind, limit);
    case 'burmese':
      return romaniseBurmese(stretch, limit);
    case 'khmer':
      return romaniseKhmer(stretch, limit);
    case 'ethiopic':
      return romaniseEthiopic(stretch, limit);
    case 'latin':
    case 'other':
      return [{ text: asciiOf(stretch), kind: 'full' }];
    default:
      return romaniseIndic(stretch, stretch.kind, limit);
  }
}

function isEdge(character: string | undefined): boolean {
  return character === "'" || character === '-';
}

/** Words parted by one space each, hyphens and apostrophes only inside words. */
function tidy(text: string): string {
  const words: string[] = [];
  for (const word of text.replace(UNSAFE, ' ').split(' ')) {
    let start = 0;
    let end = word.length;
    while (start < end && isEdge(word[start])) start += 1;
    while (end > start && isEdge(word[end - 1])) end -= 1;
    if (start < end) words.push(word.slice(start, end));
  }
  return words.join(' ').replace(/-{2,}/gu, '-');
}

/** For what its own romaniser leaves empty: plain ASCII, and where even that is empty, the letters' code points. */
function lastResort(stretch: Stretch): Rendering {
  const ascii = asciiOf(stretch);
  if (SAYS_SOMETHING.test(ascii)) return { text: ascii, kind: 'full' };
  const letters = [...stretch.words.join('')].filter((character) => LETTER.test(character));
  return { text: letters.map((letter) => `u${letter.codePointAt(0)!.toString(16)}`).join(' '), kind: 'full' };
}

function prepare(text: string): string {
  const readable = ARABIC.test(text) ? text.replace(STRETCH_MARK, '').replace(ARABIC_JOINT, '\u0640') : text;
  return clean(deconfuseWords(readable).replace(HYPHENS, '-'));
}

function plainRendering(text: string): readonly Rendering[] {
  const tidied = tidyAscii(text);
  return tidied === '' ? [] : [{ text: tidied, kind: 'full' }];
}

function renderOne(text: string, told: readonly string[], limit: number): readonly Rendering[] {
  if (isAscii(text)) return plainRendering(text);
  const stretches = cut(text);
  if (stretches.length === 0) return [];
  const parts = stretches.map((stretch) => {
    const forms = romaniseStretch(stretch, told, limit).filter(({ text: form }) => SAYS_SOMETHING.test(form));
    return forms.length > 0 ? forms : [lastResort(stretch)];
  });
  if (parts.length === 1) return parts[0]!;
  const languages = new Set(parts.flatMap((forms) => forms[0]?.language ?? []));
  const joins = stretches.map((stretch) => stretch.joins[0]!);
  const [language] = languages;
  return combineWords(parts, joins, limit).map(({ text: whole, kind }) => ({
    text: whole,
    kind,
    ...(languages.size === 1 && language ? { language } : {}),
  }));
}

/**
 * The ways that a name is written in Latin letters, most usual first, each with what is known about its vowels.
 *
 * Each text is lower case, of a-z, 0-9, `'`, `-` and single spaces. A hyphen stays where the name has one and stands
 * after the Arabic article (al-assad); other punctuation becomes a space. Nothing is dropped for length. Texts differ
 * from one another, and there is at least one if the name holds a letter or figure, else none. Latin text gives its
 * fold, and its umlauts spelt out as a second form (muller, mueller).
 *
 * @param text a name in any scripts, as it stands in its source; several scripts in one name are joined in order
 */
export function romaniseForms(text: string, options: RomaniseOptions = {}): readonly Rendering[] {
  if (isAscii(text)) return plainRendering(clean(text));
  const limit = Math.max(1, options.limit ?? DEFAULT_RENDERINGS);
  const told = options.languages ?? [];
  const speltOut = spellOut(text);
  const found = new Map<string, Rendering>();
  for (const spelling of speltOut === undefined ? [text] : [text, speltOut]) {
    for (const form of renderOne(prepare(spelling), told, limit)) {
      const tidied = TIDY.test(form.text) ? form.text : tidy(form.text);
      if (tidied !== '' && found.size < limit && !found.has(tidied))
        found.set(tidied, { ...form, text: tidied });
    }
  }
  return [...found.values()];
}

/** The texts of `romaniseForms`. */
export function romanise(text: string, options: RomaniseOptions = {}): readonly string[] {
  return romaniseForms(text, options).map((form) => form.text);
}
