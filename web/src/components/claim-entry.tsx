// One claim of a report: what it may count as, the words, who speaks, and how it is graded.
import type { ArticleFacts, Claim } from '../api/types.ts';
import { ClaimHead } from './claim-head.tsx';
import { FORM_WORDS, REVIEW_WORDS, speakerOf, wordsOf } from './claim-words.ts';
import { GradeNote } from './grade-note.tsx';
import { Quotation } from './quotation.tsx';
import { ReportLink } from './report-link.tsx';

interface ClaimEntryProps {
  readonly claim: Claim;
  readonly article: ArticleFacts | undefined;
}

export function ClaimEntry({ claim, article }: ClaimEntryProps) {
  const { event, form, grade, review } = claim;
  const happened = event.dates.find(({ from }) => from !== undefined)?.from;
  const speaker = speakerOf(claim);
  return (
    <li>
      <ClaimHead claim={claim}>{happened && `, ${happened}`}</ClaimHead>
      <Quotation words={wordsOf(claim)} className="mt-1 text-lg" />
      <div className="mt-1 text-sm">
        {speaker !== article?.publisher && (
          <>
            <span className="font-medium">{speaker}</span> in{' '}
          </>
        )}
        <ReportLink id={claim.article} article={article} claim={claim.id} />
        <span className="text-quiet">
          , {FORM_WORDS[form]}
          {review.state !== 'auto' && `, ${REVIEW_WORDS[review.state]}${review.by ? ` by ${review.by}` : ''}`}
        </span>
        , <GradeNote grade={grade} />
      </div>
    </li>
  );
}
