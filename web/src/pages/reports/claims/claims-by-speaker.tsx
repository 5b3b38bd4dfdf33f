// The claims of a report by who makes them; what an authority did first, what is only planned last.
import type { Claim } from '../../../api/types.ts';
import { speakerOf } from '../../../components/claim-words.ts';
import type { Opened } from '../text/report-text.tsx';
import { ReportClaim } from './report-claim.tsx';

const ORDER: readonly Claim['modality'][] = ['official-act', 'asserted', 'alleged', 'denied', 'planned'];

interface ClaimsBySpeakerProps {
  readonly claims: readonly Claim[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly onOpen: (opened: Opened) => void;
}

export function ClaimsBySpeaker({ claims, numbers, onOpen }: ClaimsBySpeakerProps) {
  const rank = ({ modality }: Claim): number => ORDER.indexOf(modality);
  return (
    <div className="space-y-8">
      {[...Map.groupBy(claims, speakerOf)].map(([speaker, said]) => (
        <section key={speaker} aria-label={`Claims of ${speaker}`}>
          <h3 dir="auto" className="font-serif text-xl font-semibold">
            {speaker}
          </h3>
          <ul className="mt-2 space-y-6 border-l-2 border-rule pl-4">
            {said
              .toSorted((left, right) => rank(left) - rank(right))
              .map((claim) => (
                <ReportClaim key={claim.id} claim={claim} numbers={numbers} onOpen={onOpen} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
