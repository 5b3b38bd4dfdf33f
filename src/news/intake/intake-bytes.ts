// Bytes as articles: tells what they are (page, feed, PDF, plain text), takes out text, title, author, date and
// publisher, tells the language and takes the text apart into zones. The text of an article depends on its bytes and
// their declared kind and encoding alone, so an article can be read again from stored bytes; what the caller says
// besides (address, publisher) goes over what the source says of itself. Needs no network; asks no clock.
import { createHash } from 'node:crypto';
import { InterdictError } from '../../model/errors.ts';
import type { Article } from '../../model/reading.ts';
import { zonesOf } from '../zones/zones-of.ts';
import { isPdf, kindOfText, refuseBinary } from './article-kind.ts';
import { cleanText } from './clean-text.ts';
import { decodeText } from './decode-text.ts';
import { feedItemBytes } from './feed-item.ts';
import { imprintOf } from './imprint.ts';
import { languageOf } from './language.ts';
import { MAX_ARTICLE_LENGTH } from './limits.ts';
import type { RawArticle } from './raw-article.ts';

/** What is known of the bytes besides themselves. */
export interface IntakeHints {
  /** When they came in, ISO 8601, UTC. */
  readonly retrieved: string;
  /** Media type as declared, parameters allowed (`text/html; charset=utf-8`). */
  readonly mediaType?: string | undefined;
  /** Name of the file. */
  readonly name?: string | undefined;
  /** Where it was fetched from. */
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  readonly published?: string | undefined;
  readonly publisher?: string | undefined;
}

export interface TakenArticle {
  readonly article: Article;
  /** What `article.sha256` is the hash of: the bytes that came in, or one item of a feed in a form of its own. */
  readonly bytes: Uint8Array;
  /** What was lost or assumed, one sentence each. */
  readonly notes: readonly string[];
}

export interface IntakeResult {
  readonly articles: readonly TakenArticle[];
  /** What concerns the whole input, such as items of a feed that were left out. */
  readonly notes: readonly string[];
}

/**
 * Takes in a text, a page, a feed (one article for each item) or a PDF file.
 *
 * @throws InterdictError ARTICLE_EMPTY, ARTICLE_TOO_LARGE, ARTICLE_KIND_UNKNOWN, ARTICLE_MALFORMED, ARTICLE_UNSAFE;
 *         all limits are in limits.ts
 */
export async function intakeBytes(bytes: Uint8Array, hints: IntakeHints): Promise<IntakeResult> {
  if (bytes.length === 0) throw new InterdictError('ARTICLE_EMPTY', 'The report holds no bytes.');
  if (isPdf(bytes)) {
    const { readPdfElsewhere } = await import('./read-pdf-elsewhere.ts');
    return one(await articleFrom(await readPdfElsewhere(bytes), bytes, 'application/pdf', hints));
  }
  refuseBinary(bytes);
  const [mediaType, charset] = mediaTypeParts(hints.mediaType);
  const decoded = decodeText(bytes, charset);
  const kind = kindOfText(decoded.text, mediaType, hints.name ?? hints.url);
  if (kind === 'feed' || kind === 'json-feed')
    return await intakeFeed(decoded.text, kind, decoded.notes, hints);
  const raw =
    kind === 'html' ? await (await import('./html-page.ts')).readPage(decoded.text) : cleanText(decoded.text);
  const told = { ...raw, notes: [...decoded.notes, ...raw.notes] };
  return one(await articleFrom(told, bytes, kind === 'html' ? 'text/html' : 'text/plain', hints));
}

/** Takes in a text that was typed or pasted. */
export async function intakeText(text: string, hints: IntakeHints): Promise<IntakeResult> {
  return await intakeBytes(new TextEncoder().encode(text), {
    ...hints,
    mediaType: 'text/plain; charset=utf-8',
  });
}

/** Items that give no article are told and left out; if none gives one, the first one's error stands for all. */
async function intakeFeed(
  text: string,
  kind: 'feed' | 'json-feed',
  before: readonly string[],
  hints: IntakeHints,
): Promise<IntakeResult> {
  const { articleOfItem, readJsonFeed, readXmlFeed } = await import('./feed.ts');
  const feed = kind === 'feed' ? await readXmlFeed(text) : readJsonFeed(text);
  // The address and title given are the feed's, not those of its items.
  const { url: _url, title: _title, byline: _byline, published: _published, ...forItems } = hints;
  const notes = [...before, ...feed.notes];
  const articles: TakenArticle[] = [];
  let failure: InterdictError | undefined;
  for (const [index, item] of feed.items.entries()) {
    try {
      const raw = await articleOfItem(item);
      const taken = await articleFrom(raw, feedItemBytes(item), 'application/feed+json', forItems);
      if (articles.every(({ article }) => article.id !== taken.article.id)) articles.push(taken);
      else notes.push(`Item ${index + 1} of the feed is the same as one before it.`);
    } catch (error) {
      if (!(error instanceof InterdictError)) throw error;
      failure ??= error;
      notes.push(`Item ${index + 1} of the feed was left out. ${error.message}`);
    }
  }
  if (articles.length === 0) throw failure ?? new InterdictError('ARTICLE_EMPTY', 'The feed holds no item.');
  return { articles, notes };
}

async function articleFrom(
  raw: RawArticle,
  bytes: Uint8Array,
  mediaType: string,
  hints: IntakeHints,
): Promise<TakenArticle> {
  const { text } = raw;
  if (!/[\p{L}\p{N}]/u.test(text)) throw new InterdictError('ARTICLE_EMPTY', 'The report holds no words.');
  if (text.length > MAX_ARTICLE_LENGTH) {
    const message = `The report has ${text.length} characters; the limit is ${MAX_ARTICLE_LENGTH}.`;
    throw new InterdictError('ARTICLE_TOO_LARGE', message);
  }
  const zones = zonesOf(text, { title: raw.title, zones: raw.zones });
  const told = zones.filter(({ kind }) => kind !== 'boilerplate');
  const sample = told.map(({ start, end }) => text.slice(start, Math.min(end, start + 4_000)));
  const { language, support } = await languageOf(sample.slice(0, 40).join('\n'), raw.declaredLanguage);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const imprint = imprintOf(text, zones);
  const title = hints.title ?? raw.title ?? imprint.title;
  const byline = hints.byline ?? raw.byline;
  const published = hints.published ?? raw.published ?? imprint.published;
  const publisher = hints.publisher ?? raw.publisher ?? imprint.publisher ?? hostOf(hints.url);
  const url = hints.url ?? raw.url;
  const article: Article = {
    id: `art-${sha256.slice(0, 16)}`,
    sha256,
    mediaType,
    ...(url ? { url } : {}),
    ...(title ? { title } : {}),
    ...(byline ? { byline } : {}),
    ...(published ? { published } : {}),
    ...(publisher ? { publisher } : {}),
    ...(raw.relay ? { relay: raw.relay } : {}),
    retrieved: hints.retrieved,
    language,
    support,
    text,
    zones,
  };
  const [at, says] = [hostOf(hints.url), hostOf(raw.url)];
  // Whoever copies a page, or makes one up, can name any address in it.
  const moved =
    at && says && at !== says ? [`The page was fetched from ${at} and says that it is ${says}.`] : [];
  return { article, bytes, notes: [...raw.notes, ...moved] };
}

function one(article: TakenArticle): IntakeResult {
  return { articles: [article], notes: [] };
}

/** Media type in lower case, and its charset. */
function mediaTypeParts(
  declared: string | undefined,
): [type: string | undefined, charset: string | undefined] {
  if (!declared) return [undefined, undefined];
  const [type, ...parameters] = declared.split(';');
  const charset = /\bcharset\s*=\s*"?([\w.:-]{1,40})/iu.exec(parameters.join(';'))?.[1];
  return [type?.trim().toLowerCase(), charset];
}

/** "www.example.org" is all that is known of the publisher of a page that does not name itself. */
function hostOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : URL.parse(url)?.hostname.replace(/^www\./u, '') || undefined;
}
