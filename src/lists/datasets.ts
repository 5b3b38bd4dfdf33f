// The lists that Interdict knows by name. A list of a user's own has a name too, but is not among them.
import datasets from './generated/datasets.json' with { type: 'json' };

export interface DatasetFacts {
  readonly title: string;
  readonly authority: string;
  /** ISO code of the country that decides; `un` and `eu` as they are. */
  readonly country: string;
  /** The publisher's page for people. */
  readonly page?: string;
  /** The publisher's own addresses by part of the list; none if it cannot be fetched. */
  readonly fetch?: Readonly<Record<string, string>>;
  /** `compatible` for a publisher whose server only knows programs that call themselves like a browser. */
  readonly agent?: string;
  /** Bytes of one file at most. @default DEFAULT_MAX_BYTES of fetch.ts */
  readonly maxBytes?: number;
  /** Days after which a version counts as stale. @default DEFAULT_MAX_AGE_DAYS */
  readonly maxAgeDays?: number;
  /** Of a list that was closed: the first day on which it no longer counts. */
  readonly until?: string;
  /** Of a list that was closed: the one that took its place. */
  readonly replacedBy?: string;
}

/** One working day plus a weekend: what a list published on a Friday may reach before the next one is due. */
export const DEFAULT_MAX_AGE_DAYS = 4;

/** What a dataset may be called: as OpenSanctions calls its own, since the name is also a folder. */
export const DATASET_NAME: RegExp = /^[a-z][a-z0-9_]{1,63}$/u;

export const DATASETS: Readonly<Record<string, DatasetFacts>> = datasets;

/** The facts of an official list; undefined for a list of the user's own. */
export function datasetFacts(name: string): DatasetFacts | undefined {
  return Object.hasOwn(DATASETS, name) ? DATASETS[name] : undefined;
}

/**
 * The addresses of a list, as `fetchList` takes them; empty if there are none.
 * @param instead addresses from the configuration: if there are any, the publisher's own are not used
 */
export function fetchSources(
  name: string,
  instead: Readonly<Record<string, string>> = {},
): { readonly part: string; readonly address: string }[] {
  const addresses = Object.keys(instead).length > 0 ? instead : (datasetFacts(name)?.fetch ?? {});
  return Object.entries(addresses).map(([part, address]) => ({ part, address }));
}

/** What a person calls a list. */
export function datasetTitle(name: string): string {
  return datasetFacts(name)?.title ?? name;
}

/** The lists that serve where `required` is required on a day: itself, and a forerunner that was not yet closed. */
export function datasetsServingAs(required: string, day: string): string[] {
  const forerunners = Object.entries(DATASETS)
    .filter(([, facts]) => facts.replacedBy === required && facts.until !== undefined && day < facts.until)
    .map(([name]) => name);
  return [required, ...forerunners];
}
