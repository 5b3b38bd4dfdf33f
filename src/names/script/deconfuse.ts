// Words written in two alphabets at once: `Mkrtyсhev` with a Cyrillic с looks right to the eye and is unequal to
// every listed name. Such a word is brought to the alphabet that most of it is in. Words of one alphabet are left
// alone, even if all their letters have a double elsewhere.
import latin from './generated/latin.json' with { type: 'json' };
import { type Script, scriptOfCode } from './script-of.ts';

type Confusable = 'latin' | 'cyrillic' | 'greek';
const lookAlikes = latin['look-alikes'];
const toLatin: Record<'cyrillic' | 'greek', ReadonlyMap<string, string>> = {
  cyrillic: new Map(Object.entries(lookAlikes.cyrillic)),
  greek: new Map(Object.entries(lookAlikes.greek)),
};

/** The other way round; where two letters look like one Latin letter, the first of the table is meant. */
function inverse(pairs: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const inverted = new Map<string, string>();
  for (const [letter, look] of pairs) if (!inverted.has(look)) inverted.set(look, letter);
  return inverted;
}
const fromLatin = { cyrillic: inverse(toLatin.cyrillic), greek: inverse(toLatin.greek) };

function isConfusable(script: Script | undefined): script is Confusable {
  return script === 'latin' || script === 'cyrillic' || script === 'greek';
}

function replaceLetter(letter: string, from: Confusable, to: Confusable): string {
  const plain = from === 'latin' ? letter : toLatin[from].get(letter);
  if (plain === undefined) return letter;
  return to === 'latin' ? plain : (fromLatin[to].get(plain) ?? letter);
}

/**
 * One word in one alphabet. Takes a word as written, not folded: capital В is a double of B, small в is hardly one.
 * A letter without a double stays. Latin wins a tie.
 */
export function deconfuse(word: string): string {
  const counts = { latin: 0, cyrillic: 0, greek: 0 };
  for (const character of word) {
    const script = scriptOfCode(character.codePointAt(0)!);
    if (isConfusable(script)) counts[script] += 1;
  }
  const present = (['latin', 'cyrillic', 'greek'] as const).filter((script) => counts[script] > 0);
  if (present.length < 2) return word;
  const main = present.reduce((best, script) => (counts[script] > counts[best] ? script : best));
  let out = '';
  for (const character of word) {
    const script = scriptOfCode(character.codePointAt(0)!);
    out += isConfusable(script) && script !== main ? replaceLetter(character, script, main) : character;
  }
  return out;
}

const MIXED = /\p{Script=Latin}/u;
const DOUBLES = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Every word of a text through `deconfuse`; the text itself where nothing is mixed. */
export function deconfuseWords(text: string): string {
  if (!MIXED.test(text) || !DOUBLES.test(text)) return text;
  return text.replace(/[\p{L}\p{M}]+/gu, deconfuse);
}
