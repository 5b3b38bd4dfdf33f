// Stops a file if it runs, and removes it with its results. Asks once more, in place.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { Failure } from '../../components/states.tsx';
import { TextButton } from '../../components/text-button.tsx';
import { pathOf } from './job.ts';

interface RemoveFileProps {
  readonly job: string;
  readonly word: string;
  readonly onRemoved: () => void;
}

export function RemoveFile({ job, word, onRemoved }: RemoveFileProps) {
  const [isSure, setSure] = useState(false);
  const client = useQueryClient();
  const removing = useMutation({
    mutationFn: () => request(pathOf(job), { method: 'DELETE' }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['files'] });
      onRemoved();
    },
  });
  return (
    <div className="no-print">
      {isSure ? (
        <p className="flex flex-wrap items-center gap-3">
          The file and its results go; what is in the record stays.
          <Button autoFocus disabled={removing.isPending} onClick={() => removing.mutate()}>
            {word}
          </Button>
          <TextButton onClick={() => setSure(false)}>Keep it</TextButton>
        </p>
      ) : (
        <TextButton onClick={() => setSure(true)}>{word}</TextButton>
      )}
      {removing.error && <Failure error={removing.error} />}
    </div>
  );
}
