// Numbers in figures and words with what stands around them: "over 9,000 pieces of equipment", "two dozen kinds",
// "between 8,000 and 9,000 containers", "$2.5 million", "35 percent of the shares".
import type { FoundQuantity } from '../document.ts';
import { type Line, tokenFrom } from './line.ts';
import { type CountedPhrase, countedPhraseAt, nounsAt, type TextRange, TIME_UNIT } from './noun-phrase.ts';
import { SMALL_NUMBER_WORDS, scaleOf, smallNumber } from './number-words.ts';
import { COMPARATOR_PATTERN, currencyOf, MONEY_PATTERN, operatorOf } from './units.ts';

/** A longer number is an identifier. */
const LONGEST_NUMBER = 15;
/** Characters before and after a number that tell what it is. */
const AROUND = 24;

const words = [...SMALL_NUMBER_WORDS].sort((one, other) => other.length - one.length).join('|');
const NUMBER = `\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|${words}`;
const LONG_SCALE = 'dozen|hundred|thousand|million|billion|trillion';
const SCALE = `${LONG_SCALE}|bn|mn|mln|bln|tn|trn|m|k|b`;
const PATTERN = new RegExp(
  [
    '(?<![\\p{L}\\p{N}.,:/#-])',
    `(?:(?<comparator>${COMPARATOR_PATTERN})\\s)?`,
    `(?:an?\\s(?=${LONG_SCALE}))?`,
    '(?:between\\s)?',
    `(?<money>${MONEY_PATTERN})?`,
    // "a million" has no number before its scale.
    `(?<number>(?<=\\ban?\\s)(?=(?:${LONG_SCALE})\\b)|${NUMBER})`,
    `(?:(?:\\s?[-–—]\\s?|\\sto\\s|\\sor\\s|(?<=between\\s\\S{1,12})\\sand\\s)(?:${MONEY_PATTERN})?(?<upper>${NUMBER}))?`,
    `(?<scales>(?:[\\s-]?(?:${SCALE})(?![\\p{L}\\p{N}])){0,3})`,
    '(?<more>\\+|-plus|\\sor\\smore)?',
    '(?<percent>\\s?%|\\s?percent(?:age\\spoints?)?|\\sper\\scent)?',
    '(?![\\p{L}\\p{N}]|[.,:]\\d)',
  ].join(''),
  'giu',
);
/** A sentence without these has no number. */
const HINT = new RegExp(`\\d|\\b(?:${words}|${LONG_SCALE})\\b`, 'iu');

type Groups = Readonly<Record<string, string | undefined>>;

export function exactQuantities(line: Line): FoundQuantity[] {
  if (!HINT.test(line.text)) return [];
  const found: FoundQuantity[] = [];
  for (const match of line.text.matchAll(PATTERN)) {
    const quantity = readMatch(match, line);
    if (quantity) found.push(quantity);
  }
  return found;
}

function readMatch(match: RegExpExecArray, line: Line): FoundQuantity | undefined {
  const { comparator, money, number = '', upper, scales = '', more, percent } = match.groups as Groups;
  const base = number === '' ? 1 : number.length > LONGEST_NUMBER ? undefined : smallNumber(number);
  if (base === undefined) return undefined;
  const factor = factorOf(scales);
  const isMoney = money !== undefined;
  if (/^(?:zero|one)$/iu.test(number) && factor === 1 && !percent && !isMoney) return undefined;
  const start = line.offset + match.index;
  const end = start + match[0].length;
  const after = tokenFrom(line, end);
  let unit: string | undefined;
  let rest: TextRange | undefined;
  let of: string | undefined;
  if (percent || isMoney) {
    unit = percent ? '%' : currencyOf(money ?? '');
    rest = percent ? nounsAfterOf(line, after) : nounsOfMoney(line, after);
    of = rest?.text;
  } else {
    const phrase = countedPhraseAt(line.tokens, after, line.article);
    if (!countsSomething(match, factor, line, phrase)) return undefined;
    unit = phrase?.unit === undefined ? undefined : (currencyOf(phrase.unit) ?? phrase.unit);
    rest = phrase;
    of = phrase?.of;
  }
  const to = upper === undefined ? undefined : smallNumber(upper);
  return {
    start,
    end: rest?.end ?? end,
    op: more ? '>=' : operatorOf(comparator),
    value: base * factor,
    ...(to !== undefined && { to: to * factor }),
    ...(unit !== undefined && { unit }),
    ...(of !== undefined && { of }),
  };
}

function factorOf(scales: string): number {
  return scales
    .split(/[\s-]+/u)
    .filter(Boolean)
    .reduce((product, word) => product * (scaleOf(word) ?? 1), 1);
}

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?';
/** What follows numbers that count nothing: ages, compounds of measure, clock times, ordinals, months. */
const NO_COUNT_AFTER = new RegExp(
  [
    '^[-‐\\s]?years?[-‐\\s]old',
    '^[-‐](?:year|month|day|week|hour|minute|mile|foot|metre|meter|member|page|point|nation|country|man|seat)',
    "^\\s?(?:[ap]\\.?m\\.?\\b|o['’]clock|GMT|UTC|EST|EDT|CET)",
    '^(?:st|nd|rd|th)\\b',
    `^\\s(?:of\\s)?${MONTH}\\b`,
  ].join('|'),
  'iu',
);
/** What stands before numbers in names and references, and before days of a month. */
const NO_COUNT_BEFORE = new RegExp(
  `(?:\\b(?:Nos?|Section|Article|Chapter|Rule|pages?|line|aged?|Part|Title|Form|Flight|Room|Unit|Boeing|Airbus|IMO|MMSI|Resolution|Case|Docket|Number|number)\\.?|#|§|\\b${MONTH})\\s$`,
  'u',
);
/** "two weeks ago", "within three days": places an event in time. */
const PLACES_AFTER = /^\s\p{L}+(?:['’]s?)?\s(?:ago|earlier|later|after|before|since|from|until|prior)\b/u;
const PLACES_BEFORE =
  /\b(?:last|past|next|coming|previous|first|final|recent|within|in|in the|every|after)\s$/iu;

function countsSomething(
  match: RegExpExecArray,
  factor: number,
  line: Line,
  phrase: CountedPhrase | undefined,
): boolean {
  const { comparator, number = '' } = match.groups as Groups;
  const { text, offset } = line;
  const end = match.index + match[0].length;
  const rest = text.slice(end, end + AROUND);
  const ahead = text.slice(Math.max(0, match.index - AROUND), match.index);
  if (NO_COUNT_AFTER.test(rest) || NO_COUNT_BEFORE.test(ahead)) return false;
  if (phrase?.unit && TIME_UNIT.test(phrase.unit))
    return !PLACES_AFTER.test(rest) && !PLACES_BEFORE.test(ahead);
  if (comparator || factor !== 1) return true;
  const isFigures = /^\d/u.test(number);
  // A year, unless it counts a plural: "2,014" and "2014 drones" do, "2014 invasion" does not.
  if (isFigures && /^(?:1[5-9]|20)\d\d$/u.test(number) && !phrase?.isPlural) return false;
  return (
    phrase !== undefined || standsAlone(line, tokenFrom(line, offset + end), offset + match.index, isFigures)
  );
}

/** "were 12." and "nine were": a count whose noun is left out. Other bare figures are parts of names or of lists. */
function standsAlone(line: Line, after: number, start: number, isFigures: boolean): boolean {
  const next = line.tokens[after];
  const before = line.tokens[tokenFrom(line, start) - 1];
  const isSubject = next?.pos === 'AUX' || next?.pos === 'VERB';
  if (!isFigures) return isSubject;
  if (next !== undefined && !isSubject && next.pos !== 'PUNCT') return false;
  return before?.pos === 'VERB' || before?.pos === 'AUX' || before?.lemma === 'by';
}

/** "35 percent | of the shares". */
function nounsAfterOf({ tokens, article }: Line, at: number): TextRange | undefined {
  return tokens[at]?.lemma === 'of' ? nounsAt(tokens, at + 1, article) : undefined;
}

/** "$2 million | in cash", "$5bn | of bonds", "$3 million | worth of chips". */
function nounsOfMoney(line: Line, at: number): TextRange | undefined {
  const { tokens, article } = line;
  const first = tokens[at]?.lemma;
  if (first === 'worth') return nounsAfterOf(line, at + 1);
  if (first === 'of') return nounsAt(tokens, at + 1, article);
  const next = tokens[at + 1];
  // "in Iran" and "in 2023" tell where and when.
  return first === 'in' && next?.pos === 'NOUN' ? nounsAt(tokens, at + 1, article) : undefined;
}
