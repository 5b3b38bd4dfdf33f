import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InterdictError } from '../../model/errors.ts';
import { readAnswer } from './answer.ts';

const CLAIM = {
  source: { text: 'Kirby', start: 3 },
  cue: { text: 'said', start: 9 },
  cueClass: 'say',
  content: { text: 'that it was so', start: 14 },
};

describe('an answer of a language model', () => {
  it('is read, also between fences', () => {
    const expected = { claims: [{ claim: 0, ...CLAIM }], rejected: [] };
    expect(readAnswer(JSON.stringify({ claims: [CLAIM] }))).toEqual(expected);
    expect(readAnswer(`\`\`\`json\n${JSON.stringify({ claims: [CLAIM] })}\n\`\`\``)).toEqual(expected);
  });

  it.each([
    ['', 'no JSON'],
    ['I am sorry, but', 'no JSON'],
    ['[]', 'without a list'],
    ['{"claims":{}}', 'without a list'],
    ['null', 'without a list'],
    [JSON.stringify({ claims: new Array(301).fill(CLAIM) }), '301'],
  ])('is refused as a whole if it is %s', (answer, message) => {
    expect(() => readAnswer(answer)).toThrow(expect.objectContaining({ code: 'MODEL_ANSWER_INVALID' }));
    expect(() => readAnswer(answer)).toThrow(message);
  });

  it.each([
    ['text', 'it is no object'],
    [{ ...CLAIM, cue: undefined }, 'its cue has no text'],
    [{ ...CLAIM, cue: { text: ' ', start: 0 } }, 'its cue has no text'],
    [{ ...CLAIM, content: { text: 'x'.repeat(4_001), start: 0 } }, 'its content is over'],
    [{ ...CLAIM, cueClass: 'shout' }, 'its cueClass is not'],
  ])('gives a reason for each claim that is not of the form (%#)', (claim, reason) => {
    const { claims, rejected } = readAnswer(JSON.stringify({ claims: [CLAIM, claim] }));
    expect(claims).toHaveLength(1);
    expect(rejected).toEqual([{ claim: 1, reason: expect.stringContaining(reason) }]);
  });

  it('may leave out the source and the places', () => {
    const { source: _source, ...rest } = { ...CLAIM, cue: { text: 'said' } };
    const [claim] = readAnswer(JSON.stringify({ claims: [rest] })).claims;
    expect(claim?.source).toBeUndefined();
    expect(claim?.cue).toEqual({ text: 'said' });
  });

  it('of any kind is read or refused with a code', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.json().map((json) => `{"claims":[${json}]}`),
        ),
        (answer) => {
          try {
            readAnswer(answer);
          } catch (error) {
            expect(error).toBeInstanceOf(InterdictError);
          }
        },
      ),
    );
  });
});
