// A thread that searches for single parties; see search-threads.ts.
import { findResults } from '../../screen/screen-party.ts';
import { answerQuestions } from './answer-questions.ts';
import { screenerOf } from './open-screeners.ts';
import type { PoolJob } from './screening-pool.ts';

answerQuestions(({ index, queries, options }: PoolJob) => {
  const screener = screenerOf(index);
  return queries.map((query) => findResults(screener, query, options));
});
