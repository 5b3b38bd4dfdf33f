// One box for the name; what else is known about the party unfolds below it.
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Field, SelectField } from '../../components/field.tsx';
import { FIELD_NAMES, type Question, SCHEMAS } from './question.ts';

interface QuestionFormProps {
  readonly question: Question;
  readonly isBusy: boolean;
  /** The example is shown with its answer in view, not its fields. */
  readonly isFolded?: boolean;
  readonly problem?: { readonly field: keyof Question; readonly message: string } | undefined;
  readonly onAsk: (question: Question) => void;
}

export function QuestionForm({ question, isBusy, isFolded = false, problem, onAsk }: QuestionFormProps) {
  const [draft, setDraft] = useState(question);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => setDraft(question), [question]);
  useEffect(() => {
    const focusBox = (event: KeyboardEvent): void => {
      const isTyping =
        event.target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.key !== '/' || isTyping) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    addEventListener('keydown', focusBox);
    return () => removeEventListener('keydown', focusBox);
  }, []);

  const change = (part: Partial<Question>): void => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onAsk({ ...draft, limit: '' });
  };
  const names = FIELD_NAMES[draft.schema];
  const given = [
    draft.schema === 'Person' ? '' : SCHEMAS.find(([schema]) => schema === draft.schema)?.[1],
    ...(['date', 'country', 'number'] as const).map((field) =>
      draft[field] === '' ? '' : `${names[field].toLowerCase()} ${draft[field]}`,
    ),
    draft.asOf === '' ? '' : `lists of ${draft.asOf}`,
  ].filter(Boolean);
  const isNameWrong = problem?.field === 'name';
  const problemOf = (field: keyof Question): string | undefined =>
    problem?.field === field ? problem.message : undefined;
  return (
    <search className="no-print">
      <form onSubmit={submit}>
        <label htmlFor="name" className="mb-1 block text-sm font-medium">
          Name, in any script and spelling
        </label>
        <div className="flex gap-2">
          <input
            ref={box}
            id="name"
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            aria-invalid={isNameWrong || undefined}
            aria-describedby="name-note"
            className="min-h-12 min-w-0 flex-1 rounded border border-rule bg-sheet px-3 font-serif text-xl"
          />
          <Button isMain type="submit" disabled={isBusy} className="min-h-12">
            Screen
          </Button>
        </div>
        <p
          id="name-note"
          className={`mt-1 text-sm ${isNameWrong ? 'text-stop' : 'hidden text-quiet sm:block'}`}
        >
          {isNameWrong ? problem.message : 'Press / to come here from anywhere on the page.'}
        </p>
        <details open={(given.length > 0 && !isFolded) || undefined} className="mt-3">
          <summary className="text-sm text-accent">
            <span className="font-medium">What else is known</span>
            {given.length > 0 && `: ${given.join(', ')}`}
          </summary>
          <div className="mt-3 grid gap-3 sm:grid-cols-2">
            <SelectField
              label="It is"
              value={draft.schema}
              onChange={(schema) => change({ schema: schema as Question['schema'] })}
              options={SCHEMAS}
            />
            <Field
              label={names.date}
              value={draft.date}
              onChange={(event) => change({ date: event.target.value })}
              placeholder="1966-05-07 or 1966"
              problem={problemOf('date')}
            />
            <Field
              label={names.country}
              value={draft.country}
              onChange={(event) => change({ country: event.target.value })}
              placeholder="name or two letters"
              problem={problemOf('country')}
            />
            <Field
              label={names.number}
              value={draft.number}
              onChange={(event) => change({ number: event.target.value })}
              problem={problemOf('number')}
            />
            <Field
              label="By the lists of"
              type="date"
              value={draft.asOf}
              onChange={(event) => change({ asOf: event.target.value })}
              hint="Leave empty for today."
              problem={problemOf('asOf')}
            />
          </div>
        </details>
      </form>
    </search>
  );
}
