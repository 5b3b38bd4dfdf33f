// What the marks in a report mean.
import type { Claim } from '../../../api/types.ts';
import { ClaimStatus, STATUS_MEANINGS } from '../../../components/claim-status.tsx';
import { CLAIM_LINES, LISTED_MARK, NAMED_MARK } from './claim-line.ts';

const MODALITIES: readonly Claim['modality'][] = ['official-act', 'asserted', 'alleged', 'denied', 'planned'];

export function Legend({ claims }: { readonly claims: readonly Claim[] }) {
  const present = MODALITIES.filter((modality) => claims.some((claim) => claim.modality === modality));
  return (
    <section aria-labelledby="legend" className="text-sm">
      <h2 id="legend" className="font-semibold">
        The marks
      </h2>
      <ul className="mt-1 space-y-1">
        <li>
          <span className={`px-0.5 ${LISTED_MARK}`}>Name</span> on a list
        </li>
        <li>
          <span className={`px-0.5 ${NAMED_MARK}`}>Name</span> on no list, or not of a party
        </li>
        {present.map((modality) => (
          <li key={modality}>
            <span className={CLAIM_LINES[modality]}>words</span> <ClaimStatus modality={modality} />
            <span className="block text-quiet">{STATUS_MEANINGS[modality]}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-quiet">
        A number stands at the end of each claim. It, and a name on a list, opens what is known of it.
      </p>
    </section>
  );
}
