// Whether a new version is so much smaller than the one before it that it may be a broken export. Names are looked
// at besides parties: a list that lost its file of aliases has as many parties as before, and finds fewer of them.
import type { ListVersion } from '../../cases/ports.ts';

/** The part that may go from one version to the next; the largest loss seen is 0.2 % (OFAC, 30 March 2023). */
const TOLERATED_LOSS = 0.1;

/** What shrank by more than a tenth, in words; undefined if nothing did. */
export function shrinkage(before: ListVersion, after: ListVersion): string | undefined {
  const namesOf = (version: ListVersion) => version.entities + version.aliases;
  return loss('parties', before.entities, after.entities) ?? loss('names', namesOf(before), namesOf(after));
}

function loss(what: string, before: number, after: number): string | undefined {
  if (after >= before * (1 - TOLERATED_LOSS)) return undefined;
  return `${after.toLocaleString('en')} ${what} after ${before.toLocaleString('en')}`;
}
