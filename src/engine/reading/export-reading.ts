// A reading in the formats that others take, as lines: JSON lines, FollowTheMoney, schema.org ClaimReview.
import { toFollowTheMoney } from '../../model/entity.ts';
import type { Reading } from '../../model/reading.ts';
import { claimReviewsOf } from '../../news/export/claim-review.ts';
import { followTheMoneyOf } from '../../news/export/follow-the-money.ts';
import { jsonLinesOf } from '../../news/export/json-lines.ts';

export type ExportFormat = 'jsonl' | 'ftm' | 'claimreview';

/** Who is named as the author of a review that no person has made. */
export const REVIEWER = 'Interdict';

/**
 * The lines of an export, each with its line end.
 * @param today day of the export, `YYYY-MM-DD`
 */
export function* exportLines(
  reading: Reading,
  format: ExportFormat,
  today: string,
  reviewer: string = REVIEWER,
): Generator<string> {
  switch (format) {
    case 'jsonl':
      return yield* jsonLinesOf(reading);
    case 'ftm':
      for (const entity of followTheMoneyOf(reading)) yield `${JSON.stringify(toFollowTheMoney(entity))}\n`;
      return;
    case 'claimreview':
      for (const review of claimReviewsOf(reading, today, reviewer)) yield `${JSON.stringify(review)}\n`;
  }
}
