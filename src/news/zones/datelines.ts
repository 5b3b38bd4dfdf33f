// The place and agency that open a news report ("LONDON, March 30 (Reuters) - "), and lines that only say when a
// report was printed. What day they name is for the dates to say.
import { beginsLikeDate } from './phrases.ts';

/** A dateline is no longer than this, dash included. */
const MOST_DATELINE = 90;
const MOST_DATE_LINE = 140;

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DATE = new RegExp(
  `\\b(?:\\d{1,2}(?:st|nd|rd|th)? ${MONTH}\\.?,? \\d{4}|${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{4})\\b`,
  'iu',
);
const DASH = /\s[—–-]{1,2}\s|—/u;
/** A name of up to four words or figures: "South Korea", "Sept. 26". */
const NAME = "(?:\\p{Lu}[\\p{L}.'’-]*|\\p{N}{1,4})(?: (?:\\p{Lu}[\\p{L}.'’-]*|\\p{N}{1,4})){0,3}";
/** A place in capitals, and what may follow it: ", South Korea", ", March 30". */
const PLACE = new RegExp(`^\\p{Lu}[\\p{Lu}.'’ -]{2,30}(?:[/,] ?${NAME}){0,3}$`, 'u');
/** The same in small letters, which counts if an agency follows. */
const CAPITALISED = new RegExp(`^${NAME}(?:[/,] ?${NAME}){0,3}$`, 'u');
/** An agency in brackets, closed or not. */
const AGENCY = /\([\p{L}.,/ -]{0,30}\)?\s*$/u;

/** Length of the dateline that the paragraph opens with, its dash included; 0 if there is none. */
export function datelineLength(paragraph: string): number {
  const head = paragraph.slice(0, MOST_DATELINE);
  const dash = DASH.exec(head);
  if (!dash) return 0;
  const before = head.slice(0, dash.index).trim();
  const agency = AGENCY.exec(before);
  const place = (agency ? before.slice(0, agency.index) : before).trim();
  // After a dateline a sentence begins; after "NATO — the alliance — said" none does.
  if (/^\p{Ll}/u.test(paragraph.slice(dash.index + dash[0].length).trimStart())) return 0;
  const isDateline = agency
    ? place === '' || CAPITALISED.test(place)
    : PLACE.test(place) && place.length >= 4;
  return isDateline ? dash.index + dash[0].trimEnd().length : 0;
}

/** True for a line that holds a date and no sentence: "The Example, 31 March 2023, updated 3 April 2023". */
export function isDateLine(text: string, key: string): boolean {
  if (text.length > MOST_DATE_LINE || /[.!?]["”’]?$/u.test(text)) return false;
  if (!DATE.test(text)) return false;
  if (beginsLikeDate(key)) return true;
  // Besides dates and times, only names: no word of a sentence in lower case, or next to none.
  const words = text.replace(DATE, ' ').match(/\p{L}{2,}/gu) ?? [];
  const small = words.filter(
    (word) =>
      /^\p{Ll}/u.test(word) && !/^(?:updated|published|posted|at|on|of|the|by|and|am|pm)$/u.test(word),
  );
  return small.length <= 1 && words.length <= 12;
}
