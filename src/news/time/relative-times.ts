// Times that count from the day of the report: yesterday, on Thursday, last month, two weeks ago, in recent weeks.
// Without such a day they are found all the same and have no days.
import { smallNumber } from '../quantity/number-words.ts';
import { addDays, addMonths, type Interval, monthOf, partsOf, weekOf, yearOf } from './calendar.ts';
import {
  isAboutFuture,
  nearestWeekday,
  type ReadTime,
  type Reference,
  type TimeRule,
  WEEKDAY,
  weekdayNumber,
} from './time-rule.ts';

const COUNT =
  '(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|\\d{1,3}|several|a\\s+few|a\\s+couple\\s+of)';
const UNIT = '(?:day|week|month|quarter|year|decade)';
const BORDER = '(?<![\\p{L}\\p{N}-])';
const END = '(?![\\p{L}\\p{N}])';

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade';

function rule(
  pattern: string,
  read: (
    groups: Readonly<Record<string, string | undefined>>,
    day: string,
    line: string,
    match: RegExpExecArray,
  ) => Interval | undefined,
  certainty: ReadTime['certainty'] = 'resolved',
): TimeRule {
  return {
    pattern: new RegExp(`${BORDER}${pattern}${END}`, 'giu'),
    read: (match: RegExpExecArray, reference: Reference | undefined, line: string) => {
      if (reference?.day === undefined) return { interval: {}, certainty: 'vague' };
      const interval = read(match.groups ?? {}, reference.day, line, match);
      return interval && { interval, certainty, anchor: reference.name };
    },
  };
}

export const relativeRules: readonly TimeRule[] = [
  rule('(?<word>yesterday|today|tonight|tomorrow|earlier today|later today)', ({ word = '' }, day) => {
    const date = /yester/iu.test(word) ? addDays(day, -1) : /tomorrow/iu.test(word) ? addDays(day, 1) : day;
    return { from: date, to: date };
  }),
  rule(
    `(?<which>last|this|next|this past|(?:early|late)\\s+(?:on\\s+)?)?\\s?(?<weekday>${WEEKDAY})`,
    ({ which, weekday = '' }, day, line, match) => {
      const isFuture =
        /^next/iu.test(which ?? '') ||
        (!/^(?:last|this past)/iu.test(which ?? '') && isAboutFuture(line, match.index));
      const date = nearestWeekday(weekdayNumber(weekday), day, isFuture);
      return { from: date, to: date };
    },
  ),
  rule(
    `(?<which>(?:earlier|later)\\s+(?:this|last|next)|last|this|next|the\\s+(?:past|previous|coming|following))\\s+(?<unit>${UNIT}|spring|summer|autumn|fall|winter)`,
    ({ which = '', unit = '' }, day) => relativeUnit(which.toLowerCase(), unit.toLowerCase(), day),
  ),
  rule(
    `(?<count>${COUNT})\\s+(?<unit>${UNIT})s?\\s+(?:ago|earlier|back)`,
    ({ count = '', unit = '' }, day) => {
      const number = countOf(count);
      return number === undefined
        ? around(addDays(day, -daysOf(unit, 3)), unit)
        : around(back(day, number, unit), unit);
    },
  ),
  rule(
    `(?:in|over|during|within|for)\\s+(?:the\\s+)?(?:past|last|recent|previous)\\s+(?:(?<count>${COUNT})\\s+)?(?<unit>${UNIT})s?`,
    ({ count, unit = '' }, day) => {
      const number = count === undefined ? undefined : countOf(count);
      return {
        from:
          number === undefined
            ? addDays(day, -daysOf(unit, count === undefined ? 6 : 5))
            : back(day, number, unit),
        to: day,
      };
    },
    'vague',
  ),
  rule(
    `(?:in|over|during|within)\\s+(?:the\\s+)?(?:next|coming)\\s+(?:(?<count>${COUNT})\\s+)?(?<unit>${UNIT})s?`,
    ({ count, unit = '' }, day) => {
      const number = count === undefined ? undefined : countOf(count);
      return {
        from: day,
        to: number === undefined ? addDays(day, daysOf(unit, 6)) : forth(day, number, unit),
      };
    },
    'vague',
  ),
  rule(
    `in\\s+(?:the\\s+)?(?<count>${COUNT})\\s+(?<unit>${UNIT})s?\\s+since`,
    ({ count = '', unit = '' }, day) => {
      const number = countOf(count);
      return {
        from: number === undefined ? addDays(day, -daysOf(unit, 5)) : back(day, number, unit),
        to: day,
      };
    },
    'vague',
  ),
  rule(
    `(?:recently|in\\s+recent\\s+(?<unit>day|week|month|year)s)`,
    ({ unit }, day) => (unit ? { from: addDays(day, -daysOf(unit, 6)), to: day } : undefined),
    'vague',
  ),
];

function relativeUnit(which: string, unit: string, day: string): Interval | undefined {
  const step = /last|past|previous/u.test(which) ? -1 : /next|coming|following/u.test(which) ? 1 : 0;
  const [year, month] = partsOf(day);
  let whole: Interval;
  switch (unit) {
    case 'day':
      whole = { from: addDays(day, step), to: addDays(day, step) };
      break;
    case 'week':
      whole = weekOf(addDays(day, step * 7));
      break;
    case 'month': {
      const [toYear, toMonth] = partsOf(addMonths(`${day.slice(0, 8)}01`, step));
      whole = monthOf(toYear, toMonth);
      break;
    }
    case 'quarter': {
      const first = addMonths(
        `${String(year).padStart(4, '0')}-${String(Math.floor((month - 1) / 3) * 3 + 1).padStart(2, '0')}-01`,
        step * 3,
      );
      whole = { from: first, to: addDays(addMonths(first, 3), -1) };
      break;
    }
    case 'year':
      whole = yearOf(year + step);
      break;
    case 'decade':
      whole = { from: yearOf(year + step * 10).from!, to: step < 0 ? day : yearOf(year + 10).to! };
      break;
    default: {
      const first = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }[unit] ?? 3;
      const at =
        step < 0 || (step === 0 && first > month)
          ? first < month
            ? year
            : year - 1
          : year + (step > 0 && first <= month ? 1 : 0);
      const from = `${at}-${String(first).padStart(2, '0')}-01`;
      whole = { from, to: addDays(addMonths(from, 3), -1) };
    }
  }
  // What happened earlier this month lies before the report; what is later, after it.
  if (which.startsWith('earlier') && step === 0) return { from: whole.from!, to: day };
  if (which.startsWith('later') && step === 0) return { from: day, to: whole.to! };
  return whole;
}

function countOf(text: string): number | undefined {
  const key = text.toLowerCase();
  if (/^an?$/u.test(key)) return 1;
  if (/couple/u.test(key)) return 2;
  return /several|few/u.test(key) ? undefined : smallNumber(key);
}

function back(day: string, count: number, unit: string): string {
  return shift(day, -count, unit.toLowerCase() as Unit);
}

function forth(day: string, count: number, unit: string): string {
  return shift(day, count, unit.toLowerCase() as Unit);
}

function shift(day: string, count: number, unit: Unit): string {
  if (unit === 'day') return addDays(day, count);
  if (unit === 'week') return addDays(day, count * 7);
  const months = { month: 1, quarter: 3, year: 12, decade: 120 }[unit];
  return addMonths(day, count * months);
}

/** "two weeks ago" is that week, "a year ago" that month or so: half a unit on either side. */
function around(day: string, unit: string): Interval {
  const half = Math.floor(daysOf(unit, 1) / 4);
  return { from: addDays(day, -half), to: addDays(day, half) };
}

function daysOf(unit: string, count: number): number {
  return { day: 1, week: 7, month: 30, quarter: 91, year: 365, decade: 3650 }[unit.toLowerCase()]! * count;
}
