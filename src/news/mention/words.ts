// The words of a document as names need them: hyphenated names whole ("Jong-un"), compounds with a name apart
// ("Panama-flagged"), possessives and contractions cut off, points of abbreviations kept. Parts of speech come from the
// document's tokens. Offsets are the document's; a word's text is the text's own slice.

import { fold } from '../../names/script/index.ts';
import type { Document, Range } from '../document.ts';
import { entryOfName } from './gazetteer.ts';
import { phraseKey } from './phrase-key.ts';
import { HONORIFICS } from './vocabulary.ts';

export interface Word extends Range {
  readonly text: string;
  readonly key: string;
  /** The form in which names' knowledge is asked: folded Latin letters; words in small letters have their key. */
  readonly folded: string;
  /** Universal part of speech of the token that it begins with. */
  readonly pos: string;
  readonly lemma: string;
  /** What stands between the word before, in the same sentence, and this one. */
  readonly before: string;
  readonly sentence: number;
  readonly isCapital: boolean;
  /** Two capitals or more and no small letter. */
  readonly isUpper: boolean;
  /** Ending of a possessive that follows the word's text: "’s", "’"; empty if there is none. */
  readonly tail: string;
  readonly isPossessive: boolean;
  /** Opens a sentence, a quotation or what stands after a colon or a dash, where ordinary words have capitals too. */
  readonly isInitial: boolean;
}

/** Scripts without blanks between words: each character is a word, and names are rows of them. */
const WORD =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’‘.\-‐‑&/+](?=[\p{L}\p{N}]))*/gu;
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'co corp inc ltd no nos st jr sr bros llc plc gov dept vs jan feb mar apr jun jul aug sep sept oct nov dec mt ft'.split(
    ' ',
  ),
);
/** Second parts of compounds that are no part of a name: ends of participles, and a few nouns and adjectives. */
const COMPOUND_TAIL =
  /^(?:[a-z]{2,}ed|[a-z]{2,}ing|led|run|made|born|built|held|owned|grown|style|era|wide|bound|free|friendly|only|language|specific|like|type|class|to|of|in|on|area|source|year|and|or|for|by|with|from)$/u;
/** First parts in small letters that belong to the name. */
const NAME_HEADS: ReadonlySet<string> = new Set(
  'al el ul as ash an ar at az ad adh abu bin ibn bint de da di du d la le l dos bou ould ben'.split(' '),
);
const INITIAL_AFTER = /(?:[“"‘«„:;•*]|\s[—–-]\s|[.!?…]|^\s*[”'])\s*$/u;

/** The words of all sentences, in order. */
export function wordsOf(document: Document): Word[] {
  const words: Word[] = [];
  for (const [number, sentence] of document.sentences.entries()) {
    let token = sentence.firstToken;
    let last = sentence.start;
    const text = document.text.slice(sentence.start, sentence.end);
    for (const match of text.matchAll(WORD)) {
      for (const piece of piecesOf(match[0], text[match.index + match[0].length] ?? '')) {
        const start = sentence.start + match.index + piece.at;
        while (token + 1 < sentence.endToken && document.tokens[token + 1]!.start <= start) token += 1;
        const { pos, lemma } = document.tokens[token] ?? { pos: 'X', lemma: piece.text };
        const before = document.text.slice(last, start);
        const end = start + piece.text.length;
        const tail =
          document.text.slice(end, start + piece.length) || pluralTail(piece.text, document.text, end);
        const key = phraseKey(piece.text);
        const isCapital = isCapitalised(piece.text);
        words.push({
          start,
          end,
          text: piece.text,
          key,
          folded: isCapital ? foldedWord(piece.text) : key,
          pos,
          lemma,
          before,
          sentence: number,
          isCapital,
          isUpper: isUpperCase(piece.text),
          tail,
          isPossessive: tail !== '',
          isInitial: last === sentence.start || INITIAL_AFTER.test(before),
        });
        last = end + tail.length;
      }
    }
  }
  return words;
}

const BLANK = /^[ \u00a0]{1,3}$/u;

/** True if `words[at]` stands right after the word before it, with nothing but blanks between. */
export function adjoins(words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  return word !== undefined && before?.sentence === word.sentence && BLANK.test(word.before);
}

/** True if both words are there and in one sentence. */
export function isSameSentence(words: readonly Word[], one: number, other: number): boolean {
  return words[one] !== undefined && words[one].sentence === words[other]?.sentence;
}

/** The words `[from, to)` as the text has them, with single blanks and without the last one's possessive. */
export function textOf(words: readonly Word[], from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 1) {
    const word = words[at]!;
    text += at === from ? word.text : `${words[at - 1]!.tail}${word.before}${word.text}`;
  }
  return text.replace(/\s+/gu, ' ');
}

/** A name's word as knowledge of names is asked for it: folded, in one piece. */
export function foldedWord(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

interface Piece {
  readonly text: string;
  /** Offset in the whole. */
  readonly at: number;
  /** Characters of the text that it takes, its possessive ending included. */
  readonly length: number;
}

/** One word, or the parts of a compound that are words of their own. */
function piecesOf(whole: string, next: string): Piece[] {
  const possessive = /['’‘]s$/iu.exec(whole);
  let text = possessive ? whole.slice(0, possessive.index) : whole;
  if (next === '.' && !possessive && takesPoint(text)) text += '.';
  const length = Math.max(whole.length, text.length);
  const dash = text.search(/[-‐‑]/u);
  if (dash <= 0 || dash === text.length - 1) return [{ text, at: 0, length }];
  const [head, tail] = [text.slice(0, dash), text.slice(dash + 1)];
  if (!isCompound(head, tail)) return [{ text, at: 0, length }];
  const [first, ...rest] = piecesOf(whole.slice(dash + 1), next);
  return [
    { text: head, at: 0, length: dash },
    ...[first!, ...rest].map((piece) => ({ ...piece, at: piece.at + dash + 1 })),
  ];
}

/** "workers’": the mark after a plural, where no word follows it directly. */
function pluralTail(word: string, text: string, end: number): string {
  return /s$/u.test(word) && /^['’](?![\p{L}\p{N}])/u.test(text.slice(end, end + 2)) ? text[end]! : '';
}

function isCompound(head: string, tail: string): boolean {
  const hasCapital = /^\p{Lu}/u.test(tail);
  if (/^\p{Lu}/u.test(head)) {
    if (!hasCapital) return COMPOUND_TAIL.test(tail.split(/[-‐‑]/u)[0]!);
    // "Moscow-Pyongyang", "US-China", "Sino-Russian" are two things; "Hyung-Jin", "Guinea-Bissau" are one.
    if (entryOfName(`${head}-${tail}`)) return false;
    const isPeople = entryOfName(tail)?.sort === 'demonym';
    return entryOfName(head) !== undefined ? entryOfName(tail) !== undefined : isPeople && head.endsWith('o');
  }
  return hasCapital && !NAME_HEADS.has(head.toLowerCase()) && /^\p{Ll}/u.test(head);
}

function takesPoint(text: string): boolean {
  const key = phraseKey(text);
  return (
    /^\p{Lu}$/u.test(text) ||
    /^(?:\p{L}\.)+\p{L}$/u.test(text) ||
    ABBREVIATIONS.has(key) ||
    (HONORIFICS.has(key) && text.length < 6)
  );
}

/** "Kirby", "U.S.", "al-Assad", "eBay"; not "i". */
function isCapitalised(text: string): boolean {
  if (/^\p{Lu}/u.test(text)) return true;
  const dash = text.search(/[-‐‑'’]/u);
  if (dash > 0 && /^\p{Lu}/u.test(text.slice(dash + 1)))
    return NAME_HEADS.has(text.slice(0, dash).toLowerCase());
  return /^\p{Ll}\p{Lu}\p{Ll}/u.test(text);
}

function isUpperCase(text: string): boolean {
  return /^[\p{Lu}\p{N}.&+/'’-]*$/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
}
