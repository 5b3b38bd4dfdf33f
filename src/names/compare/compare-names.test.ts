import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NameKind } from '../form/token.ts';
import { compareNames, type NameComparison } from './compare-names.ts';
import { partEffects } from './part-effects.ts';

function compare(one: string, other: string, kind: NameKind): NameComparison {
  const found = compareNames(one, other, kind);
  if (!found) throw new Error(`${one} and ${other} cannot be compared`);
  return found;
}

/** The probability from the names alone. */
function score(one: string, other: string, kind: NameKind): number {
  return 1 / (1 + Math.exp(-compare(one, other, kind).logOdds));
}

const LIKELY = 0.5;

describe('names of people that are one name', () => {
  it.each([
    ['Мкртычев Ашот', 'MKRTYCEV, Asot'],
    ['Ashot Mkrtchyev', 'Ashot Mkrtytschew'],
    ['Muammar Gaddafi', 'Moammar Qadhafi'],
    ['Usama bin Ladin', 'Osama bin Laden'],
    ['Xi Jinping', "Hsi Chin-p'ing"],
    ['A. Khamenei', 'Ali Khamenei'],
    ['Y. Prigozhin', 'Евгений Пригожин'],
    ['JC Juncker', 'Jean-Claude Juncker'],
    ['Bob Menendez', 'Robert Menendez'],
    ['Ivanova Anna', 'Anna Ivanov'],
    ['Peter Schmidt', 'Peter Schmitt'],
    ['José González', 'Jose Gonzales'],
    ['John Smith Jr.', 'John Smith'],
    ['ADBUL BARI AKHUND', 'Abdul Bari Akhund'],
    ['MOHAMMED ABD EL HHALIM ZIDANE', 'Mohammed Abdelhalim Zidane'],
    ['김정은', 'KIM Jong Un'],
    ['Abdul Khan', 'Abdulrahman Khan'],
  ])('%s is %s', (one, other) => {
    expect(score(one, other, 'person')).toBeGreaterThan(LIKELY);
  });
});

describe('names of people that are two names', () => {
  it.each([
    // Two well-known names are no slips for one another.
    ['Kim Jong Un', 'Kim Jong Il'],
    ['Mahmoud Ahmed El Sayed', 'Mahmoud Mohamed El Sayed'],
    ['Peter Schmidt', 'Peter Schneider'],
    // Initials contradict.
    ['William G. Frost', 'William W. Frost'],
    ['Hans O. Friedrich', 'Hans Joachim Friedrich'],
    ['A. Nazarbayev', 'Nursultan Nazarbayev'],
    // One part differs, and the rest does not average it away.
    ['Maria Luisa Garcia Lopez', 'Maria Elena Garcia Lopez'],
    // Father and son changed places.
    ['Abdullah bin Omar', 'Omar bin Abdullah'],
    ['محمد رضا زاده', 'Ali Reza Zahedi'],
    // A rendering that loses differences is not to be near besides.
    ['서영 이', 'Ri Sang Yong'],
  ])('%s is not %s', (one, other) => {
    expect(score(one, other, 'person')).toBeLessThan(LIKELY);
  });

  it('score less where both are well known than where one may be a slip for the other', () => {
    const known = score('Raúl Castro', 'Raúl Castillo', 'person');
    const unknown = score('Raúl Kostro', 'Raúl Kostillo', 'person');
    expect(known).toBeLessThan(unknown - 0.1);
  });

  it('of which one has a particle that sounds like a name', () => {
    const [plain, particle] = [
      compare('Ali Hussein', 'Hussein', 'person'),
      compare('Al Hussein', 'Ali', 'person'),
    ];
    expect(plain.parts.some(({ relation, query }) => relation === 'agree' && query === 'Hussein')).toBe(true);
    expect(particle.logOdds).toBe(Number.NEGATIVE_INFINITY);
  });

  it('where both say which one of the family, and not the same', () => {
    const [differing, equal] = [
      score('John Smith Jr', 'John Smith III', 'person'),
      score('John Smith Jr', 'John Smith II', 'person'),
    ];
    expect(equal - differing).toBeGreaterThan(0.2);
  });
});

describe('names of organisations that are one name', () => {
  it.each([
    ['Volkswagen Bank G.m.b.H.', 'Volkswagen Bank GmbH'],
    ['JSC Murom Instrument-Making Plant', 'Акционерное общество Муромский приборостроительный завод'],
    ['Brigade Forty-Four', 'Brigade 44'],
    ['1st International Bank', 'First International Bank'],
    ['PLA Navy', "People's Liberation Army Navy"],
    ['UAE Ministry of Defence', 'United Arab Emirates Ministry of Defense'],
    ['G&S Diamond FZE', 'G and S Diamond FZE'],
    ['IRGC', 'Islamic Revolutionary Guard Corps'],
    // A slip of one stroke may be: a person looks.
    ['KKR North America Fund XII L.P.', 'KKR North America Fund XIII L.P.'],
  ])('%s is %s', (one, other) => {
    expect(score(one, other, 'organisation')).toBeGreaterThan(LIKELY);
  });
});

describe('names of organisations that are two names', () => {
  it.each([
    ['Factory No. 5', 'Factory No. 7'],
    ['Acme Fund 5 Ltd', 'Acme Fund 6 Ltd'],
    ['Apollo Investment Fund VIII L.P.', 'Apollo Investment Fund IX L.P.'],
    ['CON TRAFFIC SRL', 'PRO TRAFFIC SRL'],
    [
      'Academy of Military Medicine, Institute of Equipment',
      'Academy of Military Medicine, Institute of Epidemiology',
    ],
    ['Bank of Armenia', 'Bank of America'],
    ['China Telecom', 'China Unicom'],
  ])('%s is not %s', (one, other) => {
    expect(score(one, other, 'organisation')).toBeLessThan(LIKELY);
  });
});

describe('names of ships and aircraft', () => {
  it('agree without the prefix of the ship', () => {
    expect(score('M/V Victory', 'VICTORY', 'object')).toBeGreaterThan(0.9);
  });

  it('agree in tail numbers or not at all', () => {
    expect(score('EP-GOM', 'EPGOM', 'object')).toBeGreaterThan(0.9);
    expect(score('EP-GOM', 'EP-GOL', 'object')).toBe(0);
  });

  it('differ in their numbers', () => {
    expect(score('Lady Anna 2', 'Lady Anna 5', 'object')).toBeLessThan(LIKELY);
  });
});

describe('the score of two names', () => {
  const words = fc.array(
    fc.constantFrom('Kim', 'Ali', 'bin', 'Omar', 'J', 'Castro', 'Mkrtychev', 'al', 'Jr', 'Saleh', 'Jong'),
    { minLength: 1, maxLength: 5 },
  );

  it('is the same in both directions', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [there, back] = [one.join(' '), other.join(' ')];
        const forth = compareNames(there, back, 'person')?.logOdds;
        expect(compareNames(back, there, 'person')?.logOdds).toBeCloseTo(forth ?? 0, 9);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('is never above that of a name with itself', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const own = compareNames(one.join(' '), one.join(' '), 'person')!.logOdds;
        const cross = compareNames(one.join(' '), other.join(' '), 'person')?.logOdds;
        // A name of one weak part stands below two names of several good parts.
        if (one.length >= 3) expect(cross ?? 0).toBeLessThanOrEqual(Math.max(own, 3.4) + 1e-9);
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});

describe('the effects of parts', () => {
  it('have the sign of what they say', () => {
    const names = compare('Dr. Dmitri Medvedew', 'Dmitry Anatolyevich Medvedev', 'person');
    const effects = partEffects(names);
    names.parts.forEach((part, at) => {
      if (part.relation === 'agree') expect(effects[at]).toBeGreaterThan(0);
      else expect(effects[at]).toBeLessThanOrEqual(0);
    });
    expect(names.parts.map(({ relation }) => relation)).toContain('omit');
  });

  it('weigh a rare part more than a common one, and a contradiction most of all', () => {
    const names = compare('Mohammed Mkrtychev', 'Mohammed Mkrtychev', 'person');
    const [common, rare] = partEffects(names);
    expect(rare).toBeGreaterThan(common!);
    const other = compare('Ashot Mkrtychev Gasparyan', 'Ashot Mkrtychev Petrosyan', 'person');
    const against = partEffects(other)[other.parts.findIndex(({ relation }) => relation === 'contradict')];
    expect(against).toBeLessThan(-3);
  });

  it('show two numerals that differ as a contradiction', () => {
    const { parts } = compare('Plant No. 5', 'Plant No. 7', 'organisation');
    expect(parts.filter(({ relation }) => relation === 'contradict')).toMatchObject([
      { query: '5', candidate: '7' },
    ]);
  });

  it('are numbers also where nothing is left without the part', () => {
    const names = compare('Mkrtychev', 'Mkrtychev', 'person');
    expect(partEffects(names).every(Number.isFinite)).toBe(true);
  });
});
