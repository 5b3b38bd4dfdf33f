// A feed as its items, and an item as an article.
import { InterdictError } from '../../model/errors.ts';
import { composeText, type TextLine } from './article-text.ts';
import { type FeedItem, feedItemFromJson } from './feed-item.ts';
import { bylineText, webAddress } from './html-metadata.ts';
import { linesOfFragment } from './html-page.ts';
import { MAX_FEED_ITEMS } from './limits.ts';
import { publicationDate } from './publication-date.ts';
import { type RawArticle, rawArticle } from './raw-article.ts';
import { xmlFeedItems } from './xml-feed.ts';

export interface ReadFeed {
  readonly items: readonly FeedItem[];
  readonly notes: readonly string[];
}

/** @throws InterdictError ARTICLE_UNSAFE, ARTICLE_MALFORMED, ARTICLE_TOO_LARGE */
export async function readXmlFeed(xml: string): Promise<ReadFeed> {
  const notes = /<\/(?:[\w-]{1,20}:)?(?:rss|feed|rdf)\s*>\s*(?:<!--[^>]*>\s*)*$/iu.test(xml.slice(-500))
    ? []
    : ['The feed ends before its end; its last item may be cut or missing.'];
  return checked(await xmlFeedItems(xml), notes);
}

/** @throws InterdictError ARTICLE_MALFORMED, ARTICLE_TOO_LARGE */
export function readJsonFeed(json: string): ReadFeed {
  let feed: unknown;
  try {
    feed = JSON.parse(json);
  } catch (error) {
    throw new InterdictError('ARTICLE_MALFORMED', 'The JSON Feed is no JSON.', {}, { cause: error });
  }
  const { title, language, items } = feed as Record<string, unknown>;
  if (!Array.isArray(items)) throw new InterdictError('ARTICLE_MALFORMED', 'The JSON Feed has no items.');
  const about = {
    ...(typeof title === 'string' ? { feed: title } : {}),
    ...(typeof language === 'string' ? { language } : {}),
  };
  return checked(
    items.map((item) => ({ ...about, ...feedItemFromJson(item) })),
    [],
  );
}

function checked(items: readonly FeedItem[], notes: readonly string[]): ReadFeed {
  if (items.length > MAX_FEED_ITEMS) {
    const message = `The feed has ${items.length} items; the limit is ${MAX_FEED_ITEMS}.`;
    throw new InterdictError('ARTICLE_TOO_LARGE', message);
  }
  return { items, notes };
}

/** @throws InterdictError ARTICLE_UNSAFE */
export async function articleOfItem(item: FeedItem): Promise<RawArticle> {
  const notes: string[] = [];
  const title = item.title;
  const body: readonly TextLine[] = item.html
    ? await linesOfFragment(item.html)
    : (item.text ?? '').split(/\r\n?|\n/u).map((text) => ({ text }));
  const composed = composeText([...(title ? [{ text: title, kind: 'headline' as const }] : []), ...body]);
  const published = item.published === undefined ? undefined : publicationDate(item.published);
  if (item.published && !published) notes.push(`The date "${item.published.slice(0, 60)}" cannot be read.`);
  const byline = bylineText(item.authors?.join(', '));
  const url = webAddress(item.url);
  return rawArticle(composed, notes, {
    title,
    byline,
    published,
    publisher: item.feed,
    relay: item.relay,
    url,
    declaredLanguage: item.language,
  });
}
