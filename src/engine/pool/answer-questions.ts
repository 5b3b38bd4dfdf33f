// The other end of asked-thread.ts, inside the thread.
import { parentPort } from 'node:worker_threads';
import { type ThreadError, toThreadError } from '../../model/thread-error.ts';

export interface NumberedQuestion<Question> {
  readonly number: number;
  readonly question: Question;
}

export type NumberedAnswer<Answer> =
  | { readonly number: number; readonly answer: Answer }
  | { readonly number: number; readonly error: ThreadError };

/** Answers the questions that come, in their order; what answering throws is thrown where it was asked. */
export function answerQuestions<Question, Answer>(
  answerOf: (question: Question) => Answer | Promise<Answer>,
): void {
  parentPort?.on('message', async (questions: readonly NumberedQuestion<Question>[]) => {
    const answers: NumberedAnswer<Answer>[] = [];
    for (const one of questions) answers.push(await answered(one));
    parentPort?.postMessage(answers);
  });

  async function answered({ number, question }: NumberedQuestion<Question>): Promise<NumberedAnswer<Answer>> {
    try {
      return { number, answer: await answerOf(question) };
    } catch (error) {
      return { number, error: toThreadError(error) };
    }
  }
}
