// One claim of a report: what it may count as, the words, who speaks, and how it is graded.
import type { ArticleFacts, Claim } from '../api/types.ts';
import { ClaimStatus } from './claim-status.tsx';
import { EVENT_WORDS, FORM_WORDS, REVIEW_WORDS, speakerOf, wordsOf } from './claim-words.ts';
import { GradeNote } from './grade-note.tsx';
import { ReportLink } from './report-link.tsx';

interface ClaimEntryProps {
  readonly claim: Claim;
  readonly article: ArticleFacts | undefined;
}

export function ClaimEntry({ claim, article }: ClaimEntryProps) {
  const { event, form, modality, certainty, grade, review, polarity } = claim;
  const happened = event.dates.find(({ from }) => from !== undefined)?.from;
  const speaker = speakerOf(claim);
  return (
    <li>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <ClaimStatus modality={modality} certainty={certainty} />
        <span className="text-sm text-quiet">
          {EVENT_WORDS[event.type]}
          {event.phase && `, ${event.phase}`}
          {polarity === -1 && ', said not to be so'}
          {happened && `, ${happened}`}
        </span>
      </p>
      <blockquote dir="auto" className="mt-1 font-serif text-lg">
        “{wordsOf(claim)}”
      </blockquote>
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
