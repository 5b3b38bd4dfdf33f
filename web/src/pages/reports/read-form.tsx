// One box for a report: its text, or its address, or a file that is dropped or opened. When it was read, its page opens.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { postForm, postJson } from '../../api/client.ts';
import type { Reading } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { Failure } from '../../components/states.tsx';
import { reportsAddress } from '../../layout/addresses.ts';

const FACTS = [
  { name: 'title', label: 'Headline' },
  { name: 'publisher', label: 'Outlet' },
  { name: 'published', label: 'Published', placeholder: '2023-03-31' },
  { name: 'url', label: 'Address' },
] as const;

type KnownFacts = Partial<Record<(typeof FACTS)[number]['name'], string>>;

export function ReadForm() {
  const [text, setText] = useState('');
  const [facts, setFacts] = useState<KnownFacts>({});
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const reading = useMutation({
    mutationFn: (report: File | string) => read(report, facts),
    onSuccess: ({ articles }) => {
      void client.invalidateQueries({ queryKey: ['articles'] });
      void client.invalidateQueries({ queryKey: ['claims'] });
      navigate(reportsAddress(articles.map(({ id }) => id)));
    },
  });
  const isAddress = addressIn(text) !== undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') reading.mutate(text);
  };
  return (
    <form onSubmit={submit} className="no-print" aria-busy={reading.isPending}>
      <FileDrop
        label="Open a file"
        accept=".txt,.html,.htm,.pdf"
        isBusy={reading.isPending}
        onFile={(file) => reading.mutate(file)}
        actions={
          <Button isMain type="submit" disabled={reading.isPending || text.trim() === ''}>
            {reading.isPending ? 'Reading …' : isAddress ? 'Fetch and read' : 'Read'}
          </Button>
        }
      >
        <label htmlFor="report" className="mb-1 block text-sm font-medium">
          Paste a report or its address
        </label>
        <textarea
          id="report"
          value={text}
          onChange={(event) => setText(event.target.value)}
          rows={5}
          dir="auto"
          aria-describedby="report-note"
          className="w-full rounded border border-rule bg-sheet px-3 py-2 font-serif text-lg"
        />
        <p id="report-note" className="text-sm text-quiet">
          Or drop a file here: text, HTML or PDF. What is read is kept and goes into the record.
        </p>
        <details className="mt-3">
          <summary className="text-sm font-medium text-accent">What is known of it</summary>
          <div className="mt-3 mb-2 grid gap-3 sm:grid-cols-2">
            {FACTS.map(({ name, ...field }) => (
              <Field
                key={name}
                {...field}
                value={facts[name] ?? ''}
                onChange={(event) => setFacts({ ...facts, [name]: event.target.value })}
              />
            ))}
          </div>
        </details>
      </FileDrop>
      {reading.error && <Failure error={reading.error} />}
    </form>
  );
}

async function read(report: File | string, facts: KnownFacts): Promise<Reading> {
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value.trim() !== ''));
  if (typeof report === 'string') {
    const url = addressIn(report);
    return await postJson<Reading>('/read', url === undefined ? { text: report, ...known } : { url });
  }
  const form = new FormData();
  // Fields before the file: the server reads a form in its order.
  for (const [name, value] of Object.entries(known)) form.append(name, value);
  form.append('file', report);
  return await postForm<Reading>('/read', form);
}

/** The address, if a text is one and nothing else. */
function addressIn(text: string): string | undefined {
  const trimmed = text.trim();
  return /^https?:\/\/\S+$/i.test(trimmed) && URL.canParse(trimmed) ? trimmed : undefined;
}
