// Where a role stands beside a name, and which words it takes: honorifics and fixed titles ("Secretary of State"), roles in
// capitals inside a run ("Russian Foreign Minister | Sergei Lavrov"), roles in small letters before a name.
import { gazetteerAt } from './gazetteer.ts';
import { isBodyName, isGivenName } from './heads.ts';
import {
  FEMALE,
  HONORIFICS,
  LONGEST_TITLE,
  MALE,
  ORG_LAST,
  ROLE_MODIFIERS,
  roleClassOf,
  TITLE_STARTS,
  TITLES,
} from './vocabulary.ts';
import { adjoins, isSameSentence, textOf, type Word } from './words.ts';

export type Gender = 'female' | 'male';

/** The gender that a role or an honorific tells, by its last telling word. */
export function genderOfRole(role: string): Gender | undefined {
  for (const word of role.toLowerCase().replaceAll('.', '').split(/\s+/u).reverse()) {
    if (FEMALE.has(word)) return 'female';
    if (MALE.has(word)) return 'male';
  }
  return undefined;
}

/** Words of the honorific or the fixed title that begins at `from`; 0 if none does. */
export function titleAt(words: readonly Word[], from: number, to: number): number {
  if (!TITLE_STARTS.has(words[from]?.key ?? '')) return 0;
  let phrase = '';
  let length = 0;
  for (let count = 1; count <= Math.min(LONGEST_TITLE, to - from); count += 1) {
    const word = words[from + count - 1]!;
    if (count > 1 && !adjoins(words, from + count - 1)) break;
    phrase += count > 1 ? ` ${word.key}` : word.key;
    if (TITLES.has(phrase) || HONORIFICS.has(phrase)) length = count;
    if (word.isPossessive) break;
  }
  return length;
}

/** The last head of a role in the run; undefined if there is none or it is part of a body's name. */
export function roleHeadIn(words: readonly Word[], from: number, to: number): number | undefined {
  // "General Electric Company", "Justice Department", "Partner Bank".
  if (isBodyName(words, from, to)) return undefined;
  for (let at = to - 1; at >= from; at -= 1) {
    const word = words[at]!;
    const role = roleClassOf(word.key);
    if (!role || role === 'person' || word.isPossessive || (at + 1 < to && !adjoins(words, at + 1))) continue;
    // "Mark Major", "Fatou King": a surname, with nothing following.
    const isSurname = at === to - 1 && at > from && at - from < 3 && isGivenName(words[at - 1]!);
    if (!isSurname) return at;
  }
  return undefined;
}

/** Where the name begins after a role and what it is of: "Minister of Defence | Sergei Shoigu". */
export function nameAfterRole(words: readonly Word[], head: number, to: number): number {
  const next = head + 1 < to ? words[head + 1]!.key : undefined;
  if (next !== 'of' && next !== 'for') return head + 1;
  for (let at = head + 2; at < to; at += 1)
    if (isGivenName(words[at]!) && !ORG_LAST.has(words[at]!.key)) return at;
  const known = gazetteerAt(words, head + 2, to);
  return known ? head + 2 + known.length : to;
}

/** Where the words before a role's head begin that belong to it alone: "former Deputy | Minister". */
export function modifiersBefore(words: readonly Word[], from: number, head: number): number {
  let start = head;
  while (start > from && ROLE_MODIFIERS.has(words[start - 1]!.key) && !gazetteerAt(words, start - 1, head))
    start -= 1;
  return start;
}

/** A role's text, with the words in small letters before it that belong to it. */
export function roleText(words: readonly Word[], from: number, to: number): string {
  let start = from;
  while (adjoins(words, start) && ROLE_MODIFIERS.has(words[start - 1]!.key)) start -= 1;
  return textOf(words, start, to);
}

/** The role in small letters directly before a name: "deputy spokesman | John Kirby", "the man, | Ashot". */
export function roleBefore(words: readonly Word[], at: number): { from: number; to: number } | undefined {
  const head = at - 1;
  const word = words[head];
  if (!isSameSentence(words, head, at) || word!.isCapital || word!.isPossessive) return undefined;
  if (!roleClassOf(word!.key)) return undefined;
  const { before } = words[at]!;
  const isPlural = /(?:[^s]s|men)$/u.test(word!.key);
  if (before !== ' ' && !(before === ', ' && !isPlural && isDefinite(words, head))) return undefined;
  let from = head;
  while (adjoins(words, from) && !words[from - 1]!.isCapital && ROLE_MODIFIERS.has(words[from - 1]!.key))
    from -= 1;
  return { from, to: at };
}

/** An article or an owner stands within the three words before a head. */
function isDefinite(words: readonly Word[], head: number): boolean {
  for (let at = head; at > head - 3 && adjoins(words, at); at -= 1)
    if (words[at - 1]!.key === 'the' || words[at - 1]!.isPossessive) return true;
  return false;
}
