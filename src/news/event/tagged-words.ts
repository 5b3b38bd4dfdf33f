// The words of one sentence with their parts of speech, which may be mended, and small questions about them. Numbers of
// words are those of the document; words outside the sentence are empty.
import type { Document, Range, Sentence, Token } from '../document.ts';
import { isHeading } from './headings.ts';
import { type VerbForm, verbFormOf } from './verb-forms.ts';

/** Words that open a noun group. */
export const DETERMINERS = new Set(
  'a an the this these those its his her their our my your whose another any some no each every all both such more'.split(
    ' ',
  ),
);
export const BE = new Set([
  'be',
  'is',
  'are',
  'was',
  'were',
  'been',
  'being',
  'am',
  "'s",
  '’s',
  "'re",
  '’re',
  "'m",
  '’m',
]);
export const RELATIVES = new Set(['who', 'which', 'that', 'whom']);
/** Marks that are read over: they stand anywhere. */
export const TRANSPARENT = new Set(['“', '”', '"', '«', '»', '„', '[', ']', '‘', '’', "'", '`', '``', "''"]);

export class TaggedWords {
  readonly first: number;
  readonly end: number;
  readonly isHeading: boolean;
  readonly tokens: readonly Token[];
  readonly #words: string[] = [];
  readonly #tags: string[] = [];
  /** First token of a name of several -> its end. */
  readonly #nameEnds: ReadonlyMap<number, number>;

  /** @param names ranges that are one name each */
  constructor(document: Document, sentence: Sentence, names: readonly Range[]) {
    this.tokens = document.tokens;
    this.first = sentence.firstToken;
    this.end = sentence.endToken;
    this.isHeading = isHeading(sentence.zone.kind);
    for (let at = this.first; at < this.end; at++) {
      this.#words.push(document.tokens[at]!.text.toLowerCase());
      this.#tags.push(document.tokens[at]!.pos);
    }
    this.#nameEnds = nameEnds(document, sentence, names);
    for (const [at, end] of this.#nameEnds)
      for (let token = at; token < end; token++) this.setTag(token, 'PROPN');
  }

  /** A word in lower case. */
  word(at: number): string {
    return at < this.first || at >= this.end ? '' : this.#words[at - this.first]!;
  }

  tag(at: number): string {
    return at < this.first || at >= this.end ? '' : this.#tags[at - this.first]!;
  }

  setTag(at: number, tag: string): void {
    if (at >= this.first && at < this.end) this.#tags[at - this.first] = tag;
  }

  formAt(at: number): VerbForm | undefined {
    return verbFormOf(this.word(at));
  }

  /** End of the name of several words that begins at a word. */
  nameEndAt(at: number): number | undefined {
    return this.#nameEnds.get(at);
  }

  /** True if nothing stands between two words, as inside "food-for-arms". */
  isJoined(at: number): boolean {
    return at > this.first && this.tokens[at - 1]!.end === this.tokens[at]!.start;
  }

  continuesName(at: number): boolean {
    return ['NOUN', 'PROPN', 'ADJ'].includes(this.tag(at));
  }

  /** "over two dozen", "at least 12": belongs to the number. */
  isQuantityPrefix(at: number): boolean {
    const word = this.word(at);
    const [next, afterNext] = [this.tag(at + 1), this.tag(at + 2)];
    if (/^(?:over|about|around|under|nearly|almost|some|roughly)$/u.test(word))
      return next === 'NUM' || next === 'SYM';
    return (
      /^(?:at|up|more|less|fewer)$/u.test(word) &&
      /^(?:least|most|to|than)$/u.test(this.word(at + 1)) &&
      (afterNext === 'NUM' || afterNext === 'SYM')
    );
  }

  /** "the proposed deal", "badly needed food": a participle before the noun that it describes. */
  isModifier(at: number): boolean {
    const before = this.tag(at - 1);
    const isBeforeNoun = ['NOUN', 'PROPN', 'ADJ'].includes(this.tag(at + 1));
    if (!isBeforeNoun || !/(?:ed|en|ing)$/u.test(this.word(at))) return false;
    if (DETERMINERS.has(this.word(at - 1)) || before === 'DET') return true;
    return (
      before === 'ADV' &&
      /ly$/u.test(this.word(at - 1)) &&
      this.tag(at - 2) === 'PROPN' &&
      !this.word(at).endsWith('ing')
    );
  }

  isDeterminerThat(at: number): boolean {
    return this.word(at) === 'that' && this.tag(at) === 'DET' && this.tag(at + 1) === 'NOUN';
  }
}

function nameEnds(
  document: Document,
  { firstToken, endToken }: Sentence,
  names: readonly Range[],
): Map<number, number> {
  const ends = new Map<number, number>();
  for (const { start, end } of names) {
    let first = firstToken;
    while (first < endToken && document.tokens[first]!.start < start) first += 1;
    let last = first;
    while (last < endToken && document.tokens[last]!.end <= end) last += 1;
    if (last - first > 1) ends.set(first, Math.max(last, ends.get(first) ?? 0));
  }
  return ends;
}
