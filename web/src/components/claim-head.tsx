// What a claim may count as, and what it tells of, in a line.
import type { ReactNode } from 'react';
import type { Claim } from '../api/types.ts';
import { ClaimStatus } from './claim-status.tsx';
import { EVENT_WORDS } from './claim-words.ts';

interface ClaimHeadProps {
  readonly claim: Claim;
  /** What stands before the status: a number. */
  readonly before?: ReactNode;
  /** What goes on behind the event, with its comma. */
  readonly children?: ReactNode;
}

export function ClaimHead({ claim, before, children }: ClaimHeadProps) {
  const { event, modality, certainty, polarity } = claim;
  return (
    <p className="flex flex-wrap items-baseline gap-x-3">
      {before}
      <ClaimStatus modality={modality} certainty={certainty} />
      <span className="text-sm text-quiet">
        {EVENT_WORDS[event.type]}
        {event.phase && `, ${event.phase}`}
        {polarity === -1 && ', said not to be so'}
        {children}
      </span>
    </p>
  );
}
