// How usable each list is on a day, for a profile: what a screening says about the lists it asked. Pure.
import type { ListVersion } from '../../cases/ports.ts';
import { DEFAULT_MAX_AGE_DAYS, datasetFacts, datasetsServingAs } from '../../lists/datasets.ts';
import { daysBetween } from '../../model/dates.ts';
import type { ListState, ListUse } from '../../model/screening.ts';
import type { Profile } from '../profiles.ts';
import { inOrder, versionsInForce } from './choose-version.ts';

/** From the best to the worst. */
const STATES: readonly ListState[] = ['fresh', 'stale', 'incomplete', 'starter', 'missing'];

/**
 * The lists asked on a day: first those that the profile requires, in its order, then the others that are stored.
 * Where a list is required that took the place of another, the other serves until the day it was closed.
 */
export function listUses(versions: readonly ListVersion[], profile: Profile, asOf: string): ListUse[] {
  const inForce = new Map(versionsInForce(versions, asOf).map((version) => [version.dataset, version]));
  const useOf = (dataset: string, required?: string): ListUse => {
    const version = inForce.get(dataset);
    if (!version) return { dataset, state: 'missing', required: required !== undefined };
    const own = versions.filter((other) => other.dataset === dataset);
    const age = ageInDays(version, own, asOf);
    return {
      dataset,
      version: version.version,
      published: version.published,
      entities: version.entities,
      age_days: age,
      state: stateOf(version, age > maxAgeDays(profile, dataset, required)),
      required: required !== undefined,
    };
  };
  const uses = profile.requires.map((required) =>
    datasetsServingAs(required, asOf)
      .map((dataset) => useOf(dataset, required))
      .reduce((best, use) => (STATES.indexOf(use.state) < STATES.indexOf(best.state) ? use : best)),
  );
  const used = new Set(uses.map((use) => use.dataset));
  const others = [...inForce.keys()].filter((dataset) => !used.has(dataset)).sort();
  return [...uses, ...others.map((dataset) => useOf(dataset))];
}

/**
 * Days from the last day on which a version is known to have been the current one, to `asOf`; never below 0.
 *
 * It was current on the day it was published; on the last day on which its publisher still served it; and, if a
 * later version is stored, until the day before that was published. So a day of the past between two stored
 * versions has a current list; only whether versions between the two were left out of the store cannot be known.
 *
 * @param own all stored versions of the same list
 */
export function ageInDays(version: ListVersion, own: readonly ListVersion[], asOf: string): number {
  const next = inOrder(own).find((other) => !other.isStarter && other.published > version.published);
  const known = [
    daysBetween(version.published, asOf),
    ...(version.confirmedAt ? [daysBetween(version.confirmedAt, asOf)] : []),
    ...(next && !version.isStarter ? [daysBetween(next.published, asOf) + 1] : []),
  ];
  return Math.max(0, Math.min(...known));
}

/** Starter data clears nobody, whatever else it is; a list that lost parties does not either, however fresh. */
function stateOf(version: ListVersion, isTooOld: boolean): ListState {
  if (version.isStarter) return 'starter';
  if (version.rowsLost > 0) return 'incomplete';
  return isTooOld ? 'stale' : 'fresh';
}

function maxAgeDays({ maxAgeDays: ages }: Profile, dataset: string, required = dataset): number {
  const own = typeof ages === 'number' ? ages : (ages?.[dataset] ?? ages?.[required]);
  return own ?? datasetFacts(dataset)?.maxAgeDays ?? DEFAULT_MAX_AGE_DAYS;
}
