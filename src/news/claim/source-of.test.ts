// Who speaks, by the words of the source.
import { describe, expect, it } from 'vitest';
import { partiesOf } from '../mention/parties-of.ts';
import { documentOf } from '../text/tokenise.ts';
import { meantSpeaker, speakerOf } from './source-of.ts';

/** The speaker of a sentence whose first words are the source. */
function speaker(source: string, rest = ' said on Monday that the matter was closed.') {
  const document = documentOf(`${source}${rest}`, []);
  const parties = partiesOf(document);
  const found = speakerOf(document, parties, [{ start: 0, end: source.length }]);
  return { ...found, name: found.party === undefined ? undefined : parties[found.party]?.caption };
}

describe('the kind of a source', () => {
  it.each([
    ['The Treasury Department', 'government'],
    ['A spokesman for the bank', 'company'],
    ['Prosecutors', 'government'],
    ['Officials', 'anonymous-official'],
    ['Two people familiar with the matter', 'anonymous'],
    ['A source close to the ministry', 'anonymous'],
    ['Court papers', 'document'],
    ['A judge in New York', 'court'],
    ['Reuters', 'media'],
    ['Experts', 'anonymous'],
    ['The company', 'company'],
  ])('%s: %s', (source, kind) => {
    expect(speaker(source).kind).toBe(kind);
  });

  it('is an authority only where it acts by public power and is named or a body', () => {
    expect(speaker('The Treasury Department').isAuthority).toBe(true);
    expect(speaker('Officials').isAuthority).toBe(false);
    expect(speaker('The company').isAuthority).toBe(false);
  });

  it('names the person and not the body that the person is of', () => {
    expect(speaker('John Walker of the Treasury Department').name).toBe('John Walker');
  });
});

describe('a pronoun as source', () => {
  it('is the speaker before, if it may be', () => {
    const text = 'Norway accused Chad of fraud. It said that Chad had lied. He agreed.';
    const document = documentOf(text, []);
    const parties = partiesOf(document);
    const norway = speakerOf(document, parties, [{ start: 0, end: 6 }]);
    const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
    const mean = (words: string) =>
      meantSpeaker(document, parties, speakerOf(document, parties, [at(words)]), { content: [] }, norway);
    expect(mean('It')).toMatchObject({ kind: 'government', party: norway.party });
    expect(mean('He').party).not.toBe(norway.party);
  });
});
