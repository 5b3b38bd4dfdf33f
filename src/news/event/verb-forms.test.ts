import { describe, expect, it } from 'vitest';
import { verbFormOf } from './verb-forms.ts';

describe('the forms of verbs', () => {
  it.each([
    ['sanctioned', 'sanction', 'past'],
    ['fined', 'fine', 'past'],
    ['fining', 'fine', 'ing'],
    ['shipped', 'ship', 'past'],
    ['transferring', 'transfer', 'ing'],
    ['trafficked', 'traffic', 'past'],
    ['acquitted', 'acquit', 'past'],
    ['froze', 'freeze', 'past'],
    ['frozen', 'freeze', 'participle'],
    ['denies', 'deny', 's'],
    ['seizes', 'seize', 's'],
    ['levied', 'levy', 'past'],
    ['sold', 'sell', 'past'],
    ['re-exported', 're-export', 'past'],
  ])('%s', (form, lemma, inflection) => {
    expect(verbFormOf(form)).toMatchObject({ lemma, inflection });
  });

  it('know no verb that no rule names', () => {
    expect(verbFormOf('sang')).toBeUndefined();
  });
});
