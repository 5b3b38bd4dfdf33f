import { describe, expect, test } from 'vitest';
import { deconfuse, deconfuseWords } from './deconfuse.ts';

describe('deconfuse', () => {
  test.each([
    ['Mkrtyсhev', 'Mkrtychev'], // Cyrillic с
    ['РUTIN', 'PUTIN'], // Cyrillic Р
    ['Ρutin', 'Putin'], // Greek rho
    ['Пyтин', 'Путин'], // Latin y
    ['Ивaнов', 'Иванов'], // Latin a
    ['Τsίpras', 'Tsipras'],
  ])('brings %s to one alphabet', (word, plain) => {
    expect(deconfuse(word)).toBe(plain);
  });

  test.each(['Putin', 'Путин', 'Сосна', 'Τσίπρας', '2000', ''])(
    'leaves %s, which is of one alphabet',
    (word) => {
      expect(deconfuse(word)).toBe(word);
    },
  );

  test('keeps a letter that has no double', () => {
    expect(deconfuse('Smиth')).toBe('Smuth');
    expect(deconfuse('SmЖth')).toBe('SmЖth');
  });

  test('judges each word of a text for itself', () => {
    expect(deconfuseWords('Газпром Exрort')).toBe('Газпром Export');
  });
});
