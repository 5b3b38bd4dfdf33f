import { expect, it } from 'vitest';
import { readProperties } from './party-input.ts';

it('reads values as people write them', () => {
  expect(
    readProperties('Person', {
      name: [' Ashot  Mkrtychev '],
      birthDate: ['7 May 1966', '1966'],
      nationality: ['Slovakia', 'SK', 'Korea, North'],
      gender: ['M'],
    }),
  ).toEqual({
    properties: {
      name: ['Ashot Mkrtychev'],
      birthDate: ['1966-05-07', '1966'],
      nationality: ['sk', 'kp'],
      gender: ['male'],
    },
    issues: [],
  });
});

it('says what it cannot understand, and leaves only that out', () => {
  const { properties, issues } = readProperties('Person', {
    name: ['Ann', ''],
    birthDate: ['soon'],
    nationality: ['Atlantis', 'at'],
    wings: ['2'],
    constructor: ['x'],
  });
  expect(properties).toEqual({ name: ['Ann'], nationality: ['at'] });
  expect(issues.map(({ field }) => field)).toEqual(['birthDate', 'nationality', 'wings', 'constructor']);
});

it('lets a thing of unknown kind have the properties of any kind', () => {
  const { properties, issues } = readProperties('Thing', {
    name: ['LADY R'],
    imoNumber: ['9161003'],
    birthDate: ['7 May 1966'],
    flag: ['Russia'],
    wings: ['2'],
  });
  expect(properties).toEqual({
    name: ['LADY R'],
    imoNumber: ['9161003'],
    birthDate: ['1966-05-07'],
    flag: ['ru'],
  });
  expect(issues.map(({ field }) => field)).toEqual(['wings']);
});
