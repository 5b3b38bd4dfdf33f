// Dates as the lists write them, into FollowTheMoney's prefixes: `1966-05-07`, `1966-05` or `1966`. A prefix says
// only what is known. Text that is no date is never guessed at: the caller gets an empty answer and decides.
import { DateTime } from 'luxon';

/** Which number comes first in an all-figures date such as 07/05/1966. */
export type DateOrder = 'day-first' | 'month-first';

/** Years of a stated range that are spelt out at most ("1955 to 1965"); lists were seen to go up to 21 (UN). */
const MAX_RANGE_YEARS = 30;

const DAY_FORMATS = {
  common: [
    'yyyy-MM-dd',
    'yyyy/M/d',
    'yyyy-M-d',
    'yyyy.M.d',
    'd LLL yyyy',
    'd LLLL yyyy',
    'd-LLL-yyyy',
    'd-LLL-yy',
    'LLL d, yyyy',
    'LLLL d, yyyy',
    'LLL d yyyy',
    'yyyyMMdd',
  ],
  'day-first': ['d/M/yyyy', 'd.M.yyyy', 'd-M-yyyy'],
  'month-first': ['M/d/yyyy', 'M.d.yyyy', 'M-d-yyyy'],
} as const;
const MONTH_FORMATS = ['yyyy-MM', 'LLL yyyy', 'LLLL yyyy', 'M/yyyy', 'LLL-yyyy'] as const;

/** Words that say "about" or introduce a date; what remains after them is read. */
const LEADING_WORDS = /^(?:approximately|approx\.?|circa|ca?\.|about|around|between|born|in|on)\s+/iu;

/** Parsers by format, built once: building one costs ten times as much as using it. */
const parsers = new Map<string, ReturnType<typeof DateTime.buildFormatParser>>();

function fromFormats(text: string, formats: readonly string[]): DateTime | undefined {
  for (const format of formats) {
    let parser = parsers.get(format);
    if (!parser) {
      parser = DateTime.buildFormatParser(format, { locale: 'en' });
      parsers.set(format, parser);
    }
    const parsed = DateTime.fromFormatParser(text, parser, { zone: 'utc', locale: 'en' });
    if (parsed.isValid) return parsed;
  }
  return undefined;
}

/** One date without ranges or words around it, as a prefix. */
function parseSingle(text: string, order: DateOrder): string | undefined {
  if (/^\d{4}$/u.test(text)) return text;
  // 00 stands for "not known" in the UK list: 00/00/1966, 00/05/1966; so does a padded 1966-00-00.
  const unknownDay = /^00\/(\d\d)\/(\d{4})$/u.exec(text);
  if (unknownDay) return unknownDay[1] === '00' ? unknownDay[2] : `${unknownDay[2]}-${unknownDay[1]}`;
  const padded = /^(\d{4})(?:-(\d\d))?-00(?:T.*)?$/u.exec(text);
  if (padded) return padded[2] && padded[2] !== '00' ? `${padded[1]}-${padded[2]}` : padded[1];
  const day = fromFormats(text, DAY_FORMATS.common) ?? fromFormats(text, DAY_FORMATS[order]);
  if (day) return day.toFormat('yyyy-MM-dd');
  const month = fromFormats(text, MONTH_FORMATS);
  if (month) return month.toFormat('yyyy-MM');
  if (/^\d{4}-\d\d-\d\d[T ]/u.test(text)) {
    const moment = DateTime.fromISO(text.replace(' ', 'T'), { setZone: true });
    if (moment.isValid) return moment.toFormat('yyyy-MM-dd');
  }
  return undefined;
}

/** The years from the one to the other, both included; empty if that is no sensible range. */
function yearsBetween(from: string, to: string): string[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  if (last < first || last - first > MAX_RANGE_YEARS) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

/**
 * The dates that a text of a list states, as prefixes; empty if it states none that can be read.
 *
 * "07 May 1966" gives one, "circa 1966" gives `1966`; a range ("1966 to 1968", "between 1966 and 1968") gives each
 * of its years, since any of them may be meant; "1966 or 1968" gives both.
 *
 * @param order which number comes first in an all-figures date. @default 'day-first'
 */
export function parseDates(text: string, order: DateOrder = 'day-first'): string[] {
  let rest = text
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/[.;,]$/u, '');
  while (LEADING_WORDS.test(rest)) rest = rest.replace(LEADING_WORDS, '');
  if (!rest) return [];
  const single = parseSingle(rest, order);
  if (single) return [single];
  const range = /^(.+?)\s*(?:\bto\b|\band\b|–|—|\s-\s|(?<=^\d{4})-(?=\d{4}$))\s*(.+)$/iu.exec(rest);
  if (range?.[1] && range[2]) {
    const [from] = parseDates(range[1], order);
    const [to] = parseDates(range[2], order);
    if (from && to) return yearsBetween(from, to);
  }
  const choices = rest.split(/\s+or\s+|\s*;\s*|\s*,\s*(?=\d{4}\b)/iu);
  if (choices.length > 1) return [...new Set(choices.flatMap((choice) => parseDates(choice, order)))];
  return [];
}

/**
 * A publication or listing day from text, as `YYYY-MM-DD`.
 * @returns undefined if the text is not one whole day
 */
export function parseDay(text: string, order: DateOrder = 'day-first'): string | undefined {
  const dates = parseDates(text, order);
  return dates.length === 1 && dates[0]?.length === 10 ? dates[0] : undefined;
}

/** The day of a date serial of Excel's 1900 system (24234 is 1966-05-07). */
export function dayOfExcelSerial(serial: number): string {
  return DateTime.utc(1899, 12, 30)
    .plus({ days: Math.floor(serial) })
    .toFormat('yyyy-MM-dd');
}

/** Whole days from one day to another; negative if `to` comes first. */
export function daysBetween(from: string, to: string): number {
  const start = DateTime.fromISO(from.slice(0, 10), { zone: 'utc' });
  return Math.round(DateTime.fromISO(to.slice(0, 10), { zone: 'utc' }).diff(start, 'days').days);
}
