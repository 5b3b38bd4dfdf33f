// What a document's own use of capitals tells about a word: one that has a capital amid sentences is a name, one that
// also stands in small letters is not. Headlines in title case tell nothing and are judged by the rest.
import type { ZoneKind } from '../../model/reading.ts';
import type { Document } from '../document.ts';
import type { Word } from './words.ts';

const HEADINGS: ReadonlySet<ZoneKind> = new Set([
  'headline',
  'deck',
  'subhead',
  'contents',
  'caption',
  'boilerplate',
]);
/** Share of the longer words with a capital from which a line is in title case. */
const TITLE_CASE_FROM = 0.6;
/** Words shorter than this are small in title case, too. */
const SHORT_WORD = 4;

/** A line of fewer capitals may be an abbreviation. */
const LEAST_CAPITALS = 8;
/** With so many sentences of prose, what is a name is seen there. */
const PROSE_FROM = 2;

export type LineCase = 'sentence' | 'title' | 'capitals';

export interface Capitals {
  /** How each sentence is written. */
  readonly cases: readonly LineCase[];
  /** There is prose enough to tell names by; a headline alone is not. */
  readonly hasProse: boolean;
  /** Times that a key stands with a capital where ordinary words have none. */
  readonly named: ReadonlyMap<string, number>;
  /** Times that a key stands in small letters. */
  readonly plain: ReadonlyMap<string, number>;
}

export function capitalsOf(document: Document, words: readonly Word[]): Capitals {
  const bySentence: Word[][] = document.sentences.map(() => []);
  for (const word of words) bySentence[word.sentence]!.push(word);
  const cases = bySentence.map((line, at) => caseOf(line, HEADINGS.has(document.sentences[at]!.zone.kind)));
  const named = new Map<string, number>();
  const plain = new Map<string, number>();
  for (const word of words) {
    if (!word.isCapital) plain.set(word.key, (plain.get(word.key) ?? 0) + 1);
    else if (!word.isInitial && cases[word.sentence] === 'sentence')
      named.set(word.key, (named.get(word.key) ?? 0) + 1);
  }
  const hasProse = cases.filter((line) => line === 'sentence').length >= PROSE_FROM;
  return { cases, hasProse, named, plain };
}

/** A line of the body may be in title case as well, where zones are not known; it must be long enough to tell. */
function caseOf(line: readonly Word[], isHeading: boolean): LineCase {
  const letters = line.filter(({ text }) => /^\p{L}/u.test(text));
  const size = letters.reduce((sum, { text }) => sum + text.length, 0);
  if (
    size >= LEAST_CAPITALS &&
    letters.every(({ isUpper, text, isCapital }) => isUpper || (isCapital && text.length === 1))
  )
    return 'capitals';
  const rest = letters.slice(1).filter(({ text }) => text.length >= SHORT_WORD);
  const least = isHeading ? 1 : 5;
  if (rest.length < least) return 'sentence';
  const capitals = rest.filter(({ isCapital }) => isCapital).length;
  return capitals / rest.length >= (isHeading ? TITLE_CASE_FROM : 1) ? 'title' : 'sentence';
}
