// A version that was sent and is not in use yet: what was read of it and what was not, and the choice.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { postJson, request } from '../../../api/client.ts';
import type { ListVersion } from '../../../api/types.ts';
import { Button } from '../../../components/button.tsx';
import { Failure } from '../../../components/states.tsx';
import { TextButton } from '../../../components/text-button.tsx';
import { versionPath } from '../version-path.ts';
import { VersionReview } from '../version-review.tsx';

interface HeldListProps {
  readonly dataset: string;
  /** Its hash. */
  readonly version: string;
}

export function HeldList({ dataset, version }: HeldListProps) {
  const client = useQueryClient();
  const changed = () => client.invalidateQueries();
  const using = useMutation({
    mutationFn: () => postJson<ListVersion>(`/lists/${encodeURIComponent(dataset)}/confirm`, { version }),
    onSuccess: changed,
  });
  const discarding = useMutation({
    mutationFn: () => request(versionPath(dataset, version), { method: 'DELETE' }),
    onSuccess: changed,
  });
  const isBusy = using.isPending || discarding.isPending;
  const error = using.error ?? discarding.error;
  return (
    <section
      aria-label={`Sent for ${dataset}, not in use yet`}
      className="mt-3 border-l-4 border-accent pl-4"
    >
      <h4 className="font-semibold">Sent, and not in use yet</h4>
      <VersionReview dataset={dataset} version={version} />
      <div className="no-print mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button disabled={isBusy} onClick={() => using.mutate()}>
          {using.isPending ? 'Taking it into use …' : 'Use this list'}
        </Button>
        <TextButton disabled={isBusy} onClick={() => discarding.mutate()}>
          Discard it
        </TextButton>
      </div>
      {error && <Failure error={error} />}
    </section>
  );
}
