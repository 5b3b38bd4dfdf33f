// One item of a feed, and its form as bytes: a JSON Feed (version 1.1) of that one item, written always alike. So an
// item has a hash of its own, stays the same article when the rest of the feed changes, and can be read again.

export interface FeedItem {
  /** Title of the feed. */
  readonly feed?: string;
  readonly language?: string;
  readonly id?: string;
  readonly url?: string;
  readonly title?: string;
  /** Markup; else `text`. */
  readonly html?: string;
  readonly text?: string;
  readonly authors?: readonly string[];
  /** As written. */
  readonly published?: string;
  /** Who passed it on, as the feed's `source` says. */
  readonly relay?: string;
}

/** The name of our own extension; JSON Feed 1.1 lets names that begin with an underscore hold anything. */
const EXTENSION = '_interdict';

export function feedItemBytes(item: FeedItem): Uint8Array {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: item.feed ?? '',
    ...(item.language ? { language: item.language } : {}),
    items: [
      {
        id: item.id ?? item.url ?? '',
        ...(item.url ? { url: item.url } : {}),
        ...(item.title ? { title: item.title } : {}),
        ...(item.html ? { content_html: item.html } : {}),
        ...(item.text ? { content_text: item.text } : {}),
        ...(item.published ? { date_published: item.published } : {}),
        ...(item.authors ? { authors: item.authors.map((name) => ({ name })) } : {}),
        ...(item.relay ? { [EXTENSION]: { relay: item.relay } } : {}),
      },
    ],
  };
  return new TextEncoder().encode(JSON.stringify(feed));
}

/** An item of a JSON Feed; what is of another kind than the format says is left out. */
export function feedItemFromJson(raw: unknown): FeedItem {
  const item = record(raw);
  const authors = [item.authors, item.author]
    .flat()
    .map((author) => record(author).name)
    .filter((name) => typeof name === 'string' && name !== '') as string[];
  const html = text(item.content_html);
  const content = html ? {} : { text: text(item.content_text) ?? text(item.summary) };
  const entries = {
    id: typeof item.id === 'number' ? String(item.id) : text(item.id),
    url: text(item.url) ?? text(item.external_url),
    title: text(item.title),
    html,
    ...content,
    authors: authors.length > 0 ? authors : undefined,
    published: text(item.date_published),
    relay: text(record(item[EXTENSION]).relay),
  };
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as FeedItem;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
