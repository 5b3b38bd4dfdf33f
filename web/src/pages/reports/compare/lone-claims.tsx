// The claims that only one of the reports makes, folded up: the comparison is about the others.
import type { Article, Claim } from '../../../api/types.ts';
import { ClaimStatus } from '../../../components/claim-status.tsx';
import { speakerOf, wordsOf } from '../../../components/claim-words.ts';
import { Quotation } from '../../../components/quotation.tsx';
import { ReportLink } from '../../../components/report-link.tsx';

interface LoneClaimsProps {
  readonly article: Article;
  readonly claims: readonly Claim[];
}

export function LoneClaims({ article, claims }: LoneClaimsProps) {
  const name = article.publisher ?? article.title ?? article.id;
  if (claims.length === 0) return <p className="py-1 text-quiet">{name}: none.</p>;
  return (
    <details className="py-1">
      <summary className="font-medium text-accent">
        {name}: {claims.length === 1 ? 'one claim' : `${claims.length} claims`}
      </summary>
      <ul className="mt-2 mb-4 space-y-4 border-l-2 border-rule pl-4">
        {claims.map((claim) => (
          <li key={claim.id}>
            <ClaimStatus modality={claim.modality} certainty={claim.certainty} />
            <Quotation words={wordsOf(claim)} />
            <p className="text-sm text-quiet">
              {speakerOf(claim)}, <ReportLink id={claim.article} article={article} claim={claim.id} />
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
