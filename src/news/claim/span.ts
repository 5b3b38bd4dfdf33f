// Ranges of an article's text as spans that carry their words. A range that lies outside the text is a mistake of ours.
import { InterdictError } from '../../model/errors.ts';
import type { Article, Span } from '../../model/reading.ts';
import type { Range } from '../document.ts';

/**
 * The span of a range.
 * @throws InterdictError INTERNAL if the range is empty or not within the text
 */
export function spanIn(article: Pick<Article, 'id' | 'text'>, { start, end }: Range): Span {
  if (!(start >= 0 && start < end && end <= article.text.length)) {
    throw new InterdictError(
      'INTERNAL',
      `A span of article ${article.id} is not within its text: ${start} to ${end}.`,
    );
  }
  return { article: article.id, start, end, surface: article.text.slice(start, end) };
}
