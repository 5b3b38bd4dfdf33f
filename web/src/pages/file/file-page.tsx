// A file of customers: sent, its columns said, screened in the background, looked through, downloaded. Which file it is
// stands in the address, so that a reloaded page goes on where it was.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation, useSearch } from 'wouter';
import { ApiError, getJson } from '../../api/client.ts';
import { Section } from '../../components/section.tsx';
import { Failure, Loading } from '../../components/states.tsx';
import { Page } from '../../layout/page.tsx';
import { FileList } from './file-list.tsx';
import { type JobStatus, pathOf } from './job.ts';
import { MapColumns } from './map-columns.tsx';
import { Progress } from './progress.tsx';
import { Results } from './results.tsx';
import { Rows } from './rows.tsx';
import { SendFile } from './send-file.tsx';

/** Milliseconds between two looks at a file that is being screened. */
const BETWEEN_LOOKS = 700;

export function FilePage() {
  const job = new URLSearchParams(useSearch()).get('job');
  return job ? <OneFile job={job} /> : <NoFile />;
}

function NoFile() {
  return (
    <Page
      title="A customer file"
      intro="Screens every row of a table against the lists. A file and its results are kept on this server for a day, or until you remove them; what was decided stays in the record."
    >
      <SendFile />
      <FileList />
    </Page>
  );
}

function OneFile({ job }: { readonly job: string }) {
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['file', job],
    queryFn: ({ signal }) => getJson<JobStatus>(pathOf(job), signal),
    refetchInterval: ({ state }) => (state.data && isGoing(state.data) ? BETWEEN_LOOKS : false),
  });
  if (!data)
    return (
      <Page title="A customer file">
        {error ? <Failure error={error} retry={() => void refetch()} /> : <Loading what="the file" />}
        {error && <AnotherFile />}
      </Page>
    );
  const look = (): void => void refetch();
  const removed = (): void => {
    client.removeQueries({ queryKey: ['file', job] });
    navigate('/file');
  };
  const { state } = data;
  return (
    <Page title={data.name} intro={<AnotherFile />}>
      {state === 'failed' && data.error && (
        <Failure error={new ApiError(data.error.code, data.error.message, data.error.remedy)} />
      )}
      {(isGoing(data) || state === 'cancelled') && (
        <Progress status={data} onStopped={look} onRemoved={removed} />
      )}
      {canBeStarted(data) && <MapColumns job={job} onStart={look} />}
      {(isGoing(data) || state === 'cancelled') && data.done > 0 && (
        <Section id="rows" title="Rows so far">
          <Rows job={job} decisions={data.decisions} />
        </Section>
      )}
      {state === 'finished' && <Results status={data} onRemoved={removed} />}
    </Page>
  );
}

function isGoing({ state }: JobStatus): boolean {
  return state === 'waiting' || state === 'running';
}

/** A file that failed or was stopped can be tried again, with other columns perhaps. */
function canBeStarted({ state }: JobStatus): boolean {
  return state === 'ready' || state === 'failed' || state === 'cancelled';
}

function AnotherFile() {
  return (
    <Link href="/file" className="no-print text-accent underline">
      All files
    </Link>
  );
}
