// Sets of words and phrases that are looked for in a stretch of text, as whole words and without regard to case.

export class WordSet {
  readonly #words = new Set<string>();
  readonly #phrases: readonly string[];

  constructor(words: readonly string[]) {
    const phrases: string[] = [];
    for (const word of words) {
      if (/[\s-]/u.test(word)) phrases.push(spaced(word));
      else this.#words.add(word.toLowerCase());
    }
    this.#phrases = phrases;
  }

  /** True for one lower-case word of the set. */
  hasWord(word: string): boolean {
    return this.#words.has(word);
  }

  /** True if the text holds a word or a phrase of the set. */
  isIn(text: string): boolean {
    return this.first(text) !== undefined;
  }

  /** The first word or phrase of the set that the text holds. */
  first(text: string): string | undefined {
    const padded = spaced(text);
    for (const phrase of this.#phrases) if (padded.includes(phrase)) return phrase.trim();
    for (const word of padded.trim().split(' ')) if (this.#words.has(word)) return word;
    return undefined;
  }
}

/** Lower case, one blank between words and around all; hyphens count as blanks within phrases. */
function spaced(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[’]/gu, "'")
    .replace(/'s\b/gu, " 's")
    .replace(/[^\p{L}\p{N}'.$]+/gu, ' ')
    .replace(/\.(?=\s|$)/gu, '')
    .trim()} `;
}
