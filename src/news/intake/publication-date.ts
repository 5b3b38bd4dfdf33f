// Publication dates as pages, feeds and newspapers write them, to the contract's form. Nothing is made more exact
// than it is: a time without a zone is dropped, since it names no moment; a zone is kept, since the day where it was
// written is what "on Thursday" in the report counts from. Two figures with slashes have no order and are not read.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Named zones of RFC 822, section 5.1. */
const ZONES: Readonly<Record<string, string>> = {
  z: 'Z',
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
};

const ISO =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:[.,]\d{1,9})?\s?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/iu;
const TIME =
  '(?:,?\\s+(?:at\\s+)?(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*(?:([a-z]{1,4})|([+-]\\d{2}:?\\d{2}))?)?';
const DAY_FIRST = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+([a-z]{3,9})\\.?,?\\s+(\\d{4})\\b${TIME}`,
  'iu',
);
const MONTH_FIRST = new RegExp(
  `\\b([a-z]{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b${TIME}`,
  'iu',
);
/** Longer texts are no dates. */
const MOST = 200;

/**
 * The first date in the text: "Fri, 31 Mar 2023 10:00:00 +0200" gives `2023-03-31T10:00:00+02:00`,
 * "March 31, 2023" gives `2023-03-31`.
 *
 * @returns undefined if there is none that can be read
 */
export function publicationDate(text: string): string | undefined {
  const trimmed = text.slice(0, MOST).trim();
  const iso = ISO.exec(trimmed) ?? ISO.exec(/\b\d{4}-\d{2}-\d{2}\b/u.exec(trimmed)?.[0] ?? '');
  const dayFirst = DAY_FIRST.exec(trimmed);
  const monthFirst = MONTH_FIRST.exec(trimmed);
  if (iso) {
    const [, year = '', month, day, hour, minute, second, zone] = iso;
    if (!month) return year;
    if (!day) return isMonth(Number(month)) ? `${year}-${month}` : undefined;
    return dated(Number(year), Number(month), Number(day), clock(hour, minute, second, zone));
  }
  if (dayFirst && (!monthFirst || dayFirst.index <= monthFirst.index)) {
    const [, day, month = '', year, ...time] = dayFirst;
    return dated(Number(year), monthNumber(month), Number(day), namedClock(time));
  }
  if (!monthFirst) return undefined;
  const [, month = '', day, year, ...time] = monthFirst;
  return dated(Number(year), monthNumber(month), Number(day), namedClock(time));
}

function namedClock([hour, minute, second, name, offset]: readonly (string | undefined)[]): string {
  return clock(hour, minute, second, offset ?? (name ? ZONES[name.toLowerCase()] : undefined));
}

function clock(hour?: string, minute?: string, second = '00', zone?: string): string {
  if (hour === undefined || minute === undefined || zone === undefined) return '';
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return '';
  const offset = /^z$/iu.test(zone) ? 'Z' : zone.replace(/^([+-]\d{2}):?(\d{2})$/u, '$1:$2');
  return `T${hour.padStart(2, '0')}:${minute}:${second}${offset}`;
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function isMonth(month: number): boolean {
  return month >= 1 && month <= 12;
}

function dated(year: number, month: number, day: number, time: string): string | undefined {
  if (!isMonth(month) || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  // There were no newspapers: a year of three figures is a number that happens to look like one.
  if (year < 1000) return undefined;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}${time}`;
}
