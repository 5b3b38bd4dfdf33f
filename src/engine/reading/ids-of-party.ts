// Under which ids a listed party may stand in what was read: lists change, and with them which listing gives a party
// its id.
import { InterdictError } from '../../model/errors.ts';
import type { ScreeningService } from '../screening-service.ts';

/** The party's own id and those of its other listings; the id as it is where no list in use has it any more. */
export async function idsOfParty(
  id: string,
  screening: Pick<ScreeningService, 'party'>,
): Promise<readonly string[]> {
  try {
    const party = await screening.party(id);
    return [...new Set([id, party.id, ...party.referents])];
  } catch (error) {
    if (error instanceof InterdictError && error.code === 'QUERY_INVALID') return [id];
    throw error;
  }
}
