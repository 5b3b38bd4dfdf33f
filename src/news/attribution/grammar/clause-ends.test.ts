import { describe, expect, it } from 'vitest';
import { documentOf } from '../../text/tokenise.ts';
import { type ContentKind, contentFrom } from './clause-ends.ts';
import { wordsOf } from './words.ts';

/** The content that begins behind the "|" of a sentence. */
function content(marked: string, kind: ContentKind): string | undefined {
  const text = marked.replace('|', '');
  const words = wordsOf(documentOf(text, []));
  const start = words.tokens.findIndex((token) => token.start >= marked.indexOf('|'));
  const { endToken } = words.document.sentences[words.tokens[start]!.sentence]!;
  const range = contentFrom(words, start, endToken, kind);
  return range && text.slice(words.tokens[range.start]!.start, words.tokens[range.end - 1]!.end);
}

describe('content', () => {
  it('runs to the end of its sentence, without its stop', () => {
    expect(content('He said |that the yard had closed in May.', 'clause')).toBe(
      'that the yard had closed in May',
    );
  });

  it('keeps the stop of a quotation with which it ends, and the whole of a quotation that goes on', () => {
    expect(content('He said |it was “over.”', 'clause')).toBe('it was “over.”');
    expect(content('He said |it was “over. They left,” and went.', 'clause')).toBe(
      'it was “over. They left,”',
    );
  });

  it('ends before a relative clause of the writer', () => {
    expect(content('He said |the yard had closed, which nobody denied.', 'clause')).toBe(
      'the yard had closed',
    );
  });

  it('ends before a participle that reports, if it is a clause, and before any, if it is a thing', () => {
    expect(content('He said |the yard had closed, adding that it paid.', 'clause')).toBe(
      'the yard had closed',
    );
    expect(content('He said |the yard had closed, leaving debts.', 'clause')).toBe(
      'the yard had closed, leaving debts',
    );
    expect(content('He attacked |the plan, leaving no doubt.', 'thing')).toBe('the plan');
  });

  it('ends before a new clause if it is a thing or an infinitive', () => {
    expect(content('He praised |the plan, but she left.', 'thing')).toBe('the plan');
    expect(content('He vowed |to pay and he left.', 'to')).toBe('to pay');
  });

  it('keeps the lists in a thing', () => {
    expect(content('He praised |the plan, the yard and the bank.', 'thing')).toBe(
      'the plan, the yard and the bank',
    );
  });

  it('ends before when and where it was said, if it is a thing', () => {
    expect(content('He praised |the plan on Tuesday.', 'thing')).toBe('the plan');
    expect(content('He praised |the plan in an interview.', 'thing')).toBe('the plan');
  });

  it('ends before what the writer makes of it', () => {
    expect(content('It said |that Russia bought shells in a sign that sanctions work.', 'clause')).toBe(
      'that Russia bought shells',
    );
  });
});
