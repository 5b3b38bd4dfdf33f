// What the reports that were read claim about a party, with what does not fit together.
import { useQuery } from '@tanstack/react-query';
import { getJson } from '../api/client.ts';
import type { Claims } from '../api/types.ts';

export function useClaimsAbout(party: string) {
  return useQuery({
    queryKey: ['claims', 'about', party],
    queryFn: ({ signal }) => getJson<Claims>(`/claims?about=${encodeURIComponent(party)}`, signal),
  });
}
