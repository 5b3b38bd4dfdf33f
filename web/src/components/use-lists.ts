// The lists as the server knows them, asked once for all that wants them.
import { useQuery } from '@tanstack/react-query';
import { getJson } from '../api/client.ts';
import type { Lists } from '../api/types.ts';

export const LISTS_KEY = ['lists'] as const;

export function useLists() {
  return useQuery({ queryKey: LISTS_KEY, queryFn: ({ signal }) => getJson<Lists>('/lists', signal) });
}

/** What a person calls a list; its id until the titles are there, and for lists that have none. */
export function useListTitle(): (dataset: string) => string {
  const { data } = useLists();
  const titles = new Map(data?.lists.map(({ dataset, title }) => [dataset, title]));
  return (dataset) => titles.get(dataset) ?? dataset;
}
