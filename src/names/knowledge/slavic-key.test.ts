import { describe, expect, it } from 'vitest';
import { slavicKey } from './slavic-key.ts';

describe('Slavic keys', () => {
  it.each([
    ['obshchestvo', 'obschestvo', 'obscestvo', 'obshestvo', 'obshchestva'],
    ['rossiyskiy', 'rossiyskaya', 'rossijskogo', 'rossiiskoi', 'rossiyskoye'],
    ['kompaniya', 'kompanija', 'kompaniia', 'kompanii', 'kompaniyu'],
    ['predpriyatie', 'predpriyatiye', 'predpriiatie', 'predpriyatiya'],
    ['mashinostroeniye', 'mashinostroyeniya', 'mashinostroenia'],
    ['tsentralnyy', 'centralnyj', 'tsentralnoe'],
    ['zavod', 'zavoda', 'zavodu'],
  ])('join the spellings of %s', (...spellings) => {
    expect(new Set(spellings.map(slavicKey)).size).toBe(1);
  });

  it('leave short words as they are, for those meet words of other languages', () => {
    expect(['dom', 'doma', 'fond', 'fonda', 'nauk'].map(slavicKey)).toEqual([
      'dom',
      'doma',
      'fond',
      'fonda',
      'nauk',
    ]);
  });

  it('keep different words apart', () => {
    const words = [
      'gorodskoy',
      'gornyy',
      'gosudarstvennyy',
      'promyshlennyy',
      'proizvodstvennyy',
      'stroitelnyy',
      'sudostroitelnyy',
    ];
    expect(new Set(words.map(slavicKey)).size).toBe(words.length);
  });
});
