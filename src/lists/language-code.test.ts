import { expect, it } from 'vitest';
import { languageCode } from './language-code.ts';

it.each([
  ['Russian', 'ru'],
  ['arabic', 'ar'],
  ['Persian/Farsi', 'fa'],
  ['Farsi', 'fa'],
  ['RUS', 'ru'],
  ['ger', 'de'],
  ['FR', 'fr'],
  ['Unknown; Korean', 'ko'],
  ['Klingon', undefined],
  // A code of its own that ISO 639-1 has no letters for.
  ['und', undefined],
  ['zz', undefined],
  ['', undefined],
  [undefined, undefined],
])('%j is %j', (text, code) => {
  expect(languageCode(text)).toBe(code);
});
