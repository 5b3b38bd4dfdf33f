// A news page as text: the main text by Readability over linkedom, the headline above it, what the page says of
// itself as metadata. Short pages, in which Readability finds nothing, are taken whole without navigation and footer.
// Nothing of the page is executed or fetched.
import { InterdictError } from '../../model/errors.ts';
import { lineKey } from '../zones/line-key.ts';
import { composeText, type TextLine } from './article-text.ts';
import { type HtmlLine, type HtmlNode, linesOfHtml } from './html-lines.ts';
import { type HtmlPage, type PageMetadata, pageMetadata } from './html-metadata.ts';
import { scanHtml } from './html-scan.ts';
import { type RawArticle, rawArticle } from './raw-article.ts';

/** Readability takes less than this for no article. */
const LEAST_MAIN_TEXT = 140;
/** A description longer than this is no deck. */
const MOST_DECK = 400;
/** Parts of a page that hold no article. */
const AROUND = 'nav, header, footer, aside, form, [role="navigation"], [aria-hidden="true"]';

/**
 * @throws InterdictError ARTICLE_UNSAFE (made to break the parser), ARTICLE_EMPTY (no text)
 */
export async function readPage(html: string): Promise<RawArticle> {
  const scanned = scanHtml(html);
  const page = await parsePage(scanned.html);
  const metadata = pageMetadata(page as unknown as HtmlPage, scanned.jsonLd);
  const notes = [...scanned.notes, ...metadata.notes];
  const visible = lineKey(page.body?.textContent?.slice(0, 200_000) ?? '');
  const main = (await mainLines(page)) ?? (await wholeLines(scanned.html)) ?? [];
  const lines = usedLines(main, metadata, notes);
  const composed = composeText([...headLines(metadata, lines, visible), ...lines]);
  if (composed.text === '') throw new InterdictError('ARTICLE_EMPTY', 'The page holds no text.');
  const { title, byline, published, publisher, url, language } = metadata;
  return rawArticle(composed, notes, {
    title,
    byline,
    published,
    publisher,
    url,
    declaredLanguage: language,
  });
}

/** The lines of a piece of HTML that stands alone, such as the content of a feed's item. */
export async function linesOfFragment(html: string): Promise<readonly HtmlLine[]> {
  const scanned = scanHtml(html, 'The item');
  return linesOfHtml((await parsePage(scanned.html)).body as unknown as HtmlNode);
}

type Page = Awaited<ReturnType<typeof parsePage>>;

async function parsePage(html: string) {
  const { parseHTML } = await import('linkedom');
  // linkedom puts what stands before <body> beside it.
  const whole = /<body[\s>]/iu.test(html) ? html : `<html><head></head><body>${html}</body></html>`;
  return parseHTML(whole).document;
}

async function mainLines(page: Page): Promise<readonly HtmlLine[] | undefined> {
  const { Readability } = await import('@mozilla/readability');
  const parsed = new Readability<HtmlNode>(page as never, {
    serializer: (node) => node as unknown as HtmlNode,
    disableJSONLD: true,
  }).parse();
  const lines = parsed?.content ? linesOfHtml(parsed.content) : [];
  return lengthOf(lines) >= LEAST_MAIN_TEXT ? lines : undefined;
}

/** Readability has changed the page, so it is parsed anew. */
async function wholeLines(html: string): Promise<readonly HtmlLine[] | undefined> {
  const page = await parsePage(html);
  for (const element of page.querySelectorAll(AROUND)) element.remove();
  const lines = linesOfHtml(page.body as unknown as HtmlNode);
  return lines.length > 0 ? lines : undefined;
}

/** What was found in the page; the text in its description of itself where the page shows next to nothing. */
function usedLines(found: readonly HtmlLine[], { body }: PageMetadata, notes: string[]): readonly TextLine[] {
  if (!body || body.length < 4 * lengthOf(found)) return found;
  notes.push('The page shows little of its text; it was taken from what the page says of itself (JSON-LD).');
  return body.split(/\n+/u).map((text) => ({ text }));
}

/** Headline, and the sentence under it if the page shows one that the main text lacks. */
function headLines(
  { title, description }: PageMetadata,
  lines: readonly TextLine[],
  visible: string,
): TextLine[] {
  const head: TextLine[] = [];
  const keys = lines.slice(0, 12).map(({ text }) => lineKey(text));
  if (title && !keys.slice(0, 4).includes(lineKey(title))) head.push({ text: title, kind: 'headline' });
  const deck = description && description.length <= MOST_DECK ? lineKey(description) : '';
  const isShown = deck.length > 20 && visible.includes(deck);
  if (description && isShown && !keys.some((key) => key.includes(deck))) {
    head.push({ text: description, kind: 'deck' });
  }
  return head;
}

function lengthOf(lines: readonly HtmlLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}
