// A file that waits, is being screened, or was stopped: how far it is, and what was decided so far.
import { DecisionCounts } from '../../components/decision-counts.tsx';
import { STATE_WORDS } from './file-list.tsx';
import type { JobStatus } from './job.ts';
import { RemoveFile } from './remove-file.tsx';
import { Resumed } from './resumed.tsx';
import { StopFile } from './stop-file.tsx';

interface ProgressProps {
  readonly status: JobStatus;
  readonly onStopped: () => void;
  readonly onRemoved: () => void;
}

export function Progress({ status, onStopped, onRemoved }: ProgressProps) {
  const { job, state, rows, done, resumed, decisions } = status;
  const isStopped = state === 'cancelled';
  const amount =
    rows === undefined
      ? `${done.toLocaleString('en')} rows`
      : `${done.toLocaleString('en')} of ${rows.toLocaleString('en')} rows`;
  return (
    <>
      {/* Read out when the state changes, not with every row. */}
      <p role="status" className="text-lg">
        The file {isStopped ? 'was stopped' : STATE_WORDS[state]}.
      </p>
      {!isStopped && (
        <progress
          aria-label="Rows screened"
          value={rows ? done / rows : undefined}
          max={1}
          className="mt-2 h-2 w-full accent-accent"
        />
      )}
      <p className="mt-1 mb-4 text-sm text-quiet">{amount}</p>
      {resumed !== undefined && <Resumed rows={resumed} />}
      <DecisionCounts decisions={decisions} />
      <div className="no-print mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
        {!isStopped && <StopFile job={job} onStopped={onStopped} />}
        <RemoveFile
          job={job}
          word={isStopped ? 'Remove the file' : 'Stop and remove the file'}
          onRemoved={onRemoved}
        />
      </div>
    </>
  );
}
