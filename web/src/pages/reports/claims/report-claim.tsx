// One claim, whole: what it may count as, its words, what is said to have happened, who speaks and through whom, how it
// is graded and why, and what a person said of it.
import type { Claim } from '../../../api/types.ts';
import { ClaimHead } from '../../../components/claim-head.tsx';
import { FORM_WORDS, speakerOf, wordsOf } from '../../../components/claim-words.ts';
import { GradeNote } from '../../../components/grade-note.tsx';
import { Quotation } from '../../../components/quotation.tsx';
import { TextButton } from '../../../components/text-button.tsx';
import type { Opened } from '../text/report-text.tsx';
import { ClaimFacts } from './claim-facts.tsx';
import { ClaimReview } from './claim-review.tsx';

interface ReportClaimProps {
  readonly claim: Claim;
  readonly numbers: ReadonlyMap<string, number>;
  readonly onOpen: (opened: Opened) => void;
}

export function ReportClaim({ claim, numbers, onOpen }: ReportClaimProps) {
  const { id, event, form, grade, zone, review } = claim;
  const number = numbers.get(id);
  return (
    <li>
      <ClaimHead
        claim={claim}
        before={
          <TextButton onClick={() => onOpen({ claims: [id] })} aria-label={`Claim ${number} in the text`}>
            {number}
          </TextButton>
        }
      />
      <Quotation
        words={wordsOf(claim)}
        className={`mt-1 text-lg ${review.state === 'rejected' ? 'line-through decoration-quiet' : ''}`}
      />
      <ClaimFacts event={event} />
      <div className="mt-1 text-sm">
        <span className="font-medium">{speakerOf(claim)}</span>
        <Way claim={claim} />
        <span className="text-quiet">
          , {FORM_WORDS[form]}
          {zone !== 'body' && `, in the ${zone}`}
        </span>
        , <GradeNote grade={grade} />
      </div>
      <Relation claim={claim} numbers={numbers} onOpen={onOpen} />
      <ClaimReview claim={claim} />
    </li>
  );
}

/** Through whom the words came, where that was not the speaker alone. */
function Way({ claim }: { readonly claim: Claim }) {
  const relays = claim.chain.filter(({ role }) => role === 'relay').map(({ name }) => name);
  if (relays.length === 0) return null;
  return <span className="text-quiet">, passed on by {relays.join(', then ')}</span>;
}

const ABOUT_WORDS: Readonly<Record<NonNullable<Claim['about']>['how'], string>> = {
  disputes: 'Disputes claim',
  supports: 'Supports claim',
  'evidence-gap': 'Tells that evidence is missing for claim',
};

function Relation({ claim, numbers, onOpen }: ReportClaimProps) {
  const { about, partOf, repeats } = claim;
  const relations: [words: string, other: string][] = [];
  if (about) relations.push([ABOUT_WORDS[about.how], about.claim]);
  if (partOf) relations.push(['Part of claim', partOf]);
  if (repeats) relations.push(['Says again claim', repeats]);
  if (relations.length === 0) return null;
  return (
    <p className="text-sm text-quiet">
      {relations.map(([words, other]) => (
        <span key={words + other} className="mr-3">
          {words}{' '}
          <TextButton onClick={() => onOpen({ claims: [other] })} aria-label={`Claim ${numbers.get(other)}`}>
            {numbers.get(other)}
          </TextButton>
        </span>
      ))}
    </p>
  );
}
