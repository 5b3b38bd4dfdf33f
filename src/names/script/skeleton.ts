// A word whose script leaves short vowels out, letter by letter: the written vowels as vowels, and on request a guess
// at the others (an a where three consonants would meet, as Arabic syllables go). Both are skeletons: only their
// consonants can be held against another name.

/** For each letter: its Latin consonant, or what it is as a consonant and as a vowel. */
export type AbjadLetters = ReadonlyMap<string, string | readonly [consonant: string, vowel: string]>;

interface Sound {
  readonly latin: string;
  readonly vowel: boolean;
}

/** The sounds of a word; a letter that can be both is a consonant first in the word and next to another vowel. */
export function sounds(word: string, letters: AbjadLetters): readonly Sound[] {
  const found: Sound[] = [];
  for (let index = 0; index < word.length; index += 1) {
    const value = letters.get(word[index]!);
    if (value === undefined) continue;
    if (typeof value === 'string') {
      if (value !== '') found.push({ latin: value, vowel: false });
      continue;
    }
    const [consonant, vowel] = value;
    const next = letters.get(word[index + 1] ?? '');
    const last = found.at(-1);
    const beforeVowel = Array.isArray(next) && index + 1 < word.length;
    const asConsonant = consonant !== '' && (last === undefined || last.vowel || beforeVowel);
    if (asConsonant) found.push({ latin: consonant, vowel: false });
    // Two vowels in a row are one sound at the start (أو is u, إي is i) and two elsewhere.
    else if (last?.vowel && found.length === 1 && consonant !== '') found[0] = { latin: vowel, vowel: true };
    else found.push({ latin: vowel, vowel: true });
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
