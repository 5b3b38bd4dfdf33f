// Claims that more than one report makes: the words of each beside those of the others, and how many origins they have.
// Outlets are many and origins few; two outlets with one briefing are one origin.
import type { Article, Claim, ClaimCluster } from '../../../api/types.ts';
import { ClaimStatus } from '../../../components/claim-status.tsx';
import { EVENT_WORDS, wordsOf } from '../../../components/claim-words.ts';
import { Quotation } from '../../../components/quotation.tsx';
import { ReportLink } from '../../../components/report-link.tsx';

interface SharedClaimsProps {
  readonly clusters: readonly ClaimCluster[];
  readonly claims: readonly Claim[];
  readonly articles: ReadonlyMap<string, Article>;
}

export function SharedClaims({ clusters, claims, articles }: SharedClaimsProps) {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return (
    <ul className="space-y-8">
      {clusters.map((cluster) => (
        <SharedClaim
          key={cluster.id}
          cluster={cluster}
          claims={cluster.claims.flatMap((id) => byId.get(id) ?? [])}
          articles={articles}
        />
      ))}
    </ul>
  );
}

interface SharedClaimProps {
  readonly cluster: ClaimCluster;
  readonly claims: readonly Claim[];
  readonly articles: ReadonlyMap<string, Article>;
}

function SharedClaim({ cluster, claims, articles }: SharedClaimProps) {
  const { origins } = cluster;
  const reports = new Set(claims.map(({ article }) => article)).size;
  const events = [...new Set(claims.map(({ event }) => EVENT_WORDS[event.type]))];
  return (
    <li>
      <p>
        <span className="font-semibold">
          {reports} reports, {origins.length} {origins.length === 1 ? 'origin' : 'origins'}
        </span>
        , {events.join(', ')}
        <span className="text-quiet">
          . {origins.length === 1 ? 'Origin' : 'Origins'}: {origins.join('; ')}
        </span>
      </p>
      <div className="mt-2 grid gap-4 border-l-4 border-rule pl-4 sm:grid-cols-2">
        {claims.map((claim) => (
          <figure key={claim.id}>
            <ClaimStatus modality={claim.modality} certainty={claim.certainty} />
            <Quotation words={wordsOf(claim)} className="text-lg" />
            <figcaption className="text-sm text-quiet">
              <ReportLink id={claim.article} article={articles.get(claim.article)} claim={claim.id} />
            </figcaption>
          </figure>
        ))}
      </div>
    </li>
  );
}
