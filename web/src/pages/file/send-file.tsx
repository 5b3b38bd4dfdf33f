// Takes a customer file: dropped or opened. Nothing is screened before its columns are said.
import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { postForm } from '../../api/client.ts';
import { FileDrop } from '../../components/file-drop.tsx';
import { Failure } from '../../components/states.tsx';
import { type FilePreview, pageOf } from './job.ts';

export function SendFile() {
  const [, navigate] = useLocation();
  const sending = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return postForm<FilePreview>('/files', form);
    },
    onSuccess: ({ job }) => navigate(pageOf(job)),
  });
  return (
    <>
      <FileDrop
        isMain
        label={sending.isPending ? 'Sending …' : 'Open a file'}
        accept=".csv,.tsv,.txt,.jsonl,.json,.xlsx"
        isBusy={sending.isPending}
        onFile={(file) => sending.mutate(file)}
      >
        <p>Drop a file here: CSV, XLSX or JSON lines, one party a row.</p>
        <p className="text-sm text-quiet">You say what its columns are before anything is screened.</p>
      </FileDrop>
      {sending.error && <Failure error={sending.error} />}
    </>
  );
}
