// What is known about one folded word wherever it stands, and the tokens made of it.
import { givenNameIds } from '../knowledge/index.ts';
import { soundKey } from '../sound/sound-key.ts';
import type { NameToken, TokenRole } from './token.ts';
import { rarity, weightOf } from './weight.ts';

/**
 * Words kept at most by each memo of words, some 300 bytes each. Names of people on the official lists have 26,000,
 * other names 22,000; twice as many leave room for misspelt ones.
 */
export const KEPT_WORDS = 65_536;

export interface Word {
  readonly text: string;
  readonly key: Uint8Array;
  /** See weight.ts. */
  readonly rarity: number;
  /** Families of given names. */
  readonly families: readonly number[];
  /** Its stem as a name, where that is another text. */
  readonly stem: string | undefined;
}

export const NO_FAMILIES: readonly number[] = [];

/** @param stemOf finds the stem that a word has as a name */
export function readWord(text: string, stemOf: (text: string) => string | undefined): Word {
  const key = soundKey(text);
  const stem = stemOf(text);
  return {
    text,
    key,
    rarity: rarity(text, key),
    families: givenNameIds(text),
    stem: stem === text ? undefined : stem,
  };
}

type Growing<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** A token of a word. */
export function makeToken(word: Word, role: TokenRole, source?: string, value?: number): NameToken {
  const isName = role === 'name' || role === 'known';
  const token: Growing<NameToken> = {
    text: word.text,
    key: word.key,
    role,
    weight: weightOf(role, word.rarity),
    families: isName ? word.families : NO_FAMILIES,
  };
  if (value !== undefined) token.value = value;
  if (word.stem !== undefined && (isName || role === 'patronymic')) token.stem = word.stem;
  if (source) token.source = source;
  return token;
}
