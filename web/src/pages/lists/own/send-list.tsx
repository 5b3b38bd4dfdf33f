// Sends a list of the user's own. It is read at once and held: nothing is used before a person has looked at it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { postForm } from '../../../api/client.ts';
import type { ListReview } from '../../../api/types.ts';
import { Button } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import { FileDrop } from '../../../components/file-drop.tsx';
import { Failure } from '../../../components/states.tsx';
import { TextButton } from '../../../components/text-button.tsx';
import { ColumnFields, type ColumnsSaid } from './column-fields.tsx';
import { HEAD_BYTES, headingsOf } from './headings.ts';

interface SendListProps {
  /** The list that is replaced. @default a new one, which is to be named */
  readonly dataset?: string;
  /** The server's day. */
  readonly today: string;
  /** It was sent, or is not to be. */
  readonly onDone: () => void;
}

interface ChosenFile {
  readonly file: File;
  /** Of a table; none of another kind of file. */
  readonly headings: readonly string[];
}

/** As the names of lists are written. */
const NAME = /^[a-z][a-z0-9_]{1,63}$/u;

export function SendList({ dataset, today, onDone }: SendListProps) {
  const client = useQueryClient();
  const [name, setName] = useState(dataset ?? '');
  const [published, setPublished] = useState(today);
  const [chosen, setChosen] = useState<ChosenFile>();
  const [columns, setColumns] = useState<ColumnsSaid>({});
  const sending = useMutation({
    mutationFn: ({ file }: ChosenFile) =>
      postForm<ListReview>('/lists', formOf(file, name, published, columns)),
    onSuccess: async ({ version }) => {
      await client.invalidateQueries();
      if (version.status === 'held') onDone();
    },
  });
  const choose = async (file: File): Promise<void> => {
    setChosen({ file, headings: headingsOf(await file.slice(0, HEAD_BYTES).text()) });
    setColumns({});
    sending.reset();
    if (name === '') setName(nameFrom(file.name));
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen) sending.mutate(chosen);
  };
  const isNamed = NAME.test(name);
  return (
    <form onSubmit={submit} className="no-print mt-4">
      <FileDrop
        label={chosen ? 'Open another file' : 'Open a list'}
        accept=".csv,.tsv,.txt,.json,.jsonl,.yml,.yaml"
        isBusy={sending.isPending}
        onFile={(file) => void choose(file)}
      >
        {chosen ? (
          <p className="break-words">
            <bdi>{chosen.file.name}</bdi>, {sizeOf(chosen.file)}
          </p>
        ) : (
          <p>Drop a list here: CSV with one party a row, YAML, or FollowTheMoney entities as JSON lines.</p>
        )}
        <p className="text-sm text-quiet">You see what was read of it before it is used.</p>
      </FileDrop>
      <div className="mt-4 grid gap-3 sm:grid-cols-2">
        {dataset === undefined && (
          <Field
            label="Name of the list"
            value={name}
            onChange={(event) => setName(event.target.value)}
            hint="Small letters, digits and underscores: house_list."
            problem={
              name === '' || isNamed
                ? undefined
                : 'Only small letters, digits and _, beginning with a letter.'
            }
            autoComplete="off"
            spellCheck={false}
          />
        )}
        <Field
          label="Day of the list"
          type="date"
          max={today}
          required
          value={published}
          onChange={(event) => setPublished(event.target.value)}
          hint="From this day on it is asked."
        />
      </div>
      {chosen && chosen.headings.length > 0 && (
        <ColumnFields
          headings={chosen.headings}
          said={columns}
          isOpen={sending.error !== null || Object.keys(columns).length > 0}
          onChange={setColumns}
        />
      )}
      <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit" disabled={!chosen || !isNamed || sending.isPending}>
          {sending.isPending ? 'Reading …' : 'Read the list'}
        </Button>
        <TextButton onClick={onDone}>Leave it</TextButton>
      </div>
      {sending.data?.version.status === 'in-use' && (
        <p role="status" className="mt-3">
          This very file is in use already; nothing was changed.
        </p>
      )}
      {sending.isPending && <p role="status">The list is being read …</p>}
      {sending.error && (
        <>
          <Failure error={sending.error} />
          <p className="mt-2 text-sm text-quiet">
            Nothing was changed. Correct the file, or say above what its columns are, and read it again.
          </p>
        </>
      )}
    </form>
  );
}

function formOf(file: File, dataset: string, published: string, columns: ColumnsSaid): FormData {
  const form = new FormData();
  form.append('dataset', dataset);
  form.append('published', published);
  if (Object.keys(columns).length > 0) form.append('columns', JSON.stringify(columns));
  form.append('file', file);
  return form;
}

/** "House list (2).csv" makes house_list_2. */
function nameFrom(fileName: string): string {
  const plain = fileName
    .replace(/\.[^.]*$/u, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '_');
  return plain.replace(/^[^a-z]+|_+$/gu, '').slice(0, 64);
}

function sizeOf({ size }: File): string {
  return size < 100_000 ? `${size.toLocaleString('en')} bytes` : `${(size / 1_000_000).toFixed(1)} MB`;
}
