// Removes a list of the user's own with all its versions. Asked once more, in place.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../api/client.ts';
import { Button } from '../../../components/button.tsx';
import { Failure } from '../../../components/states.tsx';
import { TextButton } from '../../../components/text-button.tsx';

interface RemoveListProps {
  readonly dataset: string;
  readonly onKept: () => void;
}

export function RemoveList({ dataset, onKept }: RemoveListProps) {
  const client = useQueryClient();
  const removing = useMutation({
    mutationFn: () => request(`/lists/${encodeURIComponent(dataset)}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <div className="no-print mt-3 border-l-4 border-rule pl-4">
      <p>
        The list goes with all its versions. Nobody is found on it any more, and answers that it had a part in
        cannot be asked again.
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button autoFocus disabled={removing.isPending} onClick={() => removing.mutate()}>
          Remove {dataset}
        </Button>
        <TextButton onClick={onKept}>Keep it</TextButton>
      </div>
      {removing.error && <Failure error={removing.error} />}
    </div>
  );
}
