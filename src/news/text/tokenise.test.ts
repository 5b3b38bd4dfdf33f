import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Zone } from '../../model/reading.ts';
import type { Document } from '../document.ts';
import { documentOf } from './tokenise.ts';

function sentences(text: string): string[] {
  return documentOf(text, []).sentences.map(({ start, end }) => text.slice(start, end));
}

/** What later steps rely on. */
function expectSound(document: Document): void {
  const { text, tokens, sentences: all, paragraphs } = document;
  let last = 0;
  for (const token of tokens) {
    expect(token.text).toBe(text.slice(token.start, token.end));
    expect(text.slice(last, token.start).trim()).toBe('');
    expect(token.end).toBeGreaterThan(token.start);
    last = token.end;
  }
  expect(text.slice(last).trim()).toBe('');
  let first = 0;
  for (const [number, sentence] of all.entries()) {
    expect(sentence.firstToken).toBe(first);
    expect(sentence.endToken).toBeGreaterThan(first);
    first = sentence.endToken;
    expect(tokens[sentence.firstToken]?.sentence).toBe(number);
    expect(tokens[sentence.endToken - 1]?.end).toBe(sentence.end);
    const around = paragraphs[sentence.paragraph];
    expect(around && around.start <= sentence.start && sentence.end <= around.end).toBe(true);
  }
  expect(first).toBe(tokens.length);
}

describe('sentences', () => {
  it('do not end at abbreviations, initials or figures', () => {
    const text =
      'The U.S. Treasury acted on Jan. 5. J. R. Smith of Acme Co. paid $3.5 million, said Gen. Lee. It ended.';
    expect(sentences(text)).toEqual([
      'The U.S. Treasury acted on Jan. 5.',
      'J. R. Smith of Acme Co. paid $3.5 million, said Gen. Lee.',
      'It ended.',
    ]);
  });

  it('go on behind a quotation that ends with a mark of its own', () => {
    expect(sentences('"Why should we pay?" he asked. “Never!” shouted the owner.')).toEqual([
      '"Why should we pay?" he asked.',
      '“Never!” shouted the owner.',
    ]);
  });

  it('go on behind "incl."', () => {
    expect(sentences('Two firms (incl. the bank) were listed. Nobody spoke.')).toEqual([
      'Two firms (incl. the bank) were listed.',
      'Nobody spoke.',
    ]);
  });

  it('do not run over headings without a stop', () => {
    expect(sentences('Bank fined\nThe bank paid.')).toEqual(['Bank fined', 'The bank paid.']);
  });
});

describe('the document of a text', () => {
  it('has for each word its dictionary form and its part of speech', () => {
    const { tokens } = documentOf('The officials denied it.', []);
    expect(tokens.map(({ text, lemma, pos }) => `${text}/${lemma}/${pos}`)).toEqual([
      'The/the/DET',
      'officials/official/NOUN',
      'denied/deny/VERB',
      'it/it/PRON',
      '././PUNCT',
    ]);
  });

  it('reads words set in capitals as words', () => {
    const { tokens } = documentOf('THE BANK DENIED THE CLAIM ON FRIDAY', []);
    expect(tokens.find(({ text }) => text === 'DENIED')?.pos).toBe('VERB');
  });

  it('gives each sentence its zone, and the body where no zone lies', () => {
    const text = 'Bank fined\nThe bank paid.';
    const headline: Zone = { kind: 'headline', start: 0, end: 10 };
    expect(documentOf(text, [headline]).sentences.map(({ zone }) => zone.kind)).toEqual(['headline', 'body']);
  });

  it('is sound for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => expectSound(documentOf(text, []))),
      { numRuns: 150 },
    );
  });

  it('is sound for any mixture of words, marks and spaces', () => {
    const parts = fc.constantFrom(
      ...[
        'said',
        "can't",
        'U.S.',
        '’s',
        '“',
        '”',
        '"',
        '.',
        ', ',
        ' ',
        '\n',
        '\t',
        '\u00a0',
        '…',
        '3.5',
        '$',
        '😀',
        '- ',
        'İ',
        'ǅ',
      ],
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 80 }), (all) => expectSound(documentOf(all.join(''), []))),
      { numRuns: 150 },
    );
  });

  it.each([
    ['one word', 'a'.repeat(1_000_000), 1],
    ['one sentence of many words', 'word '.repeat(200_000), 200_000],
    ['nothing but stops', '.'.repeat(1_000_000), 1],
    ['nothing but quotation marks', '" “ '.repeat(100_000), 200_000],
    ['nothing but apostrophes', "'a ".repeat(100_000), 100_000],
    ['short lines', 'a b\n'.repeat(100_000), 200_000],
    ['white space', ' \n'.repeat(500_000), 0],
    ['addresses without a host', `${'http://'.repeat(15)} `.repeat(2_000), 20_000],
  ])('is made of a megabyte of %s', (_name, text, atLeast) => {
    const document = documentOf(text, []);
    expect(document.tokens.length).toBeGreaterThanOrEqual(atLeast);
    expect(document.tokens.at(-1)?.end ?? 0).toBe(text.trimEnd().length);
  });
});
