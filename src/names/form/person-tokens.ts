// Reads the words of a person's name: which are names, initials, patronymics, titles and particles.
import {
  isCompound,
  isPatronymic,
  isWellKnownName,
  joinCompounds,
  opensCompound,
  type PersonWordKind,
  personWord,
  surnameStem,
} from '../knowledge/index.ts';
import { Memo } from '../memo.ts';
import { MAX_TOKENS, type NameToken, type TokenRole } from './token.ts';
import { KEPT_WORDS, makeToken, readWord, type Word } from './word.ts';

/** A word as a name of a person may have it. */
interface PersonNameWord extends Word {
  /** What it is as the whole name, as the first of several words, and behind the first. */
  readonly roleAlone: TokenRole;
  readonly roleFirst: TokenRole;
  readonly roleLater: TokenRole;
  /** Of a numeral, or of a generation. */
  readonly value: number | undefined;
  /** See opensCompound. */
  readonly opensCompound: boolean;
}

const FIGURES = /^\d+$/u;
const TWO_CONSONANTS = /^[b-df-hj-np-tv-xz]{2}$/u;
/** Surnames and short forms without a vowel, which are no initials. */
const NOT_INITIALS: ReadonlySet<string> = new Set(['ng', 'md', 'mc', 'hj', 'kh', 'sh', 'ch', 'th', 'bn']);

const nameWords = new Memo(readNameWord, KEPT_WORDS);

function readNameWord(text: string): PersonNameWord {
  const known = personWord(text);
  const roleAlone = roleOfName(text);
  // A title alone is a name (Sheikh, King as surnames); as one of several words it is a title.
  const roleFirst = roleAlone === 'initial' || !known ? roleAlone : roleBeside(known.kind);
  return {
    ...readWord(text, surnameStem),
    roleAlone,
    roleFirst,
    roleLater:
      (roleFirst === 'known' || roleFirst === 'name') && isPatronymic(text) ? 'patronymic' : roleFirst,
    value: roleAlone === 'number' ? Number(text) : known?.value,
    opensCompound: opensCompound(text),
  };
}

/** What a word is where no other stands beside it. */
function roleOfName(text: string): TokenRole {
  if (FIGURES.test(text)) return 'number';
  if (text.length === 1) return 'initial';
  return isWellKnownName(text) || isCompound(text) ? 'known' : 'name';
}

/** What a title, suffix or particle is beside other words. */
function roleBeside(kind: PersonWordKind): TokenRole {
  return kind === 'filiation' || kind === 'generation' ? kind : 'minor';
}

/**
 * The tokens of a person's name, at most MAX_TOKENS.
 * @param texts   folded words of a rendering
 * @param sources the words of the original that they stand for one to one, where that is known
 */
export function personTokens(texts: readonly string[], sources: readonly string[] | undefined): NameToken[] {
  const words = joinWords(partInitials(texts).map((text) => nameWords.get(text)));
  const ownSources = words.length === texts.length ? sources : undefined;
  const tokens: NameToken[] = [];
  for (let at = 0; at < words.length && at < MAX_TOKENS; at += 1) {
    const word = words[at]!;
    const role = words.length === 1 ? word.roleAlone : at === 0 ? word.roleFirst : word.roleLater;
    const value = role === 'number' || role === 'generation' ? word.value : undefined;
    tokens.push(makeToken(word, role, ownSources?.[at], value));
  }
  return tokens;
}

/** Two consonants before a name are two initials: JC Juncker. */
function partInitials(texts: readonly string[]): readonly string[] {
  const first = texts[0] ?? '';
  if (first.length !== 2 || texts.length === 1 || !TWO_CONSONANTS.test(first)) return texts;
  return personWord(first) || NOT_INITIALS.has(first) ? texts : [...first, ...texts.slice(1)];
}

/** The words with each compound as one word. */
function joinWords(words: readonly PersonNameWord[]): readonly PersonNameWord[] {
  if (!words.some((word) => word.opensCompound)) return words;
  const texts = words.map((word) => word.text);
  return joinCompounds(texts, (at) => words[at]!.opensCompound).map((text) => nameWords.get(text));
}
