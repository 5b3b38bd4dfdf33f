import { describe, expect, it } from 'vitest';
import { documentOf } from '../../text/tokenise.ts';
import { verbGroupsOf } from './verb-groups.ts';
import { wordsOf } from './words.ts';

/** The verb groups of a text as "words: lemma kind", with "not" and "passive" where it is so. */
function groups(text: string): string[] {
  const words = wordsOf(documentOf(text, []));
  return verbGroupsOf(words, 0, words.tokens.length).map(
    ({ start, end, lemma, kind, isPassive, isNegated }) => {
      const span = text.slice(words.tokens[start]!.start, words.tokens[end - 1]!.end);
      return [`${span}: ${lemma} ${kind}`, isNegated ? 'not' : '', isPassive ? 'passive' : '']
        .filter(Boolean)
        .join(' ');
    },
  );
}

describe('verb groups', () => {
  it('hold the auxiliaries, negations and adverbs before the verb', () => {
    expect(groups('The firm has repeatedly denied the claim.')).toEqual([
      'has repeatedly denied: deny finite',
    ]);
    expect(groups('It would not have said so.')).toEqual(['would not have said: say finite not']);
    expect(groups('She also said it.')).toEqual(['also said: say finite']);
  });

  it('are passive behind a form of "be"', () => {
    expect(groups('He was accused of fraud.')).toEqual(['was accused: accuse finite passive']);
    expect(groups("He's accused them of fraud.")).toEqual(["'s accused: accuse finite"]);
  });

  it('are infinitives, participles and gerunds too', () => {
    expect(groups('They want to deny it, saying nothing.')).toEqual([
      'want: want finite',
      'to deny: deny infinitive',
      'saying: say gerund',
    ]);
  });

  it('are not made of what describes a noun', () => {
    expect(groups('A court-ordered sale of the alleged haul.')).toEqual([]);
  });

  it('are not looked for in quotations', () => {
    expect(groups('“They deny it,” he said.')).toEqual(['said: say finite']);
  });

  it('are known by their form where the tagger takes them for nouns', () => {
    expect(groups('Polls show that he leads.')[0]).toBe('show: show finite');
    expect(groups('Trump rips Scarborough over the report.')[0]).toBe('rips: rip finite');
  });
});
