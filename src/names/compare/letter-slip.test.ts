import { describe, expect, it } from 'vitest';
import { analyseName } from '../form/analyse-name.ts';
import type { NameToken } from '../form/token.ts';
import { compareNames } from './compare-names.ts';
import { isOneLetterApart, slipLikeness } from './letter-slip.ts';

describe('a slip of the hand', () => {
  it.each([
    ['mustafa', 'mustaa', 'left out'],
    ['hyon', 'hylon', 'added'],
    ['jose', 'josn', 'changed'],
    ['garshin', 'gasrhin', 'swapped'],
    ['hasan', 'hsan', 'left out, so that the rest sounds otherwise'],
    ['dixon', 'dixoxn', 'added, an x that is two sounds'],
    ['ivan', 'vian', 'swapped at the start'],
    ['ivan', 'ivna', 'swapped at the end'],
  ])('is one letter: %s, %s (%s)', (one, other) => {
    expect(isOneLetterApart(one, other)).toBe(true);
    expect(isOneLetterApart(other, one)).toBe(true);
  });

  it.each([
    ['ivan', 'ivan'],
    ['ivanov', 'ivan'],
    ['hassan', 'hosseini'],
    ['baowei', 'baowu'],
    ['abcd', 'badc'],
    ['abcd', 'adcb'],
    ['t72', 't73'],
    ['ahl1', 'ahl'],
    ['kn06', 'kn60'],
  ])('is not what makes %s of %s', (one, other) => {
    expect(isOneLetterApart(one, other)).toBe(false);
    expect(isOneLetterApart(other, one)).toBe(false);
  });

  const token = (text: string, role: NameToken['role'] = 'name') => ({ text, role });

  it('leaves the share of the letters that stay', () => {
    expect(slipLikeness(token('sol'), token('sul'))).toBeCloseTo(2 / 3);
    expect(slipLikeness(token('mustafin'), token('musfafin'))).toBeCloseTo(7 / 8);
  });

  it('makes no two well-known names one, no abbreviations, and no names of two letters', () => {
    expect(slipLikeness(token('jong', 'known'), token('yong', 'known'))).toBe(0);
    expect(slipLikeness(token('jong', 'known'), token('jbng'))).toBe(0);
    expect(slipLikeness(token('ktts'), token('ktrs'))).toBe(0);
    expect(slipLikeness(token('ko'), token('kos'))).toBe(0);
    expect(slipLikeness(token('jong', 'known'), token('jongk'))).toBeGreaterThan(0.7);
  });
});

describe('a name with a slip in each of two words', () => {
  const logOdds = (one: string, other: string): number => compareNames(one, other, 'person')!.logOdds;

  it.each([
    ['isnak mulsiu', 'Isak MUSLIU'],
    ['vdim veniaminovich gasrhin', 'Vadim Veniaminovich GARSHIN'],
    ['josn santana arredondo ebltran', 'Jose Santana ARREDONDO BELTRAN'],
    ['mitry kudryaov', 'Dmitry KUDRYAKOV'],
  ])('is rather the same than not: %s, %s', (one, other) => {
    expect(logOdds(one, other)).toBeGreaterThan(0);
  });

  it('is named as the reason', () => {
    const { parts } = compareNames('gasrhin', 'Garshin', 'person')!;
    expect(parts.map(({ how }) => how)).toEqual(['differs by one letter']);
  });

  it('does not make a particle a name', () => {
    const [query] = analyseName('al Tajir', 'person');
    expect(query!.tokens[0]!.role).toBe('minor');
    const { parts } = compareNames('al Tajir', 'Alx Tajir', 'person')!;
    expect(parts.find((part) => part.query === 'al')!.relation).toBe('omit');
  });
});
