// Runs of words with capitals that may be names, joined over what stands inside names: particles, "of" after the head of
// a body, "&", a legal form after a comma. Sentence openers and words of headlines are no names unless the document
// shows them as such elsewhere. Says nothing about what a run is; runs are cut by segments.ts.
import { matchLegalForm } from '../../names/knowledge/index.ts';
import type { Capitals } from './capitals.ts';
import { gazetteerAt } from './gazetteer.ts';
import { isGivenName } from './heads.ts';
import { titleAt } from './roles.ts';
import {
  ABBREVIATIONS,
  endsLikeOpener,
  HONORIFICS,
  isOpener,
  NEVER,
  ORG_FIRST,
  ORG_LAST,
  PUBLIC_SURNAMES,
  roleClassOf,
  VESSEL_PREFIX,
} from './vocabulary.ts';
import { adjoins, type Word } from './words.ts';

/** Words `[from, to)`. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Longest run of words taken for one; the longest names of bodies that were seen have some fifteen. */
const MOST_WORDS = 24;
/** Words of more capitals that open a sentence shout. */
const LONGEST_ACRONYM = 6;
const BLANK = /^[ \u00a0]{1,3}$/u;
/** Small words inside people's names. */
const PARTICLES: ReadonlySet<string> = new Set(
  'de la del der den van von vom zu zur ter ten da das do dos di du le bin ibn bint bou ould ben al el ul y e af av st'.split(
    ' ',
  ),
);
/** Roles in capitals that go on with "of" before a name: "Minister of Defence Sergei Shoigu". */
const OFFICES: ReadonlySet<string> = new Set(
  'minister secretary director speaker chief chairman commissioner'.split(' '),
);
const NUMBERED: ReadonlySet<string> = new Set(
  'unit bureau office room factory no plant institute lab laboratory base brigade regiment division'.split(
    ' ',
  ),
);

/** Says whether a word of the document is known to be part of a name, from elsewhere in it. */
export type IsKnownName = (key: string) => boolean;

export function runsOf(words: readonly Word[], capitals: Capitals, isKnownName: IsKnownName): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < words.length; ) {
    if (!mayBegin(words, at, capitals, isKnownName)) {
      at += 1;
      continue;
    }
    const to = endOfRun(words, at, capitals, isKnownName);
    runs.push({ from: at, to });
    at = to;
  }
  return runs;
}

function endOfRun(
  words: readonly Word[],
  from: number,
  capitals: Capitals,
  isKnownName: IsKnownName,
): number {
  const title = titleAt(words, from, Math.min(words.length, from + 6));
  let to = from + (gazetteerAt(words, from, words.length)?.length ?? Math.max(title, 1));
  while (to < words.length && to - from < MOST_WORDS) {
    const step = stepFrom(words, from, to, capitals, isKnownName);
    if (step === 0) break;
    to += step;
  }
  return to;
}

/** How many words from `words[to]` on belong to the run `[from, to)` as well. */
function stepFrom(
  words: readonly Word[],
  from: number,
  to: number,
  capitals: Capitals,
  isKnownName: IsKnownName,
): number {
  const last = words[to - 1]!;
  const next = words[to]!;
  if (next.sentence !== last.sentence) return 0;
  if (last.isPossessive && !isInsideKnownName(words, from, to)) return 0;
  const { before } = next;
  if (before === ', ') return isLegalForm(words, to) || /^(?:jr|sr)$/u.test(next.key) ? 1 : 0;
  // "Kestrel Arms (Pty) Ltd", "Lotus Trading (Hong Kong) Limited"
  if (before === ' (') return bracketBeforeLegalForm(words, to);
  if (/^ ?& ?$/u.test(before)) return next.isCapital && !isPlace(words, from, to) ? 1 : 0;
  if (!BLANK.test(before)) return 0;
  if (/^\d{1,5}$/u.test(next.text))
    return NUMBERED.has(last.key) || VESSEL_PREFIX.has(words[from]!.text) ? 1 : 0;
  if (next.isCapital) {
    const known = gazetteerAt(words, to, words.length);
    if (known) return known.length;
    return isNameWord(next, capitals, isKnownName) ? 1 : 0;
  }
  const after = words[to + 1];
  if (!after || after.sentence !== last.sentence || !BLANK.test(after.before)) return 0;
  if (PARTICLES.has(next.key) && !ORG_FIRST.has(last.key)) {
    if (after.isCapital) return 2;
    const third = words[to + 2];
    return PARTICLES.has(after.key) && third?.isCapital && BLANK.test(third.before) ? 3 : 0;
  }
  if (next.key === 'on' || next.key === 'against')
    return ORG_FIRST.has(last.key) && isNameWord(after, capitals, isKnownName) && after.isCapital ? 2 : 0;
  if (next.key === 'of' || next.key === 'for') {
    if (!hasHead(words, from, to) && !OFFICES.has(last.key)) return 0;
    if (after.isCapital) return NEVER.has(after.key) ? 0 : 2;
    const third = words[to + 2];
    return after.key === 'the' && third?.isCapital && BLANK.test(third.before) ? 3 : 0;
  }
  if (next.key === 'and' && after.isCapital && joinsBodies(words, from, to)) return 2;
  return 0;
}

/** "Ministry", "Bank of England Office": a run whose last word may be followed by "of". */
function hasHead(words: readonly Word[], from: number, to: number): boolean {
  const last = words[to - 1]!;
  if (ORG_FIRST.has(last.key)) return true;
  // "Bureau of Alcohol ... of", "Secretary of", "Port of" are cut or known elsewhere.
  for (let at = from; at < to - 1; at += 1)
    if (ORG_FIRST.has(words[at]!.key) && words[to - 2]!.key !== 'of')
      return words[at + 1]?.key === 'of' && to - at < 5;
  return false;
}

/** "Ministry of Trade | and Industry"; not "Ministry of Defence and Rosneft". */
function joinsBodies(words: readonly Word[], from: number, to: number): boolean {
  const after = words[to + 1]!;
  let of = -1;
  for (let at = from; at < to; at += 1)
    if (ORG_FIRST.has(words[at]!.key) && ['of', 'for', 'on'].includes(words[at + 1]?.key ?? '')) of = at;
  if (of < 0 || to - of > 6) return false;
  if (gazetteerAt(words, to + 1, words.length) || gazetteerAt(words, of + 2, to)) return false;
  if (isGivenName(after) || roleClassOf(after.key) || HONORIFICS.has(after.key)) return false;
  const second = words[to + 2];
  return !(second?.isCapital && BLANK.test(second.before) && ORG_LAST.has(second.key));
}

function bracketBeforeLegalForm(words: readonly Word[], at: number): number {
  for (let length = 1; length <= 3; length += 1) {
    const after = words[at + length];
    if (after?.sentence !== words[at]!.sentence) return 0;
    if (/^\) $/u.test(after.before)) return isLegalForm(words, at + length) ? length + 1 : 0;
    if (!BLANK.test(after.before)) return 0;
  }
  return 0;
}

function isLegalForm(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  if (!word.isCapital && word.key !== 'bv') return false;
  return (
    matchLegalForm(['x', word.key], 1)?.length === 1 &&
    word.key.length <= 12 &&
    !/^(?:as|ab|sa|nv)$/u.test(word.text)
  );
}

function isPlace(words: readonly Word[], from: number, to: number): boolean {
  const match = gazetteerAt(words, from, to);
  return match?.length === to - from && match.entry.sort !== 'outlet' && match.entry.sort !== 'body';
}

/** A possessive inside a name that is known: "People's Liberation Army", "Lloyd's List". */
function isInsideKnownName(words: readonly Word[], from: number, to: number): boolean {
  for (let at = Math.max(from, to - 3); at < to; at += 1) {
    const match = gazetteerAt(words, at, Math.min(words.length, at + 8));
    if (match && at + match.length > to) return true;
  }
  const [last, next] = [words[to - 1]!, words[to]!];
  // "People's Bank of China", "Women's National Council": no owner.
  return /^(?:people|women|workers|men|children|farmers)$/u.test(last.key) && next.isCapital;
}

function mayBegin(words: readonly Word[], at: number, capitals: Capitals, isKnownName: IsKnownName): boolean {
  const word = words[at]!;
  if (!word.isCapital) return false;
  const line = capitals.cases[word.sentence]!;
  if (gazetteerAt(words, at, words.length, line === 'capitals')) return true;
  if (line === 'sentence' && word.isInitial && opensWithRole(words, at)) return true;
  if (!isNameWord(word, capitals, isKnownName)) return false;
  if (!word.isInitial) return true;
  return mayOpen(words, at, capitals, isKnownName);
}

/** "President Volodymyr Zelensky", "Secretary of State Anthony Blinken" at the start of a sentence. */
function opensWithRole(words: readonly Word[], at: number): boolean {
  const length = titleAt(words, at, Math.min(words.length, at + 6));
  const next = at + Math.max(length, 1);
  if (length === 0 && (!roleClassOf(words[at]!.key) || roleClassOf(words[at]!.key) === 'person'))
    return false;
  return adjoins(words, next) && words[next]!.isCapital && !isOpener(words[next]!.key);
}

/** A capital that is more than a capital: no function word, no month, no abbreviation of a thing. */
function isNameWord(word: Word, capitals: Capitals, isKnownName: IsKnownName): boolean {
  const { key, text } = word;
  if (NEVER.has(key) || ABBREVIATIONS.has(text.replaceAll('.', '')) || /^(?:\d|[DRI]-\p{Lu})/u.test(text))
    return false;
  if (text.length === 1 || isContraction(key)) return false;
  if (isOpener(key) && FUNCTION_POS.has(word.pos)) return false;
  const line = capitals.cases[word.sentence]!;
  if (line === 'sentence') return !word.isInitial || !isOpener(key) || isKnownName(key);
  // In title case every word has a capital, so the document must show that it is a name, or the knowledge of names.
  if (isKnownName(key)) return true;
  if (isOpener(key) || capitals.plain.has(key) || isOtherFormPlain(key, capitals)) return false;
  if (capitals.named.has(key) || isGivenName(word)) return true;
  if (line === 'capitals') return false;
  return word.isUpper || (!capitals.hasProse && word.pos === 'PROPN' && !endsLikeOpener(key));
}

const FUNCTION_POS: ReadonlySet<string> = new Set([
  'DET',
  'PRON',
  'ADP',
  'CCONJ',
  'SCONJ',
  'AUX',
  'ADV',
  'PART',
  'INTJ',
  'NUM',
]);

function isContraction(key: string): boolean {
  return /['‘](?:m|ve|ll|d|re|t)$/u.test(key) || key === "let's";
}

/** "Drones" where the text has "drone". */
function isOtherFormPlain(key: string, { plain }: Capitals): boolean {
  return plain.has(`${key}s`) || (key.endsWith('s') && plain.has(key.slice(0, -1)));
}

/** A sentence opener that is a name: the document or the knowledge of names must show it. */
function mayOpen(words: readonly Word[], at: number, capitals: Capitals, isKnownName: IsKnownName): boolean {
  const word = words[at]!;
  const { key, pos } = word;
  if (isKnownName(key)) return true;
  if (isOpener(key)) return false;
  if (capitals.named.has(key)) return true;
  if (capitals.plain.has(key) || isOtherFormPlain(key, capitals)) return false;
  if (
    (word.isUpper && key.length <= LONGEST_ACRONYM) ||
    /\p{Ll}\p{Lu}/u.test(word.text) ||
    HONORIFICS.has(key)
  )
    return true;
  if (word.isUpper) return adjoins(words, at + 1) && /^(?:VERB|AUX)$/u.test(words[at + 1]!.pos);
  const next = words[at + 1];
  const isParticle = adjoins(words, at + 1) && PARTICLES.has(next!.key) && words[at + 2]?.isCapital === true;
  if (isParticle && adjoins(words, at + 2)) return pos === 'PROPN' || isGivenName(word);
  if (!word.isPossessive && adjoins(words, at + 1) && next!.isCapital) {
    // "Notice Trump": a known name follows, and this word opens no name.
    if (PUBLIC_SURNAMES.has(next!.key) || isKnownName(next!.key))
      return pos === 'PROPN' || isGivenName(word) || roleClassOf(key) !== undefined;
    return (
      pos === 'PROPN' ||
      pos === 'X' ||
      isGivenName(word) ||
      roleClassOf(key) !== undefined ||
      ORG_FIRST.has(key) ||
      pos === 'NOUN' ||
      pos === 'ADJ'
    );
  }
  if (endsLikeOpener(key) || roleClassOf(key) || ORG_LAST.has(key) || key.endsWith('s') || pos !== 'PROPN')
    return false;
  return (
    word.isPossessive ||
    next?.pos === 'VERB' ||
    next?.pos === 'AUX' ||
    /^, /u.test(next?.before ?? '') ||
    next?.key === 'and'
  );
}
