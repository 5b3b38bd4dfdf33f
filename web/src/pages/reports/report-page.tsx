// One report, or several of them together, as the address names them.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { getJson } from '../../api/client.ts';
import type { Reading } from '../../api/types.ts';
import { Failure, Loading } from '../../components/states.tsx';
import { reportsIn } from '../../layout/addresses.ts';
import { Page } from '../../layout/page.tsx';
import { CompareReports } from './compare/compare-reports.tsx';
import { OneReport } from './one-report.tsx';

export function ReportPage() {
  const { ids = '' } = useParams<{ ids: string }>();
  const articles = reportsIn(ids);
  const { data, error, refetch } = useQuery({
    queryKey: ['readings', ...articles],
    queryFn: ({ signal }) =>
      getJson<Reading>(`/readings?articles=${articles.map(encodeURIComponent).join(',')}`, signal),
  });
  if (data) {
    const [article] = data.articles;
    if (article && data.articles.length === 1) return <OneReport reading={data} article={article} />;
    return <CompareReports reading={data} />;
  }
  return (
    <Page title={articles.length > 1 ? 'Reports compared' : 'Report'}>
      {error ? <Failure error={error} retry={() => void refetch()} /> : <Loading what="what was read" />}
      {error && (
        <p className="mt-6 text-sm">
          <Link href="/reports" className="text-accent underline">
            All reports
          </Link>
        </p>
      )}
    </Page>
  );
}
