import { describe, expect, it } from 'vitest';
import { documentOf } from '../../text/tokenise.ts';
import { phraseAfter } from './phrase-after.ts';
import { phraseBefore } from './phrase-before.ts';
import { subjectOf } from './subjects.ts';
import { verbGroupsOf } from './verb-groups.ts';
import { type TokenRange, type Words, wordsOf } from './words.ts';

function shown({ tokens, document }: Words, range: TokenRange | undefined): string | undefined {
  return range && document.text.slice(tokens[range.start]!.start, tokens[range.end - 1]!.end);
}

/** The phrase that ends before the "|" of a text. */
function before(marked: string): string | undefined {
  const words = wordsOf(documentOf(marked.replace('|', ''), []));
  const end = words.tokens.findIndex((token) => token.start >= marked.indexOf('|'));
  return shown(words, phraseBefore(words, 0, end));
}

/** The phrase that begins behind the "|" of a text. */
function after(marked: string): string | undefined {
  const words = wordsOf(documentOf(marked.replace('|', ''), []));
  const start = words.tokens.findIndex((token) => token.start >= marked.indexOf('|'));
  return shown(words, phraseAfter(words, start, words.tokens.length));
}

/** The subject of the last finite verb of a text. */
function subject(text: string): string | undefined {
  const words = wordsOf(documentOf(text, []));
  const verb = verbGroupsOf(words, 0, words.tokens.length).findLast(({ kind }) => kind === 'finite')!;
  return shown(words, subjectOf(words, 0, verb));
}

describe('a phrase before a verb', () => {
  it('has its titles and what hangs on it', () => {
    expect(before('Last month, Secretary of State Anna Holt |claimed it.')).toBe(
      'Secretary of State Anna Holt',
    );
    expect(before('Many officials on the island |agree.')).toBe('Many officials on the island');
    expect(before('A source close to him |said so.')).toBe('A source close to him');
  });

  it('has a relative clause without a comma', () => {
    expect(before('The groups who wrote to her |say so.')).toBe('The groups who wrote to her');
  });

  it('begins behind an adjunct, a conjunction and a mark', () => {
    expect(before('On Tuesday Reed |said so.')).toBe('Reed');
    expect(before('But Reed |said so.')).toBe('Reed');
    expect(before('“No,” Reed |said.')).toBe('Reed');
  });

  it('is a pronoun alone', () => {
    expect(before('In the report they |say so.')).toBe('they');
  });
});

describe('a phrase behind a verb of speech', () => {
  it('has its apposition and ends before when and where it was said', () => {
    expect(after('said |Anna Holt, a lawyer for the yard, on Monday.')).toBe(
      'Anna Holt, a lawyer for the yard',
    );
    expect(after('wrote |Hyung-Jin Kim of the Associated Press in late February.')).toBe(
      'Hyung-Jin Kim of the Associated Press',
    );
    expect(after('said |Reed in an interview with the paper.')).toBe('Reed');
  });

  it('ends before a clause of its own', () => {
    expect(after('said |Reed, who had left.')).toBe('Reed');
    expect(after('said |officials, but they left.')).toBe('officials');
  });

  it('has the clause that describes it', () => {
    expect(after('said |a man who had seen the ship.')).toBe('a man who had seen the ship');
  });
});

describe('the subject of a verb', () => {
  it('stands before a day or an adverb', () => {
    expect(subject('Reed on Thursday declared it.')).toBe('Reed');
    expect(subject('Reed later Thursday declared it.')).toBe('Reed');
  });

  it('includes an apposition with its commas, and no aside', () => {
    expect(subject('Reed, the director of the yard, said so.')).toBe('Reed, the director of the yard,');
    expect(subject('Reed, however, said so.')).toBe('Reed');
    expect(subject('Reed, speaking at a rally, said so.')).toBe('Reed');
  });

  it('is missing behind a clause of its own', () => {
    expect(subject('Reed left the yard, said so.')).toBeUndefined();
  });
});
