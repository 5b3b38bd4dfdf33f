// What the columns of a file are, as guessed from their headings, for a person to correct; and which lists to ask.
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { getJson, postJson } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { Section } from '../../components/section.tsx';
import { Failure, Loading } from '../../components/states.tsx';
import { type ColumnChoice, columnsOf, guessedChoice, hasName } from './column-choice.ts';
import { ColumnTable } from './column-table.tsx';
import { type FilePreview, type JobStatus, pathOf } from './job.ts';
import { ListChoice, type ListQuestion } from './list-choice.tsx';

interface MapColumnsProps {
  readonly job: string;
  readonly onStart: () => void;
}

export function MapColumns({ job, onStart }: MapColumnsProps) {
  const { data, error, refetch } = useQuery({
    queryKey: ['file', job, 'preview'],
    queryFn: ({ signal }) => getJson<FilePreview>(`${pathOf(job)}/preview`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading what="its columns" />;
  return <MapForm preview={data} onStart={onStart} />;
}

interface MapFormProps {
  readonly preview: FilePreview;
  readonly onStart: () => void;
}

function MapForm({ preview, onStart }: MapFormProps) {
  const { job, description, headings, isEntities } = preview;
  const [choice, setChoice] = useState<ColumnChoice>(() => guessedChoice(preview));
  const [lists, setLists] = useState<ListQuestion>({ profile: '', asOf: '', dateOrder: 'day-first' });
  const starting = useMutation({
    mutationFn: () =>
      postJson<JobStatus>(`${pathOf(job)}/start`, {
        ...(isEntities ? {} : { columns: columnsOf(choice, headings) }),
        ...Object.fromEntries(Object.entries(lists).filter(([, value]) => value !== '')),
      }),
    onSuccess: onStart,
  });
  const isUsable = isEntities || hasName(choice);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    starting.mutate();
  };
  return (
    <form onSubmit={submit}>
      <p className="text-quiet">{description}</p>
      <Section id="columns" title="What its columns are">
        {isEntities ? (
          <p>The rows are FollowTheMoney entities: they say themselves what they are.</p>
        ) : (
          <ColumnTable preview={preview} choice={choice} onChange={setChoice} />
        )}
        {!isUsable && (
          <p role="alert" className="mt-3 text-stop">
            No column is a name yet; choose which one is.
          </p>
        )}
      </Section>
      <Section id="lists-asked" title="Which lists are asked">
        <ListChoice question={lists} hasDates={!isEntities} onChange={setLists} />
      </Section>
      <Button isMain type="submit" disabled={!isUsable || starting.isPending} className="mt-6">
        {starting.isPending ? 'Starting …' : 'Screen the file'}
      </Button>
      {starting.error && <Failure error={starting.error} />}
    </form>
  );
}
