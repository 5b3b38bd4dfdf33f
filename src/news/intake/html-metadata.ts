// Title, authors, date, publisher, address and language of a page: from JSON-LD, then from its meta elements (Open
// Graph, Dublin Core, the common names of news sites), then from what stands in it.
import { lineKey } from '../zones/line-key.ts';
import { describedArticle } from './json-ld.ts';
import { publicationDate } from './publication-date.ts';

export interface PageMetadata {
  readonly title?: string;
  readonly byline?: string;
  readonly published?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly language?: string;
  /** What the page says the article is about, in a sentence; part of the article only if it stands in it. */
  readonly description?: string;
  /** The whole text, where the page's description of itself holds it. */
  readonly body?: string;
  readonly notes: readonly string[];
}

/** What is used of a parsed page; structural, as for HtmlNode. */
export interface HtmlPage {
  readonly documentElement: HtmlElement | null;
  readonly title?: string;
  querySelectorAll(selector: string): ArrayLike<HtmlElement>;
}

export interface HtmlElement {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}

const DATE_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publish-date',
  'publication_date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.created',
  'date',
];
const AUTHOR_NAMES = [
  'author',
  'byl',
  'article:author_name',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
];
const TITLE_NAMES = ['og:title', 'twitter:title', 'parsely-title', 'dc.title', 'title'];
const PUBLISHER_NAMES = ['og:site_name', 'application-name', 'dc.publisher', 'twitter:app:name:iphone'];
const DESCRIPTION_NAMES = ['og:description', 'description', 'twitter:description'];
/** Elements looked at; pages have up to a hundred meta elements. */
const MOST_ELEMENTS = 500;
/** Longer names of authors, newspapers and pages are none. */
const MOST_NAME = 200;
const MOST_TITLE = 300;
const MOST_ADDRESS = 2_000;

export function pageMetadata(page: HtmlPage, jsonLd: readonly string[]): PageMetadata {
  const notes: string[] = [];
  const { article, unreadable } = describedArticle(jsonLd);
  if (unreadable > 0)
    notes.push(`${unreadable} block(s) of JSON-LD in the page are no JSON and were left out.`);
  const metas = metaValues(page);
  const first = (names: readonly string[]) => names.map((name) => metas.get(name)).find((value) => value);
  const written = article?.published ?? first(DATE_NAMES) ?? timeElement(page);
  const published = written === undefined ? undefined : publicationDate(written);
  if (written && !published) notes.push(`The page's date "${written.slice(0, 60)}" cannot be read.`);
  const title = shownTitle(page, article?.headline ?? first(TITLE_NAMES));
  const byline = bylineText(article?.authors.join(', ') || first(AUTHOR_NAMES));
  const publisher = (article?.publisher ?? first(PUBLISHER_NAMES))?.slice(0, MOST_NAME);
  const description = article?.description ?? first(DESCRIPTION_NAMES);
  const url = webAddress(linkTo(page, 'canonical') ?? metas.get('og:url'));
  const language = page.documentElement?.getAttribute('lang') ?? metas.get('og:locale');
  return {
    notes,
    ...(title ? { title } : {}),
    ...(byline ? { byline } : {}),
    ...(published ? { published } : {}),
    ...(publisher ? { publisher } : {}),
    ...(description ? { description } : {}),
    ...(article?.body ? { body: article.body } : {}),
    ...(url ? { url } : {}),
    ...(language ? { language } : {}),
  };
}

/** "By Jo Doe" gives "Jo Doe"; an address of a profile gives nothing. */
export function bylineText(raw: string | undefined): string | undefined {
  const text = raw
    ?.replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:written\s+)?by:?\s+/iu, '');
  return text && text.length <= MOST_NAME && !/^https?:/iu.test(text) ? text : undefined;
}

function metaValues(page: HtmlPage): Map<string, string> {
  const values = new Map<string, string>();
  for (const meta of elements(page, 'meta')) {
    const content = meta.getAttribute('content')?.replace(/\s+/gu, ' ').trim();
    if (!content) continue;
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = meta.getAttribute(attribute)?.toLowerCase();
      if (name && !values.has(name)) values.set(name, content);
    }
  }
  return values;
}

/** The headline that a reader sees: the one h1 if it speaks of the same as the title in the page's description. */
function shownTitle(page: HtmlPage, described: string | undefined): string | undefined {
  const headings = elements(page, 'h1')
    .map(({ textContent }) => (textContent ?? '').replace(/\s+/gu, ' ').trim())
    .filter(({ length }) => length <= MOST_TITLE);
  const said = described ?? page.title?.replace(/\s+/gu, ' ').trim();
  const saidWords = new Set(lineKey(said ?? '').split(' '));
  const shown = headings.find((heading) => {
    const words = lineKey(heading).split(' ');
    return words.length >= 3 && words.filter((word) => saidWords.has(word)).length * 2 >= words.length;
  });
  const only = headings.length === 1 && headings[0]?.includes(' ') ? headings[0] : undefined;
  return (shown ?? described ?? only ?? said)?.slice(0, MOST_TITLE);
}

function timeElement(page: HtmlPage): string | undefined {
  const times = elements(page, 'time');
  const published = times.find((time) => time.getAttribute('itemprop') === 'datePublished');
  const time = published ?? times[0];
  return time?.getAttribute('datetime') ?? (time?.textContent?.trim() || undefined);
}

function linkTo(page: HtmlPage, relation: string): string | undefined {
  const link = elements(page, 'link').find((one) => one.getAttribute('rel')?.toLowerCase() === relation);
  return link?.getAttribute('href') ?? undefined;
}

/** Only web addresses: the page wrote it, and it is shown as a link later. */
export function webAddress(text: string | undefined): string | undefined {
  const url = text && text.length <= MOST_ADDRESS ? URL.parse(text.trim()) : null;
  return url && /^https?:$/u.test(url.protocol) ? url.href : undefined;
}

function elements(page: HtmlPage, selector: string): HtmlElement[] {
  return Array.from(page.querySelectorAll(selector)).slice(0, MOST_ELEMENTS);
}
