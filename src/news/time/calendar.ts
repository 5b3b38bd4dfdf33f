// Days as `YYYY-MM-DD` and intervals of them, both ends included. Pure arithmetic of the Gregorian calendar: no clock, no
// time zone.

export interface Interval {
  readonly from?: string;
  readonly to?: string;
}

const DAY = 86_400_000;

/** The day, or undefined where there is none: 30 February, month 13. */
export function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? iso(date) : undefined;
}

export function addDays(day: string, count: number): string {
  return iso(new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY));
}

/** The same day some months on, or the last of that month where it is shorter. */
export function addMonths(day: string, count: number): string {
  const [year, month, date] = partsOf(day);
  const total = year * 12 + (month - 1) + count;
  const [toYear, toMonth] = [Math.floor(total / 12), (total % 12) + 1];
  return dayOf(toYear, toMonth, Math.min(date, daysIn(toYear, toMonth)))!;
}

export function partsOf(day: string): [year: number, month: number, date: number] {
  const [year, month, date] = day.split('-').map(Number);
  return [year!, month!, date!];
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

export function monthOf(year: number, month: number): Interval {
  return { from: dayOf(year, month, 1)!, to: dayOf(year, month, daysIn(year, month))! };
}

export function yearOf(year: number): Interval {
  return { from: `${pad(year, 4)}-01-01`, to: `${pad(year, 4)}-12-31` };
}

/** Months `[first, last]` of a year. */
export function monthsOf(year: number, first: number, last: number): Interval {
  return { from: dayOf(year, first, 1)!, to: dayOf(year, last, daysIn(year, last))! };
}

/** The week, Monday to Sunday, that a day lies in. */
export function weekOf(day: string): Interval {
  const monday = addDays(day, -((weekdayOf(day) + 6) % 7));
  return { from: monday, to: addDays(monday, 6) };
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
