// The files that are on the server.
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { getJson } from '../../api/client.ts';
import { DecisionWord } from '../../components/decision.tsx';
import { Section } from '../../components/section.tsx';
import { Empty, Failure, Loading } from '../../components/states.tsx';
import { type JobStatus, pageOf } from './job.ts';

export const STATE_WORDS: Readonly<Record<JobStatus['state'], string>> = {
  ready: 'not started',
  waiting: 'waits for its turn',
  running: 'is being screened',
  finished: 'screened',
  failed: 'failed',
  cancelled: 'stopped',
};

export function FileList() {
  const { data, error, refetch } = useQuery({
    queryKey: ['files'],
    queryFn: ({ signal }) => getJson<JobStatus[]>('/files', signal),
    staleTime: 0,
  });
  return (
    <Section id="files" title="Files that are here">
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading what="the files" />}
      {data?.length === 0 && <Empty>No file is here.</Empty>}
      <ul className="divide-y divide-rule">
        {data?.map(({ job, name, state, rows, decision }) => (
          <li key={job} className="flex flex-wrap items-baseline justify-between gap-x-4 py-3">
            <Link href={pageOf(job)} className="min-w-0 break-words text-accent underline">
              {name}
            </Link>
            <span className="flex items-baseline gap-3 text-sm text-quiet">
              {rows !== undefined && `${rows.toLocaleString('en')} rows, `}
              {STATE_WORDS[state]}
              {decision && <DecisionWord decision={decision} />}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
