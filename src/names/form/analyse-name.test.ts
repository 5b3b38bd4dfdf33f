import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { compareForms } from '../compare/compare-names.ts';
import { analyseName } from './analyse-name.ts';
import { MAX_TOKENS, type NameKind } from './token.ts';
import { KEPT_WORDS } from './word.ts';

/** The tokens of the first form, each as text and role. */
function tokens(name: string, kind: NameKind): string[] {
  return (analyseName(name, kind)[0]?.tokens ?? []).map(({ text, role }) => `${text}/${role}`);
}

describe('names of people', () => {
  it.each([
    ['MKRTYCHEV, Ashot', ['ashot/known', 'mkrtychev/name']],
    ['Usama bin Ladin', ['usama/known', 'bin/filiation', 'ladin/name']],
    ['Dr. John Smith Jr.', ['dr/minor', 'john/known', 'smith/known', 'jr/generation']],
    ['Abd al-Rahman al-Tikriti', ['abdulrahman/known', 'al/minor', 'tikriti/name']],
    ['V. Putin', ['v/initial', 'putin/name']],
    ['JC Juncker', ['j/initial', 'c/initial', 'juncker/name']],
    ['Ng Wei', ['ng/known', 'wei/known']],
    ['Sergey Viktorovich Lavrov', ['sergey/known', 'viktorovich/patronymic', 'lavrov/name']],
  ])('%s is %j', (name, wanted) => {
    expect(tokens(name, 'person')).toEqual(wanted);
  });

  it('gives names in Han characters and Hangul a lossy rendering, and a form in their own script', () => {
    const forms = analyseName('김정은', 'person');
    expect(forms.filter(({ kind }) => kind !== 'native').every(({ isLossy }) => isLossy)).toBe(true);
    expect(forms.filter(({ kind }) => kind === 'native').map(({ tokens: own }) => own[0]?.text)).toEqual([
      '김정은',
    ]);
    expect(analyseName('Ким Чен Ын', 'person').some(({ isLossy }) => isLossy)).toBe(false);
  });
});

describe('names of organisations', () => {
  it.each([
    ['Volkswagen Bank G.m.b.H.', ['volkswagen/name', 'bank/word', 'gmbh/legal']],
    ['Blackstone Fund V L.P.', ['blackstone/name', 'fund/word', 'v/number', 'lp/legal']],
    ['Brigade Forty-Four', ['brigade/word', 'fortyfour/number']],
    ['OOO Con Traffic', ['ooo/legal', 'con/name', 'traffic/name']],
    ['Al-Qaida in Iraq', ['al/minor', 'qaida/name', 'in/minor', 'iraq/word']],
    ['G and S Diamond FZE', ['gs/name', 'diamond/word', 'fze/legal']],
    ['A.B.C. Company', ['abc/name', 'company/word']],
  ])('%s is %j', (name, wanted) => {
    expect(tokens(name, 'organisation')).toEqual(wanted);
  });
});

describe('names of ships and aircraft', () => {
  it.each([
    ['M/V Victory', ['mv/minor', 'victory/name']],
    ['EP-GOM', ['epgom/number']],
    ['MT', ['mt/name']],
  ])('%s is %j', (name, wanted) => {
    expect(tokens(name, 'object')).toEqual(wanted);
  });
});

describe('any text', () => {
  it('gives forms with tokens of weight, none too long', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.constantFrom<NameKind>('person', 'organisation', 'object'),
        (name, kind) => {
          for (const { tokens: own } of analyseName(name, kind)) {
            expect(own.length).toBeGreaterThan(0);
            expect(own.length).toBeLessThanOrEqual(MAX_TOKENS);
            for (const { weight } of own) expect(weight > 0 && weight <= 1).toBe(true);
          }
        },
      ),
      { seed: 3, numRuns: 300 },
    );
  });
});

describe('what was asked before', () => {
  const KINDS: readonly NameKind[] = ['person', 'organisation', 'object'];
  const parts =
    'Mohammed MOHAMMED mohammed Müller Muller Мкртычев Путин محمد عبد الرحمن 김정은 al-Din abd VAN der Bilt Jr. III 7 V Fund Bank LLC Ltd and of Jc x Ivanova'.split(
      ' ',
    );
  const text = fc.oneof(
    fc.array(fc.constantFrom(...parts), { maxLength: 6 }).map((words) => words.join(' ')),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );

  /** The same code with nothing remembered. */
  async function coldAnalyseName(): Promise<typeof analyseName> {
    vi.resetModules();
    return (await import('./analyse-name.ts')).analyseName;
  }

  it('changes no form of a name, in whichever order names come', async () => {
    const [first, second] = [await coldAnalyseName(), await coldAnalyseName()];
    expect(first).not.toBe(second);
    const names = fc.sample(text, { seed: 7, numRuns: 400 });
    const inOrder = names.map((name) => KINDS.map((kind) => first(name, kind)));
    const inReverse = names
      .toReversed()
      .map((name) =>
        KINDS.toReversed()
          .map((kind) => second(name, kind))
          .toReversed(),
      )
      .toReversed();
    expect(inReverse).toEqual(inOrder);
    // A third time, with everything remembered.
    expect(names.map((name) => KINDS.map((kind) => first(name, kind)))).toEqual(inOrder);
  });

  it('is left alone by those who compare forms, though tokens of one word share their parts', async () => {
    const cold = await coldAnalyseName();
    const names = fc.sample(text, { seed: 8, numRuns: 60 });
    for (const kind of KINDS) {
      for (const one of names)
        for (const other of names) compareForms(analyseName(one, kind), analyseName(other, kind), kind);
      for (const name of names) expect(analyseName(name, kind)).toEqual(cold(name, kind));
    }
  });

  it('is forgotten in time', () => {
    const keyOf = (word: string) => analyseName(word, 'person')[0]!.tokens[0]!.key;
    const before = keyOf('mkrtychev');
    expect(keyOf('mkrtychev')).toBe(before);
    for (let at = 0; at <= KEPT_WORDS; at++) keyOf(`w${at.toString(36)}`);
    expect(keyOf('mkrtychev')).not.toBe(before);
    expect(keyOf('mkrtychev')).toEqual(before);
  });
});
