import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Zone } from '../../model/reading.ts';
import { documentOf } from '../text/tokenise.ts';
import { timesOf } from './times-of.ts';

/** A Friday. */
const PUBLISHED = '2023-03-31';

/** One line a time: its words, its days, its certainty and its anchor. */
function lines(text: string, published: string | undefined = PUBLISHED): string[] {
  return timesOf(documentOf(text, []), { published }).map(
    ({ start, end, from, to, certainty, anchor }) =>
      `${text.slice(start, end)}: ${from ?? ''}..${to ?? ''} ${certainty}${anchor ? ` (${anchor})` : ''}`,
  );
}

describe('times in the calendar', () => {
  it.each([
    ['OFAC acted on March 30, 2023.', ['March 30, 2023: 2023-03-30..2023-03-30 exact']],
    ['OFAC acted on Thursday, 30 March 2023.', ['Thursday, 30 March 2023: 2023-03-30..2023-03-30 exact']],
    [
      'It is dated 2023-03-30, 30.03.2023 or 3/30/2023.',
      [
        '2023-03-30: 2023-03-30..2023-03-30 exact',
        '30.03.2023: 2023-03-30..2023-03-30 exact',
        '3/30/2023: 2023-03-30..2023-03-30 exact',
      ],
    ],
    ['A date such as 03/04/2023 could be two.', []],
    ['On March 30th, Kirby spoke.', ['March 30th: 2023-03-30..2023-03-30 resolved (publication)']],
    ['He spoke on December 12.', ['December 12: 2022-12-12..2022-12-12 resolved (publication)']],
    ['In September 2022, the paper reported it.', ['September 2022: 2022-09-01..2022-09-30 exact']],
    ['He wrote in late February.', ['late February: 2023-02-21..2023-02-28 vague (publication)']],
    ['They were to arrive by early 2023.', ['by early 2023: ..2023-04-30 vague']],
    ['It was sold in mid-2021.', ['mid-2021: 2021-05-01..2021-08-31 vague']],
    [
      'It was sold in 2014 and since 2019.',
      ['2014: 2014-01-01..2014-12-31 exact', 'since 2019: 2019-01-01.. exact'],
    ],
    [
      'It sold chips in 2020, 2021 and 2022.',
      [
        '2020: 2020-01-01..2020-12-31 exact',
        '2021: 2021-01-01..2021-12-31 exact',
        '2022: 2022-01-01..2022-12-31 exact',
      ],
    ],
    [
      'Sales rose in Q1 2022 and in the third quarter of 2021.',
      ['Q1 2022: 2022-01-01..2022-03-31 exact', 'the third quarter of 2021: 2021-07-01..2021-09-30 exact'],
    ],
    ['It ran from June to August 2022.', ['from June to August 2022: 2022-06-01..2022-08-31 exact']],
    [
      'It ran between November 2021 and May 2022.',
      ['between November 2021 and May 2022: 2021-11-01..2022-05-31 exact'],
    ],
    [
      'It ran from 2018 to 2020, on March 3-7, 2021.',
      ['from 2018 to 2020: 2018-01-01..2020-12-31 exact', 'March 3-7, 2021: 2021-03-03..2021-03-07 exact'],
    ],
    [
      'He left before March 2022 and came after 3 May 2022.',
      ['before March 2022: ..2022-02-28 exact', 'after 3 May 2022: 2022-05-04.. exact'],
    ],
    ['It rose in the early 1990s.', ['the early 1990s: 1990-01-01..1993-12-31 vague']],
    ['There is no 2022-02-30.', []],
  ])('%s', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });
});

describe('times that count from the report', () => {
  it.each([
    [
      'He spoke yesterday and will speak tomorrow.',
      [
        'yesterday: 2023-03-30..2023-03-30 resolved (publication)',
        'tomorrow: 2023-04-01..2023-04-01 resolved (publication)',
      ],
    ],
    ['The office acted on Thursday.', ['Thursday: 2023-03-30..2023-03-30 resolved (publication)']],
    ['The talks will go on on Monday.', ['Monday: 2023-04-03..2023-04-03 resolved (publication)']],
    ['Last year, he conducted tests.', ['Last year: 2022-01-01..2022-12-31 resolved (publication)']],
    ['Last month, Blinken claimed so.', ['Last month: 2023-02-01..2023-02-28 resolved (publication)']],
    ['It was seized last week.', ['last week: 2023-03-20..2023-03-26 resolved (publication)']],
    [
      'It was seized earlier this month.',
      ['earlier this month: 2023-03-01..2023-03-31 resolved (publication)'],
    ],
    ['It was seized three days ago.', ['three days ago: 2023-03-28..2023-03-28 resolved (publication)']],
    [
      'In recent weeks, shortages have worsened.',
      ['In recent weeks: 2023-02-17..2023-03-31 vague (publication)'],
    ],
    [
      'It doubled over the past two years.',
      ['over the past two years: 2021-03-31..2023-03-31 vague (publication)'],
    ],
    ['They would hold talks in July.', ['July: 2023-07-01..2023-07-31 resolved (publication)']],
    [
      'It has held true in the two weeks since it was written.',
      ['in the two weeks since: 2023-03-17..2023-03-31 vague (publication)'],
    ],
  ])('%s', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it('keep their place and have no days where no day is known', () => {
    expect(lines('Last month, he spoke on Friday, two weeks ago.', '')).toEqual([
      'Last month: .. vague',
      'Friday: .. vague',
      'two weeks ago: .. vague',
    ]);
  });

  it('take the year from the text where the report has no date', () => {
    expect(lines('In September 2022 it began. On March 3 it ended.', '')).toEqual([
      'September 2022: 2022-09-01..2022-09-30 exact',
      'March 3: 2022-03-03..2022-03-03 resolved (latest year in the text)',
    ]);
  });

  it('count from the day of the dateline rather than from that of publication', () => {
    const text = 'LONDON, March 28 (Reuters) - The bank was fined yesterday.';
    const dateline: Zone = { kind: 'dateline', start: 0, end: text.indexOf(' -') };
    const found = timesOf(documentOf(text, [dateline]), { published: PUBLISHED });
    expect(found.at(-1)).toMatchObject({ from: '2023-03-27', anchor: 'dateline' });
    expect(
      timesOf(documentOf(text, []), { published: PUBLISHED, dateline: '2023-03-20' }).at(-1),
    ).toMatchObject({
      from: '2023-03-19',
      anchor: 'dateline',
    });
  });
});

describe('times that count from an event', () => {
  it.each([
    [
      'Russia has lost much since the start of the war, and it knows.',
      ['since the start of the war: .. vague (the start of the war)'],
    ],
    ['It turned to Iran since invading Ukraine.', ['since invading Ukraine: .. vague (invading Ukraine)']],
    [
      'It sent drones months before the Ukraine war.',
      ['months before the Ukraine war: .. vague (the Ukraine war)'],
    ],
    [
      'News came just hours after the U.S. announcement.',
      ['just hours after the U.S. announcement: .. vague (the U.S. announcement)'],
    ],
  ])('%s', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });
});

describe('what is no time', () => {
  it.each([
    'The Cold War days seem to be back.',
    'The deal would be welcome since the country has been suffering.',
    'A 56-year-old man may march in the august hall; Theresa May said so.',
    'It took two years and a ten-day journey.',
    'The ship sank with 2014 containers worth $2,015.',
  ])('%s', (text) => {
    expect(lines(text)).toEqual([]);
  });
});

describe('any text', () => {
  it('gives times that are slices of it, in order, not overlapping, with true days', () => {
    const pieces = [
      'March',
      '30',
      '31,',
      '2023',
      'since',
      'by early',
      'last',
      'year',
      'Friday',
      'between',
      'and',
      'to',
      'Q1',
      'ago',
      'two weeks',
      'the 1990s',
      '-',
      '.',
      '\n\n',
      'before the war',
      '2023-02-30',
      'in',
      '٣',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 5 })), {
          maxLength: 40,
        }),
        (row) => {
          const text = row.join(' ');
          let last = 0;
          for (const { start, end, from, to } of timesOf(documentOf(text, []), { published: PUBLISHED })) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            for (const day of [from, to])
              if (day !== undefined)
                expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
            if (from !== undefined && to !== undefined) expect(from <= to).toBe(true);
            last = end;
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

const folder = new URL('../../../../shared/eval/articles/', import.meta.url);

describe.skipIf(!existsSync(folder))(
  'the two reports of ../shared/eval/articles (left out where it is absent)',
  () => {
    interface Gold {
      readonly articles: readonly {
        readonly file: string;
        readonly datesAndQuantities: readonly {
          readonly type: string;
          readonly start: number;
          readonly end: number;
          readonly surface: string;
          readonly norm: { readonly resolvesTo?: string } | null;
        }[];
      }[];
    }

    it('have all their dates found and nothing else, resolved as the gold resolves them', () => {
      const { articles } = JSON.parse(readFileSync(new URL('seed-gold.json', folder), 'utf8')) as Gold;
      let seen = 0;
      for (const { file, datesAndQuantities } of articles) {
        const text = readFileSync(new URL(file, folder), 'utf8');
        const found = timesOf(documentOf(text, []), { published: PUBLISHED });
        const gold = datesAndQuantities.filter(({ type }) => type === 'DATE');
        for (const { start, end, surface, norm } of gold) {
          seen += 1;
          const one = found.find((time) => time.start < end && start < time.end);
          expect(one, surface).toBeDefined();
          if (norm?.resolvesTo) expect(one?.from?.startsWith(norm.resolvesTo), surface).toBe(true);
        }
        for (const time of found) {
          const isGold = gold.some(({ start, end }) => time.start < end && start < time.end);
          expect(isGold, text.slice(time.start, time.end)).toBe(true);
        }
      }
      expect(seen).toBeGreaterThan(10);
    });
  },
);
