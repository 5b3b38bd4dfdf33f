// Compares two parties directly, without an index: every name with every name, every fact with every fact. This is
// what a score means; the screener finds candidates faster and adds up the same evidence.

import type { FeatureEffect } from '../model/screening.ts';
import { compareForms, type NameComparison } from '../names/compare/compare-names.ts';
import { analyseName } from '../names/form/analyse-name.ts';
import type { NameForm, NameKind } from '../names/form/token.ts';
import { FEATURES } from './features/features.ts';
import { nameKindsOf, type PartyFacts } from './party.ts';
import { POLICY_V1, type Policy } from './policy/v1.ts';
import { probabilityOf } from './probability.ts';

/** Renderings of one listed name that are compared; the name asked about brings its own variants. */
export const LISTED_RENDERINGS = 2;

export interface PartyComparison {
  readonly score: number;
  readonly logOdds: number;
  readonly nameLogOdds: number;
  readonly features: readonly FeatureEffect[];
  /** The best pair of names; undefined if nothing of the names can be compared. */
  readonly names: NameComparison | undefined;
}

/** The forms of all names of a query, by the kinds of names that it is compared with. */
export function queryForms(query: PartyFacts): ReadonlyMap<NameKind, NameForm[]> {
  return new Map(
    nameKindsOf(query.schema).map((kind) => [
      kind,
      query.names.flatMap((name) => analyseName(name.text, kind)),
    ]),
  );
}

/**
 * The best pair of names of a query and a listed party, an alias that its list calls weak marked down.
 * @returns undefined if the two have no kind of name in common, or no name that holds a letter
 */
export function compareListedNames(
  forms: ReadonlyMap<NameKind, NameForm[]>,
  listed: PartyFacts,
  policy: Policy,
): NameComparison | undefined {
  let best: NameComparison | undefined;
  for (const kind of nameKindsOf(listed.schema)) {
    const own = forms.get(kind);
    if (!own) continue;
    for (const name of listed.names) {
      const listedForms = analyseName(name.text, kind, { limit: LISTED_RENDERINGS });
      const found = compareForms(own, listedForms, kind, policy.nameScore);
      const marked =
        found && name.isWeak ? { ...found, logOdds: found.logOdds + policy.effects.weakAlias } : found;
      if (marked && (!best || marked.logOdds > best.logOdds)) best = marked;
    }
  }
  return best;
}

/** Compares all facts beside the names. */
export function compareFacts(query: PartyFacts, listed: PartyFacts, policy: Policy): FeatureEffect[] {
  return FEATURES.flatMap((feature) => feature(query, listed, policy));
}

/** True if an identifying number is shared, which brings a party into view whatever its names are. */
export function sharesNumber(features: readonly FeatureEffect[]): boolean {
  return features.some(({ feature, effect }) => feature === 'identifier' && effect > 0);
}

/**
 * Adds names and facts up. Beside an equal number, names that differ are not allowed to hide the party: they count
 * no less than the policy's floor, and the explanation says that they differ.
 */
export function addUp(
  nameLogOdds: number,
  features: readonly FeatureEffect[],
  policy: Policy,
): { nameLogOdds: number; logOdds: number } {
  const names = sharesNumber(features) ? Math.max(nameLogOdds, policy.identifierNameFloor) : nameLogOdds;
  return { nameLogOdds: names, logOdds: features.reduce((sum, { effect }) => sum + effect, names) };
}

/** Compares two parties. Symmetric but for the roles in the explanation. */
export function compareParties(
  query: PartyFacts,
  listed: PartyFacts,
  policy: Policy = POLICY_V1,
): PartyComparison {
  const names = compareListedNames(queryForms(query), listed, policy);
  const features = compareFacts(query, listed, policy);
  const { nameLogOdds, logOdds } = addUp(names?.logOdds ?? Number.NEGATIVE_INFINITY, features, policy);
  return { score: probabilityOf(logOdds), logOdds, nameLogOdds, features, names };
}
