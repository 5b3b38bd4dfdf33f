// May we deal with this party, and what shows it? One box, and the answer under it.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { ApiError, getJson, postJson } from '../../api/client.ts';
import type { Screening, Status } from '../../api/types.ts';
import { Answer } from '../../components/screening/answer.tsx';
import { Failure, Loading } from '../../components/states.tsx';
import { Page } from '../../layout/page.tsx';
import { ListsAsked } from './lists-asked.tsx';
import { EXAMPLE, formField, type Question, questionOf, requestOf, searchOf } from './question.ts';
import { QuestionForm } from './question-form.tsx';

/** Results that the server answers if it is not told how many, and how many are asked for when these are full. */
const FEW = 5;
const MANY = 100;

export function ScreenPage() {
  const search = useSearch();
  const [, navigate] = useLocation();
  const asked = useMemo(() => questionOf(search), [search]);
  const status = useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => getJson<Status>('/status', signal),
  });
  // With starter lists an empty page would show a newcomer nothing: he sees the broker of the reports found.
  const isExample = asked.name === '' && asked.number === '' && status.data?.lists.isStarter === true;
  const question = isExample ? EXAMPLE : asked;
  const hasQuestion = question.name.trim() !== '' || question.number.trim() !== '';
  const answer = useQuery({
    queryKey: ['screen', question],
    queryFn: ({ signal }) => postJson<Screening>('/screen', requestOf(question), signal),
    enabled: hasQuestion,
    // An answer is in the record; it is not asked again by itself.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const ask = (next: Question): void => navigate(`/?${searchOf(next)}`);
  const problem = problemIn(question, answer.error);
  const mayHaveMore = question.limit === '' && (answer.data?.results.length ?? 0) >= FEW;
  return (
    <Page
      title="May we deal with this party?"
      beside={answer.data ? <ListsAsked screening={answer.data} /> : undefined}
    >
      <QuestionForm
        question={question}
        isBusy={answer.isFetching}
        isFolded={isExample}
        problem={problem}
        onAsk={ask}
      />
      {isExample && (
        <p className="no-print mt-6 border-l-4 border-accent pl-4 text-quiet">
          An example: on 30 March 2023 a report misspelt the name of a broker whom the US Treasury had listed
          that day. This is what screening that spelling shows.
        </p>
      )}
      {answer.isFetching && <Loading what="the answer" />}
      {answer.error && !problem && <Failure error={answer.error} retry={() => void answer.refetch()} />}
      {answer.data && !answer.isFetching && (
        <Answer
          screening={answer.data}
          onMore={mayHaveMore ? () => ask({ ...question, limit: String(MANY) }) : undefined}
        />
      )}
    </Page>
  );
}

/** Which field of the form is wrong, and why; undefined if it is not the question that is wrong. */
function problemIn({ schema }: Question, error: unknown) {
  if (!(error instanceof ApiError) || error.code !== 'QUERY_INVALID') return undefined;
  const { field = '', message } = error;
  // The server names the property; here the field that it stands under does.
  const words = message.startsWith(`${field}: `) ? message.slice(field.length + 2) : message;
  return { field: formField(schema, field), message: words.charAt(0).toUpperCase() + words.slice(1) };
}
