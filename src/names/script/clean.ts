// The first step of every comparison: text without what cannot be seen and without what only fonts and keyboards
// differ in. Latin letters end as a-z; other letters keep their identity (й stays й, ά stays ά), because the
// romanisers need it. Case goes. Nothing here knows languages.
import latin from './generated/latin.json' with { type: 'json' };

const ASCII = /^[\0-\x7f]*$/u;
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
/** Those, and letters that cleaning leaves as they are: Han, Hangul syllables, hiragana and katakana. */
const UNIT_BY_UNIT =
  /^[\0-\u024f\u02b9-\u02bf\u0400-\u0482\u048a-\u052f\u05d0-\u05ea\u0620-\u064a\u0671-\u06d3\u1e00-\u1eff\u2010-\u2019\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff\uac00-\ud7a3]*$/u;
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
    if (next === current || ASCII.test(next)) return next.replaceAll('`', "'");
    current = next;
  }
  return current;
}

const table: (string | undefined)[] = [];
for (const [first, last] of TABLE_RANGES) {
  for (let code = first; code <= last; code += 1) table[code] = cleanAny(String.fromCharCode(code));
}

/**
 * Text in lower case, composed (NFKC), without unseen characters, accents and points, its Latin letters in a-z,
 * every kind of apostrophe as `'`. Well-formed whatever comes in; `clean(clean(x)) === clean(x)`.
 */
export function clean(text: string): string {
  if (ASCII.test(text)) {
    const lower = text.toLowerCase();
    return lower.includes('`') ? lower.replaceAll('`', "'") : lower;
  }
  if (!UNIT_BY_UNIT.test(text)) return cleanAny(text);
  let out = '';
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0x80) out += table[code] ?? text[index];
    else if (code >= 0x41 && code <= 0x5a) out += String.fromCharCode(code + 32);
    else out += code === 0x60 ? "'" : text[index];
  }
  return out;
}
