// The items of an RSS, Atom or RDF feed, by feedsmith. What differs between the three (what is markup, where the date
// and the first publisher stand) ends here. Document type declarations that define entities are refused.
import { InterdictError } from '../../model/errors.ts';
import type { FeedItem } from './feed-item.ts';
import { linesOfFragment } from './html-page.ts';

/**
 * @throws InterdictError ARTICLE_UNSAFE (entities are defined, or a title is markup made to break parsers), ARTICLE_MALFORMED
 */
export async function xmlFeedItems(xml: string): Promise<FeedItem[]> {
  const { parseFeed } = await import('feedsmith');
  const harmless = withoutDoctype(xml);
  let parsed: ReturnType<typeof parseFeed>;
  try {
    parsed = parseFeed(harmless);
  } catch (error) {
    const message = 'The feed is of no form that is known, or breaks the rules of its own.';
    throw new InterdictError('ARTICLE_MALFORMED', message, {}, { cause: error });
  }
  if (parsed.format === 'rss') {
    const { title, language, items = [] } = parsed.feed;
    const feed = await plain(title);
    return await Promise.all(
      items.map(async (item) => {
        const authors = item.dc?.creators ?? item.authors?.map(({ name, email }) => name ?? email);
        return feedItem({
          feed,
          language: language ?? item.dc?.languages?.[0],
          id: item.guid?.value,
          url: item.link,
          title: await plain(item.title),
          html: longer(item.content?.encoded, item.description),
          authors,
          published: item.pubDate ?? item.dc?.dates?.[0],
          relay: await plain(item.source?.title),
        });
      }),
    );
  }
  if (parsed.format === 'rdf') {
    const { title, items = [], dc } = parsed.feed;
    const feed = await plain(title);
    return await Promise.all(
      items.map(async (item) =>
        feedItem({
          feed,
          language: dc?.languages?.[0],
          id: item.rdf?.about,
          url: item.link,
          title: await plain(item.title),
          html: longer(item.content?.encoded, item.description),
          authors: item.dc?.creators,
          published: item.dc?.dates?.[0],
        }),
      ),
    );
  }
  if (parsed.format !== 'atom') {
    throw new InterdictError('ARTICLE_MALFORMED', 'The feed is of no form that is known.');
  }
  const { title, entries = [], xml: attributes } = parsed.feed;
  const feed = await atomPlain(title);
  return await Promise.all(
    entries.map(async (entry) =>
      feedItem({
        feed,
        language: attributes?.lang,
        id: entry.id,
        url: (entry.links?.find(({ rel }) => !rel || rel === 'alternate') ?? entry.links?.[0])?.href,
        title: await atomPlain(entry.title),
        html: longer(atomHtml(entry.content), atomHtml(entry.summary)),
        authors: entry.authors?.map(({ name }) => name),
        published: entry.published ?? entry.updated,
        relay: await atomPlain(entry.source?.title),
      }),
    ),
  );
}

interface AtomText {
  readonly value?: string | undefined;
  readonly type?: string | undefined;
}

/** Atom says whether a text is markup (RFC 4287, 3.1); the rest of this file takes it for markup. */
function atomHtml(text: AtomText | undefined): string | undefined {
  if (text?.value === undefined) return undefined;
  return text.type === 'html' || text.type === 'xhtml' ? text.value : escaped(text.value);
}

async function atomPlain(text: AtomText | undefined): Promise<string | undefined> {
  return await plain(atomHtml(text));
}

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
}

/** Markup and references of a title as text; titles of RSS are taken for markup, as feed readers do. */
async function plain(html: string | undefined): Promise<string | undefined> {
  if (html === undefined || !/[&<]/u.test(html)) return html;
  return (await linesOfFragment(html)).map(({ text }) => text).join(' ');
}

/** The content is the article, the description often its beginning; some feeds do it the other way round. */
function longer(content: string | undefined, description: string | undefined): string | undefined {
  return (description?.length ?? 0) > (content?.length ?? 0) ? description : content;
}

type Loose = {
  readonly [Key in keyof Omit<FeedItem, 'authors' | 'published'>]: FeedItem[Key] | undefined;
} & {
  readonly authors?: readonly (string | undefined)[] | undefined;
  /** The parser hands dates on as they are written. */
  readonly published?: unknown;
};

/** An item without what is missing or empty. */
function feedItem({ authors, published, ...rest }: Loose): FeedItem {
  const names = authors?.filter((name) => name);
  const entries = Object.entries({
    ...rest,
    authors: names?.length ? names : undefined,
    published: typeof published === 'string' ? published : undefined,
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== '')) as FeedItem;
}

/** Old RSS names a public document type, which is harmless and goes; one that defines anything is an attack. */
function withoutDoctype(xml: string): string {
  const start = xml.search(/<!doctype/iu);
  if (/<!entity/iu.test(xml) || (start >= 0 && /^[^>]*\[/u.test(xml.slice(start, start + 2_000)))) {
    throw new InterdictError('ARTICLE_UNSAFE', 'The feed defines entities, which no feed needs.');
  }
  if (start < 0) return xml;
  const end = xml.indexOf('>', start);
  return end < 0 ? xml : xml.slice(0, start) + xml.slice(end + 1);
}
