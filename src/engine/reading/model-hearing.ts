// Asks a language model about the articles of one source, and keeps what it answered, so that the same source can be
// read again without asking it. Whatever fails here is told in words and costs nothing else: the rules have read the
// article before the model is asked.
import { createHash } from 'node:crypto';
import type { RecordedModel } from '../../cases/record/content.ts';
import { InterdictError } from '../../model/errors.ts';
import type { Article } from '../../model/reading.ts';
import type { Attribution } from '../../news/document.ts';
import type { ChatMessage, LanguageModel } from '../../news/language-model/endpoint.ts';
import { PROMPT_SHA256 } from '../../news/language-model/prompt.ts';
import { proposeClaims } from '../../news/language-model/proposals.ts';
import type { Proposed } from '../../news/read-article.ts';

/** Failures in a row after which a run does not ask any more: each may take as long as the model may think. */
const MAX_FAILURES = 3;

/** A model that is not asked any more when it has failed several times in a row; for one run. */
export function withPatience(model: LanguageModel): LanguageModel {
  let failures = 0;
  return {
    model: model.model,
    async complete(messages, signal) {
      if (failures >= MAX_FAILURES) {
        const message = `The language model failed ${MAX_FAILURES} times in a row and is not asked any more in this run.`;
        throw new InterdictError('MODEL_UNAVAILABLE', message);
      }
      try {
        const answer = await model.complete(messages, signal);
        failures = 0;
        return answer;
      } catch (error) {
        if (codeOf(error) === 'MODEL_UNAVAILABLE') failures += 1;
        throw error;
      }
    },
  };
}

/** A model that gives the answers of then and is asked nothing. */
export function recordedModel({ model, answers }: RecordedModel): LanguageModel {
  return {
    model,
    complete: async (messages) => {
      const answer = answers[questionId(messages)];
      if (answer !== undefined) return answer;
      throw new InterdictError(
        'MODEL_UNAVAILABLE',
        `The record has no answer of the language model to this.`,
      );
    },
  };
}

/** What a model says of one source. */
export class ModelHearing {
  readonly #model: LanguageModel;
  readonly #answers: Record<string, string> = {};
  readonly #rejected: string[] = [];
  /** Message -> articles. */
  readonly #failed = new Map<string, number>();
  #kept = 0;
  #shortened = 0;
  #isComplete = true;

  constructor(model: LanguageModel) {
    this.#model = {
      model: model.model,
      complete: async (messages, signal) => {
        const answer = await model.complete(messages, signal);
        this.#answers[questionId(messages)] = answer;
        return answer;
      },
    };
  }

  /** False if the model could not be heard for an article; another attempt may hear it. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Undefined if nothing was asked or answered. */
  get record(): RecordedModel | undefined {
    if (Object.keys(this.#answers).length === 0) return undefined;
    return { model: this.#model.model, promptSha256: PROMPT_SHA256, answers: this.#answers };
  }

  /** Statements in an article that the rules have not found; undefined if the model was not heard. */
  async propose(article: Article, found: readonly Attribution[]): Promise<Proposed | undefined> {
    try {
      const { attributions, rejected, unread } = await proposeClaims(article, this.#model, found);
      this.#kept += attributions.length;
      this.#rejected.push(...rejected.map(({ reason }) => reason));
      if (unread.length > 0) this.#shortened += 1;
      return { attributions, llm: { model: this.#model.model, promptSha256: PROMPT_SHA256 } };
    } catch (error) {
      const code = codeOf(error);
      if (code !== 'MODEL_UNAVAILABLE' && code !== 'MODEL_ANSWER_INVALID') throw error;
      if (code === 'MODEL_UNAVAILABLE') this.#isComplete = false;
      const { message } = error as InterdictError;
      this.#failed.set(message, (this.#failed.get(message) ?? 0) + 1);
      return undefined;
    }
  }

  /** What became of the proposals, one sentence each. */
  notes(): string[] {
    const notes: string[] = [];
    const { model } = this.#model;
    const proposed = this.#kept + this.#rejected.length;
    if (proposed > 0) {
      const counts = `kept: ${this.#kept}, dropped: ${this.#rejected.length}${reasonsIn(this.#rejected)}`;
      notes.push(`The language model ${model} proposed ${counted(proposed, 'statement')}; ${counts}.`);
    }
    if (this.#shortened > 0)
      notes.push(
        `The end of ${counted(this.#shortened, 'article')} was too long for the language model ${model}.`,
      );
    for (const [message, count] of this.#failed) {
      notes.push(
        `The language model ${model} was not heard on ${counted(count, 'article')}, read by the rules alone: ${message}`,
      );
    }
    return notes;
  }
}

function questionId(messages: readonly ChatMessage[]): string {
  return createHash('sha256').update(JSON.stringify(messages)).digest('hex');
}

function codeOf(error: unknown): string | undefined {
  return error instanceof InterdictError ? error.code : undefined;
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

/** " (2: its parts overlap; 1: it is no object)" */
function reasonsIn(rejected: readonly string[]): string {
  if (rejected.length === 0) return '';
  const counts = [...Map.groupBy(rejected, (reason) => reason)].map(
    ([reason, { length }]) => `${length}: ${reason}`,
  );
  return ` (${counts.join('; ')})`;
}
