// What the checks of one article look at, and the small things that all of them do: the words that a text speaks with,
// the sentence around a stretch, the zones at the head of an article.
import type { Article, Span, ZoneKind } from '../../model/reading.ts';
import { type ArticleReading, spanOf } from '../across/article-reading.ts';
import type { ClaimFacts } from '../across/claim-facts.ts';
import type { PartyDirectory } from '../across/party-directory.ts';
import { stemOf, wordsOf } from '../across/words.ts';
import lexicon from './generated/consistency.json' with { type: 'json' };

/** One article as the checks see it: its claims as facts, those that repeat another left out. */
export interface ArticleFacts {
  readonly reading: ArticleReading;
  readonly facts: readonly ClaimFacts[];
  readonly directory: PartyDirectory;
}

const functionWords = new Set(lexicon.function_words);

/** Stems of the words that carry meaning. */
export function meaningOf(text: string): Set<string> {
  return new Set(
    wordsOf(text)
      .filter((word) => !functionWords.has(word.key))
      .map((word) => stemOf(word.key)),
  );
}

/** Zones that tell what the article is about before it begins. */
const TOP_ZONES: ReadonlySet<ZoneKind> = new Set(['headline', 'deck', 'subhead', 'contents']);

export function isTop(zone: ZoneKind): boolean {
  return TOP_ZONES.has(zone);
}

const BOUNDARY =
  /(?<!\b\p{Lu})(?<!\b(?:Mr|Mrs|Ms|Dr|St|No|Inc|Ltd|Co|Gen|Sen|Rep))[.!?]["”’)]?\s+(?=["“‘[(]?\p{Lu})|\n/gu;
/** Characters of a sentence that are looked at on either side. */
const REACH = 600;

/** The sentence around a stretch, as a span. */
export function sentenceAround(article: Article, { start, end }: { start: number; end: number }): Span {
  const from = Math.max(0, start - REACH);
  let first = from;
  for (const match of article.text.slice(from, start).matchAll(BOUNDARY))
    first = from + match.index + match[0].length;
  const rest = article.text.slice(end, end + REACH);
  const last = rest.search(BOUNDARY);
  return spanOf(article, first, last < 0 ? end + rest.length : end + last);
}

/** Words and phrases to be found in texts. */
export class Phrases {
  readonly #pattern: RegExp;

  /** @param phrases in lower case, with single blanks */
  constructor(phrases: readonly string[]) {
    const longestFirst = phrases
      .toSorted((one, other) => other.length - one.length)
      .map((phrase) => phrase.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&').replaceAll(' ', '\\s+'));
    this.#pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  }

  /** All places where one of them stands between word borders, in any case; what is no part of the article left out. */
  in(article: Article): Span[] {
    return [...article.text.matchAll(this.#pattern)]
      .map((match) => spanOf(article, match.index, match.index + match[0].length))
      .filter(({ start }) => !isBoilerplate(article, start));
  }
}

/** True if the text at an offset is no part of what was written: advertisements, what to read next. */
function isBoilerplate(article: Article, offset: number): boolean {
  return article.zones.some(
    (zone) => zone.kind === 'boilerplate' && zone.start <= offset && offset < zone.end,
  );
}

/** A list of things as a sentence has it: "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  const distinct = [...new Set(words)];
  if (distinct.length < 2) return distinct.join('');
  return `${distinct.slice(0, -1).join(', ')} and ${distinct.at(-1)}`;
}
