// Cuts one sentence into noun groups, verb groups, prepositions and the marks between them: as much syntax as the
// frames of events need. Works on parts of speech that are sometimes wrong, headlines above all; it never fails, an odd
// sentence only gives fewer groups.
import type { Document, Range, Sentence } from '../document.ts';
import type { MarkChunk, PrepositionChunk, SentenceChunk } from './chunk.ts';
import { mendTags } from './mend-tags.ts';
import { nounAt } from './noun-group.ts';
import { RELATIVES, TaggedWords, TRANSPARENT } from './tagged-words.ts';
import { verbAt } from './verb-group.ts';

const CLAUSE_WORDS = new Set(
  'that when while because although though if unless whether whereas since once until before after why how where'.split(
    ' ',
  ),
);
const AND_WORDS = new Set(['and', 'or', 'but', '&', 'nor', 'plus']);
/** Prepositions of several words, longest first; the last word decides what follows. */
const LONG_PREPOSITIONS: readonly (readonly string[])[] = [
  ['for', 'or', 'on', 'behalf', 'of'],
  ['for', 'the', 'benefit', 'of'],
  ['at', 'the', 'behest', 'of'],
  ['in', 'exchange', 'for'],
  ['in', 'exchange', 'of'],
  ['in', 'return', 'for'],
  ['on', 'behalf', 'of'],
  ['in', 'search', 'of'],
  ['in', 'violation', 'of'],
  ['in', 'breach', 'of'],
  ['in', 'connection', 'with'],
  ['in', 'support', 'of'],
  ['as', 'part', 'of'],
  ['as', 'well', 'as'],
  ['by', 'means', 'of'],
  ['in', 'defiance', 'of'],
  ['because', 'of'],
  ['according', 'to'],
  ['belonging', 'to'],
  ['linked', 'to'],
  ['tied', 'to'],
  ['owned', 'by'],
  ['controlled', 'by'],
  ['held', 'by'],
  ['thanks', 'in', 'part', 'to'],
  ['thanks', 'to'],
  ['along', 'with'],
  ['together', 'with'],
  ['such', 'as'],
  ['part', 'in'],
  ['out', 'of'],
  ['instead', 'of'],
  ['due', 'to'],
  ['prior', 'to'],
];

/**
 * The chunks of a sentence in order; together they cover its tokens.
 * @param names ranges that are one name each and are never cut. @default none
 */
export function chunksOf(
  document: Document,
  sentence: Sentence,
  names: readonly Range[] = [],
): SentenceChunk[] {
  return new Chunker(document, sentence, names).run();
}

class Chunker {
  readonly #words: TaggedWords;
  readonly #chunks: SentenceChunk[] = [];

  constructor(document: Document, sentence: Sentence, names: readonly Range[]) {
    this.#words = new TaggedWords(document, sentence, names);
    mendTags(this.#words);
  }

  run(): SentenceChunk[] {
    for (let at = this.#words.first; at < this.#words.end; ) {
      const chunk = this.#chunkAt(at);
      this.#chunks.push(chunk);
      at = chunk.end;
    }
    return this.#chunks;
  }

  #chunkAt(at: number): SentenceChunk {
    const word = this.#words.word(at);
    const mark = (kind: MarkChunk['mark'], end = at + 1): MarkChunk => ({
      kind: 'mark',
      mark: kind,
      first: at,
      end,
      text: word,
    });
    if (this.#words.nameEndAt(at) !== undefined) return nounAt(this.#words, at)!;
    if (word === '(' || word === '（') return mark('aside', this.#closing(at));
    const phrase = this.#phraseAt(at);
    if (phrase) return phrase;
    if (TRANSPARENT.has(word) && !/^['’]s?$/u.test(word)) return mark('other');
    const verb = verbAt(this.#words, at, this.#chunks);
    if (verb) return verb;
    if (/^(?:after|before|since|until|as)$/u.test(word) && this.#opensClause(at)) return mark('clause');
    const preposition = this.#prepositionAt(at);
    if (preposition) return preposition;
    if (RELATIVES.has(word) && this.#isRelative(at)) return mark('relative');
    if (CLAUSE_WORDS.has(word) && !this.#words.isDeterminerThat(at)) return mark('clause');
    if (RELATIVES.has(word)) return mark('relative');
    if (AND_WORDS.has(word)) return mark('and');
    const noun = nounAt(this.#words, at);
    if (noun) return noun;
    if (word === ',') return mark('comma');
    if (/^[.;:!?…—–|]+$/u.test(word) || /^(?:\.{2,}|-{1,2})$/u.test(word)) return mark('stop');
    return mark('other');
  }

  /** End of what stands in brackets; asides of more than forty words are not believed. */
  #closing(at: number): number {
    for (let to = at + 1, depth = 1; to < Math.min(this.#words.end, at + 40); to++) {
      if (this.#words.word(to) === '(') depth += 1;
      if (this.#words.word(to) === ')' && --depth === 0) return to + 1;
    }
    return at + 1;
  }

  /** "after the office announced sanctions": a verb with an object or an auxiliary before the next comma. */
  #opensClause(at: number): boolean {
    if (['VERB', 'AUX'].includes(this.#words.tag(at + 1))) return false;
    for (let next = at + 1; next < Math.min(this.#words.end, at + 25); next++) {
      if (/^[,;:.]$/u.test(this.#words.word(next))) return false;
      if (this.#words.tag(next) === 'AUX') return true;
      if (this.#words.tag(next) !== 'VERB' || this.#words.word(next - 1) === 'to') continue;
      const form = this.#words.formAt(next);
      const hasObject = ['DET', 'NOUN', 'PROPN', 'NUM', 'ADJ', 'PRON'].includes(this.#words.tag(next + 1));
      if (
        form?.inflection !== 'ing' &&
        !this.#words.word(next).endsWith('ing') &&
        hasObject &&
        !this.#words.isModifier(next)
      )
        return true;
    }
    return false;
  }

  /** "deals that evade": after a noun and before a verb; "said that" has a verb before it. */
  #isRelative(at: number): boolean {
    const last = this.#chunks.at(-1);
    const isAfterNoun =
      last?.kind === 'noun' || (last?.kind === 'mark' && (last.mark === 'comma' || last.mark === 'aside'));
    if (this.#words.word(at) !== 'that') return isAfterNoun;
    let next = at + 1;
    while (this.#words.tag(next) === 'ADV') next += 1;
    return last?.kind === 'noun' && ['VERB', 'AUX'].includes(this.#words.tag(next));
  }

  /** A preposition of several this.#words. */
  #phraseAt(at: number): PrepositionChunk | undefined {
    const phrase = LONG_PREPOSITIONS.find((parts) =>
      parts.every((word, index) => this.#words.word(at + index) === word),
    );
    return phrase && { kind: 'preposition', first: at, end: at + phrase.length, text: phrase.join(' ') };
  }

  #prepositionAt(at: number): PrepositionChunk | undefined {
    const word = this.#words.word(at);
    if (this.#words.isQuantityPrefix(at)) return undefined;
    const isPreposition =
      this.#words.tag(at) === 'ADP' ||
      word === 'to' ||
      (this.#words.tag(at) === 'SCONJ' && /^(?:for|of|by|in|with|from|as|like)$/u.test(word));
    if (!isPreposition) return undefined;
    // "after", "before", "since" may open a clause; with a noun and no verb behind it they are prepositions.
    return { kind: 'preposition', first: at, end: at + 1, text: word };
  }
}
