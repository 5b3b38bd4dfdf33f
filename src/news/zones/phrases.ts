// Tells the furniture of a news page by its words (data/news/zone-phrases.yml). Works on line keys; knows nothing of
// where a line stands.
import phrases from './generated/zone-phrases.json' with { type: 'json' };
import { lineKey } from './line-key.ts';

/** Words of the longest phrase that lines begin with; a line is looked up by its first words, longest first. */
const MOST_WORDS = 8;
/** A credit has no more words: two to begin with, then a name. */
const MOST_NAMES = 5;

const summaryHeadings = new Set(phrases.summaryHeadings);
const closingHeadings = new Set(phrases.closingHeadings);
const wholeLines = new Set(phrases.wholeLines);
const lineStarts = new Set(phrases.lineStarts);
const tailStarts = new Set(phrases.tailStarts);
const bylineStarts = new Set(phrases.bylineStarts);
const dateStarts = new Set(phrases.dateStarts);
const creditLabels = new Set(phrases.creditLabels);
const creditPhrases = new Set(phrases.creditPhrases);

/** True for "Key takeaways" and "Key takeaways 3". */
export function isSummaryHeading(key: string): boolean {
  return summaryHeadings.has(withoutCount(key));
}

/** True for "Related articles" and "Comments 12". */
export function isClosingHeading(key: string): boolean {
  return closingHeadings.has(withoutCount(key));
}

/** True for a line that is no part of the report wherever it stands. */
export function isFurniture(key: string): boolean {
  return wholeLines.has(withoutCount(key)) || beginsWith(key, lineStarts);
}

/** True for a line that, near the end, tells who made the report or who owns it. */
export function isTailFurniture(key: string): boolean {
  return beginsWith(key, tailStarts);
}

export function beginsLikeByline(key: string): boolean {
  return beginsWith(key, bylineStarts);
}

export function beginsLikeDate(key: string): boolean {
  return beginsWith(key, dateStarts);
}

/** True for "Photo: A. Person", "AP Photo/A. Person" and "Pic from Some Site"; false for "Photo of the year shown". */
export function isCredit(text: string): boolean {
  const label = /^[(\s]*([^:/]{2,20}?)\s*[:/]/u.exec(text)?.[1];
  if (label && creditLabels.has(lineKey(label))) return true;
  const key = lineKey(text);
  // What begins so and ends like a sentence may be one, unless there is no room for a verb.
  const isSentence = /[.!?]["”)]*$/u.test(text) && key.split(' ').length > MOST_NAMES;
  return !isSentence && beginsWith(key, creditPhrases);
}

function withoutCount(key: string): string {
  return key.replace(/ \d{1,6}$/u, '');
}

function beginsWith(key: string, starts: ReadonlySet<string>): boolean {
  const words = key.split(' ', MOST_WORDS);
  for (let count = words.length; count > 0; count -= 1) {
    if (starts.has(words.slice(0, count).join(' '))) return true;
  }
  return false;
}
