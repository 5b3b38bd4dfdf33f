import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicationDate } from './publication-date.ts';

describe('a publication date', () => {
  it.each([
    ['2023', '2023'],
    ['2023-03', '2023-03'],
    ['2023-03-31', '2023-03-31'],
    ['2023-03-31T08:00:00+02:00', '2023-03-31T08:00:00+02:00'],
    ['2023-03-31T08:00:00.123Z', '2023-03-31T08:00:00Z'],
    ['2023-03-31 08:00:00+0400', '2023-03-31T08:00:00+04:00'],
    ['2023-03-31T08:00', '2023-03-31'],
    ['Fri, 31 Mar 2023 10:00:00 +0200', '2023-03-31T10:00:00+02:00'],
    ['Fri, 31 Mar 2023 10:00:00 GMT', '2023-03-31T10:00:00Z'],
    ['31 Mar 2023 10:00 EST', '2023-03-31T10:00:00-05:00'],
    ['Friday, March 31, 2023', '2023-03-31'],
    ['Mar. 3rd, 2023', '2023-03-03'],
    ['Published 31st March 2023 at 10:00', '2023-03-31'],
    ['The Post, 31 March 2023, updated 3 April 2023', '2023-03-31'],
    ['April 3, 2023, first printed 31 March 2023', '2023-04-03'],
    ['updated: 2023-03-31, by us', '2023-03-31'],
    ['29 February 2024', '2024-02-29'],
  ])('%s is %s', (text, expected) => {
    expect(publicationDate(text)).toBe(expected);
  });

  it.each([
    '',
    'yesterday',
    '31/03/2023',
    '03/04/2023',
    '29 February 2023',
    '2023-13',
    '2023-02-30',
    'May 2023',
    '31 Foo 2023',
  ])('is not made of "%s"', (text) => {
    expect(publicationDate(text)).toBeUndefined();
  });

  it.each(['-0331-03-03', '0331-03-03', '3 March 0331'])(
    'is none that lies before the year 1000: %s',
    (text) => {
      expect(publicationDate(text)).toBeUndefined();
    },
  );

  it('has one of four forms, whatever it comes from', () => {
    const parts = fc.constantFrom(
      '31',
      'March',
      '2023',
      ',',
      ' ',
      '-03',
      'T',
      '10:00',
      'GMT',
      '+0200',
      'Mon',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(parts).map((list) => list.join('')),
        ),
        (text) => {
          const date = publicationDate(text);
          if (date === undefined) return;
          expect(date).toMatch(/^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2}))?)?)?$/u);
        },
      ),
    );
  });
});
