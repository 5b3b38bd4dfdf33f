// Which lists are in force, and when each was last known to be current.
import type { ListVersion } from '../../engine/list-service.ts';
import type { Services } from '../services.ts';
import type { SeenAt } from './entity.ts';

export interface ListsInUse {
  readonly datasets: readonly string[];
  /** The day on which each was published. */
  readonly publishedAt: ReadonlyMap<string, string>;
  readonly seenAt: SeenAt;
}

export async function listsInUse({ screening }: Pick<Services, 'screening'>): Promise<ListsInUse> {
  const versions = await screening.versionsInUse();
  return {
    datasets: versions.map(({ dataset }) => dataset),
    publishedAt: new Map(versions.map(({ dataset, published }) => [dataset, published])),
    seenAt: new Map(versions.map((version) => [version.dataset, lastSeen(version)])),
  };
}

function lastSeen({ confirmedAt, retrievedAt }: ListVersion): string {
  return confirmedAt ?? retrievedAt;
}
