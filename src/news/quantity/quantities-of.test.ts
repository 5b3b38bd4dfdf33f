import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../text/tokenise.ts';
import { quantitiesOf } from './quantities-of.ts';

/** One line a quantity: its words, then operator, value, unit and what it is of. */
function lines(text: string): string[] {
  return quantitiesOf(documentOf(text, [])).map(({ start, end, op, value, to, unit, of }) => {
    const range = to === undefined ? '' : `..${to}`;
    return `${text.slice(start, end)}: ${op}${value}${range} ${unit ?? '-'} / ${of ?? '-'}`;
  });
}

describe('quantities', () => {
  it.each([
    [
      'a comparator, a number with a comma, a unit and what it is of',
      'Russia has lost over 9,000 pieces of heavy military equipment since the start of the war.',
      ['over 9,000 pieces of heavy military equipment: >9000 pieces / heavy military equipment'],
    ],
    [
      'dozens in words, with a list after "of"',
      'Russia would receive over two dozen kinds of weapons and munitions from Pyongyang.',
      ['over two dozen kinds of weapons and munitions: >24 kinds / weapons and munitions'],
    ],
    [
      'a magnitude whose unit is missing has none',
      'Russia bought millions of artillery from Pyongyang.',
      ['millions of artillery: >=1000000 - / artillery'],
    ],
    [
      'a magnitude of things that can be counted has them for a unit',
      'He tried to secure dozens of weapons and ammunition on behalf of Russia.',
      ['dozens of weapons and ammunition: >=12 weapons / weapons and ammunition'],
    ],
    [
      'tens of thousands',
      'Tens of thousands of shells arrived.',
      ['Tens of thousands of shells: >=10000 shells / shells'],
    ],
    [
      'vague numbers say the least that they can mean',
      'It sourced several types of weapons and a small number of drones months before the war.',
      ['several types of weapons: >=2 types / weapons', 'a small number of drones: >=1 drones / drones'],
    ],
    [
      'money by its sign, and what it pays for',
      'It paid $2.5 million in bribes, €3bn and about 40 million Swiss francs.',
      [
        '$2.5 million in bribes: =2500000 USD / bribes',
        '€3bn: =3000000000 EUR / -',
        'about 40 million Swiss francs: ~40000000 CHF / -',
      ],
    ],
    [
      'money by its name, and a code before the amount',
      'The court took 1.2 million pounds, nearly 500 rubles and CHF 8.1 billion.',
      [
        '1.2 million pounds: =1200000 GBP / -',
        'nearly 500 rubles: ~500 RUB / -',
        'CHF 8.1 billion: =8100000000 CHF / -',
      ],
    ],
    [
      'shares',
      'He sold at least 35 percent of the shares and kept 12.5%.',
      ['at least 35 percent of the shares: >=35 % / shares', '12.5%: =12.5 % / -'],
    ],
    [
      'ranges',
      'It shipped between 8,000 and 9,000 containers, 20 to 30 tonnes and 3-5 engines.',
      [
        'between 8,000 and 9,000 containers: =8000..9000 containers / -',
        '20 to 30 tonnes: =20..30 tonnes / -',
        '3-5 engines: =3..5 engines / -',
      ],
    ],
    [
      'limits behind the number and in front',
      'It may hold 300 or more rounds, up to 12 tankers, no fewer than twenty-five crew members and 50+ guns.',
      [
        '300 or more rounds: >=300 rounds / -',
        'up to 12 tankers: <=12 tankers / -',
        'no fewer than twenty-five crew members: >=25 members / -',
        '50+ guns: >=50 guns / -',
      ],
    ],
    [
      'a compound with hyphens is a modifier',
      'It saw three ship-to-ship operations.',
      ['three ship-to-ship operations: =3 operations / -'],
    ],
    [
      'a span of time that is told, not one that places',
      'He got five years in prison two weeks ago, within three days.',
      ['five years: =5 years / -'],
    ],
    ['a year before a plural counts it', 'It sank in 2014 with 2,014 crew.', ['2,014 crew: =2014 - / -']],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it.each([
    'One man and the first company left.',
    'In 2014 and by March 3, 2015, at 10:30 or 5 p.m. on the 4th.',
    'Kirby, 56, is a 56-year-old spokesman.',
    'Resolution 1718 and Section 5 speak of Boeing 747 and IMO 9123456.',
    'Zero is no number here, and account 12345678901234567890 is none.',
  ])('are not made of: %s', (text) => {
    expect(lines(text)).toEqual([]);
  });

  it('are slices of any text, in order, not overlapping, with finite values', () => {
    const pieces = [
      'over',
      '9,000',
      'two',
      'dozen',
      'million',
      '$',
      '€3bn',
      '%',
      'of',
      'shells',
      'and',
      'between',
      '-',
      'to',
      'tens of',
      'thousands',
      'years',
      '.',
      '\n\n',
      'a',
      '1,2,3',
      '٣',
      '10:30',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 5 })), {
          maxLength: 40,
        }),
        (row) => {
          const text = row.join(' ');
          let last = 0;
          for (const { start, end, value } of quantitiesOf(documentOf(text, []))) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(Number.isFinite(value)).toBe(true);
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
          readonly surface: string;
          readonly norm: {
            readonly op?: string;
            readonly value?: number | null;
            readonly unit?: string | null;
          } | null;
        }[];
      }[];
    }

    it('have all their quantities found, with the value and the unit where the gold tells them', () => {
      const { articles } = JSON.parse(readFileSync(new URL('seed-gold.json', folder), 'utf8')) as Gold;
      let seen = 0;
      for (const { file, datesAndQuantities } of articles) {
        const text = readFileSync(new URL(file, folder), 'utf8');
        const found = quantitiesOf(documentOf(text, []));
        for (const gold of datesAndQuantities.filter(({ type }) => type === 'QUANTITY')) {
          seen += 1;
          const one = found.find(({ start, end }) => start <= gold.start && gold.start < end);
          expect(one, gold.surface).toBeDefined();
          if (gold.norm?.op === '>')
            expect(one).toMatchObject({ op: '>', value: gold.norm.value, unit: gold.norm.unit });
          if (gold.norm?.unit === null) expect(one?.unit).toBeUndefined();
        }
      }
      expect(seen).toBeGreaterThan(10);
    });
  },
);
