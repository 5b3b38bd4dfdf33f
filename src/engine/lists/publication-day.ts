// On which day a version was published, and who says so: the file, else the user, else the name of the folder that
// it lies in, else the publisher's server. A month is not enough: a version counts from its day on, and a guess would
// give wrong answers for days of the past.
import { parseDay } from '../../model/dates.ts';
import { InterdictError } from '../../model/errors.ts';
import { dayOf } from '../clock.ts';

export interface PublicationDay {
  readonly day: string;
  /** `server`: the day of the newest file's Last-Modified, or failing that the day of the fetch. */
  readonly source: 'file' | 'option' | 'name' | 'server';
  /** The name that holds the day. */
  readonly name?: string;
}

/** A publisher east of Greenwich is a day ahead of UTC for some hours. */
const AHEAD_MS = 24 * 60 * 60 * 1000;

/** What is said of the day, and by whom. */
export interface Said {
  readonly file?: string | undefined;
  readonly option?: string | undefined;
  /** Names that may hold an ISO date, nearest first. */
  readonly names: readonly string[];
  readonly server?: string | undefined;
}

/**
 * The day of publication.
 * @param what what messages call the list
 * @throws InterdictError LIST_DATE_MISSING if nothing says it, LIST_DATE_INVALID if it lies in the future
 */
export function publicationDay(said: Said, now: Date, what: string): PublicationDay {
  const found = saidDay(said);
  if (!found) {
    const month = said.names.map((name) => /\d{4}-\d\d(?!\d|-\d\d)/u.exec(name)?.[0]).find(Boolean);
    const hint = month ? ` The folder tells only the month (${month}).` : '';
    throw new InterdictError('LIST_DATE_MISSING', `${what} does not say when it was published.${hint}`);
  }
  if (found.day > dayOf(new Date(now.getTime() + AHEAD_MS))) {
    const message = `${what} would be published on ${found.day}, which is in the future.`;
    throw new InterdictError('LIST_DATE_INVALID', message);
  }
  return found;
}

function saidDay({ file, option, names, server }: Said): PublicationDay | undefined {
  if (file) return { day: file, source: 'file' };
  if (option) return { day: checkDay(option), source: 'option' };
  return dayInNames(names) ?? (server ? { day: server, source: 'server' } : undefined);
}

/**
 * A day that a user writes.
 * @throws InterdictError LIST_DATE_INVALID if it is not a whole day as YYYY-MM-DD
 */
export function checkDay(text: string): string {
  const day = /^\d{4}-\d\d-\d\d$/u.test(text) ? parseDay(text) : undefined;
  if (day === undefined)
    throw new InterdictError('LIST_DATE_INVALID', `"${text}" is no day such as 2023-03-30.`);
  return day;
}

function dayInNames(names: readonly string[]): PublicationDay | undefined {
  for (const name of names) {
    const text = /(?<!\d)\d{4}-\d\d-\d\d(?!\d)/u.exec(name)?.[0];
    const day = text && parseDay(text);
    if (day) return { day, source: 'name', name };
  }
  return undefined;
}
