// Times that name a place in the calendar: days, months, quarters, years and ranges of them, with "early", "mid" and
// "late". Early, middle and late thirds of a year have four months, those of a month ten days.
import { addDays, dayOf, type Interval, monthOf, monthsOf, partsOf, yearOf } from './calendar.ts';
import {
  bounded,
  DAY_NUMBER,
  isAboutFuture,
  MONTH,
  monthNumber,
  nearestDay,
  nearestYear,
  type ReadTime,
  type Reference,
  type TimeRule,
  WEEKDAY,
  YEAR,
} from './time-rule.ts';

const BOUND =
  '(?:(?<bound>by|until|till|since|before|after|from|no later than|prior to)\\s+(?:the\\s+|last\\s+)?)?';
const PART =
  '(?:(?:the\\s+)?(?<part>very early|early|mid|middle of|late|beginning of|start of|end of|first half of|second half of)[\\s-]+(?:the\\s+)?(?:in\\s+|of\\s+)?)?';
/** Characters beside a month that tell whether it is one. */
const BESIDE = 24;
const BORDER = '(?<![\\p{L}\\p{N}$€£.,/-])';
const END = '(?![\\p{L}\\p{N}])(?!,\\d|\\.\\d)';

function rule(pattern: string, read: TimeRule['read'], flags = 'gu'): TimeRule {
  return { pattern: new RegExp(pattern, flags), read };
}

type Groups = Readonly<Record<string, string | undefined>>;

function groupsOf(match: RegExpExecArray): Groups {
  return match.groups ?? {};
}

export const calendarRules: readonly TimeRule[] = [
  // March 30, 2023; Thursday, March 30th; by March 30
  rule(
    `${BORDER}${BOUND}(?:${WEEKDAY},?\\s+)?(?<month>${MONTH})\\s+(?<day>${DAY_NUMBER})(?:,?\\s+(?<year>${YEAR}))?${END}`,
    readDay,
  ),
  // 30 March 2023; the 30th of March
  rule(
    `${BORDER}${BOUND}(?:${WEEKDAY},?\\s+)?(?:the\\s+)?(?<day>${DAY_NUMBER})\\s+(?:of\\s+)?(?<month>${MONTH})(?:,?\\s+(?<year>${YEAR}))?${END}`,
    readDay,
  ),
  // 2023-03-30
  rule(`${BORDER}(?<year>${YEAR})-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\\d|3[01])${END}`, (match) => {
    const { year, month, day } = groupsOf(match);
    return exact(oneDay(dayOf(Number(year), Number(month), Number(day))));
  }),
  // 30.03.2023, and 30/03/2023 where it can only be read one way
  rule(`${BORDER}(?<one>\\d{1,2})(?<sign>[./])(?<two>\\d{1,2})\\k<sign>(?<year>${YEAR})${END}`, (match) => {
    const { one, two, sign, year } = groupsOf(match);
    const [first, second] = [Number(one), Number(two)];
    if (sign === '/' && first <= 12 && second <= 12 && first !== second) return undefined;
    return exact(
      oneDay(
        sign === '/' && second > 12 ? dayOf(Number(year), first, second) : dayOf(Number(year), second, first),
      ),
    );
  }),
  // March 3-7, 2023; from March 3 to 7
  rule(
    `${BORDER}(?:from\\s+|between\\s+)?(?<month>${MONTH})\\s+(?<day>${DAY_NUMBER})\\s*(?:-|–|—|to|and|through)\\s*(?<last>${DAY_NUMBER})(?:,?\\s+(?<year>${YEAR}))?${END}`,
    (match, reference) => {
      const { month = '', day = '', last = '', year } = groupsOf(match);
      return range(
        dateOf(month, day, year, reference),
        dateOf(month, last, year, reference),
        year,
        reference,
      );
    },
  ),
  // from March 3 to April 7, 2023
  rule(
    `${BORDER}(?:from\\s+|between\\s+)?(?<month>${MONTH})\\s+(?<day>${DAY_NUMBER})(?:,?\\s+(?<year1>${YEAR}))?\\s*(?:-|–|—|to|and|through|until)\\s*(?<month2>${MONTH})\\s+(?<last>${DAY_NUMBER})(?:,?\\s+(?<year>${YEAR}))?${END}`,
    (match, reference) => {
      const { month = '', day = '', year1, month2 = '', last = '', year } = groupsOf(match);
      return range(
        dateOf(month, day, year1 ?? year, reference),
        dateOf(month2, last, year, reference),
        year,
        reference,
      );
    },
  ),
  // between March 2019 and June 2020; from June to August 2022
  rule(
    `${BORDER}(?:from\\s+|between\\s+)(?<month>${MONTH})(?:\\s+(?<year1>${YEAR}))?\\s*(?:-|–|—|to|and|through|until)\\s*(?<month2>${MONTH})(?:\\s+(?<year>${YEAR}))?${END}`,
    (match, reference, line) => {
      const { month = '', year1, month2 = '', year } = groupsOf(match);
      const last =
        year ??
        (reference && String(nearestYear(monthNumber(month2), reference, isAboutFuture(line, match.index))));
      if (last === undefined) return unknown(reference);
      const first = year1 ?? (monthNumber(month) > monthNumber(month2) ? String(Number(last) - 1) : last);
      const from = monthOf(Number(first), monthNumber(month)).from;
      return {
        interval: { ...(from !== undefined && { from }), to: monthOf(Number(last), monthNumber(month2)).to! },
        ...told(year, reference),
      };
    },
  ),
  // from 2018 to 2020; between 2018 and 2020; 2018-2020
  rule(
    `${BORDER}(?:(?:from|between)\\s+(?<year1>${YEAR})\\s*(?:-|–|—|to|and|through|until)\\s*|(?<year2>${YEAR})\\s?[-–—]\\s?)(?<year>${YEAR})${END}`,
    (match) => {
      const { year1, year2, year } = groupsOf(match);
      const [from, to] = [Number(year1 ?? year2), Number(year)];
      return from <= to ? exact({ from: yearOf(from).from!, to: yearOf(to).to! }) : undefined;
    },
  ),
  // September 2022; by late September 2022; early September
  rule(`${BORDER}${BOUND}${PART}(?<month>${MONTH})(?:\\s+(?:of\\s+)?(?<year>${YEAR}))?${END}`, readMonth),
  // Q1 2022; the first quarter of 2022; H1 2022
  rule(
    `${BORDER}${BOUND}(?:Q(?<quarter>[1-4])|(?:the\\s+)?(?<ordinal>first|second|third|fourth|last)\\s+quarter|H(?<half>[12]))(?:\\s+of)?(?:\\s+(?<year>${YEAR})|\\s+(?<this>last|this|the|next)\\s+year)?${END}`,
    readQuarter,
  ),
  // by early 2023; mid-2021; late 2022; the end of 2020
  rule(
    `${BORDER}${BOUND}(?:the\\s+)?(?<part>very early|early|mid|middle of|late|beginning of|start of|end of|first half of|second half of)[\\s-]+(?:in\\s+)?(?<year>${YEAR})${END}`,
    (match) => {
      const { bound, part = '', year } = groupsOf(match);
      return { interval: bounded(bound, partOfYear(Number(year), part)), certainty: 'vague' };
    },
  ),
  // since 2014; by 2025; in 2014; during 2019
  rule(
    `${BORDER}(?:(?<bound>by|until|till|since|before|after|from|no later than|prior to)\\s+|(?<in>in|during|of|throughout|for|around|circa|fiscal|year|back in|late in|early in)\\s+)(?<year>${YEAR})(?!\\s+(?:pieces|people|tons|tonnes|barrels|men|women|units|shells|rounds|members|employees|companies))(?!\\s*[-–—]\\s*\\d)${END}`,
    (match) => {
      const { bound, in: within, year } = groupsOf(match);
      const interval = bounded(bound, yearOf(Number(year)));
      if (within === 'for' && match[0].length === 0) return undefined;
      return bound ? exact(interval) : { ...exact(interval), skip: match[0].length - 4 };
    },
    'giu',
  ),
  // in 2022 and 2023: the later ones
  rule(
    `(?<=\\b(?:in|during|since)\\s(?:${YEAR},\\s){0,4}${YEAR}(?:,?\\s(?:and|or)|,)\\s)(?<year>${YEAR})${END}`,
    (match) => exact(yearOf(Number(match[0]))),
  ),
  // the 1990s, the early 2000s
  rule(
    `${BORDER}(?:the\\s+)?(?:(?<part>early|mid|late)[\\s-]+)?(?<decade>(?:1[6-9]|20)\\d0)s${END}`,
    (match) => {
      const { part, decade } = groupsOf(match);
      const year = Number(decade);
      const [first, last] =
        part === 'early' ? [0, 3] : part === 'mid' ? [3, 6] : part === 'late' ? [6, 9] : [0, 9];
      return {
        interval: { from: yearOf(year + first).from!, to: yearOf(year + last).to! },
        certainty: 'vague',
      };
    },
  ),
];

function readDay(match: RegExpExecArray, reference: Reference | undefined): ReadTime | undefined {
  const { bound, month = '', day = '', year } = groupsOf(match);
  if (year === undefined && /^from$/iu.test(bound ?? ''))
    return withoutBound(match, dateOf(month, day, year, reference), reference);
  const date = dateOf(month, day, year, reference);
  if (date === undefined)
    return year === undefined && !reference ? { interval: {}, certainty: 'vague' } : undefined;
  return { interval: bounded(bound, { from: date, to: date }), ...told(year, reference) };
}

/** "the man from March 3" may be a beginning or only a day; a beginning is what it says. */
function withoutBound(
  _match: RegExpExecArray,
  date: string | undefined,
  reference: Reference | undefined,
): ReadTime | undefined {
  return date === undefined
    ? unknown(reference)
    : { interval: { from: date }, ...told(undefined, reference) };
}

function readMonth(
  match: RegExpExecArray,
  reference: Reference | undefined,
  line: string,
): ReadTime | undefined {
  const { bound, part, month = '', year } = groupsOf(match);
  const end = match.index + match[0].length;
  const before = line.slice(Math.max(0, match.index - BESIDE), match.index);
  const after = line.slice(end, end + BESIDE);
  // "May" and "March" alone are names and verbs: a month needs a preposition, a part or a year.
  const isPlaced =
    /\b(?:in|of|during|through|throughout|last|this|next|on|since|for|and|to|between|to)\s+$/iu.test(before);
  if (year === undefined && part === undefined && bound === undefined && !isPlaced) return undefined;
  if (
    year === undefined &&
    /^\s+(?:\p{Lu}\p{Ll}|said|says|told|added|\d)/u.test(after) &&
    /^(?:May|March|April|June|August)$/u.test(month)
  )
    return undefined;
  const isNext = /\bnext\s+$/iu.test(before) || isAboutFuture(line, match.index);
  const told1 = told(year, reference);
  if (year === undefined && !reference) return unknown(reference);
  const number = year === undefined ? nearestYear(monthNumber(month), reference!, isNext) : Number(year);
  const whole = monthOf(number, monthNumber(month));
  const interval = part === undefined ? whole : partOfMonth(whole, part);
  return {
    interval: bounded(bound, interval),
    ...told1,
    ...(part !== undefined && { certainty: 'vague' as const }),
  };
}

function readQuarter(match: RegExpExecArray, reference: Reference | undefined): ReadTime | undefined {
  const { bound, quarter, ordinal, half, year, this: which } = groupsOf(match);
  if (half === undefined && quarter === undefined && year === undefined && which === undefined && !reference)
    return unknown(reference);
  const now = reference?.day === undefined ? reference?.year : partsOf(reference.day)[0];
  const number =
    year === undefined
      ? now === undefined
        ? undefined
        : which === 'last'
          ? now - 1
          : which === 'next'
            ? now + 1
            : now
      : Number(year);
  if (number === undefined) return unknown(reference);
  if (half)
    return {
      interval: bounded(bound, half === '1' ? monthsOf(number, 1, 6) : monthsOf(number, 7, 12)),
      ...told(year, reference),
    };
  const place = quarter
    ? Number(quarter)
    : { first: 1, second: 2, third: 3, fourth: 4, last: 4 }[ordinal ?? 'first'];
  return { interval: bounded(bound, monthsOf(number, place! * 3 - 2, place! * 3)), ...told(year, reference) };
}

/** Thirds of a year; halves where the text says so. */
export function partOfYear(year: number, part: string): Interval {
  if (/first half/iu.test(part)) return monthsOf(year, 1, 6);
  if (/second half/iu.test(part)) return monthsOf(year, 7, 12);
  if (/early|beginning|start/iu.test(part)) return monthsOf(year, 1, 4);
  if (/mid/iu.test(part)) return monthsOf(year, 5, 8);
  return /^end/iu.test(part) ? monthsOf(year, 12, 12) : monthsOf(year, 9, 12);
}

function partOfMonth({ from, to }: Interval, part: string): Interval {
  if (/early|beginning|start/iu.test(part)) return { from: from!, to: addDays(from!, 9) };
  if (/mid/iu.test(part)) return { from: addDays(from!, 10), to: addDays(from!, 19) };
  if (/first half/iu.test(part)) return { from: from!, to: addDays(from!, 14) };
  if (/second half/iu.test(part)) return { from: addDays(from!, 15), to: to! };
  return { from: addDays(from!, 20), to: to! };
}

function dateOf(
  month: string,
  day: string,
  year: string | undefined,
  reference: Reference | undefined,
): string | undefined {
  const [monthIndex, date] = [monthNumber(month), Number.parseInt(day, 10)];
  if (year !== undefined) return dayOf(Number(year), monthIndex, date);
  return reference && nearestDay(monthIndex, date, reference);
}

function oneDay(day: string | undefined): Interval | undefined {
  return day === undefined ? undefined : { from: day, to: day };
}

function exact(interval: Interval): ReadTime;
function exact(interval: Interval | undefined): ReadTime | undefined;
function exact(interval: Interval | undefined): ReadTime | undefined {
  return interval && { interval, certainty: 'exact' };
}

function range(
  from: string | undefined,
  to: string | undefined,
  year: string | undefined,
  reference: Reference | undefined,
): ReadTime | undefined {
  return from !== undefined && to !== undefined && from <= to
    ? { interval: { from, to }, ...told(year, reference) }
    : undefined;
}

/** A time with its year is exact; without, it was resolved. */
function told(
  year: string | undefined,
  reference: Reference | undefined,
): { certainty: ReadTime['certainty']; anchor?: string } {
  return year !== undefined
    ? { certainty: 'exact' }
    : { certainty: 'resolved', ...(reference && { anchor: reference.name }) };
}

/** A time that nothing resolves keeps its place in the text. */
function unknown(reference: Reference | undefined): ReadTime | undefined {
  return reference ? undefined : { interval: {}, certainty: 'vague' };
}
