import { describe, expect, it } from 'vitest';
import { reading } from '../../../test/fixtures/readings.ts';
import { findCopies } from './copies.ts';

const REPORT = `A tanker that had left the Baltic port in early spring was stopped by coast guards on Tuesday evening.
Inspectors who went aboard found that its papers named a company which had been struck off the register in January.
The crew of nineteen was taken ashore and questioned until the next morning by officers of two agencies.
Port officials would not say who had chartered the ship, nor where its cargo had been meant to go.`;
const QUOTATION =
  '“We will not let sanctioned oil pass through our waters under any flag whatsoever, today or ever,”';

describe('articles', () => {
  it('are copies when most of their own words are the same', () => {
    const original = reading({ text: REPORT, article: { published: '2024-05-01' } });
    const copy = reading({ text: `Our paper has learnt:\n${REPORT}`, article: { published: '2024-05-02' } });
    for (const order of [
      [original, copy],
      [copy, original],
    ])
      expect(findCopies(order)).toMatchObject([
        { copy: copy.article.id, original: original.article.id, kind: 'copy' },
      ]);
  });

  it('are derived when a part of their words is the same', () => {
    const [first = '', second = ''] = REPORT.split('\n');
    const own = `The minister of transport spoke to members of parliament about new rules for ships on Thursday.
He did not wish to comment on single cases while these were before the courts of his country.
Members of the opposition called for a debate on whether such rules had any effect on trade at all.`;
    const derived = reading({ text: `${own}\n${first}\n${second}` });
    expect(findCopies([reading({ text: REPORT }), derived])).toMatchObject([{ kind: 'derived' }]);
  });

  it('that share only a quotation were written independently', () => {
    const quoting = (text: string) =>
      reading({
        text: `${text}\n${QUOTATION} the minister said.`,
        claims: [
          { content: QUOTATION, type: 'OTHER_CONTEXT', form: 'direct', source: { kind: 'government' } },
        ],
      });
    const other = `Customs officers have searched a ship whose owner nobody seems to know, three people told this paper.
It lay at anchor for most of the week before a pilot brought it to the outer quay under escort.
Lawyers for the charterer asked a judge for its release and were told to come back with documents.`;
    expect(findCopies([quoting(REPORT), quoting(other)])).toEqual([]);
  });
});
