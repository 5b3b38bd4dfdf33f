// A version that lost so many parties that it is kept back until a person says that this is right.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { postJson } from '../../api/client.ts';
import type { ListVersion } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Failure } from '../../components/states.tsx';

interface HeldVersionProps {
  readonly dataset: string;
  readonly version: ListVersion;
}

export function HeldVersion({ dataset, version }: HeldVersionProps) {
  const client = useQueryClient();
  const confirm = useMutation({
    mutationFn: () =>
      postJson<ListVersion>(`/lists/${encodeURIComponent(dataset)}/confirm`, { version: version.version }),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <div className="mt-2 border-l-4 border-review pl-4 text-sm">
      <p>
        A version of {version.published} with {version.entities.toLocaleString('en')} parties is held back: it
        is smaller than the one before by more than a tenth. Look at what changed, then take it into use if it
        is right.
      </p>
      <Button className="no-print mt-2" disabled={confirm.isPending} onClick={() => confirm.mutate()}>
        Use this version
      </Button>
      {confirm.error && <Failure error={confirm.error} />}
    </div>
  );
}
