// What reports say about the party, by the day on which they said it: who speaks, what the statement is allowed to be,
// how it is graded, and what contradicts it. A claim is no fact because a report has it.
import { Link } from 'wouter';
import type { ArticleFacts, Claim } from '../../api/types.ts';
import { ClaimEntry } from '../../components/claim-entry.tsx';
import { isTelling } from '../../components/claim-words.ts';
import { FindingEntry } from '../../components/finding-entry.tsx';
import { ReportLink } from '../../components/report-link.tsx';
import { Empty, Failure, Loading } from '../../components/states.tsx';
import { useClaimsAbout } from '../../components/use-claims-about.ts';

export function Claims({ party }: { readonly party: string }) {
  const { data, error, refetch } = useClaimsAbout(party);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading what="what reports say" />;
  if (data.claims.length === 0)
    return (
      <Empty>
        No report that was read speaks of this party.{' '}
        <Link href="/reports" className="text-accent underline">
          Read a report
        </Link>
      </Empty>
    );
  const articles = new Map(data.articles.map((article) => [article.id, article]));
  const [telling, rest] = [data.claims.filter(isTelling), data.claims.filter((claim) => !isTelling(claim))];
  return (
    <>
      {data.findings.length > 0 && (
        <div className="mb-8 space-y-5">
          <h3 className="font-semibold">What does not fit together</h3>
          {data.findings.map((finding) => (
            <FindingEntry
              key={finding.id}
              finding={finding}
              sourceOf={({ article }) => <ReportLink id={article} article={articles.get(article)} />}
            />
          ))}
        </div>
      )}
      {telling.length > 0 && <Timeline claims={telling} articles={articles} />}
      {rest.length > 0 && (
        <details className="mt-4">
          <summary className="text-sm font-medium text-accent">
            {telling.length > 0 ? `${rest.length} more: ` : `${rest.length}: `}background, and what is said
            twice
          </summary>
          <div className="mt-3">
            <Timeline claims={rest} articles={articles} />
          </div>
        </details>
      )}
    </>
  );
}

interface TimelineProps {
  readonly claims: readonly Claim[];
  readonly articles: ReadonlyMap<string, ArticleFacts>;
}

function Timeline({ claims, articles }: TimelineProps) {
  return (
    <ol className="border-l-2 border-rule">
      {byDay(claims).map(([day, ofDay]) => (
        <li key={day} className="relative pb-6 pl-5 last:pb-0">
          <span aria-hidden className="absolute top-2 -left-[5px] size-2 rounded-full bg-accent" />
          <h3 className="text-sm text-quiet">{day === '' ? 'Day not given' : `Reported on ${day}`}</h3>
          <ul className="mt-2 space-y-5">
            {ofDay.map((claim) => (
              <ClaimEntry key={claim.id} claim={claim} article={articles.get(claim.article)} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** The claims of each day, the earliest day first; those whose report gives no day last. */
function byDay(claims: readonly Claim[]): [day: string, claims: Claim[]][] {
  const days = Map.groupBy(claims, ({ provenance }) => provenance.published?.slice(0, 10) ?? '');
  return [...days].sort(([left], [right]) => (left || '9999').localeCompare(right || '9999'));
}
