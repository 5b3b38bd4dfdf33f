// Finds the texts that differ from a query by one letter. Such texts share their first letters or their last ones, so they
// are filed by both, with their length; the few of a file are looked at one by one.
import { FEWEST_LETTERS, isOneLetterApart } from '../../names/compare/letter-slip.ts';
import { groupOrder } from './group-order.ts';

/** Files for the starts of texts, and as many for their ends; texts of several sorts may share one. */
const FILE_BITS = 14;
const FILES = 1 << FILE_BITS;
const NO_FILE = -1;

/** Letters at the start or the end that a text shares with every text that is one letter away, up to three. */
function sharedLetters(length: number): number {
  return Math.min(3, Math.ceil((length - 2) / 2));
}

/** The file of texts of that length which start, or end, as this text does. */
function fileOfStart(text: string, length: number): number {
  return fileOf(text, 0, sharedLetters(length), length);
}

function fileOfEnd(text: string, length: number): number {
  const shared = sharedLetters(length);
  return fileOf(text, text.length - shared, shared, length);
}

function fileOf(text: string, from: number, count: number, length: number): number {
  let hash = length;
  for (let at = from; at < from + count; at++) hash = Math.imul(hash, 31) + text.charCodeAt(at);
  return Math.imul(hash, 0x9e3779b1) >>> (32 - FILE_BITS);
}

export class LetterSearch {
  readonly #texts: readonly string[];
  readonly #starts: Files;
  readonly #ends: Files;

  constructor(texts: readonly string[]) {
    this.#texts = texts;
    const letters = Int32Array.from({ length: texts.length }, (_, id) => lettersOf(texts[id]!));
    this.#starts = fileTexts(texts, letters, fileOfStart);
    this.#ends = fileTexts(texts, letters, fileOfEnd);
  }

  /** Calls `take` for every text of at least FEWEST_LETTERS that is one letter away, for some of them twice. */
  search(query: string, take: (id: number) => void): void {
    for (let length = query.length - 1; length <= query.length + 1; length++) {
      if (length < FEWEST_LETTERS) continue;
      this.#look(this.#starts, fileOfStart(query, length), query, take);
      this.#look(this.#ends, fileOfEnd(query, length), query, take);
    }
  }

  #look({ ids, letters, fileAt }: Files, file: number, query: string, take: (id: number) => void): void {
    const own = lettersOf(query);
    const end = fileAt[file + 1]!;
    for (let at = fileAt[file]!; at < end; at++) {
      // One letter away, at most two letters are in one of the texts alone.
      let alone = own ^ letters[at]!;
      alone &= alone - 1;
      alone &= alone - 1;
      if (alone === 0 && isOneLetterApart(query, this.#texts[ids[at]!]!)) take(ids[at]!);
    }
  }
}

/** Numbers of texts, file by file, and the letters of each; those of file f are fileAt[f] to fileAt[f + 1]. */
interface Files {
  readonly ids: Uint32Array;
  readonly letters: Int32Array;
  readonly fileAt: Uint32Array;
}

/** The letters that a text has, a bit each; other characters share bits. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

function fileTexts(
  texts: readonly string[],
  letters: Int32Array,
  fileOfText: (text: string, length: number) => number,
): Files {
  const files = Int32Array.from(texts, (text) =>
    text.length < FEWEST_LETTERS ? NO_FILE : fileOfText(text, text.length),
  );
  const { at, order } = groupOrder(files, FILES);
  return { ids: order, letters: Int32Array.from(order, (id) => letters[id]!), fileAt: at };
}
