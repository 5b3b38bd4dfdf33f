// The rows that are done, page by page, those of one decision if that is chosen.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getJson } from '../../api/client.ts';
import type { Decision } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { DecisionFilter } from '../../components/decision-counts.tsx';
import { Empty, Failure, Loading } from '../../components/states.tsx';
import { type JobStatus, pathOf, type RowsPage } from './job.ts';
import { RowEntry } from './row-entry.tsx';

const PAGE = 25;

interface RowsProps {
  readonly job: string;
  readonly decisions: JobStatus['decisions'];
}

export function Rows({ job, decisions }: RowsProps) {
  const [decision, setDecision] = useState<Decision>();
  const [offset, setOffset] = useState(0);
  // While the file is being screened its rows become more: a page that is not full yet is asked for again then.
  const known = Object.values(decisions).reduce((sum, count) => sum + count, 0);
  const { data, error, refetch } = useQuery({
    queryKey: ['file', job, 'rows', decision, offset, Math.min(known, offset + PAGE)],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ offset: String(offset), limit: String(PAGE) });
      if (decision) query.set('decision', decision);
      return getJson<RowsPage>(`${pathOf(job)}/rows?${query}`, signal);
    },
    placeholderData: keepPreviousData,
  });
  const choose = (next: Decision | undefined): void => {
    setDecision(next);
    setOffset(0);
  };
  return (
    <>
      <DecisionFilter decisions={decisions} chosen={decision} onChoose={choose} />
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading what="the rows" />}
      {data?.rows.length === 0 && <Empty>No row was decided so.</Empty>}
      <ol className="mt-2 divide-y divide-rule">
        {data?.rows.map((row) => (
          <RowEntry key={row.row} row={row} />
        ))}
      </ol>
      {data && data.total > PAGE && (
        <nav aria-label="Pages of rows" className="no-print mt-4 flex items-center gap-4">
          <Button disabled={offset === 0} onClick={() => setOffset(offset - PAGE)}>
            Earlier
          </Button>
          <span className="text-sm text-quiet">
            {(offset + 1).toLocaleString('en')} to {Math.min(offset + PAGE, data.total).toLocaleString('en')}{' '}
            of {data.total.toLocaleString('en')}
          </span>
          <Button disabled={offset + PAGE >= data.total} onClick={() => setOffset(offset + PAGE)}>
            Later
          </Button>
        </nav>
      )}
    </>
  );
}
