// Reads the words of an organisation's name, or of a ship's or an aircraft's: legal forms, words of the trade,
// numerals, stop words, and what is left, which is names.
import {
  isShipPrefix,
  type LegalForm,
  legalFormOpening,
  matchLegalForm,
  matchNumeral,
  matchOrgWord,
  numeralValue,
  opensName,
  orgStopword,
  orgWordOpening,
  type PhraseOpening,
  wordStem,
} from '../knowledge/index.ts';
import { Memo } from '../memo.ts';
import { soundKey } from '../sound/sound-key.ts';
import { MAX_TOKENS, type NameKind, type NameToken } from './token.ts';
import { weightOf } from './weight.ts';
import { KEPT_WORDS, makeToken, NO_FAMILIES, readWord, type Word } from './word.ts';

/** A word as a name of an organisation may have it, and what may begin with it. */
interface OrganisationNameWord extends Word {
  readonly isLetter: boolean;
  readonly isStopword: boolean;
  readonly legalForms: PhraseOpening | undefined;
  readonly orgWords: PhraseOpening | undefined;
  readonly opensNumeral: boolean;
}

const LETTER = /^[a-z]$/u;

/** A word of the trade identifies at least this much. */
const LEAST_IDENTITY = 0.08;

const nameWords = new Memo(readNameWord, KEPT_WORDS);
/** Of legal forms and words of the trade of several words, written as one. */
const phraseKeys = new Memo(soundKey, KEPT_WORDS);

function readNameWord(text: string): OrganisationNameWord {
  return {
    ...readWord(text, wordStem),
    isLetter: LETTER.test(text),
    isStopword: orgStopword(text),
    legalForms: legalFormOpening(text),
    orgWords: orgWordOpening(text),
    opensNumeral: numeralValue(text) !== undefined,
  };
}

/** The words of a name in a row: as they were read, what is known about each, and the words of the original. */
interface Row {
  readonly texts: readonly string[];
  readonly words: readonly OrganisationNameWord[];
  /** One for each of the texts, where that is known. */
  readonly sources: readonly string[] | undefined;
}

/** A token, and how many words it was read from. */
interface Found {
  readonly token: NameToken;
  readonly length: number;
}

/**
 * The tokens of a name that is no person's, at most MAX_TOKENS.
 * @param texts   folded words of a rendering
 * @param sources the words of the original that they stand for one to one, where that is known
 */
export function organisationTokens(
  texts: readonly string[],
  sources: readonly string[] | undefined,
  kind: NameKind,
): NameToken[] {
  const row = rowOf(texts, sources);
  const tokens: NameToken[] = [];
  let isFirst = true;
  for (let at = 0; at < row.texts.length && tokens.length < MAX_TOKENS; ) {
    const { token, length } =
      (kind === 'organisation' ? (legalFormAt(row, at) ?? orgWordAt(row, at)) : undefined) ??
      numeralAt(row, at) ??
      nameAt(row, at, kind, isFirst);
    tokens.push(token);
    if (token.role !== 'legal') isFirst = false;
    at += length;
  }
  return tokens;
}

function rowOf(texts: readonly string[], sources: readonly string[] | undefined): Row {
  const words = texts.map((text) => nameWords.get(text));
  if (!words.some((word) => word.isLetter)) return { texts, words, sources };
  const joined = joinLetters(texts);
  return {
    texts: joined,
    words: joined.map((text) => nameWords.get(text)),
    sources: joined.length === texts.length ? sources : undefined,
  };
}

/** Words of the row as one, as they were read. */
function joinedText({ texts, words }: Row, at: number, length: number): string {
  return length === 1 ? words[at]!.text : texts.slice(at, at + length).join('');
}

/** Words of the row as the name writes them; as they were read where that is not known. */
function written({ texts, sources }: Row, at: number, length: number): string {
  const row = sources ?? texts;
  return length === 1 ? row[at]! : row.slice(at, at + length).join(' ');
}

function matchedForm({ texts, words }: Row, at: number): LegalForm | undefined {
  const { legalForms } = words[at]!;
  return legalForms && matchLegalForm(texts, at, legalForms);
}

function legalFormAt(row: Row, at: number): Found | undefined {
  const legal = matchedForm(row, at);
  return legal && conceptOf(row, at, legal.length, 'legal', legal.formClass, weightOf('legal'));
}

function orgWordAt(row: Row, at: number): Found | undefined {
  const { orgWords } = row.words[at]!;
  const word = orgWords && matchOrgWord(row.texts, at, orgWords);
  return word && conceptOf(row, at, word.length, 'word', word.concept, Math.max(LEAST_IDENTITY, word.weight));
}

function conceptOf(
  row: Row,
  at: number,
  length: number,
  role: 'legal' | 'word',
  concept: string,
  weight: number,
): Found {
  const text = joinedText(row, at, length);
  const token = {
    text,
    key: length === 1 ? row.words[at]!.key : phraseKeys.get(text),
    role,
    weight,
    families: NO_FAMILIES,
    concept: `${role}:${concept}`,
    source: written(row, at, length),
  };
  return { token, length };
}

function numeralAt(row: Row, at: number): Found | undefined {
  const { texts, words } = row;
  const numeral = words[at]!.opensNumeral ? matchNumeral(texts, at) : undefined;
  if (!numeral || !(numeral.certain || isPlaceOfNumeral(row, at))) return undefined;
  const { length, value } = numeral;
  const word = length === 1 ? words[at]! : nameWords.get(joinedText(row, at, length));
  return { token: makeToken(word, 'number', written(row, at, length), value), length };
}

function nameAt({ words, sources }: Row, at: number, kind: NameKind, isFirst: boolean): Found {
  const word = words[at]!;
  const isSmall =
    (word.isStopword && (!isFirst || opensName(word.text))) ||
    (kind === 'object' && at === 0 && words.length > 1 && isShipPrefix(word.text));
  return { token: makeToken(word, isSmall ? 'minor' : 'name', sources?.[at]), length: 1 };
}

/** A word that may be a numeral is one at the end of a name or before its legal form, and after "No": Fund V L.P. */
function isPlaceOfNumeral(row: Row, at: number): boolean {
  const { texts } = row;
  if (at === 0) return false;
  if (texts[at - 1] === 'no' || at === texts.length - 1) return true;
  const legal = matchedForm(row, at + 1);
  return legal !== undefined && at + 1 + legal.length === texts.length;
}

/** Letters written apart are one word: A.B.C. is ABC, G and S is G&S. Legal forms are found in either writing. */
function joinLetters(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length; ) {
    const legal = matchLegalForm(words, at);
    const end = legal ? at + legal.length : endOfLetters(words, at);
    if (!legal && end - at >= 2)
      joined.push(
        words
          .slice(at, end)
          .filter((word) => word !== 'and')
          .join(''),
      );
    else joined.push(...words.slice(at, Math.max(end, at + 1)));
    at = Math.max(end, at + 1);
  }
  return joined;
}

/** Where the row of single letters that begins at a word ends; a legal form in it (Fund V L.P.) ends it. */
function endOfLetters(words: readonly string[], at: number): number {
  let end = at;
  while (end < words.length && LETTER.test(words[end]!) && !matchLegalForm(words, end)) {
    end += 1;
    if (words[end] === 'and' && LETTER.test(words[end + 1] ?? '')) end += 1;
  }
  return end;
}

/** The registration of an aircraft is a number: EP-GOM is not EP-GOL misspelt. */
export function tailNumber(text: string, source: string): NameToken {
  return makeToken(nameWords.get(text), 'number', source, Number.parseInt(text, 36));
}
