// When, as the text has it: each time as an interval of days with how sure it is and what it was resolved against. There
// is no clock: relative times count from the day of the dateline or of publication, and without one they keep their
// place in the text and have no days. Ages, durations and eras ("the Cold War days") are no times.
import type { Document, FoundTime } from '../document.ts';
import { keepApart } from '../keep-apart.ts';
import { anchoredRules } from './anchored-times.ts';
import type { Interval } from './calendar.ts';
import { calendarRules } from './calendar-times.ts';
import { relativeRules } from './relative-times.ts';
import type { Reference, TimeRule } from './time-rule.ts';

export interface TimeContext {
  /** Day of publication: `YYYY-MM-DD`, a moment that begins so, or a shorter prefix. */
  readonly published?: string | undefined;
  /** Day of the dateline, which is nearer to the events. @default the day that a dateline zone of the document names */
  readonly dateline?: string | undefined;
}

const RULES: readonly TimeRule[] = [...calendarRules, ...relativeRules, ...anchoredRules];
/** A sentence without any of these has no time in it. */
const HINT =
  /\d|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)(?:day)?\b|\b(?:yester|to)day\b|\btomorrow\b|\b(?:hour|day|week|month|year|decade|quarter|since|half)s?\b/iu;

/** The times of an article, in order, not overlapping. */
export function timesOf(document: Document, context: TimeContext = {}): FoundTime[] {
  const reference = referenceOf(document, context);
  const found: FoundTime[] = [];
  for (const sentence of document.sentences) {
    const text = document.text.slice(sentence.start, sentence.end);
    if (!HINT.test(text)) continue;
    const line: (FoundTime & { readonly rank: number })[] = [];
    for (const [rank, { pattern, read }] of RULES.entries()) {
      for (const match of text.matchAll(pattern)) {
        const time = read(match, reference, text);
        if (!time) continue;
        const start = sentence.start + match.index + (time.skip ?? 0);
        const end =
          time.length === undefined ? sentence.start + match.index + match[0].length : start + time.length;
        const { interval, certainty, anchor } = time;
        line.push({ start, end, ...interval, certainty, ...(anchor !== undefined && { anchor }), rank });
      }
    }
    found.push(...longest(line));
  }
  return found;
}

/** Of times that overlap, the longest; of equally long ones that of the first rule. */
function longest(line: readonly (FoundTime & { readonly rank: number })[]): FoundTime[] {
  const bySize = [...line].sort(
    (one, other) => other.end - other.start - (one.end - one.start) || one.rank - other.rank,
  );
  return keepApart(bySize).map(({ rank: _, ...time }) => time);
}

function referenceOf(document: Document, { published, dateline }: TimeContext): Reference | undefined {
  const given = dayPrefix(dateline);
  if (given) return { day: given, name: 'dateline' };
  const publication = dayPrefix(published);
  const printed = publication && datelineDay(document, { day: publication, name: 'publication' });
  if (printed) return { day: printed, name: 'dateline' };
  if (publication) return { day: publication, name: 'publication' };
  const year = lastYearIn(document.text);
  return year === undefined ? undefined : { year, name: 'latest year in the text' };
}

function dayPrefix(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{4}-\d\d-\d\d/u.test(text) ? text.slice(0, 10) : undefined;
}

/** The day that a dateline names, if it lies within a month of publication. */
function datelineDay(document: Document, reference: Reference): string | undefined {
  const zone = document.zones.find(({ kind }) => kind === 'dateline');
  if (!zone) return undefined;
  const text = document.text.slice(zone.start, zone.end);
  for (const { pattern, read } of calendarRules) {
    for (const match of text.matchAll(pattern)) {
      const { from, to } = read(match, reference, text)?.interval ?? ({} as Interval);
      if (
        from !== undefined &&
        from === to &&
        Math.abs(Date.parse(from) - Date.parse(reference.day!)) < 31 * 86_400_000
      )
        return from;
    }
  }
  return undefined;
}

/** Reports without a date still name years; days without a year are counted to the latest of them. */
function lastYearIn(text: string): number | undefined {
  let last: number | undefined;
  for (const match of text.matchAll(/\b(?:19|20)\d\d\b/gu)) {
    const year = Number(match[0]);
    if (last === undefined || year > last) last = year;
  }
  return last;
}
