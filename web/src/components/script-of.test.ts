import { expect, it } from 'vitest';
import { scriptOf } from './script-of.ts';

it.each([
  ['Ашот Мкртычев', 'Cyrillic'],
  ['احمد المثال', 'Arabic script'],
  ['김정은', 'Korean'],
  ['金正恩', 'Chinese characters'],
  ['アサハラ 彰晃', 'Japanese'],
  ['Ashot MKRTYCHEV', undefined],
  ['Nguyễn Văn Đức', undefined],
])('%s is written in %s', (name, script) => {
  expect(scriptOf(name)).toBe(script);
});
