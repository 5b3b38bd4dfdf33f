// Whether two names in one article name one party: full and short forms, spellings, typing errors, acronyms. Names are
// rows of folded tokens. Two people both named in full are never one unless their given names are one name.
import {
  matchLegalForm,
  matchOrgWord,
  orgStopword,
  personWord,
  relateGivenNames,
} from '../../names/knowledge/index.ts';
import { slipsBetween } from '../edit-distance.ts';

/** Words shorter than this are too near to other names to be taken for misspelt. */
export const LEAST_MISSPELT = 8;
const MOST_SLIPS = 2;

/** Heads of bodies that are named by their place. */
const PLACE_BODIES: ReadonlySet<string> = new Set(
  'university college school police department city council court hospital church party government'.split(
    ' ',
  ),
);

export type Likeness = 'same' | 'short' | 'spelling';

/** "Mkrtchyev" for "Mkrtychev": long, first letter equal, two slips at most. */
export function isMisspelling(one: string, other: string): boolean {
  return (
    one !== other &&
    Math.min(one.length, other.length) >= LEAST_MISSPELT &&
    one[0] === other[0] &&
    slipsBetween(one, other, MOST_SLIPS) <= MOST_SLIPS
  );
}

/** How a person's name in full relates to another's in full; undefined if they are two people. */
export function likenessOfPeople(one: readonly string[], other: readonly string[]): Likeness | undefined {
  if (isSameRow(one, other)) return 'same';
  // "Kim Jong Un" and "Jong-un Kim": the same words in another order or joined.
  if (one.join('') === other.join('')) return 'spelling';
  if (one.length === other.length && isSameRow([...one].sort(), [...other].sort())) return 'same';
  const surname = likenessOfSurnames(one, other);
  if (!surname) return undefined;
  const given = likenessOfGivenNames(one[0]!, other[0]!);
  if (!given || (surname === 'spelling' && given !== 'same')) return undefined;
  if (!areMiddlesCompatible(one, other)) return undefined;
  return surname === 'spelling' || given === 'spelling' ? 'spelling' : 'same';
}

function likenessOfSurnames(one: readonly string[], other: readonly string[]): Likeness | undefined {
  const [left, right] = [one.at(-1)!, other.at(-1)!];
  if (left === right) return 'same';
  return isMisspelling(left, right) ? 'spelling' : undefined;
}

function likenessOfGivenNames(one: string, other: string): Likeness | undefined {
  if (one === other) return 'same';
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length === 1) return long.startsWith(short) ? 'same' : undefined;
  const relation = relateGivenNames(one, other)?.relation;
  if (relation === 'spelling') return 'spelling';
  if (relation === 'nickname') return 'same';
  return isMisspelling(one, other) ? 'spelling' : undefined;
}

/** What stands between given name and surname may be missing or shortened, not another. */
function areMiddlesCompatible(one: readonly string[], other: readonly string[]): boolean {
  const [left, right] = [one.slice(1, -1), other.slice(1, -1)];
  if (left.length === 0 || right.length === 0) return true;
  return left[0]![0] === right[0]![0];
}

/** Whether a short name ("Kirby", "van der Merwe", "Kim", "Assad") can stand for a person named in full. */
export function isShortForPerson(short: readonly string[], full: readonly string[]): Likeness | undefined {
  if (short.length >= full.length) return undefined;
  if (isSameRow(short, full.slice(-short.length))) return 'short';
  const [only] = short;
  if (short.length === 1 && only) {
    const surname = full.at(-1)!;
    // "Assad" for "al-Assad".
    if (
      surname.endsWith(only) &&
      /^(?:al|el|ul|as|ash|ad|an|ar|az|at)$/u.test(surname.slice(0, -only.length))
    )
      return 'short';
    if (isMisspelling(only, surname)) return 'spelling';
  }
  return undefined;
}

/** The words of a body's name that tell it from others: no legal form, no "the" and "of". */
export function coreOfBody(tokens: readonly string[]): string[] {
  const core: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const form = matchLegalForm(tokens, at);
    if (form) at += form.length;
    else {
      if (!orgStopword(tokens[at]!) || at === 0) core.push(tokens[at]!);
      at += 1;
    }
  }
  return core.length > 0 ? core : [...tokens];
}

/** Whether one body's core is the beginning of the other's and still tells it: "Huawei" for "Huawei Technologies". */
export function isShortForBody(short: readonly string[], full: readonly string[]): boolean {
  if (
    short.length >= full.length ||
    !short.some((token, at) => token.length > 2 && matchOrgWord(short, at) === undefined)
  )
    return false;
  // "Tulsa" is not the Tulsa Police Department.
  if (PLACE_BODIES.has(full.at(-1)!)) return false;
  // "Linghang" for "Shenzhen Linghang Electronics": words of trades and places may stand before.
  for (let at = 0; at + short.length <= full.length; at += 1) {
    if (isSameRow(short, full.slice(at, at + short.length))) return true;
    if (matchOrgWord(full, at) === undefined) return false;
  }
  return false;
}

/** "Office of Foreign Assets Control" -> ofac; small words left out. */
export function initialsOf(tokens: readonly string[]): string {
  return tokens
    .filter((token) => !orgStopword(token))
    .map((token) => token[0] ?? '')
    .join('');
}

/** Titles and "Jr" are no part of what tells people apart. */
export function withoutTitles(tokens: readonly string[]): readonly string[] {
  const kept = tokens.filter((token, at) => {
    if (at > 0 && at < tokens.length - 1) return true;
    const word = personWord(token, at === 0 ? 'first' : 'last');
    return word?.kind !== 'suffix' || at === 0;
  });
  return kept.length > 0 ? kept : tokens;
}

/** True if two rows of tokens are equal. */
export function isSameRow(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((token, at) => token === other[at]);
}
