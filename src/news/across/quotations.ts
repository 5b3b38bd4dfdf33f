// The words that an article puts between quotation marks, cut where an ellipsis or the end of a sentence parts them:
// each segment can be looked for in another article, whatever else stands in the same marks there.
import type { Claim, Span } from '../../model/reading.ts';
import { type ArticleReading, spanOf } from './article-reading.ts';
import { type Word, wordsOf } from './words.ts';

export interface QuotedSegment {
  readonly span: Span;
  readonly words: readonly Word[];
  /** Number of its quotation among those of the article. */
  readonly quotation: number;
  /** The claim whose content the quotation is. */
  readonly claim: Claim;
}

/** Shorter pieces ("key reason", "this is not who we are") are phrases that anybody may use. */
const FEWEST_WORDS = 7;
const QUOTED = /["“”„«»‘][^"“”„«»]{1,4000}["“”„«»]/gu;
/** An ellipsis, or the end of a sentence before the next one. */
const CUT = /\s*(?:…|\.\s?\.\s?\.)[.\s]*|(?<=[.!?]["”’]?)\s+(?=["“‘[]?\p{Lu})/gu;

/** The segments of all quotations that the claims of an article are made of, in the order of the text. */
export function quotedSegments({ article, claims }: ArticleReading): QuotedSegment[] {
  const segments: QuotedSegment[] = [];
  let quotation = 0;
  for (const claim of claims) {
    if ((claim.form !== 'direct' && claim.form !== 'mixed') || claim.partOf !== undefined) continue;
    if (claim.repeats !== undefined) continue;
    for (const content of claim.content) {
      for (const quoted of claim.form === 'direct' ? [content] : quotedWithin(article.text, content)) {
        const cut = segmentsOf(article.text, quoted);
        for (const { start, end } of cut) {
          const words = wordsOf(article.text.slice(start, end), start);
          const [first, last] = [words[0], words.at(-1)];
          if (!first || !last || words.length < FEWEST_WORDS) continue;
          segments.push({ span: spanOf(article, first.start, last.end), words, quotation, claim });
        }
        quotation += 1;
      }
    }
  }
  return segments.sort((one, other) => one.span.start - other.span.start);
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function quotedWithin(text: string, { start, end }: Span): Stretch[] {
  return [...text.slice(start, end).matchAll(QUOTED)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

function segmentsOf(text: string, { start, end }: Stretch): Stretch[] {
  const segments: Stretch[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(CUT)) {
    segments.push({ start: from, end: start + match.index });
    from = start + match.index + match[0].length;
  }
  return [...segments, { start: from, end }];
}
