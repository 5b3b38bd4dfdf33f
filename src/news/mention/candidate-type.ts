// What kind of party a name belongs to that no gazetteer knows, by its own words and by those around it. What nothing
// tells stays open for single words; longer names are guessed, and the guess is marked as one.

import type { MentionType } from '../../model/reading.ts';
import { isCommonSurname } from '../../names/knowledge/index.ts';
import type { ListedType } from './candidate.ts';
import { hasLegalForm, hasTradeWord, isBodyName, isGivenName, isPlaceName } from './heads.ts';
import { roleBefore } from './roles.ts';
import { BODY_NOUNS, PUBLIC_SURNAMES, VESSEL_BEFORE, VESSEL_PREFIX } from './vocabulary.ts';
import { adjoins, isSameSentence, textOf, type Word } from './words.ts';

export interface Typing {
  readonly type: MentionType;
  readonly isSure: boolean;
}

const INSIDE: ReadonlySet<string> = new Set('in near outside around inside across off'.split(' '));
const SAYING: ReadonlySet<string> = new Set(
  'say tell add explain write announce accuse allege claim deny argue insist note warn reply respond testify admit acknowledge concede confirm reject dismiss describe suggest believe think hope want tweet joke plead stress'.split(
    ' ',
  ),
);
const MOST_WORDS_OF_PERSON = 5;

/** @param isTitled a role or an honorific stands before it */
export function typeOfName(
  words: readonly Word[],
  from: number,
  to: number,
  isTitled: boolean,
  listedType: ListedType | undefined,
): Typing | undefined {
  const listed = listedType?.(textOf(words, from, to));
  if (listed) return sure(listed);
  if (isVesselName(words, from)) return sure('vessel');
  if (hasLegalForm(words, from, to)) return sure('organisation');
  if (isTitled) return sure('person');
  if (isBodyName(words, from, to)) return sure('organisation');
  if (isPlaceName(words, from, to)) return sure('place');
  if (isPersonByContext(words, from, to) || isPersonByName(words, from, to)) return sure('person');
  if (isBodyByContext(words, from, to)) return sure('organisation');
  return to - from === 1 ? guessOfWord(words, from) : guessOfName(words, from, to);
}

function sure(type: MentionType): Typing {
  return { type, isSure: true };
}

function guess(type: MentionType): Typing {
  return { type, isSure: false };
}

function isPersonByContext(words: readonly Word[], from: number, to: number): boolean {
  if (to - from >= MOST_WORDS_OF_PERSON) return false;
  if (roleBefore(words, from)) return true;
  // ", 56," after a name.
  const next = words[to];
  return isSameSentence(words, to - 1, to) && /^, ?$/u.test(next!.before) && /^[1-9]\d$/u.test(next!.text);
}

function isPersonByName(words: readonly Word[], from: number, to: number): boolean {
  const count = to - from;
  if (count < 2 || count > MOST_WORDS_OF_PERSON) return false;
  const [first, second, last] = [words[from]!, words[from + 1]!, words[to - 1]!];
  if (isGivenName(first) && (!first.isUpper || last.isUpper)) return true;
  if (isAfterThe(words, from) || count === MOST_WORDS_OF_PERSON) return false;
  return (
    isCommonSurname(first.folded) || isCommonSurname(last.folded) || isGivenName(last) || isGivenName(second)
  );
}

/** "the company Tokenbay", "Rosneft, the state oil company". */
function isBodyByContext(words: readonly Word[], from: number, to: number): boolean {
  const before = words[from - 1];
  if (
    isSameSentence(words, from - 1, from) &&
    BODY_NOUNS.has(singular(before!.key)) &&
    /^,? $/u.test(words[from]!.before)
  )
    return true;
  const next = words[to];
  if (
    !isSameSentence(words, to - 1, to) ||
    next!.before !== ', ' ||
    !/^(?:an?|the|one|its)$/u.test(next!.key)
  )
    return false;
  for (let at = to + 1; at < to + 8 && adjoins(words, at); at += 1)
    if (BODY_NOUNS.has(words[at]!.key)) return !words[at]!.isPossessive;
  return false;
}

function guessOfWord(words: readonly Word[], at: number): Typing | undefined {
  const word = words[at]!;
  if (word.isUpper) return guess('organisation');
  if (PUBLIC_SURNAMES.has(word.key)) return guess('person');
  if (isGivenName(word) || (adjoins(words, at + 1) && SAYING.has(words[at + 1]!.lemma) && !word.isInitial))
    return guess('person');
  return adjoins(words, at) && INSIDE.has(words[at - 1]!.key) ? guess('place') : undefined;
}

function guessOfName(words: readonly Word[], from: number, to: number): Typing {
  const first = words[from]!;
  if (to - from <= 3 && adjoins(words, from) && INSIDE.has(words[from - 1]!.key)) return guess('place');
  const isBody =
    (first.isUpper && !first.text.includes('.')) ||
    hasTradeWord(words, from, to) ||
    isAfterThe(words, from) ||
    /\d/u.test(words[to - 1]!.text) ||
    to - from >= MOST_WORDS_OF_PERSON;
  return guess(isBody ? 'organisation' : 'person');
}

function isAfterThe(words: readonly Word[], from: number): boolean {
  return adjoins(words, from) && words[from - 1]!.key === 'the';
}

/** "M/T Ocean Star", "the tanker Ocean Star", "the Panama-flagged Ocean Star", "the cargo ship “Ocean Star”". */
function isVesselName(words: readonly Word[], from: number): boolean {
  if (VESSEL_PREFIX.has(words[from]!.text)) return true;
  const before = words[from - 1];
  if (!isSameSentence(words, from - 1, from) || !/^[ ,"“‘']{1,3}$/u.test(words[from]!.before)) return false;
  const key = singular(before!.key);
  if (VESSEL_BEFORE.has(key) || key === 'flagged') return true;
  return isSameSentence(words, from - 2, from) && VESSEL_BEFORE.has(`${words[from - 2]!.key} ${key}`);
}

function singular(key: string): string {
  return key.replace(/ies$/u, 'y').replace(/s$/u, '');
}
