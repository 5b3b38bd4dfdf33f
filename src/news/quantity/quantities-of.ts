// How many and how much, as the text has it: comparator, number, unit, and what it is of. Money has its currency for a
// unit, shares have `%`. A unit that the text leaves out ("millions of artillery") stays out. No quantities are: "one"
// and "first", years and dates, ages, numbers inside names ("Resolution 1718"), clock times, and spans of time that
// only place an event ("two weeks ago"; see src/news/time).
import type { Document, FoundQuantity } from '../document.ts';
import { keepApart } from '../keep-apart.ts';
import { exactQuantities } from './exact-quantities.ts';
import type { Line } from './line.ts';
import { looseQuantities } from './loose-quantities.ts';

/** The quantities of an article, in order, not overlapping. */
export function quantitiesOf(document: Document): FoundQuantity[] {
  return document.sentences.flatMap(({ start, end, firstToken, endToken }) => {
    const line: Line = {
      text: document.text.slice(start, end),
      offset: start,
      tokens: document.tokens.slice(firstToken, endToken),
      article: document.text,
    };
    return keepApart([...looseQuantities(line), ...exactQuantities(line)]);
  });
}
