// Stops a file that waits or is being screened, and keeps it: it can be started again.
import { useMutation } from '@tanstack/react-query';
import { postJson } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { Failure } from '../../components/states.tsx';
import { type JobStatus, pathOf } from './job.ts';

interface StopFileProps {
  readonly job: string;
  readonly onStopped: () => void;
}

export function StopFile({ job, onStopped }: StopFileProps) {
  const stopping = useMutation({
    mutationFn: () => postJson<JobStatus>(`${pathOf(job)}/stop`),
    onSuccess: onStopped,
  });
  return (
    <div>
      <Button disabled={stopping.isPending} onClick={() => stopping.mutate()}>
        Stop screening
      </Button>
      {stopping.error && <Failure error={stopping.error} />}
    </div>
  );
}
