import { describe, expect, it } from 'vitest';
import { InterdictError } from '../../model/errors.ts';
import type { Article } from '../../model/reading.ts';
import type { LanguageModel } from '../../news/language-model/endpoint.ts';
import { PROMPT_SHA256 } from '../../news/language-model/prompt.ts';
import { zonesOf } from '../../news/zones/zones-of.ts';
import { ModelHearing, recordedModel, withPatience } from './model-hearing.ts';

const GOOD = { cue: { text: 'waffled' }, cueClass: 'say', content: { text: 'that it was so' } };
const MISQUOTED = { ...GOOD, content: { text: 'that it was not so' } };

function article(text = 'The envoy waffled that it was so.'): Article {
  return {
    id: 'art-0123456789abcdef',
    sha256: '0'.repeat(64),
    mediaType: 'text/plain',
    retrieved: '2024-01-01T00:00:00.000Z',
    language: 'en',
    support: 'full',
    text,
    zones: zonesOf(text),
  };
}

/** A model that gives these answers in turn, the last one for ever; an error is thrown. */
function modelGiving(...answers: (string | Error)[]): LanguageModel & { asked: number } {
  const model = {
    model: 'fake',
    asked: 0,
    complete: async () => {
      const answer = answers[Math.min(model.asked, answers.length - 1)] as string | Error;
      model.asked += 1;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  return model;
}

function claims(...some: unknown[]): string {
  return JSON.stringify({ claims: some });
}

const SILENT = new InterdictError('MODEL_UNAVAILABLE', 'It does not answer.');

describe('hearing a language model', () => {
  it('keeps what stands in the article, and counts the rest with its reasons', async () => {
    const hearing = new ModelHearing(modelGiving(claims(GOOD, MISQUOTED, 'nonsense')));
    const proposed = await hearing.propose(article(), []);
    expect(proposed?.attributions).toHaveLength(1);
    expect(proposed?.llm).toEqual({ model: 'fake', promptSha256: PROMPT_SHA256 });
    expect(hearing.notes()).toEqual([
      'The language model fake proposed 3 statements; kept: 1, dropped: 2 (1: it is no object; 1: its content does not stand in the article, or in several places).',
    ]);
    expect(hearing.isComplete).toBe(true);
  });

  it('tells of a model that is not there, and that it may be asked again', async () => {
    const hearing = new ModelHearing(modelGiving(SILENT));
    expect(await hearing.propose(article(), [])).toBeUndefined();
    expect(await hearing.propose(article(), [])).toBeUndefined();
    expect(hearing.notes()).toEqual([
      'The language model fake was not heard on 2 articles, read by the rules alone: It does not answer.',
    ]);
    expect(hearing.isComplete).toBe(false);
    expect(hearing.record).toBeUndefined();
  });

  it('tells of nonsense, which asking again would not mend', async () => {
    const hearing = new ModelHearing(modelGiving('I would rather not.'));
    expect(await hearing.propose(article(), [])).toBeUndefined();
    expect(hearing.notes()).toEqual([expect.stringContaining('no JSON')]);
    expect(hearing.isComplete).toBe(true);
    expect(Object.values(hearing.record?.answers ?? {})).toEqual(['I would rather not.']);
  });

  it('hides no bug', async () => {
    await expect(new ModelHearing(modelGiving(new TypeError('bug'))).propose(article(), [])).rejects.toThrow(
      'bug',
    );
  });

  it('can be repeated from its record without a model', async () => {
    const first = new ModelHearing(modelGiving(claims(GOOD, MISQUOTED)));
    const proposed = await first.propose(article(), []);
    const record = JSON.parse(JSON.stringify(first.record));
    const again = new ModelHearing(recordedModel(record));
    expect(await again.propose(article(), [])).toEqual(proposed);
    expect(again.notes()).toEqual(first.notes());
    // What was never asked has no answer.
    expect(await again.propose(article('Another text.'), [])).toBeUndefined();
  });

  it('tells of the end of an article that is too long', async () => {
    const text = `${'The ministry said nothing of note. '.repeat(100)}\n\n`.repeat(80).trim();
    const hearing = new ModelHearing(modelGiving(claims()));
    await hearing.propose(article(text), []);
    expect(hearing.notes()).toEqual([expect.stringContaining('too long')]);
  });
});

describe('a model that fails', () => {
  it('is not asked any more after three failures in a row', async () => {
    const model = modelGiving(SILENT, SILENT, '{}', SILENT);
    const patient = withPatience(model);
    const ask = async () => await patient.complete([]).catch((error: InterdictError) => error.code);
    const answers: string[] = [];
    for (let turn = 0; turn < 8; turn += 1) answers.push(await ask());
    const out = 'MODEL_UNAVAILABLE';
    expect(answers).toEqual([out, out, '{}', out, out, out, out, out]);
    expect(model.asked).toBe(6);
  });
});
