// A thread that answers questions for as long as it is wanted, so that computing an answer, or waiting for a disk, holds
// up nobody else. It starts when it is asked first, and anew if it has ended by itself.
import { Worker } from 'node:worker_threads';
import { fromThreadError } from '../../model/thread-error.ts';
import { THREAD_FLAGS } from '../../model/worker-module.ts';
import type { NumberedAnswer, NumberedQuestion } from './answer-questions.ts';

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** Parties and answers come and go by the thousand: room for them, so that they are gone before anything is tidied up. */
const RESOURCE_LIMITS = { maxYoungGenerationSizeMb: 64 };

export class AskedThread<Question, Answer> {
  readonly #module: URL;
  readonly #told: unknown;
  readonly #waiting = new Map<number, Waiting<Answer>>();
  /** Asked in this turn of the event loop: waking a thread costs as much as a small answer, so they go together. */
  #toSend: NumberedQuestion<Question>[] = [];
  #worker: Worker | undefined;
  #asked = 0;
  #isClosed = false;

  /**
   * @param module what the thread runs; it calls `answerQuestions`
   * @param told   the thread's `workerData`
   */
  constructor(module: URL, told?: unknown) {
    this.#module = module;
    this.#told = told;
  }

  /** Questions that are not answered yet. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** @throws what answering throws, and Error if the thread ends before it has answered */
  ask(question: Question): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const number = this.#asked++;
    this.#waiting.set(number, { resolve, reject });
    if (this.#toSend.length === 0) setImmediate(() => this.#send());
    this.#toSend.push({ number, question });
    return promise;
  }

  /** Ends the thread for good, in the midst of what it may be doing. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#worker?.terminate();
  }

  #send(): void {
    const questions = this.#toSend;
    this.#toSend = [];
    if (this.#isClosed) {
      this.#giveUp(new Error('The thread is closed.'));
      return;
    }
    this.#worker ??= this.#start();
    try {
      this.#worker.postMessage(questions);
    } catch (unexpected) {
      // What cannot be sent was asked wrongly; whoever asked is told, here where nobody else could catch it.
      for (const { number } of questions) this.#take({ number, error: { unexpected } });
    }
  }

  #start(): Worker {
    const worker = new Worker(this.#module, {
      workerData: this.#told,
      resourceLimits: RESOURCE_LIMITS,
      ...THREAD_FLAGS,
    });
    let failure: unknown = new Error('The thread has ended.');
    worker.on('message', (answers: readonly NumberedAnswer<Answer>[]) => {
      for (const answer of answers) this.#take(answer);
    });
    worker.once('error', (error) => {
      failure = error;
    });
    worker.once('exit', () => {
      this.#worker = undefined;
      this.#giveUp(failure);
    });
    return worker;
  }

  #take(answered: NumberedAnswer<Answer>): void {
    const { number } = answered;
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    if ('error' in answered) waiting?.reject(fromThreadError(answered.error));
    else waiting?.resolve(answered.answer);
  }

  #giveUp(failure: unknown): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(failure);
  }
}
