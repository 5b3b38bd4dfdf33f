// The form in which two spellings of one name are equal as strings: `clean`, and on top the letters of other
// alphabets that writers interchange (accents in Greek, final sigma, the alefs, yehs and kafs of Arabic keyboards).
// It stays in the script it was written in; romanise.ts leaves it.
import { clean } from './clean.ts';
import latin from './generated/latin.json' with { type: 'json' };

const INTERCHANGED = /[ςάέήίόύώϊϋΐΰἀ-῾ѐѝأإآٱىیېےکڪہۀةھەـ]/gu;
const SAME: ReadonlyMap<string, string> = new Map([
  ...[...'أإآٱ'].map((alef) => [alef, 'ا'] as const),
  ...[...'ىیې'].map((yeh) => [yeh, 'ي'] as const),
  ...[...'کڪ'].map((kaf) => [kaf, 'ك'] as const),
  ...[...'ہۀةھە'].map((heh) => [heh, 'ه'] as const),
  ['ے', 'ي'],
  ['ـ', ''], // the stretch of a letter, no letter itself
  ['ς', 'σ'],
]);

function unify(letter: string): string {
  return SAME.get(letter) ?? unaccented(letter);
}

function unaccented(letter: string): string {
  const bare = letter.normalize('NFD').replace(/\p{M}/gu, '');
  return SAME.get(bare) ?? bare;
}

/**
 * The comparable form of a text: `Müller` and `MULLER` give `muller`, `ΠΟΥΤΙΝ` and `Πούτιν` give `πουτιν`,
 * `O’Neil` gives `o'neil`. Spaces and punctuation stay. Folding what is folded changes nothing.
 */
export function fold(text: string): string {
  let folded = clean(text);
  // Dropping a stretch mark joins what stood on either side of it, so the result is cleaned once more.
  while (folded.search(INTERCHANGED) >= 0) {
    const unified = clean(folded.replace(INTERCHANGED, unify));
    if (unified === folded) break;
    folded = unified;
  }
  return folded;
}

const speltOut: ReadonlyMap<string, string> = new Map(Object.entries(latin['spelt-out']));
const MAY_HOLD_SPELT_OUT = new RegExp(`[${[...speltOut.keys()].join('')}\u0303\u0308\u030a]`, 'iu');
const SPELT_OUT = new RegExp(`[${[...speltOut.keys()].join('')}]`, 'giu');

/** The text with its umlauts and the like spelt out (ö as oe), or undefined if it holds none. Not folded. */
export function spellOut(text: string): string | undefined {
  if (!MAY_HOLD_SPELT_OUT.test(text)) return undefined;
  const composed = text.normalize('NFC');
  const spelt = composed.replace(SPELT_OUT, (letter) => speltOut.get(letter.toLowerCase()) ?? letter);
  return spelt === composed ? undefined : spelt;
}

/**
 * The folds that lists and passports use for one Latin text, most usual first: `Müller` gives `muller`, `mueller`;
 * `Åse Đorđević` gives `ase dordevic`, `aase djordjevic`. One element where there is no second spelling.
 * Anglicised spellings (č as ch, š as sh) are not among them: they are rarer on lists than the bare letter.
 */
export function foldVariants(text: string): readonly string[] {
  const plain = fold(text);
  const spelt = spellOut(text);
  if (spelt === undefined) return [plain];
  const folded = fold(spelt);
  return folded === plain ? [plain] : [plain, folded];
}
