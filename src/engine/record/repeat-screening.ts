// Asks a recorded question again: with the very list versions, the cut links, the day, the moment, the id and the
// options of then. The state of the lists (how old they were known to be) and the claims shown beside a party are
// facts of that moment too, and are taken from the record.
import type { ScreeningContent } from '../../cases/record/content.ts';
import type { RecordedList } from '../../cases/record/entry.ts';
import type { Screening } from '../../model/screening.ts';
import { screenParty } from '../../screen/screen-party.ts';
import { ENGINE_VERSION } from '../version.ts';
import type { Repetition } from './record-service.ts';
import { openRecordedLists, type RepeatParts } from './recorded-lists.ts';

/**
 * The answer to a recorded question, given again.
 * @throws InterdictError RECORD_NOT_REPEATABLE if a list version is not stored any more
 */
export async function repeatScreening(
  parts: RepeatParts,
  { input, answer }: ScreeningContent,
  lists: readonly RecordedList[],
): Promise<Repetition<Screening>> {
  const { screener, changed } = await openRecordedLists(parts, lists, input.cuts);
  const { id, at, asOf, query } = answer;
  const setting = { id, at, asOf, engineVersion: ENGINE_VERSION, lists: answer.lists };
  const { limit, cutoff } = input;
  const repeated = screenParty(screener, query, setting, {
    ...(limit === undefined ? {} : { limit }),
    ...(cutoff === undefined ? {} : { cutoff }),
  });
  const claims = new Map(answer.results.map((result) => [result.id, result.claims]));
  const results = repeated.results.map((result) => ({ ...result, claims: claims.get(result.id) ?? [] }));
  return { answer: { ...repeated, results }, changed };
}
