import { describe, expect, it } from 'vitest';
import { nounSense, sensesOf, verbForm } from './cue-lexicon.ts';
import cues from './generated/cues.json' with { type: 'json' };

const CLASSES = [
  'say',
  'accuse',
  'allege',
  'report',
  'deny',
  'admit',
  'maintain',
  'plan',
  'order',
  'believe',
];
const COMPLEMENTS = ['quotation', 'clause', 'as', 'that', 'statement', 'state', 'to', 'thing', 'addressee'];

describe('the cue lexicon', () => {
  it('knows a verb by each of its forms, irregular and doubled ones too', () => {
    const lemmas = [
      'said',
      'told',
      'denies',
      'vowing',
      'admitting',
      'slammed',
      'sought',
      'written',
      'lying',
    ].map((word) => verbForm(word)?.lemma);
    expect(lemmas).toEqual(['say', 'tell', 'deny', 'vow', 'admit', 'slam', 'seek', 'write', 'lie']);
  });

  it('tells what may follow a verb, and with which words between', () => {
    expect(sensesOf('call').some((sense) => sense.with.join(' ') === 'for' && sense.takes.has('thing'))).toBe(
      true,
    );
    expect(sensesOf('deny').map((sense) => sense.class)).toContain('deny');
    expect(sensesOf('ship')).toEqual([]);
  });

  it('knows the nouns that hold a statement, in the plural too', () => {
    expect(nounSense('allegations')?.class).toBe('allege');
    expect(nounSense('denial')?.with.has('that')).toBe(true);
  });

  it('names only classes and complements that there are', () => {
    const verbs = Object.values(cues.verbs).flat();
    expect(verbs.filter((sense) => !CLASSES.includes(sense.class))).toEqual([]);
    expect(verbs.flatMap((sense) => sense.takes).filter((taken) => !COMPLEMENTS.includes(taken))).toEqual([]);
  });

  it('keeps acts that are events, not statements, out: they have no speaker', () => {
    for (const act of ['sanction', 'designate', 'arrest', 'seize', 'ship', 'sell', 'evade']) {
      expect([act, sensesOf(act)]).toEqual([act, []]);
    }
  });
});
