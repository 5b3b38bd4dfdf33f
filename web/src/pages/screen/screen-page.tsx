// May we deal with this party, and what shows it? One box, and the answer under it.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { ApiError, getJson, postJson } from '../../api/client.ts';
import type { Screening, Status } from '../../api/types.ts';
import { Failure, Loading } from '../../components/states.tsx';
import { Page } from '../../layout/page.tsx';
import { Answer } from './answer.tsx';
import { ListsAsked } from './lists-asked.tsx';
import { EXAMPLE, type Question, queryOf, questionOf, searchOf } from './question.ts';
import { QuestionForm } from './question-form.tsx';

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
    queryFn: ({ signal }) =>
      postJson<Screening>(
        '/screen',
        { query: queryOf(question), ...(question.asOf ? { asOf: question.asOf } : {}) },
        signal,
      ),
    enabled: hasQuestion,
    // An answer is in the record; it is not asked again by itself.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const ask = (next: Question): void => navigate(`/?${searchOf(next)}`);
  const problem =
    answer.error instanceof ApiError && answer.error.code === 'QUERY_INVALID'
      ? { field: answer.error.field, message: answer.error.message }
      : undefined;
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
      {answer.data && !answer.isFetching && <Answer screening={answer.data} />}
    </Page>
  );
}
