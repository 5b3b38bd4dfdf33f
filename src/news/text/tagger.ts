// Words, their dictionary forms and parts of speech, from wink-nlp and its small English model (MIT, offline).
// The model is loaded on the first call and kept. Time stays linear for hostile text: the model only ever sees
// pieces of bounded length, and words too long to be words are set aside from it.
import { createRequire } from 'node:module';
import type Wink from 'wink-nlp';
import type { ItsFunction, Model, WinkMethods } from 'wink-nlp';
import type { Range } from '../document.ts';

export interface TaggedWord extends Range {
  readonly text: string;
  readonly lemma: string;
  readonly pos: string;
}

/** The words of one piece of text, and where its sentences begin: numbers of words, the first is 0. */
export interface TaggedText {
  readonly words: readonly TaggedWord[];
  readonly sentenceStarts: readonly number[];
}

/**
 * The longest text that the model gets in one piece, and so the longest sentence: what costs more than linear time in
 * the length of a sentence stays bounded. News paragraphs seldom pass 2,000.
 */
const LONGEST_PIECE = 8_000;
/** Longer runs without a space are no words; wink's patterns take quadratic time on some of them. */
const LONGEST_WORD = 120;
/** Share of capitals among the letters from which a text counts as set in capitals. */
const SHOUTING = 0.8;

let loaded: WinkMethods | undefined;

function wink(): WinkMethods {
  if (!loaded) {
    const require = createRequire(import.meta.url);
    const start = require('wink-nlp') as typeof Wink;
    loaded = start(require('wink-eng-lite-web-model') as Model, ['sbd', 'pos']);
  }
  return loaded;
}

/**
 * Tags the words of `text` between `start` and `end`, which should be one paragraph.
 * Each word's `text` is `text.slice(word.start, word.end)`; between two words stands nothing but white space.
 */
export function tagWords(text: string, { start, end }: Range): TaggedText {
  const words: TaggedWord[] = [];
  const sentenceStarts: number[] = [];
  for (const piece of piecesOf(text, start, end)) {
    if (piece.isWord) words.push(wordAt(text, piece.start, piece.end, 'X'));
    else tagPiece(text, piece, words, sentenceStarts);
  }
  if (words.length > 0 && sentenceStarts[0] !== 0) sentenceStarts.unshift(0);
  return { words, sentenceStarts };
}

interface Piece extends Range {
  /** One overlong word, kept from the model. */
  readonly isWord: boolean;
}

/** Cuts a text at its overlong words, and at white space where it is too long for one piece. */
function* piecesOf(text: string, from: number, to: number): Generator<Piece> {
  let begin = from;
  for (const { 0: word, index } of text.slice(from, to).matchAll(/\S+/g)) {
    const start = from + index;
    const end = start + word.length;
    if (word.length > LONGEST_WORD) {
      if (start > begin) yield { start: begin, end: start, isWord: false };
      yield { start, end, isWord: true };
      begin = end;
    } else if (end - begin > LONGEST_PIECE) {
      yield { start: begin, end: start, isWord: false };
      begin = start;
    }
  }
  if (to > begin) yield { start: begin, end: to, isWord: false };
}

function tagPiece(text: string, piece: Range, words: TaggedWord[], sentenceStarts: number[]): void {
  const { its, readDoc } = wink();
  const read = calm(text.slice(piece.start, piece.end));
  const document = readDoc(read);
  const tokens = document.tokens();
  const values = tokens.out(its.value);
  const lemmas = tokens.out(its.lemma as ItsFunction<string>);
  const tags = tokens.out(its.pos);
  const begins = new Set((document.sentences().out(its.span) as unknown as number[][]).map(([at]) => at));
  let at = 0;
  for (const [number, value] of values.entries()) {
    const found = read.indexOf(value, at);
    // The model says that a word stands where it does not: what is there is kept as words without a tag.
    if (found < 0) break;
    addUntagged(text, piece.start + at, piece.start + found, words);
    at = found + value.length;
    if (begins.has(number)) sentenceStarts.push(words.length);
    if (tags[number] === 'SPACE' || !value.trim()) continue;
    const start = piece.start + found;
    const end = piece.start + at;
    words.push({ start, end, text: text.slice(start, end), lemma: lemmas[number]!, pos: tags[number]! });
  }
  addUntagged(text, piece.start + at, piece.end, words);
}

/** A text set in capitals, in small letters: in capitals the model takes every word for a name. */
function calm(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  if (letters < 12 || capitals / letters < SHOUTING) return text;
  const small = text.toLowerCase();
  return small.length === text.length ? small : text;
}

/** What the model passed over, as words of their own. */
function addUntagged(text: string, from: number, to: number, words: TaggedWord[]): void {
  for (const { 0: word, index } of text.slice(from, to).matchAll(/\S+/g)) {
    words.push(wordAt(text, from + index, from + index + word.length, 'X'));
  }
}

function wordAt(text: string, start: number, end: number, pos: string): TaggedWord {
  const word = text.slice(start, end);
  return { start, end, text: word, lemma: word.toLowerCase(), pos };
}
