// Whether a name can stand for a body that the article names otherwise: in full, by its acronym, by its short name, as
// the ministry of one state.
import type { Draft } from './draft.ts';
import { coreOfBody, initialsOf, isMisspelling, isSameRow, isShortForBody } from './same-name.ts';
import { MINISTRIES } from './vocabulary.ts';

/** Two spellings of one word, in names of bodies that every state has. */
const SPELLINGS: Readonly<Record<string, string>> = {
  defence: 'defense',
  organisation: 'organization',
  centre: 'center',
  affair: 'affairs',
};
const LONGEST_ACRONYM = 6;

/** `short`: it may stand for the body; `longer`: the body has had a short name so far. */
export function likenessOfBodies(
  tokens: readonly string[],
  countries: readonly string[],
  draft: Draft,
): 'same' | 'short' | 'longer' | undefined {
  const [core, other] = [coreOfBody(tokens), coreOfBody(draft.tokens)];
  const [ministry, otherMinistry] = [ministryOf(core), ministryOf(other)];
  if (ministry && otherMinistry) {
    const isOne = isSameRow(ministry, otherMinistry) && areCompatible(countries, draft.countries);
    return isOne ? 'same' : undefined;
  }
  if (isSameRow(core, other)) return 'same';
  const only = tokens.length === 1 ? tokens[0]! : undefined;
  const isAcronym = only !== undefined && only.length > 1 && only.length <= LONGEST_ACRONYM;
  if (isAcronym && draft.tokens.length > 1 && initialsOf(draft.tokens) === only) return 'same';
  if (isShortForBody(core, other)) return 'short';
  if (isShortForBody(other, core)) return 'longer';
  return core.length === 1 && other.length === 1 && isMisspelling(core[0]!, other[0]!) ? 'same' : undefined;
}

/** The words of a body that every state has, in one order: "Ministry of Defence" -> defense, ministry. */
function ministryOf(core: readonly string[]): readonly string[] | undefined {
  if (!core.some((token) => MINISTRIES.has(token))) return undefined;
  return core.map((token) => SPELLINGS[token] ?? token).sort();
}

function areCompatible(one: readonly string[], other: ReadonlySet<string>): boolean {
  return one.length === 0 || other.size === 0 || one.some((code) => other.has(code));
}
