// What a person says of a claim: confirmed, rejected, with a note. Pressing the pressed one again takes it back. Every
// answer is kept with who gave it and when.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check, MessageSquareText, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { postJson } from '../../../api/client.ts';
import type { Claim } from '../../../api/types.ts';
import { REVIEW_WORDS } from '../../../components/claim-words.ts';
import { Field } from '../../../components/field.tsx';
import { Failure } from '../../../components/states.tsx';
import { TextButton } from '../../../components/text-button.tsx';

type State = Claim['review']['state'];

const VERDICTS = [
  { state: 'confirmed', word: 'Confirm', Icon: Check, colour: 'text-clear' },
  { state: 'rejected', word: 'Reject', Icon: X, colour: 'text-stop' },
] as const;

export function ClaimReview({ claim: { id, review } }: { readonly claim: Claim }) {
  const client = useQueryClient();
  const [draft, setDraft] = useState<string>();
  const reviewing = useMutation({
    mutationFn: (answer: { state: State; note?: string }) =>
      postJson<Claim>(`/claims/${encodeURIComponent(id)}/review`, answer),
    onSuccess: async () => {
      setDraft(undefined);
      await Promise.all(
        [['readings'], ['claims'], ['party']].map((queryKey) => client.invalidateQueries({ queryKey })),
      );
    },
  });
  const { state, by, at, note } = review;
  const give = (next: State): void =>
    reviewing.mutate({ state: next, ...(note === undefined ? {} : { note }) });
  const keepNote = (event: FormEvent): void => {
    event.preventDefault();
    reviewing.mutate({ state, ...(draft?.trim() ? { note: draft.trim() } : {}) });
  };
  return (
    <div className="mt-1 text-sm">
      {(state !== 'auto' || note !== undefined) && (
        <p>
          {state !== 'auto' && <span className="font-medium">{capital(REVIEW_WORDS[state])}</span>}
          {state !== 'auto' && by && ` by ${by}`}
          {state !== 'auto' && at && `, ${at.slice(0, 10)}`}
          {note !== undefined && (
            <span className="text-quiet">
              {state === 'auto' ? 'Note' : '. Note'}: {note}
            </span>
          )}
        </p>
      )}
      <div className="no-print flex flex-wrap gap-2">
        {VERDICTS.map(({ state: verdict, word, Icon, colour }) => {
          const isGiven = state === verdict;
          return (
            <button
              key={verdict}
              type="button"
              aria-pressed={isGiven}
              disabled={reviewing.isPending}
              onClick={() => give(isGiven ? 'auto' : verdict)}
              className={`inline-flex min-h-8 items-center gap-1 rounded border px-2 ${
                isGiven ? `border-current font-medium ${colour}` : 'border-rule text-ink hover:border-accent'
              }`}
            >
              <Icon aria-hidden className="size-3.5" /> {word}
            </button>
          );
        })}
        <button
          type="button"
          aria-expanded={draft !== undefined}
          onClick={() => setDraft(draft === undefined ? (note ?? '') : undefined)}
          className="inline-flex min-h-8 items-center gap-1 rounded border border-rule px-2 hover:border-accent"
        >
          <MessageSquareText aria-hidden className="size-3.5" /> Note
        </button>
      </div>
      {draft !== undefined && (
        <form onSubmit={keepNote} className="no-print mt-2">
          <Field label="Note" value={draft} autoFocus onChange={(event) => setDraft(event.target.value)} />
          <TextButton type="submit" disabled={reviewing.isPending} className="mt-1">
            Keep the note
          </TextButton>
        </form>
      )}
      {reviewing.error && <Failure error={reviewing.error} />}
    </div>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
