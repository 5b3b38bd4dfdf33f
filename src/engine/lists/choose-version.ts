// Which stored version is meant: the one in force on a day, or the one that a person names. Pure.
import type { ListVersion } from '../../cases/ports.ts';
import { InterdictError } from '../../model/errors.ts';

/**
 * The version of each list that was in force on a day: the latest published by then that is in use. A version of
 * the official list always comes before starter data.
 * @returns in order of dataset
 */
export function versionsInForce(versions: readonly ListVersion[], asOf: string): ListVersion[] {
  const usable = versions.filter((version) => version.status === 'in-use' && version.published <= asOf);
  return [...Map.groupBy(usable, (version) => version.dataset).values()]
    .flatMap((own) => latest(own.filter((version) => !version.isStarter)) ?? latest(own) ?? [])
    .sort((one, other) => compare(one.dataset, other.dataset));
}

/** The last published; of several of one day the last that was got. */
export function latest(versions: readonly ListVersion[]): ListVersion | undefined {
  return inOrder(versions).at(-1);
}

/** Oldest publication first. */
export function inOrder(versions: readonly ListVersion[]): ListVersion[] {
  return versions.toSorted(
    (one, other) =>
      compare(one.published, other.published) ||
      compare(one.retrievedAt, other.retrievedAt) ||
      compare(one.version, other.version),
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * The version that a person names: by a day, the last one published by then, be it in use or held; or by the
 * beginning of its hash, with or without `sha256:`.
 * @param versions all of one list
 * @throws InterdictError LIST_VERSION_UNKNOWN if none or several answer to the name
 */
export function namedVersion(versions: readonly ListVersion[], dataset: string, name: string): ListVersion {
  if (/^\d{4}-\d\d-\d\d$/u.test(name)) {
    const found = latest(versions.filter((version) => version.published <= name));
    if (found) return found;
    throw unknown(`No stored version of ${dataset} was published by ${name}.`);
  }
  const hash = name.toLowerCase().replace(/^sha256:/u, '');
  const found = /^[0-9a-f]{4,64}$/u.test(hash)
    ? versions.filter((version) => version.version.startsWith(`sha256:${hash}`))
    : [];
  const [only] = found;
  if (only && found.length === 1) return only;
  throw unknown(
    found.length > 1
      ? `"${name}" is the beginning of ${found.length} versions of ${dataset}.`
      : `"${name}" is neither a day nor the beginning of the hash (four digits or more) of a version of ${dataset}.`,
  );
}

function unknown(message: string): InterdictError {
  return new InterdictError('LIST_VERSION_UNKNOWN', message);
}
