// What reports say of a found party, in short: whether they contradict each other, and the claims that count most.
import { Link } from 'wouter';
import type { Claim } from '../../api/types.ts';
import { partyAddress } from '../../layout/addresses.ts';
import { ClaimEntry } from '../claim-entry.tsx';
import { isTelling } from '../claim-words.ts';
import { Failure, Loading } from '../states.tsx';
import { useClaimsAbout } from '../use-claims-about.ts';

/** Claims that are shown here; the party's page has all. */
const SHOWN = 2;

const WEIGHT: readonly Claim['modality'][] = ['official-act', 'denied', 'alleged', 'asserted', 'planned'];

export function InTheReports({ party }: { readonly party: string }) {
  const { data, error, refetch } = useClaimsAbout(party);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading what="what reports say" />;
  const articles = new Map(data.articles.map((article) => [article.id, article]));
  const told = data.claims
    .filter(isTelling)
    .sort((left, right) => WEIGHT.indexOf(left.modality) - WEIGHT.indexOf(right.modality));
  const disagreements = data.findings.filter(({ severity }) => severity === 'high').length;
  return (
    <>
      {disagreements > 0 && (
        <p className="mt-1">
          <span className="font-semibold text-stop">Reports do not fit together</span> in{' '}
          {disagreements === 1 ? 'one grave point' : `${disagreements} grave points`}.
        </p>
      )}
      <ul className="mt-2 space-y-4">
        {told.slice(0, SHOWN).map((claim) => (
          <ClaimEntry key={claim.id} claim={claim} article={articles.get(claim.article)} />
        ))}
      </ul>
      <p className="mt-3 text-sm">
        <Link href={`${partyAddress(party)}#claims`} className="text-accent underline">
          {data.claims.length === 1 ? 'Open the claim' : `All ${data.claims.length} claims`}
        </Link>
      </p>
    </>
  );
}
