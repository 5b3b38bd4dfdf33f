// The first step of every comparison: text without what cannot be seen and without what only fonts and keyboards
// differ in. Latin letters end as a-z; other letters keep their identity (й stays й, ά stays ά), because the
// romanisers need it. Case goes. Nothing here knows languages.
import latin from './generated/latin.json' with { type: 'json' };
import { isAscii } from './plain-latin.ts';

/** Lone surrogates, format characters (zero width, bidi, soft hyphen), variation selectors, fillers. */
const UNSEEN = /[\p{Cs}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Accents, vowel points and stress marks. Vowel signs of Indic and South-East Asian scripts are letters here. */
const MARKS =
  /[[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Syriac}\p{Script=Latin}]&&\p{M}]/gv;
const NON_ASCII_LATIN = /[[\p{Script=Latin}]--[a-z]]/gv;
const APOSTROPHES = new RegExp(`[${latin.apostrophes}]`, 'gu');
const letters: ReadonlyMap<string, string> = new Map(Object.entries(latin.letters));

/**
 * Codes that a table answers one by one, since none of them composes with a neighbour: Latin, modifier apostrophes,
 * Cyrillic, Hebrew and Arabic letters, general punctuation.
 */
const TABLE_RANGES = [
  [0x80, 0x24f],
  [0x2b9, 0x2bf],
  [0x400, 0x482],
  [0x48a, 0x52f],
  [0x5d0, 0x5ea],
  [0x620, 0x64a],
  [0x671, 0x6d3],
  [0x1e00, 0x1eff],
  [0x2010, 0x2019],
] as const;
/** Codes of letters that cleaning leaves as they are: hiragana, katakana, Han and Hangul syllables. */
const KEPT_RANGES = [
  [0x3041, 0x3096],
  [0x30a1, 0x30fc],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
] as const;
/** No string was seen to need more than three; the bound only guards against a cycle. */
const MAX_PASSES = 8;

/** A Latin letter as a-z: by the table, else without its accents, else as it is. */
function plainLatin(letter: string): string {
  const known = letters.get(letter);
  if (known !== undefined) return known;
  const bare = letter.normalize('NFD').replace(MARKS, '');
  return letters.get(bare) ?? bare;
}

function cleanOnce(text: string): string {
  return text
    .replace(UNSEEN, '')
    .normalize('NFKC')
    .replace(APOSTROPHES, "'")
    .toLowerCase()
    .normalize('NFKC')
    .replace(MARKS, '')
    .replace(NON_ASCII_LATIN, plainLatin);
}

/** Taking a mark away can let its neighbours compose anew (jamo, for one), so this runs until nothing changes. */
function cleanAny(text: string): string {
  let current = text;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const next = cleanOnce(current);
    if (next === current || isAscii(next)) return next.replaceAll('`', "'");
    current = next;
  }
  return current;
}

/** How a code is cleaned: only with all its neighbours, by the table, or by `toLowerCase`; a text as its least code is. */
const [WITH_NEIGHBOURS, BY_TABLE, BY_LOWER_CASE] = [0, 1, 2] as const;
const wayOf = new Uint8Array(0x10000);
const table: (string | undefined)[] = [];
for (const [first, last] of [[0, 0x7f], ...TABLE_RANGES] as const) {
  for (let code = first; code <= last; code += 1) {
    const letter = String.fromCharCode(code);
    table[code] = cleanAny(letter);
    wayOf[code] = table[code] === letter.toLowerCase() ? BY_LOWER_CASE : BY_TABLE;
  }
}
for (const [first, last] of KEPT_RANGES) wayOf.fill(BY_LOWER_CASE, first, last + 1);

/**
 * Text in lower case, composed (NFKC), without unseen characters, accents and points, its Latin letters in a-z,
 * every kind of apostrophe as `'`. Well-formed whatever comes in; `clean(clean(x)) === clean(x)`.
 */
export function clean(text: string): string {
  let way: number = BY_LOWER_CASE;
  for (let at = 0; at < text.length && way !== WITH_NEIGHBOURS; at += 1) {
    way = Math.min(way, wayOf[text.charCodeAt(at)]!);
  }
  if (way === BY_LOWER_CASE) return text.toLowerCase();
  if (way === WITH_NEIGHBOURS) return cleanAny(text);
  let out = '';
  for (let at = 0; at < text.length; at += 1) out += table[text.charCodeAt(at)] ?? text[at];
  return out;
}
