// What the rules that read times share: the reference, the answer of a rule, and the words of months and days.
import type { FoundTime } from '../document.ts';
import { addDays, dayOf, daysBetween, type Interval, partsOf } from './calendar.ts';

/** What relative times count from: a day, or only a year. */
export interface Reference {
  readonly day?: string;
  readonly year?: number;
  readonly name: string;
}

export interface ReadTime {
  readonly interval: Interval;
  readonly certainty: FoundTime['certainty'];
  readonly anchor?: string | undefined;
  /** Characters at the start of the match that are no part of the time. @default 0 */
  readonly skip?: number;
  /** Characters of the time after those skipped. @default to the end of the match */
  readonly length?: number;
}

export interface TimeRule {
  readonly pattern: RegExp;
  /** @param line the sentence; undefined answers that this is no time. */
  readonly read: (
    match: RegExpExecArray,
    reference: Reference | undefined,
    line: string,
  ) => ReadTime | undefined;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** With a capital, since "may" and "march" are words. */
export const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)';
export const WEEKDAY = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)';
export const YEAR = '(?:1[5-9]|20)\\d\\d';
export const DAY_NUMBER = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';

/** 1 to 12. */
export function monthNumber(text: string): number {
  const key = text.slice(0, 3).toLowerCase();
  return MONTHS.findIndex((month) => month.startsWith(key)) + 1;
}

/** 0 is Sunday. */
export function weekdayNumber(text: string): number {
  return WEEKDAYS.indexOf(text.toLowerCase());
}

/** Characters around a time that tell whether it is to come; a sentence is seldom longer. */
const AROUND = 200;

/** True if the words around a time speak of what is to come, so that "on Friday" is the next one. */
export function isAboutFuture(line: string, at: number): boolean {
  return /\b(?:will|would|shall|(?:is|are|was|were) (?:due|set|expected|scheduled|planning|slated) to|plans? to|intends? to|next|upcoming|tomorrow)\b/iu.test(
    line.slice(Math.max(0, at - AROUND), at + AROUND),
  );
}

/**
 * The day of a month and a day without a year: the one nearest to the reference, or in the reference's year if only
 * that is known.
 */
export function nearestDay(month: number, day: number, reference: Reference): string | undefined {
  if (reference.day === undefined) return dayOf(reference.year!, month, day);
  const [year] = partsOf(reference.day);
  let best: string | undefined;
  for (const candidate of [
    dayOf(year, month, day),
    dayOf(year - 1, month, day),
    dayOf(year + 1, month, day),
  ]) {
    if (candidate && (!best || distance(candidate, reference.day) < distance(best, reference.day)))
      best = candidate;
  }
  return best;
}

/** The year of a month without one: the last such month before the reference, or the next if that is what is meant. */
export function nearestYear(month: number, reference: Reference, isFuture: boolean): number {
  if (reference.day === undefined) return reference.year!;
  const [year, now] = partsOf(reference.day);
  if (isFuture) return month >= now ? year : year + 1;
  return month <= now ? year : year - 1;
}

/** A little is taken from days to come, since reports tell what has happened. */
function distance(day: string, reference: string): number {
  const days = daysBetween(reference, day);
  return days > 0 ? days + 30 : -days;
}

/** The last day of the week before or on the reference, or the next after it. */
export function nearestWeekday(weekday: number, reference: string, isFuture: boolean): string {
  for (let step = 0; step < 7; step += 1) {
    const day = addDays(reference, isFuture ? step + 1 : -step);
    if (new Date(`${day}T00:00:00Z`).getUTCDay() === weekday) return day;
  }
  return reference;
}

/** What a preposition makes of an interval: "by" and "until" leave only an end, "since" only a beginning. */
export function bounded(preposition: string | undefined, interval: Interval): Interval {
  const { from, to } = interval;
  switch (preposition?.toLowerCase()) {
    case 'by':
    case 'until':
    case 'till':
    case 'up to':
    case 'through':
    case 'no later than':
      return { ...(to !== undefined && { to }) };
    case 'before':
    case 'prior to':
      return { ...(from !== undefined && { to: addDays(from, -1) }) };
    case 'since':
    case 'from':
    case 'starting in':
    case 'beginning in':
      return { ...(from !== undefined && { from }) };
    case 'after':
      return { ...(to !== undefined && { from: addDays(to, 1) }) };
    default:
      return interval;
  }
}
