// A word whose script leaves short vowels out, letter by letter: the written vowels as vowels, and on request a guess
// at the others (an a where three consonants would meet, as Arabic syllables go). Both are skeletons: only their
// consonants can be held against another name.

/** For each letter: its Latin consonant, or what it is as a consonant and as a vowel. */
export type AbjadLetters = ReadonlyMap<string, string | readonly [consonant: string, vowel: string]>;

interface Sound {
  readonly latin: string;
  readonly vowel: boolean;
}

/** How a script's letters sound, and its throat letter, which is a vowel where none is written beside it. */
export interface Abjad {
  readonly letters: AbjadLetters;
  readonly throat: string;
}

/** The sounds of a word; a letter that can be both is a consonant first in the word and next to another vowel. */
export function sounds(word: string, { letters, throat }: Abjad): readonly Sound[] {
  const found: Sound[] = [];
  for (let index = 0; index < word.length; index += 1) {
    const letter = word[index]!;
    const last = found.at(-1);
    const next = letters.get(word[index + 1] ?? '');
    if (letter === throat) {
      const alone =
        !last?.vowel &&
        index + 1 < word.length &&
        (next === undefined || typeof next === 'string' || next[0] !== '');
      if (alone) found.push({ latin: 'a', vowel: true });
      continue;
    }
    const value = letters.get(letter);
    if (value === undefined) continue;
    if (typeof value === 'string') {
      if (value !== '') found.push({ latin: value, vowel: false });
      continue;
    }
    const [consonant, vowel] = value;
    const beforeVowel = Array.isArray(next);
    const asConsonant = consonant !== '' && (last === undefined || last.vowel || beforeVowel);
    // Two written vowels at the start are one sound: أو is u, إي is i.
    if (last?.vowel && found.length === 1 && consonant !== '' && !beforeVowel && word[0] !== throat) {
      found[0] = { latin: vowel, vowel: true };
    } else if (asConsonant) found.push({ latin: consonant, vowel: false });
    else if (last?.latin !== vowel) found.push({ latin: vowel, vowel: true });
  }
  return found;
}

/** The sounds as written, without a guess. */
export function bare(word: readonly Sound[]): string {
  return word.map(({ latin }) => latin).join('');
}

/** The sounds with an `a` where consonants would otherwise pile up: h-s-n as hasan, m-h-m-d as mahmad. */
export function guessed(word: readonly Sound[]): string {
  let out = '';
  let afterVowel = false;
  for (let index = 0; index < word.length; index += 1) {
    const { latin, vowel } = word[index]!;
    out += latin;
    if (vowel) {
      afterVowel = true;
      continue;
    }
    const next = word[index + 1];
    const nextIsLast = index + 2 >= word.length;
    const closesSyllable = afterVowel && !nextIsLast;
    afterVowel = false;
    if (next === undefined || next.vowel || closesSyllable) continue;
    out += 'a';
    afterVowel = true;
  }
  return out;
}
