// Greek, Armenian and Georgian: alphabets that write their vowels, each with a few systems of romanisation.
import anyAscii from 'any-ascii';
import { AlphabetSpelling } from './alphabet-spelling.ts';
import table from './generated/alphabets.json' with { type: 'json' };
import { type LetterRule, letterRules } from './letter-rules.ts';
import type { Rendering, Segment } from './rendering.ts';

export type Alphabet = 'greek' | 'armenian' | 'georgian';

const LANGUAGE: Record<Alphabet, string> = { greek: 'el', armenian: 'hy', georgian: 'ka' };
/** Accents only show the stress in Greek; the two dots of ϊ and ϋ part a digraph, so they become a mark of their own. */
const GREEK_ACCENTS = /[\u0300\u0301\u0304\u0306\u0313\u0314\u0342\u0345]/gu;
const PARTED = '\u0308';

function prepare(word: string, alphabet: Alphabet): string {
  if (alphabet !== 'greek') return word;
  // αϊ is two vowels: the mark between them keeps the digraph rule from firing, and has no rule itself.
  return word
    .normalize('NFD')
    .replace(GREEK_ACCENTS, '')
    .replaceAll(new RegExp(`([ιυ])${PARTED}`, 'gu'), `${PARTED}$1`)
    .replaceAll('ς', 'σ');
}

function unknownLetter(letter: string): string {
  return /\p{L}/u.test(letter)
    ? anyAscii(letter)
        .toLowerCase()
        .replace(/[^a-z]/gu, '')
    : '';
}

const spellings: Readonly<Record<string, AlphabetSpelling>> = Object.fromEntries(
  Object.entries(table).map(([alphabet, { systems, names }]) => [
    alphabet,
    new AlphabetSpelling(
      new Map<string, readonly string[]>(
        Object.entries(names).map(([name, texts]) => [prepare(name, alphabet as Alphabet), texts]),
      ),
      (systems as unknown as LetterRule[][]).map((rules) => letterRules(rules, unknownLetter)),
    ),
  ]),
);

/** Renderings of a stretch of Greek, Armenian or Georgian words (clean), most usual first, at most `limit`. */
export function romaniseAlphabet(segment: Segment, alphabet: Alphabet, limit: number): readonly Rendering[] {
  const words = segment.words.map((word) => prepare(word, alphabet));
  return spellings[alphabet]!.spell({ words, joins: segment.joins }, limit).map((form) => ({
    ...form,
    language: LANGUAGE[alphabet],
  }));
}
