// A listed party as yente shows entities.
import type { ScreeningResult } from '../../model/screening.ts';
import { lastChangeOf } from './scope.ts';

type Shown = Pick<
  ScreeningResult,
  'id' | 'caption' | 'schema' | 'properties' | 'datasets' | 'referents' | 'listings' | 'links'
>;

export interface EntityAnswer {
  readonly id: string;
  readonly caption: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly unknown[]>>;
  readonly datasets: readonly string[];
  readonly referents: readonly string[];
  readonly target: boolean;
  /** When the party was first listed, as far as the lists tell; a moment without zone, as yente writes them. */
  readonly first_seen: string | null;
  /** Of the newest list that names it: the last moment at which that was known to be current. */
  readonly last_seen: string | null;
  readonly last_change: string | null;
}

/** When each list was last known to be current, ISO 8601. */
export type SeenAt = ReadonlyMap<string, string>;

export function entityAnswer(party: Shown, seenAt: SeenAt): EntityAnswer {
  const { id, caption, schema, properties, datasets, referents, listings } = party;
  const listed = listings.flatMap(({ listedOn }) => listedOn ?? []).sort();
  const seen = datasets.flatMap((dataset) => seenAt.get(dataset) ?? []).sort();
  return {
    id,
    caption,
    schema,
    properties,
    datasets,
    referents,
    target: true,
    first_seen: moment(listed[0]),
    last_seen: moment(seen.at(-1)),
    last_change: moment(lastChangeOf(party)),
  };
}

/** A day or moment as `YYYY-MM-DDThh:mm:ss`; a month or year has no such form and is left out. */
export function moment(text: string | undefined): string | null {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}/u.test(text)) return null;
  return `${text.slice(0, 10)}T${/T(\d{2}:\d{2}:\d{2})/u.exec(text)?.[1] ?? '00:00:00'}`;
}
